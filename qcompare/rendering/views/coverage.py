"""How much of its text each plan gives to each pillar and topic."""

from __future__ import annotations

from qcompare.rendering.document import Block, Cell, Column, Heading, Paragraph, Table
from qcompare.rendering.views.figures import bar, percent
from qcompare.rendering.views.layout import NARROW
from qcompare.rendering.views.scope import Scope
from qcompare.rendering.views.shares import Line, largest, lines, longest_part, notes, spoken_of
from qcompare.rendering.views.voice import BY_HAND

_BARS = {2: 18, 3: 11, 4: 7, 5: 4}  # by number of plans, so that the table fits 80 display columns
_SHORTEST = 3
_FIGURE = 5  # columns before the bar
_TOPICS_TO_TEN = 10  # so many topics go with a list of 10 counterparts


def blocks(scope: Scope) -> list[Block]:
    """A table of shares with bars; within a limit the largest topics, and how many are left out."""
    voice, topics = scope.voice, scope.comparison.topics
    filled = spoken_of(topics)
    kept = largest(filled, scope.few(_TOPICS_TO_TEN), voice)
    drawn = lines(filled, kept, {row.topic for row in topics}, voice)
    top = max((share for line in drawn for share in line.shares), default=1.0)
    marks = {line: _marks(line, scope) for line in drawn}
    size = _BARS.get(len(scope.columns), _SHORTEST) * scope.width // NARROW
    size -= max(len(mark) for row in marks.values() for mark in row) if marks else 0
    plans = (Column(name, width=max(_FIGURE + size, longest_part(name))) for name in scope.names)
    header = (Column(voice.say("column.pillar_topic"), width=32), *plans)
    table = Table(header, tuple(_row(line, marks[line], top, size) for line in drawn))
    small = [row for row in filled if row not in kept]
    return [
        Heading(2, voice.say("coverage.heading")),
        table,
        *notes(len(topics) - len(filled), small, voice),
        *([Paragraph(voice.say("hand_share_legend"), "dim")] if any(map(any, marks.values())) else []),
    ]


def _marks(line: Line, scope: Scope) -> tuple[str, ...]:
    """For each plan the sign of a share to which somebody coded units by hand."""
    cells = zip(scope.columns, line.cells, strict=True)
    return tuple(BY_HAND if side.by_hand(*cell.units) else "" for side, cell in cells)


def _row(line: Line, marks: tuple[str, ...], top: float, size: int) -> tuple[Cell, ...]:
    cells = zip(line.shares, marks, strict=True)
    return (line.head, *(_cell(share, mark, top, size, line) for share, mark in cells))


def _cell(share: float, mark: str, top: float, size: int, line: Line) -> Cell:
    if share == 0:
        return Cell("   –", "dim")
    figure, drawn = f"{percent(share):>4}", bar(share, top, size) + mark
    return Cell(drawn, line.tone, lead=figure) if line.strong else Cell(f"{figure} {drawn}", line.tone)
