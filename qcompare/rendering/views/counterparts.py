"""The best counterparts: pairs for two plans, joined rows for more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qcompare.models import CounterpartRow, Match, UnitAddress
from qcompare.rendering.document import Block, Cell, Column, Heading, Paragraph
from qcompare.rendering.views.figures import score
from qcompare.rendering.views.layout import Group, key_width, side_by_side
from qcompare.rendering.views.passages import passage, spoken
from qcompare.rendering.views.scope import Scope
from qcompare.rendering.views.side import Side
from qcompare.rendering.views.voice import BY_HAND, mark_of


def blocks(scope: Scope) -> list[Block]:
    """The best ones within the limit, as excerpts; with no limit all of them, related pairs too, in full."""
    voice = scope.voice
    groups, total = _pairs(scope) if len(scope.columns) == 2 else _joined(scope)
    heading = Heading(2, voice.say("counterparts.all" if scope.limit is None else "counterparts.heading"))
    if not groups:
        return [heading, Paragraph(voice.say("counterparts.none"), "dim")]
    key = Column(voice.say("column.score_topic"), width=key_width(scope.width))
    table = side_by_side(key, scope.names, voice.say("column.city"), voice.say("column.text"), groups)
    notes = [voice.shown(len(groups), total), *voice.legends(table)]
    if len(scope.columns) > 2:
        notes.insert(1, voice.say("counterparts.order"))
    if scope.comparison.parted:
        notes.append(voice.say("counterparts.parted", count=len(scope.comparison.parted)))
    return [heading, table, Paragraph(voice.clauses(notes), "dim")]


# --- two plans ----------------------------------------------------------------------------------


def _pairs(scope: Scope) -> tuple[list[Group], int]:
    matches = scope.comparison.matches
    if scope.limit is None:
        return [_pair(match, scope) for match in matches], len(matches)
    counterparts = [match for match in matches if match.level == "counterpart"]
    return [_pair(match, scope) for match in _varied(counterparts, scope.limit)], len(counterparts)


def _varied(matches: Sequence[Match], limit: int) -> list[Match]:
    """The best ``limit`` matches by falling score, those first in which both units are new."""
    seen: set[UnitAddress] = set()
    repeated: list[bool] = []
    for match in matches:
        repeated.append(bool(seen & {match.a, match.b}))
        seen |= {match.a, match.b}
    chosen = sorted(range(len(matches)), key=lambda at: (repeated[at], at))[:limit]
    return [matches[at] for at in sorted(chosen)]


def _pair(match: Match, scope: Scope) -> Group:
    by_plan = {match.a.plan: match.a.unit, match.b.plan: match.b.unit}
    units = [by_plan[side.meta.id] for side in scope.columns]
    words = spoken(match.evidence, scope.voice.taxonomy)
    found = [side.units[unit] for side, unit in zip(scope.columns, units, strict=True)]
    label = scope.voice.codes(*(code for _, code in found))
    figure = score(match.score) + mark_of(match)
    return Group(
        Cell(f"\n{label}", scope.voice.tone(found[0][1].topic), lead=figure),
        tuple(
            (passage(unit, scope.excerpt, words, side.mark(unit.id)),)
            for side, (unit, _) in zip(scope.columns, found, strict=True)
        ),
    )


# --- three to six plans -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Member:
    """A unit of a row with its best match; a filter may have left it none."""

    unit: str
    match: Match | None

    @property
    def score(self) -> float:
        """The score of the best match."""
        return self.match.score if self.match else 0.0


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the comparison, the members of each plan by falling score."""

    topic: str
    plans: tuple[tuple[_Member, ...], ...]

    @property
    def rank(self) -> tuple[int, float]:
        """How many plans have a part in it, and the score of the closest pair."""
        return sum(map(bool, self.plans)), max(member.score for plan in self.plans for member in plan)


def _joined(scope: Scope) -> tuple[list[Group], int]:
    """Rows with more plans first, then those with the closer pair."""
    best = _best(scope.comparison.matches)
    rows = [_row(row, best, scope.columns) for row in scope.comparison.rows]
    rows.sort(key=lambda row: row.rank, reverse=True)
    return [_group(row, scope) for row in rows[: scope.limit]], len(rows)


def _best(matches: Iterable[Match]) -> dict[UnitAddress, Match]:
    """The best match of each unit; matches come by falling score."""
    best: dict[UnitAddress, Match] = {}
    for match in matches:
        best.setdefault(match.a, match)
        best.setdefault(match.b, match)
    return best


def _row(row: CounterpartRow, best: dict[UnitAddress, Match], columns: Sequence[Side]) -> _Row:
    plans = (
        [_Member(unit, best.get(UnitAddress(side.meta.id, unit))) for unit in units]
        for side, units in zip(columns, row.units, strict=True)
    )
    return _Row(row.topic, tuple(tuple(sorted(plan, key=lambda member: -member.score)) for plan in plans))


def _group(row: _Row, scope: Scope) -> Group:
    plans = list(zip(scope.columns, row.plans, strict=True))
    units = [(side, member.unit) for side, members in plans for member in members]
    paired = {end for match in scope.comparison.matches if match.by_hand for end in (match.a, match.b)}
    coded = any(side.by_hand(unit) and side.topic(unit) == row.topic for side, unit in units)
    label = scope.voice.topic(row.topic) + (BY_HAND if coded else "")
    by_hand = any(UnitAddress(side.meta.id, unit) in paired for side, unit in units)
    figure = score(row.rank[1]) + (BY_HAND if by_hand else "")
    key = Cell(f"\n{label}", scope.voice.tone(row.topic), lead=figure)
    return Group(key, tuple(_cells(side, members, scope) for side, members in plans))


def _cells(side: Side, members: Sequence[_Member], scope: Scope) -> tuple[Cell, ...]:
    """All units of one plan in a row, or within a limit the closest and where the others stand."""
    shown = members if scope.limit is None else members[:1]
    cells = [_member(side, member, scope) for member in shown]
    rest = [member.unit for member in members[len(shown) :]]
    if rest:
        refs = scope.voice.listed(side.refs(rest))
        cells.append(Cell(scope.voice.say("counterparts.more", count=len(rest), refs=refs), "dim"))
    return tuple(cells)


def _member(side: Side, member: _Member, scope: Scope) -> Cell:
    words = spoken(member.match.evidence, scope.voice.taxonomy) if member.match else ()
    return passage(side.units[member.unit][0], scope.excerpt, words, side.mark(member.unit))
