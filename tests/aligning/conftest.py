"""Coded plans in a few lines, their words, measures and topics as a test wants them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from hypothesis import strategies as st

from qcompare.models import (
    CHROME,
    Alternative,
    Assignment,
    CodedPlan,
    Coverage,
    MeasureHit,
    Metadata,
    Plan,
    Section,
    Source,
    Span,
    Target,
    Unit,
)
from qcompare.settings import AligningWeights, Thresholds

WEIGHTS = AligningWeights(
    share=10.0, amount=5.0, measures=4.0, topic=3.0, pillar=2.0, crowding=1.5, start=7.0
)
UNCROWDED = replace(WEIGHTS, crowding=0.0)
THRESHOLDS = Thresholds(min_score=0.5, related_score=0.3, unsure_score=0.4, section_score=0.5)

RARE = ("榫卯", "缂丝", "珐琅", "剔红", "点翠", "锔瓷")  # words that no policy holds: each weighs 0.67
TOPICS = ("products.general", "foundations.standards", "governance.culture", "context", "other")
PILLARS = {topic: topic.partition(".")[0] for topic in TOPICS}


@dataclass(frozen=True, slots=True)
class U:
    """A unit: blank-separated words, a topic (``chrome``: furniture), measures and other topics by score.

    A comma between two words keeps them from making a pair of characters.
    """

    words: str
    topic: str = TOPICS[0]
    score: float = 1.0
    measures: Mapping[str, float] = field(default_factory=dict)
    others: Mapping[str, float] = field(default_factory=dict)
    targets: tuple[str, ...] = ()  # the topics of its targets

    def code(self) -> Assignment:
        return Assignment(
            topic=self.topic,
            score=self.score,
            alternatives=tuple(Alternative(topic, score) for topic, score in self.others.items()),
            measures=tuple(MeasureHit(name, score) for name, score in self.measures.items()),
        )


@dataclass(frozen=True, slots=True)
class S:
    """The heading of a section, at a level."""

    title: str
    topic: str = TOPICS[0]
    score: float = 1.0
    level: int = 1
    measures: Mapping[str, float] = field(default_factory=dict)

    def code(self) -> Assignment:
        hits = tuple(MeasureHit(name, score) for name, score in self.measures.items())
        return Assignment(self.topic, self.score, measures=hits)


def coded(plan_id: str, *lines: U | S) -> CodedPlan:
    """The plan with these headings and units, one to a line."""
    sections: list[Section] = []
    units: list[Unit] = []
    targets: list[Target] = []
    text = ""
    for line in lines:
        written = line.title if isinstance(line, S) else line.words.replace(" ", "")
        span = Span(len(text), len(text) + len(written))
        text += written + "\n"
        if isinstance(line, S):
            sections.append(_section(line, span, sections))
            continue
        units.append(_unit(line, span, sections[-1].id if sections else None, len(units) + 1))
        targets += [
            _target(topic, units[-1], n) for n, topic in enumerate(line.targets, start=len(targets) + 1)
        ]
    return CodedPlan(
        plan=Plan(
            meta=Metadata(id=plan_id, title=plan_id),
            source=Source(f"{plan_id}.txt", "0" * 64, "txt", "utf-8"),
            text=text,
            sections=tuple(sections),
            units=tuple(units),
            repairs=(),
            suspects=(),
            coverage=Coverage(len(text), 0, 0, 0, 0),
        ),
        units=tuple(line.code() for line in lines if isinstance(line, U)),
        sections=tuple(line.code() for line in lines if isinstance(line, S)),
        targets=tuple(targets),
    )


def _section(line: S, span: Span, before: list[Section]) -> Section:
    above = next((section.id for section in reversed(before) if section.level < line.level), None)
    n = len(before) + 1
    return Section(f"s{n:03}", above, line.level, str(n), line.title, span, f"{n}.")


def _unit(line: U, span: Span, section: str | None, n: int) -> Unit:
    text = line.words.replace(" ", "")
    return Unit(f"u{n:03}", section, f"¶{n}", text, span, span, chrome=line.topic == CHROME)


def _target(topic: str, unit: Unit, n: int) -> Target:
    return Target(
        id=f"t{n:03}",
        unit=unit.id,
        indicator="合格率",
        op="=",
        direction="level",
        value=96.0,
        value_hi=None,
        unit_of_measure="%",
        per=None,
        baseline_year=None,
        deadline_year=2020,
        binding=None,
        kind="target",
        topic=topic,
        quote=unit.text,
        span=unit.span,
    )


# --- any plan -------------------------------------------------------------------------------------

_WORDS = (*RARE, "质量", "提升", "，", "2018", "CQO")  # rare, common, and what is no word
_SCORES = st.sampled_from((0.0, 0.25, 0.4, 0.9, 1.0))

UNITS = st.builds(
    U,
    words=st.lists(st.sampled_from(_WORDS), min_size=1, max_size=8).map(" ".join),
    topic=st.sampled_from((*TOPICS, "chrome")),
    score=_SCORES,
    measures=st.dictionaries(st.sampled_from(("m.cqo", "m.month", "m.recall")), _SCORES, max_size=3),
    others=st.dictionaries(st.sampled_from(("engineering.general", "services.public")), _SCORES, max_size=2),
)
SECTIONS = st.builds(
    S,
    title=st.just("标题"),
    topic=st.sampled_from(TOPICS),
    score=_SCORES,
    level=st.integers(1, 3),
    measures=st.dictionaries(st.sampled_from(("m.cqo", "m.month")), _SCORES, max_size=1),
)


def any_plan(plan_id: str) -> st.SearchStrategy[CodedPlan]:
    """Plans of no lines or a few."""
    return st.lists(st.one_of(UNITS, UNITS, SECTIONS), max_size=8).map(lambda lines: coded(plan_id, *lines))


def near(value: float) -> Any:
    """``value`` but for the last digits; typed as whatever stands beside it."""
    return pytest.approx(value)


def renamed(plan: CodedPlan, plan_id: str) -> CodedPlan:
    """The same plan under another id."""
    return replace(plan, plan=replace(plan.plan, meta=replace(plan.plan.meta, id=plan_id)))
