"""Filters by name: the topics that they leave."""

from __future__ import annotations

from collections.abc import Sequence

from qcompare.errors import BadUsage, UnknownName
from qcompare.taxonomy import Pillar, Taxonomy, Topic
from qcompare.text.fuzzy import nearest


def topics_of(taxonomy: Taxonomy, topic: str | None = None, pillar: str | None = None) -> frozenset[str]:
    """The topics that these filters, by id or by a label, leave; all if neither is given.

    Raises UnknownName, BadUsage.
    """
    return narrowing(taxonomy, topic, pillar)[1]


def narrowing(
    taxonomy: Taxonomy, topic: str | None, pillar: str | None
) -> tuple[tuple[tuple[str, str], ...], frozenset[str]]:
    """The filters that are given, by name and id, and the topics that they leave."""
    given = (("topic", topic, taxonomy.topics), ("pillar", pillar, taxonomy.pillars))
    filters = tuple((what, _named(name, things, what)) for what, name, things in given if name is not None)
    wanted = dict(filters)
    left = frozenset(
        each.id
        for each in taxonomy.topics
        if wanted.get("topic", each.id) == each.id and wanted.get("pillar", each.pillar) == each.pillar
    )
    if not left:
        raise BadUsage(
            f"the topic {topic} is not in the pillar {pillar}", "Give one of them, or two that go together."
        )
    return filters, left


def _named(name: str, things: Sequence[Pillar] | Sequence[Topic], what: str) -> str:
    """The id of the thing of that id, last part of an id, or label."""
    folded = name.casefold()
    labels = {label.casefold(): each.id for each in things for label in (each.en, each.zh, each.id)}
    ends = [each.id for each in things if each.id.partition(".")[2] == folded]
    if folded in labels:
        return labels[folded]
    if len(ends) == 1:
        return ends[0]
    near = nearest(name, [*ends, *(label for each in things for label in (each.id, each.en, each.zh))])
    hint = f"Nearest names: {', '.join(near)}. " if near else ""
    raise UnknownName(f'no {what} is called "{name}"', f"{hint}`qcompare taxonomy` shows all.")
