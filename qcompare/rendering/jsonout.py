"""Finished values as plain dicts, the face of qcompare for programs; keys in the order of the contract."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from qcompare.models import (
    Assignment,
    CleanText,
    CodedPlan,
    Comparison,
    Metadata,
    Repair,
    Section,
    Source,
    Target,
    TopicRow,
    Unit,
)
from qcompare.rendering.plain import Json, pick, plain, record
from qcompare.rendering.views.list import ListRow
from qcompare.taxonomy import Taxonomy

_EXAMPLES = 5  # of each kind of repair in a plan; ``clean`` has them all


def dumps(value: Mapping[str, object]) -> str:
    """``value`` as a JSON text that people can read, with a line end at its close."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def plan_json(coded: CodedPlan, taxonomy: Taxonomy) -> Json:
    """One plan as ``qcompare/plan/1``."""
    plan = coded.plan
    return {
        "schema": "qcompare/plan/1",
        "plan": _metadata(plan.meta, plan.source),
        "repairs": _grouped(plan.repairs),
        "suspects": plain(plan.suspects),
        "sections": [_section(s, a, taxonomy) for s, a in zip(plan.sections, coded.sections, strict=True)],
        "units": [_unit(u, a, taxonomy) for u, a in zip(plan.units, coded.units, strict=True)],
        "targets": [_target(t) for t in coded.targets],
        "coverage": record(plan.coverage),
    }


def comparison_json(comparison: Comparison) -> Json:
    """Two to six plans side by side as ``qcompare/comparison/1``."""
    ids = [p.plan.meta.id for p in comparison.plans]
    return {
        "schema": "qcompare/comparison/1",
        "settings": _settings(comparison),
        "warnings": warnings(comparison),
        "plans": [plan_json(p, comparison.taxonomy) for p in comparison.plans],
        "topics": [_topic_row(row, comparison.taxonomy, ids) for row in comparison.topics],
        "matches": plain(comparison.matches),
        "rows": [{"topic": r.topic, "units": _by_plan(ids, r.units)} for r in comparison.rows],
        "sections": [
            {"topic": r.topic, "sections": _by_plan(ids, r.sections), "score": plain(r.score)}
            for r in comparison.sections
        ],
        "only": _by_plan(ids, comparison.only),
        "targets": [
            {"topic": r.topic, "indicator": r.indicator, "cells": _by_plan(ids, r.targets)}
            for r in comparison.targets
        ],
        "similarity": {"plans": ids, "matrix": plain(comparison.similarity)},
    }


def list_json(rows: Iterable[ListRow]) -> Json:
    """The plans that can be named as ``qcompare/list/1``."""
    return {"schema": "qcompare/list/1", "plans": [record(r) for r in rows]}


def clean_json(clean: CleanText, source: Source) -> Json:
    """A repaired text with the log of every repair as ``qcompare/clean/1``."""
    return {
        "schema": "qcompare/clean/1",
        "text": clean.text,
        "source": _source(source),
        "repairs": plain(clean.repairs),
        "suspects": plain(clean.suspects),
        "counts": {
            "characters": len(clean.text),
            "source_characters": clean.offsets.source_length,
            "whitespace": sum(map(str.isspace, clean.text)),
            "repairs": dict(Counter(r.kind for r in clean.repairs)),
            "suspects": len(clean.suspects),
        },
    }


def taxonomy_json(taxonomy: Taxonomy) -> Json:
    """The taxonomy in force as ``qcompare/taxonomy/1``."""
    return {
        "schema": "qcompare/taxonomy/1",
        "pillars": [{"id": p.id, "label_zh": p.zh, "label_en": p.en} for p in taxonomy.pillars],
        "topics": [
            {
                "id": t.id,
                "pillar": t.pillar,
                "label_zh": t.zh,
                "label_en": t.en,
                **pick(t, "terms", "headings"),
            }
            for t in taxonomy.topics
        ],
        "measures": [
            {"id": m.id, "topic": m.topic, "label_zh": m.zh, "label_en": m.en, **pick(m, "terms", "weight")}
            for m in taxonomy.measures
        ],
        "rules": [record(r) for r in taxonomy.rules],
    }


def warnings(comparison: Comparison) -> list[str]:
    """What a reader of the figures must know first: a digest is set against a real plan."""
    digests = [p.plan.meta.id for p in comparison.plans if p.plan.meta.digest]
    real = [p.plan.meta.id for p in comparison.plans if not p.plan.meta.digest]
    if not digests or not real:
        return []
    return [
        f"digest compared with a real plan: {', '.join(digests)} (written summary, not to be quoted) "
        f"against {', '.join(real)}; shares and counts of the two do not measure the same"
    ]


def _metadata(meta: Metadata, source: Source) -> Json:
    where = pick(meta, "id", "city", "city_zh", "province", "district", "level")
    when = pick(meta, "year", "year_source", "period")
    what = pick(meta, "title", "notice_title", "doc_number", "issuer", "issued", "kind", "about", "digest")
    return {**where, **when, **what, "source": _source(source)}


def _source(source: Source) -> Json:
    return pick(source, "path", "url", "retrieved", "sha256", "format", "encoding")


def _grouped(repairs: Sequence[Repair]) -> list[Json]:
    """Repairs by kind, the most frequent first, with the first few of each."""
    examples: dict[str, list[Json]] = {}
    for repair in repairs:
        examples.setdefault(repair.kind, []).append(pick(repair, "before", "after", "at"))
    return [
        {"kind": kind, "count": len(found), "examples": found[:_EXAMPLES]}
        for kind, found in sorted(examples.items(), key=lambda item: -len(item[1]))
    ]


def _section(section: Section, code: Assignment, taxonomy: Taxonomy) -> Json:
    own = pick(section, "id", "parent", "level", "number", "title", "span")
    return {**own, **_code(code, taxonomy), "ref": section.ref}


def _unit(unit: Unit, code: Assignment, taxonomy: Taxonomy) -> Json:
    own = pick(unit, "id", "section", "ref", "text", "span", "source_span")
    more = pick(code, "measures", "evidence")
    return {**own, **_code(code, taxonomy), **more, "chrome": unit.chrome}


def _code(code: Assignment, taxonomy: Taxonomy) -> Json:
    pillar = taxonomy.pillar_of(code.topic)
    return {"topic": code.topic, "pillar": pillar, **pick(code, "score", "unsure", "alternatives")}


def _target(target: Target) -> Json:
    return {**record(target), "value": _figure(target.value), "value_hi": _figure(target.value_hi)}


def _figure(value: float | None) -> float | int | None:
    """A written figure: 30 and not 30.0."""
    return int(value) if value is not None and float(value).is_integer() else value


def _settings(comparison: Comparison) -> Json:
    """``filters`` as name → values: an option may be given more than once."""
    settings = comparison.settings
    filters: dict[str, list[str]] = {}
    for name, value in settings.filters:
        filters.setdefault(name, []).append(value)
    return {**pick(settings, "version", "config_sha256", "min_score", "related_score"), "filters": filters}


def _topic_row(row: TopicRow, taxonomy: Taxonomy, ids: Sequence[str]) -> Json:
    topic = taxonomy.topic(row.topic)
    return {
        "topic": row.topic,
        "pillar": taxonomy.pillar_of(row.topic),
        "label_zh": topic.zh if topic else row.topic,
        "label_en": topic.en if topic else row.topic,
        "cells": {plan: record(cell) for plan, cell in zip(ids, row.cells, strict=True)},
    }


def _by_plan(ids: Sequence[str], cells: Sequence[Sequence[str]]) -> Json:
    return {plan: list(cell) for plan, cell in zip(ids, cells, strict=True)}
