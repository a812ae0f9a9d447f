from __future__ import annotations

import pytest

from qcompare.text.edits import repair
from qcompare.text.layout.cutreadings import cut_readings


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("提高質\n(zhì)量", "提高質(zhì)\n量"),
        ("提高質(\nzhì)量", "提高質(zhì)\n量"),
        ("提高質(zh\nì)量", "提高質(zhì)\n量"),
        ("提高質(zhì\n)量", "提高質(zhì)\n量"),
        ("提高質 \n（zhì）量", "提高質（zhì）\n量"),
        ("提高質(zhì)量", "提高質(zhì)量"),
        ("提高質(zhì)\n量", "提高質(zhì)\n量"),
        ("提高質\n(zhi)量", "提高質(zhi)\n量"),
        ("企業\n(gdp)", "企業\n(gdp)"),
        ("企業\n(zhì)", "企業\n(zhì)"),
        ("企業\n(试行)", "企業\n(试行)"),
        ("quality\n(zhì)", "quality\n(zhì)"),
    ],
)
def test_line_ends_in_readings_move_behind_them(text: str, whole: str) -> None:
    assert repair(text, [cut_readings]).text == whole
