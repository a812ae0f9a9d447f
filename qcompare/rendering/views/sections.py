"""Whole sections side by side over the taxonomy."""

from __future__ import annotations

from collections.abc import Iterator

from qcompare.models import SectionRow
from qcompare.rendering.document import Block, Cell, Column, Heading, Paragraph
from qcompare.rendering.views.figures import percent, score
from qcompare.rendering.views.layout import Group, key_width, side_by_side
from qcompare.rendering.views.passages import passage
from qcompare.rendering.views.scope import Scope
from qcompare.rendering.views.side import Side
from qcompare.rendering.views.voice import UNSURE


def blocks(scope: Scope) -> list[Block]:
    """Every row: headings with the size of what they hold; with no limit the texts too."""
    voice = scope.voice
    heading = Heading(2, voice.say("sections.heading"))
    if not scope.comparison.sections:
        return [heading, Paragraph(voice.say("sections.none"), "dim")]
    groups = [_group(row, scope) for row in scope.comparison.sections]
    key = Column(voice.say("column.score_topic"), width=key_width(scope.width))
    table = side_by_side(key, scope.names, voice.say("column.city"), voice.say("column.section"), groups)
    bare = [side.name for side in scope.columns if not side.sections]
    notes = [voice.say("sections.unnumbered", plans=voice.listed(bare))] if bare else []
    notes += [voice.say("sections.score")] if any(map(_is_wide, scope.comparison.sections)) else []
    notes += [voice.clauses(legends)] if (legends := voice.legends(table)) else []
    return [heading, table, *([Paragraph(voice.sentences(notes), "dim")] if notes else [])]


def _is_wide(row: SectionRow) -> bool:
    """Whether the row holds more than one pair, or points to another row."""
    return sum(map(len, row.sections)) > 2 or any(row.elsewhere)


def _group(row: SectionRow, scope: Scope) -> Group:
    cells = tuple(
        tuple(cell for section in sections for cell in _section(side, section, row.topic, scope))
        or tuple(_elsewhere(side, section, scope) for section in others)
        for side, sections, others in zip(
            scope.columns, row.sections, row.elsewhere or [()] * len(row.sections), strict=True
        )
    )
    lead = score(row.score) if sum(map(bool, row.sections)) > 1 else ""
    label = scope.voice.topic(row.topic)
    return Group(Cell(f"\n{label}" if lead else label, scope.voice.tone(row.topic), lead=lead), cells)


def _elsewhere(side: Side, section_id: str, scope: Scope) -> Cell:
    """The reference of a section that stands in another row."""
    section, _ = side.sections[section_id]
    return Cell(scope.voice.say("sections.elsewhere", ref=section.ref, title=section.title), "dim")


def _section(side: Side, section_id: str, topic: str, scope: Scope) -> Iterator[Cell]:
    """The heading, the size of what stands under it, and its topic where that is not the row's.

    Subsections have rows of their own.
    """
    section, code = side.sections[section_id]
    compared = [unit for unit in side.coded.plan.units if not unit.chrome]
    units = [unit for unit in compared if unit.section == section_id]
    share = sum(len(unit.text) for unit in units) / max(1, sum(len(unit.text) for unit in compared))
    size = scope.voice.say("sections.size", units=len(units), share=percent(share))
    if code.topic != topic:
        size = scope.voice.clauses([size, scope.voice.topic(code.topic)])
    yield Cell(f"{section.title}{UNSURE if code.unsure else ''}\n{size}", lead=section.ref)
    if scope.limit is None:
        yield from (passage(unit, mark=side.mark(unit.id)) for unit in units)
