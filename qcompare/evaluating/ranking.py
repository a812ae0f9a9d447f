"""A ranking of pairs by score against those that are right: average precision and the best threshold.

Pairs of one score are one block that a threshold takes whole, so that no figure hangs on the order of ties.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, groupby
from operator import itemgetter

from qcompare.agreement import Estimate
from qcompare.evaluating.bootstrap import interval, resampled

Ranked = Sequence[tuple[float, bool]]  # score and whether it is right, by falling score


def steps(ranked: Ranked) -> Iterator[tuple[float, int, int]]:
    """For each score, from the highest: it, how many pairs reach it, and how many right ones."""
    reached = right = 0
    for score, block in groupby(ranked, key=itemgetter(0)):
        members = [is_right for _, is_right in block]
        reached, right = reached + len(members), right + sum(members)
        yield score, reached, right


def average_precision(ranked: Ranked, wanted: int) -> float | None:
    """The mean over ``wanted`` right pairs of the precision at the score of each; None if there are none.

    Right pairs that are not ranked count as never reached. This is the sum of precision times the gain in
    recall over all scores, without interpolation, as in scikit-learn's ``average_precision_score``.
    """
    total, before = 0.0, 0
    for _, reached, right in steps(ranked):
        total += (right - before) * right / reached
        before = right
    return total / wanted if wanted else None


def average_precision_estimate(ranked: Ranked, groups: Sequence[str], wanted: Mapping[str, int]) -> Estimate:
    """Average precision and its bootstrap interval.

    ``groups`` names for each pair the unit of the first plan in it, ``wanted`` how many right pairs each of
    these units has. Units are drawn with all their pairs, for pairs of one unit are not independent.
    """
    value = average_precision(ranked, sum(wanted.values()))
    units = sorted({*groups, *wanted})
    sample = _Sample(ranked, groups, units, [wanted.get(unit, 0) for unit in units])
    return interval(value, map(sample.average_precision, resampled(range(len(units)))))


class _Sample:
    """A ranking whose pairs count as often as their unit was drawn, laid out for a thousand draws."""

    def __init__(
        self, ranked: Ranked, groups: Sequence[str], units: Sequence[str], wanted: Sequence[int]
    ) -> None:
        number = {unit: n for n, unit in enumerate(units)}
        last = {score: n for n, (score, _) in enumerate(ranked)}
        self._wanted = wanted
        self._units = [number[group] for group in groups]
        self._right = [(number[groups[n]], last[score]) for n, (score, right) in enumerate(ranked) if right]
        self._ends = [end for _, end in self._right]

    def average_precision(self, drawn: Iterable[int]) -> float | None:
        times = [0] * len(self._wanted)
        for unit in drawn:
            times[unit] += 1
        total = sum(n * count for n, count in zip(times, self._wanted, strict=True))
        reached = list(accumulate(map(times.__getitem__, self._units)))
        gained = list(accumulate(times[unit] for unit, _ in self._right))
        by_end = dict(zip(self._ends, gained, strict=True))  # the last of a block counts
        found = sum(times[unit] * by_end[end] / reached[end] for unit, end in self._right if times[unit])
        return found / total if total else None
