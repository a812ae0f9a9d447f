from __future__ import annotations

import pytest

from qcompare.cli.gates import Gate, check, parsed, unmet
from qcompare.errors import BadUsage, UnknownName


def test_gates() -> None:
    assert parsed(["topic.kappa=0.8", "at.f1=.5"]) == (Gate("topic.kappa", 0.8), Gate("at.f1", 0.5))


@pytest.mark.parametrize(
    "text", ["", "topic.kappa", "topic.kappa=", "=0.5", "topic.kappa=high", "x=nan", "x=inf"]
)
def test_what_is_no_gate(text: str) -> None:
    with pytest.raises(BadUsage) as raised:
        parsed([text])
    assert str(raised.value) == (
        f"--fail-under {text}: not understood\nSay METRIC=VALUE, such as topic.kappa=0.7."
    )


def test_an_unknown_metric_is_told_with_the_known_ones() -> None:
    check([Gate("a.f1", 0.5)], ["a.f1", "b.f1"])
    with pytest.raises(UnknownName) as raised:
        check([Gate("a.f1", 0.5), Gate("c", 0.5)], ["a.f1", "b.f1"])
    assert str(raised.value) == 'no metric here is called "c"\nThere are: a.f1, b.f1.'


def test_what_is_lower_or_not_defined_is_not_met() -> None:
    gates = (Gate("low", 0.5), Gate("just", 0.5), Gate("none", 0.0))
    assert list(unmet(gates, {"low": 0.4999, "just": 0.5, "none": None, "other": 0.0})) == [
        (Gate("low", 0.5), 0.4999),
        (Gate("none", 0.0), None),
    ]
