"""Settings and taxonomy from a plain mapping: every fault collected, then one error."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from qcompare.checks import (
    Check,
    Fault,
    Faults,
    complaint,
    is_count,
    is_number,
    is_text,
    list_of,
    mapping_of,
    one_of,
    record,
    shown,
    unknown,
    within,
)
from qcompare.models import CHROME, CONTEXT, OTHER, Lang
from qcompare.taxonomy import Measure, Pillar, Rule, Taxonomy, Term, Topic


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The named limits; ``config.yaml`` says on which data each was set."""

    min_score: float
    related_score: float
    unsure_score: float
    section_score: float


@dataclass(frozen=True, slots=True)
class CodingWeights:
    """How much each kind of evidence counts for the topic of a unit."""

    measure: float
    heading: float
    trail: float
    opener: float
    neighbour: float


@dataclass(frozen=True, slots=True)
class AligningWeights:
    """How strongly each kind of likeness speaks for a pair, 0 up; the last two speak against it."""

    share: float
    amount: float
    measures: float
    topic: float
    pillar: float
    crowding: float
    start: float


@dataclass(frozen=True, slots=True)
class Wording:
    """Words of Taiwan and Hong Kong texts and their mainland forms, longest first; ``keep`` stays.

    ``proof``: names of the mainland that are never said otherwise; one that is shows a rewritten text.
    """

    replace: tuple[tuple[str, str], ...]
    keep: tuple[str, ...]
    proof: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may ask for before it is refused; megabytes are of 10⁶ bytes.

    ``file_mb`` of bytes as they lie on disk, ``unpacked_mb`` of what is packed in a Word file, ``pages`` of a
    PDF, ``characters`` of text.
    """

    file_mb: int
    unpacked_mb: int
    pages: int
    characters: int


@dataclass(frozen=True, slots=True)
class Settings:
    """A whole configuration, validated; ``sha256`` is of its canonical form, taxonomy included."""

    lang: Lang
    plans: tuple[str, ...]
    thresholds: Thresholds
    coding: CodingWeights
    aligning: AligningWeights
    wording: Wording
    limits: Limits
    taxonomy: Taxonomy
    sha256: str


def build(
    mapping: Mapping[str, object], origin: str = "config.yaml", origins: Mapping[str, str] | None = None
) -> Settings:
    """The settings in a whole configuration, whose ``taxonomy.measures`` is a list already.

    ``origins`` names the file of the keys that do not come from ``origin`` (see ``checks.complaint``).
    Raises BadConfiguration with every fault there is.
    """
    faults = [*_CONFIGURATION(mapping), *_disagreements(mapping)]
    if faults:
        raise complaint(faults, origin, origins)
    return trusted(mapping, canonical_sha256(mapping))


def trusted(mapping: Mapping[str, Any], sha256: str) -> Settings:
    """The settings in a mapping that :func:`build` has found faultless before, and whose hash is known."""
    wording = mapping["wording"]
    return Settings(
        lang=mapping["lang"],
        plans=tuple(mapping["plans"]),
        thresholds=Thresholds(**mapping["thresholds"]),
        coding=CodingWeights(**mapping["coding"]),
        aligning=AligningWeights(**mapping["aligning"]),
        wording=Wording(
            replace=tuple(sorted(wording["replace"].items(), key=lambda pair: (-len(pair[0]), pair[0]))),
            keep=tuple(wording["keep"]),
            proof=tuple(wording["proof"]),
        ),
        limits=Limits(**mapping["limits"]),
        taxonomy=_taxonomy(mapping["taxonomy"]),
        sha256=sha256,
    )


def canonical_sha256(mapping: Mapping[str, object]) -> str:
    """The hash of a mapping's sorted JSON: the same for any order of keys, and for ``3:`` as for ``"3":``."""
    plain = json.loads(json.dumps(mapping))  # now all keys are text, and can be sorted
    return hashlib.sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()


# --- the shape of a configuration -----------------------------------------------------------------

_ID = re.compile(r"[\w-]+(\.[\w-]+)*")  # what can stand after --topic and between blanks in gold files


def _is_id(value: object) -> Faults:
    if isinstance(value, str) and _ID.fullmatch(value) and value != CHROME:
        return ()
    right = "must be letters, digits, - and _ with dots between; chrome is taken by page furniture"
    return (Fault("", f"is {shown(value)}", right),)


def _is_weight(key: object) -> Faults:
    """A number, or one written as a key of YAML, which is text."""
    try:
        number = float(key) if isinstance(key, str) else key
    except ValueError:
        number = key
    return _NUMBER(number)


def _is_weighted(value: object) -> Faults:
    """Lists of terms by weight: ``{3: [质量月, 质检], -1: [质量守恒]}``."""
    if not isinstance(value, dict) or not value:
        return (Fault("", f"is {shown(value or None)}", "must map weights to lists of terms: {3: [term]}"),)
    faults = [
        fault
        for weight, terms in value.items()
        for fault in within(str(weight), (*_is_weight(weight), *_TERMS(terms)))
    ]
    if not faults and len({float(weight) for weight in value}) < len(value):
        faults.append(Fault("", "has a weight twice", "must give each weight once"))
    return faults


def _numbers(cls: type, high: float | None = None) -> Check:
    """A record with a number, zero or more, for each field of a dataclass."""
    number = is_number(0) if high is None else is_number(0, high)
    return record({field.name: number for field in fields(cls)})


_NUMBER = is_number()
_TERMS = list_of(is_text, least=1)
_NAMED: Mapping[str, Check] = {"id": _is_id, "zh": is_text, "en": is_text}
_PILLAR = record(_NAMED)
_PARTS = list_of(_is_id, least=2)
_TOPIC = record(_NAMED, {"pillar": _is_id, "terms": _is_weighted, "headings": _is_weighted, "parts": _PARTS})
_MEASURE = record({**_NAMED, "topic": _is_id, "terms": _TERMS}, {"weight": _NUMBER})
_CONDITIONS = ("heading", "unit", "start")
_RULE = record({"topic": _is_id, "weight": _NUMBER, "because": is_text}, dict.fromkeys(_CONDITIONS, _TERMS))
_CONFIGURATION = record(
    {
        "lang": one_of("en", "zh"),
        "plans": list_of(is_text),
        "thresholds": _numbers(Thresholds, high=1),
        "coding": _numbers(CodingWeights),
        "aligning": _numbers(AligningWeights),
        "limits": record({field.name: is_count for field in fields(Limits)}),
        "wording": record(
            {"replace": mapping_of(is_text), **dict.fromkeys(("keep", "proof"), list_of(is_text))}
        ),
        "taxonomy": record(
            {"pillars": list_of(_PILLAR, least=1), "topics": list_of(_TOPIC, least=1)},
            {"measures": list_of(_MEASURE), "rules": list_of(_RULE)},
        ),
    }
)


# --- what must agree between keys: asked of whatever part has the right shape ------------------------


def _disagreements(mapping: Mapping[str, object]) -> Iterator[Fault]:
    yield from _threshold_order(mapping)
    tables = {name: list(_rows(mapping, name)) for name in ("pillars", "topics", "measures", "rules")}
    for name in ("pillars", "topics", "measures"):
        yield from _twins(tables[name])
    topics = _ids(tables["topics"])
    own = [name for name in (CONTEXT, OTHER) if name in topics]  # each may be its own pillar
    pillars = [*_ids(tables["pillars"]), *own]
    yield from _strangers([(key, _pillar(row)) for key, row in tables["topics"]], "pillar", pillars)
    parts = [(f"{key}.parts[{i}]", part) for key, row in tables["topics"] for i, part in _parts(row)]
    yield from _strangers(parts, "topic", topics)
    for name in ("measures", "rules"):
        named = [(f"{key}.topic", row.get("topic")) for key, row in tables[name]]
        yield from _strangers(named, "topic", topics)
    yield from _unbound(tables["rules"])


def _rows(mapping: Mapping[str, object], name: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The rows of a table of the taxonomy that are mappings, with their keys."""
    taxonomy = mapping.get("taxonomy")
    rows = taxonomy.get(name) if isinstance(taxonomy, dict) else None
    for i, row in enumerate(rows if isinstance(rows, list | tuple) else ()):
        if isinstance(row, dict):
            yield f"taxonomy.{name}[{i}]", row


def _ids(rows: Iterable[tuple[str, Mapping[str, Any]]]) -> list[str]:
    return [row["id"] for _, row in rows if isinstance(row.get("id"), str)]


def _numbers_of(mapping: Mapping[str, object], name: str) -> dict[str, float]:
    part = mapping.get(name)
    rows = part.items() if isinstance(part, dict) else ()
    return {str(key): value for key, value in rows if isinstance(value, int | float)}


def _threshold_order(mapping: Mapping[str, object]) -> Iterator[Fault]:
    limits = _numbers_of(mapping, "thresholds")
    related, counterpart = limits.get("related_score", 0), limits.get("min_score", 1)
    if related > counterpart:
        right = f"must not be above min_score ({counterpart})"
        yield Fault("thresholds.related_score", f"is {related}", right)


def _twins(rows: Iterable[tuple[str, Mapping[str, Any]]]) -> Iterator[Fault]:
    first: dict[object, str] = {}
    for key, row in rows:
        name = row.get("id")
        if isinstance(name, str) and first.setdefault(name, key) != key:
            yield Fault(f"{key}.id", f"is {shown(name)}, which {first[name]} has already", "must be unique")


def _strangers(named: Iterable[tuple[str, object]], what: str, known: Collection[str]) -> Iterator[Fault]:
    for key, name in named:
        if isinstance(name, str) and name not in known:
            yield unknown(key, f"names the unknown {what} {shown(name)}", name, known)


def _unbound(rules: Iterable[tuple[str, Mapping[str, Any]]]) -> Iterator[Fault]:
    for key, row in rules:
        if row.keys().isdisjoint(_CONDITIONS):
            yield Fault(key, "has no condition", "must have one of heading, unit, start")


def _parts(row: Mapping[str, Any]) -> Iterable[tuple[int, object]]:
    parts = row.get("parts")
    return enumerate(parts) if isinstance(parts, list | tuple) else ()


def _pillar(row: Mapping[str, Any]) -> object:
    """The pillar of a topic: its own key, else what stands before the first dot of its id."""
    name = row.get("pillar", row.get("id"))
    return name.partition(".")[0] if isinstance(name, str) and "pillar" not in row else name


# --- from a faultless mapping to values ---------------------------------------------------------------


def _taxonomy(mapping: Mapping[str, Any]) -> Taxonomy:
    topics = _with_fallback(tuple(_topic(row) for row in mapping["topics"]))
    pillars = tuple(Pillar(**row) for row in mapping["pillars"])
    named = {pillar.id for pillar in pillars}
    return Taxonomy(
        pillars=pillars + tuple(Pillar(t.id, t.zh, t.en) for t in topics if t.id == t.pillar not in named),
        topics=topics,
        measures=tuple(_measure(row) for row in mapping.get("measures", ())),
        rules=tuple(_rule(row) for row in mapping.get("rules", ())),
    )


def _with_fallback(topics: tuple[Topic, ...]) -> tuple[Topic, ...]:
    """The topics, and one more for what none of them holds, unless they provide for it themselves."""
    known = {topic.id for topic in topics}
    return topics if known & {CONTEXT, OTHER} else (*topics, Topic(OTHER, OTHER, "其他", "Other"))


def _topic(row: Mapping[str, Any]) -> Topic:
    return Topic(
        id=row["id"],
        pillar=str(_pillar(row)),
        zh=row["zh"],
        en=row["en"],
        terms=_terms(row.get("terms", {})),
        headings=_terms(row.get("headings", {})),
        parts=tuple(row.get("parts", ())),
    )


def _terms(weighted: Mapping[str | float, Iterable[str]]) -> tuple[Term, ...]:
    return tuple(Term(text, float(weight)) for weight, texts in weighted.items() for text in texts)


def _measure(row: Mapping[str, Any]) -> Measure:
    return Measure(**{**row, "terms": tuple(row["terms"])})


def _rule(row: Mapping[str, Any]) -> Rule:
    return Rule(
        topic=row["topic"],
        weight=row["weight"],
        because=row["because"],
        heading=tuple(row.get("heading", ())),
        unit=tuple(row.get("unit", ())),
        start=tuple(row.get("start", ())),
    )
