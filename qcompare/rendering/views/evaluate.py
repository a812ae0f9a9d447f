"""What evaluations show alike: figures with their intervals, and lists of units."""

from __future__ import annotations

from collections.abc import Sequence

from qcompare.agreement import LEVEL, RESAMPLES, Estimate, Score
from qcompare.rendering.document import Block, Cell, Column, Heading, Paragraph, Table
from qcompare.rendering.views.figures import excerpt, percent
from qcompare.rendering.views.voice import Voice

_EXCERPT = 60
_NONE = "—"  # of what is not defined

_SCARCE = 0.5  # of the reference: finding less is a warning

Row = tuple[Cell, ...]


def figure(value: float | None) -> str:
    """A share or coefficient with three places, as such figures are published."""
    return _NONE if value is None else f"{value:.3f}"


def estimate(value: Estimate) -> str:
    """A figure with its interval: ``0.812 [0.745, 0.871]``."""
    if value.low is None:
        return figure(value.value)
    return f"{figure(value.value)} [{figure(value.low)}, {figure(value.high)}]"


def interval_note(voice: Voice) -> str:
    """How the intervals were made."""
    return voice.say("evaluate.interval", level=percent(LEVEL).removesuffix(".0"), resamples=RESAMPLES)


def coverage(share: float | None, voice: Voice) -> list[Block]:
    """How much of the reference was found, with a warning where it is less than half."""
    if share is None:
        return []
    scarce = share < _SCARCE
    text = voice.say("evaluate.scarce" if scarce else "evaluate.coverage", share=percent(share))
    return [Paragraph(text, "warn" if scarce else "dim")]


def score_columns(voice: Voice) -> tuple[Column, ...]:
    """The headings of :func:`score_cells`."""
    names = ("right", "given", "support", "precision", "recall", "f1")
    return tuple(Column(voice.say(f"evaluate.column.{name}"), right=True) for name in names)


def score_cells(score: Score) -> Row:
    """Counts, then precision, recall and F1."""
    counts = (Cell(str(n)) for n in (score.right, score.given, score.support))
    return *counts, *(Cell(figure(value)) for value in (score.precision, score.recall, score.f1))


def listed(
    heading: Heading, columns: Sequence[Column], rows: Sequence[Row], voice: Voice, limit: int | None
) -> list[Block]:
    """A table under a heading with the number of its rows, of which ``limit`` are shown; nothing for none."""
    if not rows:
        return []
    shown = tuple(rows[:limit])
    note = Paragraph(voice.shown(len(shown), len(rows)), "dim")
    return [heading, Table(tuple(columns), shown, airy=True), note]


def quoted(text: str, limit: int | None) -> str:
    """A text, whole where nothing bounds the tables."""
    return text if limit is None else excerpt(text, _EXCERPT)
