"""Rows of shares as lines: pillars over their topics, the largest topics, and what is left out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from qcompare.models import TopicCell, TopicRow
from qcompare.rendering.document import Block, Cell, Paragraph, Tone
from qcompare.rendering.views.figures import percent
from qcompare.rendering.views.voice import Voice

_PARTING = re.compile(r"-(?=\d)")  # as the lines of a table are folded


@dataclass(frozen=True, slots=True)
class Line:
    """A pillar (``strong``) or a topic, with what each plan has on it."""

    label: str
    cells: tuple[TopicCell, ...]
    tone: Tone
    strong: bool

    @property
    def shares(self) -> tuple[float, ...]:
        """The share of it in each plan."""
        return tuple(cell.share for cell in self.cells)

    @property
    def head(self) -> Cell:
        """The first cell of its row."""
        return Cell("", self.tone, lead=self.label) if self.strong else Cell(f"  {self.label}")


def spoken_of(rows: Iterable[TopicRow]) -> list[TopicRow]:
    """The rows of topics that at least one plan speaks of."""
    return [row for row in rows if any(_shares(row))]


def largest(rows: Sequence[TopicRow], limit: int | None, voice: Voice) -> list[TopicRow]:
    """The ``limit`` rows with the greatest share in any plan, the first of each pillar before all others.

    Topics that are a pillar of their own show as such, and do not count.
    """
    ranked = sorted((row for row in rows if not _alone(row, voice)), key=lambda row: -max(_shares(row)))
    leading = {voice.taxonomy.pillar_of(row.topic): row for row in reversed(ranked)}
    ranked.sort(key=lambda row: row not in leading.values())
    return [row for row in rows if _alone(row, voice) or row in ranked[:limit]]


def lines(
    rows: Sequence[TopicRow], kept: Sequence[TopicRow], known: Collection[str], voice: Voice
) -> list[Line]:
    """Pillars in the order of the taxonomy, each over its topics; one that is its only topic stands alone.

    Under a filter not all topics are ``known``, and a pillar that lacks some has no share to show.
    """
    pillars: dict[str, list[TopicRow]] = {}
    for row in rows:
        pillars.setdefault(voice.taxonomy.pillar_of(row.topic), []).append(row)
    drawn: list[Line] = []
    for pillar, inside in pillars.items():
        tone = voice.tone(inside[0].topic)
        if all(topic.id in known for topic in voice.taxonomy.topics if topic.pillar == pillar):
            sums = tuple(map(_summed, zip(*(row.cells for row in inside), strict=True)))
            drawn.append(Line(voice.pillar(pillar), sums, tone, strong=True))
        topics = [row for row in inside if row in kept and not _alone(row, voice)]
        drawn += [Line(voice.topic(row.topic), row.cells, tone, strong=False) for row in topics]
    return drawn


def notes(empty: int, small: Sequence[TopicRow], voice: Voice) -> list[Block]:
    """How many topics nobody speaks of, and how many small ones are left out."""
    said = [voice.say("coverage.empty", count=empty)] if empty else []
    if small:
        most = max(share for row in small for share in _shares(row))
        said.append(voice.say("coverage.small", count=len(small), share=percent(most)))
    return [Paragraph(voice.sentences(said), "dim")] if said else []


def longest_part(name: str) -> int:
    """The room for the longest part of a name, which is parted where a hyphen stands before a figure."""
    parts = _PARTING.split(name)
    return max(2 * len(part) if ord(part[0]) > 0x7F else len(part) + 1 for part in parts if part)


def _shares(row: TopicRow) -> tuple[float, ...]:
    return tuple(cell.share for cell in row.cells)


def _summed(cells: Sequence[TopicCell]) -> TopicCell:
    return TopicCell(
        units=tuple(chain.from_iterable(cell.units for cell in cells)),
        characters=sum(cell.characters for cell in cells),
        share=sum(cell.share for cell in cells),
        targets=tuple(chain.from_iterable(cell.targets for cell in cells)),
    )


def _alone(row: TopicRow, voice: Voice) -> bool:
    return row.topic == voice.taxonomy.pillar_of(row.topic)
