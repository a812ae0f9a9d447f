"""The Comparison: whole values of small plans, and what must hold for any."""

from __future__ import annotations

from dataclasses import replace
from math import exp, log1p, sqrt

from hypothesis import given
from hypothesis import strategies as st

from qcompare.comparing.compare import narrowed, similarity, topic_rows
from qcompare.models import (
    CodedPlan,
    Comparison,
    CounterpartRow,
    SectionRow,
    TargetRow,
    TopicCell,
    TopicRow,
    UnitAddress,
)
from qcompare.settings import Thresholds
from tests.aligning.conftest import THRESHOLDS, TOPICS, S, U, any_plan, coded, near, renamed
from tests.comparing.conftest import SETTINGS, TAXONOMY, compared

NOTHING = TopicCell((), 0, 0.0, ())


def logistic(odds: float) -> float:
    return 1 / (1 + exp(-odds))


def test_a_comparison() -> None:
    a = coded(
        "a",
        U("点击 数", "chrome"),
        S("甲", "foundations.standards"),
        U("榫卯", "foundations.standards"),
        U("缂丝 珐琅", "governance.culture", targets=("governance.culture",)),
    )
    b = coded(
        "b",
        S("乙", "governance.culture"),
        U("缂丝 珐琅", "governance.culture"),
        S("丙", "context"),
        U("锔瓷", "context"),
    )
    targets = (TargetRow("governance.culture", "合格率", (("t001",), ())),)

    found = compared(a, b, targets=targets)

    (match,) = found.matches
    assert (match.a, match.b) == (UnitAddress("a", "u003"), UnitAddress("b", "u001"))
    # the sections share three pairs of characters, of four in a, each said in one sentence of two
    alone = 10 * sqrt(3) / 2 + 5 * log1p(sqrt(3 * 0.67 * 0.474)) - 7
    score = logistic(alone - 2 * 1.5 * logistic(alone) / 5)
    assert found == Comparison(
        settings=SETTINGS,
        taxonomy=TAXONOMY,
        plans=(a, b),
        topics=(
            TopicRow("products.general", (NOTHING, NOTHING)),
            TopicRow("foundations.standards", (TopicCell(("u002",), 2, 1 / 3, ()), NOTHING)),
            TopicRow(
                "governance.culture",
                (TopicCell(("u003",), 4, 2 / 3, ("t001",)), TopicCell(("u001",), 4, 2 / 3, ())),
            ),
            TopicRow("context", (NOTHING, TopicCell(("u002",), 2, 1 / 3, ()))),
        ),
        matches=(match,),
        rows=(CounterpartRow("governance.culture", (("u003",), ("u001",))),),
        sections=(
            # one topic speaks as surely as the other: that of the first plan is taken
            SectionRow("foundations.standards", (("s001",), ("s001",)), near(score)),
            SectionRow("context", ((), ("s002",)), 0.0),
        ),
        only=(("u002",), ("u002",)),
        targets=targets,
        similarity=((1.0, near(2 / 3)), (near(2 / 3), 1.0)),
    )


def test_topics_off_the_taxonomy_come_last_and_count() -> None:
    plan = coded("a", U("榫卯", "other"), U("缂丝 珐琅 点翠", "products.general"), U("分享 到", "chrome"))

    assert list(topic_rows([plan], TAXONOMY)) == [
        TopicRow("products.general", (TopicCell(("u002",), 6, 0.75, ()),)),
        TopicRow("foundations.standards", (NOTHING,)),
        TopicRow("governance.culture", (NOTHING,)),
        TopicRow("context", (NOTHING,)),
        TopicRow("other", (TopicCell(("u001",), 2, 0.25, ()),)),
    ]


def test_a_target_may_be_on_another_topic_than_its_unit() -> None:
    plan = coded("a", U("榫卯", "products.general", targets=("governance.culture", "products.general")))

    cells = {row.topic: row.cells[0] for row in topic_rows([plan], TAXONOMY)}
    assert cells["products.general"] == TopicCell(("u001",), 2, 1.0, ("t002",))
    assert cells["governance.culture"] == TopicCell((), 0, 0.0, ("t001",))


def test_similarity_counts_characters_in_counterparts_from_both_sides() -> None:
    a = coded("a", U("榫卯"), U("缂丝 缂丝 缂丝"), U("分享 到 空间", "chrome"))
    b = coded("b", U("榫卯"), U("榫卯 剔红"), U("锔瓷"), U("珐琅"))
    c = coded("c", U("分享 到 空间", "chrome"))

    matches = compared(a, b, c).matches
    assert [(m.a.unit, m.b.unit) for m in matches] == [("u001", "u001"), ("u001", "u002")]
    # 2 of 8 characters in a; 2 + 4 of 10 in b, of which c has nothing
    assert similarity([a, b, c], matches) == (
        (1.0, near((2 / 8 + 6 / 10) / 2), 0.0),
        (near((2 / 8 + 6 / 10) / 2), 1.0, 0.0),
        (0.0, 0.0, 1.0),
    )
    related = [replace(match, level="related") for match in matches]
    assert similarity([a, b], related) == ((1.0, 0.0), (0.0, 1.0))


# --- laws ---------------------------------------------------------------------------------------

Three = tuple[CodedPlan, CodedPlan, CodedPlan]
PLANS = st.tuples(any_plan("a"), any_plan("b"), any_plan("c"))
LIMITS = st.floats(0, 1).map(lambda least: replace(THRESHOLDS, min_score=least, related_score=least / 2))


def units_of(plan: CodedPlan) -> list[str]:
    return [unit.id for unit in plan.plan.units if not unit.chrome]


@given(PLANS, LIMITS)
def test_a_unit_is_in_a_match_or_alone(plans: Three, limits: Thresholds) -> None:
    found = compared(*plans, limits=limits)

    for plan, alone in zip(plans, found.only, strict=True):
        ends = {end for match in found.matches for end in (match.a, match.b)}
        matched = {end.unit for end in ends if end.plan == plan.plan.meta.id}
        assert [unit for unit in units_of(plan) if unit not in matched] == list(alone)
        assert matched | set(alone) == set(units_of(plan))


@given(PLANS)
def test_a_unit_with_a_counterpart_is_in_one_row_in_the_order_of_the_text(
    plans: Three,
) -> None:
    found = compared(*plans)

    counterparts = [match for match in found.matches if match.level == "counterpart"]
    for n, plan in enumerate(plans):
        ends = {end for match in counterparts for end in (match.a, match.b)}
        met = sorted(end.unit for end in ends if end.plan == plan.plan.meta.id)
        placed = [unit for row in found.rows for unit in row.units[n]]
        assert sorted(placed) == met
        assert all(list(row.units[n]) == sorted(row.units[n]) for row in found.rows)
    assert all(sum(map(bool, row.units)) > 1 for row in found.rows)


@given(PLANS)
def test_a_section_that_speaks_is_in_one_row(plans: Three) -> None:
    found = compared(*plans)

    for n, plan in enumerate(plans):
        holding = {unit.section for unit in plan.plan.units if not unit.chrome}
        parents = {section.parent for section in plan.plan.sections}
        speaking = [s.id for s in plan.plan.sections if s.id in holding or s.id not in parents]
        assert sorted(section for row in found.sections for section in row.sections[n]) == speaking
    for row in found.sections:
        assert (row.score >= THRESHOLDS.section_score) == (sum(map(bool, row.sections)) > 1)


@given(PLANS)
def test_shares_add_up_to_one(plans: Three) -> None:
    rows = list(topic_rows(plans, TAXONOMY))

    for n, plan in enumerate(plans):
        cells = [row.cells[n] for row in rows]
        assert sorted(unit for cell in cells for unit in cell.units) == units_of(plan)
        assert sum(cell.share for cell in cells) == near(1 if units_of(plan) else 0)
        characters = [len(unit.text) for unit in plan.plan.units if not unit.chrome]
        assert sum(cell.characters for cell in cells) == sum(characters)


@given(PLANS)
def test_similarity_is_symmetric_and_one_with_itself(
    plans: Three,
) -> None:
    matrix = compared(*plans).similarity

    assert [matrix[n][n] for n in range(3)] == [1.0, 1.0, 1.0]
    assert all(0 <= matrix[i][j] == matrix[j][i] <= 1 for i in range(3) for j in range(3))


@given(any_plan("a").filter(units_of))
def test_a_plan_and_its_copy_are_similar_by_one(plan: CodedPlan) -> None:
    found = compared(plan, renamed(plan, "copy"))

    assert found.similarity == ((1.0, 1.0), (1.0, 1.0))
    assert found.only == ((), ())


def test_plans_with_nothing_in_common() -> None:
    found = compared(coded("a", S("甲"), U("榫卯"), U("珐琅")), coded("b", S("甲"), U("缂丝")))

    assert (found.matches, found.rows) == ((), ())
    assert found.only == (("u001", "u002"), ("u001",))
    assert found.similarity == ((1.0, 0.0), (0.0, 1.0))


@given(PLANS)
def test_a_third_plan_changes_no_score_of_two(plans: Three) -> None:
    a, b, _ = plans
    two, three = compared(a, b), compared(*plans)

    assert [m for m in three.matches if {m.a.plan, m.b.plan} == {"a", "b"}] == list(two.matches)
    assert three.similarity[0][1] == two.similarity[0][1]


@given(PLANS)
def test_matches_come_by_falling_score(plans: Three) -> None:
    scores = [match.score for match in compared(*plans).matches]

    assert scores == sorted(scores, reverse=True)


# --- one topic or pillar --------------------------------------------------------------------------


def three_plans() -> Comparison:
    """A row over all three: the unit of b is the best of those of a and c, which share nothing."""
    a = coded(
        "a",
        S("甲", "governance.culture", 0.2),
        U("榫卯", "governance.culture", 0.2, targets=("governance.culture",)),
        S("乙", "products.general"),
        U("缂丝", "products.general"),
        U("珐琅", "governance.culture", targets=("governance.culture",)),
    )
    b = coded(
        "b",
        S("丙", "products.general"),
        U("榫卯 ， 剔红", "products.general", targets=("products.general",)),
        U("缂丝", "products.general", targets=("products.general",)),
    )
    c = coded("c", U("剔红", "products.general"))
    targets = (
        TargetRow("products.general", "合格率", (("t001",), ("t001",), ())),
        TargetRow("products.general", "抽查率", ((), ("t002",), ())),
        TargetRow("governance.culture", "知晓率", (("t002",), (), ())),
    )
    return compared(a, b, c, targets=targets)


def ends(comparison: Comparison) -> list[str]:
    found = comparison.matches
    return [f"{m.a.plan} {m.a.unit} – {m.b.plan} {m.b.unit}" for m in found]


def test_the_whole_of_three_plans() -> None:
    whole = three_plans()

    assert ends(whole) == ["a u002 – b u002", "b u001 – c u001", "a u001 – b u001"]
    assert whole.rows == (
        CounterpartRow("products.general", (("u001",), ("u001",), ("u001",))),
        CounterpartRow("products.general", (("u002",), ("u002",), ())),
    )
    assert [(row.topic, row.sections) for row in whole.sections] == [
        ("products.general", (("s002",), ("s001",), ())),
        ("governance.culture", (("s001",), (), ())),
    ]
    assert [row.elsewhere for row in whole.sections] == [(), ((), ("s001",), ())]
    assert whole.only == (("u003",), (), ())


def test_what_concerns_a_topic() -> None:
    whole = three_plans()

    assert narrowed(whole, {"governance.culture"}) == replace(
        whole,
        topics=(whole.topics[2],),
        matches=(whole.matches[2],),
        rows=(CounterpartRow("governance.culture", (("u001",), ("u001",), ())),),
        sections=(whole.sections[1],),
        only=(("u003",), (), ()),
        targets=(replace(whole.targets[0], topic="governance.culture"), whole.targets[2]),
    )


def test_units_on_other_topics_are_shown_where_they_are_counterparts() -> None:
    whole = three_plans()

    assert narrowed(whole, {"products.general", "context"}) == replace(
        whole,
        topics=(whole.topics[0], whole.topics[3]),
        sections=(whole.sections[0],),
        only=((), (), ()),
        targets=whole.targets[:2],
    )


def test_a_topic_that_nobody_speaks_of() -> None:
    whole = three_plans()

    assert narrowed(whole, {"context"}) == replace(
        whole,
        topics=(whole.topics[3],),
        matches=(),
        rows=(),
        sections=(),
        only=((), (), ()),
        targets=(),
    )


@given(PLANS, st.sets(st.sampled_from(TOPICS)))
def test_narrowed_comparisons_hold_together(plans: Three, topics: set[str]) -> None:
    whole = compared(*plans)
    found = narrowed(whole, topics)

    on = {
        UnitAddress(plan.plan.meta.id, unit.id)
        for plan in plans
        for unit, code in zip(plan.plan.units, plan.units, strict=True)
        if code.topic in topics
    }
    matched = {end for match in found.matches for end in (match.a, match.b)}
    alone = {UnitAddress(plan, unit) for plan, units in zip("abc", found.only, strict=True) for unit in units}
    assert (matched & on) | alone == on
    assert not matched & alone
    assert found.matches == tuple(m for m in whole.matches if m.a in on or m.b in on)

    counterparts = [m for m in found.matches if m.level == "counterpart"]
    met = {end for match in counterparts for end in (match.a, match.b)}
    placed = [
        UnitAddress(p, u) for row in found.rows for p, us in zip("abc", row.units, strict=True) for u in us
    ]
    assert len(placed) == len(set(placed))
    assert met & on <= set(placed) <= met
    for rows in (found.topics, found.rows, found.sections):
        assert {row.topic for row in rows} <= topics


@given(PLANS)
def test_all_topics_are_the_whole(plans: Three) -> None:
    whole = compared(*plans)

    assert narrowed(whole, TOPICS) == whole
