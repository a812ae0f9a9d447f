"""Who issued a document, and whose it is: nation, province, city, county or district."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import TypeVar

from qcompare.models import Level
from qcompare.parsing.marks import HAN
from qcompare.text.cities import City
from qcompare.text.places import cities_named, district_of, provinces_named, whose

# --- issuers ------------------------------------------------------------------------------------

_TITLE_ORGANS = re.compile(
    rf"(?!关于)(?P<organs>[{HAN}、,，\s()（）\d]{{2,160}}?)(?:联合)?(?:印发|转发|批转|关于)"
)
# 市卫生健康委等4部门; 市人民政府, which leaves out whose.
_INCOMPLETE = re.compile(
    r"等\s*(?:\d+|[一二三四五六七八九十]+)?\s*个?(?:部门|单位|委办局)|^(?:中共)?[省市区县州](?!场|[东南西北中]区)"
)
# 杭州市委|杭州市人民政府, 中共中央|国务院: organs that were run together.
_RUN_TOGETHER = re.compile(r"(?<=[委厅室局府会院部央])(?=国务院)")
_REGION = re.compile(rf"(?:中共)?(?P<name>[{HAN}]{{2,8}}?[省市区县州盟旗])")


def title_organs(title: str) -> str | None:
    """The organs before 关于 in a title, divided by blanks; None if it begins with 关于 or names none."""
    match = _TITLE_ORGANS.match(title)
    return organs(match["organs"]) if match else None


def is_complete(issuer: str | None) -> bool:
    """Whether an issuer is there and named in full: not …等4部门, not 市人民政府."""
    return bool(issuer) and not _INCOMPLETE.search(issuer or "")


def organs(text: str) -> str:
    """Several organs divided by one blank, however the text divides them, or does not."""
    parts = [part for part in re.split(r"[\s、,，]+", text) if part]
    return " ".join(divided for part in parts for divided in _divided(part))


def _divided(organ: str) -> list[str]:
    region = _REGION.match(organ)
    again = rf"|(?<=[委厅室局府会院部])(?=(?:中共)?{region['name']})" if region else ""
    return re.split(_RUN_TOGETHER.pattern + again, organ)


# --- places -------------------------------------------------------------------------------------

# At the head of an issuer or a title; not 关于贯彻《国务院…》的…, not 省委组织部.
_NATIONAL = re.compile(
    r"(?:.{0,8}(?:解读|读懂)[:：]?)?《?(?:中共中央|中央|国务院|国家|全国人大|最高人民"
    rf"|(?!省|市(?!场)|区|县|州)[{HAN}]{{2,10}}(?:部|总局|总署)(?:办公厅|等|关于|\s|$))"
)
_OURS: tuple[tuple[Level, str], ...] = (("city", r"[我本全]市"), ("province", r"[我本全]省"))
_COUNTIES = ("县", "旗", "市")
_Name = TypeVar("_Name", City, str)


@dataclass(frozen=True, slots=True)
class Place:
    """Whose a document is; a municipality is a city here."""

    level: Level | None = None
    city: City | None = None
    province: str | None = None
    district: str | None = None


def place_of(names: Iterable[str | None], body: str) -> Place:
    """The place of the first of the names (issuer, titles) that tells one, else what the body calls ours."""
    told = next((found for name in names if name and (found := _told(name)).level), None)
    if told and told.district and not told.city:
        return _within(told, body)
    return told or _voted(body)


def _within(place: Place, body: str) -> Place:
    """A district with the city that its document names most often."""
    city = _most_named(cities_named(body))
    fits = city and place.province in (None, city.province)
    return replace(place, city=city, province=city.province) if city and fits else place


def _told(name: str) -> Place:
    city, province = whose(name)
    if city is None and _NATIONAL.match(name):
        return Place("national")
    district = district_of(name)
    if district:
        return Place("county" if district.endswith(_COUNTIES) else "district", city, province, district)
    level: Level | None = "city" if city else "province" if province else None
    return Place(level, city, province)


def _voted(body: str) -> Place:
    """The place that a body names most often, of the level that it calls ours (我市, 全省) most often."""
    times, level = max(
        ((len(re.findall(pattern, body)), level) for level, pattern in _OURS), key=itemgetter(0)
    )
    city = _most_named(cities_named(body))
    province = _most_named(provinces_named(body))
    if times and level == "province" and province:
        return Place("province", None, province)
    return Place("city", city, city.province) if times and level == "city" and city else Place()


def _most_named(names: Iterable[_Name]) -> _Name | None:
    """The name that comes most often; the first of several."""
    return next((name for name, _ in Counter(names).most_common(1)), None)
