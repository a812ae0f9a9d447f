"""Targets of several plans that measure the like, side by side.

Two indicators are alike when they measure the same way (合格率, 处理率) and what they measure is written
alike once words of place, scope and procedure are gone. The unit of measure and the topic speak for or
against.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations, pairwise

from qcompare.models import Target, TargetRow
from qcompare.targets import verbs
from qcompare.targets.units import SORT_OF, Sort
from qcompare.text.geography.cities import cities, provinces

SAME = 0.55  # from here on two indicators share a row; set by reading rows of the goals of ten plans
_OTHER_UNIT = 0.7  # points against per cent: alike, not the same
_OTHER_TOPIC = 0.9  # a sentence's topic is not always its indicator's

# One way of writing for each thing, in order; what is left of an indicator is what it measures of what.
_SYNONYMS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), canonical)
    for pattern, canonical in (
        (r"细颗粒物[(（]?PM2\.5[)）]?|细颗粒物", "PM2.5"),
        (r"[“”《》‘’\"（）()\s·]", ""),
        (r"(?:国内|地区)?生产总值", "GDP"),
        (r"R&D(?:研发投入)?(?:经费)?(?:投入|支出)?|(?:研究与试验发展|研发)经费(?:投入|支出)", "研发投入"),
        (r"研发投入强度", "研发投入占GDP比重"),
        (r"全[市省县区国社]会?|[我本][市省县区国]|地产|主要|重点|重要|规模以上|规上|首批|累计", ""),
        (r"城市(?!化)|城镇(?=污水|生活垃圾)", ""),
        (r"(?:工业|生产)企业(?=产品)|工业(?=产品)", "制造业"),
        (r"农畜产品|食用农产品|农副产品|农林产品", "农产品"),
        (r"工程(?:建设)?项目(?:主体工程)?", "工程"),
        (r"的?(?:比例|比重|占比)$", "占比"),
        (r"满意率$", "满意度"),
        (r"(?:顾客|公众|群众|消费者|社会)(?=满意度$)", ""),
        (r"(?:年均|平均|年平均)浓度$", "浓度"),
        (r"(?:降低|下降)率$", "下降率"),
        (r"(?:拥有|保有)?(?:数量|总数|总量)$", ""),
        # the procedure of a pass rate is not what passes: 监督抽查, 例行监测, 质量安全检测
        (r"(?:竣工|交工|一次)*验收合格率$", "验收合格率"),
        (r"(?:例行|监督|抽样|总体|国家|省级|综合|评价性)*(?:抽检|抽查|检测|监测|检验|总体)?(?=合格率$)", ""),
        (r"质量?(?:安全)?(?:例行|监督|抽样|总体|国家|省级|综合|评价性)*(?=(?:验收)?合格率$|满意度$)", ""),
    )
)
_MEASURE = re.compile(
    r"(?:年均增长率|[^、]{0,2}(?:合格|增长)率|下降率|满意度|[^、]{2}率|占比|指数|浓度|位次|之比|增加值|总产值|产值|收入"
    r"|税收|能耗|面积|零突破|全覆盖)\Z"
)
# Kinds of one thing: who measures the one does not measure the other. Each row is a family of kinds.
_KINDS: tuple[tuple[re.Pattern[str], ...], ...] = tuple(
    tuple(re.compile(kind) for kind in family.split())
    for family in (
        "国家|中国 省 市(?!场|民|政(?!府)) 县",
        "生产性 生活性 公共",
        "城镇|城市|城区 农村|乡村 县城",
        "进口 出口",
        "工业|制造业 农业 服务业 建筑业",
        "食品 药品 农产品|农畜 消费品 医疗器械 化妆品",
        "国际标准 国家标准 行业标准 地方标准 团体标准 企业标准",
    )
)


@dataclass(frozen=True, slots=True)
class _Features:
    """An indicator taken apart: how it measures, the character pairs of what it measures, and of which kinds
    that is, by family.
    """

    measure: str
    pairs: frozenset[str]
    kinds: tuple[frozenset[int], ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """Targets of one plan with one indicator, at one date or several."""

    plan: int
    targets: tuple[Target, ...]


def same_indicator(a: Target, b: Target) -> float:
    """How far two targets measure the like, 0…1."""
    first, second = _features(a.indicator), _features(b.indicator)
    if first.measure != second.measure or _differ(first, second):
        return 0.0
    score = _overlap(first.pairs, second.pairs)
    score *= 1 if _sort(a) == _sort(b) else _OTHER_UNIT
    return round(score * (1 if a.topic == b.topic else _OTHER_TOPIC), 4)


def group(targets_by_plan: Sequence[Sequence[Target]]) -> tuple[TargetRow, ...]:
    """Rows of targets that correspond, in the order of the first plan that has them; facts are left out.

    Every target and milestone is in one row. A row has one indicator of each plan at most (all its dates
    with it), and every two of its indicators are alike by themselves, so that likeness does not drift.
    """
    lines = [line for plan, targets in enumerate(targets_by_plan) for line in _lines(plan, targets)]
    rows = {at: [line] for at, line in enumerate(lines)}
    home = {at: at for at in rows}
    for _, a, b in _alike(lines):
        one, other = home[a], home[b]
        if one != other and _fit(rows[one], rows[other]):
            rows[one] += rows.pop(other)
            home |= {at: one for at, row in home.items() if row == other}
    return tuple(_row(row, len(targets_by_plan)) for row in rows.values())


def _lines(plan: int, targets: Sequence[Target]) -> Iterator[_Line]:
    by_indicator: dict[tuple[str, str | None], list[Target]] = {}
    for target in targets:
        if target.kind != "fact":
            by_indicator.setdefault((target.indicator, target.unit_of_measure), []).append(target)
    return (_Line(plan, tuple(line)) for line in by_indicator.values())


def _alike(lines: Sequence[_Line]) -> list[tuple[float, int, int]]:
    """Pairs of different plans that are alike, the likest first, else in the order of the text."""
    pairs = (
        (_likeness(a, b), i, j) for (i, a), (j, b) in combinations(enumerate(lines), 2) if a.plan != b.plan
    )
    return sorted((pair for pair in pairs if pair[0] >= SAME), key=lambda pair: (-pair[0], *pair[1:]))


def _likeness(a: _Line, b: _Line) -> float:
    return same_indicator(a.targets[0], b.targets[0])


def _fit(row: Sequence[_Line], other: Sequence[_Line]) -> bool:
    """Whether two rows can be one: no plan twice, and every indicator like every other."""
    return all(a.plan != b.plan and _likeness(a, b) >= SAME for a in row for b in other)


def _row(lines: Sequence[_Line], plans: int) -> TargetRow:
    by_plan: Mapping[int, tuple[Target, ...]] = {line.plan: line.targets for line in lines}
    first = by_plan[min(by_plan)][0]
    ids = tuple(tuple(target.id for target in by_plan.get(plan, ())) for plan in range(plans))
    return TargetRow(first.topic, first.indicator, ids)


def _differ(a: _Features, b: _Features) -> bool:
    """Whether both say of which kind they are, and no kind is common to them."""
    return any(one and other and not one & other for one, other in zip(a.kinds, b.kinds, strict=True))


def _sort(target: Target) -> Sort | None:
    """The sort of a unit, whatever its power (万元, 亿元) and what it is for (/亩)."""
    unit = (target.unit_of_measure or "").partition("/")[0]
    return SORT_OF.get(unit) or SORT_OF.get(unit.lstrip("十百千万亿"))


@lru_cache(maxsize=4096)
def _features(indicator: str) -> _Features:
    name = indicator
    for pattern, canonical in _SYNONYMS:
        name = pattern.sub(canonical, name)
    verb = verbs.first_verb(name)
    name = _without_place(name[len(verb) :] if len(verb) < len(name) else name)
    measure = _MEASURE.search(name)
    what = f"^{name[: measure.start()] if measure else name}"
    pairs = frozenset(one + other for one, other in pairwise(what))
    return _Features(measure.group() if measure else "", pairs, _kinds(f"{indicator} {name}"))


def _kinds(text: str) -> tuple[frozenset[int], ...]:
    return tuple(frozenset(n for n, kind in enumerate(family) if kind.search(text)) for family in _KINDS)


def _without_place(name: str) -> str:
    """Of which level it is matters, not whose: 杭州名牌产品 and 西安名牌产品 are both 市名牌产品."""
    for width in range(min(len(name) - 1, 12), 1, -1):
        if name[:width] in _places():
            return _places()[name[:width]] + name[width:]
    return name


@cache
def _places() -> dict[str, str]:
    levels = (("市", cities()), ("省", provinces()))
    return {spelling: level for level, places in levels for p in places for spelling in (p.name, p.full)}


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Dice's coefficient; two measures of nothing in particular are alike."""
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0
