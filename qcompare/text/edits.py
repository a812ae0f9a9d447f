"""Edits of a text that keep the way back: every repair step is a list of these."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from qcompare.models import CleanText, OffsetMap, Repair, RepairKind, Span, Suspect


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace ``text[start:end]`` by ``new``."""

    start: int
    end: int
    new: str
    kind: RepairKind


@dataclass(frozen=True, slots=True)
class Found:
    """What a step found in one text: edits in rising order that do not overlap, and open doubts."""

    edits: tuple[Edit, ...] = ()
    suspects: tuple[Suspect, ...] = ()


Step = Callable[[str], Found]


@dataclass(slots=True)
class _Draft:
    """A text on its way through the steps, with the source range of each of its characters."""

    text: str
    starts: list[int]
    ends: list[int]


def repair(source: str, steps: Sequence[Step]) -> CleanText:
    """Run the steps one after the other over ``source``; spans of suspects end up in the cleaned text."""
    draft = _Draft(source, list(range(len(source))), list(range(1, len(source) + 1)))
    repairs: list[Repair] = []
    suspects: list[Suspect] = []
    for step in steps:
        found = step(draft.text)
        moved = _mover(found.edits)
        repairs += [_logged(draft, edit) for edit in found.edits]
        draft = _applied(draft, found.edits)
        suspects = [_at(s, moved) for s in (*suspects, *found.suspects)]
    return CleanText(
        text=draft.text,
        offsets=OffsetMap(tuple(draft.starts), tuple(draft.ends), len(source)),
        repairs=tuple(sorted(repairs, key=lambda r: r.at)),
        suspects=tuple(sorted(suspects, key=lambda s: s.span)),
    )


def _logged(draft: _Draft, edit: Edit) -> Repair:
    at = draft.starts[edit.start] if edit.start < len(draft.starts) else (draft.ends[-1] if draft.ends else 0)
    return Repair(edit.kind, draft.text[edit.start : edit.end], edit.new, at)


def _applied(draft: _Draft, edits: Iterable[Edit]) -> _Draft:
    """The draft after the edits. Kept length maps character to character, else all to the whole range."""
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    position = 0
    for edit in edits:
        text += [draft.text[position : edit.start], edit.new]
        starts += draft.starts[position : edit.start]
        ends += draft.ends[position : edit.start]
        if len(edit.new) == edit.end - edit.start:
            starts += draft.starts[edit.start : edit.end]
            ends += draft.ends[edit.start : edit.end]
        elif edit.new:
            first = draft.starts[edit.start] if edit.start < len(draft.starts) else draft.ends[-1]
            last = draft.ends[edit.end - 1] if edit.end > edit.start else first
            starts += [first] * len(edit.new)
            ends += [last] * len(edit.new)
        position = edit.end
    text.append(draft.text[position:])
    starts += draft.starts[position:]
    ends += draft.ends[position:]
    return _Draft("".join(text), starts, ends)


def _mover(edits: Sequence[Edit]) -> Callable[[int], int]:
    """A function from a position before the edits to the one after them."""

    def moved(position: int) -> int:
        shift = 0
        for edit in edits:
            if edit.start >= position:
                break
            inside = min(position, edit.end) - edit.start
            shift += min(len(edit.new), inside) - inside if position < edit.end else len(edit.new) - inside
        return position + shift

    return moved


def _at(suspect: Suspect, moved: Callable[[int], int]) -> Suspect:
    span = Span(moved(suspect.span.start), moved(suspect.span.end))
    return Suspect(suspect.kind, suspect.text, span, suspect.reason)
