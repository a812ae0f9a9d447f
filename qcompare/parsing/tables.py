"""Tables in a text: which lines are rows. A row is one unit, so that a target stays with its indicator."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from qcompare.parsing.lines import Line
from qcompare.parsing.schemes import Numbered

_BAR = re.compile(r"[|｜│┃]")
_GAP = re.compile(r" {2,}")
_LONGEST_CELL = 24  # characters; between blanks, more is a sentence
_FEWEST_CELLS = 3  # of a row that only bars or blanks make
_SENTENCE = re.compile(r"[。；]")
_CLOSED_TITLE = re.compile(r"[^\t]*[。：:]\t[^\t]*")  # （一）总体目标。⇥到2025年…
# The first cell of a table's head; what stands between two tables above one is no row of the first.
_HEAD = re.compile(r"(?:序\s*号|编\s*号|类\s*[别型]|指\s*标|项\s*目|任\s*务|名\s*称|单\s*位|内\s*容)")
_MOST_SPANNING = 3  # lines between rows that a cell over the whole width makes


def table_rows(lines: Sequence[Line], begun: Sequence[Numbered | None]) -> frozenset[int]:
    """The indices of the lines that are rows of tables; ``begun`` is how each line is numbered.

    Cells stand between tabs, bars, or wide blanks; a number with nothing but a tab behind it is a row only
    beside others. A line between rows that is numbered and no sentence spans the table.
    """
    sure = {i for i, line in enumerate(lines) if _is_row(line.text, begun[i])}
    blank = [len(_GAP.split(line.text)) >= _FEWEST_CELLS and _is_short(line.text) for line in lines]
    aligned = {
        i
        for i, is_blank in enumerate(blank)
        if is_blank and (blank[i - 1 : i] == [True] or blank[i + 1 : i + 2] == [True])
    }
    rows = sure | aligned
    rows |= set(_beside(lines, rows))
    return frozenset(rows | set(_spanning(lines, begun, rows)))


def _is_row(text: str, begun: Numbered | None) -> bool:
    if "\t" in text[begun.rest if begun else 0 :]:
        return begun is None or not _CLOSED_TITLE.fullmatch(text)
    return len(_BAR.findall(text)) >= _FEWEST_CELLS - 1


def _is_short(text: str) -> bool:
    return not _SENTENCE.search(text) and all(len(cell) <= _LONGEST_CELL for cell in _GAP.split(text))


def _beside(lines: Sequence[Line], rows: Collection[int]) -> Iterator[int]:
    """The lines with a tab that adjoin rows, over any number of their like."""
    joined = False
    for order in (range(len(lines)), reversed(range(len(lines)))):
        for i in order:
            joined = i in rows or (joined and "\t" in lines[i].text)
            if joined and i not in rows:
                yield i
        joined = False


def _spanning(
    lines: Sequence[Line], begun: Sequence[Numbered | None], rows: Collection[int]
) -> Iterator[int]:
    """The numbered lines between a row and a row of the same table."""
    between: list[int] = []
    below_row = False
    for i, line in enumerate(lines):
        if i in rows:
            if below_row and len(between) <= _MOST_SPANNING and not _HEAD.match(line.text):
                yield from between
            between, below_row = [], True
        elif begun[i] and not _SENTENCE.search(line.text):
            between.append(i)
        else:
            below_row = False
