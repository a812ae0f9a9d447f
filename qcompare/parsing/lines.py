"""Lines of a text with their place; blanks at both ends belong to no line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from qcompare.models import Span

# The number of a heading that stands on a line of its own: 一、 or （一）; not 1, which may be a cell.
_NUMBER = re.compile(
    r"第\s*[一二三四五六七八九十百零〇\d]{1,6}\s*[编篇章节条]|第[一二三四五六七八九十]部分|[一二三四五六七八九十百]{1,4}\s*[、．]"
    r"|[（(]\s*[一二三四五六七八九十百]{1,4}\s*[）)]|\d{1,2}\s*[、.．]|[（(]\s*\d{1,2}\s*[）)]"
)
_LONGEST = 45  # characters of a title below its number


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its text without outer blanks, and where that text stands."""

    text: str
    span: Span


def lines_of(text: str) -> Iterator[Line]:
    """The lines of ``text`` that hold more than blanks, in order."""
    start = 0
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            at = start + raw.index(stripped[0])
            yield Line(stripped, Span(at, at + len(stripped)))
        start += len(raw) + 1


def numbers_joined(lines: Iterable[Line], text: str) -> Iterator[Line]:
    """The lines, a number that stands alone as one with the short line below it; ``text`` holds them."""
    alone: Line | None = None
    for line in lines:
        if alone and _is_title_below(alone, line, text):
            span = Span(alone.span.start, line.span.end)
            yield Line(span.of(text), span)
            alone = None
        else:
            yield from [alone] if alone else []
            alone = line if _NUMBER.fullmatch(line.text) else None
            yield from [] if alone else [line]
    yield from [alone] if alone else []


def _is_title_below(number: Line, line: Line, text: str) -> bool:
    is_title = len(line.text) < _LONGEST and "\t" not in line.text and not _NUMBER.match(line.text)
    return is_title and Span(number.span.end, line.span.start).of(text).isspace()
