"""How much pairs of characters tell: the shipped weights, and what counts as a shingle at all."""

from __future__ import annotations

import pytest

from qcompare.aligning.background import UNSEEN, background, shingles
from tests.aligning.conftest import RARE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("质量月", ["质量", "量月"]),
        ("抽查、抽检", ["抽查", "抽检"]),  # marks part what is no pair
        ("设立CQO岗位", ["设立", "CQO", "岗位"]),
        ("拨打12315热线", ["拨打", "12315", "热线"]),
        ("贯彻ISO19001", ["贯彻", "ISO19001"]),
        # years, amounts, marks, single characters and letters are none
        ("2018年9月，达98.5%以上", ["以上"]),
        ("到2020年。", []),
        ("A类", []),
        ("", []),
    ],
)
def test_shingles(text: str, expected: list[str]) -> None:
    assert shingles(text) == expected


@pytest.mark.parametrize("word", [*RARE, "CQO", "12315"])
def test_what_is_off_the_list_is_rare_but_no_word_of_the_field(word: str) -> None:
    assert word not in background()
    assert UNSEEN == 0.67


@pytest.mark.parametrize(
    ("common", "rarer"), [("质量", "计量"), ("提升", "召回"), ("加强", "追溯"), ("服务", "电梯")]
)
def test_what_every_plan_says_tells_less(common: str, rarer: str) -> None:
    assert 0 < background()[common] < background()[rarer]


@pytest.mark.parametrize("word", ["召回", "追溯", "合格", "官制"])
def test_terms_of_the_field_tell_more_than_what_is_merely_rare_or_as_common(word: str) -> None:
    assert background()[word] >= 0.5


def test_shipped_weights_are_shares_of_one() -> None:
    assert len(background()) > 10_000
    assert all(0 < weight <= 1 for weight in background().values())
