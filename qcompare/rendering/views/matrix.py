"""Many plans in one table: topics, measures, or how alike the plans are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from qcompare.matrices import Matrix, MeasureMatrix, SimilarityMatrix, TopicMatrix, mean_share
from qcompare.models import Lang, Metadata, TopicCell
from qcompare.rendering.document import Block, Cell, Column, Document, Heading, Paragraph, Table
from qcompare.rendering.views import adoption, similarity
from qcompare.rendering.views.columns import Columns
from qcompare.rendering.views.figures import percent, score
from qcompare.rendering.views.shares import Line, largest, lines, notes, spoken_of
from qcompare.rendering.views.voice import Voice
from qcompare.rendering.views.who import digest_banners, filters_banner

_NAMED = 6  # so many plans are named in the title
# The display columns of what stands in front, at least, and of a cell: units, share and sign; a score.
_TOPICS = 20, 9
_SCORES = 24, 4
_MUCH = 1.5  # times the average of the plans, and as many times below it: far enough to be marked


def document(matrix: Matrix, lang: Lang, *, limit: int | None = None, width: int | None = None) -> Document:
    """A matrix, labels in ``lang``; ``limit`` bounds the rows of a table, ``width`` its display columns."""
    voice = Voice(lang) if isinstance(matrix, SimilarityMatrix) else Voice(lang, matrix.taxonomy)
    metas = [plan.meta for plan in matrix.plans]
    columns = Columns.of(metas, voice, _sizes(matrix, limit, width), limit=limit, width=width)
    what, body = _body(matrix, columns)
    plans = voice.listed(columns.names)
    named = plans if len(columns.names) <= _NAMED else voice.say("matrix.plans", count=len(columns.names))
    return Document(
        (
            Heading(1, voice.say(f"matrix.{what}", plans=named)),
            *digest_banners(metas, voice),
            *filters_banner(matrix.settings, voice),
            _plans(matrix, columns),
            *body,
            *([] if limit is None or what == "city" else [Paragraph(voice.say("matrix.more"), "dim")]),
        )
    )


def left_out(hidden: Sequence[Metadata], unreadable: Sequence[Metadata], lang: Lang) -> str:
    """Which of the plans that were found are not in a matrix of all of them; '' if all are."""
    voice = Voice(lang)
    groups = (("matrix.hidden", hidden), ("matrix.unreadable", unreadable))
    return voice.sentences(
        voice.say(key, plans=voice.listed(meta.id for meta in metas)) for key, metas in groups if metas
    )


def _sizes(matrix: Matrix, limit: int | None, width: int | None) -> tuple[int, int]:
    match matrix:
        case TopicMatrix():
            return _TOPICS
        case MeasureMatrix():
            return adoption.sizes(len(matrix.plans), limit, width)
        case SimilarityMatrix():
            return _SCORES
    assert_never(matrix)


def _body(matrix: Matrix, columns: Columns) -> tuple[str, list[Block]]:
    match matrix:
        case TopicMatrix():
            return "topic", _topics(matrix, columns)
        case MeasureMatrix():
            return "measure", adoption.blocks(matrix, columns)
        case SimilarityMatrix():
            return "city", _similarity(matrix, columns)
    assert_never(matrix)


def _plans(matrix: Matrix, columns: Columns) -> Table:
    """Each plan with its sums."""
    voice = columns.voice
    sums = _sums(matrix)
    header = (
        Column(voice.say("column.plan")),
        Column(voice.say("column.document"), ratio=1),
        *(Column(voice.say(key), right=True) for key in sums),
    )
    rows = (
        (
            Cell("" if name.endswith(meta.id) else f"\n{meta.id}", lead=name),
            Cell(_document(meta, voice)),
            *(Cell(str(s[n])) for s in sums.values()),
        )
        for n, (name, meta) in enumerate(zip(columns.titles, columns.metas, strict=True))
    )
    return Table(header, tuple(rows))


def _document(meta: Metadata, voice: Voice) -> str:
    kind = voice.kind(meta.kind, digest=meta.digest)
    date = meta.issued or (str(meta.year) if meta.year else None)
    return voice.listed(filter(None, (meta.doc_number, date, kind)))


def _sums(matrix: Matrix) -> dict[str, list[int]]:
    """The sums of each plan, under the keys of their headings."""
    plans = range(len(matrix.plans))
    match matrix:
        case TopicMatrix(rows=rows):
            return {
                "column.units": [sum(len(row.cells[n].units) for row in rows) for n in plans],
                "column.size": [sum(row.cells[n].characters for row in rows) for n in plans],
            }
        case MeasureMatrix():
            return {
                "column.measures": [len(matrix.found(n)) for n in plans],
                **({"column.alone": [len(matrix.alone(n)) for n in plans]} if len(plans) > 1 else {}),
            }
        case SimilarityMatrix():
            return {}
    assert_never(matrix)


# --- topics ---------------------------------------------------------------------------------------


def _topics(matrix: TopicMatrix, columns: Columns) -> list[Block]:
    voice = columns.voice
    filled = spoken_of(matrix.rows)
    kept = largest(filled, columns.limit, voice)
    drawn = lines(filled, kept, {row.topic for row in matrix.rows}, voice)
    tables = (_shares(drawn, columns, block) for block in columns.blocks)
    small = [row for row in filled if row not in kept]
    return [
        *tables,
        *notes(len(matrix.rows) - len(filled), small, voice),
        Paragraph(voice.say("matrix.legend" if len(columns.names) > 1 else "matrix.legend_one"), "dim"),
    ]


def _shares(drawn: Sequence[Line], columns: Columns, block: slice) -> Table:
    several = len(columns.names) > 1
    header = (
        Column(columns.voice.say("column.pillar_topic"), width=32),
        *([Column(columns.voice.say("column.mean"), right=True)] if several else []),
        *(Column(head, width=columns.each) for head in columns.heads[block]),
    )
    rows = tuple(
        (
            line.head,
            *([Cell(percent(mean_share(line.cells)), "dim")] if several else []),
            *(_figures(cell, mean_share(line.cells), line) for cell in line.cells[block]),
        )
        for line in drawn
    )
    return Table(header, rows, columns.caption(block))


def _figures(cell: TopicCell, mean: float, line: Line) -> Cell:
    """Units, share, and whether it is far from the average."""
    if not cell.units:
        return Cell("  –", "dim")
    text = f"{len(cell.units):>3} {percent(cell.share):>4}{_standing(cell.share, mean)}"
    return Cell("", line.tone, lead=text) if line.strong else Cell(text, line.tone)


def _standing(share: float, mean: float) -> str:
    if share > mean * _MUCH:
        return "▲"
    return "▼" if share * _MUCH < mean else ""


# --- similarity -----------------------------------------------------------------------------------


def _similarity(matrix: SimilarityMatrix, columns: Columns) -> list[Block]:
    tables = (
        similarity.matrix(columns.titles, columns.heads, matrix.rows, block, columns.caption(block))
        for block in columns.blocks
    )
    note = columns.voice.say("matrix.similarity", min_score=score(matrix.settings.min_score))
    return [*tables, Paragraph(note, "dim")]
