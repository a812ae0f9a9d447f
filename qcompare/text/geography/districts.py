"""Districts and counties, which no table lists: read by how their names are made."""

from __future__ import annotations

import re

from qcompare.text.geography.places import HAN, Named, inmost

_ORGAN = rf"(?:人民政府|政府|委|办|[{HAN}]{{2,16}}?(?:局|小组|办公室))"
_NAME = re.compile(
    rf"(?P<name>[{HAN}]{{2,12}}?自治[县旗]|[{HAN}]{{2}}新区"
    rf"|[{HAN}]{{1,4}}?[区县]|[{HAN}]{{1,6}}?旗|[{HAN}]{{2,3}}?市)"
    rf"(?![域块场民级直])(?P<organ>{_ORGAN})?"
)
# 杭州|经济技术开发区|管理委员会: an area with an administration of its own.
_AREA = re.compile(
    rf"(?P<name>[{HAN}]{{0,12}}?(?:开发|高新|园|新|合作|保税|示范|试验|度假|港务|风景名胜)区)"
    r"(?=管理委员会|管委会|党工委|工委|关于)"
)
# 各区, 市辖区, 社区, 示范区, 质量强县, 推进…: no district's name.
_COMMON = re.compile(
    r"[各全市县区旗我本强]+[区县市旗]|(?:[委政人省]|市(?![东南西北中]区)).*"
    r"|.*(?:社|园|景|小|校|辖|片|街|灾|库|地|老|强|大湾|[困部]山|主城|心城|示范|试验|实验|开发|功能|核心|保税|合作|先行|引领|集聚"
    r"|高新|自贸|先导|服务|产业|经济|经济特|自治)区|.*(?:(?<!武)强|示范|试点|试验|贫困|大|辖)县|.*(?:强|都|门|大城|型城|范城)市"
    r"|(?:关于|推进|加快|建设|深化|实施|开展|创建|打造|提升|促进|落实|贯彻|支持|培育|全面|加强|完善|统筹|构建|优化|质量|办公).*"
)
_OPENING = re.compile(r"^(?:中共|关于(?:印发|转发|批转|下发|公布|发布)?《?|《)?(?:\d{4}年度?)?")
_SHORTEST = 3  # characters of a name that neither an organ nor its city vouches for: 矿区, 城区 are words


def district_of(text: str) -> str | None:
    """The district, county or area of a title or issuer: behind its city or province, or at the head.

    ``北京市海淀区…`` gives 海淀区, and so does ``海淀区质量…方案``. A county-level city is a city.
    """
    head = text.index(_OPENING.sub("", text, count=1))
    place = inmost(text)
    if place and place.start <= head:
        return _behind(text, place)
    return _district(text, head, vouched=False) or (_behind(text, place) if place else None)


def _behind(text: str, place: Named) -> str | None:
    """The area or district behind a place; a district behind a full name, and in no county-level city."""
    area = _AREA.match(text, place.end)
    if area:
        return area["name"]
    is_full = place.place.prefecture is None and text[place.end - 1] == place.place.full[-1]
    return _district(text, place.end, vouched=True) if is_full else None


def _district(text: str, start: int, *, vouched: bool) -> str | None:
    """The district whose name begins at a position; ``vouched`` for by the city in front of it."""
    match = _NAME.match(text, start)
    if not match or _COMMON.fullmatch(match["name"]):
        return None
    long_enough = len(match["name"]) >= _SHORTEST and not match["name"].endswith("市")
    return match["name"] if vouched or match["organ"] or long_enough else None
