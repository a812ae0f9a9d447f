"""What a unit is about, as numbers: the characters it is said in, its measures, its topics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import fsum, sqrt

from qcompare.aligning.background import UNSEEN, background, shingles
from qcompare.links import standing
from qcompare.models import CONTEXT, OTHER, Assignment, CodedPlan, MeasureHit, Unit

Pillars = Mapping[str, str]  # topic to pillar; a topic that is not there is its own
Vector = Mapping[str, int]  # in thousandths: sums of whole numbers are exact, in whatever order

ONE = 1000
_SENTENCE_ENDS = frozenset("。！？；!?;”’）)")
_OBJECTLESS = frozenset((CONTEXT, OTHER))  # what they have in common is that they are on no topic
_HEADING = 0.3  # what the title above a sentence weighs among its own words


@dataclass(frozen=True, slots=True)
class Features:
    """One unit (or section) of a plan; all weights and shares are in thousandths.

    ``said``: the pairs of characters in their order, and ``text``: each with its weight, the title's added;
    ``length`` is that of this vector. ``topics`` are shares that add up to ``ONE``, or less, and ``pillars``
    the same by pillar. ``crowding`` says how many counterparts the other plan seems to have, from 0 to 1:
    known only once it stands against this one. ``topic`` is what the unit is coded to, among its topics or
    not, and ``pillar`` the pillar of that.
    """

    unit: str
    said: tuple[str, ...]
    text: Vector
    length: float
    measures: Vector
    topics: Vector
    pillars: Vector
    crowding: float = 0.0
    topic: str = ""
    pillar: str = ""


def features(coded: CodedPlan, pillars: Pillars) -> tuple[Features, ...]:
    """The features of the plan's units, page furniture left out, in the order of the text."""
    titles = {section.id: section.title for section in coded.plan.sections}
    rows = [row for row in zip(coded.plan.units, coded.units, strict=True) if not row[0].chrome]
    formal = [_is_formal(unit, code) for unit, code in rows]
    measures = _measure_vectors(
        [() if form else code.measures for (_, code), form in zip(rows, formal, strict=True)]
    )
    return tuple(
        _made(
            unit.id,
            # the paper's form is like the same form alone, and so is a bare date
            [said or [unit.text]],
            titles.get(unit.section or "", "") if said else "",
            held,
            {t: share for t, share in _topic_shares(code).items() if t not in _OBJECTLESS},
            code.topic,
            pillars,
        )
        for (unit, code), form, held in zip(rows, formal, measures, strict=True)
        for said in [[] if form else shingles(unit.text)]
    )


def _is_formal(unit: Unit, code: Assignment) -> bool:
    """Titles, addressees, signatures, attachments: context that is no sentence promises nothing."""
    return code.topic == CONTEXT and unit.text[-1] not in _SENTENCE_ENDS


def section_features(coded: CodedPlan, pillars: Pillars) -> tuple[Features, ...]:
    """The features of the sections that stand for themselves: their titles' codes, the text of their units.

    Left out are those that hold subsections alone, which speak for them.
    """
    own = _own_units(coded)
    rows = [row for row in zip(coded.plan.sections, coded.sections, strict=True) if row[0].id in own]
    measures = _measure_vectors(
        (*code.measures, *(hit for i in own[section.id] for hit in coded.units[i].measures))
        for section, code in rows
    )
    return tuple(
        _made(
            section.id,
            [shingles(coded.plan.units[i].text) for i in own[section.id]],
            section.title,
            held,
            _topic_shares(code),
            code.topic,
            pillars,
        )
        for (section, code), held in zip(rows, measures, strict=True)
    )


def _own_units(coded: CodedPlan) -> Mapping[str, Sequence[int]]:
    """Section id to the positions of the units right under it; none for sections of subsections alone."""
    own: dict[str, list[int]] = {section: [] for section in standing(coded.plan)}
    for i, unit in enumerate(coded.plan.units):
        if unit.section and not unit.chrome:
            own[unit.section].append(i)
    return own


def _made(
    name: str,
    sentences: Sequence[Sequence[str]],
    title: str,
    measures: Vector,
    topics: Vector,
    topic: str,
    pillars: Pillars,
) -> Features:
    said = tuple(chain.from_iterable(sentences))
    heading = shingles(title)
    text = _weighed(Counter(said), len(sentences), heading)
    length = sqrt(sum(weight * weight for weight in text.values())) or 1.0  # of a title of one character
    shares: Counter[str] = Counter()
    for each, share in topics.items():
        shares[pillars.get(each, each)] += share
    pillar = pillars.get(topic, topic)
    return Features(
        name, (*said, *heading), text, length, measures, topics, shares, topic=topic, pillar=pillar
    )


def _weighed(counts: Counter[str], sentences: int, title: Sequence[str]) -> Vector:
    """How much each shingle tells, times the root of how often a sentence has it; the title adds to that."""
    often = {shingle: sqrt(n / sentences) for shingle, n in counts.items()}
    for shingle in title:
        often[shingle] = often.get(shingle, 0.0) + _HEADING
    tells = background()
    return {shingle: round(ONE * weight * tells.get(shingle, UNSEEN)) for shingle, weight in often.items()}


def _measure_vectors(found: Iterable[Iterable[MeasureHit]]) -> Iterator[Vector]:
    """One vector for each unit: what it says of a measure, of all that the plan says of it.

    A measure that half the units name, such as a city's standing goal, tells little of each of them.
    """
    held = [_strongest(hits) for hits in found]
    units = Counter(measure for hits in held for measure in hits)
    for hits in held:
        yield {measure: round(ONE * score / sqrt(units[measure])) for measure, score in hits.items()}


def _strongest(hits: Iterable[MeasureHit]) -> Mapping[str, float]:
    return {hit.id: hit.score for hit in sorted(hits, key=lambda hit: hit.score) if hit.score > 0}


def _topic_shares(code: Assignment) -> Vector:
    """The topics a unit may be about, as shares: its own and, unless set by hand, its alternatives."""
    others = () if code.by_hand else code.alternatives
    ranked = {**{other.topic: other.score for other in others}, code.topic: max(code.score, 0.01)}
    total = fsum(ranked.values())
    return {topic: int(ONE * score / total) for topic, score in ranked.items()}
