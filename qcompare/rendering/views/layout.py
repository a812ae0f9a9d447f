"""Texts of several plans in one table: two in columns, more of them one below the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from qcompare.rendering.document import Cell, Column, Table

NARROW = 80  # the display columns that every table must make do with
KEY_WIDTH = 14
_ABREAST = 2  # so many columns of text can be read there
_WIDE = 120
_LINES = 3  # of an excerpt in a narrow column, its reference included; two in a wide one
_REFERENCE = 9  # about so many characters
EMPTY = Cell("")
_NOTHING = Cell("—", "dim")


@dataclass(frozen=True, slots=True)
class Group:
    """What belongs together: a key, and for each plan the cells under it."""

    key: Cell
    cells: tuple[tuple[Cell, ...], ...]


def side_by_side(key: Column, names: Sequence[str], city: str, text: str, groups: Sequence[Group]) -> Table:
    """The groups with plans as columns, or, for more than two plans, as rows headed ``city`` and ``text``."""
    if len(names) <= _ABREAST:
        columns = (key, *(Column(name, ratio=1) for name in names))
        rows = [row for group in groups for row in _abreast(group)]
    else:
        columns = (key, Column(city, width=KEY_WIDTH), Column(text, ratio=1))
        rows = [row for group in groups for row in _stacked(group, names)]
    return Table(columns, tuple(rows), airy=True)


def key_width(width: int) -> int:
    """The display columns of what stands before the texts: a score over a topic."""
    return max(KEY_WIDTH, width // 6)


def excerpt_size(width: int, plans: int) -> int:
    """How many Chinese characters keep a cell to about three lines, or to two wide ones."""
    if plans <= _ABREAST:
        return (_LINES if width < _WIDE else _LINES - 1) * ((width - key_width(width) - 4) // 4) - _REFERENCE
    return (_LINES - 1) * ((width - key_width(width) - KEY_WIDTH - 4) // 2) - _REFERENCE


def _abreast(group: Group) -> Iterator[tuple[Cell, ...]]:
    filled = (cells or (_NOTHING,) for cells in group.cells)
    for number, row in enumerate(zip_longest(*filled, fillvalue=EMPTY)):
        yield (EMPTY if number else group.key, *row)


def _stacked(group: Group, names: Sequence[str]) -> Iterator[tuple[Cell, ...]]:
    key = group.key
    for name, cells in zip(names, group.cells, strict=True):
        for number, cell in enumerate(cells):
            yield key, Cell("" if number else name, "strong"), cell
            key = EMPTY
