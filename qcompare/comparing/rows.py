"""Rows: counterparts of several plans side by side, in the order in which a reader looks for them.

By the taxonomy's order of topics; on one topic in the order of the first plan, and what that plan has nothing
to set against follows in the order of the next one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from qcompare.models import Assignment, CodedPlan, CounterpartRow, SectionRow, UnitAddress
from qcompare.taxonomy import Taxonomy

Codes = Mapping[UnitAddress, Assignment]
Group = frozenset[UnitAddress]


def unit_codes(plans: Iterable[CodedPlan]) -> Codes:
    """The codes of all units, furniture left out, in the order of the plans and of their text."""
    return {
        UnitAddress(coded.plan.meta.id, unit.id): code
        for coded in plans
        for unit, code in zip(coded.plan.units, coded.units, strict=True)
        if not unit.chrome
    }


def section_codes(plans: Iterable[CodedPlan]) -> Codes:
    """The codes of the sections that stand for themselves, in the order of the plans and of their text.

    Left out are those that hold subsections alone, which speak for them.
    """
    return {
        UnitAddress(coded.plan.meta.id, section.id): code
        for coded in plans
        for speaking in [_speaking(coded)]
        for section, code in zip(coded.plan.sections, coded.sections, strict=True)
        if section.id in speaking
    }


def _speaking(coded: CodedPlan) -> frozenset[str | None]:
    """The sections with units right under them, and those with nothing under them."""
    sections = coded.plan.sections
    leaves = {section.id for section in sections} - {section.parent for section in sections}
    return frozenset((*leaves, *(unit.section for unit in coded.plan.units if not unit.chrome)))


def unit_rows(
    plans: Sequence[CodedPlan], taxonomy: Taxonomy, groups: Iterable[Group], naming: Codes
) -> tuple[CounterpartRow, ...]:
    """A row for each group; the codes in ``naming`` say which topic it is put under."""
    placed = _placed(groups, unit_codes(plans), naming, taxonomy)
    return tuple(CounterpartRow(topic, _by_plan(plans, members)) for topic, members in placed)


def section_rows(
    plans: Sequence[CodedPlan], taxonomy: Taxonomy, scores: Mapping[Group, float], naming: Codes
) -> tuple[SectionRow, ...]:
    """A row for each group with its score; the codes in ``naming`` say which topic it is put under."""
    placed = _placed(scores, section_codes(plans), naming, taxonomy)
    return tuple(
        SectionRow(topic, _by_plan(plans, members), scores[frozenset(members)]) for topic, members in placed
    )


def group_of(plans: Sequence[CodedPlan], cells: Sequence[Sequence[str]]) -> Group:
    """The members of a row."""
    return frozenset(
        UnitAddress(coded.plan.meta.id, each)
        for coded, cell in zip(plans, cells, strict=True)
        for each in cell
    )


def _placed(
    groups: Iterable[Group], codes: Codes, naming: Codes, taxonomy: Taxonomy
) -> list[tuple[str, list[UnitAddress]]]:
    """Topic and members of each group, both in reading order; ``codes`` are of all that there is."""
    topics = {topic.id: n for n, topic in enumerate(taxonomy.topics)}
    places = {address: n for n, address in enumerate(codes)}
    sorted_groups = (sorted(group, key=places.__getitem__) for group in groups)
    rows = [(_leading(naming[each] for each in group if each in naming), group) for group in sorted_groups]
    return sorted(rows, key=lambda row: (topics.get(row[0], len(topics)), places[row[1][0]]))


def _leading(codes: Iterable[Assignment]) -> str:
    """The topic that speaks most surely, all who name it taken together; of equals the first."""
    sureness: defaultdict[str, float] = defaultdict(float)
    for code in codes:
        sureness[code.topic] += code.score
    return max(sureness, key=sureness.__getitem__)


def _by_plan(plans: Sequence[CodedPlan], members: Sequence[UnitAddress]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(each.unit for each in members if each.plan == coded.plan.meta.id) for coded in plans)
