from __future__ import annotations

import pytest

from qcompare.agreement import ClassFigures, Score
from qcompare.evaluating.counts import class_figures, macro_f1, ratio, score


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((3, 4, 6), Score(3, 4, 6, 0.75, 0.5, 0.6)),
        ((0, 0, 2), Score(0, 0, 2, None, 0.0, 0.0)),
        ((0, 2, 0), Score(0, 2, 0, 0.0, None, 0.0)),
        ((0, 0, 0), Score(0, 0, 0, None, None, None)),
    ],
)
def test_scores(counts: tuple[int, int, int], expected: Score) -> None:
    assert score(*counts) == expected


def test_a_share_of_nothing_is_none() -> None:
    assert (ratio(1, 4), ratio(0, 0)) == (0.25, None)


# Reference first. a: 2 of 3 found; b: its 1 found, and 1 too many; c: only the coder's.
ROWS = [("a", "a"), ("a", "a"), ("a", "b"), ("b", "b"), ("b", "c")]
A = ClassFigures("a", 3, 2, 1.0, 2 / 3, 0.8)
B = ClassFigures("b", 2, 2, 0.5, 0.5, 0.5)
C = ClassFigures("c", 0, 1, 0.0, None, 0.0)


def test_classes_come_in_order_without_those_that_nobody_uses() -> None:
    assert class_figures(ROWS, ["c", "unused", "b", "a"]) == (C, B, A)


def test_a_class_outside_the_order_is_none_but_its_errors_count() -> None:
    """Page furniture: what one side alone calls so is an error of the other's class."""
    assert class_figures([("a", "chrome"), ("chrome", "a"), ("a", "a")], ["a"]) == (
        ClassFigures("a", 2, 2, 0.5, 0.5, 0.5),
    )


def test_macro_f1() -> None:
    assert macro_f1((A, B, C)) == pytest.approx(1.3 / 3)
    assert macro_f1((A, B)) == pytest.approx(0.65)
    assert macro_f1(()) == 0
