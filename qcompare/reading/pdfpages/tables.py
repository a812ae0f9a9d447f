"""Tables of a PDF page: rules make a grid, its cells hold the characters, a row becomes a line of text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from qcompare.reading.pdfpages.drawing import Rule
from qcompare.reading.pdfpages.grids import Grid, grids_of
from qcompare.reading.pdfpages.lines import Line, between_scripts, joined, lines_of
from qcompare.reading.pdfpages.pages import Glyph


@dataclass(frozen=True, slots=True)
class Table:
    """A table's rows of cells, no empty ones at their end, and its place on the upright page."""

    left: float
    right: float
    top: float
    bottom: float
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A frame around text that is no table."""

    left: float
    right: float
    top: float
    bottom: float


def tables_of(
    rules: Iterable[Rule], glyphs: Iterable[Glyph]
) -> tuple[tuple[Table, ...], tuple[Glyph, ...], tuple[Box, ...]]:
    """The tables that the rules draw, the characters outside them, and the frames, smallest first."""
    every = sorted(grids_of(rules), key=lambda grid: (grid.xs[-1] - grid.xs[0]) * (grid.ys[-1] - grid.ys[0]))
    grids = [grid for grid in every if grid.parted]
    boxes = (Box(grid.xs[0], grid.xs[-1], grid.ys[0], grid.ys[-1]) for grid in every if not grid.parted)
    glyphs = tuple(glyphs)
    between = between_scripts(glyphs)
    held: dict[int, defaultdict[tuple[int, int], list[Glyph]]] = {}
    free = []
    for glyph in glyphs:
        place = next(((n, cell) for n, grid in enumerate(grids) if (cell := grid.cell(glyph))), None)
        if place is None:
            free.append(glyph)
        else:
            held.setdefault(place[0], defaultdict(list))[place[1]].append(glyph)
    tables = (_table(grids[n], cells, between) for n, cells in held.items())
    return tuple(tables), tuple(free), tuple(boxes)


def _table(grid: Grid, held: dict[tuple[int, int], list[Glyph]], between: float) -> Table:
    texts = {cell: cell_text(lines_of(glyphs, between)) for cell, glyphs in held.items()}
    rows = (_row(grid, texts, row) for row in range(len(grid.ys) - 1))
    return Table(grid.xs[0], grid.xs[-1], grid.ys[0], grid.ys[-1], tuple(row for row in rows if row))


def _row(grid: Grid, texts: dict[tuple[int, int], str], row: int) -> tuple[str, ...]:
    """The cells that begin in a row; one that reaches down from above leaves its place empty."""
    columns = range(len(grid.xs) - 1)
    firsts = dict.fromkeys(grid.cells[row, column] for column in columns)
    return filled(texts.get(first, "") if first[0] == row else "" for first in firsts)


def filled(cells: Iterable[str]) -> tuple[str, ...]:
    """Cells up to the last that is not empty."""
    row = list(cells)
    while row and not row[-1]:
        row.pop()
    return tuple(row)


def cell_text(lines: Sequence[Line]) -> str:
    """The lines of one cell: wrapped text joined, a blank where a line was ended on purpose."""
    room = max(line.right - line.left for line in lines)
    parts = [[lines[0]]]
    for above, line in pairwise(lines):
        if above.right - above.left + line.head + above.size / 2 < room:
            parts.append([])
        parts[-1].append(line)
    return " ".join(joined(line.text for line in part) for part in parts)
