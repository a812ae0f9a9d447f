"""What units and sections are about, as numbers worked out by hand."""

from __future__ import annotations

from math import sqrt

from hypothesis import given

from qcompare.aligning.background import telling
from qcompare.aligning.features import Features, features, section_features
from qcompare.models import CodedPlan
from tests.aligning.conftest import S, U, any_plan, coded, near


def test_a_unit_by_itself() -> None:
    plan = coded("a", U("榫卯 ， 缂丝 榫卯 2018", "governance.culture", 0.6, others={"context": 0.2}))

    assert features(plan) == (
        Features(
            unit="u001",
            words={"榫卯": near(sqrt(2 / 3)), "缂丝": near(sqrt(1 / 3))},
            measures={},
            topics={"governance.culture": near(0.75)},
            heading={},
        ),
    )


def test_common_words_weigh_less_than_rare_ones() -> None:
    (unit,) = features(coded("a", U("质量 榫卯")))

    length = sqrt(telling("质量") ** 2 + 1)
    assert unit.words == {"质量": near(telling("质量") / length), "榫卯": near(1 / length)}


def test_a_unit_without_a_telling_word_is_a_word_by_itself() -> None:
    (unit,) = features(coded("a", U("2018 年 9 月", "context")))

    assert unit.words == {"2018年9月": 1.0}


def test_furniture_has_no_features() -> None:
    plan = coded("a", U("榫卯", "chrome"), S("标题"), U("分享 到", "chrome"), U("缂丝"))

    assert [each.unit for each in features(plan)] == ["u003"]


def test_a_measure_tells_less_of_each_unit_the_more_units_name_it() -> None:
    plan = coded(
        "a",
        U("榫卯", measures={"m.city": 1.0}),
        U("缂丝", measures={"m.city": 1.0, "m.cqo": 1.0}),
        U("珐琅", measures={"m.city": 0.5, "m.lost": 0.0}),
        U("点翠", measures={"m.city": 1.0}),
        U("分享", "chrome", measures={"m.city": 1.0}),
    )

    assert [each.measures for each in features(plan)] == [
        {"m.city": near(1 / 2)},
        {"m.city": near(1 / sqrt(8)), "m.cqo": near(1 / sqrt(2))},
        {"m.city": near(0.5 / sqrt(2))},
        {"m.city": near(1 / 2)},
    ]


def test_having_no_topic_is_no_topic_to_have_in_common() -> None:
    plan = coded(
        "a",
        U("榫卯", "context", 0.9),
        U("榫卯", "other", 0.0),
        U("榫卯", "products.general", 0.0),
        U("榫卯", "context", 0.5, others={"governance.culture": 0.3}),
    )

    assert [each.topics for each in features(plan)] == [
        {},
        {},
        {"products.general": 1.0},
        {"governance.culture": near(0.375)},
    ]


def test_headings_above_count_the_nearest_most() -> None:
    plan = coded(
        "a",
        U("榫卯"),
        S("甲", "x"),
        S("乙", "y", level=2),
        U("缂丝"),
        S("丙", "x", level=2),
        U("珐琅"),
        S("丁", "z"),
        U("点翠"),
    )

    length = sqrt(1 + 1 / 9)
    assert [each.heading for each in features(plan)] == [
        {},
        {"y": near(1 / length), "x": near(1 / 3 / length)},
        {"x": near(1)},
        {"z": near(1)},
    ]


def test_a_section_speaks_by_its_own_units() -> None:
    plan = coded(
        "a",
        U("锔瓷"),
        S("甲", "context"),
        S("乙", "x", level=2, measures={"m.cqo": 0.4}),
        U("榫卯", measures={"m.month": 1.0}),
        U("缂丝 榫卯", "y", measures={"m.cqo": 1.0}),
        U("分享", "chrome"),
        S("丙", "y", level=2, measures={"m.month": 1.0}),
    )

    length = sqrt(1 + 1 / 9)
    assert section_features(plan) == (
        Features(
            unit="s002",
            words={"榫卯": near(sqrt(2 / 3)), "缂丝": near(sqrt(1 / 3))},
            measures={"m.cqo": near(1 / sqrt(2)), "m.month": near(1 / 2)},
            topics={"x": 1.0},
            heading={"x": near(1 / length), "context": near(1 / 3 / length)},
        ),
        Features(  # a heading with nothing under it is a section too
            unit="s003",
            words={},
            measures={"m.month": near(1 / sqrt(2))},
            topics={"y": 1.0},
            heading={"y": near(1 / length), "context": near(1 / 3 / length)},
        ),
    )


def test_a_section_with_units_and_subsections_stands_for_its_own_units() -> None:
    plan = coded("a", S("甲"), U("榫卯"), S("乙", level=2), U("缂丝"), S("丙"), S("丁", level=2), U("珐琅"))

    assert {each.unit: list(each.words) for each in section_features(plan)} == {
        "s001": ["榫卯"],
        "s002": ["缂丝"],
        "s004": ["珐琅"],
    }


def test_a_section_whose_only_unit_is_furniture_is_as_good_as_empty() -> None:
    plan = coded("a", S("甲"), U("分享", "chrome"), S("乙", level=2), U("缂丝"))

    assert [each.unit for each in section_features(plan)] == ["s002"]


@given(any_plan("a"))
def test_vectors_are_of_length_one_at_most(plan: CodedPlan) -> None:
    for each in (*features(plan), *section_features(plan)):
        for vector in (each.words, each.heading):
            assert not vector or sum(w * w for w in vector.values()) == near(1)
        assert sum(w * w for w in each.measures.values()) <= 1 + 1e-9
        assert sum(each.topics.values()) <= 1 + 1e-9
        weights = [w for v in (each.words, each.measures, each.heading) for w in v.values()]
        assert all(weight > 0 for weight in weights)


@given(any_plan("a"))
def test_every_unit_but_furniture_has_features_in_the_order_of_the_text(plan: CodedPlan) -> None:
    assert [each.unit for each in features(plan)] == [u.id for u in plan.plan.units if not u.chrome]


def test_titles_addressees_and_signatures_are_like_the_same_alone() -> None:
    plan = coded(
        "a", U("珐琅 领导小组", "context", measures={"m.group": 1.0}), U("珐琅 领导小组 。", "context")
    )

    formal, sentence = features(plan)
    assert (dict(formal.words), dict(formal.measures)) == ({"珐琅领导小组": 1.0}, {})
    assert set(sentence.words) == {"珐琅", "领导小组"}
