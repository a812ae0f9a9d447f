"""The cities and provinces of mainland China, down to county-level cities, by the names that a user types."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from qcompare.text.names import fold

COUNTRY = "中国"  # the unit above a province
# Not by importlib.resources, whose import takes longer than reading the tables.
_DATA = Path(__file__).resolve().parents[2] / "data"
_PREFECTURES, _COUNTIES, _SIGNS = "cities.tsv", "county_cities.tsv", "number_signs.tsv"


@dataclass(frozen=True, slots=True)
class City:
    """A city: ``杭州`` with its ``pinyin`` (a-z), full name and province.

    A county-level city has the full name of its prefecture besides; prefecture-level units and
    municipalities have none.
    """

    pinyin: str
    name: str
    full: str
    province: str
    prefecture: str | None = None


@cache
def _rows(table: str) -> tuple[tuple[str, ...], ...]:
    """A table without its comments; a place is pinyin, name, full name, unit above, ``word`` or nothing."""
    lines = (_DATA / table).read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if not line.startswith("#"))


@cache
def words_too() -> frozenset[str]:
    """Names that are also words, or fall together from the end of one word and the start of the next."""
    return frozenset(row[1] for table in (_PREFECTURES, _COUNTIES) for row in _rows(table) if row[4:])


@cache
def _divisions() -> tuple[City, ...]:
    return tuple(City(*row[:4]) for row in _rows(_PREFECTURES))


@cache
def cities() -> tuple[City, ...]:
    """All cities of prefecture level or above; two may share a pinyin (台州 and 泰州)."""
    return tuple(place for place in _divisions() if place.province != COUNTRY)


@cache
def county_cities() -> tuple[City, ...]:
    """The county-level cities that a prefecture administers; 大理市 shares its name with its prefecture."""
    province = {city.full: city.province for city in cities()}
    rows = (row[:4] for row in _rows(_COUNTIES))
    return tuple(City(pinyin, name, full, province[above], above) for pinyin, name, full, above in rows)


@cache
def provinces() -> tuple[City, ...]:
    """The provinces, regions and municipalities, with 中国 as their province."""
    return tuple(place for place in _divisions() if place.province == COUNTRY)


@cache
def number_signs() -> Mapping[str, str]:
    """How document numbers of a place begin (杭, 苏政), with its full name."""
    return {row[0]: row[1] for row in _rows(_SIGNS)}


def cities_called(name: str) -> tuple[City, ...]:
    """The cities that answer to a typed name: pinyin, short or full Chinese name; the larger first.

    Mostly one or none.
    """
    key = fold(name)
    known = (*cities(), *county_cities())
    return tuple(city for city in known if key in (city.pinyin, fold(city.name), fold(city.full)))
