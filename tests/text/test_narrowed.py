"""Half-width marks are widened only where the page itself shows that a program made them half-width."""

from __future__ import annotations

import pytest

from qcompare.text.edits import Edit
from qcompare.text.narrowed import narrowed

_SLIP = "大局!秾施"  # a slip begins at its third character
_FULL = "甲，乙，丙，丁"


@pytest.mark.parametrize(
    ("text", "slip", "widened"),
    [
        # the page keeps its full-width commas, so its narrow semicolon and exclamation mark were made so
        (f"{_SLIP}{_FULL};戊!己", 2, {12: "；", 14: "！"}),
        # a mark that the page has in full width too may be the author's own
        (f"{_SLIP}{_FULL}；;戊", 2, {}),
        # two forms show nothing of the page
        (f"{_SLIP}甲，乙，丙;丁", 2, {}),
        # a page that is half-width throughout stays as found
        (f"{_SLIP}甲,乙,丙;丁", 2, {}),
        # no mark slipped: the program may have left marks alone
        (f"大局秾施{_FULL};戊", 2, {}),
        # between Latin letters and figures marks are narrow by right
        (f"{_SLIP}{_FULL}a;b 1:2", 2, {}),
    ],
)
def test_marks_are_widened_on_the_pages_own_evidence(text: str, slip: int, widened: dict[int, str]) -> None:
    found = narrowed(text, [Edit(slip, slip + 2, "。《實", "byteslip")])
    assert {edit.start: edit.new for edit in found} == widened
