"""What a document is, and where its characters went."""

from __future__ import annotations

from collections.abc import Iterator

from qcompare.models import Metadata, Plan
from qcompare.rendering.document import Cell, Column, Table
from qcompare.rendering.views.figures import percent
from qcompare.rendering.views.side import city_name
from qcompare.rendering.views.voice import Voice


def metadata(plan: Plan, voice: Voice) -> Table:
    """A row for each field that is known."""
    columns = (Column(voice.say("column.field")), Column(voice.say("column.value"), ratio=1))
    rows = tuple(
        (Cell(voice.say(f"field.{name}")), Cell(value)) for name, value in _fields(plan, voice) if value
    )
    return Table(columns, rows)


def _fields(plan: Plan, voice: Voice) -> Iterator[tuple[str, str | None]]:
    meta, source = plan.meta, plan.source
    yield "id", meta.id
    yield "city", city_name(meta.city, meta.city_zh, voice.lang)
    yield "district", meta.district
    yield "province", meta.province
    yield "level", voice.say(f"show.level.{meta.level}") if meta.level else None
    yield "kind", voice.kind(meta.kind, digest=meta.digest)
    yield "year", _year(meta, voice)
    yield "period", "–".join(map(str, meta.period or ()))
    yield "notice_title", meta.notice_title
    yield "doc_number", meta.doc_number
    yield "issuer", meta.issuer
    yield "issued", meta.issued
    yield "about", " ".join(filter(None, (meta.about.title, meta.about.doc_number))) if meta.about else None
    yield "path", source.path
    yield "url", source.url
    yield "retrieved", source.retrieved
    yield "read_as", f"{source.format}, {source.encoding}"


def _year(meta: Metadata, voice: Voice) -> str:
    if not meta.year or not meta.year_source:
        return str(meta.year or "")
    return voice.say(f"show.year_source.{meta.year_source}", year=meta.year)


def account(plan: Plan, voice: Voice) -> str:
    """Where every character of the cleaned text is."""
    coverage = plan.coverage
    counts = {
        "in_units": coverage.in_units,
        "in_headings": coverage.in_headings,
        "in_chrome": coverage.in_chrome,
        "whitespace": coverage.whitespace,
    }
    parts = [
        voice.say(
            "show.share",
            part=voice.say(f"part.{name}"),
            count=count,
            share=percent(count / max(1, coverage.characters)),
        )
        for name, count in counts.items()
    ]
    return voice.say("show.account", total=coverage.characters, parts=" + ".join(parts))
