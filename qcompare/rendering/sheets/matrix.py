"""Many plans in one table as rows for CSV: a row per topic, measure or plan, a column per plan."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import assert_never

from qcompare.matrices import Matrix, MeasureMatrix, SimilarityMatrix, TopicMatrix, mean_share
from qcompare.models import TopicCell
from qcompare.rendering.csvout import Sheet, Value
from qcompare.rendering.plain import plain

_BETWEEN = "; "  # references in a cell
_FIGURES = ("units", "characters", "share", "by_hand")  # of a plan; the last: units whose topic somebody set


def sheet(matrix: Matrix) -> Sheet:
    """Measures with their references; topics with four columns for each plan; likeness as a square."""
    ids = [plan.meta.id for plan in matrix.plans]
    match matrix:
        case TopicMatrix():
            figures = [f"{plan} {figure}" for plan in ids for figure in _FIGURES]
            return ["topic", "pillar", "label_zh", "label_en", "mean_share", *figures], _topics(matrix)
        case MeasureMatrix():
            header = ["measure", "topic", "pillar", "label_zh", "label_en", "adopters", *ids]
            return header, _measures(matrix)
        case SimilarityMatrix():
            values = zip(ids, matrix.rows, strict=True)
            return ["plan", *ids], ([plan, *map(_rounded, row)] for plan, row in values)
    assert_never(matrix)


def _topics(matrix: TopicMatrix) -> Iterator[list[Value]]:
    for row in matrix.rows:
        topic = matrix.taxonomy.topic(row.topic)
        labels = (topic.zh, topic.en) if topic else (row.topic, row.topic)
        cells = zip(row.cells, matrix.by_hand, strict=True)
        figures = [figure for cell, coded in cells for figure in _figures(cell, coded)]
        yield [
            row.topic,
            matrix.taxonomy.pillar_of(row.topic),
            *labels,
            _rounded(mean_share(row.cells)),
            *figures,
        ]


def _figures(cell: TopicCell, coded: Collection[str]) -> tuple[Value, ...]:
    by_hand = sum(unit in coded for unit in cell.units)
    return len(cell.units), cell.characters, _rounded(cell.share), by_hand


def _measures(matrix: MeasureMatrix) -> Iterator[list[Value]]:
    for row in matrix.rows:
        known = row.measure
        pillar = matrix.taxonomy.pillar_of(known.topic)
        cells = (_BETWEEN.join(place.marked for place in cell) for cell in row.cells)
        yield [known.id, known.topic, pillar, known.zh, known.en, len(row.adopters), *cells]


def _rounded(value: float) -> float:
    return float(str(plain(value)))
