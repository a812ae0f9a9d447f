"""Coded plans, their matches and target rows to one Comparison."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from qcompare.comparing.rows import (
    Codes,
    Group,
    elsewhere,
    group_of,
    section_codes,
    section_groups,
    section_rows,
    unit_codes,
    unit_rows,
)
from qcompare.models import (
    CodedPlan,
    Comparison,
    Match,
    RunSettings,
    TargetRow,
    TopicCell,
    TopicRow,
    UnitAddress,
)
from qcompare.taxonomy import Taxonomy

_NOTHING = TopicCell(units=(), characters=0, share=0.0, targets=())


def assemble(
    plans: Sequence[CodedPlan],
    taxonomy: Taxonomy,
    settings: RunSettings,
    matches: Sequence[Match],
    unit_groups: Iterable[Group],
    section_matches: Sequence[Match],
    targets: Sequence[TargetRow],
) -> Comparison:
    """The comparison of plans in their order; matches are of all pairs, the groups join counterparts."""
    units, sections = unit_codes(plans), section_codes(plans)
    together = section_groups(section_matches, sections)
    joined = frozenset().union(*together)
    alone = {frozenset((section,)): 0.0 for section in sections if section not in joined}
    return Comparison(
        settings=settings,
        taxonomy=taxonomy,
        plans=tuple(plans),
        topics=tuple(topic_rows(plans, taxonomy)),
        matches=tuple(sorted(matches, key=lambda match: -match.score)),
        rows=unit_rows(plans, taxonomy, unit_groups, naming=units),
        sections=section_rows(
            plans, taxonomy, {**together, **alone}, sections, elsewhere(plans, section_matches)
        ),
        only=_unmatched(plans, units, matches),
        targets=tuple(targets),
        similarity=similarity(plans, matches),
    )


def topic_rows(plans: Sequence[CodedPlan], taxonomy: Taxonomy) -> Iterator[TopicRow]:
    """One row per topic of the taxonomy, in its order, then those that only the codes name."""
    columns = [_topic_cells(coded) for coded in plans]
    for topic in dict.fromkeys(chain((topic.id for topic in taxonomy.topics), *columns)):
        yield TopicRow(topic, tuple(cells.get(topic, _NOTHING) for cells in columns))


def _topic_cells(coded: CodedPlan) -> Mapping[str, TopicCell]:
    """What a plan has on each topic that it speaks of; furniture is no topic."""
    units: defaultdict[str, list[str]] = defaultdict(list)
    for address, code in unit_codes([coded]).items():
        units[code.topic].append(address.unit)
    targets: defaultdict[str, list[str]] = defaultdict(list)
    for target in coded.targets:
        targets[target.topic].append(target.id)
    lengths = _lengths(coded)
    return {
        topic: TopicCell(
            units=tuple(units[topic]),
            characters=sum(lengths[unit] for unit in units[topic]),
            share=_share(lengths, units[topic]),
            targets=tuple(targets[topic]),
        )
        for topic in dict.fromkeys((*units, *targets))
    }


def _lengths(coded: CodedPlan) -> Mapping[str, int]:
    """Unit id to characters, furniture left out."""
    return {unit.id: unit.span.end - unit.span.start for unit in coded.plan.units if not unit.chrome}


def _unmatched(
    plans: Sequence[CodedPlan], units: Iterable[UnitAddress], matches: Iterable[Match]
) -> tuple[tuple[str, ...], ...]:
    """For each plan the units that are in no match of either level."""
    matched = {address for match in matches for address in (match.a, match.b)}
    alone: dict[str, list[str]] = {coded.plan.meta.id: [] for coded in plans}
    for address in units:
        if address not in matched:
            alone[address.plan].append(address.unit)
    return tuple(map(tuple, alone.values()))


def similarity(plans: Sequence[CodedPlan], matches: Iterable[Match]) -> tuple[tuple[float, ...], ...]:
    """For each two plans the share of characters in counterparts, mean of both directions; 1 with itself."""
    met: defaultdict[tuple[str, str], set[str]] = defaultdict(set)  # the units of one plan that another has
    for match in matches:
        if match.level == "counterpart":
            met[match.a.plan, match.b.plan].add(match.a.unit)
            met[match.b.plan, match.a.plan].add(match.b.unit)
    lengths = {coded.plan.meta.id: _lengths(coded) for coded in plans}
    shares = {(a, b): _share(lengths[a], met[a, b]) for a in lengths for b in lengths}
    return tuple(
        tuple(1.0 if a == b else (shares[a, b] + shares[b, a]) / 2 for b in lengths) for a in lengths
    )


def _share(lengths: Mapping[str, int], units: Iterable[str]) -> float:
    total = sum(lengths.values())
    return sum(lengths[unit] for unit in units) / total if total else 0.0


# --- one topic or pillar --------------------------------------------------------------------------


def narrowed(comparison: Comparison, topics: Collection[str]) -> Comparison:
    """What concerns these topics: their units, and what other units are set against them.

    A row keeps the members on these topics and their counterparts, and stands under one of them. Shares and
    similarity stay those of whole plans.
    """
    plans, taxonomy = comparison.plans, comparison.taxonomy
    units, sections = _on(topics, unit_codes(plans)), _on(topics, section_codes(plans))
    matches = tuple(match for match in comparison.matches if match.a in units or match.b in units)
    near = {end for match in matches if match.level == "counterpart" for end in (match.a, match.b)}
    groups = (group_of(plans, row.units) for row in comparison.rows)
    wide = {group_of(plans, row.sections): row for row in comparison.sections}
    return replace(
        comparison,
        topics=tuple(row for row in comparison.topics if row.topic in topics),
        matches=matches,
        rows=unit_rows(plans, taxonomy, (group & near for group in groups if group & units.keys()), units),
        sections=section_rows(
            plans,
            taxonomy,
            {group: row.score for group, row in wide.items() if group & sections.keys()},
            sections,
            {group: row.elsewhere for group, row in wide.items()},
        ),
        only=_unmatched(plans, units, matches),
        targets=tuple(_targets_on(topics, comparison)),
        parted=tuple(match for match in comparison.parted if match.a in units or match.b in units),
    )


def _on(topics: Collection[str], codes: Codes) -> Codes:
    return {address: code for address, code in codes.items() if code.topic in topics}


def _targets_on(topics: Collection[str], comparison: Comparison) -> Iterator[TargetRow]:
    """The rows with a target on these topics, each under one of them."""
    by_id = [{target.id: target.topic for target in coded.targets} for coded in comparison.plans]
    for row in comparison.targets:
        cells = zip(by_id, row.targets, strict=True)
        held = (row.topic, *(known[target] for known, targets in cells for target in targets))
        if (topic := next((each for each in held if each in topics), None)) is not None:
            yield replace(row, topic=topic)
