"""Many plans in one table as a plain dict."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from qcompare.matrices import (
    Matrix,
    MeasureMatrix,
    MeasureRow,
    Place,
    SimilarityMatrix,
    TopicMatrix,
    mean_share,
)
from qcompare.models import Match
from qcompare.rendering.plain import Json, pick, plain
from qcompare.rendering.records.comparison import digest_warnings, settings_json, topic_row
from qcompare.rendering.records.plan import metadata_json
from qcompare.rendering.views.notices import said
from qcompare.taxonomy import Taxonomy


def matrix_json(matrix: Matrix) -> Json:
    """Topics, measures or likeness of plans as ``qcompare/matrix/1``; ``by`` says which."""
    ids = [plan.meta.id for plan in matrix.plans]
    return {
        "schema": "qcompare/matrix/1",
        **_body(matrix, ids),
        "settings": settings_json(matrix.settings),
        "warnings": [
            *digest_warnings([plan.meta for plan in matrix.plans]),
            *(said(notice, "en") for notice in matrix.notices),
        ],
        "plans": [metadata_json(plan) for plan in matrix.plans],
    }


def _body(matrix: Matrix, ids: Sequence[str]) -> Json:
    match matrix:
        case TopicMatrix(rows=rows, taxonomy=taxonomy):
            means = (plain(mean_share(row.cells)) for row in rows)
            topics = [
                {**topic_row(row, taxonomy, ids, matrix.by_hand), "mean_share": m}
                for row, m in zip(rows, means, strict=True)
            ]
            return {"by": "topic", "topics": topics}
        case MeasureMatrix(rows=rows, taxonomy=taxonomy):
            measures = [_measure_row(row, taxonomy, ids) for row in rows]
            return {"by": "measure", "measures": measures, "sums": _sums(matrix, ids)}
        case SimilarityMatrix(rows=values):
            likeness = {"plans": list(ids), "matrix": plain(values)}
            return {"by": "city", "similarity": likeness, "by_hand": _by_hand(matrix, ids)}
    assert_never(matrix)


def _measure_row(row: MeasureRow, taxonomy: Taxonomy, ids: Sequence[str]) -> Json:
    measure = row.measure
    return {
        "measure": measure.id,
        "topic": measure.topic,
        "pillar": taxonomy.pillar_of(measure.topic),
        "label_zh": measure.zh,
        "label_en": measure.en,
        "adopters": len(row.adopters),
        "cells": {plan: [_place(place) for place in cell] for plan, cell in zip(ids, row.cells, strict=True)},
    }


def _place(place: Place) -> Json:
    return {"section" if place.heading else "unit": place.id, **pick(place, "ref", "score", "by_hand")}


def _by_hand(matrix: SimilarityMatrix, ids: Sequence[str]) -> Json:
    return {
        "units": {plan: sorted(units) for plan, units in zip(ids, matrix.by_hand, strict=True)},
        "made": [_pair(match) for match in matrix.made],
        "parted": [_pair(match) for match in matrix.parted],
    }


def _pair(match: Match) -> Json:
    return pick(match, "a", "b", "score", "by_hand")


def _sums(matrix: MeasureMatrix, ids: Sequence[str]) -> Json:
    return {
        "all": _ids(matrix.shared()),
        "plans": [
            {"plan": plan, "found": len(matrix.found(n)), "only": _ids(matrix.alone(n))}
            for n, plan in enumerate(ids)
        ],
    }


def _ids(rows: Sequence[MeasureRow]) -> list[str]:
    return [row.measure.id for row in rows]
