"""Terms are found longest first, and never inside a longer word."""

from __future__ import annotations

import pytest

from qcompare.coding.terms import TermIndex
from qcompare.text.words import Lexicon

FORMS = (
    "标准",
    "标准化",
    "农业标准化",
    "印度",
    "质量",
    "产品质量",
    "首席质量官",
    "检验检测",
    "认证",
    "检验检测认证",
    "国家",
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("推进农业标准化", ["农业标准化"]),
        ("标准化和标准", ["标准化", "标准"]),
        ("印度尼西亚", []),  # one word that begins with another
        ("出口印度的产品", ["印度"]),
        (
            "落实首席质量官制度",
            ["首席质量官"],
        ),  # 质量 is inside it; the word 官制 across its edge does not matter
        ("检验检测认证机构", ["检验检测认证"]),
        ("检验检测、认证机构", ["检验检测", "认证"]),
        ("产品质量质量", ["产品质量", "质量"]),
        ("质", []),
        ("", []),
        ("到达标准", ["标准"]),
        ("中国家庭", []),  # 中国|家庭: two characters may not cut a word
        ("中国国家标准", ["标准"]),  # the head of the word 国家标准, not its beginning
    ],
)
def test_find(text: str, found: list[str], lexicon: Lexicon) -> None:
    hits = list(TermIndex(FORMS).find(text, lexicon.spans))
    assert [hit.form for hit in hits] == found
    assert [hit.span.of(text) for hit in hits] == found


def test_a_short_end_of_text_is_no_longer_form(lexicon: Lexicon) -> None:
    """Where the text ends, the slice of a longer form is shorter, and may be a form itself: found once."""
    assert [hit.form for hit in TermIndex(("质量", "质量安全")).find("提高质量", lexicon.spans)] == ["质量"]
