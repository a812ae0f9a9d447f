from __future__ import annotations

import pytest

from qcompare.agreement import Coded, Coding
from qcompare.evaluating.codings import keyed, keys, patterns, substance


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("提高 质量", "提高质量"),
        (" 提高\u3000质\n量\t", "提高质量"),
        ("提高，质量。", "提高质量"),
        ("６.提高质量;", "提高质量"),
        ("(三)提高质量", "提高质量"),
        ("1.2万件", "12万件"),
        ("12万件", "12万件"),
        ("——", "——"),
    ],
)
def test_what_a_text_says(text: str, said: str) -> None:
    assert substance(text) == said


def test_repeated_texts_are_told_apart_by_their_order() -> None:
    assert keys(["甲", "乙 ", "甲", "甲"]) == [("甲", 0), ("乙", 0), ("甲", 1), ("甲", 2)]


def coding(*units: tuple[str, str]) -> Coding:
    return Coding("x", tuple(Coded(text, topic) for text, topic in units))


def test_patterns_join_what_two_or_more_coded() -> None:
    a = keyed(coding(("甲", "p"), ("乙", "q"), ("甲", "r"), ("丁", "p")))
    b = keyed(coding(("乙", "q"), ("甲", "p"), ("丙", "s")))
    c = keyed(coding(("丙", "t"), ("甲", "p")))
    assert patterns([a, b, c]) == [("p", "p", "p"), ("q", "q", None), (None, "s", "t")]
    assert patterns([a, b]) == [("p", "p"), ("q", "q")]
