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
    notes.append(voice.clauses(voice.legends(by_hand=scope.by_hand)))
    return [heading, table, Paragraph(voice.sentences(notes), "dim")]


def _group(row: SectionRow, scope: Scope) -> Group:
    cells = tuple(
        tuple(cell for section in sections for cell in _section(side, section, scope))
        for side, sections in zip(scope.columns, row.sections, strict=True)
    )
    lead = score(row.score) if sum(map(bool, row.sections)) > 1 else ""
    label = scope.voice.topic(row.topic)
    return Group(Cell(f"\n{label}" if lead else label, scope.voice.tone(row.topic), lead=lead), cells)


def _section(side: Side, section_id: str, scope: Scope) -> Iterator[Cell]:
    """The heading and the size of what stands under it; subsections have rows of their own."""
    section, code = side.sections[section_id]
    compared = [unit for unit in side.coded.plan.units if not unit.chrome]
    units = [unit for unit in compared if unit.section == section_id]
    share = sum(len(unit.text) for unit in units) / max(1, sum(len(unit.text) for unit in compared))
    size = scope.voice.say("sections.size", units=len(units), share=percent(share))
    yield Cell(f"{section.title}{UNSURE if code.unsure else ''}\n{size}", lead=section.ref)
    if scope.limit is None:
        yield from (passage(unit, mark=side.mark(unit.id)) for unit in units)
