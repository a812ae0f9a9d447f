"""What a unit is about, as numbers: its telling words, its measures, its topics, the headings above it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from qcompare.aligning.background import telling
from qcompare.models import CONTEXT, OTHER, Assignment, CodedPlan, MeasureHit, Unit

Vector = Mapping[str, float]

_SENTENCE_ENDS = frozenset("。！？；!?;”’）)")
_OBJECTLESS = frozenset((CONTEXT, OTHER))  # what they have in common is that they are on no topic
_UPWARDS = 1 / 3  # how much less each heading further up says


@dataclass(frozen=True, slots=True)
class Features:
    """One unit (or section) of a plan.

    ``words`` and ``heading`` are vectors of length 1, or empty, ``measures`` is one of length 1 at most;
    ``topics`` are shares that add up to 1 at most.
    """

    unit: str
    words: Vector
    measures: Vector
    topics: Vector
    heading: Vector


def features(coded: CodedPlan) -> tuple[Features, ...]:
    """The features of the plan's units, page furniture left out, in the order of the text."""
    headings = _heading_vectors(coded)
    rows = [row for row in zip(coded.plan.units, coded.units, coded.words, strict=True) if not row[0].chrome]
    formal = [_is_formal(unit, code) for unit, code, _ in rows]
    measures = _measure_vectors(
        [() if form else code.measures for (_, code, _), form in zip(rows, formal, strict=True)]
    )
    return tuple(
        Features(
            unit=unit.id,
            # the paper's form is like the same form alone, and so is a bare date
            words=({} if form else _word_vector(words)) or {unit.text: 1.0},
            measures=held,
            topics={topic: share for topic, share in _topic_shares(code).items() if topic not in _OBJECTLESS},
            heading=headings[unit.section] if unit.section else {},
        )
        for (unit, code, words), form, held in zip(rows, formal, measures, strict=True)
    )


def _is_formal(unit: Unit, code: Assignment) -> bool:
    """Titles, addressees, signatures, attachments: context that is no sentence promises nothing."""
    return code.topic == CONTEXT and unit.text[-1] not in _SENTENCE_ENDS


def section_features(coded: CodedPlan) -> tuple[Features, ...]:
    """The features of the sections that stand for themselves: their titles' codes, the words of their units.

    Left out are those that hold subsections alone, which speak for them.
    """
    headings = _heading_vectors(coded)
    own = _own_units(coded)
    rows = [row for row in zip(coded.plan.sections, coded.sections, strict=True) if row[0].id in own]
    measures = _measure_vectors(
        (*code.measures, *(hit for i in own[section.id] for hit in coded.units[i].measures))
        for section, code in rows
    )
    return tuple(
        Features(
            unit=section.id,
            words=_word_vector(word for i in own[section.id] for word in coded.words[i]),
            measures=held,
            topics=_topic_shares(code),
            heading=headings[section.id],
        )
        for (section, code), held in zip(rows, measures, strict=True)
    )


def _own_units(coded: CodedPlan) -> Mapping[str, Sequence[int]]:
    """Section id to the positions of the units right under it; none for sections of subsections alone."""
    parents = {section.parent for section in coded.plan.sections}
    own: dict[str, list[int]] = {s.id: [] for s in coded.plan.sections if s.id not in parents}
    for i, unit in enumerate(coded.plan.units):
        if unit.section and not unit.chrome:
            own.setdefault(unit.section, []).append(i)
    return own


def _word_vector(words: Iterable[str]) -> Vector:
    """Words to weights, scaled to length 1: a word's weight times the root of its count."""
    return _scaled({word: telling(word) * sqrt(n) for word, n in Counter(words).items()})


def _measure_vectors(found: Iterable[Iterable[MeasureHit]]) -> Iterator[Vector]:
    """One vector for each unit: what it says of a measure, of all that it says and of all that the plan does.

    A measure that half the units name, such as a city's standing goal, tells little of each of them.
    """
    held = [_strongest(hits) for hits in found]
    units = Counter(measure for hits in held for measure in hits)
    for hits in held:
        total = sum(hits.values())
        yield {measure: score / sqrt(total * units[measure]) for measure, score in hits.items()}


def _strongest(hits: Iterable[MeasureHit]) -> Vector:
    return {hit.id: hit.score for hit in sorted(hits, key=lambda hit: hit.score) if hit.score > 0}


def _topic_shares(code: Assignment) -> Vector:
    """The topics a unit may be about, as shares of 1: its own and, unless set by hand, its alternatives."""
    others = () if code.by_hand else code.alternatives
    ranked = {**{other.topic: other.score for other in others}, code.topic: max(code.score, 0.01)}
    total = sum(ranked.values())
    return {topic: score / total for topic, score in ranked.items()}


def _heading_vectors(coded: CodedPlan) -> Mapping[str, Vector]:
    """For each section the topics of its title and of those above it, the nearest counting most."""
    trails: dict[str, Vector] = {}
    for section, code in zip(coded.plan.sections, coded.sections, strict=True):
        trail = defaultdict(float, _topic_shares(code))
        for topic, weight in trails[section.parent].items() if section.parent else ():
            trail[topic] += _UPWARDS * weight
        trails[section.id] = trail
    return {section: _scaled(trail) for section, trail in trails.items()}


def _scaled(vector: Vector) -> Vector:
    """The vector at length 1, without what weighs nothing; empty if nothing does."""
    length = sqrt(sum(weight * weight for weight in vector.values()))
    return {key: weight / length for key, weight in vector.items() if weight > 0}
