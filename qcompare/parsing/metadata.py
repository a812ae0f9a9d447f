"""Who issued what, where and when: read from the head, the sign-off and the page's record of a document."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from qcompare.models import Kind, Metadata, Section, Unit
from qcompare.parsing.articles import about, issued_year
from qcompare.parsing.headline import Headline, headline_of
from qcompare.parsing.headmatter import (
    Record,
    Row,
    SignOff,
    head_of,
    letterhead,
    read_record,
    rows_of,
    sign_offs,
)
from qcompare.parsing.issuing import Place, is_complete, organs, place_of, title_organs
from qcompare.parsing.marks import DAY, DocNumber, doc_numbers, own_number, period_of, read_day, year_in
from qcompare.parsing.titles import page_kind
from qcompare.text.cities import City, cities_called

_TAIL = 12  # rows at the end in which an article is signed
_MOST_BELOW = 2  # dates on lines of their own below the head: signed and printed; more are a table's
_SHORT = 80  # characters: a longer line is no line of page dates
_ARTICLES: tuple[Kind, ...] = ("interpretation", "news")
YearSource = Literal["text", "page", "given"]


@dataclass(frozen=True, slots=True)
class _Page:
    """What was looked at: all rows, those ahead of the body, the text without furniture, the record."""

    rows: tuple[Row, ...]
    head: tuple[Row, ...]
    body: str
    record: Record


def read_metadata(
    units: Sequence[Unit], sections: Sequence[Section], text: str, given: Mapping[str, object], stem: str
) -> Metadata:
    """The metadata of a cleaned text that was cut into ``units`` and ``sections``.

    ``given`` (front matter, plans.yaml) goes before what is read. ``stem`` is the id of a document that names
    no city or year.
    """
    page = _page(text, units, sections)
    headline = _with_given_title(headline_of(page.head, page.rows, page.record.title, stem), given)
    is_article = headline.kind in _ARTICLES
    spoken_of = about(headline.title, page.body) if is_article else None
    signed = _article_sign_off(page) if is_article else _sign_off(page)
    issuer = _said(given, "issuer") or (_signers(signed) if is_article else _issuer(page, headline, signed))
    signed = signed if signed or is_article else _run_in_day(page, issuer)
    names = (issuer, headline.title, headline.notice, spoken_of.title if spoken_of else None)
    number = next(doc_numbers(_said(given, "doc_number") or ""), None) or _number(page, headline)
    read = Metadata(
        id="",
        title=headline.title,
        kind=headline.kind,
        period=period_of(name for name in names[1:] if name),
        notice_title=headline.notice,
        doc_number=_said(given, "doc_number") or (number.text if number else None),
        issuer=issuer,
        issued=_said(given, "issued") or _issued(page, signed, is_article=is_article),
        about=spoken_of,
        digest=given.get("digest") is True,
    )
    placed = _placed(read, place_of(names, page.body), given)
    dated = _dated(placed, page, number, given)
    return replace(dated, id=_said(given, "id") or _plan_id(dated, stem))


def _page(text: str, units: Sequence[Unit], sections: Sequence[Section]) -> _Page:
    rows = rows_of(text, units, sections)
    body = "\n".join(row.text for row in rows if not row.chrome)
    return _Page(rows, head_of(rows, sections), body, read_record(rows))


# --- what is given ------------------------------------------------------------------------------


def _said(given: Mapping[str, object], key: str) -> str | None:
    """A given value as text; dates are ISO dates."""
    value = given.get(key)
    return None if value is None else str(value)


def _with_given_title(headline: Headline, given: Mapping[str, object]) -> Headline:
    title = _said(given, "title")
    kind = next((kind for kind in get_args(Kind) if kind == given.get("kind")), None)
    read = replace(headline, title=title, kind=page_kind(title) or headline.kind) if title else headline
    return replace(read, kind=kind or read.kind)


def _placed(meta: Metadata, place: Place, given: Mapping[str, object]) -> Metadata:
    """The metadata with the place that was read, or with the city that is given by pinyin or name."""
    city = _given_city(place, given)
    if city and city != place.city:
        place = Place("city", city, city.province)
    return replace(
        meta,
        city=city.pinyin if city else _said(given, "city"),
        city_zh=city.name if city else _said(given, "city_zh"),
        province=place.province,
        district=place.district,
        level=place.level,
    )


def _given_city(place: Place, given: Mapping[str, object]) -> City | None:
    """The city that is given, by the name if two share the pinyin and by the text if no name is given.

    None for one that the table does not hold.
    """
    pinyin, name = _said(given, "city"), _said(given, "city_zh")
    if not (pinyin or name):
        return place.city
    called = cities_called(name or "") or cities_called(pinyin or "")
    return place.city if place.city in called else next(iter(called), None)


# --- number, issuer, date -----------------------------------------------------------------------


def _number(page: _Page, headline: Headline) -> DocNumber | None:
    """The document's own number: in the page's record, alone on a line of the head, or beside the title."""
    alone = (found for row in page.head if (found := own_number(row.text)))
    beside = (found for row in headline.rows if (found := _beside(row.text)))
    titled = next(beside, None) if headline.kind not in _ARTICLES else None
    return page.record.number or next(alone, None) or titled or _run_in_number(page, headline)


def _beside(line: str) -> DocNumber | None:
    """The number at either end of a title line."""
    found = list(doc_numbers(line))
    ends = (n for n in found if not line[: n.start].strip(" （(【[") or not line[n.end :].strip(" ）)】]"))
    return next(ends, None)


def _run_in_number(page: _Page, headline: Headline) -> DocNumber | None:
    """The number that opens a page without line ends, right before the title."""
    number = next(doc_numbers(page.body), None)
    title = headline.notice or headline.title
    opens = number and number.start == 0 and page.body[number.end :].lstrip(" 《").startswith(title)
    return number if opens else None


def _sign_off(page: _Page) -> SignOff | None:
    """The first signed date, else a bare one, else the printers'; a table's dates are none of these."""
    found = list(sign_offs(page.rows, page.record))
    in_head = [each for each in found if each.row < len(page.head)]
    below = [each for each in found if each.row >= len(page.head)]
    rows = (*in_head, *(below if len(below) <= _MOST_BELOW else ()))
    ranks = sorted(rows, key=lambda each: (each.printed, not each.organs, each.row))
    return next(iter(ranks), None)


def _article_sign_off(page: _Page) -> SignOff | None:
    """A date that organs signed at the end; any other on the page is the page's or another document's."""
    last = len(page.rows) - _TAIL
    found = sign_offs(page.rows, page.record)
    return next((each for each in found if each.organs and each.row >= last), None)


def _signers(signed: SignOff | None) -> str | None:
    return organs(" ".join(signed.organs)) or None if signed else None


def _issuer(page: _Page, headline: Headline, signed: SignOff | None) -> str | None:
    """The organs in the title, if named in full, else the signers, the letterhead, or the record's."""
    titled = [title_organs(title) for title in (headline.notice, headline.title) if title]
    choices = (*titled, _signers(signed), letterhead(page.head), organs(page.record.issuer or ""))
    return next(
        (each for each in choices if is_complete(each)), next((each for each in titled if each), None)
    )


def _issued(page: _Page, signed: SignOff | None, *, is_article: bool) -> str | None:
    written = None if is_article else page.record.written
    day = signed.day if signed else written
    return day.isoformat() if day else None


def _run_in_day(page: _Page, issuer: str | None) -> SignOff | None:
    """The date right behind the issuer's name in a text without line ends; not of what it once issued."""
    pattern = rf"{re.escape(issuer or '')}\s*({DAY})(?!\s*(?:印发|发布|公布|出台|下发|召开|以|起|前|的|第))"
    match = re.search(pattern, page.body) if issuer else None
    day = read_day(match[1]) if match else None
    return SignOff(day, (), 0) if day else None


# --- year, period, id ---------------------------------------------------------------------------


def _dated(meta: Metadata, page: _Page, number: DocNumber | None, given: Mapping[str, object]) -> Metadata:
    """The metadata with its year and where that came from."""
    choices: tuple[tuple[int | None, YearSource], ...] = (
        (_int(given.get("year")), "given"),
        (year_in(_said(given, "issued")), "given"),
        (year_in(meta.issued), "text"),
        (number.year if number else None, "text"),
        (issued_year(meta.about.title, page.body) if meta.about else None, "text"),
        (next((year for each in (meta.title, meta.notice_title) if (year := year_in(each))), None), "text"),
        (_web_year(page), "page"),
    )
    year, source = next(((year, source) for year, source in choices if year), (None, None))
    return replace(meta, year=year, year_source=source)


def _int(value: object) -> int | None:
    return int(str(value)) if str(value).isdecimal() else None


def _web_year(page: _Page) -> int | None:
    """The year of the page's own date: recorded, or on a short line of the head that is no sentence."""
    short = (row.text for row in page.head if len(row.text) < _SHORT and not re.search("[。，,；]", row.text))
    day = page.record.web or next((day for text in short if (day := read_day(text))), None)
    return day.year if day else None


def _plan_id(meta: Metadata, stem: str) -> str:
    """``<pinyin>-<year>``, else the stem in lower case with hyphens between its words."""
    if meta.city and meta.year:
        return f"{meta.city}-{meta.year}"
    plain = unicodedata.normalize("NFKC", stem).lower()
    return re.sub(r"[\W_]+", "-", plain).strip("-") or "plan"
