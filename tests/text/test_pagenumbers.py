from __future__ import annotations

import pytest

from qcompare.models import Span, Suspect
from qcompare.text.edits import repair
from qcompare.text.layout.joints import Joints
from qcompare.text.layout.pagenumbers import bare, counting_on, inline_numbers, marked
from qcompare.text.words import Lexicon

_PAGE = "各部门要结合实际抓好落实。" * 15


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("— 12 —", 12),
        ("—1—", 1),
        ("- 3 -", 3),
        ("--3--", 3),
        ("第3页", 3),
        ("第 3 页 共 12 页", 3),
        ("第3页，共12页", 3),
        ("Page 3 of 12", 3),
        ("P3", 3),
        ("3", None),
        ("-3", None),
        ("2012—1—2020", None),
        ("第3页的表格", None),
        ("—", None),
    ],
)
def test_lines_that_say_that_they_are_page_numbers(line: str, number: int | None) -> None:
    assert marked(line) == number


@pytest.mark.parametrize(
    ("line", "number"), [("3", 3), ("· 3 ·", 3), ("3/12", 3), ("2018年", None), ("12345", None)]
)
def test_lines_that_may_be_page_numbers(line: str, number: int | None) -> None:
    assert bare(line) == number


def test_numbers_count_on_where_one_follows_the_other_a_page_later() -> None:
    numbers = [(0, 1), (100, 7), (300, 2), (600, 3), (610, 4), (1400, 9)]
    assert counting_on(numbers) == {0, 300, 600}


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("坚持质量第一，推—1—动高质量发展。", "坚持质量第一，推动高质量发展。"),
        ("坚持质量第一，推 - 1 - 动高质量发展。", "坚持质量第一，推动高质量发展。"),
        (
            "坚持质量第一，推\n—1— 动高质量发展。",
            "坚持质量第一，推\n动高质量发展。",
        ),  # the break is another's
        (f"{_PAGE}一是—1—加强{_PAGE}二是—2—落实。", f"{_PAGE}一是加强{_PAGE}二是落实。"),  # counting on
        ("推\n—1—\n动高质量发展。", "推\n—1—\n动高质量发展。"),  # a line of its own is another's
        ("规划期为2012—1—2020年。", "规划期为2012—1—2020年。"),
        ("于2019-1-22印发。", "于2019-1-22印发。"),
        ("培育4—5个品牌。", "培育4—5个品牌。"),
    ],
)
def test_page_numbers_inside_lines(text: str, cleaned: str, lexicon: Lexicon) -> None:
    assert repair(text, [inline_numbers(Joints(lexicon))]).text == cleaned


def test_a_number_between_dashes_that_nothing_proves_is_a_suspect(lexicon: Lexicon) -> None:
    found = inline_numbers(Joints(lexicon))("重点任务—1—加强监管。")
    reason = "looks like a page number inside a sentence"
    assert (found.edits, found.suspects) == ((), (Suspect("layout", "—1—", Span(4, 7), reason),))
