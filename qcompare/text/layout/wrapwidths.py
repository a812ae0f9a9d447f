"""Widths that a text was wrapped at, told by the breaks that prove that they stand inside sentences."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress

from qcompare.text.layout.rows import Break

SLACK, TIGHT = 3, 1  # characters that a full line may lack: within a sentence, behind one
_NARROWEST = 14  # characters of a line that was wrapped at a width
_LONG = 25  # characters of a line that is no heading if it has clauses
_MARKS = frozenset("，。；")
_FEWEST, _SHARE = 2, 0.2  # breaks that bear out a width, their share of all that prove themselves
_MOST_WIDTHS = 4  # of one text
_WIDE = (1, 2, 3)  # wrapped by characters, by columns, by bytes
_UNCUT = re.compile("[A-Za-z0-9.,%-]{0,40}")  # what stays whole at the end of a line


@dataclass(frozen=True, slots=True)
class _Width:
    """A width that lines were wrapped at, with characters beyond ASCII counted ``wide`` and others 1."""

    full: int
    wide: int

    def missing(self, at: Break) -> int:
        """What the line above lacks."""
        return self.full - at.above.width(self.wide)

    def is_reached(self, at: Break, slack: int) -> bool:
        """Whether it lacks less than ``slack`` characters, what could not be cut, and wide blanks."""
        uncut, blank = _UNCUT.match(at.below.text), at.above.indent * (self.wide - 1)
        reach, room = slack * self.wide, len(uncut.group()) if uncut else 0
        return -reach <= self.missing(at) < max(reach, room) + blank


@dataclass(frozen=True, slots=True)
class Layout:
    """How a text is laid out, as far as the breaks tell that prove themselves.

    ``widths`` are those that its lines were wrapped at; ``indent`` and ``blanks`` are what its lines go on
    with; ``indented`` and ``spaced`` say that paragraphs begin with more.
    """

    widths: tuple[_Width, ...]
    indent: int
    blanks: int
    indented: bool
    spaced: bool

    def fills(self, at: Break, slack: int) -> bool:
        """Whether the line above is full: fewer than ``slack`` characters are missing."""
        return any(width.is_reached(at, slack) for width in self.widths)

    def exceeded(self, at: Break) -> bool:
        """Whether the line above is longer than what was wrapped, as all are where nothing was."""
        return all(width.missing(at) < -SLACK * width.wide for width in self.widths)

    def begins(self, at: Break) -> bool:
        """Whether the line below stands as only the first line of a paragraph does."""
        apart = at.blanks > self.blanks and not at.paged
        return at.below.indent > self.indent or (apart and (at.closed or self.spaced))


def layout_of(breaks: Sequence[Break], proven: Sequence[bool]) -> Layout:
    """The layout of a text with these breaks, of which some are ``proven`` to stand inside sentences."""
    cut = list(compress(breaks, proven))
    indent, blanks = _usual(at.below.indent for at in cut), _usual(at.blanks for at in cut)
    stopped = [at for at, is_proven in zip(breaks, proven, strict=True) if is_proven or _stops_short(at)]
    widths = tuple(_widths(breaks, stopped))
    ends = [at for at in breaks if at.closed and not any(width.is_reached(at, TIGHT) for width in widths)]
    indented = 2 * sum(at.below.indent > indent for at in ends) > len(ends)
    spaced = 2 * sum(at.blanks > blanks for at in ends) > len(ends)
    return Layout(widths, indent, blanks, indented, spaced)


def _stops_short(at: Break) -> bool:
    """Whether a line of several clauses ends in none: one may, but hardly several of one width."""
    text = at.above.text
    return not (at.closed or at.numbered or at.parted or len(text) < _LONG or _MARKS.isdisjoint(text))


def _usual(numbers: Iterable[int]) -> int:
    """The most frequent one, 0 for none."""
    return next((number for number, _ in Counter(numbers).most_common(1)), 0)


def _widths(breaks: Sequence[Break], cut: Sequence[Break]) -> Iterator[_Width]:
    """The widths that lines were wrapped at, counted in the way, or ways, that most lines keep to closely.

    ``cut`` are the breaks that seem to stand inside sentences.
    """
    long = [at for at in cut if len(at.above.text) >= _NARROWEST]
    if len(long) < _FEWEST:
        return
    found = [_borne_out(breaks, long, wide) for wide in _WIDE]
    most = max(close for _, close in found)
    for widths, close in found:
        if close == most:
            yield from widths


def _borne_out(breaks: Sequence[Break], cut: Sequence[Break], wide: int) -> tuple[list[_Width], int]:
    """The widths that bear one another out if counted so, and how many lines keep to them closely.

    Of all the lines of the text, few are longer than a width that lines were wrapped at.
    """
    counts = Counter(at.above.width(wide) for at in cut)
    lengths = sorted(at.above.width(wide) for at in breaks)
    needed = max(_FEWEST, len(cut) * _SHARE)
    found, close = [], 0
    for width, _ in counts.most_common(_MOST_WIDTHS):
        near = {off: counts.pop(width + off, 0) for off in range(-wide * TIGHT, wide * TIGHT + 1)}
        number, longer = sum(near.values()), len(lengths) - bisect_right(lengths, width + wide * SLACK)
        if number >= max(needed, longer):
            found.append(_Width(width, wide))
            close += sum(count for off, count in near.items() if abs(off) < wide)
    return found, close
