"""Numbers of headings: the schemes of numbering and how a line begins with one."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from qcompare.text.numerals import parse_numeral

_HAN = r"[一二三四五六七八九十百零〇](?: ?[一二三四五六七八九十百零〇]){0,5}"
_MARK = "[、.．﹑]"
# What makes of 1.2018 a number with a title behind it: a year, a hotline (12315), and 1.5G networks.
_FIGURE_TITLE = r"(?=\d{4}\s*(?:年|[-—－~至]+\s*\d{4})|1[12]\d{3}(?!\d)|[3-6]G)"


@dataclass(frozen=True, slots=True)
class Scheme:
    """A way of numbering; a lower ``rank`` stands above, ``ref`` frames the number in a reference."""

    rank: int
    pattern: re.Pattern[str]
    ref: str


@dataclass(frozen=True, slots=True)
class Numbered:
    """A text that begins with a number: its scheme, the bare number, its value and where the rest begins.

    A figure in a circle is its own number (①). The value of what is no definite number is 0.
    """

    scheme: Scheme
    number: str
    value: int
    rest: int

    @property
    def rank(self) -> int:
        """The rank of the scheme."""
        return self.scheme.rank

    @property
    def ref(self) -> str:
        """The number as a reference shows it."""
        return self.scheme.ref.format(self.number)


ARTICLE, CHAPTER, ITEM, DECIMAL = 5, 6, 7, 8  # the ranks of 第一条, 一、, (一) and 1.
_SCHEMES = tuple(
    Scheme(rank, re.compile(pattern), ref)
    for rank, pattern, ref in (
        (1, rf"第\s*(?P<n>{_HAN}|\d{{1,2}})\s*编[、.\s]*", "第{}编"),
        (1, rf"第\s*(?P<n>{_HAN}|\d{{1,2}})\s*篇[、.\s]*", "第{}篇"),
        (2, rf"第\s*(?P<n>{_HAN}|\d{{1,2}})\s*部分[、.\s]*", "第{}部分"),
        (3, rf"第\s*(?P<n>{_HAN}|\d{{1,2}})\s*章[、.\s]*", "第{}章"),
        (4, rf"第\s*(?P<n>{_HAN}|\d{{1,2}})\s*节[、.\s]*", "第{}节"),
        (ARTICLE, rf"第\s*(?P<n>{_HAN}|\d{{1,3}})\s*条[、.\s]*", "第{}条"),
        # not 一、二、三产业融合, 二、三产业, 一、二类 or 三、四季度; but 二、一期工程
        (
            CHAPTER,
            rf"(?P<n>{_HAN})\s*{_MARK}{{1,2}}\s*+(?!一是|(?!一)(?:{_HAN})[、类级等是者线期产号季月审])",
            "{}",
        ),
        (ITEM, rf"(?:[（(]\s*(?P<n>{_HAN})\s*[）)]|(?P<glyph>[㈠-㈩]))\s*{_MARK}?\s*", "({})"),
        # not 1.5倍, 3.15晚会, 1.1 or 3、5号楼; but 1.2018年 and 1. 5个项目
        (
            DECIMAL,
            rf"(?:(?P<n>\d{{1,3}})\s*[.．、﹒](?:\s+|(?!\d)|{_FIGURE_TITLE})|(?P<glyph>[⒈-⒛])\s*)",
            "{}",
        ),
        (9, rf"(?:[（(]\s*(?P<n>\d{{1,3}})\s*[）)]|(?P<glyph>[⑴-⒇]))\s*{_MARK}?\s*", "({})"),
        (10, rf"(?P<n>\d{{1,2}})\s*[）)]\s*{_MARK}?\s*", "{})"),
        (11, rf"(?P<n>[①-⑳❶-❿➀-➓⓫-⓴⓵-⓾])\s*{_MARK}?\s*", "{}"),
    )
)
_HAN_DIGITS, _DIGITS = "一二三四五六七八九十百零〇", "0123456789"


def _all(*ranges: str) -> str:
    """All characters from the first to the last of each range."""
    return "".join(chr(c) for ends in ranges for c in range(ord(ends[0]), ord(ends[1]) + 1))


# What a number of each rank begins with, and the schemes that a character can begin.
_BEGINNINGS = {
    **dict.fromkeys(range(1, CHAPTER), "第"),
    CHAPTER: _HAN_DIGITS,
    ITEM: "（(" + _all("㈠㈩"),
    DECIMAL: _DIGITS + _all("⒈⒛"),
    9: "（(" + _all("⑴⒇"),
    10: _DIGITS,
    11: _all("①⑳", "❶❿", "➀➓", "⓫⓴", "⓵⓾"),
}
_SCHEMES_OF = {
    character: tuple(scheme for scheme in _SCHEMES if character in _BEGINNINGS[scheme.rank])
    for character in "".join(_BEGINNINGS.values())
}
LOOKAHEAD = 20  # characters: enough for any number and what must not follow it
_OPENING = re.escape("".join(_SCHEMES_OF))
# Where a number may stand within a line: behind a mark or a blank, or behind a word; there not as in 统一、,
# 第一、, 见（一）or 附件1.
_NO_FIGURE = "第见款条项和及或至到件表图录号部章节"
_NO_NUMERAL = f"统单唯同之不专划归逐万任如其若星期周{_NO_FIGURE}{_HAN_DIGITS}"
PLACES = re.compile(
    rf"(?<=[。！？：；，:;,”’」』》）)\] %％])(?=[{_OPENING}])"
    rf"|(?<=[\u3400-\u9fff])(?:(?<![{_NO_NUMERAL}])(?=[（({_HAN_DIGITS}])|(?<![{_NO_FIGURE}])(?=[{_DIGITS}第]))"
)


def numbered(text: str) -> Numbered | None:
    """How a line begins: with the number of a heading, be it one or not, and something behind it."""
    matches = ((scheme, scheme.pattern.match(text)) for scheme in _SCHEMES_OF.get(text[:1], ()))
    return next((_numbered(s, m) for s, m in matches if m and m.end() < len(text)), None)


def _numbered(scheme: Scheme, match: re.Match[str]) -> Numbered:
    groups = match.groupdict()
    written = groups.get("n") or unicodedata.normalize("NFKC", groups.get("glyph") or "").strip("().")
    number = written.replace(" ", "")
    plain = parse_numeral(number)
    value = plain if plain is not None else unicodedata.numeric(number, 0) if len(number) == 1 else 0
    return Numbered(scheme, number, int(value), match.end())
