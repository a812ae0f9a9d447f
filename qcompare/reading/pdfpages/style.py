"""How a document sets its paragraphs, seen from lines whose relation is plain."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from qcompare.reading.pdfpages.places import Leaf, Placed

SLACK = 0.3  # ems that a full line may leave beyond the room that the next word would need
FAR = 3.0  # ems between lines that belong to two paragraphs for certain
_INDENT = (1.0, 5.0)  # ems that a paragraph may be indented by
_ENDED = 3.0  # ems that a line which ends a paragraph leaves for certain
_MOSTLY = 0.6  # share of the paragraphs that are indented, where all are meant to be
_LONGEST = 0.6  # times the width of the column, above which a word may be broken


@dataclass(frozen=True, slots=True)
class Style:
    """How paragraphs are set: the usual distance of lines by size, the indent, the size of most text."""

    leading: Mapping[float, float]
    indent: float | None
    size: float


def style_of(leaves: Sequence[Leaf]) -> Style:
    """What lines have in common that follow a full line, or one that surely ends a paragraph."""
    placed = [part for leaf in leaves for part in leaf.parts if isinstance(part, Placed)]
    gaps: defaultdict[int, list[float]] = defaultdict(list)
    starts = []
    for last, part in pairwise(placed):
        gap = part.line.base - last.line.base
        if last.place == part.place and is_full(last, part) and 0 < gap < FAR * part.line.size:
            gaps[round(part.line.size)].append(gap)
        if last.room > _ENDED:
            starts.append(part.indent)
    sizes = Counter[float]()
    for part in placed:
        sizes[part.line.size] += len(part.line.text)
    indents = [indent for indent in starts if _INDENT[0] < indent < _INDENT[1]]
    return Style(
        {size: median(found) for size, found in gaps.items()},
        median(indents) if len(indents) > _MOSTLY * len(starts) else None,
        max(sizes, key=sizes.__getitem__, default=1.0),
    )


def is_full(last: Placed, placed: Placed) -> bool:
    """Whether what stands first in the next line had no room in this one."""
    return placed.line.clings or last.room < head_of(placed) + SLACK


def head_of(placed: Placed) -> float:
    """The width in ems of what is never broken."""
    width = placed.margins.right - placed.margins.left
    return min(placed.line.head, _LONGEST * width) / placed.line.size
