from __future__ import annotations

import pytest

from qcompare.agreement import Cut, GradeCount, JudgedPair, PairAgreement, Place, Score
from qcompare.evaluating.pair_agreement import Side, pair_agreement
from qcompare.models import Coverage, Metadata, Plan, Source, Span, Unit


def plan(name: str, *texts: str) -> Plan:
    spot = Span(0, 1)
    return Plan(
        meta=Metadata(name, name),
        source=Source(f"{name}.txt", "0" * 64, "txt", "utf-8"),
        text="",
        sections=(),
        units=tuple(Unit(f"u{n}", None, f"¶{n}", text, spot, spot) for n, text in enumerate(texts, 1)),
        repairs=(),
        suspects=(),
        coverage=Coverage(0, 0, 0, 0, 0),
    )


LEFT = Side(plan("left", "质量月", "质量奖", "网站导航"), {"7": "质量 月", "8": "质量奖", "9": "网站导航"})
RIGHT = Side(
    plan("right", "质量月", "召回", "质量月"), {"1": "质量月", "2": "质量月", "3": "召回", "4": "无此句"}
)
GRADES = {("7", "1"): 3, ("7", "2"): 2, ("8", "3"): 1, ("8", "4"): 2, ("9", "1"): 1}
SCORES = {
    ("u1", "u1"): 0.9,
    ("u2", "u2"): 0.7,
    ("u2", "u1"): 0.6,
    ("u1", "u3"): 0.4,
    ("u1", "u2"): 0.0,
    ("u2", "u3"): 0.0,
}


@pytest.fixture
def found() -> PairAgreement:
    return pair_agreement(LEFT, RIGHT, GRADES, SCORES, 0.5)


def test_numbers_lead_to_units_by_text_and_its_order() -> None:
    assert LEFT.ids() == {"7": "u1", "8": "u2", "9": "u3"}
    assert RIGHT.ids() == {"1": "u1", "2": "u3", "3": "u2", "4": "#4"}
    assert RIGHT.unfound() == (Place("#4", "无此句"),)


def test_what_is_compared(found: PairAgreement) -> None:
    assert (found.a, found.b, found.scored, found.positives, found.unscored) == ("left", "right", 6, 3, 2)
    assert found.unfound == (Place("#4", "无此句"),)
    assert found.coverage == 2 / 3


def test_average_precision_counts_what_was_never_scored(found: PairAgreement) -> None:
    assert found.average_precision.value == pytest.approx((1 + 2 / 4) / 3)


def test_the_threshold_in_force(found: PairAgreement) -> None:
    assert found.at == Cut(
        0.5,
        Score(1, 3, 3, 1 / 3, 1 / 3, 1 / 3),
        (GradeCount(3, 1, 1), GradeCount(2, 0, 2), GradeCount(1, 1, 2), GradeCount(0, 1, 3)),
    )


def test_the_best_threshold_is_the_highest_of_the_best(found: PairAgreement) -> None:
    """0.9 and 0.4 reach F1 1/2 and 4/7; a score of 0 is no threshold."""
    assert (found.best.min_score, found.best.counterparts.f1) == (0.4, 4 / 7)
    tied = pair_agreement(LEFT, RIGHT, {("7", "1"): 3, ("7", "2"): 3}, SCORES, 0.5)
    assert (tied.best.min_score, tied.best.counterparts.f1) == (0.9, 2 / 3)


def test_what_is_missed_and_what_is_wrong(found: PairAgreement) -> None:
    month, prize = Place("¶1", "质量月"), Place("¶2", "质量奖")
    assert found.missed == (
        JudgedPair(month, Place("¶3", "质量月"), 0.4, 2),
        JudgedPair(prize, Place("#4", "无此句"), None, 2),
    )
    assert found.wrong == (
        JudgedPair(prize, Place("¶2", "召回"), 0.7, 1),
        JudgedPair(prize, Place("¶1", "质量月"), 0.6, 0),
    )


def test_nothing_shared_is_no_counterpart_at_any_threshold() -> None:
    found = pair_agreement(LEFT, RIGHT, GRADES, SCORES, 0.0)
    assert found.at.counterparts.given == 4


def test_without_counterparts_in_gold_there_is_no_precision() -> None:
    found = pair_agreement(LEFT, RIGHT, {("7", "1"): 1}, SCORES, 0.5)
    assert (found.average_precision.value, found.coverage) == (None, None)
    assert found.at.counterparts == Score(0, 3, 0, 0.0, None, 0.0)


def test_the_order_of_pairs_does_not_matter(found: PairAgreement) -> None:
    scores = dict(reversed(SCORES.items()))
    grades = dict(reversed(GRADES.items()))
    assert pair_agreement(LEFT, RIGHT, grades, scores, 0.5) == found
