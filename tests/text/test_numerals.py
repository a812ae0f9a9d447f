from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.text.numerals import parse_numeral

DIGITS = "零一二三四五六七八九"


def spelled(n: int) -> str:
    """The usual Chinese spelling of 0–9999."""
    if n == 0:
        return "零"
    text, gap = "", False
    for power, place in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, n = divmod(n, power)
        if digit:
            text += ("零" if gap and text else "") + DIGITS[digit] + place
        gap = digit == 0
    return text.removeprefix("一") if text.startswith("一十") else text


def test_known_spellings() -> None:
    assert [spelled(n) for n in (10, 15, 20, 105, 110, 1005, 1050, 2019, 9999)] == [
        *("十", "十五", "二十", "一百零五", "一百一十", "一千零五", "一千零五十", "二千零一十九"),
        "九千九百九十九",
    ]


def test_all_numbers_below_ten_thousand_come_back_in_both_scripts() -> None:
    for n in range(10_000):
        assert parse_numeral(str(n)) == n
        assert parse_numeral(spelled(n)) == n


@given(st.integers(0, 9999), st.integers(0, 9999))
def test_ten_thousands_are_put_together(high: int, low: int) -> None:
    lower = "" if low == 0 else ("零" if low < 1000 else "") + spelled(low)
    assert parse_numeral(f"{spelled(high)}万{lower}") == (high * 10_000 + low if high else None)


@given(st.integers(0, 10**12))
def test_thousands_separators_and_full_width_digits(n: int) -> None:
    wide = str.maketrans("0123456789,", "０１２３４５６７８９，")
    assert parse_numeral(f"{n:,}") == parse_numeral(f"{n:,}".translate(wide)) == n


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,200", 1200),
        ("93.65", 93.65),
        ("３．５", 3.5),
        (" 48 ", 48),
        ("1.2万", 12_000),
        ("1.5万亿", 1.5e12),
        ("12亿3400万", 1_234_000_000),
        ("3千", 3000),
        ("两万三", 23_000),
        ("一百五", 150),
        ("一千二百五", 1250),
        ("十万", 100_000),
        ("一亿零三万", 100_030_000),
        ("兩萬", 20_000),
        ("二〇二二", 2022),
        ("二○二五", 2025),
        ("〇五", 5),
        ("百", 100),
        ("3000余", 3000),
        ("二十多", 20),
        ("百分之三十", 0.3),
        ("百分之百", 1),
        ("百分之12.5", 0.125),
        ("千分之五", 0.005),
        ("三分之一", 1 / 3),
        ("九成", 0.9),
        ("八成五", 0.85),
        ("七成半", 0.75),
        ("99.5%", 0.995),
        ("３‰", 0.003),
    ],
)
def test_ways_of_writing(text: str, value: float) -> None:
    assert parse_numeral(text) == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "几",
            "几十",
            "十几",
            "数百",
            "三五",
            "两三",
            "第一",
            "万",
            "亿",
            "零万",
            "1,23",
            "1.2.3",
            "一二十",
        ),
        *("百分之", "分之三", "零分之三", "十分", "五成群", "半成", "²"),
        *("一" * 40, "9" * 400, "万" * 30, "分之" * 15),
    ],
)
def test_what_is_no_definite_number(text: str) -> None:
    assert parse_numeral(text) is None


@given(st.text("零一二两三十百千万亿分之成几余.,%0123456789", max_size=40))
def test_any_jumble_is_a_number_or_none(text: str) -> None:
    value = parse_numeral(text)
    assert value is None or value >= 0
