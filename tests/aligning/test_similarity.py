"""The score and its explanation: worked out by hand, and as laws over any two plans."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.aligning.features import Features, features, section_features
from qcompare.aligning.similarity import explained, least_words, score
from qcompare.models import CodedPlan, Evidence
from qcompare.settings import AligningWeights
from tests.aligning.conftest import WEIGHTS, any_plan, near

MOST = 1 + WEIGHTS.topic + WEIGHTS.heading
STRENGTHS = st.floats(0, 1).filter(lambda x: x == 0 or x > 1e-3)
GAINS = st.floats(0, 5).filter(lambda x: x == 0 or x > 1e-3)
ANY_WEIGHTS = st.builds(AligningWeights, words=STRENGTHS, measures=STRENGTHS, topic=GAINS, heading=GAINS)


def spread(share: float) -> float:
    """What a share of all that two units could have in common is shown as."""
    return float(share**0.3)


def unit(**parts: dict[str, float]) -> Features:
    empty: dict[str, dict[str, float]] = {"words": {}, "measures": {}, "topics": {}, "heading": {}}
    return Features(unit="u001", **{**empty, **parts})


def test_the_same_in_every_part_scores_one() -> None:
    same = unit(words={"召回": 1.0}, measures={"m.recall": 1.0}, topics={"x": 1.0}, heading={"x": 1.0})

    assert score(same, same, WEIGHTS) == 1.0


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        # words alone, at half their strength
        (unit(words={"召回": 0.5, "缺陷": 0.8}), unit(words={"召回": 1.0}), spread(0.5 / MOST)),
        # a measure alone, named in the other plan by four units
        (unit(measures={"m.cqo": 1.0}), unit(measures={"m.cqo": 0.5}), spread(0.8 * 0.5 / MOST)),
        # words and a measure bear each other out: 1 − (1 − 0.5)(1 − 0.4)
        (
            unit(words={"召回": 0.5}, measures={"m.cqo": 1.0}),
            unit(words={"召回": 1.0}, measures={"m.cqo": 0.5}),
            spread(0.7 / MOST),
        ),
        # on one topic by a quarter: 2 × 0.25
        (
            unit(words={"召回": 0.5}, topics={"x": 0.25, "y": 0.75}),
            unit(words={"召回": 1.0}, topics={"x": 1.0}),
            spread(0.5 * 1.5 / MOST),
        ),
        # under like headings: 0.5 × 0.6
        (
            unit(words={"召回": 0.5}, heading={"x": 0.6, "y": 0.8}),
            unit(words={"召回": 1.0}, heading={"x": 1.0}),
            spread(0.5 * 1.3 / MOST),
        ),
    ],
)
def test_scores(a: Features, b: Features, expected: float) -> None:
    assert score(a, b, WEIGHTS) == near(expected)


def test_one_topic_under_like_headings_is_no_content() -> None:
    a = unit(words={"召回": 1.0}, measures={"m.recall": 1.0}, topics={"x": 1.0}, heading={"x": 1.0})
    b = unit(words={"追溯": 1.0}, measures={"m.trace": 1.0}, topics={"x": 1.0}, heading={"x": 1.0})

    assert score(a, b, WEIGHTS) == 0.0
    assert list(explained(a, b, WEIGHTS)) == []


def test_addends_name_what_they_rest_on() -> None:
    a = unit(
        words={"召回": 0.8, "缺陷": 0.6},
        measures={"m.recall": 0.6},
        topics={"x": 0.5, "y": 0.5},
        heading={"x": 0.6, "z": 0.8},
    )
    b = unit(
        words={"缺陷": 0.6, "召回": 0.4, "登记": 0.7},
        measures={"m.recall": 0.5, "m.trace": 0.5},
        topics={"x": 0.2, "y": 0.3},
        heading={"x": 0.6, "z": 0.3},
    )

    words, measures, topic, heading = 0.32 + 0.36, 0.8 * 0.3, 2 * (0.2 + 0.3), 0.5 * (0.36 + 0.24)
    content = 1 - (1 - words) * (1 - measures)
    alone = spread(content / MOST)
    lift = spread(content * (1 + topic + heading) / MOST) - alone
    assert [(each.part, each.term, near(each.weight)) for each in explained(a, b, WEIGHTS)] == [
        ("words", "缺陷", alone * 0.36 / (words + measures)),
        ("words", "召回", alone * 0.32 / (words + measures)),
        ("measures", "m.recall", alone * measures / (words + measures)),
        ("topic", "y", lift * topic / (topic + heading)),
        ("heading", "x", lift * heading / (topic + heading)),
    ]


def test_beyond_five_words_the_others_are_one_addend() -> None:
    vector = {"甲甲": 0.5, "乙乙": 0.5, "丙丙": 0.4, "丁丁": 0.4, "戊戊": 0.3, "己己": 0.2, "庚庚": 0.2}

    found = list(explained(unit(words=vector), unit(words=vector), WEIGHTS))

    assert [each.term for each in found] == ["乙乙", "甲甲", "丁丁", "丙丙", "戊戊", "己己、庚庚"]
    assert found[-1].weight == near(found[0].weight * 0.08 / 0.25)


def test_of_topics_that_share_as_much_the_first_by_name_is_named() -> None:
    a = unit(words={"召回": 1.0}, topics={"y": 0.5, "x": 0.5}, heading={"z": 0.6, "y": 0.6})

    found = {each.part: each.term for each in explained(a, a, WEIGHTS)}
    assert (found["topic"], found["heading"]) == ("x", "y")


def test_parts_without_weight_are_no_addends() -> None:
    a = unit(words={"召回": 1.0}, measures={"m.recall": 1.0}, topics={"x": 1.0}, heading={"x": 1.0})

    silent = AligningWeights(words=0.0, measures=0.5, topic=0.0, heading=1.0)
    assert [(each.part, each.term) for each in explained(a, a, silent)] == [
        ("measures", "m.recall"),
        ("heading", "x"),
    ]
    content_alone = AligningWeights(words=1.0, measures=0.5, topic=0.0, heading=0.0)
    assert [each.part for each in explained(a, a, content_alone)] == ["words", "measures"]
    assert list(explained(a, a, AligningWeights(0.0, 0.0, 2.0, 0.5))) == []


def test_least_words() -> None:
    assert spread(least_words(0.4, WEIGHTS)) == near(0.4)
    assert spread(least_words(0.4, AligningWeights(0.5, 0.8, 2.0, 0.5)) / 2) == near(0.4)
    assert least_words(0.4, AligningWeights(0.0, 0.8, 2.0, 0.5)) == inf


# --- laws ---------------------------------------------------------------------------------------


def pairs(a: CodedPlan, b: CodedPlan) -> list[tuple[Features, Features]]:
    units = [(x, y) for x in features(a) for y in features(b)]
    return units + [(x, y) for x in section_features(a) for y in section_features(b)]


@given(any_plan("a"), any_plan("b"), ANY_WEIGHTS)
def test_scores_and_their_explanations(a: CodedPlan, b: CodedPlan, weights: AligningWeights) -> None:
    """In 0…1, the same whichever plan comes first, and the sum of addends above 0."""
    for x, y in pairs(a, b):
        reached, addends = score(x, y, weights), list(explained(x, y, weights))
        assert 0 <= reached <= 1
        assert (reached, addends) == (score(y, x, weights), list(explained(y, x, weights)))
        assert sum(each.weight for each in addends) == pytest.approx(reached, abs=1e-9)
        assert all(each.weight > 0 and each.term for each in addends)


@given(st.lists(st.floats(0.01, 1), min_size=2, max_size=9))
def test_rounding_neither_tells_sides_apart_nor_leads_beyond_one(raw: list[float]) -> None:
    length = spread(sum(weight * weight for weight in raw))
    vector = {str(n): weight / length for n, weight in enumerate(raw)}
    a = unit(words=vector, measures={"m.recall": 1.0}, heading=vector)
    b = unit(words=dict(reversed(vector.items())), heading=dict(reversed(vector.items())))

    assert score(a, a, WEIGHTS) <= 1
    assert score(a, b, WEIGHTS) == score(b, a, WEIGHTS)


@given(any_plan("a"), any_plan("b"), ANY_WEIGHTS)
def test_sharing_less_never_raises_a_score(a: CodedPlan, b: CodedPlan, weights: AligningWeights) -> None:
    for x, y in pairs(a, b):
        fewer = Features(y.unit, dict(list(y.words.items())[1:]), {}, {}, {})
        assert score(x, fewer, weights) <= score(x, y, weights)


@given(any_plan("a"), any_plan("b"), ANY_WEIGHTS, st.floats(0.01, 1))
def test_below_the_least_words_no_pair_without_a_measure_gets_there(
    a: CodedPlan, b: CodedPlan, weights: AligningWeights, wanted: float
) -> None:
    for x, y in pairs(a, b):
        cosine = sum(weight * y.words.get(word, 0.0) for word, weight in x.words.items())
        if cosine < least_words(wanted, weights) - 1e-9 and not x.measures.keys() & y.measures.keys():
            assert score(x, y, weights) < wanted


def test_evidence_is_what_the_models_hold() -> None:
    a = unit(words={"召回": 1.0})

    assert list(explained(a, a, WEIGHTS)) == [Evidence("words", "召回", near(spread(1 / MOST)))]
