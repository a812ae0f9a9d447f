from __future__ import annotations

from collections.abc import Mapping
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.agreement import LEVEL, RESAMPLES, Estimate
from qcompare.evaluating.bootstrap import estimates, interval, resampled
from qcompare.evaluating.reliability import Pattern, cohens_kappa, krippendorffs_alpha


def agreed(table: Mapping[Pattern, int]) -> float:
    return sum(n for (a, b), n in table.items() if a == b) / sum(table.values())


def test_the_interval_of_a_share_is_that_of_the_binomial() -> None:
    rows = [("a", "a")] * 160 + [("a", "b")] * 40
    (found,) = estimates(rows, (agreed,))
    half = NormalDist().inv_cdf(0.5 + LEVEL / 2) * (0.8 * 0.2 / 200) ** 0.5
    assert found.value == 0.8
    assert found.low == pytest.approx(0.8 - half, abs=0.01)
    assert found.high == pytest.approx(0.8 + half, abs=0.01)


@given(st.permutations([("a", "a")] * 5 + [("a", "b")] * 2 + [("b", "b")] * 4 + [("b", None)]))
def test_neither_runs_nor_the_order_of_units_matter(rows: list[Pattern]) -> None:
    expected = estimates(sorted(rows, key=repr), (krippendorffs_alpha,))
    assert estimates(rows, (krippendorffs_alpha,)) == expected


def test_several_statistics_are_of_the_same_draws() -> None:
    rows = [("a", "a")] * 9 + [("a", "b"), ("b", "b")]
    both = estimates(rows, (cohens_kappa, krippendorffs_alpha))
    assert both == [*estimates(rows, (cohens_kappa,)), *estimates(rows, (krippendorffs_alpha,))]


def test_resamples_are_as_large_as_the_population() -> None:
    drawn = list(resampled("abc"))
    assert len(drawn) == RESAMPLES
    assert {len(each) for each in drawn} == {3}
    assert {member for each in drawn for member in each} == set("abc")
    assert list(resampled("")) == [[]] * RESAMPLES


@pytest.mark.parametrize(
    ("value", "resamples", "expected"),
    [
        (0.5, [n / 1000 for n in range(1001)], Estimate(0.5, 0.025, 0.975)),
        (0.5, [0.4, None, 0.4], Estimate(0.5, 0.4, 0.4)),
        (0.5, [None], Estimate(0.5, None, None)),
        (None, [0.1], Estimate(None, None, None)),
    ],
)
def test_percentiles(value: float | None, resamples: list[float | None], expected: Estimate) -> None:
    found = interval(value, reversed(resamples))
    assert (found.value, found.low, found.high) == pytest.approx(
        (expected.value, expected.low, expected.high)
    )
