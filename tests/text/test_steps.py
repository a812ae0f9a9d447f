"""The small repair steps, one by one: what they must and must not touch."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.models import Repair, Span, Suspect
from qcompare.text import steps
from qcompare.text.edits import Step, repair


@pytest.mark.parametrize(
    ("step", "text", "expected"),
    [
        (steps.widths, "２０２５年达到９５％，ＰＭ２．５", "2025年达到95％，PM2．5"),
        (steps.widths, "ａｂｃＸＹＺ（ＧＤＰ）：；！", "abcXYZ（GDP）：；！"),
        (steps.widths, "\u3000\u3000一、总体\u00a0要求\u2003。\u202f\u205f", "  一、总体 要求 。  "),
        (steps.widths, "tab\tand\nline", "tab\tand\nline"),
        (steps.unseen, "\ufeff质\u200b量\u00ad强\u2060市\x07\x9f", "质量强市"),
        (steps.unseen, "①\ufe0f葛\U000e0100\ufdd0", "①葛"),
        (steps.unseen, "甲\t乙\n丙 丁\r\n", "甲\t乙\n丙 丁\r\n"),
        (steps.zeros, "二O一八年、二oＯ九年、一九九◯年", "二〇一八年、二〇〇九年、一九九〇年"),
        (steps.zeros, "二0一二年、二00八年、二0一0年", "二〇一二年、二〇〇八年、二〇一〇年"),
        (steps.zeros, "二○二○年、○一是、O2O平台、二O、第一0二号", "二○二○年、○一是、O2O平台、二O、第一0二号"),
        (steps.dashes, "2012一2020年，到2020一", "2012—2020年，到2020一"),
        (steps.dashes, "2012一2020一30，12012一2020", "2012—2020一30，12012一2020"),
        (steps.dashes, "一2020年一季度", "一2020年一季度"),
        (steps.years, "2O18年至20l9年，2oO5年", "2018年至2019年，2005年"),
        (steps.years, "O2O、2O18、A2O18年、2018年、1OO1O年", "O2O、2O18、A2O18年、2018年、1OO1O年"),
        (steps.quotes, "国发„2008‟12号", "国发“2008”12号"),
        (steps.quotes, "„甲\n乙‟、„丙”", "„甲\n乙‟、„丙”"),
    ],
)
def test_one_character_for_another(step: Step, text: str, expected: str) -> None:
    assert repair(text, [step]).text == expected


def test_neighbours_are_one_repair_and_the_log_says_what_stood_where() -> None:
    clean = repair("到２０２５年，　ＧＤＰ", [steps.widths])
    assert clean.repairs == (
        Repair("width", "２０２５", "2025", 1),
        Repair("width", "　ＧＤＰ", " GDP", 7),
    )


def test_bytes_that_could_not_be_read_stay_and_are_reported() -> None:
    clean = repair("质\ufffd\ufffd强市\ufffd", [steps.undecoded])
    reason = "bytes that are no character in the file's encoding"
    assert (clean.text, clean.repairs) == ("质\ufffd\ufffd强市\ufffd", ())
    assert clean.suspects == (
        Suspect("encoding", "\ufffd\ufffd", Span(1, 3), reason),
        Suspect("encoding", "\ufffd", Span(5, 6), reason),
    )


@given(st.text())
def test_the_steps_that_map_characters_keep_the_length_and_find_nothing_more(text: str) -> None:
    for step in (steps.widths, steps.zeros, steps.dashes, steps.years, steps.quotes):
        once = repair(text, [step]).text
        assert len(once) == len(text)
        assert repair(once, [step]).repairs == ()
