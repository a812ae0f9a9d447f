from __future__ import annotations

import pytest

from qcompare.models import CHROME, Span, Target
from qcompare.targets.extract import extract
from tests.targets.conftest import plan_of


def extracted(*lines: str, year: int | None = 2020, page: bool = False) -> tuple[Target, ...]:
    plan = plan_of(*lines, year=year, page=page)
    return extract(plan, ["products.general"] * len(plan.units))


def test_a_whole_target() -> None:
    text = "到2025年,单位产值能耗比2020年年均下降3%以上(约束性)。"
    assert extracted("# 节能", text) == (
        Target(
            id="t001",
            unit="u001",
            indicator="单位产值能耗年均下降率",
            op=">=",
            direction="decrease",
            value=3,
            value_hi=None,
            unit_of_measure="%",
            per="年",
            baseline_year=2020,
            deadline_year=2025,
            binding="binding",
            kind="target",
            topic="products.general",
            quote="单位产值能耗比2020年年均下降3%以上",
            span=Span(12, 32),
        ),
    )


@pytest.mark.parametrize(
    ("line", "kind", "deadline"),
    [
        ("到2025年,合格率达到95%。", "target", 2025),
        ("合格率在2025年底前达到95%。", "target", 2025),
        ("合格率达到95%。", "target", None),
        ("力争合格率达到95%。", "target", None),
        ("今年合格率达到95%。", "target", 2020),
        ("到2025年,累计建成园区3个。", "target", 2025),
        ("到2025年,实现县域全覆盖。", "milestone", 2025),
        ("2019年合格率达到95%。", "fact", None),
        ("目前,合格率达到95%。", "fact", None),
        ("去年产值同比增长5%。", "fact", None),
        ("今年上半年产值增长5%。", "fact", None),
        ("已建成园区3个。", "fact", None),
        ("已实现县域全覆盖。", "fact", None),
        # a share that is stated tells how things are; one that is to be reached is promised
        ("高新技术产品占45%。", "fact", None),
        ("高新技术产品占比重达到45%。", "target", None),
        ("到2025年,高新技术产品占45%。", "target", 2025),
        ("要求合格率达到95%。", "target", None),
    ],
)
def test_kinds_and_deadlines(line: str, kind: str, deadline: int | None) -> None:
    assert [(t.kind, t.deadline_year) for t in extracted(line)] == [(kind, deadline)]


@pytest.mark.parametrize(
    ("line", "direction"),
    [
        ("新增企业5家。", "increase"),
        ("城镇新增就业5万人。", "increase"),
        ("新增用地占比达到5%。", "level"),
        ("产值增长5%。", "increase"),
        ("合格率提高到95%。", "increase"),
        ("能耗下降5%。", "decrease"),
        ("时限压缩至5天。", "decrease"),
        ("压减产能5万吨。", "decrease"),
        ("建成园区5个。", "level"),
        ("合格率达到95%。", "level"),
    ],
)
def test_directions(line: str, direction: str) -> None:
    assert [t.direction for t in extracted(line)] == [direction]


@pytest.mark.parametrize(
    ("line", "binding"),
    [
        ("达标率达到95%(约束性)。", "binding"),
        ("达标率达到95%以上,为预期性指标。", "expected"),
        ("达标率达到95%。", None),
    ],
)
def test_binding(line: str, binding: str | None) -> None:
    assert [t.binding for t in extracted(line)] == [binding]


def test_surroundings_count_where_the_sentence_is_silent() -> None:
    found = extracted(
        "# 回顾",
        "建成园区3个。力争明年产值增长5%,到2025年增长9%。",
        "# 目标",
        "到2025年,质量提升。合格率达到95%。",
    )
    assert [(t.indicator, t.kind, t.deadline_year) for t in found] == [
        ("园区", "fact", None),
        ("产值增长率", "fact", None),
        ("产值增长率", "target", 2025),
        ("合格率", "target", 2025),
    ]


def test_facts_go_on_to_the_end_of_the_paragraph_unless_something_lies_ahead() -> None:
    found = extracted("去年建成园区3个。入驻企业20家。力争产值达到5亿元。", "合格率达到95%。")
    assert [t.kind for t in found] == ["fact", "fact", "target", "target"]


def test_a_web_page_has_no_year_to_speak_from() -> None:
    assert [t.kind for t in extracted("到2019年,合格率达到95%。", year=2021)] == ["fact"]
    assert [t.deadline_year for t in extracted("到2019年,合格率达到95%。", year=2021, page=True)] == [2019]


def test_page_furniture_has_no_targets() -> None:
    plan = plan_of("~合格率达到95%。", "合格率达到96%。", "合格率达到97%。")
    found = extract(plan, ["products.general", CHROME, "services.general"])
    assert [(t.id, t.value, t.topic) for t in found] == [("t001", 97, "services.general")]


def test_topics_run_parallel_to_units() -> None:
    with pytest.raises(ValueError, match="shorter"):
        extract(plan_of("合格率达到95%。"), [])


def test_quotes_are_the_text_at_their_span() -> None:
    plan = plan_of("# 目标", "到2025年，标准达到30项；企业、园区分别达到5家和2个。培训10人次。")
    found = extract(plan, ["x"] * len(plan.units))
    assert [t.quote for t in found] == ["标准达到30项", *["企业、园区分别达到5家和2个"] * 2, "培训10人次"]
    assert all(t.quote == t.span.of(plan.text) for t in found)
    assert [t.id for t in found] == ["t001", "t002", "t003", "t004"]
