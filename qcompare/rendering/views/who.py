"""Who is compared: documents, digests, filters, and the sum of the comparison."""

from __future__ import annotations

from collections.abc import Sequence

from qcompare.models import Comparison, Metadata, RunSettings
from qcompare.rendering.document import Block, Cell, Column, Heading, Paragraph, Table
from qcompare.rendering.views.figures import score
from qcompare.rendering.views.scope import Scope
from qcompare.rendering.views.side import Side
from qcompare.rendering.views.voice import Voice


def blocks(scope: Scope) -> list[Block]:
    """Title, banners, a row per plan, filters in force and the sum."""
    voice = scope.voice
    return [
        Heading(1, voice.say("diff.title", plans=voice.listed(scope.names))),
        *digest_banners([side.meta for side in scope.columns], voice),
        _plans(scope.columns, voice),
        *filters_banner(scope.comparison.settings, voice),
        Paragraph(_summary(scope.comparison, voice)),
    ]


def digest_banners(metas: Sequence[Metadata], voice: Voice) -> list[Block]:
    """A banner that names the digests, and a warning where one stands beside a real plan."""
    digests = [meta.id for meta in metas if meta.digest]
    real = [meta.id for meta in metas if not meta.digest]
    if not digests:
        return []
    banner = Paragraph(voice.say("digest.banner", plans=voice.listed(digests)), "warn")
    mixed = Paragraph(voice.say("digest.mixed", plans=voice.listed(real)), "warn")
    return [banner, mixed] if real else [banner]


def _plans(columns: Sequence[Side], voice: Voice) -> Table:
    return Table(
        (
            Column(voice.say("column.plan"), width=26),
            Column(voice.say("column.title"), ratio=1),
            Column(voice.say("column.document"), width=26),
        ),
        tuple(
            (_name(side), Cell(_title(side.meta, voice)), Cell(_document(side.meta, voice)))
            for side in columns
        ),
    )


def _name(side: Side) -> Cell:
    return Cell(f"\n{side.meta.id}" if side.name != side.meta.id else "", lead=side.name)


def _title(meta: Metadata, voice: Voice) -> str:
    if not meta.about:
        return meta.title
    key = "diff.about_number" if meta.about.doc_number else "diff.about"
    return f"{meta.title}\n{voice.say(key, title=meta.about.title, number=meta.about.doc_number)}"


def _document(meta: Metadata, voice: Voice) -> str:
    year = voice.say("diff.year", year=meta.year) if meta.year else voice.say("diff.no_date")
    dated = voice.listed([meta.issued or year, voice.kind(meta.kind, digest=meta.digest)])
    return f"{meta.doc_number or voice.say('diff.no_number')}\n{dated}"


def filters_banner(settings: RunSettings, voice: Voice) -> list[Block]:
    """Which filters are in force."""
    given = [f"--{name.replace('_', '-')} {value}" for name, value in settings.filters]
    return [Paragraph(voice.say("diff.filters", filters=" ".join(given)), "warn")] if given else []


def _summary(comparison: Comparison, voice: Voice) -> str:
    settings = comparison.settings
    counterparts = sum(match.level == "counterpart" for match in comparison.matches)
    summary = voice.say(
        "diff.summary",
        counterparts=counterparts,
        related=len(comparison.matches) - counterparts,
        min_score=score(settings.min_score),
        related_score=score(settings.related_score),
    )
    if len(comparison.plans) > 2 or settings.filters:  # similarity is of whole plans
        return summary
    return voice.sentences([summary, voice.say("diff.similarity", value=score(comparison.similarity[0][1]))])
