"""How much of its text each plan gives to each pillar and topic."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from qcompare.models import TopicRow
from qcompare.rendering.document import Block, Cell, Column, Heading, Paragraph, Table, Tone
from qcompare.rendering.views.figures import bar, percent
from qcompare.rendering.views.layout import NARROW
from qcompare.rendering.views.scope import Scope
from qcompare.rendering.views.voice import Voice

_BARS = {2: 18, 3: 11, 4: 7, 5: 4}  # by number of plans, so that the table fits 80 display columns
_SHORTEST = 3
_FIGURE = 5  # columns before the bar
_TOPICS_TO_TEN = 10  # so many topics go with a list of 10 counterparts


@dataclass(frozen=True, slots=True)
class _Line:
    """A pillar or a topic, with its share in each plan."""

    label: str
    shares: tuple[float, ...]
    tone: Tone
    strong: bool


def blocks(scope: Scope) -> list[Block]:
    """A table of shares with bars; within a limit the largest topics, and how many are left out."""
    voice, topics = scope.voice, scope.comparison.topics
    filled = [row for row in topics if any(_shares(row))]
    kept = _largest(filled, scope.few(_TOPICS_TO_TEN), voice)
    lines = _lines(filled, kept, {row.topic for row in topics}, voice)
    top = max((share for line in lines for share in line.shares), default=1.0)
    size = _BARS.get(len(scope.columns), _SHORTEST) * scope.width // NARROW
    plans = (Column(name, width=max(_FIGURE + size, _longest(name))) for name in scope.names)
    header = (Column(voice.say("column.pillar_topic"), width=32), *plans)
    table = Table(header, tuple(_row(line, top, size) for line in lines))
    notes = _notes(len(topics) - len(filled), [row for row in filled if row not in kept], voice)
    return [Heading(2, voice.say("coverage.heading")), table, *notes]


def _longest(name: str) -> int:
    """The room for the longest part of a name that is parted at its hyphens."""
    return max(2 * len(part) if ord(part[0]) > 0x7F else len(part) + 1 for part in name.split("-"))


def _shares(row: TopicRow) -> tuple[float, ...]:
    return tuple(cell.share for cell in row.cells)


def _largest(rows: Sequence[TopicRow], limit: int | None, voice: Voice) -> list[TopicRow]:
    """The ``limit`` rows with the greatest share in any plan, the first of each pillar before all others.

    Topics that are a pillar of their own show as such, and do not count.
    """
    ranked = sorted((row for row in rows if not _alone(row, voice)), key=lambda row: -max(_shares(row)))
    leading = {voice.taxonomy.pillar_of(row.topic): row for row in reversed(ranked)}
    ranked.sort(key=lambda row: row not in leading.values())
    return [row for row in rows if _alone(row, voice) or row in ranked[:limit]]


def _alone(row: TopicRow, voice: Voice) -> bool:
    return row.topic == voice.taxonomy.pillar_of(row.topic)


def _lines(
    rows: Sequence[TopicRow], kept: Sequence[TopicRow], known: Collection[str], voice: Voice
) -> list[_Line]:
    """Pillars in the order of the taxonomy, each over its topics; one that is its only topic stands alone.

    Under a filter not all topics are ``known``, and a pillar that lacks some has no share to show.
    """
    pillars: dict[str, list[TopicRow]] = {}
    for row in rows:
        pillars.setdefault(voice.taxonomy.pillar_of(row.topic), []).append(row)
    lines: list[_Line] = []
    for pillar, inside in pillars.items():
        totals = tuple(map(sum, zip(*map(_shares, inside), strict=True)))
        tone = voice.tone(inside[0].topic)
        if all(topic.id in known for topic in voice.taxonomy.topics if topic.pillar == pillar):
            lines.append(_Line(voice.pillar(pillar), totals, tone, strong=True))
        topics = [row for row in inside if row in kept and not _alone(row, voice)]
        lines += [_Line(voice.topic(row.topic), _shares(row), tone, strong=False) for row in topics]
    return lines


def _row(line: _Line, top: float, size: int) -> tuple[Cell, ...]:
    label = Cell("", line.tone, lead=line.label) if line.strong else Cell(f"  {line.label}")
    return (label, *(_cell(share, top, size, line) for share in line.shares))


def _cell(share: float, top: float, size: int, line: _Line) -> Cell:
    if share == 0:
        return Cell("   –", "dim")
    figure, drawn = f"{percent(share):>4}", bar(share, top, size)
    return Cell(drawn, line.tone, lead=figure) if line.strong else Cell(f"{figure} {drawn}", line.tone)


def _notes(empty: int, small: Sequence[TopicRow], voice: Voice) -> list[Block]:
    notes = [voice.say("coverage.empty", count=empty)] if empty else []
    if small:
        most = max(share for row in small for share in _shares(row))
        notes.append(voice.say("coverage.small", count=len(small), share=percent(most)))
    return [Paragraph(voice.sentences(notes), "dim")] if notes else []
