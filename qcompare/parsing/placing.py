"""Whose a document is: the nation's, a province's, a city's, a county's or a district's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from qcompare.models import Level
from qcompare.parsing.marks import HAN
from qcompare.text.geography.cities import COUNTRY, City, number_signs
from qcompare.text.geography.districts import district_of
from qcompare.text.geography.places import (
    cities_named,
    most_common,
    places_named,
    province_repeated,
    provinces_named,
    whose,
)

# At the head of an issuer or a title; not 关于贯彻《国务院…》的…, not 省委组织部.
_NATIONAL = re.compile(
    r"(?:.{0,8}(?:解读|读懂)[:：]?)?《?(?:中共中央|中央|国务院|国家|全国人大|全国人民代表大会|最高人民"
    rf"|(?!省|市(?!场)|区|县|州)[{HAN}]{{2,10}}(?:部|总局|总署)(?:办公厅|等|关于|[:：\s]|$))"
)
# What a document calls ours; 全区 is all of an autonomous region as well.
_OURS: tuple[tuple[Level, str], ...] = (
    ("city", r"[我本全][市州盟](?!场)"),
    ("province", r"[我本全]省"),
    ("county", r"[我本全][县旗]"),
    ("district", r"[我本全]区(?!域)"),
)
# What it aims at, and an organ that leaves out whose it is: 质量强市, 经区政府同意, 县直各单位.
_UNITS: tuple[tuple[Level, str], ...] = (
    ("city", "市州"),
    ("province", "省"),
    ("county", "县旗"),
    ("district", "区"),
)
_HINTS = tuple(
    (level, rf"质量[强兴][{units}]|(?:(?<![{HAN}])|(?<=[经由和及据按向报]))[{units}](?:委|政府|人民政府|直)")
    for level, units in _UNITS
)
_COUNTIES = ("县", "旗", "市")
_CLAUSE = re.compile(rf"[{HAN}]{{3,}}")
_LEAD = 300  # characters in which a news item says where it happened
_REACH = 40  # characters behind a place's beginning that say whether a district or an organ is meant


@dataclass(frozen=True, slots=True)
class Place:
    """Whose a document is; a municipality is a city here, a county-level city a city of level ``county``."""

    level: Level | None = None
    city: City | None = None
    province: str | None = None
    district: str | None = None


@dataclass(frozen=True, slots=True)
class Clues:
    """What tells whose a document is where its issuer and its titles do not.

    ``organs`` are lines of the head that are an organ's name, ``frame`` the pieces of the page around the
    head, ``number`` is the document's own. The first lines of a news item (``is_news``) say where it was.
    """

    body: str
    organs: tuple[str, ...] = ()
    frame: tuple[str, ...] = ()
    number: str | None = None
    is_news: bool = False


def in_city(city: City) -> Place:
    """The place that is a whole city."""
    return Place("county" if city.prefecture else "city", city, city.province)


def place_of(names: Iterable[str | None], clues: Clues) -> Place:
    """The place of the first of the names (issuer, titles) that tells one, else what the clues tell."""
    told = next((found for name in names if name and (found := told_by(name)).level), None)
    place = told or _lead(clues) or _voted(clues) or _numbered(clues.number) or Place()
    return _within(place, clues) if place.district and not place.city else place


def told_by(name: str) -> Place:
    """The place that a title, an issuer or the opening of a sentence names first."""
    city, province = whose(name)
    if city is None and _NATIONAL.match(name):
        return Place("national")
    district = district_of(name)
    if district:
        return Place("county" if district.endswith(_COUNTIES) else "district", city, province, district)
    return in_city(city) if city else Place("province" if province else None, None, province)


def _within(place: Place, clues: Clues) -> Place:
    """A district with the city or province right in front of it, else with the city named most often."""
    text = "\n".join((clues.body, *clues.frame))
    named = [each for each in places_named(text) if each.place.prefecture is None]
    in_front = [each.place for each in named if text.startswith(place.district or "", each.end)]
    above = most_common(each for each in in_front if each.province != COUNTRY) or next(iter(in_front), None)
    if above and above.province == COUNTRY:
        return replace(place, province=above.full)
    city = above or most_common(each.place for each in named if each.place.province != COUNTRY)
    if city is None:
        return replace(place, province=place.province or most_common(provinces_named(clues.body)))
    return (
        replace(place, city=city, province=city.province)
        if place.province in (None, city.province)
        else place
    )


# --- clues -----------------------------------------------------------------------------------------


def _lead(clues: Clues) -> Place | None:
    """The place that opens a news item."""
    text = clues.body[:_LEAD] if clues.is_news else ""
    first = next(iter(places_named(text)), None)
    return told_by(text[first.start : first.start + _REACH]) if first else None


def _voted(clues: Clues) -> Place | None:
    """The place of the level that a body calls ours: its most named one, else an organ's, else the page's."""
    level = _ours(clues.body)
    shown = (_fitting(told_by(text), level) for text in (*clues.organs, *clues.frame))
    return (_most_named(clues.body, level) if level else None) or next(filter(None, shown), None)


def _ours(body: str) -> Level | None:
    """The level that a body calls ours (我市, 全省) most often; a hint counts half."""
    levels: Counter[Level] = Counter()
    for weight, patterns in ((2, _OURS), (1, _HINTS)):
        levels.update({level: weight * len(re.findall(pattern, body)) for level, pattern in patterns})
    return next((level for level, times in levels.most_common(1) if times), None)


def _most_named(body: str, level: Level) -> Place | None:
    """The place of a level that a body names most often."""
    if level == "city":
        city = most_common(cities_named(body))
        return in_city(city) if city else None
    province = most_common(provinces_named(body)) or province_repeated(body)
    region = Place("province", None, province) if province else None
    if level == "province":
        return region
    told = ((told_by(clause), times) for clause, times in Counter(_CLAUSE.findall(body)).items())
    ours = [(place, times) for place, times in told if place.level == level and place.district]
    district = most_common(place for place, times in ours for _ in range(times))
    return district or (region if _is_region(region) and level == "district" else None)


def _fitting(place: Place, level: Level | None) -> Place | None:
    """What a place, told on the page, says of a document that calls a level ours."""
    if level == "province" and place.province:
        return Place("province", None, place.province)
    is_city = level == "city" and place.city and not place.district
    is_fit = level in (None, place.level) or is_city or (level == "district" and _is_region(place))
    return place if place.level and is_fit else None


def _is_region(place: Place | None) -> bool:
    """Whether a place is an autonomous region, which calls itself 全区 as a district does."""
    return bool(place and place.level == "province" and (place.province or "").endswith("自治区"))


def _numbered(number: str | None) -> Place | None:
    """The place that a document's number begins with."""
    signs = number_signs()
    full = signs.get((number or "")[:1]) or signs.get((number or "")[:2])
    return told_by(full) if full else None
