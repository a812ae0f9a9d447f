"""Pages as lines and tables, what repeats at the head and foot of each page set apart from what runs on."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, takewhile

from qcompare.reading.pdfpages.drawing import Rule
from qcompare.reading.pdfpages.grids import merged
from qcompare.reading.pdfpages.lines import Line, between_scripts, lines_of
from qcompare.reading.pdfpages.pages import Page
from qcompare.reading.pdfpages.tables import Box, Table, tables_of

_ZONE = 3  # lines at the top and at the bottom of a page that may repeat
_REPEATED = 0.3  # share of the pages on which they do, two at least
_SPOT = 8.0  # points by which their places may differ
_SMALL = 0.92  # times the size of the page's text: footnotes
_DASHES = r"[-—–－―─·•~\s]*"
_PAGE_NUMBER = re.compile(
    rf"{_DASHES}(?:\d{{1,4}}|[ivxlcIVXLC]{{1,7}}){_DASHES}"
    r"|(?:第|Page)\s*\d+\s*页?|(?:第|Page)?\s*\d+\s*页?\s*(?:[/／]|[,，]?\s*共|of)\s*\d+\s*页?"
)
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page's lines from top to bottom and its tables.

    ``head``, ``foot`` and ``notes`` (footnotes) are set apart from ``lines``; ``strays`` are lines written in
    another direction than most; ``rules`` are drawn across. ``left`` and ``right`` are the paper's edges,
    ``pictured`` is the share of it under pictures.
    """

    number: int
    left: float
    right: float
    pictured: float
    lines: tuple[Line, ...]
    tables: tuple[Table, ...]
    boxes: tuple[Box, ...]
    rules: tuple[Rule, ...]
    strays: tuple[Line, ...]
    head: tuple[Line, ...] = ()
    notes: tuple[Line, ...] = ()
    foot: tuple[Line, ...] = ()


def sheet_of(page: Page) -> Sheet:
    """The page's characters as lines and tables, each once."""
    main = page.layers[0] if page.layers else ()
    tables, free, boxes = tables_of(page.rules, main)
    between = between_scripts(main)
    strays = chain.from_iterable(lines_of(glyphs, between) for glyphs in page.layers[1:])
    lines = lines_of(free, between)
    rules = tuple(rule for rule in merged(page.rules) if rule.across)
    return Sheet(
        page.number, page.left, page.right, page.pictured, lines, tables, boxes, rules, tuple(strays)
    )


def trimmed(sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """The sheets, page numbers, running heads and footnotes set apart."""
    repeats = _repeats(sheets)
    return tuple(_trimmed(sheet, repeats) for sheet in sheets)


def _trimmed(sheet: Sheet, repeats: frozenset[_Spot]) -> Sheet:
    top = min((table.top for table in sheet.tables), default=float("inf"))
    bottom = max((table.bottom for table in sheet.tables), default=float("-inf"))
    head = _furniture(takewhile(lambda line: line.base < top, sheet.lines), 1, repeats)
    rest = sheet.lines[len(head) :]
    foot = _furniture(takewhile(lambda line: line.base > bottom, reversed(rest)), -1, repeats)[::-1]
    rest = rest[: len(rest) - len(foot)]
    notes = _notes([line for line in rest if line.base > bottom])
    return replace(sheet, head=head, lines=rest[: len(rest) - len(notes)], notes=notes, foot=foot)


def _notes(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The last lines, if they are smaller than most."""
    sizes = Counter[float]()
    for line in lines:
        sizes[line.size] += len(line.text)
    small = _SMALL * max(sizes, key=sizes.__getitem__, default=0.0)
    return tuple(takewhile(lambda line: line.size < small, reversed(lines)))[::-1]


# --- what repeats -------------------------------------------------------------------------------------

_Spot = tuple[str, int, int]  # wording, which line from the top (1, 2, …) or bottom (-1, -2, …), place


def _repeats(sheets: Sequence[Sheet]) -> frozenset[_Spot]:
    """Lines that stand at one place at the top or bottom of several pages, whatever their numbers."""
    seen = Counter(chain.from_iterable(map(_spots, sheets)))
    enough = max(2.0, _REPEATED * len(sheets))
    return frozenset(spot for spot, count in seen.items() if count >= enough)


def _spots(sheet: Sheet) -> set[_Spot]:
    top, bottom = _ranked(sheet.lines, 1), _ranked(reversed(sheet.lines), -1)
    return {spot for rank, line in chain(top, bottom) for spot in _spots_of(line, rank)}


def _ranked(lines: Iterable[Line], step: int) -> Iterator[tuple[int, Line]]:
    """The outermost lines, numbered from the edge of the page."""
    return zip(range(step, (_ZONE + 1) * step, step), lines, strict=False)


def _spots_of(line: Line, rank: int) -> tuple[_Spot, _Spot]:
    """A line's wording and place: two places that overlap, so that a small shift does not part two lines."""
    text, place = _DIGITS.sub("0", line.text), line.base / _SPOT
    return (text, rank, 2 * math.floor(place)), (text, rank, 2 * math.floor(place + 0.5) + 1)


def _furniture(lines: Iterable[Line], step: int, repeats: frozenset[_Spot]) -> tuple[Line, ...]:
    """The lines from an edge on that are page numbers or repeat."""
    numbered = takewhile(
        lambda item: (
            _PAGE_NUMBER.fullmatch(item[1].text) or not repeats.isdisjoint(_spots_of(item[1], item[0]))
        ),
        _ranked(lines, step),
    )
    return tuple(line for _, line in numbered)
