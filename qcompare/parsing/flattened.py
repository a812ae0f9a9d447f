"""Headings that share a line: where line ends were lost, lines are cut before the next number in turn."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from qcompare.models import Span
from qcompare.parsing.headings import DECIMAL, TITLE_LIMIT, numbered
from qcompare.parsing.lines import Line
from qcompare.text.numerals import parse_numeral

_LOOKAHEAD = 20  # characters: enough for any number and what must not follow it
# Where a number may stand within a line: behind a mark or a blank, and （一） behind any character.
_PLACES = re.compile(
    r"(?<=[。！？：；，:;,”’」』》）)\] ])(?=[第（(一二三四五六七八九十\d])|(?=[（(]\s*一\s*[）)])"
)
_CLOSED = re.compile(r"[。！？][”’」』》）)\]]* *$")
_LOOSE = re.compile(r"[”’」』》）)\] ]$")
_OPEN_TITLE = re.compile(rf"[^。！？：；]{{1,{TITLE_LIMIT}}}")

_Number = tuple[int, float]  # the rank of its scheme, and its value


@dataclass(slots=True)
class _Turn:
    """Whose turn it is: the last number of each rank, and the rank of the last one of all."""

    last: dict[int, float] = field(default_factory=dict)
    rank: int = 0

    def take(self, number: _Number | None) -> None:
        if number:
            self.rank = number[0]
            self.last[self.rank] = number[1]

    def is_next(self, number: _Number) -> bool:
        rank, value = number
        return value == self.last.get(rank, 0) + 1 or (value == 1 and rank > self.rank)


def apart(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, each cut before the headings that follow on it.

    A number counts if it is the next of its kind, or the first below the heading that it follows, and if
    there is room for a heading. So a list within a sentence stays in it, and so do (1) and ①.
    """
    turn = _Turn()
    for line in lines:
        turn.take(_number(line.text))
        yield from _pieces(line, _cuts(line.text, turn))


def _number(text: str) -> _Number | None:
    begun = numbered(text)
    if begun is None or begun.scheme.rank > DECIMAL:
        return None
    return begun.scheme.rank, parse_numeral(begun.number) or 0


def _cuts(text: str, turn: _Turn) -> Sequence[int]:
    """Where headings begin in a line; what goes on after a refused number is a list within a sentence."""
    cuts = [0]
    refused: dict[int, float] = {}
    for place in _PLACES.finditer(text, 1):
        number = _number(text[place.start() : place.start() + _LOOKAHEAD])
        if number is None:
            continue
        listed = refused.pop(number[0], None) == number[1] - 1
        if not listed and turn.is_next(number) and _has_room(text, cuts[-1], place.start(), number):
            turn.take(number)
            cuts.append(place.start())
        else:
            refused[number[0]] = number[1]
    return cuts


def _has_room(text: str, start: int, at: int, number: _Number) -> bool:
    """Whether a heading can begin at ``at`` in a line, of which ``start`` is where the one before it began.

    It can behind a sentence, behind a title that nothing closes, and behind a blank or bracket, as in
    （市发展改革委负责）（二）; but behind these no 1., which may be a figure.
    """
    before = text[max(start, at - _LOOKAHEAD) : at]
    if _CLOSED.search(before) or (_LOOSE.search(before) and number != (DECIMAL, 1)):
        return True
    title = text[start:at] if at - start < TITLE_LIMIT + _LOOKAHEAD else ""
    above = numbered(title)
    return above is not None and _OPEN_TITLE.fullmatch(title, above.rest) is not None


def _pieces(line: Line, cuts: Sequence[int]) -> Iterator[Line]:
    for start, end in pairwise((*cuts, len(line.text))):
        text = line.text[start:end].rstrip()
        yield Line(text, Span(line.span.start + start, line.span.start + start + len(text)))
