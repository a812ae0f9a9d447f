"""The score and its explanation: worked out by hand, and as laws over any two plans."""

from __future__ import annotations

from dataclasses import replace
from math import exp, log1p

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.aligning.features import Features, features, section_features
from qcompare.aligning.matching import opposed
from qcompare.aligning.similarity import explained, score
from qcompare.models import CodedPlan, Evidence
from qcompare.settings import AligningWeights
from tests.aligning.conftest import PILLARS as PILLAR_OF
from tests.aligning.conftest import WEIGHTS, any_plan, near

STRENGTHS = st.sampled_from((0.0, 0.5, 3.0, 12.0))
ANY_WEIGHTS = st.builds(AligningWeights, *[STRENGTHS] * 7)


def logistic(odds: float) -> float:
    return 1 / (1 + exp(-odds))


def unit(crowding: float = 0.0, topic: str = "", **parts: dict[str, int]) -> Features:
    text = parts.get("text", {})
    return Features(
        unit="u001",
        said=tuple(text),
        text=text,
        length=sum(weight * weight for weight in text.values()) ** 0.5,
        measures=parts.get("measures", {}),
        topics=parts.get("topics", {}),
        pillars=parts.get("pillars", {}),
        crowding=crowding,
        topic=topic,
        pillar=topic.partition(".")[0],
    )


RECALL = {"召回": 1000}
TEXT = 10.0 + 5.0 * log1p(1)  # what speaks for a text of one shingle that is wholly shared


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (unit(text=RECALL), unit(text=RECALL), logistic(TEXT - 7)),
        # text alone, by its share (a cosine of 0.6) and by its amount (the root of 600 × 1000 millionths)
        (
            unit(text={"召回": 600, "缺陷": 800}),
            unit(text=RECALL),
            logistic(10 * 0.6 + 5 * log1p(0.6**0.5) - 7),
        ),
        # twice the text with twice in common: the share is the same, the amount is not
        (
            unit(text={"召回": 1000, "缺陷": 1000}),
            unit(text={"召回": 1000, "缺陷": 1000}),
            logistic(10 + 5 * log1p(2**0.5) - 7),
        ),
        # a measure alone, named in the other plan by four units
        (unit(measures={"m.cqo": 1000}), unit(measures={"m.cqo": 500}), logistic(4 * 0.5 - 7)),
        # on one topic by a quarter and on one pillar by a half
        (
            unit(text=RECALL, topics={"x.a": 250, "x.b": 250, "z": 500}, pillars={"x": 500, "z": 500}),
            unit(text=RECALL, topics={"x.a": 1000}, pillars={"x": 1000}),
            logistic(TEXT + 3 * 0.25 + 2 * 0.5 - 7),
        ),
        # both have many counterparts, one of them more
        (unit(0.25, text=RECALL), unit(0.75, text=RECALL), logistic(TEXT - 7 - 1.5)),
        # what one pillar shares is no content, nor is another word, nor another measure
        (
            unit(text=RECALL, measures={"m.recall": 1000}, topics={"x": 1000}, pillars={"x": 1000}),
            unit(text={"追溯": 1000}, measures={"m.trace": 1000}, topics={"x": 1000}, pillars={"x": 1000}),
            0.0,
        ),
    ],
)
def test_scores(a: Features, b: Features, expected: float) -> None:
    assert score(a, b, WEIGHTS) == near(expected)


def test_what_shares_no_content_has_nothing_to_explain() -> None:
    a = unit(text=RECALL, topics={"x": 1000}, pillars={"x": 1000})
    b = unit(text={"追溯": 1000}, topics={"x": 1000}, pillars={"x": 1000})

    assert list(explained(a, b, WEIGHTS)) == []


def test_addends_name_what_they_rest_on() -> None:
    a = unit(
        text={"缺陷": 500, "产品": 200, "品召": 400, "召回": 800},
        measures={"m.recall": 600},
        topics={"x.a": 500, "y.a": 500},
        pillars={"x": 500, "y": 500},
    )
    b = unit(
        text={"产品": 200, "品召": 400, "召回": 800, "登记": 700, "缺陷": 500},
        measures={"m.recall": 500, "m.trace": 500},
        topics={"x.a": 200, "y.a": 300},
        pillars={"x": 200, "y": 300},
    )

    passage, word = 0.04 + 0.16 + 0.64, 0.25
    lengths = (1.09 * 1.58) ** 0.5
    text = 10 * (passage + word) / lengths + 5 * log1p((passage + word) ** 0.5)
    measures, topic = 4 * 0.3, 3 * 0.5 + 2 * 0.5
    scale = logistic(text + measures + topic - 7) / (text + measures + topic)
    assert [(each.part, each.term, near(each.weight)) for each in explained(a, b, WEIGHTS)] == [
        ("words", "产品召回", scale * text * passage / (passage + word)),
        ("words", "缺陷", scale * text * word / (passage + word)),
        ("measures", "m.recall", scale * measures),
        ("leaning", "y.a", scale * topic),
    ]


@pytest.mark.parametrize(
    ("a", "b", "terms"),
    [
        # a passage goes on as long as both have it, and no further
        ("质量 量月 月活", "质量 量月 月底", ["质量月"]),
        ("质量 量月", "量月 质量", ["质量月"]),
        # what begins with the sign that the one before ended with follows it only at once
        ("质量 召回 量月", "质量 召回 量月", ["召回", "质量", "量月"]),
        # said again in a longer passage, it counts there
        ("量管 质量 量管 管理", "质量 量管 管理 理好", ["质量管理"]),
        # names in letters stay by themselves
        ("CQO OEM", "CQO OEM", ["CQO", "OEM"]),
    ],
)
def test_passages(a: str, b: str, terms: list[str]) -> None:
    first, second = (
        replace(unit(text=dict.fromkeys(text.split(), 500)), said=tuple(text.split())) for text in (a, b)
    )

    assert sorted(each.term for each in explained(first, second, WEIGHTS)) == terms
    assert list(explained(first, second, WEIGHTS)) == list(explained(second, first, WEIGHTS))


def test_beyond_eight_passages_the_others_are_one_addend() -> None:
    strong = dict.fromkeys(("辛八", "壬九", "癸十"), 600)
    vector = {"甲一": 500, "乙二": 500, "丙三": 400, "丁四": 400, "戊五": 300, "己六": 200, "庚七": 200}

    found = list(explained(unit(text=strong | vector), unit(text=strong | vector), WEIGHTS))

    assert [each.term for each in found][3:] == ["乙二", "甲一", "丁四", "丙三", "戊五", "己六、庚七"]
    assert found[-1].weight == near(found[3].weight * 0.08 / 0.25)


HALVES = {"x.a": 500, "y.a": 500}
PILLARS = {"x": 500, "y": 500}


@pytest.mark.parametrize(
    ("topics", "shares", "pillars", "common"),
    [
        (("x.a", "x.a"), (HALVES, HALVES), PILLARS, ("topic", "x.a")),
        # what both are coded to goes before what they may be as well
        (("x.a", "x.a"), ({"x.a": 300, "y.a": 700}, HALVES), PILLARS, ("topic", "x.a")),
        # the topic of one is the other's runner-up; of equals the first by name
        (("x.a", "y.a"), (HALVES, HALVES), PILLARS, ("leaning", "x.a")),
        (("x.a", "x.b"), (HALVES, {"x.b": 600, "y.a": 400}), PILLARS, ("pillar", "x")),
        # coded to what is no object, both may be on y.a
        (("context", "context"), ({"y.a": 400}, {"y.a": 300}), {"y": 400}, ("leaning", "y.a")),
        (("context", "context"), ({"y.a": 400}, {"y.b": 300}), {"y": 400}, ("leaning", "y")),
        (("x.a", "y.b"), ({"x.a": 900, "y.a": 100}, {"y.b": 900, "x.b": 100}), PILLARS, ("leaning", "x")),
    ],
)
def test_common_ground_is_called_what_it_is(
    topics: tuple[str, str],
    shares: tuple[dict[str, int], dict[str, int]],
    pillars: dict[str, int],
    common: tuple[str, str],
) -> None:
    a, b = (
        unit(text=RECALL, topic=topic, topics=share, pillars=pillars)
        for topic, share in zip(topics, shares, strict=True)
    )

    assert [(each.part, each.term) for each in explained(a, b, WEIGHTS)][1:] == [common]
    assert list(explained(a, b, WEIGHTS)) == list(explained(b, a, WEIGHTS))


def test_parts_without_weight_are_no_addends() -> None:
    a = unit(text=RECALL, measures={"m.recall": 1000}, topic="x", topics={"x": 1000}, pillars={"x": 1000})

    silent = AligningWeights(0.0, 0.0, 4.0, 0.0, 2.0, 0.0, 1.0)
    assert [(each.part, each.term) for each in explained(a, a, silent)] == [
        ("measures", "m.recall"),
        ("topic", "x"),
    ]
    assert list(explained(a, a, AligningWeights(0.0, 0.0, 0.0, 3.0, 2.0, 0.0, 1.0))) == []


# --- laws ---------------------------------------------------------------------------------------


def pairs(a: CodedPlan, b: CodedPlan, weights: AligningWeights) -> list[tuple[Features, Features]]:
    sides = (
        opposed(features(a, PILLAR_OF), features(b, PILLAR_OF), weights),
        opposed(section_features(a, PILLAR_OF), section_features(b, PILLAR_OF), weights),
    )
    return [(x, y) for left, right in sides for x in left for y in right]


@given(any_plan("a"), any_plan("b"), ANY_WEIGHTS)
def test_scores_and_their_explanations(a: CodedPlan, b: CodedPlan, weights: AligningWeights) -> None:
    """In 0…1, the same whichever plan comes first, and the sum of addends above 0."""
    for x, y in pairs(a, b, weights):
        reached, addends = score(x, y, weights), list(explained(x, y, weights))
        assert 0 <= reached <= 1
        assert (reached, addends) == (score(y, x, weights), list(explained(y, x, weights)))
        assert sum(each.weight for each in addends) == pytest.approx(reached, abs=1e-9)
        assert all(each.weight > 0 and each.term for each in addends)


@given(any_plan("a"), any_plan("b"), ANY_WEIGHTS)
def test_sharing_less_never_raises_a_score(a: CodedPlan, b: CodedPlan, weights: AligningWeights) -> None:
    for x, y in pairs(a, b, weights):
        fewer = replace(y, text=dict(list(y.text.items())[1:]), measures={}, topics={}, pillars={})
        assert score(x, fewer, weights) <= score(x, y, weights)


def test_evidence_is_what_the_models_hold() -> None:
    a = unit(text=RECALL)

    assert list(explained(a, a, WEIGHTS)) == [Evidence("words", "召回", near(logistic(TEXT - 7)))]
