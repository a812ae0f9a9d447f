from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.rendering.visible import one_line, visible

UNSEEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("质量\x1b[31m红", "质量␛[31m红"),
        ("a\x00b\x07c\x7f", "a␀b␇c␡"),
        ("甲\u202e乙\u2066", "甲⟨U+202E⟩乙⟨U+2066⟩"),
        ("零\u200b宽\ufeff", "零⟨U+200B⟩宽⟨U+FEFF⟩"),
        ("\x9b31m", "⟨U+009B⟩31m"),
        ("规\ue1e5模", "规⟨U+E1E5⟩模"),
        ("a\u2028b\x85c", "a⟨U+2028⟩b⟨U+0085⟩c"),
        ("\U000e0041", "⟨U+E0041⟩"),
        ("a\tb\r\n", "a b␍\n"),
        ("〔2018〕27号　“质量”—≥94%", "〔2018〕27号　“质量”—≥94%"),
        ("guǎn é Ж", "guǎn é Ж"),
    ],
)
def test_what_would_not_show_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_line_ends_get_a_sign_in_one_line() -> None:
    assert one_line("一\n二\x0b") == "一⏎二␋"


@given(st.text(st.characters(codec=None)))
def test_nothing_unseen_is_left_and_all_else_stays(text: str) -> None:
    shown = visible(text)
    assert not {unicodedata.category(c) for c in shown if c != "\n"} & UNSEEN
    harmless = "".join(c for c in text if c == "\n" or unicodedata.category(c) not in UNSEEN)
    assert visible(harmless) == harmless
    assert visible(shown) == shown
