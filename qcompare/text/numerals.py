"""Numerals: Arabic and Chinese, whole, decimal and fractional, as plain numbers."""

from __future__ import annotations

import re

_LONGEST = 32  # characters; nobody writes a longer figure, and the work stays bounded

# One way of writing for each thing: full-width figures, both scripts' characters, all zeros.
_SAME = str.maketrans("０１２３４５６７８９．，％兩萬億〇○", "0123456789.,%两万亿零零")

_DIGITS = {"零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_POWERS = (("亿", 1e8), ("万", 1e4))

_ARABIC = re.compile(r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)([十百千]?)", re.ASCII)
_FRACTION = re.compile(r"(.+)分之(.+)")  # 百分之三十, 三分之一
_TENTHS = re.compile(
    r"([\d.]+|[一二两三四五六七八九十])成([一二三四五六七八九半]?)", re.ASCII
)  # 九成, 八成五
_MARKED = {"%": 100, "‰": 1000}
_SHORT_TAIL = re.compile(
    r"(.*[一二两三四五六七八九])([百千])([一二两三四五六七八九])"
)  # 一百五 is 150, not 105
_SECTION = re.compile(
    r"(?:([一二两三四五六七八九])千)?"
    r"(?:零?([一二两三四五六七八九])百)?"
    r"(?:零?([一二两三四五六七八九])?(十))?"
    r"(?:零?([一二两三四五六七八九]))?"
)


def parse_numeral(text: str) -> float | None:
    """The number that ``text`` writes out, or None where it is no definite number.

    ``1,200`` is 1200, ``1.2万`` 12000, ``三千零五`` 3005, ``二〇二二`` 2022; shares are fractions of one
    (``百分之三十`` .3, ``三分之一`` .333…, ``九成`` .9). What is rounded down keeps its figure (``3000余``);
    what names no figure (``几``, ``十几``, ``三五``) is none.
    """
    plain = text.strip().translate(_SAME)
    if not plain or len(plain) > _LONGEST:
        return None
    if plain[-1] in "余多来":
        return _number(plain[:-1])
    return _share(plain) if any(mark in plain for mark in "分成%‰") else _number(plain)


def _share(text: str) -> float | None:
    if match := _FRACTION.fullmatch(text):
        whole, part = _number(match[1]), _number(match[2])
        return part / whole if whole and part is not None else None
    if match := _TENTHS.fullmatch(text):
        tenths = _number(match[1])
        rest = 5 if match[2] == "半" else _DIGITS.get(match[2], 0)
        return round(tenths / 10 + rest / 100, 6) if tenths is not None else None
    value = _number(text[:-1])
    return value / _MARKED[text[-1]] if value is not None and text[-1] in _MARKED else None


def _number(text: str) -> float | None:
    for mark, power in _POWERS:
        if mark in text:
            high, _, low = text.rpartition(mark)
            return _sum(_number(high), _below(low, power), power)
    if match := _ARABIC.fullmatch(text):
        return float(match[1].replace(",", "")) * _PLACES.get(match[2], 1)
    return _section(text)


def _sum(high: float | None, low: float | None, power: float) -> float | None:
    return None if not high or low is None or low >= power else round(high * power + low, 6)


def _below(text: str, power: float) -> float | None:
    """What follows 万 or 亿: nothing, a number, or one digit that stands for the next place (两万三)."""
    if not text:
        return 0
    if _DIGITS.get(text):
        return _DIGITS[text] * power / 10
    return _number(text.removeprefix("零"))


def _section(text: str) -> float | None:
    """A Chinese numeral below ten thousand, by places or digit by digit."""
    if all(character in _DIGITS for character in text):
        return _digit_by_digit(text)
    if text in _PLACES:
        return _PLACES[text]
    if match := _SHORT_TAIL.fullmatch(text):
        head = _section(match[1] + match[2])
        return head + _DIGITS[match[3]] * _PLACES[match[2]] / 10 if head is not None else None
    if match := _SECTION.fullmatch(text):
        thousands, hundreds, tens, ten, ones = match.groups()
        return float(
            1000 * _DIGITS.get(thousands, 0)
            + 100 * _DIGITS.get(hundreds, 0)
            + 10 * _DIGITS.get(tens, 1 if ten else 0)
            + _DIGITS.get(ones, 0)
        )
    return None


def _digit_by_digit(text: str) -> float | None:
    """二〇二二 is 2022; two digits side by side (三五, 两三) mean "a few"."""
    if not text or (len(text) == 2 and "零" not in text):
        return None
    return float("".join(str(_DIGITS[character]) for character in text))
