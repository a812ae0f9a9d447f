"""Rows: counterparts of several plans side by side, in the order in which a reader looks for them.

By the taxonomy's order of topics; on one topic in the order of the first plan, and what that plan has nothing
to set against follows in the order of the next one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import fsum
from types import MappingProxyType

from qcompare.links import joined, standing
from qcompare.models import Assignment, CodedPlan, CounterpartRow, Match, SectionRow, UnitAddress
from qcompare.taxonomy import Taxonomy

Codes = Mapping[UnitAddress, Assignment]
Group = frozenset[UnitAddress]
Cells = tuple[tuple[str, ...], ...]  # ids, in the order of the plans


def unit_codes(plans: Iterable[CodedPlan]) -> Codes:
    """The codes of all units, furniture left out, in the order of the plans and of their text."""
    return {
        UnitAddress(coded.plan.meta.id, unit.id): code
        for coded in plans
        for unit, code in zip(coded.plan.units, coded.units, strict=True)
        if not unit.chrome
    }


def section_codes(plans: Iterable[CodedPlan]) -> Codes:
    """The codes of the sections that stand for themselves, in the order of the plans and of their text."""
    return {
        UnitAddress(coded.plan.meta.id, section.id): code
        for coded in plans
        for speaking in [standing(coded.plan)]
        for section, code in zip(coded.plan.sections, coded.sections, strict=True)
        if section.id in speaking
    }


def unit_rows(
    plans: Sequence[CodedPlan], taxonomy: Taxonomy, groups: Iterable[Group], naming: Codes
) -> tuple[CounterpartRow, ...]:
    """A row for each group; the codes in ``naming`` say which topic it is put under."""
    placed = _placed(groups, unit_codes(plans), naming, taxonomy)
    return tuple(CounterpartRow(topic, _by_plan(plans, members)) for topic, members in placed)


def section_rows(
    plans: Sequence[CodedPlan],
    taxonomy: Taxonomy,
    scores: Mapping[Group, float],
    naming: Codes,
    elsewhere: Mapping[Group, Cells] = MappingProxyType({}),
) -> tuple[SectionRow, ...]:
    """A row for each group with its score; the codes in ``naming`` say which topic it is put under."""
    placed = _placed(scores, section_codes(plans), naming, taxonomy)
    return tuple(
        SectionRow(topic, _by_plan(plans, members), scores[group], elsewhere.get(group, ()))
        for topic, members in placed
        for group in [frozenset(members)]
    )


def section_groups(matches: Iterable[Match], codes: Codes) -> Mapping[Group, float]:
    """Sections that belong together, over all plans, with the score of the best pair in each group.

    Joined are two that are each other's best in the other's plan, and a section with its best there if they
    are on one topic. A broad section is the best of many that have little to do with each other.
    """
    best = _best_by_plan(matches)
    joining = [
        match
        for match in dict.fromkeys(best.values())
        if best[match.a, match.b.plan] == best[match.b, match.a.plan]
        or codes[match.a].topic == codes[match.b].topic
    ]
    groups = {member: group for group in joined(joining) for member in group}
    # The best pair comes last, and stays.
    return {groups[match.a]: match.score for match in reversed(joining)}


def elsewhere(plans: Sequence[CodedPlan], matches: Iterable[Match]) -> Mapping[Group, Cells]:
    """For each section that has a counterpart its best in each plan."""
    best = _best_by_plan(matches)
    ends: defaultdict[UnitAddress, list[UnitAddress]] = defaultdict(list)
    for (section, _), match in best.items():
        ends[section].append(match.b if section == match.a else match.a)
    return {frozenset((section,)): _by_plan(plans, others) for section, others in ends.items()}


def _best_by_plan(matches: Iterable[Match]) -> Mapping[tuple[UnitAddress, str], Match]:
    """The best counterpart of each section in each other plan, by falling score."""
    best: dict[tuple[UnitAddress, str], Match] = {}
    for match in sorted(matches, key=lambda match: -match.score):
        best.setdefault((match.a, match.b.plan), match)
        best.setdefault((match.b, match.a.plan), match)
    return best


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
    rows = [
        (_leading((naming[each] for each in group if each in naming), topics), group)
        for group in sorted_groups
    ]
    return sorted(rows, key=lambda row: (topics.get(row[0], len(topics)), places[row[1][0]]))


def _leading(codes: Iterable[Assignment], order: Mapping[str, int]) -> str:
    """The topic that speaks most surely, all who name it taken together; of equals the first in ``order``."""
    sureness: defaultdict[str, list[float]] = defaultdict(list)
    for code in codes:
        sureness[code.topic].append(code.score)
    return min(sureness, key=lambda topic: (-fsum(sureness[topic]), order.get(topic, len(order)), topic))


def _by_plan(plans: Sequence[CodedPlan], members: Sequence[UnitAddress]) -> Cells:
    return tuple(tuple(each.unit for each in members if each.plan == coded.plan.meta.id) for coded in plans)
