"""Tables without columns of rules: lines whose pieces stand below one another."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from qcompare.reading.pdfpages.drawing import Rule
from qcompare.reading.pdfpages.lines import Line
from qcompare.reading.pdfpages.tables import Table, cell_text, filled

_GUTTER = 1.0  # ems between two of its columns at least: less may be blanks
# Ems between lines.
_ROWS = 5.0  # of two aligned rows at most
_NEXT = 3.5  # before a line with but one cell
_WRAPPED = 2.2  # within a row at most
_BESIDE = 1.02  # of cells that stand beside one another
_RECENT = 40  # lines above that a new one is held against


@dataclass(frozen=True, slots=True)
class Column:
    """Where lines may run: from ``left`` to ``right``, in points."""

    left: float
    right: float


def aligned(parts: Iterable[Line | Table], rules: Sequence[Rule]) -> Iterator[Line | Table]:
    """The parts, each run of lines whose pieces stand in columns made a table."""
    run: list[Line] = []
    for part in parts:
        if isinstance(part, Line) and run and _goes_on(run, part):
            run.append(part)
            continue
        yield from _settled(run, rules)
        run = [part] if isinstance(part, Line) else []
        if not run:
            yield part
    yield from _settled(run, rules)


def _goes_on(run: Sequence[Line], line: Line) -> bool:
    gap = (line.base - run[-1].base) / line.size
    if (
        len(run) == 1 and not run[0].pieces
    ):  # the first line of a cell that is higher than the others of its row
        return bool(line.pieces) and gap < _BESIDE
    return gap < _ROWS if line.pieces else gap < _NEXT and _within_one(run[-_RECENT:], line)


def _within_one(run: Iterable[Line], line: Line) -> bool:
    return sum(column.left < line.right and line.left < column.right for column in _columns(run)) == 1


def _columns(run: Iterable[Line]) -> list[Column]:
    """The stretches of the width that pieces of any line take."""
    columns: list[Column] = []
    for piece in sorted((piece for line in run for piece in line.cells), key=lambda piece: piece.left):
        if columns and piece.left <= columns[-1].right:
            columns[-1] = Column(columns[-1].left, max(columns[-1].right, piece.right))
        else:
            columns.append(Column(piece.left, piece.right))
    return columns


def _settled(run: Sequence[Line], rules: Sequence[Rule]) -> Iterator[Line | Table]:
    """The lines of a run, or the table that they make."""
    last = max((n for n, line in enumerate(run) if line.pieces or _is_wrapped(run[n - 1], line)), default=-1)
    rest, run = run[last + 1 :], run[: last + 1]
    columns = _columns(run)
    if not _is_table(run, columns):
        yield from (*run, *rest)
        return
    cuts = [rule.at for rule in rules if _crosses(rule, columns) and run[0].base < rule.at < run[-1].base]
    rows = _ruled_rows(run, cuts) if len(cuts) > 1 else _spaced_rows(run, columns)
    table = tuple(_row(row, columns) for row in rows)
    yield Table(columns[0].left, columns[-1].right, run[0].base, run[-1].base, table)
    yield from rest


def _is_table(run: Sequence[Line], columns: Sequence[Column]) -> bool:
    """Whether two columns have three rows, or more have two, and hold neither words nor marks of a list."""
    rows = [line for line in run if line.pieces]
    if len(columns) < 2 or len(rows) < 2 or len(columns) * len(rows) < 6:
        return False
    gutter = max(after.left - before.right for before, after in pairwise(columns))
    marked = len(columns) == 2 and all(line.cells[0].is_mark for line in rows)
    return gutter > _GUTTER * run[0].size and not marked


def _crosses(rule: Rule, columns: Sequence[Column]) -> bool:
    return rule.start <= columns[0].right and rule.end >= columns[-1].left


def _ruled_rows(run: Iterable[Line], cuts: Iterable[float]) -> Iterator[list[Line]]:
    """The lines by the rules between them."""
    ordered = sorted(cuts)
    for _, row in groupby(run, key=lambda line: bisect(ordered, line.base)):
        yield list(row)


def _is_wrapped(above: Line, line: Line) -> bool:
    return line.base - above.base < _WRAPPED * line.size


def _spaced_rows(run: Sequence[Line], columns: Sequence[Column]) -> Iterator[list[Line]]:
    """The lines by rows.

    Lines that all but overlap, for cells are centred beside one another, are of one row; so is a line below
    that has nothing in the first column and little in the others.
    """
    row = [run[0]]
    for above, line in pairwise(run):
        beside = line.base - above.base < _BESIDE * line.size
        rest = line.left > columns[0].right and 2 * len(line.cells) <= len(columns)
        if not beside and not (rest and _is_wrapped(above, line)):
            yield row
            row = []
        row.append(line)
    yield row


def _row(lines: Sequence[Line], columns: Sequence[Column]) -> tuple[str, ...]:
    """The cells of a row: what the lines have in each column."""
    return filled(_cell(lines, column) for column in columns)


def _cell(lines: Iterable[Line], column: Column) -> str:
    pieces = [piece for line in lines for piece in line.cells if column.left <= piece.left <= column.right]
    return cell_text(pieces) if pieces else ""
