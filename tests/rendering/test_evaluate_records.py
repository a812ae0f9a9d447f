from __future__ import annotations

from typing import Any

import pytest

from qcompare.rendering.records.evaluate import metrics, pairs_json, targets_json, topics_json
from tests.rendering.agreements import by_pairs, by_targets, by_topics

LEVEL = ("accuracy", "accuracy_lenient", "macro_f1", "macro_f1_reference", "kappa", "alpha")
SCORE = ("precision", "recall", "f1")
COUNTED = ("right", "given", "support", *SCORE)


def named(prefix: str, names: tuple[str, ...]) -> list[str]:
    return [f"{prefix}.{name}" for name in names]


def test_the_metrics_of_topics() -> None:
    found = metrics(topics_json(by_topics()))
    assert [name for name in found if ".classes." not in name] == [
        *("units", "furniture", "coverage"),
        *named("topic", LEVEL),
        *named("pillar", LEVEL),
        *named("sure", ("units", *LEVEL[:2])),
        *named("unsure", ("units", *LEVEL[:2])),
        *named("bootstrap", ("resamples", "level")),
    ]
    classes = "topic.classes.foundations.management"
    assert [name for name in found if name.startswith(classes)] == named(
        classes, ("support", "given", *SCORE)
    )
    assert (found["units"], found["coverage"], found[f"{classes}.f1"]) == (5, 0.833333333, 0.5)
    assert (found["topic.accuracy"], found["topic.accuracy_lenient"], found["sure.accuracy"]) == (
        0.4,
        0.6,
        0.666666667,
    )


def test_other_coders_and_pairs_of_them_go_by_name() -> None:
    found = metrics(topics_json(by_topics(3)))
    assert [name for name in found if name.startswith("others.") and ".classes." not in name] == [
        *named("others.ben", ("units", "furniture", "coverage")),
        *named("others.ben.topic", LEVEL),
        *named("others.ben.pillar", LEVEL),
    ]
    pairs = [f"panel.pairs.{pair}" for pair in ("anna.qcompare", "anna.ben", "qcompare.ben")]
    parts = ("units", "coverage", "topic.kappa", "pillar.kappa")
    assert [name for name in found if name.startswith("panel.")] == [
        *named("panel", ("units", "coverage", "topic.alpha", "pillar.alpha")),
        *(name for pair in pairs for name in named(pair, parts)),
    ]
    assert (found["others.ben.coverage"], found["panel.pairs.qcompare.ben.coverage"]) == (0.666666667, 0.8)
    assert found["panel.coverage"] == 0.833333333


@pytest.mark.parametrize(
    ("data", "names"),
    [
        (
            targets_json(by_targets()),
            [
                "coverage",
                *(
                    name
                    for kind in ("target", "fact")
                    for part in ("value", "indicator", "whole")
                    for name in named(f"{kind}.{part}", COUNTED)
                ),
                "milestones",
            ],
        ),
        (
            pairs_json(by_pairs()),
            [
                *("coverage", "scored", "positives", "unscored", "average_precision"),
                *(
                    name
                    for cut in ("at", "best")
                    for name in named(
                        cut,
                        (
                            *("min_score", *COUNTED),
                            *(f"grades.{grade}.{n}" for grade in "3210" for n in ("reached", "total")),
                        ),
                    )
                ),
                *named("bootstrap", ("resamples", "level")),
            ],
        ),
    ],
)
def test_the_metrics_of_the_others(data: dict[str, Any], names: list[str]) -> None:
    assert list(metrics(data)) == names


def test_what_is_not_defined_is_a_metric_all_the_same() -> None:
    assert metrics(targets_json(by_targets()))["fact.whole.f1"] is None


def test_a_figure_and_its_interval() -> None:
    data: dict[str, Any] = pairs_json(by_pairs())
    assert data["average_precision"] == pytest.approx((1 + 2 / 2 + 3 / 4) / 4)
    interval = data["average_precision_interval"]
    assert isinstance(interval, list)
    assert interval[0] < 0.6875 < interval[1]
    assert data["bootstrap"] == {"resamples": 1000, "level": 0.95}


def test_the_first_one_measured_stands_at_the_top() -> None:
    data: dict[str, Any] = topics_json(by_topics(3))
    assert (data["reference"], data["coder"], data["units"], data["furniture"]) == ("anna", "qcompare", 5, 1)
    (other,) = data["others"]
    assert (other["coder"], other["units"], other["sure"], other["confusions"]) == ("ben", 4, None, [])


def test_pairs_with_their_grades() -> None:
    data: dict[str, Any] = pairs_json(by_pairs())
    assert data["at"] == {
        "min_score": 0.5,
        "right": 2,
        "given": 3,
        "support": 4,
        "precision": 0.666666667,
        "recall": 0.5,
        "f1": 0.571428571,
        "grades": {
            "3": {"reached": 1, "total": 2},
            "2": {"reached": 1, "total": 2},
            "1": {"reached": 1, "total": 1},
            "0": {"reached": 0, "total": data["scored"] - 4},
        },
    }


def test_targets_that_are_not_right() -> None:
    data: dict[str, Any] = targets_json(by_targets())
    assert data["target"]["whole"] == {
        "right": 0,
        "given": 2,
        "support": 3,
        "precision": 0.0,
        "recall": 0.0,
        "f1": 0.0,
    }
    (wrong,) = data["target"]["wrong"]
    assert (wrong["fields"], wrong["reference"]["deadline_year"]) == (["deadline_year"], 2025)
    assert data["milestones"] == 1
    assert [each["indicator"] for each in data["unfound"]] == ["覆盖率"]
