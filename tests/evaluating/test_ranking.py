from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.evaluating.ranking import average_precision, average_precision_estimate, steps

RANKED = st.lists(st.tuples(st.sampled_from((0.0, 0.2, 0.5, 0.9)), st.booleans()), min_size=1, max_size=20)


def ranking(rows: list[tuple[float, bool]]) -> list[tuple[float, bool]]:
    return sorted(rows, key=lambda row: -row[0])


def test_each_score_is_one_step() -> None:
    ranked = [(0.9, True), (0.5, False), (0.5, True), (0.1, False)]
    assert list(steps(ranked)) == [(0.9, 1, 1), (0.5, 3, 2), (0.1, 4, 2)]


@pytest.mark.parametrize(
    ("ranked", "wanted", "expected"),
    [
        # the example of scikit-learn's average_precision_score: 1/2 · 1 + 1/2 · 2/3
        ([(0.8, True), (0.4, False), (0.35, True), (0.1, False)], 2, 5 / 6),
        ([(0.9, True), (0.8, True), (0.1, False)], 2, 1.0),
        ([(0.9, False), (0.1, True)], 1, 0.5),
        # one block: however it is ordered, each right pair in it has the block's precision
        ([(0.5, True), (0.5, False)], 1, 0.5),
        ([(0.5, False), (0.5, True)], 1, 0.5),
        # a right pair that is not in the ranking is never reached
        ([(0.9, True)], 2, 0.5),
        ([(0.9, False)], 0, None),
    ],
)
def test_average_precision(ranked: list[tuple[float, bool]], wanted: int, expected: float | None) -> None:
    assert average_precision(ranked, wanted) == pytest.approx(expected)


@given(RANKED)
def test_it_is_the_mean_precision_at_the_right_ones(rows: list[tuple[float, bool]]) -> None:
    right = [score for score, is_right in rows if is_right]
    above = [[r for s, r in rows if s >= score] for score in right]
    expected = sum(sum(each) / len(each) for each in above) / len(right) if right else None
    assert average_precision(ranking(rows), len(right)) == pytest.approx(expected)


@given(RANKED)
def test_only_the_order_of_scores_matters(rows: list[tuple[float, bool]]) -> None:
    squared = [(score**2, is_right) for score, is_right in rows]
    assert average_precision(ranking(squared), 20) == average_precision(ranking(rows), 20)


@given(st.lists(st.tuples(st.sampled_from((0.0, 0.5, 0.9)), st.booleans()), min_size=1, max_size=12))
def test_the_interval_of_units_with_all_their_pairs(rows: list[tuple[float, bool]]) -> None:
    ranked = ranking(rows)
    groups = [f"u{n % 3}" for n in range(len(ranked))]
    wanted = Counter(group for group, (_, right) in zip(groups, ranked, strict=True) if right)
    found = average_precision_estimate(ranked, groups, wanted)
    assert found.value == average_precision(ranked, wanted.total())
    if found.value is None:
        assert (found.low, found.high) == (None, None)
        return
    assert found.low is not None
    assert found.high is not None
    assert 0 < found.low <= found.high <= 1


def test_one_unit_has_one_resample() -> None:
    ranked = [(0.9, True), (0.5, False), (0.5, True)]
    found = average_precision_estimate(ranked, ["u1"] * 3, {"u1": 2})
    assert (found.value, found.low, found.high) == pytest.approx((5 / 6, 5 / 6, 5 / 6))


def test_a_unit_whose_right_pairs_are_not_ranked_is_drawn_too() -> None:
    found = average_precision_estimate([(0.9, True)], ["u1"], {"u1": 1, "u2": 1})
    assert (found.value, found.low, found.high) == (0.5, 0.0, 1.0)
