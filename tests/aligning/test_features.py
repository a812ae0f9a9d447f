"""What units and sections are about, as numbers worked out by hand."""

from __future__ import annotations

from math import sqrt

import pytest
from hypothesis import given

from qcompare.aligning.background import background
from qcompare.aligning.features import ONE, Features, features, section_features
from qcompare.models import CodedPlan
from tests.aligning.conftest import PILLARS, S, U, any_plan, coded, near


def test_a_unit_by_itself() -> None:
    plan = coded("a", U("榫卯 ， 缂丝 ， 榫卯 2018", "governance.culture", 0.6, others={"context": 0.2}))

    text = {"榫卯": round(670 * sqrt(2)), "缂丝": 670}
    assert features(plan, PILLARS) == (
        Features(
            unit="u001",
            said=("榫卯", "缂丝", "榫卯"),
            text=text,
            length=near(sqrt(948**2 + 670**2)),
            measures={},
            topics={"governance.culture": 750},
            pillars={"governance": 750},
            topic="governance.culture",
            pillar="governance",
        ),
    )


def test_what_every_plan_says_weighs_less() -> None:
    (unit,) = features(coded("a", U("质量 ， 榫卯")), PILLARS)

    assert unit.text == {"质量": round(1000 * background()["质量"]), "榫卯": 670}


def test_the_title_above_adds_to_what_a_unit_says() -> None:
    plan = coded("a", S("珐琅"), S("榫卯", level=2), U("榫卯 ， 缂丝"))

    assert [each.text for each in features(plan, PILLARS)] == [{"榫卯": round(1.3 * 670), "缂丝": 670}]


@pytest.mark.parametrize("lines", [[], [S("珐琅")]])
def test_a_unit_without_a_telling_word_is_a_word_by_itself(lines: list[S]) -> None:
    (unit,) = features(coded("a", *lines, U("2018 年 9 月", "context")), PILLARS)

    assert (unit.said, unit.text, unit.length) == (("2018年9月",), {"2018年9月": 670}, 670.0)


def test_furniture_has_no_features() -> None:
    plan = coded("a", U("榫卯", "chrome"), S("标题"), U("分享 到", "chrome"), U("缂丝"))

    assert [each.unit for each in features(plan, PILLARS)] == ["u003"]


def test_a_measure_tells_less_of_each_unit_the_more_units_name_it() -> None:
    plan = coded(
        "a",
        U("榫卯", measures={"m.city": 1.0}),
        U("缂丝", measures={"m.city": 1.0, "m.cqo": 1.0}),
        U("珐琅", measures={"m.city": 0.5, "m.lost": 0.0}),
        U("点翠", measures={"m.city": 1.0}),
        U("分享", "chrome", measures={"m.city": 1.0}),
    )

    assert [each.measures for each in features(plan, PILLARS)] == [
        {"m.city": 500},
        {"m.city": 500, "m.cqo": 1000},
        {"m.city": 250},
        {"m.city": 500},
    ]


def test_having_no_topic_is_no_topic_to_have_in_common() -> None:
    plan = coded(
        "a",
        U("榫卯", "context", 0.9),
        U("榫卯", "other", 0.0),
        U("榫卯", "products.general", 0.0),
        U("榫卯", "context", 0.5, others={"governance.culture": 0.3}),
    )

    assert [each.topics for each in features(plan, PILLARS)] == [
        {},
        {},
        {"products.general": 1000},
        {"governance.culture": 375},
    ]


def test_shares_of_topics_are_shares_of_their_pillars() -> None:
    plan = coded("a", U("榫卯", "x.one", 0.5, others={"x.two": 0.25, "y.one": 0.25}))

    (unit,) = features(plan, {"x.one": "P", "x.two": "P"})
    assert unit.topics == {"x.one": 500, "x.two": 250, "y.one": 250}
    assert unit.pillars == {"P": 750, "y.one": 250}  # what a taxonomy says, whatever a topic is called
    assert unit.pillar == "P"


def test_a_section_speaks_by_its_own_units() -> None:
    plan = coded(
        "a",
        U("锔瓷"),
        S("甲", "context"),
        S("剔红", "x", level=2, measures={"m.cqo": 0.4}),
        U("榫卯", measures={"m.month": 1.0}),
        U("缂丝 ， 榫卯", "y", measures={"m.cqo": 1.0}),
        U("分享", "chrome"),
        S("点翠", "y", level=2, measures={"m.month": 1.0}),
    )

    rare = round(670 / sqrt(2))  # said once in two sentences
    assert section_features(plan, PILLARS) == (
        Features(
            unit="s002",
            said=("榫卯", "缂丝", "榫卯", "剔红"),
            text={"榫卯": 670, "缂丝": rare, "剔红": 201},
            length=near(sqrt(670**2 + rare**2 + 201**2)),
            measures={"m.cqo": 1000, "m.month": round(1000 / sqrt(2))},
            topics={"x": 1000},
            pillars={"x": 1000},
            topic="x",
            pillar="x",
        ),
        Features(  # a heading with nothing under it is a section too
            unit="s003",
            said=("点翠",),
            text={"点翠": 201},
            length=201.0,
            measures={"m.month": round(1000 / sqrt(2))},
            topics={"y": 1000},
            pillars={"y": 1000},
            topic="y",
            pillar="y",
        ),
    )


def test_a_title_of_one_character_has_no_text_and_yet_a_length() -> None:
    (section,) = section_features(coded("a", S("水")), PILLARS)
    assert (section.text, section.length) == ({}, 1.0)


def test_a_section_with_units_and_subsections_stands_for_its_own_units() -> None:
    plan = coded("a", S("甲"), U("榫卯"), S("乙", level=2), U("缂丝"), S("丙"), S("丁", level=2), U("珐琅"))

    assert {each.unit: list(each.text) for each in section_features(plan, PILLARS)} == {
        "s001": ["榫卯"],
        "s002": ["缂丝"],
        "s004": ["珐琅"],
    }


def test_a_section_whose_only_unit_is_furniture_is_as_good_as_empty() -> None:
    plan = coded("a", S("甲"), U("分享", "chrome"), S("乙", level=2), U("缂丝"))

    assert [each.unit for each in section_features(plan, PILLARS)] == ["s002"]


@given(any_plan("a"))
def test_weights_are_above_zero_and_shares_those_of_one(plan: CodedPlan) -> None:
    for each in (*features(plan, PILLARS), *section_features(plan, PILLARS)):
        weights = [w for v in (each.text, each.measures) for w in v.values()]
        assert all(weight > 0 for weight in weights)
        assert all(weight <= ONE for weight in each.measures.values())
        assert each.length == near(sqrt(sum(w * w for w in each.text.values())))
        assert sum(each.topics.values()) == sum(each.pillars.values()) <= ONE


@given(any_plan("a"))
def test_every_unit_but_furniture_has_features_in_the_order_of_the_text(plan: CodedPlan) -> None:
    assert [each.unit for each in features(plan, PILLARS)] == [u.id for u in plan.plan.units if not u.chrome]


def test_titles_addressees_and_signatures_are_like_the_same_alone() -> None:
    plan = coded(
        "a", U("珐琅 ， 缂丝", "context", measures={"m.group": 1.0}), U("珐琅 ， 缂丝 。", "context")
    )

    formal, sentence = features(plan, PILLARS)
    assert (dict(formal.text), dict(formal.measures)) == ({"珐琅，缂丝": 670}, {})
    assert set(sentence.text) == {"珐琅", "缂丝"}
