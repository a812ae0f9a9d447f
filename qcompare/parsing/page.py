"""A page as metadata looks at it: its rows, those ahead of the body, its text, its record."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from qcompare.models import Section, Span, Unit
from qcompare.parsing.headmatter import Record, Row, head_of, read_record
from qcompare.parsing.lines import Line, lines_of
from qcompare.parsing.runin import run_in_lines

_LONG = 200  # characters: a longer line may be a page that lost its line ends, and is taken apart at blanks
_FLAT = 3  # headings on a line: it lost all its line ends


@dataclass(frozen=True, slots=True)
class Page:
    """``head`` are the ``rows`` ahead of the first heading; ``body`` is the text without furniture.

    ``begun`` is the first row of the head that is a sentence, or None.
    """

    rows: tuple[Row, ...]
    head: tuple[Row, ...]
    body: str
    record: Record
    begun: int | None


def page_of(text: str, units: Sequence[Unit], sections: Sequence[Section]) -> Page:
    """The page of a cleaned text that was cut into ``units`` and ``sections``."""
    rows = _rows(text, units, sections)
    head = head_of(rows, sections)
    body = "\n".join(row.text for row in rows if not row.chrome)
    begun = next((i for i, row in enumerate(head) if not row.chrome and "。" in row.text), None)
    return Page(rows, head, body, read_record(rows), begun)


def _rows(text: str, units: Sequence[Unit], sections: Sequence[Section]) -> tuple[Row, ...]:
    """The lines of a text in order, page furniture among them."""
    furniture = {position for u in units if u.chrome for position in (u.span.start, u.span.end - 1)}
    opening = {section.span.start for section in sections}
    headed = sorted(opening)
    lines = tuple(lines_of(text))
    return tuple(
        Row(line.text, line.span, line.span.start in furniture, line.span.start in opening)
        for whole in lines
        for line in _pieces(whole, is_flat=len(lines) == 1 or _holds(headed, whole.span) >= _FLAT)
    )


def _holds(starts: Sequence[int], span: Span) -> int:
    return bisect_left(starts, span.end) - bisect_left(starts, span.start)


def _pieces(line: Line, *, is_flat: bool) -> Iterator[Line]:
    """A line, or the pieces of a long one: the lines that it held, and what blanks part."""
    if len(line.text) <= _LONG:
        yield line
        return
    cuts = run_in_lines(line.text) if is_flat else (0,)
    for start, end in pairwise((*cuts, len(line.text))):
        pattern = r"\S(?:.*\S)?" if end - start <= _LONG and len(cuts) > 1 else r"\S+"
        for match in re.finditer(pattern, line.text[start:end], re.DOTALL):
            at = line.span.start + start + match.start()
            yield Line(match.group(), Span(at, at + len(match.group())))
