"""The aligner's scores of all pairs of two plans against graded pairs."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor

from qcompare.agreement import Cut, JudgedPair, PairAgreement, Place
from qcompare.models import Lang
from qcompare.rendering.document import Block, Cell, Column, Document, Heading, Paragraph, Table
from qcompare.rendering.views.evaluate import (
    Row,
    coverage,
    estimate,
    figure,
    interval_note,
    listed,
    quoted,
    score_cells,
    score_columns,
)
from qcompare.rendering.views.figures import score
from qcompare.rendering.views.voice import Voice


def document(agreement: PairAgreement, lang: Lang, *, limit: int | None = None) -> Document:
    """The ranking, the counterparts at two thresholds, and the pairs that they get wrong, up to ``limit``."""
    voice = Voice(lang)
    precision = estimate(agreement.average_precision)
    return Document(
        (
            Heading(1, voice.say("evaluate.pairs", a=agreement.a, b=agreement.b)),
            Paragraph(
                voice.say("evaluate.pairs_about", scored=agreement.scored, positives=agreement.positives)
            ),
            *coverage(agreement.coverage, voice),
            *_banner(agreement, voice),
            Paragraph(voice.say("evaluate.average_precision", value=precision), "strong"),
            Paragraph(interval_note(voice), "dim"),
            _cuts(agreement, voice),
            Paragraph(voice.say("evaluate.best_note"), "dim"),
            Heading(2, voice.say("evaluate.grades")),
            _grades(agreement, voice),
            *_pairs(voice.say("evaluate.pairs_missed"), agreement.missed, agreement, voice, limit),
            *_pairs(voice.say("evaluate.pairs_wrong"), agreement.wrong, agreement, voice, limit),
            *_unfound(agreement.unfound, voice, limit),
        )
    )


def _banner(agreement: PairAgreement, voice: Voice) -> list[Block]:
    lost = len(agreement.unfound), agreement.unscored
    text = voice.say("evaluate.pairs_lost", units=lost[0], pairs=lost[1])
    return [Paragraph(text, "warn")] if any(lost) else []


def _cuts(agreement: PairAgreement, voice: Voice) -> Table:
    columns = (
        Column(voice.say("evaluate.column.threshold"), ratio=1),
        *score_columns(voice),
    )
    cuts = (("configured", agreement.at), ("best", agreement.best))
    return Table(columns, tuple(_cut(name, cut, voice) for name, cut in cuts))


def _cut(name: str, cut: Cut, voice: Voice) -> Row:
    """The threshold is rounded down, so that it can be given as ``--min-score``."""
    label = voice.say(f"evaluate.cut.{name}", min_score=figure(floor(cut.min_score * 1000) / 1000))
    return Cell(label), *score_cells(cut.counterparts)


def _grades(agreement: PairAgreement, voice: Voice) -> Table:
    columns = (
        Column(voice.say("evaluate.column.grade"), ratio=1),
        Column(voice.say("evaluate.column.pairs"), right=True),
        Column(voice.say("evaluate.column.reach_configured"), right=True),
        Column(voice.say("evaluate.column.reach_best"), right=True),
    )
    rows = tuple(
        (
            Cell(f"{at.grade} {voice.say(f'evaluate.grade.{at.grade}')}"),
            *(Cell(str(n)) for n in (at.total, at.reached, best.reached)),
        )
        for at, best in zip(agreement.at.grades, agreement.best.grades, strict=True)
    )
    return Table(columns, rows)


def _pairs(
    title: str, pairs: Sequence[JudgedPair], agreement: PairAgreement, voice: Voice, limit: int | None
) -> list[Block]:
    columns = (
        Column(voice.say("evaluate.column.grade_score"), width=12),
        Column(agreement.a, ratio=1),
        Column(agreement.b, ratio=1),
    )
    rows = [
        (
            Cell("—" if pair.score is None else score(pair.score), lead=str(pair.grade)),
            _place(pair.a, limit),
            _place(pair.b, limit),
        )
        for pair in pairs
    ]
    return listed(Heading(2, title), columns, rows, voice, limit)


def _place(place: Place, limit: int | None) -> Cell:
    return Cell(quoted(place.text, limit), lead=place.ref)


def _unfound(places: Sequence[Place], voice: Voice, limit: int | None) -> list[Block]:
    columns = (Column(voice.say("column.ref"), width=14), Column(voice.say("column.text"), ratio=1))
    rows = [(Cell(place.ref), Cell(quoted(place.text, limit))) for place in places]
    return listed(Heading(2, voice.say("evaluate.pairs_unfound")), columns, rows, voice, limit)
