"""When: the years and words of time in a sentence, and which of them governs a figure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from qcompare.targets.clauses import without_asides

Tense = Literal["past", "future"]


@dataclass(frozen=True, slots=True)
class Mark:
    """From ``at`` on a sentence speaks of this time; ``year`` is None where it only says past or future."""

    at: int
    tense: Tense
    year: int | None = None


_WESTERN = r"(?:19|20)\d\d"
_YEAR = rf"(?:{_WESTERN}|二[〇零○][〇零○一二三四五六七八九]{{2}})\s?年"
_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_FIVE_YEARS = {"一": 2010, "二": 2015, "三": 2020, "四": 2025, "五": 2030, "六": 2035}

# Years that date what is said. The first row that fits a place counts.
_DATED = re.compile(
    # a year to count from, or a whole date, is no deadline: 较2010年, 自2015年以来, 2018年10月13日
    rf"(?P<skip>[较比与自从由以]\s?{_YEAR}|{_YEAR}\d{{1,2}}月\d{{1,2}}日|{_YEAR}[底末]?(?:以来|起|基础上|为基))"
    # 到2022年, 截至2021年底; of 2021—2023年 the end counts
    rf"|(?:[到至]|截[至止]|力争|(?:{_WESTERN}年?|月)\s?[-—–~～]{{1,2}})\s?(?P<by>{_YEAR})(?!度)"
    # 2020年底前, 2023年达到, 2025年,… and where a clause begins; not 迎接2022年冬奥会, 2018年度
    rf"|(?P<within>{_YEAR})(?=(?:\d{{1,2}}月)?(?:[底末前，,]|以前|之前)|[上下]半年|达|力争|实现|完成|全[市省年县区])"
    rf"|(?:^|(?<=[，。；,;：:\s]))(?P<first>{_YEAR})(?![度版])"
    # 十四五末, “十三五”期间
    r"|“?十(?P<plan>[一二三四五六])五”?+(?!以来|规划|计划|纲要)"
)
# Words that put what follows in the past …
_PAST = re.compile(
    r"已(?=达|有|成|建|经|完成|实现|形成|获|累计|连续|超|突破|初步|基本|取得|制定|发布|培育|创|认定|通过|先后|全面)"
    r"|目前|现有(?!.{0,6}基础)|去年|(?<![较比])上年(?!度末)|今年(?:上半年|前|一季度|以来)|近年|年来|以来|过去|同比"
    r"|最新公布|近日|日前|累计(?=达)|历史累计|(?<=[成设立增展得现举造定])了(?=\d)"
)
# … or ahead; this year is the plan's own.
_AHEAD = re.compile(
    r"(?P<now>今年)(?!上半年|前|一季度|以来|\d)|力争|确保|争取|下一步|今后|未来(?=[一二三四五\d几])|努力实现|预期目标|提出|要求(?!的)"
    r"|将(?=达|实|建|新|在|力|提|完)"
)


def marks(text: str, this_year: int | None) -> tuple[Mark, ...]:
    """The times a sentence speaks of, in order; what is dated before ``this_year`` is past."""
    text = without_asides(text)
    dated = [_dated(match, this_year) for match in _DATED.finditer(text) if not match["skip"]]
    past = [Mark(match.start(), "past") for match in _PAST.finditer(text)]
    ahead = [Mark(m.start(), "future", this_year if m["now"] else None) for m in _AHEAD.finditer(text)]
    return tuple(sorted((*dated, *past, *ahead), key=lambda mark: mark.at))


def _dated(match: re.Match[str], this_year: int | None) -> Mark:
    written = match["by"] or match["within"] or match["first"]
    year = int(written[:4].translate(_DIGITS)) if written else _FIVE_YEARS[match["plan"]]
    past = this_year is not None and year < this_year
    return Mark(match.start(), "past" if past else "future", year)


def governing(found: Sequence[Mark], at: int) -> tuple[Tense | None, int | None]:
    """Tense and deadline of what stands at ``at`` in a sentence with these marks.

    The nearest mark before it counts, else a deadline behind it if it is the only one.
    """
    before = [mark for mark in found if mark.at <= at]
    years = [mark.year for mark in (before or found) if mark.year and mark.tense == "future"]
    tense = before[-1].tense if before else None
    if tense == "past" or not years or (not before and len(years) > 1):
        return tense, None
    return tense, years[-1]
