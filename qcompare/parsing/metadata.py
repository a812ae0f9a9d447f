"""Who issued what, where and when: read from the head, the sign-off and the page's record of a document."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal, get_args

from qcompare.models import About, Kind, Metadata, Section, Unit
from qcompare.parsing.articles import about, issued_year
from qcompare.parsing.dating import (
    article_sign_off,
    planned_year,
    run_in_day,
    sign_off,
    signed_year,
    web_year,
)
from qcompare.parsing.headline import ARTICLES, Headline, headline_of
from qcompare.parsing.headmatter import SignOff, is_organ, letterhead
from qcompare.parsing.issuing import is_complete, organs, title_organs
from qcompare.parsing.marks import DocNumber, doc_numbers, own_years, period_of, year_in
from qcompare.parsing.ownnumber import number_of
from qcompare.parsing.page import Page, page_of
from qcompare.parsing.placing import Clues, Place, in_city, place_of
from qcompare.parsing.titles import page_kind
from qcompare.text.geography.cities import City, cities_called

_PIECES = re.compile(r"[\s>›»＞|:：/]+")  # what stands between the parts of a trail, a label and its value
_OPENING_YEAR = re.compile(r"[^《》\d]{0,12}20\d\d年")
YearSource = Literal["text", "page", "given"]


def read_metadata(
    units: Sequence[Unit], sections: Sequence[Section], text: str, given: Mapping[str, object], stem: str
) -> Metadata:
    """The metadata of a cleaned text that was cut into ``units`` and ``sections``.

    ``given`` (front matter, plans.yaml) goes before what is read. ``stem`` is the id of a document that names
    no city or year.
    """
    page = page_of(text, units, sections)
    headline = _with_given_title(headline_of(page.head, page.rows, page.record.title, stem), given)
    is_article = headline.kind in ARTICLES
    spoken_of = about(headline.title, page.body) if is_article else None
    signed = article_sign_off(page) if is_article else sign_off(page)
    issuer = _said(given, "issuer") or (_signers(signed) if is_article else _issuer(page, headline, signed))
    signed = signed if signed or is_article else run_in_day(page, issuer)
    names = (issuer, headline.title, headline.notice, spoken_of.title if spoken_of else None)
    number = next(doc_numbers(_said(given, "doc_number") or ""), None) or number_of(page, headline, issuer)
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
    placed = _placed(read, place_of(names, _clues(page, read)), given)
    dated = _dated(placed, page, number, given)
    return replace(dated, id=_said(given, "id") or _plan_id(dated, stem))


def _clues(page: Page, read: Metadata) -> Clues:
    """What the page tells of whose its document is, next to titles and issuer."""
    organs = tuple(row.text for row in page.head if is_organ(row.text))
    frame = (piece for row in page.head if row.chrome for piece in _PIECES.split(row.text) if piece)
    return Clues(page.body, organs, tuple(frame), read.doc_number, is_news=read.kind == "news")


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
        place = in_city(city)
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


# --- issuer, date -------------------------------------------------------------------------------


def _signers(signed: SignOff | None) -> str | None:
    return organs(" ".join(signed.organs)) or None if signed else None


def _issuer(page: Page, headline: Headline, signed: SignOff | None) -> str | None:
    """The organs in the title, if named in full, else the signers, the letterhead, or the record's."""
    titled = [title_organs(title) for title in (headline.notice, headline.title) if title]
    choices = (*titled, _signers(signed), letterhead(page.head), organs(page.record.issuer or ""))
    return next(
        (each for each in choices if is_complete(each)), next((each for each in titled if each), None)
    )


def _issued(page: Page, signed: SignOff | None, *, is_article: bool) -> str | None:
    written = None if is_article else page.record.written
    day = signed.day if signed else written
    return day.isoformat() if day else None


# --- year, period, id ---------------------------------------------------------------------------


def _dated(meta: Metadata, page: Page, number: DocNumber | None, given: Mapping[str, object]) -> Metadata:
    """The metadata with its year and where that came from."""
    choices: tuple[tuple[int | None, YearSource], ...] = (
        (_int(given.get("year")), "given"),
        (year_in(_said(given, "issued")), "given"),
        (year_in(meta.issued), "text"),
        (number.year if number else None, "text"),
        (None if meta.about else signed_year(page), "text"),
        (_year_spoken_of(meta.about, page.body) if meta.about else None, "text"),
        (_titled_year(meta), "text"),
        (planned_year(page.body), "text"),
        (web_year(page), "page"),
    )
    year, source = next(((year, source) for year, source in choices if year), (None, None))
    return replace(meta, year=year, year_source=source)


def _year_spoken_of(about: About, body: str) -> int | None:
    """When the document that an article speaks of was issued: by its number, the prose, or its title."""
    number = next(doc_numbers(about.doc_number or ""), None)
    opening = _OPENING_YEAR.match(about.title)
    return (
        (number.year if number else None)
        or issued_year(about.title, body)
        or (year_in(opening.group()) if opening else None)
    )


def _titled_year(meta: Metadata) -> int | None:
    titles = (meta.title, meta.notice_title)
    return next((year for each in titles if each and (year := year_in(own_years(each)))), None)


def _int(value: object) -> int | None:
    return int(str(value)) if str(value).isdecimal() else None


def _plan_id(meta: Metadata, stem: str) -> str:
    """``<pinyin>-<year>``, else the stem in lower case with hyphens between its words."""
    if meta.city and meta.year:
        return f"{meta.city}-{meta.year}"
    plain = unicodedata.normalize("NFKC", stem).lower()
    return re.sub(r"[\W_]+", "-", plain).strip("-") or "plan"
