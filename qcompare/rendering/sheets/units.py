"""The coding sheet: the units of a plan as rows, to be coded by people and read back by ``evaluate``."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from qcompare.models import Assignment, CodedPlan, Unit
from qcompare.overrides import content_hash
from qcompare.rendering.csvout import Sheet, Value
from qcompare.rendering.plain import tidied

HEADER = (
    "plan",
    "ref",
    "unit",
    "hash",
    "start",
    "end",
    "text",
    "topic",
    "score",
    "unsure",
    "also",
    "coder",
    "note",
    "counterparts",
)


def sheet(coded: CodedPlan, topics: Collection[str] | None = None) -> Sheet:
    """A row for each unit, page furniture too, or for those on these ``topics``.

    ``start`` and ``end`` count characters of the cleaned text. ``coder`` is empty where the program coded;
    ``also``, which a coder fills in with other topics that would be right too, is empty, and so is
    ``counterparts``: one plan has none, the column is there for sheets of several.
    """
    return HEADER, _rows(coded, topics)


def _rows(coded: CodedPlan, topics: Collection[str] | None) -> Iterator[list[Value]]:
    for unit, code in zip(coded.plan.units, coded.units, strict=True):
        if topics is None or code.topic in topics:
            yield [coded.plan.meta.id, *_unit(unit), *_code(code), ""]


def _unit(unit: Unit) -> list[Value]:
    return [unit.ref, unit.id, content_hash(unit.text), unit.span.start, unit.span.end, unit.text]


def _code(code: Assignment) -> list[Value]:
    by_hand = [code.by_hand.coder, code.by_hand.note] if code.by_hand else ["", ""]
    return [code.topic, tidied(code.score), code.unsure, "", *by_hand]
