"""Towns compared two and three at a time, a page repaired, a list of plans: the values that views show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from qcompare.models import (
    CleanText,
    CodedPlan,
    Comparison,
    CounterpartRow,
    Evidence,
    Match,
    RepairKind,
    RunSettings,
    SectionRow,
    Source,
    Span,
    Suspect,
    TargetRow,
    TopicCell,
    TopicRow,
    UnitAddress,
)
from qcompare.rendering.views.list import ListRow
from qcompare.taxonomy import Taxonomy
from qcompare.text.edits import Edit, Found, Step, repair
from tests.rendering.towns import DONGJIANG, NANPU, TAXONOMY, XILING

A, B, C = (each.plan.meta.id for each in (DONGJIANG, NANPU, XILING))

MATCHES = (
    (
        (A, "u008"),
        (B, "u004"),
        0.83,
        "counterpart",
        (("measures", "foundations.management.cqo"), ("words", "首席、质量官")),
    ),
    ((A, "u008"), (C, "u003"), 0.78, "counterpart", (("measures", "foundations.management.cqo"),)),
    ((B, "u004"), (C, "u003"), 0.74, "counterpart", (("measures", "foundations.management.cqo"),)),
    ((A, "u009"), (B, "u006"), 0.71, "counterpart", (("measures", "governance.culture.month"),)),
    ((A, "u004"), (B, "u002"), 0.66, "counterpart", (("words", "抽检合格率、产品"),)),
    ((A, "u006"), (B, "u005"), 0.58, "counterpart", (("words", "工程、终身"),)),
    ((A, "u004"), (C, "u002"), 0.55, "counterpart", (("words", "抽检合格率"),)),
    ((B, "u006"), (C, "u005"), 0.52, "counterpart", (("measures", "governance.culture.month"),)),
    ((A, "u008"), (C, "u004"), 0.5, "counterpart", (("measures", "foundations.management.cqo"),)),
    ((A, "u010"), (B, "u004"), 0.31, "related", (("words", "标准"),)),
)


def match(first: tuple[str, str], second: tuple[str, str], score: float, level: Any, parts: Any) -> Match:
    """A match whose evidence shares its score out evenly."""
    evidence = tuple(Evidence(part, term, score / len(parts)) for part, term in parts)
    return Match(UnitAddress(*first), UnitAddress(*second), score, level, evidence)


def compared(
    plans: Sequence[CodedPlan],
    rows: Sequence[tuple[str, Sequence[Sequence[str]]]],
    sections: Sequence[tuple[str, Sequence[Sequence[str]], float]],
    targets: Sequence[tuple[str, str, Sequence[Sequence[str]]]],
    similarity: Sequence[Sequence[float]],
) -> Comparison:
    """A comparison; rows are given by hand, topics and what only one plan has follow."""
    ids = [each.plan.meta.id for each in plans]
    matches = tuple(match(*each) for each in MATCHES if each[0][0] in ids and each[1][0] in ids)
    matched = {address for each in matches for address in (each.a, each.b)}
    return Comparison(
        settings=RunSettings("0.1.0", "a" * 64, 0.45, 0.3),
        taxonomy=TAXONOMY,
        plans=tuple(plans),
        topics=tuple(TopicRow(t.id, tuple(_cell(each, t.id) for each in plans)) for t in TAXONOMY.topics),
        matches=matches,
        rows=tuple(CounterpartRow(topic, _tuples(units)) for topic, units in rows),
        sections=tuple(SectionRow(topic, _tuples(ids), score) for topic, ids, score in sections),
        only=tuple(
            tuple(
                unit.id
                for unit in each.plan.units
                if not unit.chrome and UnitAddress(each.plan.meta.id, unit.id) not in matched
            )
            for each in plans
        ),
        targets=tuple(TargetRow(topic, indicator, _tuples(cells)) for topic, indicator, cells in targets),
        similarity=_floats(similarity),
    )


def _cell(plan: CodedPlan, topic: str) -> TopicCell:
    units = [u for u, code in zip(plan.plan.units, plan.units, strict=True) if code.topic == topic]
    total = sum(len(unit.text) for unit in plan.plan.units if not unit.chrome)
    characters = sum(len(unit.text) for unit in units)
    targets = tuple(each.id for each in plan.targets if each.topic == topic)
    return TopicCell(tuple(unit.id for unit in units), characters, characters / total, targets)


def _tuples(cells: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(map(tuple, cells))


def _floats(rows: Sequence[Sequence[float]]) -> tuple[tuple[float, ...], ...]:
    return tuple(map(tuple, rows))


@pytest.fixture(scope="session")
def taxonomy() -> Taxonomy:
    return TAXONOMY


@pytest.fixture(scope="session")
def plans() -> Mapping[str, CodedPlan]:
    """By the names of the towns."""
    return {"dongjiang": DONGJIANG, "nanpu": NANPU, "xiling": XILING}


@pytest.fixture(scope="session")
def two() -> Comparison:
    """Two plans of two cities."""
    return compared(
        (DONGJIANG, NANPU),
        rows=(
            ("products.general", (["u004"], ["u002"])),
            ("engineering.general", (["u006"], ["u005"])),
            ("foundations.management", (["u008"], ["u004"])),
            ("governance.culture", (["u009"], ["u006"])),
        ),
        sections=(
            ("products.general", (["s01"], ["s01"]), 0.62),
            ("engineering.general", (["s03"], []), 0.0),
            ("engineering.green", (["s04"], []), 0.0),
            ("foundations.management", (["s05"], ["s02"]), 0.48),
        ),
        targets=(
            ("engineering.green", "装配式建筑占比", (["t03"], [])),
            ("products.general", "产品抽检合格率", (["t01", "t02"], ["t01"])),
            ("services.consumer", "服务满意度", ([], ["t02"])),
            ("environment.water", "城镇污水处理率", ([], ["t03"])),
            ("environment.water", "单位产值水耗", ([], ["t04"])),
            ("foundations.management", "首席质量官培训", (["t04"], [])),
            ("governance.supervision", "新增重大事故", ([], ["t05"])),
        ),
        similarity=((1.0, 0.6142), (0.6142, 1.0)),
    )


@pytest.fixture(scope="session")
def three() -> Comparison:
    """Three plans of three cities, one of them a digest of an interpretation."""
    return compared(
        (DONGJIANG, NANPU, XILING),
        rows=(
            ("products.general", (["u004"], ["u002"], ["u002"])),
            ("engineering.general", (["u006"], ["u005"], [])),
            ("foundations.management", (["u008"], ["u004"], ["u003", "u004"])),
            ("governance.culture", (["u009"], ["u006"], ["u005"])),
        ),
        sections=(
            ("products.general", (["s01"], ["s01"], []), 0.62),
            ("foundations.management", (["s05"], ["s02"], []), 0.48),
        ),
        targets=(
            ("environment.water", "城镇污水处理率", ([], ["t03"], [])),
            ("products.general", "产品抽检合格率", (["t01", "t02"], ["t01"], ["t01"])),
        ),
        similarity=((1.0, 0.6142, 0.52), (0.6142, 1.0, 0.5), (0.52, 0.5, 1.0)),
    )


PAGE = "首页\n\n\n關(guān)于質(zhì)量的意見,\x1b[0m一\n著力提高,  網際網路\n行動結束\n"
STEPS: Sequence[tuple[RepairKind, Mapping[str, str]]] = (
    ("pinyin", {"(guān)": "", "(zhì)": ""}),
    ("script", {"關": "关", "質": "质", "見": "见", "動": "动", "結": "结"}),
    ("variant", {"著": "着"}),
    ("wording", {"網際網路": "互联网"}),
    ("layout", {"\n\n\n": "\n", "  ": " "}),
)


def step(kind: RepairKind, replacements: Mapping[str, str]) -> Step:
    """A repair that puts one string for another wherever it stands."""

    def find(text: str) -> Found:
        places = sorted((text.find(old), old) for old in replacements if old in text)
        return Found(tuple(Edit(at, at + len(old), replacements[old], kind) for at, old in places))

    return find


@pytest.fixture(scope="session")
def page() -> str:
    """A reader's text."""
    return PAGE


@pytest.fixture(scope="session")
def clean() -> CleanText:
    """Its repair."""
    repaired = repair(PAGE, [step(kind, replacements) for kind, replacements in STEPS])
    at = repaired.text.index("一")
    return replace(
        repaired, suspects=(Suspect("encoding", "一", Span(at, at + 1), "一 or — between figures"),)
    )


@pytest.fixture(scope="session")
def source() -> Source:
    return Source("pages/a.txt", "0" * 64, "txt", "utf-8")


@pytest.fixture(scope="session")
def listing() -> tuple[ListRow, ...]:
    """Two folders; a plan that is hidden, a digest, a file that cannot be read."""
    return (
        ListRow(
            id=A,
            city="dongjiang",
            city_zh="东江",
            year=2019,
            kind="plan",
            title="东江市质量强市三年行动方案",
            characters=10432,
            folder="/data/plans",
            repairs={"pinyin": 12, "script": 830},
            suspects=2,
        ),
        ListRow(
            id="notes",
            city=None,
            city_zh=None,
            year=None,
            kind=None,
            title=None,
            characters=None,
            folder="/data/plans",
            problem="no Chinese text in it",
        ),
        ListRow(
            id=A,
            city="dongjiang",
            city_zh="东江",
            year=2019,
            kind="plan",
            title="东江市质量强市三年行动方案",
            characters=3001,
            folder="samples",
            digest=True,
            shadowed_by="/data/plans/dongjiang-2019.txt",
        ),
        ListRow(
            id=C,
            city="Xiling",
            city_zh="西岭",
            year=None,
            kind="interpretation",
            title="一图读懂西岭质量行动",
            characters=88,
            folder="samples",
            digest=True,
        ),
    )
