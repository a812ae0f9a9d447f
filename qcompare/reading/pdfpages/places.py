"""Lines between the margins they keep to, and table rows that a page end tears put together again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from statistics import median

from qcompare.reading.pdfpages.aligned import Column
from qcompare.reading.pdfpages.layout import Block, blocks_of
from qcompare.reading.pdfpages.lines import Line, joined
from qcompare.reading.pdfpages.sheets import Sheet
from qcompare.reading.pdfpages.tables import Table

LEVEL = 0.7  # ems between the starts of lines that begin alike, and between margins that are the same
_RAGGED = 1.1  # ems between the ends of full lines that are not justified
_QUOTED = 1.6  # ems between the margins of a quotation
_COMMON = 0.04  # share of the lines that make a margin, two at least
_MANY, _OFTEN = 3, 0.15  # lines, and share of them, that show a right margin for certain
_JOINT = 4.0  # points between the edges of a table on one page and on the next


@dataclass(frozen=True, slots=True)
class Placed:
    """A line between its margins; ``place`` counts the columns and pages, where distances mean nothing."""

    line: Line
    margins: Column
    place: int

    @property
    def indent(self) -> float:
        """Where the line begins, in ems from the margin."""
        return (self.line.left - self.margins.left) / self.line.size

    @property
    def room(self) -> float:
        """What is left of the line, in ems."""
        return (self.margins.right - self.line.right) / self.line.size

    @property
    def even(self) -> bool:
        """Whether it leaves as much on the left as on the right."""
        return abs(self.indent - self.room) < LEVEL


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page: its head, what runs on, and its foot."""

    head: tuple[Placed, ...]
    parts: tuple[Placed | Table, ...]
    foot: tuple[tuple[Placed, ...], ...]


def leaves_of(sheets: Sequence[Sheet]) -> list[Leaf]:
    """The pages, each line with the margins that it keeps to; odd and even pages may differ in theirs."""
    margins = _margins(sheets)
    leaves, place = [], 0
    for sheet in sheets:
        own = margins[sheet.number % 2]
        parts: list[Placed | Table] = []
        for block in blocks_of(sheet):
            place += 1
            parts += _placed_parts(block, block.column or own, place)
        head, notes, foot, strays = (
            tuple(Placed(line, own, place) for line in lines)
            for lines in (sheet.head, sheet.notes, sheet.foot, sheet.strays)
        )
        leaves.append(Leaf(head, tuple(parts), (notes, foot, strays)))
    return _mended(leaves)


def _placed_parts(block: Block, column: Column, place: int) -> Iterator[Placed | Table]:
    group: list[Placed] = []
    for part in block.parts:
        placed = part if isinstance(part, Table) else Placed(part, column, place)
        if group and isinstance(placed, Placed) and abs(placed.indent - group[-1].indent) < LEVEL:
            group.append(placed)
            continue
        yield from _narrowed(group)
        group = [placed] if isinstance(placed, Placed) else []
        if not group:
            yield placed
    yield from _narrowed(group)


def _narrowed(group: Sequence[Placed]) -> Iterator[Placed]:
    """Lines that begin alike, between margins of their own where those of a quotation are seen.

    They stand in from both sides alike, and two lines at least run to the end.
    """
    room = min((placed.room for placed in group), default=0.0)
    reached = sum(placed.room - room < _RAGGED for placed in group)
    if reached < 2 or len(group) < 3 or group[0].indent < 1 or abs(room - group[0].indent) > _QUOTED:
        yield from group
        return
    column = Column(min(each.line.left for each in group), max(each.line.right for each in group))
    yield from (replace(placed, margins=column) for placed in group)


def _margins(sheets: Sequence[Sheet]) -> tuple[Column, Column]:
    """The margins of even and of odd pages, those of all where the lines of either do not show theirs."""
    every, _ = _kept(sheets)
    halves = (_kept([sheet for sheet in sheets if sheet.number % 2 == odd]) for odd in (0, 1))
    even, odd = (column if shown else every for column, shown in halves)
    return even, odd


def _kept(sheets: Sequence[Sheet]) -> tuple[Column, bool]:
    """The margins that lines keep to, and whether enough do; else the right margin is like the left one."""
    lines = [line for sheet in sheets for line in sheet.lines]
    if not lines:
        return Column(0.0, 0.0), False
    near = LEVEL * median(line.size for line in lines)
    left = -_common([-line.left for line in lines], near)
    ends = [line.right for line in lines if not line.closes] or [line.right for line in lines]
    right = _common(ends, near)
    if sum(abs(end - right) < near for end in ends) >= max(_MANY, _OFTEN * len(ends)):
        return Column(left, right), True
    return Column(left, max(right, median(sheet.right + sheet.left - left for sheet in sheets))), False


def _common(edges: Iterable[float], near: float) -> float:
    """The outermost edge that several lines reach."""
    ordered = sorted(edges, reverse=True)
    several = max(2, round(_COMMON * len(ordered)))
    pairs = zip(ordered, ordered[several - 1 :], strict=False)
    return next((edge for edge, other in pairs if edge - other < near), ordered[0])


# --- tables that run over a page end --------------------------------------------------------------------


def _mended(leaves: Iterable[Leaf]) -> list[Leaf]:
    """The pages, each table row that a page end tears put together on the page where it begins."""
    mended: list[Leaf] = []
    for leaf in leaves:
        above = mended[-1].parts[-1] if mended and mended[-1].parts else None
        below = leaf.parts[0] if leaf.parts else None
        if isinstance(above, Table) and isinstance(below, Table) and _torn(above, below):
            whole = (*above.rows[:-1], _sewn(above.rows[-1], below.rows[0]))
            last = mended.pop()
            mended.append(replace(last, parts=(*last.parts[:-1], replace(above, rows=whole))))
            leaf = replace(leaf, parts=(replace(below, rows=below.rows[1:]), *leaf.parts[1:]))
        mended.append(leaf)
    return mended


def _torn(above: Table, below: Table) -> bool:
    """Whether the first row of a table only goes on with cells of the last row of the table before."""
    alike = abs(above.left - below.left) < _JOINT and abs(above.right - below.right) < _JOINT
    last, first = above.rows[-1], below.rows[0]
    going = [column for column, cell in enumerate(first) if cell]
    return (
        alike
        and not first[0]
        and 2 * len(going) <= len(last)
        and all(column < len(last) and last[column] for column in going)
    )


def _sewn(last: tuple[str, ...], first: tuple[str, ...]) -> tuple[str, ...]:
    pairs = zip_longest(last, first, fillvalue="")
    return tuple(joined(filter(None, pair)) for pair in pairs)
