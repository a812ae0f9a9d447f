from __future__ import annotations

import pytest

from qcompare.cli.gates import Gate, check, covered, lower, parsed, unmet
from qcompare.errors import BadUsage, UnknownName


def test_gates() -> None:
    assert parsed(["topic.kappa=0.8", "others.a=b.units=20"]) == (
        Gate("topic.kappa", 0.8),
        Gate("others.a=b.units", 20.0),
    )


@pytest.mark.parametrize(
    "text", ["", "topic.kappa", "topic.kappa=", "=0.5", "topic.kappa=high", "x=nan", "x=inf"]
)
def test_what_is_no_gate(text: str) -> None:
    with pytest.raises(BadUsage) as raised:
        parsed([text])
    assert str(raised.value) == (
        f"--fail-under {text}: not understood\nSay METRIC=VALUE, such as topic.kappa=0.7."
    )


@pytest.mark.parametrize(("name", "near"), [("kappa", "Nearest names: topic.kappa. "), ("?", "")])
def test_an_unknown_metric_is_told_with_the_nearest(name: str, near: str) -> None:
    check([Gate("at.f1", 0.5)], ["at.f1", "topic.kappa"])
    with pytest.raises(UnknownName) as raised:
        check([Gate("at.f1", 0.5), Gate(name, 0.5)], ["at.f1", "topic.kappa"])
    assert str(raised.value) == f'no metric here is called "{name}"\n{near}`--format json` shows all.'


METRICS = {
    "coverage": 0.2,
    "topic.kappa": 0.9,
    "others.a.b.coverage": 1.0,
    "others.a.b.topic.kappa": 0.5,
    "panel.coverage": None,
    "panel.pairs.b.c.topic.kappa": 0.5,
}


@pytest.mark.parametrize(
    ("asked", "implied"),
    [
        ([], []),
        (["topic.kappa"], ["coverage"]),
        (["coverage"], []),
        (["topic.kappa", "coverage"], []),
        (["others.a.b.topic.kappa", "others.a.b.coverage"], []),
        (["others.a.b.topic.kappa", "topic.kappa", "topic.kappa"], ["others.a.b.coverage", "coverage"]),
        (["panel.pairs.b.c.topic.kappa"], ["panel.coverage"]),
    ],
)
def test_a_figure_needs_the_coverage_beside_it(asked: list[str], implied: list[str]) -> None:
    gates = [Gate(name, 0.5) for name in asked]
    assert covered(gates, METRICS) == [*gates, *(Gate(name, 0.9, implied=True) for name in implied)]


def test_where_there_is_no_coverage_none_is_needed() -> None:
    assert covered([Gate("a.f1", 0.5)], {"a.f1": 0.1, "b.coverage": 0.0}) == [Gate("a.f1", 0.5)]


@pytest.mark.parametrize(
    ("value", "least", "shown"),
    [
        (0.8, 0.9, "0.800"),
        (0.934782609, 0.935, "0.9348"),
        (0.8999999, 0.9, "0.8999999"),
        (-0.25, 0.0, "-0.250"),
        (0.29999999999999905, 0.3, "0.29999999999999905"),
        (7, 20.0, "7"),
    ],
)
def test_a_lower_value_is_seen_to_be_lower(value: float, least: float, shown: str) -> None:
    assert lower(value, least) == shown
    assert float(shown) < least


def test_what_is_lower_or_not_defined_is_not_met() -> None:
    gates = (Gate("low", 0.5), Gate("just", 0.5), Gate("none", 0.0))
    assert list(unmet(gates, {"low": 0.4999, "just": 0.5, "none": None, "other": 0.0})) == [
        (Gate("low", 0.5), 0.4999),
        (Gate("none", 0.0), None),
    ]
