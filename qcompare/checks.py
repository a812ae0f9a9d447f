"""Shapes of plain values, written as tables: every fault is found, then all are told together.

A check takes a value, made as YAML and JSON make theirs, and gives the faults in it, with keys from there on:
the key of what lies around is put before them on the way out, so that a faultless value costs no words.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from qcompare.errors import BadConfiguration

_HUGE = 1e9  # no weight or threshold is near it; keeps NaN, infinity and absurd integers out


@dataclass(frozen=True, slots=True)
class Fault:
    """What is ``wrong`` with the value of a dotted ``key`` (empty: all of it) and what would be right."""

    key: str
    wrong: str
    right: str


Faults = Collection[Fault]
Check = Callable[[object], Faults]


def within(name: str, faults: Iterable[Fault]) -> Iterator[Fault]:
    """The faults of a part, as faults of the whole that holds it by ``name`` (``topics`` or ``[3]``)."""
    for fault in faults:
        dot = "." if fault.key and not fault.key.startswith("[") else ""
        yield Fault(name + dot + fault.key, fault.wrong, fault.right)


def is_text(value: object) -> Faults:
    """Text that is not blank."""
    if isinstance(value, str) and value.strip():
        return ()
    return (Fault("", f"is {shown(value)}", "must be text, in quotes if YAML takes it for a number"),)


def is_flag(value: object) -> Faults:
    """True or false."""
    return () if isinstance(value, bool) else (Fault("", f"is {shown(value)}", "must be true or false"),)


def is_number(low: float = -_HUGE, high: float = _HUGE) -> Check:
    """A number from ``low`` to ``high``; true and false are none."""
    bounds = [f" from {low:g}" if low > -_HUGE else "", f" up to {high:g}" if high < _HUGE else ""]

    def check(value: object) -> Faults:
        if isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high:
            return ()
        return (Fault("", f"is {shown(value)}", "must be a number" + "".join(bounds)),)

    return check


def is_count(value: object) -> Faults:
    """A whole number, at least one."""
    if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= _HUGE:
        return ()
    return (Fault("", f"is {shown(value)}", "must be a whole number from 1 up"),)


def one_of(*names: str) -> Check:
    """One of a few words."""

    def check(value: object) -> Faults:
        return () if value in names else (Fault("", f"is {shown(value)}", f"must be {' or '.join(names)}"),)

    return check


def list_of(item: Check, least: int = 0) -> Check:
    """A list whose items all pass ``item``, at least so many."""

    def check(value: object) -> Faults:
        if not isinstance(value, list | tuple):
            return (Fault("", f"is {shown(value)}", "must be a list"),)
        if len(value) < least:
            return (Fault("", "is an empty list", "must name at least one"),)
        return [
            fault
            for i, each in enumerate(value)
            if (found := item(each))
            for fault in within(f"[{i}]", found)
        ]

    return check


def mapping_of(item: Check) -> Check:
    """A mapping from any text to values that all pass ``item``."""

    def check(value: object) -> Faults:
        if not isinstance(value, dict):
            return (Fault("", f"is {shown(value)}", "must be a mapping of `name: value` lines"),)
        return [
            fault
            for name, each in value.items()
            for fault in within(str(name), (*is_text(name), *item(each)))
        ]

    return check


def record(required: Mapping[str, Check], optional: Mapping[str, Check] | None = None) -> Check:
    """A mapping with these keys and no others."""
    known = {**required, **(optional or {})}

    def check(value: object) -> Faults:
        if not isinstance(value, dict):
            return (Fault("", f"is {shown(value)}", f"must be a mapping with the keys {', '.join(known)}"),)
        faults = [Fault(name, "is missing", "add it") for name in required if name not in value]
        for name, each in value.items():
            if name not in known:
                faults.append(unknown(str(name), "is no key", str(name), known))
            elif found := known[name](each):
                faults += within(name, found)
        return faults

    return check


def unknown(key: str, wrong: str, name: str, known: Iterable[str]) -> Fault:
    """The fault of a name that nothing answers to, with the nearest one that does."""
    from difflib import get_close_matches  # only on the way to an error

    names = list(dict.fromkeys(known))
    near = get_close_matches(name, names, 1)
    some = ", ".join(names[:12]) + (", …" if len(names) > 12 else "")
    return Fault(key, wrong, f"did you mean {near[0]}?" if near else f"known are {some or 'none'}")


def shown(value: object) -> str:
    """A value in few words."""
    if value is None or value == "":
        return "empty"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list | tuple):
        return "a list"
    return _short(str(value)) if isinstance(value, int | float) else f'"{_short(str(value))}"'


def _short(text: str, limit: int = 40) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"


def complaint(faults: Faults, origin: str, origins: Mapping[str, str] | None = None) -> BadConfiguration:
    """One error that lists all faults, each with its file.

    ``origins`` names other files by the keys that were read from there, the most special first. What leads to
    such a key is not part of that file, so it is not shown.
    """
    lines = [_line(fault, origin, origins or {}) for fault in faults]
    if len(lines) == 1:
        return BadConfiguration(lines[0])
    return BadConfiguration("\n  ".join([f"{len(lines)} faults:", *lines]))


def _line(fault: Fault, origin: str, origins: Mapping[str, str]) -> str:
    prefix = next((p for p in origins if f"{fault.key}.".replace("[", ".").startswith(f"{p}.")), "")
    key = fault.key[prefix.rfind(".") + 1 :] or "the file"
    return f"{origins.get(prefix, origin)}: {key}: {fault.wrong}; {fault.right}"
