"""Counterparts: every pair of units that scores high enough; many-to-many, crossing, or none at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from qcompare.aligning.features import Features, features, section_features
from qcompare.aligning.similarity import explained, least_words, score
from qcompare.models import CodedPlan, Match, UnitAddress
from qcompare.settings import AligningWeights, Thresholds


def align(a: CodedPlan, b: CodedPlan, weights: AligningWeights, thresholds: Thresholds) -> tuple[Match, ...]:
    """The matches of two plans, by falling score; what scores below ``related_score``, or 0, is none."""
    return _matched(a, b, features(a), features(b), weights, (thresholds.related_score, thresholds.min_score))


def align_sections(
    a: CodedPlan, b: CodedPlan, weights: AligningWeights, thresholds: Thresholds
) -> tuple[Match, ...]:
    """The matches of the sections that stand for themselves; addresses hold section ids."""
    limits = (thresholds.section_score, thresholds.section_score)
    return _matched(a, b, section_features(a), section_features(b), weights, limits)


def _matched(
    a: CodedPlan,
    b: CodedPlan,
    left: Sequence[Features],
    right: Sequence[Features],
    weights: AligningWeights,
    limits: tuple[float, float],
) -> tuple[Match, ...]:
    """Of equal scores the first in the text of ``a`` comes first, then the first in that of ``b``."""
    related, counterpart = limits
    found = (
        Match(
            a=UnitAddress(a.plan.meta.id, x.unit),
            b=UnitAddress(b.plan.meta.id, y.unit),
            score=reached,
            level="counterpart" if reached >= counterpart else "related",
            evidence=tuple(explained(x, y, weights)),
        )
        for x, y in _candidates(left, right, least_words(related, weights))
        if (reached := score(x, y, weights)) >= related and reached > 0
    )
    return tuple(sorted(found, key=lambda match: -match.score))


def _candidates(
    left: Sequence[Features], right: Sequence[Features], least: float
) -> Iterator[tuple[Features, Features]]:
    """The pairs that can reach the limit: with a shared measure, or with words enough in common.

    An index of the words on one side finds them in a tenth of the time that comparing all pairs takes, and
    loses none. Pairs come in the order of the left side, then of the right one.
    """
    words = _index(y.words for y in right)
    measures = _index(y.measures for y in right)
    for x in left:
        cosines: defaultdict[int, float] = defaultdict(float)
        for word, weight in x.words.items():
            for n, other in words.get(word, ()):
                cosines[n] += weight * other
        # Sums in another order than the score's may differ from it in their last digits.
        near = {n for n, reached in cosines.items() if reached >= least - 1e-9}
        near.update(n for measure in x.measures for n, _ in measures.get(measure, ()))
        yield from ((x, right[n]) for n in sorted(near))


def _index(vectors: Iterable[Mapping[str, float]]) -> Mapping[str, Sequence[tuple[int, float]]]:
    """Key to the positions of the vectors that have it, with its weight there."""
    found: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for n, vector in enumerate(vectors):
        for key, weight in vector.items():
            found[key].append((n, weight))
    return found


def groups(matches: Sequence[Match]) -> Mapping[frozenset[UnitAddress], float]:
    """Counterparts joined over all plans, with the score of the best pair in each group.

    A unit is joined with its best counterpart and with those whose best it is. All links together would
    chain half a plan into one group; the best ones keep to what belongs together, and every unit that has a
    counterpart is in exactly one group. What somebody set by hand is joined in any case.
    """
    best = _best_links(matches)
    found: dict[UnitAddress, set[UnitAddress]] = {}
    for match in (*best.values(), *(match for match in matches if match.by_hand)):
        joined = found.get(match.a, {match.a}) | found.get(match.b, {match.b})
        found.update(dict.fromkeys(joined, joined))
    return {frozenset(group): max(best[unit].score for unit in group) for group in found.values()}


def _best_links(matches: Iterable[Match]) -> Mapping[UnitAddress, Match]:
    """Each unit's best counterpart."""
    best: dict[UnitAddress, Match] = {}
    for match in sorted((m for m in matches if m.level == "counterpart"), key=lambda m: -m.score):
        best.setdefault(match.a, match)
        best.setdefault(match.b, match)
    return best
