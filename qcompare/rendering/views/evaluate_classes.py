"""A coder against a reference, topic by topic: what is right, what is taken for what, what one lacks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qcompare.agreement import ClassFigures, Coded, CoderAgreement, Confusion
from qcompare.rendering.document import Block, Cell, Column, Heading, Table
from qcompare.rendering.views.evaluate import Row, figure, listed, quoted
from qcompare.rendering.views.voice import Voice

_REFS = 4  # so many references stand beside a confusion


def classes(coder: CoderAgreement, voice: Voice) -> Table:
    """Every pillar, and every topic under its pillar, that either side uses."""
    columns = (
        Column(voice.say("column.pillar_topic"), ratio=1),
        *(
            Column(voice.say(f"evaluate.column.{name}"), right=True)
            for name in ("in_reference", "in_coder", "precision", "recall", "f1")
        ),
    )
    return Table(columns, tuple(_class_rows(coder, voice)))


def _class_rows(coder: CoderAgreement, voice: Voice) -> Iterator[Row]:
    """Each pillar, then its topics; one that is its only topic stands alone."""
    for pillar in coder.pillar.classes:
        name = Cell("", voice.tone(pillar.id), lead=voice.pillar(pillar.id))
        yield name, *_class_cells(pillar)
        for topic in coder.topic.classes:
            if voice.taxonomy.pillar_of(topic.id) == pillar.id != topic.id:
                yield Cell(f"  {voice.topic(topic.id)}", voice.tone(topic.id)), *_class_cells(topic)


def _class_cells(figures: ClassFigures) -> Row:
    counts = (Cell(str(n)) for n in (figures.support, figures.given))
    return *counts, *(Cell(figure(value)) for value in (figures.precision, figures.recall, figures.f1))


def confusions(heading: Heading, found: Sequence[Confusion], voice: Voice, limit: int | None) -> list[Block]:
    """What the reference has and what the coder makes of it, with references and the first unit's text."""
    columns = (
        Column(voice.say("evaluate.column.confusion"), ratio=1),
        Column(voice.say("column.count"), right=True),
        Column(voice.say("evaluate.column.accepted"), right=True),
        Column(voice.say("column.example"), ratio=2),
    )
    return listed(heading, columns, [_confusion(each, voice, limit) for each in found], voice, limit)


def _confusion(confusion: Confusion, voice: Voice, limit: int | None) -> Row:
    reference, coder = voice.topic(confusion.reference), voice.topic(confusion.coder)
    return (
        Cell(f"\n→ {coder}", voice.tone(confusion.coder), lead=reference),
        Cell(str(len(confusion.units))),
        Cell(str(confusion.accepted)),
        Cell(f"\n{quoted(confusion.units[0].text, limit)}", lead=_where(confusion, voice, limit)),
    )


def _where(confusion: Confusion, voice: Voice, limit: int | None) -> str:
    refs = [unit.ref for unit in confusion.units]
    shown = voice.clauses(refs if limit is None else refs[:_REFS])
    return shown if limit is None or len(refs) <= _REFS else f"{shown} …"


def alone(heading: Heading, units: Sequence[Coded], voice: Voice, limit: int | None) -> list[Block]:
    """Units that one side has and the other lacks."""
    columns = (
        Column(voice.say("column.ref"), width=14),
        Column(voice.say("column.topic"), width=18),
        Column(voice.say("column.text"), ratio=1),
    )
    return listed(heading, columns, [_unit(unit, voice, limit) for unit in units], voice, limit)


def _unit(unit: Coded, voice: Voice, limit: int | None) -> Row:
    topic = Cell(voice.topic(unit.topic), voice.tone(unit.topic))
    return Cell(unit.ref), topic, Cell(quoted(unit.text, limit))
