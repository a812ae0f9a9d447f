"""The document's own number, never one that it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qcompare.parsing.headline import ARTICLES, Headline
from qcompare.parsing.headmatter import Row
from qcompare.parsing.marks import DocNumber, doc_numbers, own_number
from qcompare.parsing.page import Page
from qcompare.parsing.placing import told_by

_HANDS_ON = re.compile(r"转发|批转")
_ORDERS = re.compile(r".{2,30}(?:令|公告)")
_NATIONS = ("中发", "中办", "国发", "国办", "国函")  # what only the nation's numbers begin with


def number_of(page: Page, headline: Headline, issuer: str | None) -> DocNumber | None:
    """The number in the page's record, alone on a line of the head, or beside the title.

    None where a city's or a province's page bears the nation's number alone.
    """
    beside = (found for row in headline.rows if (found := _beside(row.text)))
    titled = next(beside, None) if headline.kind not in ARTICLES else None
    alone = next(_alone(_above_annex(page, headline)), None)
    number = page.record.number or alone or titled or _run_in(page, headline)
    is_nations = number is not None and number.text.startswith(_NATIONS)
    return (
        None if is_nations and told_by(issuer or headline.title).level not in (None, "national") else number
    )


def _above_annex(page: Page, headline: Headline) -> Sequence[Row]:
    """The rows that can hold the number: what a notice hands on from above stands below it with its own."""
    return page.head[: page.begun] if _HANDS_ON.search(headline.notice or "") else page.head


def _alone(rows: Sequence[Row]) -> Iterator[DocNumber]:
    """The numbers alone on a line; a bare 第82号 with the line above it, if that ends in 令 or 公告."""
    above = ""
    for row in rows:
        headed = own_number(above + row.text) if _ORDERS.fullmatch(above) else None
        if found := headed or own_number(row.text):
            yield found
        above = row.text


def _beside(line: str) -> DocNumber | None:
    """The number at either end of a title line."""
    found = list(doc_numbers(line))
    ends = (n for n in found if not line[: n.start].strip(" （(【[") or not line[n.end :].strip(" ）)】]"))
    return next(ends, None)


def _run_in(page: Page, headline: Headline) -> DocNumber | None:
    """The number that opens a page without line ends, right before the title."""
    number = next(doc_numbers(page.body), None)
    title = headline.notice or headline.title
    opens = number and number.start == 0 and page.body[number.end :].lstrip(" 《").startswith(title)
    return number if opens else None
