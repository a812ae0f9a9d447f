"""Lines: what is not blank, and where it stands."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.models import Span
from qcompare.parsing.lines import Line, lines_of


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
