"""Tables as lines: a row of data is one line, its cells parted by tabs; a table for the layout keeps lines.

A table is data when two of its rows or more have two filled cells, none of its cells holds a table, and none
runs on: has many lines that are more than half of the table. (Of a page laid out in a table the cell with the
text does, so its paragraphs and headings stay lines. In doubt lines are kept.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_RUNS_ON = 4  # lines; a label or a list of offices has fewer, or is a small part of its table
_COLUMNS = 100  # beyond, what spans several columns or rows is taken for one cell
_HAN = re.compile("[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Cell:
    """The lines of a cell that are not blank, and how many columns and rows it spans."""

    lines: Sequence[str]
    across: int = 1
    down: int = 1
    has_table: bool = False

    @property
    def size(self) -> int:
        """Characters."""
        return sum(map(len, self.lines))


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells that begin in a row, by column, and how many cells from above reach into it."""

    cells: Sequence[tuple[int, Cell]]
    covered: int

    @property
    def filled(self) -> int:
        return self.covered + sum(bool(cell.lines) for _, cell in self.cells)


def row_lines(rows: Sequence[Sequence[Cell]]) -> Iterator[str]:
    """The lines of a table. Text stands once, in the first row and column that its cell spans.

    The other places that it spans stay empty, so that cells of one column stand behind as many tabs; a row
    ends with its last filled cell.
    """
    placed = list(_placed(rows))
    is_data = _is_data(placed)
    for row in placed:
        if is_data and (row.filled > 1 or all(len(cell.lines) <= 1 for _, cell in row.cells)):
            yield from _record(row)
        else:
            yield from _flow(cell for _, cell in row.cells)


def _is_data(rows: Sequence[_Row]) -> bool:
    cells = [cell for row in rows for _, cell in row.cells]
    half = sum(cell.size for cell in cells) / 2
    runs_on = (cell.has_table or (len(cell.lines) >= _RUNS_ON and cell.size > half) for cell in cells)
    return sum(row.filled > 1 for row in rows) > 1 and not any(runs_on)


def _placed(rows: Sequence[Sequence[Cell]]) -> Iterator[_Row]:
    """The rows with the columns of their cells: each in the first that no cell from above covers."""
    reaching: dict[int, int] = {}  # how many more rows are covered, by column
    holding: set[int] = set()  # the first columns of covering cells that hold text
    for row in rows:
        covered = {column: left - 1 for column, left in reaching.items() if left}
        begun = len(holding & covered.keys())
        cells: list[tuple[int, Cell]] = []
        reaching, column = dict(covered), 0
        for cell in row:
            while column in covered:
                column += 1
            cells.append((column, cell))
            wide = cell.across if column + cell.across <= _COLUMNS else 1
            if column < _COLUMNS and cell.down > 1:
                reaching |= dict.fromkeys(range(column, column + wide), cell.down - 1)
                (holding.add if cell.lines else holding.discard)(column)
            column += wide
        yield _Row(cells, begun)


def _record(row: _Row) -> Iterator[str]:
    line, column = "", 0
    for place, cell in row.cells:
        line += "\t" * (place - column) + _in_one(cell.lines)
        column = place
    if line.strip():
        yield line.rstrip()


def _in_one(lines: Sequence[str]) -> str:
    """The lines of a cell as one: a blank between them, but none in a word written downwards (序/号)."""
    text = "".join(lines[:1])
    for above, line in pairwise(lines):
        downwards = min(len(above), len(line)) == 1 and _HAN.match(above[-1]) and _HAN.match(line)
        text += line if downwards else f" {line}"
    return text.replace("\t", " ")


def _flow(cells: Iterator[Cell]) -> Iterator[str]:
    """Neighbouring cells of one line on one line, the others' lines as they are."""
    waiting: list[str] = []
    for cell in cells:
        if len(cell.lines) <= 1:
            waiting.append("".join(cell.lines))
        else:
            yield from _joined(waiting)
            yield from cell.lines
            waiting = []
    yield from _joined(waiting)


def _joined(cells: Sequence[str]) -> Iterator[str]:
    if line := "\t".join(cells).strip():
        yield line
