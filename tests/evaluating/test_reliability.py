"""Coefficients against published worked examples, against a library, and by their laws."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import krippendorff
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from qcompare.evaluating.reliability import Pattern, cohens_kappa, krippendorffs_alpha

CODES = st.sampled_from("abcd")


def columns(*coders: str) -> Counter[Pattern]:
    """Units from what each coder gave them, one character each; ``.`` is a unit that was skipped."""
    return Counter(
        tuple(None if code == "." else code for code in unit) for unit in zip(*coders, strict=True)
    )


@pytest.mark.parametrize(
    ("coders", "alpha"),
    [
        # K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011): A, B and C
        (("0100000010", "1110010000"), 0.095),
        (("aabbdcccedda", "babbbccceddd"), 0.692),
        (("123321412...", "1233224125.3", ".3332342251.", "12332441251."), 0.743),
    ],
)
def test_alpha_of_published_examples(coders: Sequence[str], alpha: float) -> None:
    found = krippendorffs_alpha(columns(*coders))
    assert found is not None
    assert round(found, 3) == alpha


@pytest.mark.parametrize(
    ("table", "kappa"),
    [
        # J. Fleiss, Statistical Methods for Rates and Proportions: two raters, 100 subjects, 3 diagnoses
        ({"pp": 75, "pn": 1, "po": 4, "np": 5, "nn": 4, "no": 1, "oo": 10}, 0.676),
        # by hand: 35 of 50 agree, 25 by chance
        ({"yy": 20, "yn": 5, "ny": 10, "nn": 15}, 0.4),
        ({"ab": 5, "ba": 5}, -1.0),
        ({"aa": 3, "bb": 4}, 1.0),
        ({"aa": 3, "ab": 1}, 0.0),
    ],
)
def test_kappa_of_published_examples(table: dict[str, int], kappa: float) -> None:
    found = cohens_kappa({tuple(codes): n for codes, n in table.items()})
    assert found is not None
    assert round(found, 3) == kappa


@pytest.mark.parametrize("table", [{}, {("a", "a"): 7}])
def test_what_is_not_defined(table: dict[Pattern, int]) -> None:
    assert cohens_kappa(table) is None
    assert krippendorffs_alpha(table) is None


def test_units_with_one_code_say_nothing() -> None:
    pairs = columns("aab", "abb")
    assert krippendorffs_alpha(pairs + columns("ab.", "..b")) == krippendorffs_alpha(pairs)
    assert krippendorffs_alpha(columns("ab", "..")) is None


@given(st.lists(st.tuples(*[st.one_of(st.none(), CODES)] * 3), min_size=2, max_size=30))
def test_alpha_is_that_of_the_library(rows: list[Pattern]) -> None:
    paired = [code for row in rows if sum(code is not None for code in row) > 1 for code in row if code]
    assume(len(set(paired)) > 1)
    counts = [[row.count(code) for code in "abcd"] for row in rows]
    expected = krippendorff.alpha(
        value_counts=counts, value_domain=list(range(4)), level_of_measurement="nominal"
    )
    assert krippendorffs_alpha(Counter(rows)) == pytest.approx(expected)


@given(st.lists(st.tuples(CODES, CODES), min_size=1, max_size=30))
def test_neither_hangs_on_who_is_who_or_on_names(rows: list[tuple[str, str]]) -> None:
    table: Counter[Pattern] = Counter(rows)
    turned: Counter[Pattern] = Counter((b, a) for a, b in rows)
    renamed: Counter[Pattern] = Counter((a * 2, b * 2) for a, b in rows)
    for statistic in (cohens_kappa, krippendorffs_alpha):
        value = statistic(table)
        assert statistic(turned) == pytest.approx(value)
        assert statistic(renamed) == pytest.approx(value)
        if value is not None:
            assert value <= 1
            assert (value == 1) == all(a == b for a, b in rows)
