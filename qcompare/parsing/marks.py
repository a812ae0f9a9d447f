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
MONTH = rf"(?:(?<!\d){_YEAR}|{_HAN_YEAR})\s*年\s*(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}})\s*月"
DAY = rf"(?:{MONTH}\s*(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})\s*日)"
STAMP = rf"(?<!\d){_YEAR}(?:-\d{{1,2}}-|/\d{{1,2}}/|\.\d{{1,2}}\.)\d{{1,2}}(?!\d)"
_ANY_DAY = re.compile(rf"{DAY}|{STAMP}")
_PARTS = re.compile(r"[\s年月日/.-]+")
_ZEROS = str.maketrans("0OoＯ○", "〇〇〇〇〇")


def read_day(text: str) -> date | None:
    """The first full date in a text, written as 2018年12月10日, 二〇一八年十二月十日 or 2018-12-10."""
    for match in _ANY_DAY.finditer(text):
        if day := _day(match.group()):
            return day
    return None


def read_year(text: str) -> int:
    """The year that opens a date: 2018年5月, 二〇一八年五月."""
    return _whole(_PARTS.split(text.strip())[0])


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
    rf"(?P<organ>[{HAN}]{{2,12}})\s*[〔\[(（﹝【［〖{{〈<„]\s*(?P<year>{_YEAR})\s*年?\s*[〕\])）﹞】］〗}}〉>‟]"
    r"\s*(?P<n>第?\s*\d{1,5})\s*号"
)
# What stands in front of an organ's sign: …的通知|京政发〔2018〕5号, 根据|京政发〔2018〕5号;
# not at its end: 发改规划〔2018〕5号.
_NOT_ORGAN = re.compile(
    r"(?:通知|意见|方案|计划|规划|纲要|措施|办法|决定|要点|细则|规则|规定|条例|清单|举措|预案|号"
    r"|文件|关于|根据|按照|依据|依照|遵照|贯彻|落实|执行|结合|明确|修改|修订|废止|转发|印发|下发|见于|以)(?!$)"
)
# Orders and announcements are counted without brackets: 某市人民政府令第12号, 公告2019年第5号, 第12号.
_ORDER = re.compile(
    rf"(?P<organ>[{HAN}]{{0,30}}(?:令|公告))?(?:(?P<year>{_YEAR})年)?第(?:\d{{1,4}}|[一二三四五六七八九十百〇零]{{1,5}})号"
)
_SPACED = re.compile(rf"\s*(?:[{HAN}]\s+)+[{HAN}]?\s*[〔\[(（﹝【［]")  # 京 政 发 〔2018〕9号
_HEADED = re.compile(
    rf"[{HAN}]{{4,40}}文件|文件?"
)  # the letterhead that a number shares its line with; 35号文


@dataclass(frozen=True, slots=True)
class DocNumber:
    """A document number in its usual form (京政发〔2018〕5号), its year, and where it stands in its text."""

    text: str
    year: int | None
    start: int
    end: int


def doc_numbers(text: str) -> Iterator[DocNumber]:
    """The document numbers in a text; brackets of any kind become 〔〕."""
    for match in _NUMBER.finditer(text):
        organ = _NOT_ORGAN.split(match["organ"])[-1]
        if organ:
            written = f"{organ}〔{match['year']}〕{''.join(match['n'].split())}号"
            yield DocNumber(written, int(match["year"]), match.end("organ") - len(organ), match.end())


FRAME = " \t()（）[]【】:：-—|,，"  # what may stand around a number, a date or a title on their line


def own_number(text: str) -> DocNumber | None:
    """The number of a line that holds nothing else but dates, brackets and a letterhead."""
    line = re.sub(DAY, " ", text)
    line = "".join(line.split()) if _SPACED.match(line) else line
    found = next(doc_numbers(line), None)
    if found is None:
        return _order(line)
    rest = (line[: found.start] + line[found.end :]).strip(FRAME)
    return found if not rest or _HEADED.fullmatch(rest) else None


def _order(line: str) -> DocNumber | None:
    """The number of an order or an announcement that is all of a line."""
    match = _ORDER.fullmatch("".join(line.split()).strip(FRAME))
    year = int(match["year"]) if match and match["year"] else None
    return DocNumber(match.group(), year, 0, len(line)) if match else None


# --- years of a title ---------------------------------------------------------------------------

_SPAN = re.compile(r"((?:19|20)\d{2})\s*年?\s*(?:[-—–－―‐─~～至到]+|一)\s*((?:19|20)\d{2})")
_FIVE_YEARS = re.compile(r"[“\"]?十([一二三四五])五[”\"]?|第十([一二三四五])个五年")
_FIRST_YEARS = {"一": 2006, "二": 2011, "三": 2016, "四": 2021, "五": 2026}
_YEAR_ALONE = re.compile(rf"(?<!\d){_YEAR}(?!\d)")
# Of another document that the title speaks of: 贯彻《纲要(2011-2020年)》…, 贯彻纲要(2011-2020年)的实施意见,
# 明确某发〔2012〕1号文件….
_ANOTHERS = re.compile(
    r"(?:贯彻|落实|执行|学习|宣传|实施)[^《》\n]{0,8}(?:《[^《》\n]*》|〈[^〈〉\n]*〉)"
    r"|(?:贯彻|落实|执行|学习|宣传)[^《》\n]{2,40}[)）](?=的?(?:若干|具体)?(?:实施|贯彻|落实|工作)?(?:意见|方案|通知|办法|细则|决定))"
    rf"|{_NUMBER.pattern}"
)


def own_years(title: str) -> str:
    """A title without the parts in which it speaks of another document, whose years are not its own."""
    return _ANOTHERS.sub("", title)


def period_of(names: Iterable[str]) -> tuple[int, int] | None:
    """The years that a title says the plan is for: (2021-2023年), or a five-year plan's (十四五)."""
    text = "\n".join(map(own_years, names))
    if (span := _SPAN.search(text)) and span[1] < span[2]:
        return int(span[1]), int(span[2])
    five = _FIVE_YEARS.search(text)
    first = _FIRST_YEARS[five[1] or five[2]] if five else None
    return (first, first + 4) if first else None


def year_in(text: str | None) -> int | None:
    """The first year in a text, 1900 to 2099."""
    match = _YEAR_ALONE.search(text or "")
    return int(match.group()) if match else None
