"""What a sentence without a date takes from its surroundings: its paragraph, the headings, a general goal."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from qcompare.models import Plan, Section, Unit
from qcompare.targets.deadlines import Mark, marks

_OPENING = 15  # characters: a date this near to the start of a line opens it
_BULLETS = "■●◆▲★□○◎•·—－-"
_ENDS = "。！？；;"
# Headings under which all is over, and headings whose sections share a general goal's date.
_OVER = re.compile(r"成就|回顾|现状|(?:发展|现实|工作)基础|工作情况|取得的|背景|发展环境|主要成效")
_GOAL = re.compile(r"目标|指标")
_UNBRACKETED = str.maketrans("()（）〔〕", "      ")


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a unit stands: the deadline it takes over, whether all there is over, and the title above it."""

    deadline: int | None = None
    over: bool = False
    title: str = ""


@dataclass(frozen=True, slots=True)
class _Governor:
    """The dated line that later lines of its section are under: as its list, or as what it announces."""

    year: int | None = None
    announces: bool = False
    bullet: str = ""


def settings_of(plan: Plan) -> dict[str, Setting]:
    """The setting of each unit that is not chrome, by unit id."""
    year, lines = year_of(plan), _lines(plan)
    headed = _headed(plan.sections, _openings(lines, year), year)
    return {
        unit.id: _under(headed.get(unit.section or "", Setting()), deadline)
        for line, deadline in _dated(lines, year)
        for unit in line
    }


def year_of(plan: Plan) -> int | None:
    """The year that the plan speaks from; a web page's date is none, for it can be years later."""
    return None if plan.meta.year_source == "page" else plan.meta.year


def _under(setting: Setting, deadline: int | None) -> Setting:
    return Setting(deadline or setting.deadline, setting.over, setting.title)


def _lines(plan: Plan) -> list[list[Unit]]:
    """The units by the line they stand on."""
    breaks = [match.start() for match in re.finditer("\n", plan.text)]
    units = (unit for unit in plan.units if not unit.chrome)
    return [list(line) for _, line in groupby(units, lambda unit: bisect(breaks, unit.span.start))]


# --- the paragraph and the list -----------------------------------------------------------------


def _dated(lines: Sequence[list[Unit]], this_year: int | None) -> Iterator[tuple[list[Unit], int | None]]:
    """Each line with the deadline that its first sentence, or the line that governs it, gives."""
    governor, section = _Governor(), None
    for line in lines:
        if line[0].section != section:
            governor, section = _Governor(), line[0].section
        governor = _next(governor, line, this_year)
        yield line, governor.year


def _next(governor: _Governor, line: Sequence[Unit], this_year: int | None) -> _Governor:
    """What governs ``line``: itself if a date opens it; else an announcement, or what it is a list of."""
    first = line[0].text
    bullet = first[0] if first[0] in _BULLETS else ""
    if own := _opening(first, this_year):
        return _Governor(own, announces=line[-1].text[-1] not in _ENDS, bullet=bullet)
    stays = bullet != governor.bullet if bullet else governor.announces
    return governor if stays else _Governor()


def _opening(text: str, this_year: int | None) -> int | None:
    """The deadline that stands at the start of a sentence: 到2022年,…"""
    opening = (mark for mark in marks(text[: _OPENING + 10], this_year) if mark.at <= _OPENING)
    return next((mark.year for mark in opening if mark.tense == "future" and mark.year), None)


# --- the headings -------------------------------------------------------------------------------


def _openings(lines: Sequence[list[Unit]], this_year: int | None) -> dict[str, int]:
    """The first deadline that opens a line of each section."""
    found: dict[str, int] = {}
    for line in lines:
        if (section := line[0].section) and (year := _opening(line[0].text, this_year)):
            found.setdefault(section, year)
    return found


def _headed(
    sections: Sequence[Section], openings: Mapping[str, int], this_year: int | None
) -> dict[str, Setting]:
    """What each section gives its units: a year in its title or one above, else that of a general goal."""
    found: dict[str, Setting] = {}
    general: dict[str | None, int] = {}  # by parent: the date of the goals set so far among its sections
    for section in sections:
        above = found.get(section.parent or "", Setting())
        years = _years(section.title, this_year)
        due = max((mark.year for mark in years if mark.year and mark.tense == "future"), default=None)
        if due is None and _GOAL.search(section.title):
            due = openings.get(section.id) or general.get(section.parent)
            general |= {section.parent: due} if due else {}
        over = above.over or bool(_OVER.search(section.title)) or _all_past(years)
        found[section.id] = Setting(due or above.deadline, over, section.title)
    return found


def _years(title: str, this_year: int | None) -> list[Mark]:
    """The years of a title; those in its brackets count: 全面创建(2014年6月—2015年6月)."""
    return [mark for mark in marks(title.translate(_UNBRACKETED), this_year) if mark.year]


def _all_past(years: Sequence[Mark]) -> bool:
    return bool(years) and all(mark.tense == "past" for mark in years)
