"""What only one plan has, by topic."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from qcompare.models import CONTEXT, UnitAddress
from qcompare.rendering.document import Block, Cell, Column, Heading, Paragraph, Table
from qcompare.rendering.views.layout import EMPTY, KEY_WIDTH, excerpt_size
from qcompare.rendering.views.passages import passage
from qcompare.rendering.views.scope import Scope
from qcompare.rendering.views.side import Side
from qcompare.rendering.views.voice import BY_HAND, PARTED

_TOPICS_TO_TEN = 2  # so many topics of each plan go with a list of 10 counterparts
_REFS = 3


@dataclass(frozen=True, slots=True)
class _Topic:
    """The units on one topic that one plan has alone; ``absent``: no other plan speaks of it at all."""

    id: str
    units: tuple[str, ...]
    absent: bool


def blocks(scope: Scope) -> list[Block]:
    """For each plan the topics with most to show, or with no limit every unit."""
    voice = scope.voice
    heading = Heading(2, voice.say("only.heading_plans" if scope.by_id else "only.heading"))
    if not any(scope.comparison.only):
        return [heading, Paragraph(voice.say("only.none"), "dim")]
    topics = [_topics(scope, number, side) for number, side in enumerate(scope.columns)]
    shown = [_shown(found, scope) for found in topics]
    draw = _every if scope.limit is None else _few
    rows = [row for side, found in zip(scope.columns, shown, strict=True) for row in draw(side, found, scope)]
    notes = [
        _total(side, found, some, scope)
        for side, found, some in zip(scope.columns, topics, shown, strict=True)
    ]
    if any(topic.absent for some in shown for topic in some):
        notes.append(voice.say("only.absent_legend"))
    table = Table(_header(scope), tuple(rows), airy=scope.limit is None)
    notes += voice.legends(table)
    return [heading, *([table] if rows else []), *(Paragraph(note, "dim") for note in notes)]


def _header(scope: Scope) -> tuple[Column, ...]:
    say = scope.voice.say
    return (
        Column(say("column.plan" if scope.by_id else "column.city"), width=KEY_WIDTH),
        Column(say("column.topic"), width=20),
        Column(say("column.units"), right=True),
        Column(say("column.text" if scope.limit is None else "column.example"), ratio=1),
    )


def _topics(scope: Scope, number: int, side: Side) -> list[_Topic]:
    """Topics nobody else speaks of first, then those with most units; context, which says little, last."""
    grouped: dict[str, list[str]] = {}
    for unit in scope.comparison.only[number]:
        grouped.setdefault(side.topic(unit), []).append(unit)
    elsewhere = {
        row.topic
        for row in scope.comparison.topics
        if any(cell.units for other, cell in enumerate(row.cells) if other != number)
    }
    found = [_Topic(topic, tuple(units), topic not in elsewhere) for topic, units in grouped.items()]
    return sorted(found, key=lambda topic: (topic.id == CONTEXT, not topic.absent, -len(topic.units)))


def _shown(topics: list[_Topic], scope: Scope) -> list[_Topic]:
    if scope.limit is None:
        return topics
    return [topic for topic in topics if topic.id != CONTEXT][: scope.few(_TOPICS_TO_TEN)]


def _few(side: Side, topics: list[_Topic], scope: Scope) -> Iterator[tuple[Cell, ...]]:
    """One unit of each topic, and where more of it stands."""
    for number, topic in enumerate(topics):
        unit = side.units[topic.units[0]][0]
        first = passage(unit, excerpt_size(scope.width, plans=2), mark=_mark(unit.id, side, scope))
        others = [ref for ref in side.refs(topic.units[1:]) if ref != unit.ref][:_REFS]
        more = f" · {scope.voice.listed(others)}" if others else ""
        name = EMPTY if number else Cell(side.name, "strong")
        yield name, *_label(topic, side, scope), Cell(first.text + more, lead=first.lead)


def _every(side: Side, topics: list[_Topic], scope: Scope) -> Iterator[tuple[Cell, ...]]:
    for topic in topics:
        for number, unit in enumerate(topic.units):
            text = passage(side.units[unit][0], mark=_mark(unit, side, scope))
            if number:
                yield EMPTY, EMPTY, EMPTY, text
            else:
                yield Cell(side.name, "strong"), *_label(topic, side, scope), text


def _mark(unit: str, side: Side, scope: Scope) -> str:
    """The signs of a unit that was coded by hand, or that somebody parted from another."""
    address = UnitAddress(side.meta.id, unit)
    parted = any(address in (match.a, match.b) for match in scope.comparison.parted)
    return side.mark(unit) + (PARTED if parted else "")


def _label(topic: _Topic, side: Side, scope: Scope) -> tuple[Cell, Cell]:
    by_hand = BY_HAND if side.by_hand(*topic.units) else ""
    label = scope.voice.topic(topic.id) + by_hand + (" *" if topic.absent else "")
    return Cell(label, scope.voice.tone(topic.id)), Cell(str(len(topic.units)))


def _total(side: Side, topics: list[_Topic], shown: list[_Topic], scope: Scope) -> str:
    say = scope.voice.say
    count = sum(len(topic.units) for topic in topics)
    shown_topics = {row.topic for row in scope.comparison.topics}  # fewer under a filter
    of = sum(not u.chrome and side.topic(u.id) in shown_topics for u in side.coded.plan.units)
    rest = len(topics) - len(shown)
    total = say("only.total", plan=side.name, count=count, total=of)
    return scope.voice.clauses([total, *([say("only.rest", topics=rest)] if rest else [])])
