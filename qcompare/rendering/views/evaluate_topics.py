"""Coders against a reference: how far they agree, on what, and where not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from qcompare.agreement import CoderAgreement, LevelFigures, Panel, Share, TopicAgreement
from qcompare.models import CHROME, Lang
from qcompare.rendering.document import Block, Cell, Column, Document, Heading, Paragraph, Table
from qcompare.rendering.views.evaluate import Row, coverage, estimate, figure, interval_note
from qcompare.rendering.views.evaluate_classes import alone, classes, confusions
from qcompare.rendering.views.voice import Voice
from qcompare.taxonomy import Taxonomy


def document(
    agreement: TopicAgreement, taxonomy: Taxonomy, lang: Lang, *, limit: int | None = None
) -> Document:
    """Each coder against the reference; ``limit`` bounds confusions and the units of one side alone."""
    voice = Voice(lang, taxonomy)
    coders = voice.listed(coder.coder for coder in agreement.measured)
    several = len(agreement.measured) > 1
    return Document(
        (
            Heading(1, voice.say("evaluate.topics", coders=coders, reference=agreement.reference)),
            *(_panel(agreement.panel, voice) if agreement.panel else []),
            *(
                block
                for coder in agreement.measured
                for block in _coder(coder, agreement.reference, voice, limit, several=several)
            ),
        )
    )


def _coder(
    coder: CoderAgreement, reference: str, voice: Voice, limit: int | None, *, several: bool
) -> Iterator[Block]:
    """One coder's part; among several it has a heading of its own."""
    names = {"coder": coder.coder, "reference": reference}
    level = 3 if several else 2
    if several:
        yield Heading(2, voice.say("evaluate.against", **names))
    yield Paragraph(voice.say("evaluate.units", units=coder.units, furniture=coder.furniture))
    yield from coverage(coder.coverage, voice)
    yield from _lost(coder, names, voice)
    yield _overview(coder, voice)
    yield Paragraph(voice.sentences([voice.say("evaluate.macro"), interval_note(voice)]), "dim")
    yield from _sureness(coder, voice, level)
    yield Heading(level, voice.say("evaluate.classes"))
    yield classes(coder, voice)
    yield from confusions(Heading(level, voice.say("evaluate.confusions")), coder.confusions, voice, limit)
    yield from alone(Heading(level, voice.say("evaluate.unfound", **names)), coder.unfound, voice, limit)
    yield from alone(Heading(level, voice.say("evaluate.surplus", **names)), coder.surplus, voice, limit)


def _lost(coder: CoderAgreement, names: Mapping[str, str], voice: Voice) -> list[Block]:
    """How many units one side alone has; nothing to worry about where they are page furniture."""
    units = (*coder.unfound, *coder.surplus)
    furniture = sum(unit.topic == CHROME for unit in units)
    counts = {"unfound": len(coder.unfound), "surplus": len(coder.surplus), "furniture": furniture}
    text = voice.say("evaluate.lost", **counts, **names)
    return [Paragraph(text, "dim" if furniture == len(units) else "warn")] if units else []


def _overview(coder: CoderAgreement, voice: Voice) -> Table:
    columns = (
        Column(voice.say("evaluate.column.figure"), ratio=1),
        Column(voice.say("evaluate.column.topics"), right=True),
        Column(voice.say("evaluate.column.pillars"), right=True),
    )
    sides = [dict(_figures(level)) for level in (coder.topic, coder.pillar)]
    return Table(
        columns,
        tuple(
            (Cell(voice.say(f"evaluate.{name}")), *(Cell("", lead=side[name]) for side in sides))
            for name in sides[0]
        ),
    )


def _figures(level: LevelFigures) -> Iterator[tuple[str, str]]:
    for name in ("accuracy", "accuracy_lenient", "macro_f1", "macro_f1_reference"):
        yield name, figure(getattr(level, name))
    yield "kappa", estimate(level.kappa)
    yield "alpha", estimate(level.alpha)


def _sureness(coder: CoderAgreement, voice: Voice, level: int) -> list[Block]:
    """How right the coder is where it is sure of itself, and where not."""
    if not (coder.sure and coder.unsure):
        return []
    columns = (
        Column(voice.say("evaluate.column.sureness"), ratio=1),
        Column(voice.say("column.units"), right=True),
        Column(voice.say("evaluate.accuracy"), right=True),
        Column(voice.say("evaluate.accuracy_lenient"), right=True),
    )
    rows = (_share("sure", coder.sure, voice), _share("unsure", coder.unsure, voice))
    return [Heading(level, voice.say("evaluate.sureness")), Table(columns, rows)]


def _share(name: str, share: Share, voice: Voice) -> Row:
    label, units = Cell(voice.say(f"evaluate.{name}")), Cell(str(share.units))
    return label, units, Cell(figure(share.accuracy)), Cell(figure(share.accuracy_lenient))


def _panel(panel: Panel, voice: Voice) -> list[Block]:
    """Three coders or more: all together, then each two."""
    columns = (
        Column(voice.say("evaluate.column.coders"), ratio=1),
        Column(voice.say("column.units"), right=True),
        Column(voice.say("evaluate.column.topics"), right=True),
        Column(voice.say("evaluate.column.pillars"), right=True),
    )
    everyone = (
        Cell("", lead=voice.say("evaluate.all_alpha")),
        Cell(str(panel.units)),
        Cell("", lead=estimate(panel.topic)),
        Cell("", lead=estimate(panel.pillar)),
    )
    duos = (
        (voice.listed((duo.a, duo.b)), str(duo.units), figure(duo.topic), figure(duo.pillar))
        for duo in panel.duos
    )
    rows = (everyone, *(tuple(map(Cell, duo)) for duo in duos))
    note = voice.sentences([voice.say("evaluate.panel_note"), interval_note(voice)])
    heading = Heading(2, voice.say("evaluate.panel", count=len(panel.coders)))
    return [heading, Table(columns, rows), Paragraph(note, "dim")]
