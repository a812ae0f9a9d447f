"""Gold files: what readers marked and graded, checked row by row (``goldtopics.py`` has what they coded)."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from qcompare.checks import (
    Check,
    Fault,
    Faults,
    complaint,
    is_number,
    one_of,
    record,
    shown,
    within,
)
from qcompare.models import Span, Target
from qcompare.storage.goldtables import read_lines, read_rows

# --- pairs --------------------------------------------------------------------------------------


def read_units(path: Path) -> Mapping[str, str]:
    """Number to text, from a table with the columns ``n`` and ``text``.

    Raises UnreadableInput, BadConfiguration with every fault in every line.
    """
    rows = read_rows(path, ("n", "text"))
    faults = []
    units: dict[str, str] = {}
    for line, row in rows:
        if row["n"] in units:
            faults.append(Fault(f"line {line}", f"has the number {row['n']} again", "must number units once"))
        units[row["n"]] = row["text"]
    if faults:
        raise complaint(faults, str(path))
    return units


def read_grades(path: Path, a: Collection[str], b: Collection[str]) -> Mapping[tuple[str, str], int]:
    """Grades from 0 to 3 of pairs of numbers, from a table with the columns ``a``, ``b``, ``grade``.

    ``a`` and ``b`` are the numbers that there are. Raises as ``read_units`` does.
    """
    rows = read_rows(path, ("a", "b", "grade"))
    faults: list[Fault] = []
    grades: dict[tuple[str, str], int] = {}
    for line, row in rows:
        pair = row["a"], row["b"]
        faults += within(f"line {line}", _grade_faults(row, a, b, twice=pair in grades))
        grades[pair] = int(row["grade"]) if row["grade"] in _GRADES else 0
    if faults:
        raise complaint(faults, str(path))
    return grades


_GRADES = ("0", "1", "2", "3")


def _grade_faults(row: Mapping[str, str], a: Collection[str], b: Collection[str], *, twice: bool) -> Faults:
    faults = list(within("grade", one_of(*_GRADES)(row["grade"])))
    for side, numbers in (("a", a), ("b", b)):
        if row[side] not in numbers:
            faults.append(Fault(side, f'is "{row[side]}"', f"must be a number of the units of {side}"))
    if twice:
        faults.append(Fault("", "grades this pair again", "must grade a pair once"))
    return faults


# --- targets ------------------------------------------------------------------------------------


def read_targets(path: Path) -> tuple[Target, ...]:
    """Targets from JSON lines with the keys ``indicator op value unit type quote …`` (see the README).

    ``type`` is ``target`` or ``fact``; what is absent counts as null, other keys are passed over. Raises
    UnreadableInput, BadConfiguration with every fault in every line.
    """
    faults: list[Fault] = []
    targets: list[Target] = []
    for number, line in enumerate(read_lines(path), 1):
        if not line.strip():
            continue
        row, found = _parsed(line)
        faults += within(f"line {number}", found)
        if not found:
            targets.append(_target(number, row))
    if faults:
        raise complaint(faults, str(path))
    return tuple(targets)


def _is_text(value: object) -> Faults:
    if isinstance(value, str) and value.strip():
        return ()
    return (Fault("", f"is {shown(value)}", "must be text that is not blank"),)


def _or_null(check: Check) -> Check:
    return lambda value: () if value is None else check(value)


_AMOUNT = _or_null(is_number())
_YEAR = _or_null(is_number(1000, 9999))
_NAME = _or_null(_is_text)
_REQUIRED: Mapping[str, Check] = {
    "indicator": _is_text,
    "op": one_of(">=", "<=", "=", "~"),
    "value": is_number(),
    "type": one_of("target", "fact"),
    "quote": _is_text,
}
_OPTIONAL: Mapping[str, Check] = {
    "value_hi": _AMOUNT,
    "unit": _NAME,
    "per": _NAME,
    "baseline_year": _YEAR,
    "deadline_year": _YEAR,
    "direction": one_of("increase", "decrease", "level"),
    "topic": _NAME,
}
_TARGET = record(_REQUIRED, _OPTIONAL)


def _parsed(line: str) -> tuple[dict[str, Any], Faults]:
    """What a line says of a target, and what is wrong with it."""
    try:
        row = json.loads(line.strip())
    except json.JSONDecodeError as error:
        fault = f"is no JSON ({error.msg}, column {error.colno})"
        return {}, (Fault("", fault, "must be one object on one line"),)
    except RecursionError:
        return {}, (Fault("", "is nested too deep", "must be one object without further ones in it"),)
    if not isinstance(row, dict):
        return {}, (Fault("", "is no object", "must be like {…} with the keys of a target"),)
    known = {key: value for key, value in row.items() if key in _REQUIRED or key in _OPTIONAL}
    return known, _TARGET(known)


def _target(number: int, row: Mapping[str, Any]) -> Target:
    high = row.get("value_hi")
    return Target(
        id=f"#{number}",
        unit="",
        indicator=row["indicator"],
        op=row["op"],
        direction=row.get("direction", "level"),
        value=float(row["value"]),
        value_hi=None if high is None else float(high),
        unit_of_measure=row.get("unit"),
        per=row.get("per"),
        baseline_year=row.get("baseline_year"),
        deadline_year=row.get("deadline_year"),
        binding=None,
        kind=row["type"],
        topic=row.get("topic") or "",
        quote=row["quote"],
        span=Span(0, 0),
    )
