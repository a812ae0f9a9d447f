"""Quantified targets of a plan: each figure that is promised, or was reached, with its indicator and date.

The parts: ``clauses`` (where a statement ends), ``units`` and ``quantities`` (what a figure is), ``figures``
(the text that can belong to it), ``operators`` (the words round it), ``verbs``, ``measures`` and
``indicators`` (what is measured), ``readings`` (how both can stand), ``sentences`` (the grammar that joins
them), ``deadlines`` and ``surroundings`` (when).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from qcompare.models import CHROME, Plan, Span, Target, Unit
from qcompare.targets.deadlines import Mark, governing, marks
from qcompare.targets.sentences import Statement, read
from qcompare.targets.surroundings import Setting, settings_of, year_of

_BINDING = re.compile(r"[(（\[，,]?(?:为|属)?(?P<word>约束性|预期性)")  # 95%(约束性), 95%,为预期性指标
_BINDS: dict[str, Literal["binding", "expected"]] = {"约束性": "binding", "预期性": "expected"}
_MORE = re.compile(r"新增|净增|\A增[加设]")
_LESS = re.compile(r"(?:减少|压减|压缩|削减|精简|降低|淘汰)")
# 占全国的62.83%; not 占比重达到53%
_STATED_SHARE = re.compile(r"占(?:[^达到比]{0,10}的)?\s*\d")


@dataclass(frozen=True, slots=True)
class _When:
    """Whether a statement is of the past, and the year by which it is due."""

    past: bool
    due: int | None


def extract(plan: Plan, topics: Sequence[str]) -> tuple[Target, ...]:
    """The targets of a plan in the order of its text, with ids ``t001``…

    ``topics`` runs parallel to the units, and a target has the topic of its unit; page furniture has none.
    Past figures are kind ``fact`` and have no deadline; goals without a figure are kind ``milestone`` and
    have no value. Spans are in the cleaned text.
    """
    settings, this_year = settings_of(plan), year_of(plan)
    found: list[Target] = []
    before: tuple[int, bool] = (0, False)
    for unit, topic in zip(plan.units, topics, strict=True):
        if unit.chrome or topic == CHROME:
            continue
        times = marks(unit.text, this_year)
        told = before[1] and not times and "\n" not in plan.text[before[0] : unit.span.start]
        setting = settings[unit.id]
        new = [
            _target(plan, unit, topic, said, _when(times, said, setting, told=told))
            for said in read(unit.text, setting.title)
        ]
        before = (unit.span.end, (new[-1].kind == "fact") if new else told)
        found += new
    return tuple(replace(target, id=f"t{n:03}") for n, target in enumerate(found, 1))


def _when(times: Sequence[Mark], said: Statement, setting: Setting, *, told: bool) -> _When:
    """The time of a statement. ``told``: the sentences before it in its paragraph tell of the past.

    Under a heading where all is over only a year to come is ahead.
    """
    tense, year = governing(times, said.at)
    past = tense == "past" or (setting.over and not year) or (told and tense is None)
    return _When(past, None if past else year or setting.deadline)


def _target(plan: Plan, unit: Unit, topic: str, said: Statement, when: _When) -> Target:
    start = unit.span.start
    span = Span(start + said.start, start + said.end)
    return Target(
        id="",
        unit=unit.id,
        indicator=said.indicator,
        op=said.op,
        direction=_direction(said),
        value=said.quantity.value,
        value_hi=said.quantity.value_hi,
        unit_of_measure=said.quantity.unit,
        per=said.lead.per,
        baseline_year=said.lead.baseline,
        deadline_year=when.due,
        binding=_binding(unit.text, said.end),
        kind=_kind(said, when, span.of(plan.text)),
        topic=topic,
        quote=span.of(plan.text),
        span=span,
    )


def _kind(said: Statement, when: _When, quote: str) -> Literal["target", "fact", "milestone"]:
    """A share that is stated without a date and without 达到 tells how things are."""
    if when.past or (when.due is None and _STATED_SHARE.search(quote)):
        return "fact"
    return "milestone" if said.quantity.sort == "state" else "target"


def _direction(said: Statement) -> Literal["increase", "decrease", "level"]:
    """What the verb says; what is newly added grows, whatever the verb (新增鲁班奖3项)."""
    counted = said.quantity.sort in ("count", "amount", "money")
    if counted and _MORE.search(said.indicator):
        return "increase"
    if counted and _LESS.match(said.indicator):
        return "decrease"
    return said.lead.direction or "level"


def _binding(text: str, end: int) -> Literal["binding", "expected"] | None:
    match = _BINDING.match(text, end)
    return _BINDS[match["word"]] if match else None
