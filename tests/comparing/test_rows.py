"""Where a row stands, what it is named after, and in which order its members come."""

from __future__ import annotations

import pytest

from qcompare.comparing.rows import (
    elsewhere,
    group_of,
    section_codes,
    section_groups,
    section_rows,
    unit_codes,
    unit_rows,
)
from qcompare.models import Assignment, CounterpartRow, Match, SectionRow, UnitAddress
from tests.aligning.conftest import S, U, coded
from tests.comparing.conftest import TAXONOMY


def group(*members: str) -> frozenset[UnitAddress]:
    """``group("a u001", "b u002")``"""
    return frozenset(UnitAddress(*member.split()) for member in members)


def test_rows_come_by_topic_then_by_the_first_plan_that_has_something() -> None:
    a = coded("z", U("甲", "context"), U("乙", "governance.culture"), U("丙", "products.general"))
    b = coded(
        "y", *(U("丁", topic) for topic in ("other", "governance.culture", "governance.culture", "context"))
    )
    c = coded("x", *(U("戊", "governance.culture") for _ in range(3)))
    groups = [
        group("y u001", "x u001"),
        group("y u003", "x u003"),
        group("z u001", "y u004"),
        group("z u002", "y u002", "x u002"),
        group("z u003"),
    ]

    rows = unit_rows([a, b, c], TAXONOMY, groups, unit_codes([a, b, c]))

    assert rows == (
        CounterpartRow("products.general", (("u003",), (), ())),
        CounterpartRow("governance.culture", (("u002",), ("u002",), ("u002",))),
        CounterpartRow("governance.culture", ((), ("u001",), ("u001",))),  # as sure on one the taxonomy lacks
        CounterpartRow("governance.culture", ((), ("u003",), ("u003",))),
        CounterpartRow("context", (("u001",), ("u004",), ())),
    )


def test_members_come_in_the_order_of_the_text_beyond_a_thousand() -> None:
    plan = coded("a", *(U("甲") for _ in range(1001)))

    (row, after) = unit_rows(
        [plan], TAXONOMY, [group("a u1001"), group("a u1000", "a u999")], unit_codes([plan])
    )

    assert (row.units, after.units) == ((("u999", "u1000"),), (("u1001",),))


@pytest.mark.parametrize(
    ("topics", "named"),
    [
        # the surer topic, whoever says it
        ([("products.general", 0.4), ("context", 0.9)], "context"),
        ([("products.general", 0.9), ("context", 0.4)], "products.general"),
        # what two say together
        ([("context", 0.7), ("products.general", 0.4), ("products.general", 0.4)], "products.general"),
        # as sure as each other: the first of the taxonomy, whichever plan comes first
        ([("governance.culture", 0.5), ("products.general", 0.5)], "products.general"),
        ([("products.general", 0.5), ("governance.culture", 0.5)], "products.general"),
        ([("other", 0.0), ("products.general", 0.0)], "products.general"),
    ],
)
def test_a_row_is_named_after_the_topic_that_speaks_most_surely(
    topics: list[tuple[str, float]], named: str
) -> None:
    plans = [coded(name, U("甲", *topic)) for name, topic in zip("zyx", topics, strict=False)]

    (row,) = unit_rows(plans, TAXONOMY, [frozenset(unit_codes(plans))], unit_codes(plans))

    assert row.topic == named


def test_only_codes_that_name_a_row_speak() -> None:
    plans = [coded("a", U("甲", "context", 0.9)), coded("b", U("乙", "products.general", 0.3))]
    codes = unit_codes(plans)
    naming = {address: code for address, code in codes.items() if address.plan == "b"}

    (row,) = unit_rows(plans, TAXONOMY, [frozenset(codes)], naming)

    assert row == CounterpartRow("products.general", (("u001",), ("u001",)))


def test_sections_keep_the_score_of_their_group() -> None:
    a = coded("a", S("甲", "context"), U("榫卯"), S("乙", "products.general"), U("缂丝"))
    b = coded("b", S("丙", "context"), U("榫卯"))
    scores = {group("a s001", "b s001"): 0.7, group("a s002"): 0.0}

    assert section_rows([a, b], TAXONOMY, scores, section_codes([a, b])) == (
        SectionRow("products.general", (("s002",), ()), 0.0),
        SectionRow("context", (("s001",), ("s001",)), 0.7),
    )


def linked(a: str, b: str, score: float) -> Match:
    """``linked("a s001", "b s001", 0.9)``"""
    return Match(UnitAddress(*a.split()), UnitAddress(*b.split()), score, "counterpart", ())


@pytest.mark.parametrize(
    ("topics", "links", "groups"),
    [
        # the best of either
        ("x y", [("a s001", "b s001", 0.9)], {group("a s001", "b s001"): 0.9}),
        # a broad section is the best of two: of that on another topic it is not the counterpart
        ("x y z", [("a s001", "c s001", 0.9), ("a s002", "c s001", 0.8)], {group("a s001", "c s001"): 0.9}),
        # on one topic it is
        (
            "x y y",
            [("a s001", "c s001", 0.9), ("a s002", "c s001", 0.8)],
            {group("a s001", "a s002", "c s001"): 0.9},
        ),
        # what is no section's best joins nothing, whatever its topic
        (
            "x x",
            [("a s001", "b s002", 0.9), ("a s002", "b s001", 0.8), ("a s001", "b s001", 0.7)],
            {group("a s001", "b s002"): 0.9, group("a s002", "b s001"): 0.8},
        ),
        # best is best in one plan: with three plans each has its own
        (
            "x y z",
            [("a s001", "b s001", 0.9), ("b s001", "c s001", 0.8)],
            {group("a s001", "b s001", "c s001"): 0.9},
        ),
        ("x y", [], {}),
    ],
)
def test_sections_that_belong_together(
    topics: str, links: list[tuple[str, str, float]], groups: dict[frozenset[UnitAddress], float]
) -> None:
    names = dict(zip(("a s001", "b s001", "c s001"), topics.split(), strict=False))
    names = {"a s002": "y", "b s002": "x", **names}
    codes = {UnitAddress(*name.split()): Assignment(topic, 1.0) for name, topic in names.items()}

    assert section_groups([linked(*link) for link in links], codes) == groups


def test_the_best_of_each_section_in_each_plan() -> None:
    plans = [coded(name, S("甲"), U("榫卯"), S("乙"), U("缂丝")) for name in "abc"]
    links = [
        linked("a s001", "b s001", 0.8),
        linked("a s001", "b s002", 0.9),
        linked("a s001", "c s001", 0.7),
    ]

    assert elsewhere(plans, links) == {
        group("a s001"): ((), ("s002",), ("s001",)),
        group("b s001"): (("s001",), (), ()),
        group("b s002"): (("s001",), (), ()),
        group("c s001"): (("s001",), (), ()),
    }


def test_codes_leave_out_furniture_and_sections_of_sections_alone() -> None:
    plan = coded(
        "a",
        U("分享", "chrome"),
        S("甲", "context", 0.1),
        S("乙", "context", 0.2, level=2),
        U("榫卯", "context", 0.3),
        S("丙", "context", 0.4),
        U("缂丝", "context", 0.5),
        S("丁", "context", 0.6, level=2),
        S("戊", "context", 0.7),
        U("分享", "chrome"),
        S("己", "context", 0.8, level=2),
        U("珐琅", "context", 0.9),
    )

    assert {(at.plan, at.unit): code.score for at, code in unit_codes([plan]).items()} == {
        ("a", "u002"): 0.3,
        ("a", "u003"): 0.5,
        ("a", "u005"): 0.9,
    }
    assert {at.unit: code.score for at, code in section_codes([plan]).items()} == {
        "s002": 0.2,
        "s003": 0.4,
        "s004": 0.6,
        "s006": 0.8,
    }


def test_a_row_and_its_members() -> None:
    plans = [coded("a"), coded("b"), coded("c")]

    assert group_of(plans, (("u001", "u002"), (), ("u001",))) == group("a u001", "a u002", "c u001")
