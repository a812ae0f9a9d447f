"""The real plans and pages beside the repository: what the program promises on them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from qcompare.models import CodedPlan, Section, Unit
from qcompare.pipeline.comparison import Comparison
from qcompare.pipeline.workspace import Workspace
from qcompare.storage.cache import Cache

SHARED = Path(__file__).resolve().parents[2] / "shared"
FILES = sorted((*SHARED.glob("plans/*"), *SHARED.glob("wider/*")))

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not FILES, reason="the real plans are not beside the repository"),
]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    opened = Workspace.open()
    return Workspace(opened.settings, (SHARED / "plans",), Cache(tmp_path_factory.mktemp("cache")))


@pytest.fixture(scope="module")
def plans(workspace: Workspace) -> dict[str, CodedPlan]:
    return {path.name: workspace.read_plan(path) for path in FILES}


@pytest.mark.parametrize("name", [path.name for path in FILES])
def test_nothing_is_lost(name: str, plans: dict[str, CodedPlan]) -> None:
    plan = plans[name].plan
    parts: list[Section | Unit] = sorted((*plan.sections, *plan.units), key=lambda part: part.span)
    end = 0
    for part in parts:
        assert plan.text[end : part.span.start].isspace() or end == part.span.start
        end = part.span.end
    assert not plan.text[end:].strip()
    assert all(unit.text == unit.span.of(plan.text) for unit in plan.units)
    assert all(s.title in s.span.of(plan.text) and s.number in s.span.of(plan.text) for s in plan.sections)
    counts = plan.coverage
    assert counts.characters == len(plan.text)
    assert counts.characters == counts.in_units + counts.in_headings + counts.in_chrome + counts.whitespace
    assert [unit.id for unit in plan.units] == [f"u{n:03}" for n in range(1, len(plan.units) + 1)]


@pytest.mark.parametrize("name", [path.name for path in FILES])
def test_what_is_set_aside_is_furniture(name: str, plans: dict[str, CodedPlan]) -> None:
    """No line that is set aside reads like a sentence of a document."""
    furniture = [unit.text for unit in plans[name].plan.units if unit.chrome]
    assert [text for text in furniture if text.endswith("。")] == []
    assert [text for text in furniture if len(text) > 120] == []


def test_the_damaged_page_is_whole_again(plans: dict[str, CodedPlan]) -> None:
    text = plans["beijing-2018-interpretation.txt"].plan.text
    assert re.findall(r"[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+[)）]", text) == []  # no annotation
    assert re.findall(r"[\ue000-\uf8ff]", text) == []
    assert re.findall(r"(?<![A-Za-z])[A-Za-z](?![A-Za-z])", text) == []  # no letter alone
    # A half-width mark that stands for a full-width one stays as found; what follows it is a word.
    assert re.findall(r"[!;][秾爸渡笆l]", text) == []
    for restored in (
        "发展大局。《实施意见》",
        "效应。“中关村”",
        "绿色建筑规模化发展,",
        "向专业化、高端化发展",
    ):
        assert restored in text


def test_the_taiwan_mirror_speaks_like_the_mainland(plans: dict[str, CodedPlan]) -> None:
    text = plans["beijing-2021-plan.txt"].plan.text
    assert re.findall("(?<![产商])品质(?!化)", text) == []
    for wrong in (
        "水准",
        "网际网路",
        "资讯",
        "支援",
        "智慧机器人",
        "创建立",
        "集成科技资源",
        "性能,",
        "显着",
    ):
        assert wrong not in text
    for right in (
        "服务业品质化",
        "智慧养老",
        "智慧监管",
        "整合科技服务资源",
        "建立健全",
        "政府效能",
        "互联网",
    ):
        assert right in text


def test_names_mean_plans(workspace: Workspace) -> None:
    found = {
        name: workspace.find(name).path.name for name in ("北京", "Xi'an", "HANGZHOU", "蚌埠市", "xi an")
    }
    assert found == {
        "北京": "beijing-2021-plan.txt",
        "Xi'an": "xian-2014-plan.txt",
        "HANGZHOU": "hangzhou-2018-plan.txt",
        "蚌埠市": "bengbu-2018-interpretation.txt",
        "xi an": "xian-2014-plan.txt",
    }


@pytest.fixture(scope="module")
def comparison(workspace: Workspace) -> Comparison:
    return workspace.compare(["xian", "hangzhou"])


def counterparts(comparison: Comparison) -> Iterator[tuple[str, str]]:
    texts = {
        (coded.plan.meta.id, unit.id): unit.text for coded in comparison.plans for unit in coded.plan.units
    }
    for match in comparison.matches:
        if match.level == "counterpart":
            yield texts[match.a.plan, match.a.unit], texts[match.b.plan, match.b.unit]


@pytest.mark.parametrize(
    ("of_xian", "of_hangzhou"),
    [
        ("首席质量官等制度", "落实首席质量官制度"),
        ("质量月、安全生产月", "“质量月”“3·15”"),
        ("稳定在90%以上", "达到96%"),
        ("施工现场质量监督", "实行全过程质量监管"),
        ("施工现场质量监督", "规范装配式建筑"),
    ],
)
def test_counterparts_that_a_reader_sees(of_xian: str, of_hangzhou: str, comparison: Comparison) -> None:
    assert any(of_xian in a and of_hangzhou in b for a, b in counterparts(comparison))
