"""Which plan has which measure, and where it says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from qcompare.matrices import MeasureRow, Place
from qcompare.models import Assignment, CodedPlan, Section, Unit
from qcompare.taxonomy import Taxonomy


def measure_rows(
    plans: Sequence[CodedPlan], taxonomy: Taxonomy, topics: Collection[str]
) -> tuple[MeasureRow, ...]:
    """A row for each measure on these topics that at least one plan has.

    By pillar and topic in the order of the taxonomy; on one topic what most plans have comes first.
    """
    columns = [_places(coded) for coded in plans]
    pillars = {pillar.id: n for n, pillar in enumerate(taxonomy.pillars)}
    order = {topic.id: (pillars[topic.pillar], n) for n, topic in enumerate(taxonomy.topics)}
    rows = (
        MeasureRow(measure, tuple(places.get(measure.id, ()) for places in columns))
        for measure in taxonomy.measures
        if measure.topic in topics
    )
    found = (row for row in rows if row.adopters)
    return tuple(sorted(found, key=lambda row: (order[row.measure.topic], -len(row.adopters))))


def _places(coded: CodedPlan) -> Mapping[str, tuple[Place, ...]]:
    """The places of each measure, in the order of the text; furniture is none.

    Headings count like units: 推行首席质量官制度 may stand in a heading alone.
    """
    plan = coded.plan
    parts: list[tuple[Unit | Section, Assignment]] = [
        *zip(plan.units, coded.units, strict=True),
        *zip(plan.sections, coded.sections, strict=True),
    ]
    found: defaultdict[str, list[Place]] = defaultdict(list)
    for part, code in sorted(parts, key=lambda pair: pair[0].span):
        heading, by_hand = isinstance(part, Section), code.by_hand is not None
        if isinstance(part, Section) or not part.chrome:
            for hit in code.measures:
                found[hit.id].append(Place(part.id, part.ref, hit.score, heading, by_hand))
    return {measure: tuple(places) for measure, places in found.items()}
