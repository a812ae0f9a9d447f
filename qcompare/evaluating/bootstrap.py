"""Percentile bootstrap intervals: how far a figure would swing over other units of the kind."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from qcompare.agreement import LEVEL, RESAMPLES, Estimate
from qcompare.evaluating.reliability import Pattern

_SEED = 1960  # any would do; a fixed one gives the same interval on every run and machine

MemberT = TypeVar("MemberT")
Statistic = Callable[[Mapping[Pattern, int]], float | None]


def estimates(rows: Iterable[Pattern], statistics: Sequence[Statistic]) -> list[Estimate]:
    """Each statistic over the rows, and its interval over resampled rows, whatever their order.

    Units are drawn, with what every coder gave them. Resamples in which a statistic is not defined are left
    out of its interval. (Krippendorff's own bootstrap draws pairs of values and holds the disagreement that
    is expected; drawing units lets both swing, as another sample of text would.)
    """
    ordered = sorted(rows, key=repr)
    tables = [Counter(drawn) for drawn in resampled(ordered)]
    whole = Counter(ordered)
    return [interval(statistic(whole), map(statistic, tables)) for statistic in statistics]


def resampled(population: Sequence[MemberT]) -> Iterator[list[MemberT]]:
    """``RESAMPLES`` times as many members as there are, drawn with replacement, the same on every run."""
    rng = random.Random(_SEED)  # noqa: S311 (statistics, not secrets)
    for _ in range(RESAMPLES):
        yield rng.choices(population, k=len(population)) if population else []


def interval(value: float | None, resampled_values: Iterable[float | None]) -> Estimate:
    """The value between the percentiles of its resamples that leave ``LEVEL`` of them inside."""
    defined = sorted(each for each in resampled_values if each is not None)
    if value is None or not defined:
        return Estimate(value, None, None)
    tail = (1 - LEVEL) / 2
    return Estimate(value, _quantile(defined, tail), _quantile(defined, 1 - tail))


def _quantile(ordered: Sequence[float], share: float) -> float:
    """The value below which ``share`` of the values lie, between two of them in proportion."""
    at = share * (len(ordered) - 1)
    low = int(at)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (at - low) * (ordered[high] - ordered[low])
