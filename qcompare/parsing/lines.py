"""Lines of a text with their place; blanks at both ends belong to no line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from qcompare.models import Span


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
