"""Why a pair has its score: both passages, and the addends of the score as a waterfall."""

from __future__ import annotations

from decimal import Decimal
from itertools import accumulate

from qcompare.explanations import PairExplained, Passage
from qcompare.models import Lang
from qcompare.rendering.document import Block, Cell, Column, Document, Heading, Paragraph, Table
from qcompare.rendering.rounding import apportioned
from qcompare.rendering.views.contributions import PART_WIDTH, labelled, part
from qcompare.rendering.views.explain import above, filed, measures, said
from qcompare.rendering.views.figures import bar, score
from qcompare.rendering.views.layout import NARROW
from qcompare.rendering.views.voice import Voice, mark_of
from qcompare.rendering.views.who import digest_banners
from qcompare.taxonomy import Taxonomy

_BAR = 16  # characters of a whole score in the narrowest table
_PLACES = 2  # of a score
_FIELD_WIDTH = 12


def document(explained: PairExplained, taxonomy: Taxonomy, lang: Lang, *, width: int = NARROW) -> Document:
    """The explanation; at more than 80 display columns with longer bars."""
    voice = Voice(lang, taxonomy)
    pair = (explained.a, explained.b)
    names = [voice.say("explain.place", plan=each.plan.id, ref=each.ref, id=each.id) for each in pair]
    return Document(
        (
            Heading(1, voice.say("explain.pair_title", a=names[0], b=names[1])),
            *digest_banners([each.plan for each in pair], voice),
            _passages(pair, voice),
            Paragraph(_level(explained, voice), "strong"),
            *_by_hand(explained, voice),
            *(_waterfall(explained, voice, _BAR * width // NARROW) if explained.contributions else []),
            *_nothing(explained, voice),
        )
    )


def _passages(pair: tuple[Passage, Passage], voice: Voice) -> Table:
    rows = (
        ("column.ref", [f"{each.ref} ({each.id})" for each in pair]),
        ("explain.field.above", [above(each.above) for each in pair]),
        ("column.text", [each.text for each in pair]),
        ("column.pillar_topic", [_topic(each, voice) for each in pair]),
        ("column.measures", [measures(each.code.measures, voice) for each in pair]),
        (
            "explain.field.by_hand",
            [said(each.code.by_hand, voice) if each.code.by_hand else "" for each in pair],
        ),
    )
    columns = (
        Column(voice.say("column.field"), width=_FIELD_WIDTH),
        *(Column(each.plan.id, ratio=1) for each in pair),
    )
    return Table(
        columns, tuple((Cell(voice.say(key)), *map(Cell, cells)) for key, cells in rows if any(cells))
    )


def _topic(passage: Passage, voice: Voice) -> str:
    code = passage.code
    return voice.listed([filed(code, voice), score(code.score) + mark_of(code)])


def _level(explained: PairExplained, voice: Voice) -> str:
    """The score, what it makes of the pair, and from where on it would be more or less."""
    limits = voice.listed(
        voice.say("explain.limit", level=voice.say(f"explain.level.{level}"), limit=score(least))
        for level, least in explained.limits.items()
    )
    level = voice.say(f"explain.level.{explained.level}")
    return voice.say("explain.score", score=score(explained.score), level=level, limits=limits)


def _by_hand(explained: PairExplained, voice: Voice) -> list[Block]:
    if explained.by_hand is None:
        return []
    known = {"said": said(explained.by_hand, voice), "score": score(explained.own_score)}
    return [Paragraph(voice.say("explain.pair_by_hand", **known), "warn")]


def _waterfall(explained: PairExplained, voice: Voice, size: int) -> list[Block]:
    """An addend a row, each beginning where the one before ends; the last row is the score of the table."""
    found = explained.contributions
    shares = apportioned([each.weight for each in found], explained.score, _PLACES)
    ends = list(accumulate(shares))
    rows = [
        (
            Cell(part(each.part, voice)),
            Cell(labelled(each.term, voice)),
            Cell(f"{share}"),
            Cell(f"{end}"),
            Cell(_drawn(end - share, share, size)),
        )
        for each, share, end in zip(found, shares, ends, strict=True)
    ]
    last = (
        Cell("", lead=voice.say("explain.column.score")),
        Cell(""),
        Cell(""),
        Cell("", lead=f"{ends[-1]}"),
    )
    columns = (
        Column(voice.say("explain.column.part"), width=PART_WIDTH),
        Column(voice.say("explain.column.words"), ratio=1),
        Column(voice.say("explain.column.share"), right=True),
        Column(voice.say("explain.column.sum"), right=True),
        Column("", width=size + 1),
    )
    table = Table(columns, (*rows, (*last, Cell(bar(explained.score, 1.0, size)))))
    heading = Heading(2, voice.say("explain.waterfall"))
    legend = Paragraph(voice.say("explain.waterfall_legend"), "dim")
    return [heading, table, legend] if explained.own_score else [heading, table]


def _drawn(before: Decimal, share: Decimal, size: int) -> str:
    """A bar that begins where the one above it ends."""
    return "░" * round(size * before) + bar(float(share), 1.0, size)


def _nothing(explained: PairExplained, voice: Voice) -> list[Block]:
    """Why there is no score."""
    if explained.nothing is None:
        return []
    pair = (explained.a, explained.b)
    topics = [voice.topic(each.code.topic) for each in pair]
    text = voice.say(f"explain.nothing.{explained.nothing}", a=topics[0], b=topics[1])
    return [Paragraph(text)]
