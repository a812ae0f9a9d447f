"""Which plan has which measure: a table for each pillar, then what all have and what only one has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from qcompare.matrices import MeasureMatrix, MeasureRow, Place
from qcompare.rendering.document import Block, Cell, Column, Heading, Paragraph, Table
from qcompare.rendering.views.columns import Columns, fits
from qcompare.rendering.views.voice import BY_HAND, Voice
from qcompare.taxonomy import Measure

_REFERRED = 15, 11  # display columns of a measure at least, and of 二(二)10 ¶3; longer ones fold
_COUNTED = 30, 3
_REFERENCES = 3  # in a cell, within a limit
_NONE = Cell("–", "dim")


def sizes(plans: int, limit: int | None, width: int | None) -> tuple[int, int]:
    """The display columns of a measure and of a cell.

    References give way to counts where they do not fit, unless all is asked for.
    """
    return _REFERRED if limit is None or fits(plans, *_REFERRED, width) else _COUNTED


def blocks(matrix: MeasureMatrix, columns: Columns) -> list[Block]:
    """Within a limit the measures of each pillar that most plans have."""
    if not matrix.rows:
        return [Paragraph(columns.voice.say("adoption.none"))]
    tables = list(_tables(matrix, columns))
    return [*_sums(matrix, columns), *_signs(tables, columns), *tables, *_apart(matrix, columns)]


def _counted(columns: Columns) -> bool:
    return columns.cell == _COUNTED[1]


def _sums(matrix: MeasureMatrix, columns: Columns) -> list[Block]:
    voice = columns.voice
    filled = [cell for row in matrix.rows for cell in row.cells if cell]
    doubtful = sum(all(place.doubtful for place in cell) for cell in filled)
    summary = voice.say(
        "adoption.sums" if len(matrix.plans) > 1 else "adoption.sum",
        found=len(matrix.rows),
        plans=len(matrix.plans),
        shared=len(matrix.shared()),
        alone=sum(len(matrix.alone(n)) for n in range(len(matrix.plans))),
    )
    doubt = voice.say("adoption.doubt", doubtful=doubtful, cells=len(filled))
    legend = "adoption.counts" if _counted(columns) else "adoption.legend"
    return [Paragraph(voice.sentences([summary, doubt])), Paragraph(voice.say(legend), "dim")]


def _signs(blocks: Sequence[Block], columns: Columns) -> list[Block]:
    """What the sign of handwork means, where a table bears it."""
    cells = (cell for block in blocks if isinstance(block, Table) for row in block.rows for cell in row)
    if not any(BY_HAND.strip() in cell.text for cell in cells):
        return []
    legend = "hand_share_legend" if _counted(columns) else "hand_legend"
    return [Paragraph(columns.voice.say(legend), "dim")]


# --- the tables -----------------------------------------------------------------------------------


def _tables(matrix: MeasureMatrix, columns: Columns) -> Iterator[Block]:
    voice, pillar_of = columns.voice, matrix.taxonomy.pillar_of
    for pillar, inside in groupby(matrix.rows, key=lambda row: pillar_of(row.measure.topic)):
        rows = list(inside)
        kept = _most_adopted(rows, columns.limit)
        yield Heading(2, voice.pillar(pillar))
        yield from (_table(kept, columns, block) for block in columns.blocks)
        yield Paragraph(voice.shown(len(kept), len(rows)), "dim")


def _most_adopted(rows: Sequence[MeasureRow], limit: int | None) -> list[MeasureRow]:
    ranked = sorted(rows, key=lambda row: -len(row.adopters))[:limit]
    return [row for row in rows if row in ranked]


def _table(rows: Sequence[MeasureRow], columns: Columns, block: slice) -> Table:
    voice = columns.voice
    plans = [Column(head, width=columns.each) for head in columns.heads[block]]
    adopters = len(columns.blocks) > 1 or columns.numbered
    drawn: list[tuple[Cell, ...]] = []
    for topic, inside in groupby(rows, key=lambda row: row.measure.topic):
        drawn.append((Cell("", voice.tone(topic), lead=voice.topic(topic)), *[Cell("")] * len(plans)))
        drawn += [
            (_label(row, voice, adopters=adopters), *(_cell(cell, columns) for cell in row.cells[block]))
            for row in inside
        ]
    return Table((Column(voice.say("column.measure"), ratio=1), *plans), tuple(drawn), columns.caption(block))


def _label(row: MeasureRow, voice: Voice, *, adopters: bool) -> Cell:
    """The measure, with how many plans have it where that is not seen at a glance."""
    count = f" {len(row.adopters)}/{len(row.cells)}" if adopters else ""
    return Cell(f" {_name(row.measure, voice)}{count}")


def _name(measure: Measure, voice: Voice) -> str:
    return measure.zh if voice.lang == "zh" else measure.en


def _cell(places: Sequence[Place], columns: Columns) -> Cell:
    if not places:
        return _NONE
    if _counted(columns):
        return Cell(f"{len(places)}{BY_HAND.strip() * any(place.by_hand for place in places)}")
    refs = list(dict.fromkeys(place.marked for place in places))
    shown = refs if columns.limit is None or len(refs) <= _REFERENCES else refs[: _REFERENCES - 1]
    more = [f"+{len(refs) - len(shown)}"] if len(shown) < len(refs) else []
    return Cell("\n".join([*shown, *more]))


# --- what all have, and what only one has ---------------------------------------------------------


def _apart(matrix: MeasureMatrix, columns: Columns) -> list[Block]:
    voice = columns.voice
    if len(matrix.plans) < 2:
        return []
    sets = [(voice.say("adoption.all"), matrix.shared())]
    sets += [(title, matrix.alone(n)) for n, title in enumerate(columns.titles)]
    header = (
        Column(voice.say("column.plan"), width=16),
        Column(voice.say("column.count"), right=True),
        Column(voice.say("column.measures"), ratio=1),
    )
    rows = tuple(
        (Cell("", lead=title), Cell(str(len(rows))), Cell(_listed(rows, columns)))
        for title, rows in sets
        if rows
    )
    if not rows:
        return []
    return [Heading(2, voice.say("adoption.apart")), Table(header, rows, airy=True)]


def _listed(rows: Sequence[MeasureRow], columns: Columns) -> str:
    voice = columns.voice
    shown = [_name(row.measure, voice) for row in rows[: columns.limit]]
    rest = len(rows) - len(shown)
    return voice.listed([*shown, *([voice.say("adoption.more", count=rest)] if rest else [])])
