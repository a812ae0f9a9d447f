"""The matches of a comparison as rows."""

from __future__ import annotations

from collections.abc import Iterator

from qcompare.models import Assignment, Comparison, Unit, UnitAddress
from qcompare.rendering.csvout import Sheet, Value
from qcompare.rendering.plain import tidied

_SIDE = ("plan", "unit", "ref", "text", "topic", "coder")
HEADER = (*(f"{name}_{end}" for end in "ab" for name in _SIDE), "score", "level", "by_hand")


def sheet(comparison: Comparison) -> Sheet:
    """A row for each match, by falling score.

    ``by_hand`` is who set the pair, ``coder_a`` and ``coder_b`` who set the topics; empty: the program did.
    """
    return HEADER, _rows(comparison)


def _rows(comparison: Comparison) -> Iterator[list[Value]]:
    known = {
        UnitAddress(coded.plan.meta.id, unit.id): (unit, code)
        for coded in comparison.plans
        for unit, code in zip(coded.plan.units, coded.units, strict=True)
    }
    for match in comparison.matches:
        by_hand = match.by_hand.coder if match.by_hand else ""
        sides = [cell for end in (match.a, match.b) for cell in _side(end, *known[end])]
        yield [*sides, tidied(match.score), match.level, by_hand]


def _side(end: UnitAddress, unit: Unit, code: Assignment) -> list[Value]:
    return [end.plan, end.unit, unit.ref, unit.text, code.topic, code.by_hand.coder if code.by_hand else ""]
