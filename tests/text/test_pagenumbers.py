from __future__ import annotations

import re

import pytest

from qcompare.models import Span, Suspect
from qcompare.text.edits import repair
from qcompare.text.layout.joints import Joints
from qcompare.text.layout.pagenumbers import bare, counting_on, cuts_word, inline_numbers, marked
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
        ("抓好质量工作，要着力夯实—1—产业基础。", "抓好质量工作，要着力夯实产业基础。"),  # nothing else
        ("抓好质量工作，要着力夯实 - 1 - 产业基础。", "抓好质量工作，要着力夯实产业基础。"),
        ("推\n—1—\n动高质量发展。", "推\n—1—\n动高质量发展。"),  # a line of its own is another's
        ("规划期为2012—1—2020年。", "规划期为2012—1—2020年。"),
        ("于2019-1-22印发。", "于2019-1-22印发。"),
        ("培育4—5个品牌。", "培育4—5个品牌。"),
    ],
)
def test_page_numbers_inside_lines(text: str, cleaned: str, lexicon: Lexicon) -> None:
    assert repair(text, [inline_numbers(Joints(lexicon))]).text == cleaned


@pytest.mark.parametrize(
    "text",
    [
        "重点任务-1-加强监管。",  # perhaps a code
        "质量指标详见附表—1—主要指标。",  # a label's number
        "新建幸福小区—12—栋住宅。",  # a measured figure
        "重点任务—1024—加强监管。",  # too high for a page
        "重点任务，\n—1—加强监管。",  # a list's mark
    ],
)
def test_a_number_between_dashes_that_nothing_proves_is_a_suspect(text: str, lexicon: Lexicon) -> None:
    found = inline_numbers(Joints(lexicon))(text)
    start, end = re.search(r"[-—]\d+[-—]", text).span()  # type: ignore[union-attr]
    reason = "looks like a page number inside a sentence"
    assert (found.edits, found.suspects) == (
        (),
        (Suspect("layout", text[start:end], Span(start, end), reason),),
    )


@pytest.mark.parametrize("numbers", [(2, 1), (1, 1)])
def test_numbers_that_do_not_rise_are_not_those_of_pages(numbers: tuple[int, int], lexicon: Lexicon) -> None:
    first, second = numbers
    text = f"{_PAGE}一是—{first}—加强{_PAGE}二是—{second}—落实。"
    found = inline_numbers(Joints(lexicon))(text)
    assert (found.edits, [doubt.text for doubt in found.suspects]) == ((), [f"—{first}—", f"—{second}—"])


def test_numbers_nearer_than_a_page_are_not_those_of_pages(lexicon: Lexicon) -> None:
    found = inline_numbers(Joints(lexicon))("重点任务—1—加强监管，其次—2—落实责任。")
    assert (found.edits, [doubt.text for doubt in found.suspects]) == ((), ["—1—", "—2—"])


@pytest.mark.parametrize(
    ("above", "number", "below", "cuts"),
    [
        ("深化服", 1, "务认证试点。", True),
        ("实施质量攻关工", 12, "程", True),
        ("深化服务", 1, "认证试点。", False),  # between two words
        ("深化服", 2018, "务认证试点。", False),  # a year
        ("全市新增创新型企业", 12, "家，比上年增加。", False),  # what is counted
        ("工", 1, "程", False),  # cells
    ],
)
def test_a_number_between_two_lines_cuts_a_word(
    above: str, number: int, below: str, *, cuts: bool, lexicon: Lexicon
) -> None:
    assert cuts_word(above, number, below, Joints(lexicon)) is cuts
