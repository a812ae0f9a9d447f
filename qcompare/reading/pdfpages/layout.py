"""A page's lines and tables in reading order: two columns one after the other, aligned columns as tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from qcompare.reading.pdfpages.aligned import Column, aligned
from qcompare.reading.pdfpages.lines import Line, assembled
from qcompare.reading.pdfpages.sheets import Sheet
from qcompare.reading.pdfpages.tables import Box, Table

_GUTTER = (0.3, 0.7)  # where on the width of the text two columns of prose may part
_PLACES = 60  # tried there
_PROSE = 6  # lines that each of two columns of prose has at least, and characters in one that counts as full
_FULL = 0.3  # share of its lines that reach its right edge …
_EDGE = 1.5  # … but for so many ems
_SAME_WIDTH = 0.1  # share by which the widths of the two may differ


@dataclass(frozen=True, slots=True)
class Block:
    """Lines and tables one below the other, in a ``column`` where it is not the whole page that they fill."""

    parts: tuple[Line | Table, ...]
    column: Column | None


def blocks_of(sheet: Sheet) -> tuple[Block, ...]:
    """The lines and tables of a page in reading order, each once."""
    return tuple(_blocks(sheet))


def _blocks(sheet: Sheet) -> Iterator[Block]:
    for parts, column in _bands(sheet.lines, sheet.tables):
        ordered = aligned(parts, sheet.rules)
        if column:
            yield Block(tuple(ordered), column)
            continue
        for box, group in groupby(ordered, key=lambda part: _box(part, sheet.boxes)):
            within = tuple(group)
            yield Block(within, _inside(box, within) if box else None)


def _box(part: Line | Table, boxes: Sequence[Box]) -> Box | None:
    """The smallest frame around a line or table."""
    return next(
        (
            box
            for box in boxes
            if box.left <= part.left and part.right <= box.right and box.top < _top(part) < box.bottom
        ),
        None,
    )


def _inside(box: Box, parts: Sequence[Line | Table]) -> Column:
    """Where text runs in a frame, which leaves as much on the right as on the left."""
    left, right = min(part.left for part in parts), max(part.right for part in parts)
    return Column(left, max(right, box.right - (left - box.left)))


def _top(part: Line | Table) -> float:
    return part.top if isinstance(part, Table) else part.base


# --- two columns --------------------------------------------------------------------------------------


def _bands(
    lines: Sequence[Line], tables: Sequence[Table]
) -> Iterator[tuple[list[Line | Table], Column | None]]:
    """The page from top to bottom, cut where two columns begin and end; each column by itself."""
    gutter = _gutter(lines)
    waiting = list(tables)
    whole: list[Line | Table] = []
    for free, group in groupby(lines, key=lambda line: gutter is not None and not _crosses(line, gutter)):
        band = tuple(group)
        sides = _sides(band, gutter) if free and gutter is not None else ()
        if not sides:
            whole.extend(band)
            continue
        above = [table for table in waiting if table.top < band[0].base]
        yield sorted([*whole, *above], key=_top), None
        waiting = [table for table in waiting if table not in above]
        for side, column in sides:
            beside = [table for table in waiting if _stands_in(table, column) and table.top < band[-1].base]
            yield sorted([*side, *beside], key=_top), column
            waiting = [table for table in waiting if table not in beside]
        whole = []
    yield sorted([*whole, *waiting], key=_top), None


def _stands_in(table: Table, column: Column) -> bool:
    return column.left < (table.left + table.right) / 2 < column.right


def _gutter(lines: Sequence[Line]) -> float | None:
    """The place near the middle that fewest lines cross, if half of them do not."""
    if len(lines) < _PROSE:
        return None
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    start, end = (left + (right - left) * share for share in _GUTTER)
    places = [start + (end - start) * n / _PLACES for n in range(_PLACES)]
    crossed = [sum(_crosses(line, place) for line in lines) for place in places]
    best = [place for place, count in zip(places, crossed, strict=True) if count == min(crossed)]
    return best[len(best) // 2] if min(crossed) < len(lines) / 2 else None


def _crosses(line: Line, place: float) -> bool:
    return any(piece.left < place < piece.right for piece in line.cells)


def _sides(band: Sequence[Line], gutter: float) -> tuple[tuple[tuple[Line, ...], Column], ...]:
    """The lines left and right of the gutter with their columns, none where one side is not prose."""
    sides = (_side(band, lambda piece: piece.left < gutter), _side(band, lambda piece: piece.left >= gutter))
    if not all(map(_is_prose, sides)):
        return ()
    columns = [Column(min(line.left for line in side), max(line.right for line in side)) for side in sides]
    widths = [column.right - column.left for column in columns]
    if max(widths) - min(widths) > _SAME_WIDTH * max(widths):
        return ()
    return tuple(zip(sides, columns, strict=True))


def _side(band: Iterable[Line], belongs: Callable[[Line], bool]) -> tuple[Line, ...]:
    parts = ([piece for piece in line.cells if belongs(piece)] for line in band)
    return tuple(assembled(part) for part in parts if part)


def _is_prose(lines: Sequence[Line]) -> bool:
    if len(lines) < _PROSE:
        return False
    edge = max(line.right for line in lines)
    full = sum(line.right > edge - _EDGE * line.size and len(line.text) >= _PROSE for line in lines)
    return full >= _FULL * len(lines)
