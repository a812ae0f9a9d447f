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
from qcompare.rendering.views.voice import BY_HAND, Voice
from qcompare.rendering.views.who import digest_banners, filters_banner

_NAMED = 6  # so many plans are named in the title
# The display columns of what stands in front, at least, and of a cell: units, share and signs; a score.
_TOPICS = 20, 9
_TOPICS_BY_HAND = 20, 11
_SCORES = 24, 4
# Far enough from the average of the plans to be marked: so many times above or below it, and by so much of
# the text; above it with more than one sentence, which may just be long. The average of two tells nothing.
_MUCH = 1.5
_FAR = 0.02
_SEVERAL = 2
_PLANS = 3


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
        case TopicMatrix(by_hand=by_hand):
            return _TOPICS_BY_HAND if any(by_hand) else _TOPICS
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
    tables = (_shares(drawn, matrix, columns, block) for block in columns.blocks)
    by_hand = any(map(any, (_marks(line, matrix) for line in drawn)))
    small = [row for row in filled if row not in kept]
    return [
        *tables,
        *notes(len(matrix.rows) - len(filled), small, voice),
        Paragraph(voice.say("matrix.legend" if len(columns.names) >= _PLANS else "matrix.legend_few"), "dim"),
        *([Paragraph(voice.say("hand_share_legend"), "dim")] if by_hand else []),
    ]


def _shares(drawn: Sequence[Line], matrix: TopicMatrix, columns: Columns, block: slice) -> Table:
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
            *_figures(line, _marks(line, matrix))[block],
        )
        for line in drawn
    )
    return Table(header, rows, columns.caption(block))


def _marks(line: Line, matrix: TopicMatrix) -> tuple[str, ...]:
    """For each plan the sign of a cell that holds units whose topic somebody set."""
    cells = zip(line.cells, matrix.by_hand, strict=True)
    return tuple("" if coded.isdisjoint(cell.units) else BY_HAND for cell, coded in cells)


def _figures(line: Line, marks: Sequence[str]) -> list[Cell]:
    """For each plan units, share, the sign of one far from the average, and that of handwork."""
    mean = mean_share(line.cells) if len(line.cells) >= _PLANS else None
    signs = ("" if mean is None else _standing(cell, mean) for cell in line.cells)
    return [_figure(*each, line) for each in zip(line.cells, signs, marks, strict=True)]


def _figure(cell: TopicCell, sign: str, mark: str, line: Line) -> Cell:
    if not cell.units:
        return Cell(f"  –{sign:>6}".rstrip(), "dim")
    text = f"{len(cell.units):>3} {percent(cell.share):>4}{sign}{mark}"
    return Cell("", line.tone, lead=text) if line.strong else Cell(text, line.tone)


def _standing(cell: TopicCell, mean: float) -> str:
    if abs(cell.share - mean) < _FAR:
        return ""
    if cell.share > mean * _MUCH:
        return "▲" if len(cell.units) >= _SEVERAL else ""
    return "▼" if cell.share * _MUCH < mean else ""


# --- similarity -----------------------------------------------------------------------------------


def _similarity(matrix: SimilarityMatrix, columns: Columns) -> list[Block]:
    tables = (
        similarity.matrix(columns.titles, columns.heads, matrix.rows, block, columns.caption(block))
        for block in columns.blocks
    )
    voice = columns.voice
    note = voice.say("matrix.similarity", min_score=score(matrix.settings.min_score))
    sums = {
        "units": sum(map(len, matrix.by_hand)),
        "made": len(matrix.made),
        "parted": len(matrix.parted),
    }
    by_hand = [Paragraph(voice.say("matrix.by_hand", **sums))] if any(sums.values()) else []
    return [*tables, Paragraph(note, "dim"), *by_hand]
