"""Rules of a PDF page to grids: where a table's columns and rows part, and which squares are one cell."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from qcompare.reading.pdfpages.drawing import Rule
from qcompare.reading.pdfpages.pages import Glyph

_NEAR = 3.0  # points between rules that are one: the two sides of a thick line, a double line
_SHORT = 4.0  # points; shorter rules are the ends of thick ones
_CROSSINGS = 400_000  # more pairs of rules than any table has: a drawing


@dataclass(frozen=True, slots=True)
class Grid:
    """Where columns and rows part, and for each of its squares the first square of the cell it belongs to."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: dict[tuple[int, int], tuple[int, int]]

    @property
    def parted(self) -> bool:
        """Whether it has two columns at least."""
        return any(first[1] > 0 for first in self.cells.values())

    def cell(self, glyph: Glyph) -> tuple[int, int] | None:
        """The cell (row, column) that holds a character, None outside."""
        x, y = (glyph.left + glyph.right) / 2, glyph.base - glyph.size * 0.35
        if not (self.xs[0] <= x < self.xs[-1] and self.ys[0] <= y < self.ys[-1]):
            return None
        return self.cells[bisect_right(self.ys, y) - 1, bisect_right(self.xs, x) - 1]


def grids_of(rules: Iterable[Rule]) -> Iterator[Grid]:
    """The grids that the rules make, frames of one column too."""
    long = [rule for rule in merged(rules) if rule.end - rule.start > _SHORT]
    across, down = ([rule for rule in long if rule.across is way] for way in (True, False))
    if len(across) * len(down) > _CROSSINGS:
        return
    for group in _connected(across, down):
        grid = _grid(group)
        if grid:
            yield grid


def merged(rules: Iterable[Rule]) -> Iterator[Rule]:
    """The rules, those on one line that touch made one."""
    ordered = sorted(rules, key=lambda rule: (rule.across, rule.at))
    row: list[Rule] = []
    for rule in ordered:
        if row and (rule.across != row[-1].across or rule.at - row[0].at > _NEAR):
            yield from _chained(row)
            row = []
        row.append(rule)
    yield from _chained(row)


def _chained(row: Sequence[Rule]) -> Iterator[Rule]:
    last: Rule | None = None
    for rule in sorted(row, key=lambda rule: rule.start):
        if last and rule.start <= last.end + _NEAR:
            last = Rule(last.across, last.at, last.start, max(last.end, rule.end))
            continue
        if last:
            yield last
        last = Rule(rule.across, row[0].at, rule.start, rule.end)
    if last:
        yield last


def _connected(across: Sequence[Rule], down: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Rules that hold together by crossing or touching one another."""
    neighbours: defaultdict[Rule, list[Rule]] = defaultdict(list)
    for one, other in product(across, down):
        if _covers(one, other.at) and _covers(other, one.at):
            neighbours[one].append(other)
            neighbours[other].append(one)
    seen: set[Rule] = set()
    for rule in across:
        group, waiting = [], [rule] if rule not in seen else []
        seen.add(rule)
        while waiting:
            group.append(waiting.pop())
            fresh = [other for other in neighbours[group[-1]] if other not in seen]
            seen.update(fresh)
            waiting.extend(fresh)
        if len(group) > 1:
            yield group


def _covers(rule: Rule, at: float) -> bool:
    return rule.start - _NEAR <= at <= rule.end + _NEAR


def _grid(rules: Sequence[Rule]) -> Grid | None:
    across, down = ([rule for rule in rules if rule.across is way] for way in (True, False))
    xs, ys = _cuts(down, across), _cuts(across, down)
    squares = list(product(range(len(ys) - 1), range(len(xs) - 1)))
    if not squares or len(squares) * len(rules) > _CROSSINGS * 5:
        return None
    cells: dict[tuple[int, int], tuple[int, int]] = {}
    for row, column in squares:
        middle_x, middle_y = (xs[column] + xs[column + 1]) / 2, (ys[row] + ys[row + 1]) / 2
        if column and not _walled(down, xs[column], middle_y):
            cells[row, column] = cells[row, column - 1]
        elif row and not _walled(across, ys[row], middle_x):
            cells[row, column] = cells[row - 1, column]
        else:
            cells[row, column] = row, column
    return Grid(xs, ys, cells)


def _cuts(rules: Iterable[Rule], others: Sequence[Rule]) -> tuple[float, ...]:
    """Where rules cut, and where the rules that cross them end: many tables are open at the sides."""
    places = sorted([rule.at for rule in rules])
    ends = (min(rule.start for rule in others), max(rule.end for rule in others))
    near = [end for end in ends if all(abs(end - place) > _NEAR for place in places)]
    cuts: list[float] = []
    for place in sorted([*places, *near]):
        if not cuts or place - cuts[-1] > _NEAR:
            cuts.append(place)
    return tuple(cuts)


def _walled(rules: Iterable[Rule], at: float, place: float) -> bool:
    return any(abs(rule.at - at) <= _NEAR and rule.start <= place <= rule.end for rule in rules)
