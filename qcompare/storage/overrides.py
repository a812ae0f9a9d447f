"""Reading ``codes.yaml``: codes and pairs that people set by hand."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from qcompare.checks import (
    Check,
    Fault,
    Faults,
    complaint,
    is_flag,
    is_text,
    list_of,
    record,
    shown,
    unknown,
)
from qcompare.models import ByHand
from qcompare.overrides import CodeOverride, Overrides, PairOverride, Place, signed
from qcompare.storage.yamlfile import load_yaml

FILE = "codes.yaml"

_HASH = re.compile(r"h?[0-9a-f]{12}")


def read_overrides(data: bytes, origin: str, topics: Collection[str]) -> Overrides:
    """The overrides in the bytes of a ``codes.yaml``; ``topics`` are those that a unit can be coded to.

    Raises BadConfiguration that tells all faults, each with its key; ``origin`` names the file.
    """
    said: Any = load_yaml(data, origin)
    if said is None:
        return Overrides()
    if faults := _check(topics)(said):
        raise complaint(faults, origin)
    codes, pairs = said.get("codes") or (), said.get("pairs") or ()
    return Overrides(
        codes=tuple(
            CodeOverride(f"{origin}: codes[{n}]", _place(row), row["topic"], _by_hand(row))
            for n, row in enumerate(codes)
        ),
        pairs=tuple(
            PairOverride(
                f"{origin}: pairs[{n}]", _place(row["a"]), _place(row["b"]), row["counterpart"], _by_hand(row)
            )
            for n, row in enumerate(pairs)
        ),
    )


def _place(row: Mapping[str, str]) -> Place:
    name = row.get("unit")
    return Place(row["plan"], signed(name) if name else "", row.get("quote", ""))


def _by_hand(row: Mapping[str, str]) -> ByHand:
    return ByHand(row["coder"], row.get("note", ""))


# --- checks ---------------------------------------------------------------------------------------


def _check(topics: Collection[str]) -> Check:
    place: Mapping[str, Check] = {"unit": _is_hash, "quote": is_text}
    code = record({"plan": is_text, "topic": _known(topics), "coder": is_text}, {**place, "note": is_text})
    unit = _all(record({"plan": is_text}, place), _names_a_unit)
    pair = record({"a": unit, "b": unit, "counterpart": is_flag, "coder": is_text}, {"note": is_text})
    return record(
        {},
        {
            "codes": _maybe(list_of(_all(code, _names_a_unit))),
            "pairs": _maybe(list_of(_all(pair, _of_two_plans))),
        },
    )


def _all(*checks: Check) -> Check:
    return lambda value: [fault for check in checks for fault in check(value)]


def _maybe(check: Check) -> Check:
    """A key over nothing is an empty list: people comment the lines below it out."""
    return lambda value: () if value is None else check(value)


def _is_hash(value: object) -> Faults:
    if isinstance(value, str) and _HASH.fullmatch(value):
        return ()
    right = "must be `h` and 12 hex digits, as in the column `hash` of the sheet"
    return (Fault("", f"is {shown(value)}", right),)


def _known(topics: Collection[str]) -> Check:
    def check(value: object) -> Faults:
        if value in topics:
            return ()
        return is_text(value) or (unknown("", f"is {shown(value)}", str(value), topics),)

    return check


def _names_a_unit(value: object) -> Faults:
    if not isinstance(value, dict) or "unit" in value or "quote" in value:
        return ()
    return (Fault("", "names no unit", "add `unit`, the hash of its text, or `quote`, some of its words"),)


def _of_two_plans(value: object) -> Faults:
    ends = [value.get(end) for end in "ab"] if isinstance(value, dict) else []
    plans = [end.get("plan") for end in ends if isinstance(end, dict)]
    if len(plans) < len("ab") or plans[0] != plans[1]:
        return ()
    return (Fault("", f"is within {shown(plans[0])}", "must be of two plans"),)
