"""The contributions to a score as rows."""

from __future__ import annotations

from collections.abc import Iterator

from qcompare.explanations import PairExplained, TopicExplained
from qcompare.rendering.csvout import Sheet, Value
from qcompare.rendering.plain import tidied

_AND = "、"
TOPIC_HEADER = (
    "plan",
    "id",
    "ref",
    "topic",
    "topic_score",
    "chosen",
    "part",
    "words",
    "where",
    "how",
    "weight",
)
PAIR_HEADER = (
    *(f"{name}_{end}" for end in "ab" for name in ("plan", "id", "ref")),
    *("score", "level", "part", "words", "where_a", "where_b", "weight", "sum"),
)


def topic_sheet(explained: TopicExplained) -> Sheet:
    """A row for each contribution, those to topics that lost included."""
    return TOPIC_HEADER, _topic_rows(explained)


def _topic_rows(explained: TopicExplained) -> Iterator[list[Value]]:
    passage, chosen = explained.passage, explained.chosen
    for candidate in (*filter(None, [chosen]), *explained.rivals):
        about: list[Value] = [
            passage.plan.id,
            passage.id,
            passage.ref,
            candidate.topic,
            tidied(candidate.score),
        ]
        for each in candidate.contributions:
            where, how = _AND.join(each.refs), " × ".join(f"{tidied(factor)}" for factor in each.factors)
            yield [*about, candidate is chosen, each.part, each.term, where, how, tidied(each.weight)]


def pair_sheet(explained: PairExplained) -> Sheet:
    """A row for each contribution, with the sum so far."""
    return PAIR_HEADER, _pair_rows(explained)


def _pair_rows(explained: PairExplained) -> Iterator[list[Value]]:
    pair = (explained.a, explained.b)
    about: list[Value] = [value for each in pair for value in (each.plan.id, each.id, each.ref)]
    for each, total in zip(explained.contributions, explained.sums(), strict=True):
        where = [_AND.join(each.refs), _AND.join(each.refs_b)]
        found: list[Value] = [each.part, each.term, *where, tidied(each.weight), tidied(total)]
        yield [*about, tidied(explained.score), explained.level, *found]
