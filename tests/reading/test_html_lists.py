"""Numbers of lists, by the attributes and styles that pages give them."""

from __future__ import annotations

import re

import pytest

from qcompare.reading.html import visible_text
from qcompare.reading.listing import OWN_NUMBER


def _lines(markup: str) -> list[str]:
    return [line for line in visible_text(markup).split("\n") if line]


@pytest.mark.parametrize(
    ("attributes", "numbers"),
    [
        ("", ["1. ", "2. "]),
        ("type=1", ["1. ", "2. "]),
        ("type=a", ["a. ", "b. "]),
        ("type=A start=26", ["Z. ", "AA. "]),
        ("type=i start=4", ["iv. ", "v. "]),
        ("type=I", ["I. ", "II. "]),
        ("type=disc", ["", ""]),
        ("reversed", ["2. ", "1. "]),
        ("reversed start=9", ["9. ", "8. "]),
        ("style='list-style-type: decimal-leading-zero' start=9", ["09. ", "10. "]),
        ("style='list-style-type:cjk-ideographic'", ["一、", "二、"]),
        ("style='list-style: inside SIMP-CHINESE-INFORMAL' start=10", ["十、", "十一、"]),
        ("style='list-style-type:trad-chinese-informal' start=101", ["一百零一、", "一百零二、"]),
        ("style='list-style-type:simp-chinese-formal'", ["壹、", "贰、"]),
        ("style='list-style-type:cjk-heavenly-stem'", ["甲、", "乙、"]),
        ("style='list-style-type:upper-roman; color:red'", ["I. ", "II. "]),
        ("style='list-style-type:georgian'", ["1. ", "2. "]),
        ("style='list-style:none'", ["", ""]),
        ("class='list-unstyled'", ["", ""]),
    ],
)
def test_the_ways_of_counting(attributes: str, numbers: list[str]) -> None:
    page = f"<ol {attributes}><li>质<li>量</ol>"
    assert _lines(page) == [number + text for number, text in zip(numbers, "质量", strict=True)]


def test_items_may_have_a_way_of_their_own() -> None:
    assert _lines("<ol><li type=a>甲<li style='list-style:none'>乙<li>丙</ol>") == ["a. 甲", "乙", "3. 丙"]


def test_other_lists_count_only_by_style() -> None:
    assert _lines("<ul style='list-style-type:decimal'><li>甲</ul><ul type=1><li>乙</ul>") == ["1. 甲", "乙"]


@pytest.mark.parametrize(
    "text",
    [
        "一、甲",
        "十二、甲",
        "（一）甲",
        "(3)甲",
        "1.甲",
        "1. 甲",
        "2、甲",
        "3)甲",
        "①甲",
        "第十条 甲",
        "第3章 甲",
        "1.1 甲",
        "⑴甲",
    ],
)
def test_numbers_of_the_authors(text: str) -> None:
    assert re.match(OWN_NUMBER, text)


@pytest.mark.parametrize(
    "text", ["1.5亿元", "2025年", "一批项目", "第一书记", "3个", "（略）", "1.2万家", "十年"]
)
def test_what_is_no_number_of_an_item(text: str) -> None:
    assert not re.match(OWN_NUMBER, text)
