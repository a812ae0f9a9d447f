"""Marks of a document in a line: dates, document numbers, the years in a title."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from qcompare.text.numerals import parse_numeral

HAN = "一-鿿〇"

# --- dates --------------------------------------------------------------------------------------

_YEAR = r"(?:19|20)\d{2}"
_HAN_YEAR = r"[一二][九零〇○0OoＯ][一二三四五六七八九零〇○0OoＯ]{2}"
DAY = (
    rf"(?:(?<!\d){_YEAR}\s*年\s*\d{{1,2}}\s*月\s*\d{{1,2}}\s*日"
    rf"|{_HAN_YEAR}\s*年\s*[一二三四五六七八九十]{{1,2}}\s*月\s*[一二三四五六七八九十]{{1,3}}\s*日)"
)
_WEB_DAY = rf"(?<!\d){_YEAR}([-/.])\d{{1,2}}\1\d{{1,2}}(?!\d)"
_ANY_DAY = re.compile(rf"{DAY}|{_WEB_DAY}")
_PARTS = re.compile(r"[\s年月日/.-]+")
_ZEROS = str.maketrans("0OoＯ○", "〇〇〇〇〇")


def read_day(text: str) -> date | None:
    """The first full date in a text, written as 2018年12月10日, 二〇一八年十二月十日 or 2018-12-10."""
    for match in _ANY_DAY.finditer(text):
        if day := _day(match.group()):
            return day
    return None


def _day(text: str) -> date | None:
    numbers = [_whole(part) for part in _PARTS.split(text) if part]
    year, month, day = numbers
    if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
        return date(year, month, day)
    return None


def _whole(text: str) -> int:
    return int(text if text.isdecimal() else parse_numeral(text.translate(_ZEROS)) or 0)


# --- document numbers ---------------------------------------------------------------------------

_NUMBER = re.compile(
    rf"(?P<organ>[{HAN}]{{2,12}})\s*[〔\[(（﹝【［„]\s*(?P<year>{_YEAR})\s*年?\s*[〕\])）﹞】］‟]"
    r"\s*(?P<n>第?\s*\d{1,4})\s*号"
)
_TITLE_END = re.compile(r"通知|意见|方案|计划|规划|纲要|措施|办法|决定|要点|号")  # …的通知|京政发〔2018〕5号


@dataclass(frozen=True, slots=True)
class DocNumber:
    """A document number in its usual form (京政发〔2018〕5号), its year, and where it stands in its text."""

    text: str
    year: int
    start: int
    end: int


def doc_numbers(text: str) -> Iterator[DocNumber]:
    """The document numbers in a text; brackets of any kind become 〔〕."""
    for match in _NUMBER.finditer(text):
        organ = _TITLE_END.split(match["organ"])[-1]
        if organ:
            written = f"{organ}〔{match['year']}〕{''.join(match['n'].split())}号"
            yield DocNumber(written, int(match["year"]), match.end("organ") - len(organ), match.end())


FRAME = " \t()（）[]【】:：-—|,，"  # what may stand around a number, a date or a title on their line


def own_number(text: str) -> DocNumber | None:
    """The number of a line that holds nothing else but dates and brackets."""
    found = next(doc_numbers(text), None)
    if found is None:
        return None
    rest = re.sub(DAY, "", text[: found.start] + text[found.end :])
    return None if rest.strip(FRAME) else found


# --- years of a title ---------------------------------------------------------------------------

_SPAN = re.compile(r"((?:19|20)\d{2})\s*年?\s*(?:[-—–－―‐~～至到]+|一)\s*((?:19|20)\d{2})")
_FIVE_YEARS = re.compile(r"[“\"]?十([二三四五])五[”\"]?")
_FIRST_YEARS = {"二": 2011, "三": 2016, "四": 2021, "五": 2026}
_YEAR_ALONE = re.compile(rf"(?<!\d){_YEAR}(?!\d)")


def period_of(names: Iterable[str]) -> tuple[int, int] | None:
    """The years that a title says the plan is for: (2021-2023年), or a five-year plan's (十四五)."""
    text = "\n".join(names)
    if (span := _SPAN.search(text)) and span[1] < span[2]:
        return int(span[1]), int(span[2])
    five = _FIVE_YEARS.search(text)
    first = _FIRST_YEARS[five[1]] if five else None
    return (first, first + 4) if first else None


def year_in(text: str | None) -> int | None:
    """The first year in a text, 1900 to 2099."""
    match = _YEAR_ALONE.search(text or "")
    return int(match.group()) if match else None
