"""The formats of numbers in Word's lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.reading.word.numerals import written
from qcompare.text.numerals import parse_numeral


@pytest.mark.parametrize(
    ("style", "numbers", "shown"),
    [
        ("decimal", [0, 1, 10, 1000], "0 1 10 1000"),
        ("decimalZero", [1, 9, 10], "01 09 10"),
        ("decimalFullWidth", [1, 20], "１ ２０"),
        ("decimalHalfWidth", [1, 20], "1 20"),
        ("decimalEnclosedCircle", [0, 1, 20, 21], "0 ① ⑳ 21"),
        ("decimalEnclosedCircleChinese", [1, 10], "① ⑩"),
        ("decimalEnclosedFullstop", [1, 20, 21], "⒈ ⒛ 21"),
        ("decimalEnclosedParen", [1, 20, 21], "⑴ ⒇ 21"),
        ("hex", [1, 10, 255], "1 A FF"),
        (
            "ordinal",
            [1, 2, 3, 4, 11, 12, 13, 21, 101, 111],
            "1st 2nd 3rd 4th 11th 12th 13th 21st 101st 111th",
        ),
        ("upperLetter", [1, 26, 27, 53, 780, 781], f"A Z AA AAA {'Z' * 30} 781"),
        ("lowerLetter", [1, 26, 27], "a z aa"),
        ("upperRoman", [1, 4, 9, 40, 90, 400, 780, 781], "I IV IX XL XC CD DCCLXXX 781"),
        ("lowerRoman", [3, 14], "iii xiv"),
        (
            "chineseCounting",
            [0, 1, 10, 11, 20, 21, 99, 100, 120],
            "0 一 十 十一 二十 二十一 九十九 一〇〇 一二〇",
        ),
        ("chineseCountingThousand", [1, 10, 19, 20, 99], "一 十 十九 二十 九十九"),
        (
            "chineseCountingThousand",
            [100, 101, 110, 111, 1001, 1010],
            "一百 一百〇一 一百一十 一百一十一 一千〇一 一千〇一十",
        ),
        ("chineseCountingThousand", [10_000, 10_010, 20_203], "一万 一万〇一十 二万〇二百〇三"),
        ("chineseCountingThousand", [10**8], "100000000"),
        ("chineseLegalSimplified", [1, 10, 11, 20, 105], "壹 壹拾 壹拾壹 贰拾 壹佰零伍"),
        ("taiwaneseCounting", [1, 10, 15, 100], "一 十 十五 一○○"),
        ("taiwaneseCountingThousand", [10, 101], "十 一百零一"),
        ("taiwaneseDigital", [1, 10], "一 一○"),
        ("ideographDigital", [1, 10, 21], "一 一〇 二一"),
        ("ideographEnclosedCircle", [1, 10, 11], "㊀ ㊉ 11"),
        ("ideographLegalTraditional", [2, 10, 16], "貳 壹拾 壹拾陸"),
        ("ideographTraditional", [1, 10, 11], "甲 癸 11"),
        ("ideographZodiac", [1, 12, 13], "子 亥 13"),
        ("ideographZodiacTraditional", [1, 2, 60, 61], "甲子 乙丑 癸亥 61"),
        ("japaneseCounting", [1, 10, 11, 20, 100, 120, 10_000], "一 十 十一 二十 百 百二十 一万"),
        ("japaneseDigitalTenThousand", [10, 25], "一〇 二五"),
        ("japaneseLegal", [1, 12], "壱 壱拾弐"),
        ("koreanDigital2", [10], "一零"),
        ("001, 002, 003, ...", [1, 99, 1000], "001 099 1000"),
        ("thaiLetters", [1, 2], "1 2"),
    ],
)
def test_numbers_in_a_format(style: str, numbers: list[int], shown: str) -> None:
    assert " ".join(written(number, style) for number in numbers) == shown


@pytest.mark.parametrize(
    ("style", "shown"), [("none", ""), ("bullet", ""), ("numberInDash", "- 3 -"), ("unheard-of", "3")]
)
def test_formats_of_another_kind(style: str, shown: str) -> None:
    assert written(3, style) == shown


@given(st.integers(1, 9_999_999))
def test_chinese_numerals_read_as_they_were_written(number: int) -> None:
    assert parse_numeral(written(number, "chineseCountingThousand")) == number
    assert parse_numeral(written(number, "taiwaneseCountingThousand")) == number
