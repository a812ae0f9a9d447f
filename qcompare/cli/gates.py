"""``--fail-under METRIC=VALUE``: figures that must not be lower."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite

from qcompare.errors import BadUsage, UnknownName
from qcompare.text.fuzzy import nearest

COVERED = 0.9  # the share of the reference that must be found for a figure to pass for it
_COVERAGE = "coverage"


@dataclass(frozen=True, slots=True)
class Gate:
    """The least value that a metric may have; ``implied`` by another gate, or asked for."""

    metric: str
    least: float
    implied: bool = False


def parsed(texts: Iterable[str]) -> tuple[Gate, ...]:
    """The gates that these texts ask for. Raises BadUsage."""
    return tuple(_gate(text) for text in texts)


def _gate(text: str) -> Gate:
    metric, _, value = text.rpartition("=")
    try:
        least = float(value)
    except ValueError:
        least = float("nan")
    if not metric or not isfinite(least):
        raise BadUsage(f"--fail-under {text}: not understood", "Say METRIC=VALUE, such as topic.kappa=0.7.")
    return Gate(metric, least)


def check(gates: Iterable[Gate], metrics: Iterable[str]) -> None:
    """Refuse a gate for what is no metric. Raises UnknownName with the nearest that there are."""
    known = list(metrics)
    for gate in gates:
        if gate.metric not in known:
            near = nearest(gate.metric, known)
            hint = f"Nearest names: {', '.join(near)}. " if near else ""
            raise UnknownName(
                f'no metric here is called "{gate.metric}"', f"{hint}`--format json` shows all."
            )


def covered(gates: Sequence[Gate], metrics: Mapping[str, float | None]) -> list[Gate]:
    """The gates, and those for the coverage behind them that nobody asked for otherwise.

    What was measured on a small part of the reference does not speak for it.
    """
    asked = {gate.metric for gate in gates}
    behind = dict.fromkeys(_coverage(gate.metric, metrics) for gate in gates)
    return [*gates, *(Gate(name, COVERED, implied=True) for name in behind if name and name not in asked)]


def _coverage(metric: str, metrics: Mapping[str, float | None]) -> str | None:
    """The coverage that stands beside a metric, or beside what holds it."""
    path = metric.split(".")
    beside = (".".join((*path[:n], _COVERAGE)) for n in reversed(range(len(path))))
    return next((name for name in beside if name in metrics), None)


def unmet(gates: Sequence[Gate], metrics: Mapping[str, float | None]) -> Iterator[tuple[Gate, float | None]]:
    """The gates that are not met, with the value; what is not defined meets none."""
    for gate in gates:
        value = metrics[gate.metric]
        if value is None or value < gate.least:
            yield gate, value


def lower(value: float, least: float) -> str:
    """A value in three places, or in as many more as it takes to see that it is under ``least``."""
    if isinstance(value, int):
        return str(value)
    shown = (f"{value:.{places}f}" for places in range(3, 10))
    return next((text for text in shown if float(text) < least), repr(value))
