"""How much words tell: the shipped weights, and what counts as a word at all."""

from __future__ import annotations

import pytest

from qcompare.aligning.background import background, telling
from tests.aligning.conftest import RARE


@pytest.mark.parametrize("word", [*RARE, "CQO", "PM2", "R&D", "12315", "19001", "缺陷召回登记"])
def test_words_off_the_list_are_rare_ones(word: str) -> None:
    assert word not in background()
    assert telling(word) == 1.0


@pytest.mark.parametrize("word", ["的", "，", "。", " ", "", "5", "98", "100", "98.5", "2018", "1999", "A"])
def test_marks_single_letters_amounts_and_years_tell_nothing(word: str) -> None:
    assert telling(word) == 0.0


@pytest.mark.parametrize(
    ("common", "rarer"), [("质量", "计量"), ("提升", "召回"), ("加强", "标准化"), ("服务", "电梯")]
)
def test_words_that_every_plan_uses_tell_less(common: str, rarer: str) -> None:
    assert 0 < telling(common) == background()[common] < 0.5 < telling(rarer)


def test_shipped_weights_are_shares_of_one() -> None:
    assert len(background()) > 500
    assert all(0 < weight <= 1 for weight in background().values())
