"""Plans by hand: headings and units to a coded plan with spans, references and coverage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from qcompare.models import (
    Alternative,
    Assignment,
    CodedPlan,
    Coverage,
    Evidence,
    MeasureHit,
    Metadata,
    Plan,
    Section,
    Source,
    Span,
    Target,
    Unit,
)


@dataclass(frozen=True)
class H:
    """A heading to be placed in a text."""

    ref: str
    title: str
    topic: str
    score: float = 0.8
    unsure: bool = False
    level: int = 1
    parent: str | None = None

    @property
    def number(self) -> str:
        return self.ref.rstrip(")")[-1]


@dataclass(frozen=True)
class U:
    """A unit to be placed in a text."""

    text: str
    topic: str
    score: float = 0.7
    unsure: bool = False
    measures: tuple[str, ...] = ()


def coded(meta: Metadata, parts: Sequence[H | U], **more: Any) -> CodedPlan:
    """A plan with one line for each part; units are numbered u001 …, sections s01 …, references follow."""
    sections: list[tuple[Section, Assignment]] = []
    units: list[tuple[Unit, Assignment]] = []
    text, paragraph = "", 0
    for part in parts:
        line = f"{part.number}、{part.title}" if isinstance(part, H) else part.text
        span = Span(len(text), len(text) + len(line))
        text += line + "\n"
        if isinstance(part, H):
            paragraph = 0
            sections.append(
                (_section(part, len(sections) + 1, span), Assignment(part.topic, part.score, part.unsure))
            )
            continue
        paragraph += 1
        units.append((_unit(part, len(units) + 1, paragraph, span, sections), _code(part)))
    return CodedPlan(
        plan=Plan(
            meta=meta,
            source=Source(
                f"plans/{meta.id}.txt", "5" * 64, "txt", "gb18030", "https://example.org/a|b", "2024-05-06"
            ),
            text=text,
            sections=tuple(section for section, _ in sections),
            units=tuple(unit for unit, _ in units),
            repairs=more.get("repairs", ()),
            suspects=more.get("suspects", ()),
            coverage=_coverage(text, [u for u, _ in units], [s for s, _ in sections]),
        ),
        units=tuple(code for _, code in units),
        sections=tuple(code for _, code in sections),
        targets=more.get("targets", ()),
    )


def _section(part: H, number: int, span: Span) -> Section:
    return Section(f"s{number:02}", part.parent, part.level, part.number, part.title, span, part.ref)


def _unit(
    part: U, number: int, paragraph: int, span: Span, above: Sequence[tuple[Section, Assignment]]
) -> Unit:
    section = above[-1][0] if above else None
    ref = f"{section.ref if section else ''} ¶{paragraph}".strip()
    source = Span(span.start + 2, span.end + 4)
    return Unit(
        f"u{number:03}", section.id if section else None, ref, part.text, span, source, part.topic == "chrome"
    )


def _code(part: U) -> Assignment:
    evidence = (Evidence("terms", part.text[:2], part.score),)
    hits = tuple(MeasureHit(measure, 1.0) for measure in part.measures)
    other = (Alternative("other", round(part.score - 0.05, 2)),) if part.unsure else ()
    return Assignment(part.topic, part.score, part.unsure, other, evidence, hits)


def _coverage(text: str, units: Sequence[Unit], sections: Sequence[Section]) -> Coverage:
    sizes = [unit.span.end - unit.span.start for unit in units if not unit.chrome]
    chrome = [unit.span.end - unit.span.start for unit in units if unit.chrome]
    headings = [section.span.end - section.span.start for section in sections]
    blanks = len(text) - sum(sizes) - sum(chrome) - sum(headings)
    return Coverage(len(text), sum(sizes), sum(headings), sum(chrome), blanks)


def target(number: int, unit: str, indicator: str, topic: str, **more: Any) -> Target:
    """A target of the year 2022 in per cent, unless told otherwise."""
    plain = Target(
        id=f"t{number:02}",
        unit=unit,
        indicator=indicator,
        op="=",
        direction="level",
        value=1.0,
        value_hi=None,
        unit_of_measure="%",
        per=None,
        baseline_year=None,
        deadline_year=2022,
        binding=None,
        kind="target",
        topic=topic,
        quote=indicator,
        span=Span(0, 4),
    )
    return replace(plain, **more)
