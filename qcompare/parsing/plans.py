"""Clean text to Plan: every character in one heading, one unit, or white space between."""

from __future__ import annotations

import heapq
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from qcompare.models import CleanText, Coverage, Plan, Section, Source, Span, Unit
from qcompare.parsing.flattened import apart
from qcompare.parsing.furniture import furniture
from qcompare.parsing.headings import Heading, headings
from qcompare.parsing.lines import Line, lines_of
from qcompare.parsing.metadata import read_metadata

# A sentence ends with 。！？ and the quotes and brackets that close behind it; ； does not end one.
_SENTENCE = re.compile(r"[^。！？]*(?:(?:[。！？]+[”’」』》）)\]】]*)+|$)")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of text before it has an address."""

    span: Span
    heading: Heading | None = None
    chrome: bool = False


def parse(clean: CleanText, source: Source, given: Mapping[str, object], stem: str) -> Plan:
    """The plan in a cleaned text; ``given`` overrides metadata, ``stem`` names a plan that names no city."""
    sections, units = _addressed(_pieces(clean.text), clean)
    return Plan(
        meta=read_metadata(units, sections, clean.text, given, stem),
        source=source,
        text=clean.text,
        sections=sections,
        units=units,
        repairs=clean.repairs,
        suspects=clean.suspects,
        coverage=coverage(clean.text, sections, units),
    )


def _pieces(text: str) -> Iterator[_Piece]:
    lines = tuple(lines_of(text))
    outside = furniture(lines)
    document = tuple(apart(line for i, line in enumerate(lines) if i not in outside))
    found = zip(document, headings(document), strict=True)
    inside = (piece for line, heading in found for piece in _cut(text, line, heading))
    return heapq.merge((_Piece(lines[i].span, chrome=True) for i in sorted(outside)), inside, key=_start)


def _start(piece: _Piece) -> int:
    return piece.span.start


def _cut(text: str, line: Line, heading: Heading | None) -> Iterator[_Piece]:
    if heading:
        yield _Piece(heading.span, heading)
    body = Span(heading.span.end if heading else line.span.start, line.span.end)
    yield from (_Piece(span) for span in sentences(text, body))


def sentences(text: str, span: Span) -> Iterator[Span]:
    """The sentences in a stretch of one line, without the blanks between them."""
    for match in _SENTENCE.finditer(text, span.start, span.end):
        sentence = match.group()
        if stripped := sentence.strip():
            at = match.start() + sentence.index(stripped[0])
            yield Span(at, at + len(stripped))


def _addressed(pieces: Iterable[_Piece], clean: CleanText) -> tuple[tuple[Section, ...], tuple[Unit, ...]]:
    """Sections and units with ids, parents and references, in the order of the text."""
    sections: list[Section] = []
    units: list[Unit] = []
    trail: list[tuple[int, Section]] = []
    taken: Counter[str] = Counter()
    paragraph = 0
    for piece in pieces:
        if piece.heading:
            trail = [(rank, above) for rank, above in trail if rank < piece.heading.rank]
            section = _section(piece.heading, len(sections) + 1, trail[-1][1] if trail else None, taken)
            trail.append((piece.heading.rank, section))
            sections.append(section)
            paragraph = 0
        else:
            paragraph += 1
            units.append(_unit(piece, len(units) + 1, trail[-1][1] if trail else None, paragraph, clean))
    return tuple(sections), tuple(units)


def _section(heading: Heading, n: int, parent: Section | None, taken: Counter[str]) -> Section:
    """The section of a heading; where numbers start again, as in an annex, the reference differs: 一#2."""
    ref = (parent.ref if parent else "") + heading.ref
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


def _unit(piece: _Piece, n: int, section: Section | None, paragraph: int, clean: CleanText) -> Unit:
    return Unit(
        id=f"u{n:03}",
        section=section.id if section else None,
        ref=f"{section.ref} ¶{paragraph}" if section else f"¶{paragraph}",
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
