"""Which pairs are matches, and how matches are joined."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from math import exp, log1p, nextafter, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.aligning.features import features, section_features
from qcompare.aligning.matching import align, align_sections, groups, opposed
from qcompare.aligning.similarity import explained, score
from qcompare.models import CodedPlan, Match, MatchLevel, UnitAddress
from qcompare.settings import AligningWeights, Thresholds
from tests.aligning.conftest import (
    PILLARS,
    THRESHOLDS,
    UNCROWDED,
    WEIGHTS,
    S,
    U,
    any_plan,
    coded,
    near,
    renamed,
)

LIMITS = st.tuples(st.floats(0, 1), st.floats(0, 1)).map(
    lambda pair: replace(THRESHOLDS, related_score=min(pair), min_score=max(pair), section_score=min(pair))
)
STRENGTHS = st.sampled_from((0.0, 0.5, 3.0, 12.0))
ANY_WEIGHTS = st.builds(AligningWeights, *[STRENGTHS] * 7)

SAME = 10.0 + 5.0 * log1p(0.67)  # what speaks for texts of one rare pair of characters that is all they say


def logistic(odds: float) -> float:
    return 1 / (1 + exp(-odds))


def shown(matches: tuple[Match, ...]) -> list[tuple[str, str, float, MatchLevel]]:
    return [(m.a.unit, m.b.unit, round(m.score, 3), m.level) for m in matches]


def test_counterparts_related_and_none() -> None:
    a = coded("a", U("榫卯 ， 缂丝"), U("珐琅"), U("剔红"))
    b = coded("b", U("珐琅 ， 点翠", "x"), U("缂丝 ， 榫卯"), U("锔瓷"))

    # alike in text, topic and pillar; in one word of two, on another topic
    best = logistic(10 + 5 * log1p(0.67 * sqrt(2)) + 3 + 2 - 7)
    half = logistic(10 / sqrt(2) + 5 * log1p(0.67) - 7)
    for min_score, related_score, expected in [
        (0.5, 0.3, [("u001", "u002", best, "counterpart"), ("u002", "u001", half, "counterpart")]),
        (0.95, 0.3, [("u001", "u002", best, "counterpart"), ("u002", "u001", half, "related")]),
        (0.95, 0.95, [("u001", "u002", best, "counterpart")]),
    ]:
        limits = replace(THRESHOLDS, min_score=min_score, related_score=related_score)
        found = align(a, b, UNCROWDED, limits, PILLARS)
        assert [(m.a.unit, m.b.unit, near(m.score), m.level) for m in found] == expected


def test_a_match_says_whose_units_it_joins_and_why() -> None:
    a = coded("xian-2014", U("首席 ， 珐琅", "x", measures={"m.cqo": 1.0}))
    b = coded("hangzhou-2018", U("锔瓷", "chrome"), U("点翠", "x", measures={"m.cqo": 1.0}))

    (match,) = align(a, b, UNCROWDED, THRESHOLDS, PILLARS)

    assert (match.a, match.b) == (UnitAddress("xian-2014", "u001"), UnitAddress("hangzhou-2018", "u002"))
    assert match.score == near(logistic(4 + 3 + 2 - 7))
    assert [(each.part, each.term) for each in match.evidence] == [("measures", "m.cqo"), ("topic", "x")]


def test_matches_cross_and_are_many_to_many() -> None:
    a = coded("a", U("榫卯"), U("缂丝"), U("缂丝 ， 珐琅"))
    b = coded("b", U("缂丝"), U("榫卯"), U("榫卯 ， 剔红"))

    assert shown(align(a, b, UNCROWDED, THRESHOLDS, PILLARS)) == [
        ("u001", "u002", round(logistic(SAME + 5 - 7), 3), "counterpart"),
        ("u002", "u001", round(logistic(SAME + 5 - 7), 3), "counterpart"),
        ("u001", "u003", round(logistic(SAME - 10 + 10 / sqrt(2) + 5 - 7), 3), "counterpart"),
        ("u003", "u001", round(logistic(SAME - 10 + 10 / sqrt(2) + 5 - 7), 3), "counterpart"),
    ]


def test_the_more_counterparts_a_unit_seems_to_have_the_less_sure_is_each() -> None:
    a = coded("a", U("榫卯", "x"))
    b = coded("b", *(U("榫卯", f"y{n}") for n in range(7)), U("缂丝 ， 榫卯", "x"), U("珐琅"))

    same = logistic(SAME - 7)
    (x,), (*likes, listed, none) = opposed(features(a, PILLARS), features(b, PILLARS), WEIGHTS)
    # the mean of five: of the seven likes and the list on the same topic, the five best
    in_list = logistic(SAME - 10 + 10 / sqrt(2) + 5 - 7)
    assert x.crowding == near((in_list + 4 * same) / 5)
    assert [y.crowding for y in likes] == [near(same / 5)] * 7
    assert (listed.crowding, none.crowding) == (near(in_list / 5), 0.0)
    assert score(x, likes[0], WEIGHTS) == near(logistic(SAME - 7 - 1.5 * (x.crowding + same / 5)))


def test_faint_scores_crowd_nothing() -> None:
    """Of 0.1 at least: what measures alone reach here is less."""
    a = coded("a", U("榫卯", "x", measures={"m.cqo": 1.0}))
    b = coded("b", U("缂丝", "y", measures={"m.cqo": 1.0}))

    (x,), (y,) = opposed(features(a, PILLARS), features(b, PILLARS), WEIGHTS)
    assert (x.crowding, y.crowding) == (0.0, 0.0)
    assert score(x, y, WEIGHTS) == near(logistic(4 - 7))


def test_units_without_a_telling_word_meet_their_like_alone() -> None:
    a = coded("a", U("2018 年 9 月 29 日", "context"), U("（ 略 ）", "context"))
    b = coded("b", U("2018 年 9 月 30 日", "context"), U("2018 年 9 月 29 日", "context"))

    (match,) = align(a, b, WEIGHTS, THRESHOLDS, PILLARS)

    assert (match.a.unit, match.b.unit, match.level) == ("u001", "u002", "counterpart")
    assert [(each.part, each.term) for each in match.evidence] == [("words", "2018年9月29日")]


def test_of_equal_scores_the_first_in_the_text_comes_first() -> None:
    a = coded("a", U("榫卯"), U("榫卯"))
    b = coded("b", *(U("榫卯" if n in (1, 8) else "缂丝") for n in range(9)))

    assert [(m.a.unit, m.b.unit) for m in align(a, b, WEIGHTS, THRESHOLDS, PILLARS)] == [
        ("u001", "u002"),
        ("u001", "u009"),
        ("u002", "u002"),
        ("u002", "u009"),
    ]


@pytest.mark.parametrize("words", ["榫卯", "榫卯 ， 缂丝", "榫卯 缂丝 珐琅", "缂丝 ， 质量 ， 榫卯"])
def test_a_limit_is_met_by_what_reaches_it_exactly(words: str) -> None:
    a, b = coded("a", U("榫卯")), coded("b", U(words))
    (x,), (y,) = opposed(features(a, PILLARS), features(b, PILLARS), WEIGHTS)
    reached = score(x, y, WEIGHTS)

    at = replace(THRESHOLDS, related_score=reached, min_score=reached, section_score=reached)
    assert [(m.score, m.level) for m in align(a, b, WEIGHTS, at, PILLARS)] == [(reached, "counterpart")]
    above = replace(at, related_score=nextafter(reached, 1), min_score=1.0)
    assert align(a, b, WEIGHTS, above, PILLARS) == ()
    between = replace(at, min_score=nextafter(reached, 1))
    assert [m.level for m in align(a, b, WEIGHTS, between, PILLARS)] == ["related"]


def test_nothing_in_common() -> None:
    a = coded("a", S("甲"), U("榫卯", measures={"m.cqo": 1.0}))
    b = coded("b", S("甲"), U("缂丝", measures={"m.month": 1.0}))
    limits = Thresholds(min_score=0.0, related_score=0.0, unsure_score=0.0, section_score=0.0)

    assert align(a, b, WEIGHTS, limits, PILLARS) == ()
    assert align_sections(a, b, WEIGHTS, limits, PILLARS) == ()
    assert align(coded("a"), b, WEIGHTS, limits, PILLARS) == ()


def test_sections_are_counterparts_from_a_limit_of_their_own() -> None:
    a = coded("a", S("甲", "x"), U("榫卯"), S("乙", "y"), U("缂丝"))
    b = coded(
        "b", S("总", "z"), S("丙", "y", level=2), U("缂丝 ， 珐琅"), S("丁", "z", level=2), U("榫卯 ， 剔红")
    )

    same_topic = round(logistic(SAME - 10 + 10 / sqrt(2) + 5 - 7), 3)
    other_topic = round(logistic(SAME - 10 + 10 / sqrt(2) - 7), 3)
    limits = replace(THRESHOLDS, section_score=0.95)
    assert shown(align_sections(a, b, UNCROWDED, limits, PILLARS)) == [
        ("s002", "s002", same_topic, "counterpart")
    ]
    assert shown(align_sections(a, b, UNCROWDED, THRESHOLDS, PILLARS)) == [
        ("s002", "s002", same_topic, "counterpart"),
        ("s001", "s003", other_topic, "counterpart"),
    ]


# --- laws ---------------------------------------------------------------------------------------


@given(any_plan("a"), any_plan("b"), ANY_WEIGHTS, LIMITS)
def test_the_index_loses_nothing_that_comparing_all_pairs_finds(
    a: CodedPlan, b: CodedPlan, weights: AligningWeights, limits: Thresholds
) -> None:
    left, right = opposed(features(a, PILLARS), features(b, PILLARS), weights)
    every = [(x, y, score(x, y, weights)) for x in left for y in right]
    expected = [
        Match(
            UnitAddress("a", x.unit),
            UnitAddress("b", y.unit),
            reached,
            "counterpart" if reached >= limits.min_score else "related",
            tuple(explained(x, y, weights)),
        )
        for x, y, reached in every
        if reached > 0 and reached >= limits.related_score
    ]

    assert align(a, b, weights, limits, PILLARS) == tuple(sorted(expected, key=lambda match: -match.score))


@given(any_plan("a"), any_plan("b"), LIMITS)
def test_all_sections_that_score_enough_are_found(a: CodedPlan, b: CodedPlan, limits: Thresholds) -> None:
    left, right = opposed(section_features(a, PILLARS), section_features(b, PILLARS), WEIGHTS)
    every = [(score(x, y, WEIGHTS), x, y) for x in left for y in right]
    expected = {(x.unit, y.unit, s) for s, x, y in every if s > 0 and s >= limits.section_score}

    found = align_sections(a, b, WEIGHTS, limits, PILLARS)
    assert {(m.a.unit, m.b.unit, m.score) for m in found} == expected
    assert all(match.level == "counterpart" for match in found)


@given(any_plan("a"), any_plan("b"), LIMITS)
def test_matches_are_the_same_from_either_side(a: CodedPlan, b: CodedPlan, limits: Thresholds) -> None:
    there = align(a, b, WEIGHTS, limits, PILLARS)
    back = align(b, a, WEIGHTS, limits, PILLARS)

    assert {(m.a, m.b, m.score, m.level) for m in there} == {(m.b, m.a, m.score, m.level) for m in back}


@given(any_plan("a"))
def test_a_plan_meets_itself_in_every_unit(plan: CodedPlan) -> None:
    found = {
        m.a.unit
        for m in align(plan, renamed(plan, "b"), WEIGHTS, THRESHOLDS, PILLARS)
        if m.a.unit == m.b.unit
    }

    assert found == {unit.id for unit in plan.plan.units if not unit.chrome}


# --- groups -------------------------------------------------------------------------------------


def match(a: str, b: str, score: float, level: MatchLevel = "counterpart") -> Match:
    """``match("a1", "b2", 0.7)`` is of unit 1 of plan a and unit 2 of plan b."""
    return Match(UnitAddress(a[0], a[1:]), UnitAddress(b[0], b[1:]), score, level, ())


@pytest.mark.parametrize(
    ("matches", "expected"),
    [
        ([], {}),
        ([match("a1", "b1", 0.3, "related")], {}),
        ([match("a1", "b1", 0.5)], {"a1 b1": 0.5}),
        # two units whose best is the same one are joined in it
        ([match("a1", "b1", 0.5), match("a2", "b1", 0.9)], {"a1 a2 b1": 0.9}),
        # a pair that is the best of neither of its units joins nothing
        (
            [match("a1", "b1", 0.9), match("a2", "b2", 0.8), match("a1", "b2", 0.7)],
            {"a1 b1": 0.9, "a2 b2": 0.8},
        ),
        # in whatever order they come
        (
            [match("a1", "b1", 0.5), match("a1", "b2", 0.9), match("a2", "b1", 0.8)],
            {"a1 b2": 0.9, "a2 b1": 0.8},
        ),
        # over three plans
        ([match("a1", "b1", 0.6), match("a1", "c1", 0.5), match("b1", "c1", 0.4)], {"a1 b1 c1": 0.6}),
        (
            [match("a1", "b1", 0.9), match("b2", "c1", 0.8), match("a1", "c1", 0.7)],
            {"a1 b1": 0.9, "b2 c1": 0.8},
        ),
        # best links in a row: a3 → b2 → a2 → b1
        (
            [match("a2", "b1", 0.9), match("a2", "b2", 0.8), match("a3", "b2", 0.7)],
            {"a2 a3 b1 b2": 0.9},
        ),
        # two halves that a later link brings together
        (
            [match("a1", "b1", 0.5), match("a2", "b2", 0.5), match("a2", "c1", 0.5), match("b1", "c1", 0.5)],
            {"a1 b1": 0.5, "a2 b2 c1": 0.5},
        ),
    ],
)
def test_groups(matches: list[Match], expected: dict[str, float]) -> None:
    found = {
        " ".join(sorted(u.plan + u.unit for u in group)): best for group, best in groups(matches).items()
    }

    assert found == expected


@given(any_plan("a"), any_plan("b"), any_plan("c"), LIMITS)
def test_every_unit_with_a_counterpart_is_in_one_group_with_its_best(
    a: CodedPlan, b: CodedPlan, c: CodedPlan, limits: Thresholds
) -> None:
    matches = [m for x, y in combinations((a, b, c), 2) for m in align(x, y, WEIGHTS, limits, PILLARS)]
    counterparts = [m for m in matches if m.level == "counterpart"]
    found = groups(matches)

    members = [unit for group in found for unit in group]
    assert len(members) == len(set(members))
    assert set(members) == {unit for m in counterparts for unit in (m.a, m.b)}
    for group, best in found.items():
        inside = [m.score for m in counterparts if m.a in group and m.b in group]
        assert best == max(inside)
        for unit in group:
            own = [m for m in counterparts if unit in (m.a, m.b)]
            top = max(m.score for m in own)
            assert any(m.score == top and m.a in group and m.b in group for m in own)


def test_sections_whose_titles_say_nothing_do_no_harm() -> None:
    a = coded("a", S("水"), S("榫卯"), U("榫卯"))
    b = coded("b", S("水"), S("榫卯"), U("榫卯"))
    assert [(m.a.unit, m.b.unit) for m in align_sections(a, b, UNCROWDED, THRESHOLDS, PILLARS)] == [
        ("s002", "s002")
    ]
