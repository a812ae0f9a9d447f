"""Plans side by side as a plain dict."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from qcompare.models import Comparison, Metadata, RunSettings, TopicRow
from qcompare.overrides import coded_by_hand
from qcompare.rendering.plain import Json, pick, plain, record
from qcompare.rendering.records.plan import plan_json
from qcompare.rendering.views.notices import said
from qcompare.taxonomy import Taxonomy


def comparison_json(comparison: Comparison) -> Json:
    """Two to six plans side by side as ``qcompare/comparison/1``."""
    ids = [p.plan.meta.id for p in comparison.plans]
    by_hand = [coded_by_hand(p) for p in comparison.plans]
    return {
        "schema": "qcompare/comparison/1",
        "settings": settings_json(comparison.settings),
        "warnings": warnings(comparison),
        "plans": [plan_json(p, comparison.taxonomy) for p in comparison.plans],
        "topics": [topic_row(row, comparison.taxonomy, ids, by_hand) for row in comparison.topics],
        "matches": plain(comparison.matches),
        "rows": [{"topic": r.topic, "units": _by_plan(ids, r.units)} for r in comparison.rows],
        "sections": [
            {
                "topic": r.topic,
                "sections": _by_plan(ids, r.sections),
                "score": plain(r.score),
                "elsewhere": _by_plan(ids, r.elsewhere or [()] * len(ids)),
            }
            for r in comparison.sections
        ],
        "only": _by_plan(ids, comparison.only),
        "targets": [
            {"topic": r.topic, "indicator": r.indicator, "cells": _by_plan(ids, r.targets)}
            for r in comparison.targets
        ],
        "similarity": {"plans": ids, "matrix": plain(comparison.similarity)},
        "parted": plain(comparison.parted),
    }


def warnings(comparison: Comparison) -> list[str]:
    """What a reader of the figures must know first."""
    digests = digest_warnings([p.plan.meta for p in comparison.plans])
    return [*digests, *(said(notice, "en") for notice in comparison.notices)]


def digest_warnings(metas: Sequence[Metadata]) -> list[str]:
    """That a digest is set against a real plan."""
    digests = [meta.id for meta in metas if meta.digest]
    real = [meta.id for meta in metas if not meta.digest]
    if not digests or not real:
        return []
    return [
        f"digest compared with a real plan: {', '.join(digests)} (written summary, not to be quoted) "
        f"against {', '.join(real)}; shares and counts of the two do not measure the same"
    ]


def settings_json(settings: RunSettings) -> Json:
    """What a run was made with; ``filters`` as name → values: an option may be given more than once."""
    filters: dict[str, list[str]] = {}
    for name, value in settings.filters:
        filters.setdefault(name, []).append(value)
    return {**pick(settings, "version", "config_sha256", "min_score", "related_score"), "filters": filters}


def topic_row(
    row: TopicRow, taxonomy: Taxonomy, ids: Sequence[str], by_hand: Sequence[Collection[str]]
) -> Json:
    """One topic over all plans; ``by_hand``: the units of each plan whose topic somebody set."""
    topic = taxonomy.topic(row.topic)
    cells = zip(ids, row.cells, by_hand, strict=True)
    return {
        "topic": row.topic,
        "pillar": taxonomy.pillar_of(row.topic),
        "label_zh": topic.zh if topic else row.topic,
        "label_en": topic.en if topic else row.topic,
        "cells": {
            plan: {**record(cell), "by_hand": [unit for unit in cell.units if unit in coded]}
            for plan, cell, coded in cells
        },
    }


def _by_plan(ids: Sequence[str], cells: Sequence[Sequence[str]]) -> Json:
    return {plan: list(cell) for plan, cell in zip(ids, cells, strict=True)}
