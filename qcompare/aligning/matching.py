"""Counterparts: every pair of units that scores high enough; many-to-many, crossing, or none at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import fsum, sqrt

from qcompare.aligning.features import Features, Pillars, Vector, features, section_features
from qcompare.aligning.similarity import Shared, explained, likely, odds_of, steepest
from qcompare.links import joined
from qcompare.models import CodedPlan, Match, UnitAddress
from qcompare.settings import AligningWeights, Thresholds

_BEST = 5  # so many best scores of a unit say how crowded it is
_FAINT = 0.1  # what scores less counts nothing there, and need not be looked for

# Positions on either side to the score, if it were not for crowding, and what it is of.
_Pairs = Mapping[tuple[int, int], tuple[float, Shared]]
_Index = Mapping[str, Sequence[tuple[int, int]]]


def align(
    a: CodedPlan, b: CodedPlan, weights: AligningWeights, thresholds: Thresholds, pillars: Pillars
) -> tuple[Match, ...]:
    """The matches of two plans, by falling score; what scores below ``related_score``, or 0, is none."""
    limits = (thresholds.related_score, thresholds.min_score)
    return _matched(a, b, features(a, pillars), features(b, pillars), weights, limits)


def align_sections(
    a: CodedPlan, b: CodedPlan, weights: AligningWeights, thresholds: Thresholds, pillars: Pillars
) -> tuple[Match, ...]:
    """The matches of the sections that stand for themselves; addresses hold section ids."""
    limits = (thresholds.section_score, thresholds.section_score)
    return _matched(a, b, section_features(a, pillars), section_features(b, pillars), weights, limits)


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
    pairs = _candidates(left, right, weights, min(related, _FAINT))
    left, right = _crowded(left, right, pairs)
    found = (
        Match(
            a=UnitAddress(a.plan.meta.id, x.unit),
            b=UnitAddress(b.plan.meta.id, y.unit),
            score=reached,
            level="counterpart" if reached >= counterpart else "related",
            evidence=tuple(explained(x, y, weights)),
        )
        for (i, j), (alone, shared) in pairs.items()
        if alone >= related
        for x, y in [(left[i], right[j])]
        if (reached := likely(x, y, shared, weights)) >= related and reached > 0
    )
    return tuple(sorted(found, key=lambda match: -match.score))


def opposed(
    left: Sequence[Features], right: Sequence[Features], weights: AligningWeights
) -> tuple[Sequence[Features], Sequence[Features]]:
    """The features of two plans set against each other: with their crowding."""
    return _crowded(left, right, _candidates(left, right, weights, _FAINT))


def _crowded(
    left: Sequence[Features], right: Sequence[Features], pairs: _Pairs
) -> tuple[Sequence[Features], Sequence[Features]]:
    """Crowding is the mean of a unit's best scores, if it were not for crowding; faint ones count nothing."""
    rows: defaultdict[int, list[float]] = defaultdict(list)
    columns: defaultdict[int, list[float]] = defaultdict(list)
    for (i, j), (alone, _) in pairs.items():
        if alone >= _FAINT:
            rows[i].append(alone)
            columns[j].append(alone)
    return (
        [replace(x, crowding=_mean_of_best(rows[i])) for i, x in enumerate(left)],
        [replace(y, crowding=_mean_of_best(columns[j])) for j, y in enumerate(right)],
    )


def _mean_of_best(scores: Sequence[float]) -> float:
    return fsum(sorted(scores)[-_BEST:]) / _BEST


def _candidates(
    left: Sequence[Features], right: Sequence[Features], weights: AligningWeights, limit: float
) -> _Pairs:
    """The pairs that reach the limit if it were not for crowding.

    An index of one side finds what they share in a tenth of the time that comparing all pairs takes. Pairs
    come in the order of the left side, then of the right one.
    """
    texts, measures = _index(y.text for y in right), _index(y.measures for y in right)
    topics, pillars = _index(y.topics for y in right), _index(y.pillars for y in right)
    least, slopes = odds_of(limit, weights), steepest(weights)
    found: dict[tuple[int, int], tuple[float, Shared]] = {}
    for i, x in enumerate(left):
        rows = zip(
            _products(x.text, texts, len(right)),
            _products(x.measures, measures, len(right)),
            _minima(x.topics, topics, len(right)),
            _minima(x.pillars, pillars, len(right)),
            strict=True,
        )
        for j, (y, shared) in enumerate(zip(right, rows, strict=True)):
            # Two pairs in three end here, at a fifth of what their score would cost.
            most = slopes[0] * shared[0] / (x.length * y.length) + slopes[1] * sqrt(shared[0])
            if most + slopes[2] * shared[1] + slopes[3] * shared[2] + slopes[4] * shared[3] < least:
                continue
            if (alone := likely(x, y, shared, weights)) >= limit:
                found[i, j] = (alone, shared)
    return found


def _products(vector: Vector, index: _Index, size: int) -> list[int]:
    """The inner products of the vector and each of those in the index."""
    sums = [0] * size
    for key, weight in vector.items():
        for n, other in index.get(key, ()):
            sums[n] += weight * other
    return sums


def _minima(vector: Vector, index: _Index, size: int) -> list[int]:
    """What the vector and each of those in the index have in common."""
    sums = [0] * size
    for key, share in vector.items():
        for n, other in index.get(key, ()):
            sums[n] += min(share, other)
    return sums


def _index(vectors: Iterable[Vector]) -> _Index:
    """Key to the positions of the vectors that have it, with its weight there."""
    found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
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
    found = joined((*best.values(), *(match for match in matches if match.by_hand)))
    return {group: max(best[unit].score for unit in group) for group in found}


def _best_links(matches: Iterable[Match]) -> Mapping[UnitAddress, Match]:
    """Each unit's best counterpart."""
    best: dict[UnitAddress, Match] = {}
    for match in sorted((m for m in matches if m.level == "counterpart"), key=lambda m: -m.score):
        best.setdefault(match.a, match)
        best.setdefault(match.b, match)
    return best
