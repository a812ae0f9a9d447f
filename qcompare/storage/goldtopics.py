"""Topics that readers gave to the units of a plan, checked row by row."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from qcompare.agreement import Coded, Coding
from qcompare.checks import Fault, complaint
from qcompare.errors import UnknownName
from qcompare.overrides import bare
from qcompare.storage.goldtables import read_rows

Named = Callable[[str], str]  # a topic's name, as people write it, to its id; raises UnknownName

# Between several names, the strongest first: labels may hold what is weaker.
_BETWEEN = tuple(map(re.compile, ("[;；|]", "[,，]", "、", r"\s")))


@dataclass(frozen=True, slots=True)
class _Line:
    """A coded row: its number in the file, who coded it, and what tells it from another of its text."""

    number: int
    coder: str
    place: tuple[str, ...]
    n: str
    coded: Coded


def read_codings(path: Path, named: Named) -> tuple[Coding, ...]:
    """The codings in a table with the columns ``text`` and ``topic``, and perhaps ``also``, ``ref``, ``n``,
    ``coder``.

    Rows without a topic are not coded yet: they are left out. Where people named under ``coder`` code the
    same texts, each has a coding of their own; else there is one, of who the rows name, if they name one
    alone, or under the name of the file. Raises UnreadableInput, BadConfiguration with every topic that is
    none, or every text that one coder coded twice and differently.
    """
    faults: list[Fault] = []
    lines: list[_Line] = []
    for number, row in read_rows(path, ("text", "topic")):
        if row["topic"]:
            topics, strange = _topics(row, named)
            faults += [Fault(f"line {number}", *each) for each in strange]
            lines.append(_line(number, row, topics))
    shared = _is_shared(lines)
    faults = faults or [*(_nobodys(lines) if shared else ()), *_contradictions(lines, shared=shared)]
    if faults:
        raise complaint(faults, str(path))
    return _codings(lines, path.stem, shared=shared)


def _topics(row: Mapping[str, str], named: Named) -> tuple[list[str], list[tuple[str, str]]]:
    """The ids of the topic of a row and of those that would do too, and what is wrong with other names."""
    found: list[str] = []
    strange: list[tuple[str, str]] = []
    for name in (row["topic"], *_several(row.get("also", ""), named)):
        try:
            found.append(named(name))
        except UnknownName as error:
            strange.append((f'names the unknown topic "{name}"', error.hint))
    return found, strange


def _several(text: str, named: Named) -> Iterator[str]:
    """The names in a cell, split no further than it takes to know them."""
    parts = next((each for mark in _BETWEEN if len(each := mark.split(text)) > 1), [])
    if parts and not _is_known(text, named):
        for part in parts:
            yield from _several(part.strip(), named)
    elif text:
        yield text


def _is_known(name: str, named: Named) -> bool:
    try:
        return bool(named(name))
    except UnknownName:
        return False


def _line(number: int, row: Mapping[str, str], topics: Sequence[str]) -> _Line:
    ref = row.get("ref") or f"#{row.get('n') or number}"
    place = tuple(row.get(name, "") for name in ("plan", "unit", "ref"))
    coded = Coded(row["text"], next(iter(topics), ""), tuple(topics[1:]), ref)
    return _Line(number, row.get("coder", ""), place, row.get("n", ""), coded)


# --- who coded what -------------------------------------------------------------------------------


def _is_shared(lines: Sequence[_Line]) -> bool:
    """Whether two people coded one unit, so that the file holds more than one coding."""
    coders: defaultdict[tuple[object, ...], set[str]] = defaultdict(set)
    for line in lines:
        if line.coder:
            coders[bare(line.coded.text), line.place].add(line.coder)
    return any(len(names) > 1 for names in coders.values())


def _nobodys(lines: Sequence[_Line]) -> Iterator[Fault]:
    """The first row that says not whose it is, where each coder has a coding."""
    nameless = [line.number for line in lines if not line.coder]
    if nameless:
        yield Fault(
            f"line {nameless[0]}",
            f"names no coder (rows like it: {len(nameless)})",
            "name who coded it, for the file holds several codings",
        )


def _contradictions(lines: Sequence[_Line], *, shared: bool) -> Iterator[Fault]:
    first: dict[tuple[object, ...], _Line] = {}
    for line in lines:
        of = line.coder if shared else ""
        before = first.setdefault((of, bare(line.coded.text), line.place, line.n), line)
        if before.coded.topic != line.coded.topic:
            yield Fault(
                f"line {line.number}",
                f"has the text of line {before.number} and another topic"
                f" ({line.coded.topic}, there {before.coded.topic})",
                "keep one, or tell coders apart in the column coder, sentences in ref or n",
            )


def _codings(lines: Sequence[_Line], stem: str, *, shared: bool) -> tuple[Coding, ...]:
    coders = list(dict.fromkeys(line.coder for line in lines if line.coder))
    if shared:
        return tuple(
            Coding(coder, tuple(line.coded for line in lines if line.coder == coder)) for coder in coders
        )
    name = coders[0] if len(coders) == 1 else stem
    return (Coding(name, tuple(line.coded for line in lines)),)
