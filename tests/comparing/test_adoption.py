from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.comparing.adoption import measure_rows
from qcompare.matrices import MeasureRow, Place
from qcompare.models import Assignment, CodedPlan, Metadata, Section, Unit
from tests.rendering.building import H, U, coded
from tests.rendering.matrices import (
    ALL_TOPICS,
    BEIYUAN,
    CQO,
    HEFENG,
    LUSHAN,
    MONTH,
    PLANS,
    RATE,
    by_measure,
    headed,
)
from tests.rendering.towns import TAXONOMY

MEASURES = {measure.id: measure for measure in TAXONOMY.measures}


def test_each_measure_with_its_places_in_the_order_of_the_text() -> None:
    assert measure_rows(PLANS, TAXONOMY, ALL_TOPICS) == (
        MeasureRow(MEASURES[RATE], ((Place("u005", "二 ¶1", 0.7),), (), ())),
        MeasureRow(
            MEASURES[CQO],
            (
                (
                    Place("s01", "一", 1.0, heading=True),
                    Place("u002", "一 ¶1", 1.0),
                    Place("u003", "一 ¶2", 1.0),
                    Place("u004", "一 ¶3", 1.0),
                ),
                (),
                (Place("u001", "¶1", 1.0),),
            ),
        ),
        MeasureRow(
            MEASURES[MONTH],
            ((Place("u003", "一 ¶2", 1.0),), (Place("u001", "¶1", 1.0),), (Place("u001", "¶1", 1.0),)),
        ),
    )


def test_the_order_of_the_plans_is_kept() -> None:
    turned = measure_rows(PLANS[::-1], TAXONOMY, ALL_TOPICS)
    assert [row.cells[::-1] for row in turned] == [row.cells for row in by_measure().rows]


@pytest.mark.parametrize(
    ("topics", "found"),
    [
        ({"governance.culture"}, [MONTH]),
        ({"governance.culture", "products.general"}, [RATE, MONTH]),
        ({"context"}, []),
    ],
)
def test_only_the_measures_of_these_topics(topics: set[str], found: list[str]) -> None:
    assert [row.measure.id for row in measure_rows(PLANS, TAXONOMY, topics)] == found


def test_on_one_topic_what_most_plans_have_comes_first() -> None:
    measures = tuple(replace(measure, topic="foundations.management") for measure in TAXONOMY.measures)
    rows = measure_rows(PLANS, replace(TAXONOMY, measures=measures), ALL_TOPICS)
    assert [(row.measure.id, row.adopters) for row in rows] == [
        (MONTH, (0, 1, 2)),
        (CQO, (0, 2)),
        (RATE, (0,)),
    ]
    assert [
        row.measure.id
        for row in measure_rows([LUSHAN, HEFENG], replace(TAXONOMY, measures=measures), ALL_TOPICS)
    ] == [
        MONTH,
        CQO,
        RATE,
    ]  # of equals, the taxonomy's order


def test_what_all_have_and_what_one_has() -> None:
    matrix = by_measure()
    assert [row.measure.id for row in matrix.shared()] == [MONTH]
    assert [[row.measure.id for row in matrix.found(n)] for n in range(3)] == [
        [RATE, CQO, MONTH],
        [MONTH],
        [CQO, MONTH],
    ]
    assert [[row.measure.id for row in matrix.alone(n)] for n in range(3)] == [[RATE], [], []]
    assert by_measure([HEFENG]).alone(0) == ()
    assert by_measure([BEIYUAN, LUSHAN]).shared()[0].measure.id == MONTH


def plan(number: int, said: list[tuple[bool, list[str]]]) -> CodedPlan:
    """A plan of headings and sentences with measures."""
    parts: list[H | U] = []
    headings: list[list[str]] = []
    for heading, measures in said:
        if heading:
            headings.append(measures)
            parts.append(H(f"{len(headings)}", "标题", "other"))
        else:
            parts.append(U("一句话。", "chrome" if len(measures) == 3 else "other", measures=tuple(measures)))
    made = coded(Metadata(id=f"p{number}", title=""), parts)
    for n, measures in enumerate(headings):
        made = headed(made, n, measures[0]) if measures else made
    return made


SAID = st.tuples(st.booleans(), st.lists(st.sampled_from([CQO, MONTH, RATE]), max_size=3, unique=True))


def parts(plan: CodedPlan) -> list[tuple[Unit | Section, Assignment]]:
    """The units, furniture left out, and the sections."""
    units = [(u, code) for u, code in zip(plan.plan.units, plan.units, strict=True) if not u.chrome]
    return [*units, *zip(plan.plan.sections, plan.sections, strict=True)]


@given(st.lists(st.lists(SAID, max_size=8), min_size=1, max_size=5))
def test_every_measure_of_every_unit_and_heading_is_in_exactly_one_cell(
    texts: list[list[tuple[bool, list[str]]]],
) -> None:
    plans = [plan(n, said) for n, said in enumerate(texts)]
    rows = measure_rows(plans, TAXONOMY, ALL_TOPICS)
    placed = Counter(
        (n, place.id, row.measure.id) for row in rows for n, cell in enumerate(row.cells) for place in cell
    )
    spoken = Counter(
        (n, part.id, hit.id)
        for n, each in enumerate(plans)
        for part, code in parts(each)
        for hit in code.measures
    )
    assert placed == spoken
    assert all(row.adopters for row in rows)
    topics = [topic.id for topic in TAXONOMY.topics]
    order = [(topics.index(row.measure.topic), -len(row.adopters)) for row in rows]
    assert order == sorted(order)
