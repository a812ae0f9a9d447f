from __future__ import annotations

from decimal import Decimal
from math import fsum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.rendering.rounding import apportioned, rounded

WEIGHTS = st.lists(st.floats(-20, 20), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("addends", "total", "places", "printed"),
    [
        ([], 0.0, 2, []),
        ([1.0], 1.0, 2, ["1.00"]),
        ([1 / 3, 1 / 3, 1 / 3], 1.0, 2, ["0.34", "0.33", "0.33"]),
        ([0.126, 0.126, 0.126], 0.378, 2, ["0.13", "0.13", "0.12"]),
        ([0.004, 0.004, 0.004], 0.012, 2, ["0.01", "0.00", "0.00"]),
        ([3.0, -5.0], -2.0, 2, ["3.00", "-5.00"]),
        ([3.337, -5.002], -1.665, 2, ["3.33", "-5.00"]),
        ([0.25, 0.5], 0.7504, 3, ["0.250", "0.500"]),
    ],
)
def test_addends_add_up(addends: list[float], total: float, places: int, printed: list[str]) -> None:
    assert [str(each) for each in apportioned(addends, total, places)] == printed


@given(WEIGHTS, st.integers(1, 6))
def test_the_sum_is_that_of_the_total_and_no_addend_is_far_off(weights: list[float], places: int) -> None:
    total = fsum(weights)
    printed = apportioned(weights, total, places)
    assert sum(printed) == rounded(total, places)
    step = Decimal(1).scaleb(-places)
    assert all(abs(shown - Decimal(each)) <= step for shown, each in zip(printed, weights, strict=True))


def test_nothing_has_no_sign() -> None:
    assert str(rounded(-0.001, 2)) == "0.00"
