"""What a page annotates, and how likely a reading put there is."""

from __future__ import annotations

import pytest

from qcompare.text.annotated import Habit

_PAGE = "質(zhì)量和標(biāo)準(zhǔn)，質(zhì)量月，服務和發(fā)展，服務業"


@pytest.mark.parametrize(
    ("page", "annotates"),
    [(_PAGE, True), ("质量(a)和(GDP)", False), ("質(zhi)量", False), ("", False)],
)
def test_tones_show_that_a_page_has_annotations(page: str, annotates: bool) -> None:
    assert Habit(page).annotates is annotates


@pytest.mark.parametrize(
    ("page", "syllable", "writes"),
    [
        (_PAGE, "zhì", True),
        (_PAGE, "zhi", False),  # all its readings have tones
        ("質(zhi)量", "fa", True),  # and here none has
        ("质量", "fa", False),
    ],
)
def test_a_syllable_without_a_tone_counts_where_the_page_has_such(
    page: str, syllable: str, writes: bool
) -> None:
    assert Habit(page).writes(syllable) is writes


def test_the_likelier_an_annotation_the_less_it_costs() -> None:
    habit = Habit(_PAGE)
    known, new, plain = habit.cost("質", "zhì"), habit.cost("職", "zhí"), habit.cost("務", "wù")
    assert known == 0.0
    assert known > new > plain  # annotated elsewhere; not on the page; twice on it without
    assert habit.cost("質", "zhī") < known  # another tone
    assert habit.cost("和", "hé") < plain  # the same in simplified script, which this page never annotates
