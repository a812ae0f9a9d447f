"""Figures, targets and excerpts as people read them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qcompare.models import Target
from qcompare.rendering.views.voice import Voice

_SIGNS = {">=": "≥", "<=": "≤", "=": "", "~": "≈"}
_ARROWS = {"increase": "↑", "decrease": "↓", "level": ""}
_CLAUSE_START = re.compile(r"(?<=[，,；;。：:、])")

_SLACK = 4  # characters: a text is not cut for less


def number(value: float) -> str:
    """A written figure: ``30``, ``2.6``, never ``3e+06``."""
    return f"{value:.6f}".rstrip("0").rstrip(".")


def percent(share: float) -> str:
    """A share of 1 in per cent with one place, without the sign: ``12.3``."""
    return f"{share * 100:.1f}"


def score(value: float) -> str:
    """A score of 0 to 1 with two places."""
    return f"{value:.2f}"


def bar(share: float, top: float, size: int) -> str:
    """A bar ``size`` characters long at ``top``; whatever is not nothing shows."""
    halves = max(1, round(2 * size * share / top)) if share > 0 else 0
    return "█" * (halves // 2) + "▌" * (halves % 2)


def excerpt(text: str, size: int, words: Iterable[str] = ()) -> str:
    """About ``size`` characters of ``text``, from the clause where most of ``words`` stand; … marks a cut."""
    if len(text) <= size + _SLACK:
        return text
    starts = [0, *(found.end() for found in _CLAUSE_START.finditer(text) if found.end() < len(text))]
    present = frozenset(word for word in words if word in text)

    def told(start: int) -> int:
        return sum(len(word) for word in present if word in text[start : start + size])

    start = max(starts, key=told)
    if start > len(text) - size:  # the end shows whole: begin as early as there is room for
        start = min(at for at in starts if at >= len(text) - size)
    end = start + size
    return ("…" if start else "") + text[start:end].strip() + ("…" if end < len(text) else "")


def target(value: Target, voice: Voice) -> str:
    """A target without its indicator: ``≥ 94 %``, ``30 万元/亩 (2022)``."""
    amount = " ".join(filter(None, (_ARROWS[value.direction], _SIGNS[value.op], _amount(value))))
    if value.value is None:
        amount = voice.say("target.milestone")
    details = voice.listed(_details(value, voice))
    return amount + (voice.say("target.details", details=details) if details else "")


def _amount(value: Target) -> str:
    if value.value is None:
        return ""
    range_end = f"–{number(value.value_hi)}" if value.value_hi is not None else ""
    unit = value.unit_of_measure or ""
    per = f"/{value.per}" if value.per and not unit.endswith(f"/{value.per}") else ""
    return f"{number(value.value)}{range_end} {unit}{per}".strip()


def _details(value: Target, voice: Voice) -> list[str]:
    known = [
        voice.say("target.by", year=value.deadline_year) if value.deadline_year else "",
        voice.say("target.from", year=value.baseline_year) if value.baseline_year else "",
        voice.say(f"target.{value.binding}") if value.binding else "",
        voice.say("target.fact") if value.kind == "fact" else "",
    ]
    return [detail for detail in known if detail]
