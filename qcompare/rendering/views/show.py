"""One plan: what it is, how it is built, what each unit speaks of, its targets, its repairs."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from qcompare.models import CONTEXT, Assignment, CodedPlan, Lang, Plan, Section, Unit
from qcompare.rendering.document import Block, Cell, Column, Document, Heading, Paragraph, Table
from qcompare.rendering.views import figures
from qcompare.rendering.views.damage import repairs_table, suspects
from qcompare.rendering.views.passages import spoken
from qcompare.rendering.views.profile import account, metadata
from qcompare.rendering.views.voice import UNSURE, Voice
from qcompare.rendering.views.who import digest_banners
from qcompare.taxonomy import Taxonomy

_EXCERPT = 60


def document(
    coded: CodedPlan,
    taxonomy: Taxonomy,
    lang: Lang,
    *,
    limit: int | None = None,
    topics: Collection[str] | None = None,
) -> Document:
    """The plan; ``limit`` bounds units, targets and suspects, ``topics`` leaves what is coded to them."""
    voice = Voice(lang, taxonomy)
    plan = coded.plan
    parts = [*_outline(coded, voice, topics), *_units(coded, voice, topics, limit)]
    legends = voice.clauses(voice.legends(*parts))
    return Document(
        (
            Heading(1, plan.meta.title),
            *digest_banners([plan.meta], voice),
            metadata(plan, voice),
            Paragraph(account(plan, voice)),
            *parts,
            *([Paragraph(legends, "dim")] if legends else []),
            *_targets(coded, voice, topics, limit),
            *_repairs(plan, voice),
            *suspects(plan.suspects, plan.text, voice, limit),
            *_more(voice, everything=limit is None),
        )
    )


# --- outline and units --------------------------------------------------------------------------


def _outline(coded: CodedPlan, voice: Voice, topics: Collection[str] | None) -> list[Block]:
    heading = Heading(2, voice.say("show.outline"))
    columns = (
        Column(voice.say("column.ref"), width=14),
        Column(voice.say("column.title"), ratio=1),
        Column(voice.say("column.topic"), width=24),
        Column(voice.say("column.score")),
        Column(voice.say("column.units"), right=True),
    )
    rows = tuple(
        _section(section, code, coded.plan, voice)
        for section, code in zip(coded.plan.sections, coded.sections, strict=True)
        if topics is None or code.topic in topics
    )
    return [heading, Table(columns, rows) if rows else Paragraph(voice.say("show.no_sections"), "dim")]


def _section(section: Section, code: Assignment, plan: Plan, voice: Voice) -> tuple[Cell, ...]:
    units = sum(unit.section == section.id for unit in plan.units)
    return (
        Cell(section.ref),
        Cell("  " * (section.level - 1) + section.title, "strong" if section.level == 1 else "plain"),
        Cell(voice.topic(code.topic), voice.tone(code.topic)),
        _score(code),
        Cell(str(units)),
    )


def _score(code: Assignment) -> Cell:
    return Cell(figures.score(code.score) + (UNSURE if code.unsure else ""))


def _units(coded: CodedPlan, voice: Voice, topics: Collection[str] | None, limit: int | None) -> list[Block]:
    chosen = list(_chosen(coded, topics, everything=limit is None))
    heading = Heading(2, voice.say("show.units"))
    if not chosen:
        return [heading, Paragraph(voice.say("show.no_units"), "dim")]
    columns = (
        Column(voice.say("column.ref"), width=14),
        Column(voice.say("column.score_topic"), width=18),
        Column(voice.say("column.text"), ratio=1),
    )
    rows = tuple(_unit(unit, code, voice, whole=limit is None) for unit, code in chosen[:limit])
    notes = [voice.shown(len(rows), len(coded.units))]
    if topics is None and limit is not None:
        notes.append(voice.say("show.left_out"))
    return [heading, Table(columns, rows, airy=True), Paragraph(voice.clauses(notes), "dim")]


def _chosen(
    coded: CodedPlan, topics: Collection[str] | None, *, everything: bool
) -> Iterator[tuple[Unit, Assignment]]:
    """Units on the topics asked for; else all, or, where that is too much, those that say something."""
    for unit, code in zip(coded.plan.units, coded.units, strict=True):
        telling = everything or not (unit.chrome or code.topic == CONTEXT)
        if code.topic in topics if topics is not None else telling:
            yield unit, code


def _unit(unit: Unit, code: Assignment, voice: Voice, *, whole: bool) -> tuple[Cell, ...]:
    words = spoken(code.evidence, voice.taxonomy)
    lead = "" if unit.chrome else figures.score(code.score)
    return (
        Cell(unit.id, lead=unit.ref),
        Cell(voice.codes(code), voice.tone(code.topic), lead=lead),
        Cell(unit.text if whole else figures.excerpt(unit.text, _EXCERPT, words)),
    )


# --- targets, repairs ---------------------------------------------------------------------------


def _targets(
    coded: CodedPlan, voice: Voice, topics: Collection[str] | None, limit: int | None
) -> list[Block]:
    heading = Heading(2, voice.say("show.targets"))
    found = [target for target in coded.targets if topics is None or target.topic in topics]
    found.sort(key=lambda target: target.kind == "fact")
    if not found:
        return [heading, Paragraph(voice.say("targets.none"), "dim")]
    columns = (
        Column(voice.say("column.indicator"), ratio=3),
        Column(voice.say("column.target"), ratio=2),
        Column(voice.say("column.ref"), width=16),
    )
    refs = {unit.id: unit.ref for unit in coded.plan.units}
    rows = tuple(
        (
            Cell(target.indicator, voice.tone(target.topic)),
            Cell("", lead=figures.target(target, voice)),
            Cell(refs[target.unit]),
        )
        for target in found[:limit]
    )
    note = voice.shown(len(rows), len(found))
    return [heading, Table(columns, rows), Paragraph(note, "dim")]


def _repairs(plan: Plan, voice: Voice) -> list[Block]:
    heading = Heading(2, voice.say("show.repairs"))
    if not plan.repairs:
        return [heading, Paragraph(voice.say("show.no_repairs"), "dim")]
    return [heading, repairs_table(plan.repairs, voice)]


def _more(voice: Voice, *, everything: bool) -> list[Block]:
    hints = [] if everything else [voice.say("more.show_all")]
    text = " · ".join([*hints, voice.say("more.filter"), voice.say("more.format")])
    return [Heading(2, voice.say("more.heading")), Paragraph(text)]
