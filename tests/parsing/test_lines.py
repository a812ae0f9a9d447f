"""Lines: what is not blank, and where it stands."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.models import Span
from qcompare.parsing.lines import Line, lines_of, numbers_joined


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", ()),
        (" \n\t\n\u3000", ()),
        ("甲", (Line("甲", Span(0, 1)),)),
        ("  甲 乙 \n\n\u3000丙\r\n", (Line("甲 乙", Span(2, 5)), Line("丙", Span(9, 10)))),
        ("甲\n甲\n", (Line("甲", Span(0, 1)), Line("甲", Span(2, 3)))),
        ("\n\u2028甲\x1c\x85", (Line("甲", Span(2, 3)),)),
    ],
)
def test_lines(text: str, lines: tuple[Line, ...]) -> None:
    assert tuple(lines_of(text)) == lines


@given(st.text(st.sampled_from("甲乙 \u3000\t\r\n\u2028")))
def test_lines_are_their_text_and_leave_only_blanks_between(text: str) -> None:
    lines = tuple(lines_of(text))
    assert all(line.span.of(text) == line.text == line.text.strip() != "" for line in lines)
    assert all(a.span.end < b.span.start for a, b in pairwise(lines))
    held = "".join(line.text for line in lines)
    assert len(text) - len(held) == sum(map(str.isspace, text)) - sum(map(str.isspace, held))


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("一、\n总体要求\n（一）\n\n目标。", ["一、\n总体要求", "（一）\n\n目标。"]),
        ("第一章\n总则\n1.\n抽查", ["第一章\n总则", "1.\n抽查"]),
        # a cell, a number below a number, a paragraph, a row of a table
        ("1\n合格率", ["1", "合格率"]),
        ("一、\n二、\n任务", ["一、", "二、\n任务"]),
        ("一、\n（一）目标", ["一、", "（一）目标"]),
        ("一、\n" + "质" * 45, ["一、", "质" * 45]),
        ("一、\n产品\t96%", ["一、", "产品\t96%"]),
        ("要求\n一、", ["要求", "一、"]),
    ],
)
def test_a_number_on_a_line_of_its_own(text: str, joined: list[str]) -> None:
    lines = tuple(numbers_joined(lines_of(text), text))
    assert [line.text for line in lines] == joined
    assert all(line.span.of(text) == line.text for line in lines)


def test_what_stands_between_a_number_and_a_line_parts_them() -> None:
    first, _, last = lines_of("一、\n浏览量：12\n要求")
    assert tuple(numbers_joined((first, last), "一、\n浏览量：12\n要求")) == (first, last)
