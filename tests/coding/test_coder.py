"""Codes of units and sections: own words, headings, openers, neighbours, form, rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from qcompare.coding.coder import Coder
from qcompare.models import Alternative, Assignment, Evidence, Kind, MeasureHit, Plan
from qcompare.settings import Thresholds
from qcompare.taxonomy import Taxonomy
from qcompare.text.words import Lexicon
from tests.coding.conftest import TAXONOMY, THRESHOLDS, WEIGHTS

PlanOf = Callable[[str], Plan]

TEXT = """甲市质量提升方案
首页 > 政策
一、指导思想
深入推进各项工作。
二、重点任务
(一)突出标准引领。围绕产业需求,完善体系。推行首席质量官制度。
(二)提高工程质量。
加强施工现场管理。实施住宅工程质量提升。推广样板。
完善产品质量监管。
"""


def codes(coder: Coder, plan: Plan) -> list[tuple[str, str, bool]]:
    rows = zip(plan.units, coder.code(plan).units, strict=True)
    return [(unit.text, code.topic, code.unsure) for unit, code in rows]


def test_each_unit_has_a_topic(coder: Coder, plan_of: PlanOf) -> None:
    assert codes(coder, plan_of(TEXT)) == [
        ("甲市质量提升方案", "context", False),  # ahead of the first heading
        ("首页 > 政策", "chrome", False),
        ("深入推进各项工作。", "context", False),  # by the rule for its heading
        ("围绕产业需求,完善体系。", "foundations.standards", False),  # by its heading alone
        # its own words against the heading, equally strong: its own
        ("推行首席质量官制度。", "foundations.management", False),
        ("加强施工现场管理。", "engineering.general", False),
        ("实施住宅工程质量提升。", "engineering.housing", False),
        ("推广样板。", "engineering.housing", False),  # the block that the sentence before opened
        ("完善产品质量监管。", "products.general", False),
    ]


def test_sections_are_about_their_titles_and_their_units(coder: Coder, plan_of: PlanOf) -> None:
    plan = plan_of(TEXT)
    sections = zip(plan.sections, coder.code(plan).sections, strict=True)
    assert [(section.title, code.topic) for section, code in sections] == [
        ("指导思想", "context"),
        ("重点任务", "engineering.housing"),  # most of what stands below it
        ("突出标准引领", "foundations.standards"),
        ("提高工程质量", "engineering.general"),
    ]


def test_evidence_says_what_led_to_the_topic(coder: Coder, plan_of: PlanOf) -> None:
    code = coder.code(plan_of("一、提高工程质量\n落实标准化要求,加强施工现场管理。\n")).units[0]
    assert code == Assignment(
        topic="engineering.general",
        score=0.6457,  # 6 to 4.2 in all, 3 to 4.2 in its own words: a lead of 1.8 - 1.2 / 2
        unsure=False,
        alternatives=(Alternative("foundations.standards", 0.452),),
        evidence=(Evidence("term", "施工现场", 3.0), Evidence("heading", "工程质量", 3.0)),
        measures=(),
    )


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        ("合格率达到96%以上。", "products.general"),  # rule 3: to the object that is measured
        ("合格率显著提高。", "context"),  # an aim without a figure
        ("总体水平提高三成。", "context"),  # a figure of nothing that is known
    ],
)
def test_a_figure_is_promised_of_an_object_under_general_aims_too(
    sentence: str, topic: str, coder: Coder, plan_of: PlanOf
) -> None:
    assert [code.topic for code in coder.code(plan_of(f"一、指导思想\n{sentence}\n")).units] == [topic]


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        ("近年来标准化取得进展。", "context"),
        ("推进标准化。", "foundations.standards"),
    ],
)
def test_a_look_back_is_context(sentence: str, topic: str, coder: Coder, plan_of: PlanOf) -> None:
    assert [code.topic for code in coder.code(plan_of(f"一、概况\n{sentence}\n")).units] == [topic]


@pytest.mark.parametrize(
    ("line", "topic"),
    [
        ("责任单位:质量管理局", "governance.supervision"),
        ("(责任单位:标准化处、工程质量站)", "governance.supervision"),
        ("落实责任单位,推进标准化。", "foundations.standards"),  # not how it begins
    ],
)
def test_a_rule_on_how_a_unit_begins(line: str, topic: str, coder: Coder, plan_of: PlanOf) -> None:
    assert [code.topic for code in coder.code(plan_of(f"一、标准引领\n{line}\n")).units] == [topic]


@pytest.mark.parametrize(
    ("line", "topic"),
    [
        ("为什么要出台这份文件?", "context"),
        ("记者:标准化怎么推进?", "foundations.standards"),  # the topic that it opens
    ],
)
def test_a_question_is_context_unless_it_names_an_object(
    line: str, topic: str, coder: Coder, plan_of: PlanOf
) -> None:
    assert [code.topic for code in coder.code(plan_of(f"一、概况\n{line}\n")).units] == [topic]


@pytest.mark.parametrize(
    ("kind", "topics"),
    [
        ("plan", ["foundations.standards", "foundations.standards"]),
        ("interpretation", ["context", "context"]),
    ],
)
def test_interpretations_tell_what_was_and_why(
    kind: Kind, topics: list[str], coder: Coder, plan_of: PlanOf
) -> None:
    """With more words for the object than a plan's look back outweighs."""
    plan = plan_of("一、概况\n去年标准化成效明显,标准已建成。\n标准化对产业具有重要意义。\n")
    plan = replace(plan, meta=replace(plan.meta, kind=kind))
    assert [code.topic for code in coder.code(plan).units] == topics


def test_a_list_of_targets_is_of_no_block(coder: Coder, plan_of: PlanOf) -> None:
    targets = "合格率达到96%,建成36个施工现场,创建12项工程质量奖。"
    plan = plan_of(f"一、任务\n一是加强施工现场、工程质量管理。{targets}\n")
    assert [code.topic for code in coder.code(plan).units] == ["engineering.general", "products.general"]


def test_a_title_that_says_nothing_ends_the_block(coder: Coder, plan_of: PlanOf) -> None:
    plan = plan_of("一、任务\n实施标准化。\n多措并举。\n同心同德\n")
    codes = coder.code(plan).units
    assert [(code.topic, code.score > 0) for code in codes] == [
        ("foundations.standards", True),
        ("foundations.standards", True),
        ("context", False),
    ]


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        ("推进标准化和缺陷产品召回。", "foundations.standards"),
        ("推进缺陷产品召回和标准化。", "governance.supervision"),
    ],
)
def test_of_equals_the_first_named_is_the_topic(
    sentence: str, topic: str, coder: Coder, plan_of: PlanOf
) -> None:
    assert [code.topic for code in coder.code(plan_of(f"一、概况\n{sentence}\n")).units] == [topic]


def test_no_evidence_is_doubt(coder: Coder, plan_of: PlanOf) -> None:
    assert coder.code(plan_of("一、其他\n无关的话。\n")).units == (Assignment("context", 0.0, unsure=True),)


def test_a_marked_opener_speaks_for_its_block(coder: Coder, plan_of: PlanOf) -> None:
    plan = plan_of("一、任务\n一是加强施工现场管理。多措并举。二是推进标准化。多措并举。\n")
    assert [code.topic for code in coder.code(plan).units] == [
        "engineering.general",
        "engineering.general",
        "foundations.standards",
        "foundations.standards",
    ]


def test_a_neighbour_speaks_within_its_paragraph_only(coder: Coder, plan_of: PlanOf) -> None:
    one, two = ("加强施工现场管理,落实责任。多措并举。\n", "加强施工现场管理,落实责任。\n多措并举。\n")
    assert coder.code(plan_of("一、任务\n" + one)).units[1].evidence == (Evidence("neighbour", "", 0.4),)
    assert coder.code(plan_of("一、任务\n" + two)).units[1].evidence == ()


def test_a_section_does_not_hear_the_one_before(coder: Coder, plan_of: PlanOf) -> None:
    plan = plan_of("一、提高工程质量\n一是加强施工现场管理。\n二、其他\n多措并举。\n")
    assert coder.code(plan).units[1] == Assignment("context", 0.0, unsure=True)


def test_measures_are_carried(coder: Coder, plan_of: PlanOf) -> None:
    code = coder.code(plan_of("一、其他\n推行首席质量官制度。\n")).units[0]
    assert (code.topic, code.measures) == (
        "foundations.management",
        (MeasureHit("foundations.management.cqo", 1.0),),
    )


@pytest.mark.parametrize("known", [("context",), ()])
def test_a_taxonomy_without_context_falls_back_to_other(
    known: tuple[str, ...], lexicon: Lexicon, plan_of: PlanOf
) -> None:
    topics = tuple(t for t in TAXONOMY.topics if t.id != "context" or t.id in known)
    coder = Coder(Taxonomy(TAXONOMY.pillars, topics, (), ()), WEIGHTS, THRESHOLDS, lexicon)
    expected = "context" if known else "other"
    assert [code.topic for code in coder.code(plan_of("一、其他\n无关的话。\n")).units] == [expected]


def test_the_threshold_decides_what_is_unsure(lexicon: Lexicon, plan_of: PlanOf) -> None:
    strict = Coder(TAXONOMY, WEIGHTS, Thresholds(0.4, 0.28, 0.95, 0.3), lexicon)
    assert [(c.score, c.unsure) for c in strict.code(plan_of("一、其他\n加强施工现场管理。\n")).units] == [
        (0.9047, True)
    ]


@pytest.mark.parametrize(
    ("indicator", "topic"),
    [
        ("产品质量合格率", "products.general"),
        ("住宅工程一次验收", "engineering.housing"),
        ("工业增加值", None),
    ],
)
def test_the_topic_of_a_phrase(indicator: str, topic: str | None, coder: Coder) -> None:
    assert coder.topic_of(indicator) == topic


def test_a_marked_opener_ends_the_block_before_it(coder: Coder, plan_of: PlanOf) -> None:
    """It says nothing of its own, but what the block before it was about is over."""
    plan = plan_of("一、任务\n一是加强施工现场管理。二是聚焦短板。多措并举。\n")
    assert [(code.topic, code.score) for code in coder.code(plan).units] == [
        ("engineering.general", 0.9047),
        ("context", 0.0),
        ("context", 0.5498),  # its neighbour alone
    ]


def test_a_section_is_not_context_because_its_title_is(lexicon: Lexicon, plan_of: PlanOf) -> None:
    deaf = replace(WEIGHTS, heading=0.0)  # so that the title does not colour the units
    coder = Coder(Taxonomy(TAXONOMY.pillars, TAXONOMY.topics, (), ()), deaf, THRESHOLDS, lexicon)
    plan = plan_of("一、指导思想\n加强施工现场管理。\n二、指导思想\n多措并举。\n")
    assert [code.topic for code in coder.code(plan).sections] == ["engineering.general", "context"]
