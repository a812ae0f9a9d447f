"""``--fail-under METRIC=VALUE``: figures that must not be lower."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite

from qcompare.errors import BadUsage, UnknownName


@dataclass(frozen=True, slots=True)
class Gate:
    """The least value that a metric may have."""

    metric: str
    least: float


def parsed(texts: Iterable[str]) -> tuple[Gate, ...]:
    """The gates that these texts ask for. Raises BadUsage."""
    return tuple(_gate(text) for text in texts)


def _gate(text: str) -> Gate:
    metric, _, value = text.partition("=")
    try:
        least = float(value)
    except ValueError:
        least = float("nan")
    if not metric or not isfinite(least):
        raise BadUsage(f"--fail-under {text}: not understood", "Say METRIC=VALUE, such as topic.kappa=0.7.")
    return Gate(metric, least)


def check(gates: Iterable[Gate], metrics: Iterable[str]) -> None:
    """Refuse a gate for what is no metric. Raises UnknownName with those that there are."""
    known = list(metrics)
    for gate in gates:
        if gate.metric not in known:
            raise UnknownName(f'no metric here is called "{gate.metric}"', f"There are: {', '.join(known)}.")


def unmet(gates: Sequence[Gate], metrics: Mapping[str, float | None]) -> Iterator[tuple[Gate, float | None]]:
    """The gates that are not met, with the value; what is not defined meets none."""
    for gate in gates:
        value = metrics[gate.metric]
        if value is None or value < gate.least:
            yield gate, value
