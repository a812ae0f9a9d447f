"""Places of mainland China that a title, an issuer or a text names: provinces and cities, by the tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import TypeVar

from qcompare.text.geography.cities import COUNTRY, City, cities, county_cities, provinces, words_too

HAN = "一-鿿"
_Thing = TypeVar("_Thing")

# What makes a bare name part of a longer one: 吉林省, 朝阳区, 南京东路, 北京大学; not 县域, 区域, 路径.
_LONGER = re.compile(r"省|县(?!域)|区(?!域|块)|旗|[东西南北中]?路(?!径|线|演)|街(?!道)|大道|大学")
# A county-level city whose name is a word: 开展合作|市场开拓, 永安|市民; not 合作市人民政府.
_ACROSS = re.compile(r"(?<=市)[场民值容]")
_LETTER = re.compile(rf"[{HAN}]")
_TRAPS = ("成都市圈", "复合肥")  # 形成|都市圈, 复合|肥: consumed before a name is looked for
# The production corps of Xinjiang stands between the region and the city of one of its divisions.
_NESTED = re.compile(r"(?:生产建设兵团(?:第[一二三四五六七八九十]{1,3}师)?)?")


@dataclass(frozen=True, slots=True)
class _Spelling:
    """A way to write a place (None: a trap); ``bare`` without its kind, as 杭州 for 杭州市."""

    text: str
    place: City | None = None
    bare: bool = False

    def fits(self, text: str, at: int) -> bool:
        """Whether it stands at a position of a text; a word, only where no other can lead into it."""
        if not text.startswith(self.text, at):
            return False
        behind = at + len(self.text)
        if not self.bare:
            is_word = self.place and self.place.prefecture and self.place.name in words_too()
            return not (is_word and _ACROSS.match(text, behind))
        led_into = self.text in words_too() and at > 0 and _LETTER.match(text[at - 1])
        return not led_into and not _LONGER.match(text, behind)


@dataclass(frozen=True, slots=True)
class Named:
    """A place that a text names between ``start`` and ``end``."""

    place: City
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Index:
    """Spellings by their first character, the longest first."""

    spellings: Mapping[str, tuple[_Spelling, ...]]

    def named(self, text: str) -> Iterator[Named]:
        """The places that a text names, in order; none overlaps another."""
        end = 0
        for at, character in enumerate(text):
            tried = self.spellings.get(character, ()) if at >= end else ()
            found = next((spelling for spelling in tried if spelling.fits(text, at)), None)
            if found:
                end = at + len(found.text)
                if found.place:
                    yield Named(found.place, at, end)


def _spellings(place: City) -> Iterator[_Spelling]:
    """延边朝鲜族自治州, 延边州, 延边; 广西自治区; 阿拉善盟. A county-level city by its full name alone."""
    yield _Spelling(place.full, place)
    if place.prefecture is None:
        kind = "自治区" if place.full.endswith("自治区") else place.full[-1]
        yield _Spelling(place.name + kind, place)
        yield _Spelling(place.name, place, bare=True)


def _indexed(places: Iterable[City], not_bare: Collection[str] = ()) -> _Index:
    """An index of places; names in ``not_bare`` are found with their kind only."""
    named = (spelling for place in places for spelling in _spellings(place))
    traps = (_Spelling(trap) for trap in _TRAPS)
    usable = (each for each in (*traps, *named) if not each.bare or each.text not in not_bare)
    longest_first = sorted(usable, key=lambda each: -len(each.text))
    by_initial = sorted(longest_first, key=_initial)  # stable
    return _Index({initial: tuple(group) for initial, group in groupby(by_initial, key=_initial)})


def _initial(spelling: _Spelling) -> str:
    return spelling.text[0]


@cache
def _cities() -> _Index:
    """吉林 and 海南 alone are the provinces."""
    names = {p.name for p in provinces() if not p.full.endswith("市")}
    return _indexed((*cities(), *county_cities()), names)


@cache
def _provinces() -> _Index:
    return _indexed(provinces())


@cache
def _bare_county_cities() -> Mapping[str, City]:
    """County-level cities by a bare name that is no word and no prefecture's: 昆山, not 合作, 大理."""
    taken = {place.name for place in cities()} | words_too()
    return {place.name: place for place in county_cities() if place.name not in taken}


# --- what a text names --------------------------------------------------------------------------


def cities_named(text: str) -> Iterator[City]:
    """The cities that a text names, in order, as often as it names them."""
    return (found.place for found in _cities().named(text))


def most_common(things: Iterable[_Thing]) -> _Thing | None:
    """What comes most often; the first of several."""
    return next((thing for thing, _ in Counter(things).most_common(1)), None)


def find_city(text: str) -> City | None:
    """The first city that a title or an issuer names, by the longest name that fits."""
    return next(cities_named(text), None)


def provinces_named(text: str) -> Iterator[str]:
    """The full names of the provinces that a text names, in order, as often as it names them."""
    return (found.place.full for found in _provinces().named(text))


def province_repeated(text: str) -> str | None:
    """The full name of the province whose bare name a text repeats most, wherever it stands in a word."""
    times = {place.full: text.count(place.name) for place in provinces()}
    full = max(times, key=lambda full: times[full])
    return full if times[full] > 1 else None


def province_of(text: str) -> str | None:
    """The full name of the province of the first place that a text names."""
    first = next(iter(places_named(text)), None)
    if first is None:
        return None
    return first.place.full if first.place.province == COUNTRY else first.place.province


def whose(text: str) -> tuple[City | None, str | None]:
    """The city and the province of the first place that a title or an issuer names.

    ``浙江省杭州市…`` gives both, ``苏州市昆山市…`` the county-level city, and ``浙江省…支持杭州市…`` the
    province alone, for the city is only spoken of.
    """
    place = inmost(text)
    if place is None:
        return None, None
    if place.place.province == COUNTRY:
        return None, place.place.full
    return place.place, place.place.province


def inmost(text: str) -> Named | None:
    """The first place that a text names, or the smallest of those nested there: 江苏省|苏州市|昆山市."""
    named = places_named(text)
    if not named:
        return None
    first, *later = named
    for each in later:
        nested = each.start == first.start or (
            each.start >= first.end and _NESTED.fullmatch(text, first.end, each.start)
        )
        if nested and first.place.full in (each.place.province, each.place.prefecture):
            first = each
    return first


def places_named(text: str) -> tuple[Named, ...]:
    """Cities and provinces in order; where both begin, the longer: 海南藏族自治州 is not 海南.

    A county-level city is found by its bare name only at the head of the text: 昆山质量强市方案.
    """
    head = _bare_county_cities_at(text, len("中共") if text.startswith("中共") else 0)
    found = (*head, *_cities().named(text), *_provinces().named(text))
    return tuple(sorted(found, key=lambda named: (named.start, -named.end)))


def _bare_county_cities_at(text: str, at: int) -> Iterator[Named]:
    for end in range(at + 4, at + 1, -1):
        place = _bare_county_cities().get(text[at:end])
        if place and not text.startswith("市", end) and not _LONGER.match(text, end):
            yield Named(place, at, end)
            return
