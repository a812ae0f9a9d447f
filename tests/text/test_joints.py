from __future__ import annotations

import pytest

from qcompare.text.layout.joints import Joints, all_neighbours, neighbours
from qcompare.text.words import Lexicon


@pytest.fixture(scope="module")
def joints(lexicon: Lexicon) -> Joints:
    return Joints(lexicon)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("不断提高产品质", "量和服务水平"),  # 质量
        ("推", "动"),
        ("《中华人", "民共和国产品质量法》"),  # a word of seven characters
        ("建立国务院办", "公厅牵头的机制"),
    ],
)
def test_a_word_runs_across_the_place(left: str, right: str, joints: Joints) -> None:
    assert joints.within_word(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("提高全市", "质量"),  # between two words
        ("一、总体要求", "为贯彻落实"),
        ("加强组织领导", "导入先进标准"),  # 导 ends one word and begins another
        ("工作要求", "和有关部门"),  # 求和 is a word, but no better than 要求 and 和
        ("首页", "面向社会"),
        ("，", "质量"),  # no ideograph on one side
        ("", "质量"),
        ("质量", ""),
    ],
)
def test_no_word_runs_across_the_place(left: str, right: str, joints: Joints) -> None:
    assert joints.gain(left, right) == 0


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("质量提升的", True),
        ("质量安全和", True),
        ("主动参与", False),
        ("有所作为", False),
        ("提高质量", False),
    ],
)
def test_the_last_word_is_a_particle(text: str, ends: bool, joints: Joints) -> None:
    assert joints.ends_in(text, "的和与为") is ends


def test_neighbours_of_a_place_are_among_those_of_a_text_that_joins_it() -> None:
    assert neighbours("质量提升", "行动计划") == "提升行动"
    assert all_neighbours("提升行动了") == {"提升行动", "升行动了"}
    assert all_neighbours("短文") == frozenset()
