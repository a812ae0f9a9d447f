"""Quantified targets of the plans, side by side."""

from __future__ import annotations

from qcompare.models import Target, TargetRow
from qcompare.rendering.document import Block, Cell, Column, Heading, Paragraph
from qcompare.rendering.views import figures
from qcompare.rendering.views.layout import Group, side_by_side
from qcompare.rendering.views.scope import Scope
from qcompare.rendering.views.side import Side
from qcompare.rendering.views.voice import Voice

_ROWS_TO_TEN = 4  # so many rows go with a list of 10 counterparts


def blocks(scope: Scope) -> list[Block]:
    """Indicators that most plans bind first; each target with its reference."""
    voice = scope.voice
    heading = Heading(2, voice.say("targets.heading"))
    if not scope.comparison.targets:
        return [heading, Paragraph(voice.say("targets.none"), "dim")]
    ranked = sorted(scope.comparison.targets, key=lambda row: -sum(map(bool, row.targets)))
    groups = [_group(row, scope) for row in ranked[: scope.few(_ROWS_TO_TEN)]]
    key = Column(voice.say("column.indicator"), ratio=1)
    table = side_by_side(key, scope.names, voice.say("column.city"), voice.say("column.target"), groups)
    note = voice.shown(len(groups), len(ranked))
    return [heading, table, Paragraph(note, "dim")]


def target_cell(target: Target, side: Side, voice: Voice, indicator: str = "") -> Cell:
    """Value and reference; what is measured too, where ``indicator`` does not say quite that."""
    own = target.indicator if target.indicator != indicator else ""
    ref = side.units[target.unit][0].ref
    return Cell(" · ".join(filter(None, (own, ref))), lead=figures.target(target, voice))


def _group(row: TargetRow, scope: Scope) -> Group:
    cells = tuple(
        tuple(target_cell(side.targets[target], side, scope.voice, row.indicator) for target in targets)
        for side, targets in zip(scope.columns, row.targets, strict=True)
    )
    return Group(Cell(row.indicator, scope.voice.tone(row.topic)), cells)
