"""When a document was issued: its sign-off before its record; the web page's date gives a year at most."""

from __future__ import annotations

import re

from qcompare.parsing.headmatter import SignOff, sign_offs
from qcompare.parsing.marks import DAY, MONTH, read_day, read_year
from qcompare.parsing.page import Page

_TAIL = 12  # rows at the end in which an article is signed
_MOST_BELOW = 2  # dates on lines of their own below the head: signed and printed; more are a table's
_LEAD = 40  # characters before a deadline that tell whose it is
_SHORT = 80  # characters: a longer line is no line of page dates
_PLANNED = re.compile(r"(?<!到)(?<!\d)(20\d\d)年(?:起)?[，,]?(?:我|全|本)[省市州区县旗](?:将|要|计划|拟)")
# 到2020年底, but not what was done by then, nor what another document set.
_DEADLINE = re.compile(r"(?<!截)到(20\d\d)年(?:年?[底末])?[，,]?(?![^。；\n]{0,30}(?:已|了|累计))")
_QUOTED = re.compile(r"(?:提出|要求|规划|纲要|》)[^。；\n]{0,40}$")
_SIGNED_MONTH = re.compile(rf"[^\s。，；]{{0,30}}\s*[（(]?(?P<month>{MONTH})[)）]?")


def sign_off(page: Page) -> SignOff | None:
    """The first signed date, else a bare one, else the printers'; a table's dates are none of these.

    In the head a bare date below a sentence is as good as signed: it ends the notice above an annex.
    """
    found = list(sign_offs(page.rows, page.record))
    in_head = [each for each in found if each.row < len(page.head)]
    below = [each for each in found if each.row >= len(page.head)]
    ending = {each.row for each in in_head if page.begun is not None and each.row > page.begun}
    rows = (*in_head, *(below if len(below) <= _MOST_BELOW else ()))
    ranks = sorted(
        rows, key=lambda each: (each.printed, not each.organs and each.row not in ending, each.row)
    )
    return next(iter(ranks), None)


def article_sign_off(page: Page) -> SignOff | None:
    """A date that organs signed at the end; any other on the page is the page's or another document's."""
    last = len(page.rows) - _TAIL
    found = sign_offs(page.rows, page.record)
    return next((each for each in found if each.organs and each.row >= last), None)


def run_in_day(page: Page, issuer: str | None) -> SignOff | None:
    """The date right behind the issuer's name in a text without line ends; not of what it once issued."""
    pattern = rf"{re.escape(issuer or '')}\s*({DAY})(?!\s*(?:印发|发布|公布|出台|下发|召开|以|起|前|的|第))"
    match = re.search(pattern, page.body) if issuer else None
    day = read_day(match[1]) if match else None
    return SignOff(day, (), 0) if day else None


def signed_year(page: Page) -> int | None:
    """The year of a sign-off that names only a month, at the end of the page or of its head."""
    ends = (*page.head[-_TAIL:], *page.rows[-_TAIL:])
    months = (match["month"] for row in ends if (match := _SIGNED_MONTH.fullmatch(row.text)))
    return next(map(read_year, months), None)


def web_year(page: Page) -> int | None:
    """The year of the page's own date: recorded, or on a short line of the head that is no sentence."""
    short = (row.text for row in page.head if len(row.text) < _SHORT and not re.search("[。，,；]", row.text))
    day = page.record.web or next((day for text in short if (day := read_day(text))), None)
    return day.year if day and day.year <= _first_deadline(page.body) else None


def planned_year(body: str) -> int | None:
    """The year that a text plans as the one at hand: 2020年我市将…, none of its deadlines being earlier."""
    years = {int(match[1]) for match in _PLANNED.finditer(body)}
    year = min(years, default=None)
    return year if year and year <= _first_deadline(body) else None


def _first_deadline(body: str) -> int:
    """The first year that a text sets as a deadline to come; a page is no younger. 9999 if it sets none."""
    dated = (
        int(match[1])
        for match in _DEADLINE.finditer(body)
        if not _QUOTED.search(body, max(0, match.start() - _LEAD), match.start())
    )
    return min(dated, default=9999)
