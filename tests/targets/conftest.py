"""Plans and targets for the tests of this room, made without the parser."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from qcompare.models import Coverage, Metadata, Plan, Section, Source, Span, Target, Unit
from qcompare.targets.sentences import Statement

_SENTENCE = re.compile(r"[^。！？\n]+[。！？]?")


@dataclass
class _Draft:
    text: str = ""
    sections: list[Section] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    trail: list[Section] = field(default_factory=list)

    def line(self, line: str) -> None:
        start = len(self.text)
        self.text += f"{line}\n"
        heading = re.match(r"(#+) (.*)", line)
        if heading:
            self._section(len(heading[1]), heading[2], Span(start, start + len(line)))
        else:
            self.units += self._units(line, start)

    def _section(self, level: int, title: str, span: Span) -> None:
        self.trail = self.trail[: level - 1]
        parent = self.trail[-1].id if self.trail else None
        n = len(self.sections) + 1
        self.trail.append(Section(f"s{n:03}", parent, level, str(n), title, span, str(n)))
        self.sections.append(self.trail[-1])

    def _units(self, line: str, start: int) -> Iterator[Unit]:
        section = self.trail[-1].id if self.trail else None
        chrome = line.startswith("~")
        for n, match in enumerate(_SENTENCE.finditer(line), len(self.units) + 1):
            span = Span(start + match.start(), start + match.end())
            yield Unit(f"u{n:03}", section, f"¶{n}", match.group(), span, span, chrome)


def plan_of(*lines: str, year: int | None = 2020, page: bool = False) -> Plan:
    """A plan of these lines: ``# `` and ``## `` head sections, ``~`` is page furniture."""
    draft = _Draft()
    for line in lines:
        draft.line(line)
    return Plan(
        meta=Metadata("a", "a", year=year, year_source="page" if page else "text"),
        source=Source("a.txt", "", "txt", "utf-8"),
        text=draft.text,
        sections=tuple(draft.sections),
        units=tuple(draft.units),
        repairs=(),
        suspects=(),
        coverage=Coverage(0, 0, 0, 0, 0),
    )


def target(
    indicator: str,
    unit: str | None = "%",
    *,
    n: int = 1,
    topic: str = "products.general",
    value: float | None = 90,
    deadline: int | None = None,
    fact: bool = False,
) -> Target:
    """A target of which only these things matter."""
    return Target(
        id=f"t{n:03}",
        unit="u001",
        indicator=indicator,
        op=">=",
        direction="level",
        value=value,
        value_hi=None,
        unit_of_measure=unit,
        per=None,
        baseline_year=None,
        deadline_year=deadline,
        binding=None,
        kind="fact" if fact else "target" if value is not None else "milestone",
        topic=topic,
        quote=indicator,
        span=Span(0, len(indicator)),
    )


def brief(statements: Sequence[Statement]) -> list[str]:
    """Statements as one reads them: ``合格率 >= 95 %``."""
    return [_brief(statement) for statement in statements]


def _brief(said: Statement) -> str:
    quantity = said.quantity
    value = "" if quantity.value is None else f"{quantity.value:g}"
    if quantity.value_hi is not None:
        value += f"–{quantity.value_hi:g}"
    return " ".join(part for part in (said.indicator, said.op, value, quantity.unit or "") if part)
