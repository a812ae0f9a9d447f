"""The cities and provinces of mainland China, by the names that a user types."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from qcompare.text.names import fold

COUNTRY = "中国"  # the unit above a province
# Not by importlib.resources, whose import takes longer than reading the table.
_TABLE = Path(__file__).resolve().parents[1] / "data" / "cities.tsv"


@dataclass(frozen=True, slots=True)
class City:
    """A prefecture-level unit or municipality: ``杭州`` with its ``pinyin`` (a-z), full name and province."""

    pinyin: str
    name: str
    full: str
    province: str


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    """The table, five columns wide: pinyin, name, full name, unit above, ``word`` or nothing."""
    table = _TABLE.read_text(encoding="utf-8")
    return tuple(tuple(row.split("\t")) for row in table.splitlines() if not row.startswith("#"))


@cache
def words_too() -> frozenset[str]:
    """Names that are also words, or fall together from the end of one word and the start of the next."""
    return frozenset(row[1] for row in _rows() if row[4:] == ("word",))


@cache
def _divisions() -> tuple[City, ...]:
    return tuple(City(*row[:4]) for row in _rows())


@cache
def cities() -> tuple[City, ...]:
    """All cities; two may share a pinyin (台州 and 泰州)."""
    return tuple(place for place in _divisions() if place.province != COUNTRY)


@cache
def provinces() -> tuple[City, ...]:
    """The provinces, regions and municipalities, with 中国 as their province."""
    return tuple(place for place in _divisions() if place.province == COUNTRY)


def cities_called(name: str) -> tuple[City, ...]:
    """The cities that answer to a typed name: pinyin, short or full Chinese name; mostly one or none."""
    key = fold(name)
    return tuple(city for city in cities() if key in (city.pinyin, city.name, fold(city.full)))
