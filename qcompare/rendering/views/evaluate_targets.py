"""A plan's targets against those that a reader marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qcompare.agreement import KindAgreement, TargetAgreement
from qcompare.models import Lang, Target
from qcompare.rendering.document import Block, Cell, Column, Document, Heading, Paragraph, Table
from qcompare.rendering.views import figures
from qcompare.rendering.views.evaluate import Row, coverage, listed, quoted, score_cells, score_columns
from qcompare.rendering.views.voice import Voice


def document(agreement: TargetAgreement, lang: Lang, *, limit: int | None = None) -> Document:
    """Targets, then facts; ``limit`` bounds the lists of what is not right."""
    voice = Voice(lang)
    return Document(
        (
            Heading(1, voice.say("evaluate.targets", plan=agreement.plan)),
            *coverage(agreement.coverage, voice),
            *_banner(agreement, voice),
            _table(agreement, voice),
            Paragraph(voice.say("evaluate.targets_note", milestones=agreement.milestones), "dim"),
            *_lists(agreement.target, voice, limit),
            *_lists(agreement.fact, voice, limit),
            *_targets(voice.say("evaluate.targets_unfound"), agreement.unfound, voice, limit),
        )
    )


def _banner(agreement: TargetAgreement, voice: Voice) -> list[Block]:
    count = len(agreement.unfound)
    return [Paragraph(voice.say("evaluate.targets_lost", count=count), "warn")] if count else []


def _table(agreement: TargetAgreement, voice: Voice) -> Table:
    columns = (Column(voice.say("evaluate.column.what"), ratio=1), *score_columns(voice))
    return Table(columns, tuple(_rows(agreement, voice)))


def _rows(agreement: TargetAgreement, voice: Voice) -> Iterator[Row]:
    """Facts only where there are some."""
    for name, kind in (("target", agreement.target), ("fact", agreement.fact)):
        if name == "target" or kind.whole.f1 is not None:
            yield (Cell("", lead=voice.say(f"evaluate.kind.{name}")), *[Cell("")] * 6)
            yield Cell("  " + voice.say("evaluate.right.value")), *score_cells(kind.value)
            yield Cell("  " + voice.say("evaluate.right.indicator")), *score_cells(kind.indicator)
            yield Cell("  " + voice.say("evaluate.right.whole")), *score_cells(kind.whole)


def _lists(kind: KindAgreement, voice: Voice, limit: int | None) -> Iterator[Block]:
    yield from listed(
        Heading(2, voice.say("evaluate.targets_wrong")),
        (
            Column(voice.say("evaluate.column.reference"), ratio=1),
            Column(voice.say("evaluate.column.found"), ratio=1),
            Column(voice.say("evaluate.column.differs"), width=14),
        ),
        [
            (
                _target(pair.reference, voice),
                _target(pair.found, voice),
                Cell(voice.listed(voice.say(f"evaluate.field.{name}") for name in pair.wrong)),
            )
            for pair in kind.wrong
        ],
        voice,
        limit,
    )
    yield from _targets(voice.say("evaluate.targets_missed"), kind.missed, voice, limit)
    yield from _targets(voice.say("evaluate.targets_surplus"), kind.surplus, voice, limit)


def _targets(title: str, targets: Sequence[Target], voice: Voice, limit: int | None) -> list[Block]:
    columns = (Column(voice.say("column.target"), ratio=1), Column(voice.say("column.text"), ratio=1))
    rows = [(_target(target, voice), Cell(quoted(target.quote, limit))) for target in targets]
    return listed(Heading(2, title), columns, rows, voice, limit)


def _target(target: Target, voice: Voice) -> Cell:
    return Cell(f"\n{figures.target(target, voice)}", lead=target.indicator)
