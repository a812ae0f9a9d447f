"""The plans that can be named, folder by folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from qcompare.models import Kind, Lang
from qcompare.rendering.document import Block, Cell, Column, Document, Heading, Paragraph, Table
from qcompare.rendering.views.side import city_name
from qcompare.rendering.views.voice import Voice


@dataclass(frozen=True, slots=True)
class ListRow:
    """One file of a plan folder; what is not known of it is None.

    ``repairs`` counts by kind, ``suspects`` the places left as they were; ``shadowed_by`` is the file that
    takes this name; ``problem`` says why the file cannot be read.
    """

    id: str
    city: str | None
    city_zh: str | None
    year: int | None
    kind: Kind | None
    title: str | None
    characters: int | None
    folder: str
    repairs: Mapping[str, int] = field(default_factory=dict)
    suspects: int = 0
    digest: bool = False
    shadowed_by: str | None = None
    problem: str | None = None


def document(rows: Sequence[ListRow], lang: Lang) -> Document:
    """A table for each folder, in the order in which folders are searched."""
    voice = Voice(lang)
    folders = dict.fromkeys(row.folder for row in rows)
    tables = [block for folder in folders for block in _folder(folder, rows, voice)]
    return Document((Heading(1, voice.say("list.title")), *(tables or [Paragraph(voice.say("list.none"))])))


def _folder(folder: str, rows: Sequence[ListRow], voice: Voice) -> list[Block]:
    columns = (
        Column(voice.say("column.plan"), width=28),
        Column(voice.say("column.title"), ratio=1),
        Column(voice.say("column.size"), right=True),
        Column(voice.say("column.damage"), width=22),
    )
    inside = tuple(_row(row, voice) for row in rows if row.folder == folder)
    return [Heading(2, folder), Table(columns, inside, airy=True)]


def _row(row: ListRow, voice: Voice) -> tuple[Cell, ...]:
    return (
        Cell(f"\n{_what(row, voice)}", "dim" if row.shadowed_by else "plain", lead=row.id),
        _title(row, voice),
        Cell("" if row.characters is None else str(row.characters)),
        Cell("" if row.problem else _damage(row, voice)),
    )


def _what(row: ListRow, voice: Voice) -> str:
    city = city_name(row.city, row.city_zh, voice.lang)
    year = str(row.year) if row.year else voice.say("list.no_year")
    return voice.listed(filter(None, (city, year, voice.kind(row.kind, digest=row.digest))))


def _title(row: ListRow, voice: Voice) -> Cell:
    if row.problem:
        return Cell(voice.say("list.problem", problem=row.problem), "bad")
    if row.shadowed_by:
        return Cell(f"{row.title or ''}\n{voice.say('list.shadowed', path=row.shadowed_by)}", "dim")
    return Cell(row.title or "")


def _damage(row: ListRow, voice: Voice) -> str:
    ranked = sorted(row.repairs.items(), key=lambda item: -item[1])
    counts = [f"{voice.say(f'repair.{kind}')} {count}" for kind, count in ranked]
    doubts = [voice.say("list.suspects", count=row.suspects)] if row.suspects else []
    return voice.listed([*counts, *doubts]) or voice.say("list.undamaged")
