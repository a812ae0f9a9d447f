"""The order of headings: where numbering jumps, repeats or starts again it is reported, never corrected."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from qcompare.models import Span, Suspect
from qcompare.parsing.headings import TITLE_LIMIT, Outline
from qcompare.parsing.lines import Line
from qcompare.parsing.schemes import DECIMAL, ITEM, LOOKAHEAD, PLACES, Numbered, numbered

# What lets a lower scheme start again: the caption of a box or table, or a subtitle without a number.
_CAPTION = re.compile(r"[^。；]{1,40}")
_NONE = 99  # below every rank


@dataclass(frozen=True, slots=True)
class _Last:
    """The last number of a scheme, and the line it stands on."""

    begun: Numbered
    line: int


@dataclass(slots=True)
class _Count:
    """The last number of each rank in a part, and the ranks that may start again."""

    last: dict[int, _Last] = field(default_factory=dict)
    anew: set[int] = field(default_factory=set)

    def take(self, begun: Numbered, line: int) -> None:
        self.last[begun.rank] = _Last(begun, line)
        self.anew.discard(begun.rank)
        self.let_restart(begun.rank + 1)

    def let_restart(self, highest: int) -> None:
        self.anew |= {rank for rank in self.last if rank >= highest}


def disorder(outline: Outline, starts: Collection[int], text: str) -> Iterator[Suspect]:
    """What is wrong with the headings of ``text``, in its order; lines in ``starts`` open a part."""
    found = (*_misnumbered(outline, starts), *_unparted(outline, text))
    return iter(sorted(found, key=lambda suspect: suspect.span))


def _unparted(outline: Outline, text: str) -> Iterator[Suspect]:
    """The numbers on a page without line ends behind which no title ends."""
    for i, (above, line) in enumerate(pairwise(outline.lines), start=1):
        begun = outline.begun[i]
        if begun is None or begun.rank > ITEM or outline.headings[i] or i in outline.listed:
            continue
        if "\n" not in Span(above.span.end, line.span.start).of(text):
            span = Span(line.span.start, min(line.span.end, line.span.start + TITLE_LIMIT))
            yield Suspect("layout", span.of(text), span, "a title that nothing parts from its body")


def _misnumbered(outline: Outline, starts: Collection[int]) -> Iterator[Suspect]:
    """The headings whose number is not the next one of their part.

    Numbered sentences count too, and numbers within the lines between, but no rows of tables or contents. A
    caption or subtitle without a number lets the lower schemes start again.
    """
    count = _Count()
    for i, (line, heading) in enumerate(zip(outline.lines, outline.headings, strict=True)):
        count = _Count() if i in starts else count
        begun = outline.begun[i]
        if begun is None:
            count.let_restart(DECIMAL if _CAPTION.fullmatch(line.text) else _NONE)
        elif i not in outline.listed and begun.value:
            reason = _fault(begun, count, outline.lines, i) if heading else None
            if heading and reason:
                text = line.text[: heading.span.end - heading.span.start]
                yield Suspect("layout", text, heading.span, reason)
            count.take(begun, i)


def _fault(this: Numbered, count: _Count, lines: Sequence[Line], i: int) -> str | None:
    """What is wrong with a number, if it is neither the next of its scheme nor the first below a heading."""
    last = count.last.get(this.rank)
    before = last.begun.value if last else 0
    begins = last is None or this.rank in count.anew
    if this.value == before + 1 or (this.value == 1 and begins):
        return None
    if this.value > 1 and _stands_in(this, lines[last.line if last else 0 : i]):
        return None
    if last is None or begins:
        return f"numbering begins at {this.number}"
    if this.value == before:
        return f"number {this.number} stands twice"
    verb = "restarts at" if this.value == 1 else "jumps to" if this.value > before else "goes back to"
    return f"numbering {verb} {this.number} after {last.begun.number}"


def _stands_in(this: Numbered, lines: Iterable[Line]) -> bool:
    """Whether the number before this one stands within one of the lines."""
    return any(
        begun is not None and (begun.rank, begun.value) == (this.rank, this.value - 1)
        for line in lines
        for place in PLACES.finditer(line.text)
        if (begun := numbered(line.text[place.start() : place.start() + LOOKAHEAD]))
    )
