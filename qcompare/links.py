"""What aligning and comparing both ask: which sections stand for themselves, and what links join."""

from __future__ import annotations

from collections.abc import Iterable

from qcompare.models import Match, Plan, UnitAddress


def standing(plan: Plan) -> frozenset[str]:
    """The ids of the sections that stand for themselves: with units right under them, or nothing at all.

    Those that hold subsections alone are spoken for by these.
    """
    above = {section.parent for section in plan.sections}
    speaking = {unit.section for unit in plan.units if not unit.chrome}
    return frozenset(s.id for s in plan.sections if s.id not in above or s.id in speaking)


def joined(links: Iterable[Match]) -> list[frozenset[UnitAddress]]:
    """The groups that hang together by the links, in the order in which their first links come."""
    found: dict[UnitAddress, set[UnitAddress]] = {}
    for link in links:
        group = found.get(link.a, {link.a}) | found.get(link.b, {link.b})
        found.update(dict.fromkeys(group, group))
    return list(dict.fromkeys(map(frozenset, found.values())))
