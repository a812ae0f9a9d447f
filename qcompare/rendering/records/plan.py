"""One plan as a plain dict."""

from __future__ import annotations

from collections.abc import Sequence

from qcompare.models import Assignment, CodedPlan, Plan, Repair, Section, Source, Target, Unit
from qcompare.rendering.plain import Json, pick, plain, record
from qcompare.rendering.views.notices import said
from qcompare.taxonomy import Taxonomy

_EXAMPLES = 5  # of each kind of repair in a plan; ``clean`` has them all


def plan_json(coded: CodedPlan, taxonomy: Taxonomy) -> Json:
    """One plan as ``qcompare/plan/1``."""
    plan = coded.plan
    return {
        "schema": "qcompare/plan/1",
        "plan": metadata_json(plan),
        "repairs": _grouped(plan.repairs),
        "suspects": plain(plan.suspects),
        "sections": [_section(s, a, taxonomy) for s, a in zip(plan.sections, coded.sections, strict=True)],
        "units": [_unit(u, a, taxonomy) for u, a in zip(plan.units, coded.units, strict=True)],
        "targets": [_target(t) for t in coded.targets],
        "coverage": record(plan.coverage),
        "warnings": [said(notice, "en") for notice in coded.notices],
    }


def metadata_json(plan: Plan) -> Json:
    """What a document is, and where it comes from."""
    meta = plan.meta
    where = pick(meta, "id", "city", "city_zh", "province", "district", "level")
    when = pick(meta, "year", "year_source", "period")
    what = pick(meta, "title", "notice_title", "doc_number", "issuer", "issued", "kind", "about", "digest")
    return {**where, **when, **what, "source": source_json(plan.source)}


def source_json(source: Source) -> Json:
    """Where a text comes from."""
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
    return {**own, **_code(code, taxonomy), **more, "chrome": unit.chrome, **pick(code, "by_hand")}


def _code(code: Assignment, taxonomy: Taxonomy) -> Json:
    pillar = taxonomy.pillar_of(code.topic)
    return {"topic": code.topic, "pillar": pillar, **pick(code, "score", "unsure", "alternatives")}


def _target(target: Target) -> Json:
    return {**record(target), "value": _figure(target.value), "value_hi": _figure(target.value_hi)}


def _figure(value: float | None) -> float | int | None:
    """A written figure: 30 and not 30.0."""
    return int(value) if value is not None and float(value).is_integer() else value
