"""Places of mainland China that a title, an issuer or a text names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from qcompare.text.cities import COUNTRY, City, cities, provinces, words_too

_HAN = "一-鿿"


# What makes a bare name part of a longer one: 吉林省, 朝阳区, 南京东路, 北京大学; not 县域, 区域, 路径.
_LONGER = re.compile(r"省|县(?!域)|区(?!域|块)|旗|[东西南北中]?路(?!径|线|演)|街(?!道)|大道|大学")
_LETTER = re.compile(rf"[{_HAN}]")
_TRAPS = ("成都市圈", "复合肥")  # 形成|都市圈, 复合|肥: consumed before a name is looked for


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
        if not self.bare:
            return True
        led_into = self.text in words_too() and at > 0 and _LETTER.match(text[at - 1])
        return not led_into and not _LONGER.match(text, at + len(self.text))


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
    """延边朝鲜族自治州, 延边州, 延边; 广西自治区; 阿拉善盟."""
    kind = "自治区" if place.full.endswith("自治区") else place.full[-1]
    yield _Spelling(place.full, place)
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
    return _indexed(cities(), {p.name for p in provinces() if not p.full.endswith("市")})


@cache
def _provinces() -> _Index:
    return _indexed(provinces())


def cities_named(text: str) -> Iterator[City]:
    """The cities that a text names, in order, as often as it names them."""
    return (found.place for found in _cities().named(text))


def find_city(text: str) -> City | None:
    """The first city that a title or an issuer names, by the longest name that fits."""
    return next(cities_named(text), None)


def provinces_named(text: str) -> Iterator[str]:
    """The full names of the provinces that a text names, in order, as often as it names them."""
    return (found.place.full for found in _provinces().named(text))


def province_of(text: str) -> str | None:
    """The full name of the province of the first place that a text names."""
    first = next(iter(_named(text)), None)
    if first is None:
        return None
    return first.place.full if first.place.province == COUNTRY else first.place.province


def whose(text: str) -> tuple[City | None, str | None]:
    """The city and the province of the first place that a title or an issuer names.

    ``浙江省杭州市…`` gives both; ``浙江省…支持杭州市…`` the province alone, for the city is only spoken of.
    """
    named = _named(text)
    if not named:
        return None, None
    first, *later = named
    if first.place.province != COUNTRY:
        return first.place, first.place.province
    inside = (n.place for n in later if n.start in (first.start, first.end))
    return next((place for place in inside if place.province != COUNTRY), None), first.place.full


def _named(text: str) -> tuple[Named, ...]:
    """Cities and provinces in order; where both begin, the longer: 海南藏族自治州 is not 海南."""
    found = (*_cities().named(text), *_provinces().named(text))
    return tuple(sorted(found, key=lambda named: (named.start, -named.end)))


# --- districts and counties ---------------------------------------------------------------------

_DISTRICT = re.compile(
    rf"(?P<name>[{_HAN}]{{2,12}}?自治[县旗]|[{_HAN}]{{2}}新区"
    rf"|[{_HAN}]{{1,4}}?[区县]|[{_HAN}]{{1,6}}?旗|[{_HAN}]{{2,3}}?市)"
    rf"(?![域块场民级直])(?P<organ>人民政府|政府|委|办|[{_HAN}]{{2,16}}?(?:局|小组|办公室))?"
)
# 各区, 市辖区, 社区, 示范区, 质量强县, 推进…: no district's name.
_COMMON = re.compile(
    r"[各全市县区我本强]+[区县市旗]|(?:[委政人省]|市(?![东南西北中]区)).*"
    r"|.*(?:社|园|景|小|校|辖|片|街|灾|库|地|老|强|[困部]山|主城|心城|示范|试验|实验|开发|功能|核心|保税|合作|先行|引领|集聚|高新"
    r"|自贸|先导|服务|产业)[区县]|.*(?:强|都|门|大城|型城|范城)市"
    r"|(?:关于|推进|加快|建设|深化|实施|开展|创建|打造|提升|促进|落实|贯彻|支持|培育|全面|加强|完善|统筹|构建|优化|质量|办公).*"
)


def district_of(text: str) -> str | None:
    """The district or county of a title or issuer: behind its city or province, or at the head of an organ.

    ``北京市海淀区…`` gives 海淀区; ``昆山市人民政府…`` gives 昆山市, for no prefecture has that name.
    """
    named = _named(text)
    head = len("中共") if text.startswith("中共") else 0
    behind = {found.end: False for found in named if text[found.end - 1] == found.place.full[-1]}
    at_head = {} if any(found.start == head for found in named) else {head: True}
    return next(_districts(text, {**behind, **at_head}, {found.start for found in named}), None)


def _districts(text: str, starts: Mapping[int, bool], taken: Collection[int]) -> Iterator[str]:
    """``starts``: where a name may begin, and whether an organ must follow it; not where a city's does."""
    for start, needs_organ in sorted(starts.items()):
        match = _DISTRICT.match(text, start) if start not in taken else None
        if match and not _COMMON.fullmatch(match["name"]) and (match["organ"] or not needs_organ):
            yield match["name"]
