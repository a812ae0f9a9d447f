"""Clean text to Plan: every character in one heading, one unit, or white space between."""

from __future__ import annotations

import heapq
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from qcompare.models import CleanText, Coverage, Plan, Section, Source, Span, Unit
from qcompare.parsing.flattened import apart
from qcompare.parsing.furniture import furniture
from qcompare.parsing.headings import Heading, Outline, outline
from qcompare.parsing.lines import lines_of, numbers_joined
from qcompare.parsing.metadata import read_metadata
from qcompare.parsing.parts import parts
from qcompare.parsing.sequence import disorder

# A sentence ends with 。！？ and the quotes and brackets that close behind it; ； does not end one.
# A title in 《》 may hold such a mark.
_SENTENCE = re.compile(r"(?:《[^《》]{1,60}》|[^。！？])*(?:(?:[。！？]+[”’」』》）)\]】]*)+|$)")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of text before it has an address.

    ``part`` labels the part that it opens; sections of the ``rank`` of its number and below end before it.
    """

    span: Span
    heading: Heading | None = None
    chrome: bool = False
    part: str | None = None
    rank: int | None = None


def parse(clean: CleanText, source: Source, given: Mapping[str, object], stem: str) -> Plan:
    """The plan in a cleaned text; ``given`` overrides metadata, ``stem`` names a plan that names no city."""
    lines = tuple(lines_of(clean.text))
    outside = furniture(lines, paged=source.format == "pdf")
    inside = (line for i, line in enumerate(lines) if i not in outside)
    read = outline(tuple(apart(numbers_joined(inside, clean.text))))
    opened = {part.start: part.label for part in parts(read.lines, read.headings)}
    chrome = (_Piece(lines[i].span, chrome=True) for i in sorted(outside))
    pieces = heapq.merge(chrome, _pieces(clean.text, read, opened), key=_start)
    sections, units = _addressed(pieces, clean)
    return Plan(
        meta=read_metadata(units, sections, clean.text, given, stem),
        source=source,
        text=clean.text,
        sections=sections,
        units=units,
        repairs=clean.repairs,
        suspects=(*clean.suspects, *disorder(read, opened, clean.text)),
        coverage=coverage(clean.text, sections, units),
    )


def _start(piece: _Piece) -> int:
    return piece.span.start


def _pieces(text: str, read: Outline, opened: Mapping[int, str]) -> Iterator[_Piece]:
    """The headings and sentences of a document; a row of a table is whole."""
    for i, (line, heading) in enumerate(zip(read.lines, read.headings, strict=True)):
        body = Span(heading.span.end if heading else line.span.start, line.span.end)
        spans = [body] if i in read.rows else sentences(text, body)
        pieces = [_Piece(heading.span, heading)] if heading else []
        begun = read.begun[i] if i not in read.listed else None
        first, *others = *pieces, *map(_Piece, spans)
        yield replace(first, part=opened.get(i), rank=begun.rank if begun else None)
        yield from others


def sentences(text: str, span: Span) -> Iterator[Span]:
    """The sentences in a stretch of one line, without the blanks between them."""
    for match in _SENTENCE.finditer(text, span.start, span.end):
        sentence = match.group()
        if stripped := sentence.strip():
            at = match.start() + sentence.index(stripped[0])
            yield Span(at, at + len(stripped))


def _addressed(pieces: Iterable[_Piece], clean: CleanText) -> tuple[tuple[Section, ...], tuple[Unit, ...]]:
    """Sections and units with ids, parents and references, in the order of the text.

    Where a part opens, no section goes on; nor does one of equal or lower rank where a numbered sentence
    stands. Units outside of sections are counted through, by label.
    """
    sections: list[Section] = []
    units: list[Unit] = []
    trail: list[tuple[int, Section]] = []
    taken: Counter[str] = Counter()
    paragraphs: Counter[str] = Counter()
    label = ""
    for piece in pieces:
        if piece.part is not None:
            label, trail = piece.part, []
        if piece.rank:
            trail = [(rank, above) for rank, above in trail if rank < piece.rank]
        if piece.heading:
            parent = trail[-1][1] if trail else None
            section = _section(piece.heading, len(sections) + 1, parent, label, taken)
            trail.append((piece.heading.rank, section))
            sections.append(section)
        else:
            above = trail[-1][1] if trail else None
            at = above.ref if above else label
            paragraphs[at] += 1
            units.append(_unit(piece, len(units) + 1, above, f"{at} ¶{paragraphs[at]}".strip(), clean))
    return tuple(sections), tuple(units)


def _section(heading: Heading, n: int, parent: Section | None, label: str, taken: Counter[str]) -> Section:
    """The section of a heading; where numbers come again in a part, the reference differs: 一#2."""
    ref = (parent.ref if parent else f"{label}:" if label else "") + heading.ref
    taken[ref] += 1
    return Section(
        id=f"s{n:03}",
        parent=parent.id if parent else None,
        level=parent.level + 1 if parent else 1,
        number=heading.number,
        title=heading.title,
        span=heading.span,
        ref=ref if taken[ref] == 1 else f"{ref}#{taken[ref]}",
    )


def _unit(piece: _Piece, n: int, section: Section | None, ref: str, clean: CleanText) -> Unit:
    return Unit(
        id=f"u{n:03}",
        section=section.id if section else None,
        ref=ref,
        text=piece.span.of(clean.text),
        span=piece.span,
        source_span=clean.offsets.source_span(piece.span),
        chrome=piece.chrome,
    )


def coverage(text: str, sections: Sequence[Section], units: Sequence[Unit]) -> Coverage:
    """The account of all characters. White space is counted for itself, so that the sum proves something."""
    outside = [unit.span for unit in units if unit.chrome]
    inside = [unit.span for unit in units if not unit.chrome]
    titles = [section.span for section in sections]
    held = "".join(span.of(text) for span in (*outside, *inside, *titles))
    return Coverage(
        characters=len(text),
        in_units=_length(inside),
        in_headings=_length(titles),
        in_chrome=_length(outside),
        whitespace=_blanks(text) - _blanks(held),
    )


def _length(spans: Iterable[Span]) -> int:
    return sum(span.end - span.start for span in spans)


def _blanks(text: str) -> int:
    return sum(map(str.isspace, text))
