"""The sections of a comparison as rows."""

from __future__ import annotations

from collections.abc import Iterator

from qcompare.models import CodedPlan, Comparison
from qcompare.rendering.csvout import Sheet, Value
from qcompare.rendering.plain import tidied

_BETWEEN = "; "  # sections in a cell
HEADER = (
    *("row", "topic", "score"),
    *("plan", "section", "ref", "title", "section_topic", "section_score", "unsure", "units", "characters"),
    "elsewhere",
)


def sheet(comparison: Comparison) -> Sheet:
    """A row for each section; those with one number in ``row`` stand side by side in the table.

    ``topic`` and ``score`` are of that row, the score empty where a section stands alone; its best in
    other plans, which stand in other rows, are then ``elsewhere``. Units and characters are those right
    under the heading, furniture left out.
    """
    return HEADER, _rows(comparison)


def _rows(comparison: Comparison) -> Iterator[list[Value]]:
    known = [dict(_sections(coded)) for coded in comparison.plans]
    for number, row in enumerate(comparison.sections, 1):
        score = tidied(row.score) if sum(map(bool, row.sections)) > 1 else None
        best = zip(known, row.elsewhere, strict=False)  # there is none for sections with others beside them
        named = [held[each] for held, ids in best for each in ids]
        elsewhere = _BETWEEN.join(f"{plan} {ref}" for plan, _, ref, *_ in named)
        for held, ids in zip(known, row.sections, strict=True):
            for section in ids:
                yield [number, row.topic, score, *held[section], elsewhere]


def _sections(coded: CodedPlan) -> Iterator[tuple[str, list[Value]]]:
    """What is said of each section, by its id."""
    plan = coded.plan
    for section, code in zip(plan.sections, coded.sections, strict=True):
        texts = [unit.text for unit in plan.units if unit.section == section.id and not unit.chrome]
        own: list[Value] = [plan.meta.id, section.id, section.ref, section.title]
        size = (len(texts), sum(map(len, texts)))
        yield section.id, [*own, code.topic, tidied(code.score), code.unsure, *size]
