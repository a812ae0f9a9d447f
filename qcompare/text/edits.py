"""Edits of a text that keep the way back: every repair step is a list of these."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from qcompare.models import CleanText, OffsetMap, Repair, RepairKind, Span, Suspect


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace ``text[start:end]`` by ``new``; ``start == end`` puts ``new`` in."""

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

# Kinds of repair, the one that says most of a place first.
_TELLING: tuple[RepairKind, ...] = (
    "byteslip",
    "encoding",
    "pinyin",
    "wording",
    "variant",
    "script",
    "width",
    "layout",
)
# Kinds that make characters of the bytes of others.
_REPACKED: frozenset[RepairKind] = frozenset({"byteslip", "encoding"})


@dataclass(frozen=True, slots=True)
class _Draft:
    """A text on its way through the steps: where in the source each character starts and ends.

    ``starts`` has one more entry, for the end of the text: an edit may stand there.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]


def repair(source: str, steps: Sequence[Step]) -> CleanText:
    """Run the steps one after the other over ``source``; spans of suspects end up in the cleaned text.

    Raises ValueError where a step breaks the promise of :class:`Found`.
    """
    draft = _Draft(source, range(len(source) + 1), range(1, len(source) + 1))
    touched: list[tuple[Span, RepairKind]] = []
    suspects: list[Suspect] = []
    for step in steps:
        found = step(draft.text)
        _check(found.edits, len(draft.text))
        moved = _mover(found.edits)
        touched += [(_behind(edit, draft), edit.kind) for edit in found.edits]
        draft = _applied(draft, found.edits) if found.edits else draft
        suspects = [_at(suspect, moved) for suspect in (*suspects, *found.suspects)]
    return CleanText(
        text=draft.text,
        offsets=OffsetMap(tuple(draft.starts[:-1]), tuple(draft.ends), len(source)),
        repairs=tuple(_logged(touched, draft, source)),
        suspects=tuple(sorted(suspects, key=lambda each: each.span)),
    )


def _check(edits: Sequence[Edit], length: int) -> None:
    bounds = [0, *(bound for edit in edits for bound in (edit.start, edit.end)), length]
    if any(before > after for before, after in pairwise(bounds)):
        raise ValueError("the edits of a step must rise, must not overlap and must lie in the text")


def _logged(touched: Iterable[tuple[Span, RepairKind]], draft: _Draft, source: str) -> Iterator[Repair]:
    """One record for each stretch of the source that changed, however many steps changed it.

    Records rise and do not overlap: replaying them on the source gives the cleaned text. Where several steps
    met, the one that restores most names the record.
    """
    for span, kinds in _merged(sorted(touched, key=lambda each: each[0])):
        after = _made_of(span, draft)
        if after != span.of(source):
            yield Repair(min(kinds, key=_TELLING.index), span.of(source), after, span.start)


def _made_of(span: Span, draft: _Draft) -> str:
    """What stands for a source range; what was put in at a place stands for the empty range there."""
    put_in = first = bisect_left(draft.starts, span.start)
    while first < len(draft.ends) and draft.ends[first] <= span.start:
        first += 1
    return (
        draft.text[put_in:first]
        if span.start == span.end
        else draft.text[first : bisect_left(draft.starts, span.end)]
    )


def _merged(touched: Iterable[tuple[Span, RepairKind]]) -> Iterator[tuple[Span, list[RepairKind]]]:
    """Overlapping ranges as one, with the kinds of all of them; ``touched`` rise."""
    reached: Span | None = None
    kinds: list[RepairKind] = []
    for span, kind in touched:
        if reached is not None and span.start < reached.end:
            reached = Span(reached.start, max(reached.end, span.end))
            kinds.append(kind)
            continue
        if reached is not None:
            yield reached, kinds
        reached, kinds = span, [kind]
    if reached is not None:
        yield reached, kinds


def _behind(edit: Edit, draft: _Draft) -> Span:
    """The source range behind an edit; that of an insertion is empty, or the range that it falls into."""
    start = draft.starts[edit.start]
    return Span(start, max(start, draft.ends[edit.end - 1] if edit.end else 0))


def _applied(draft: _Draft, edits: Sequence[Edit]) -> _Draft:
    """The draft after the edits.

    Kept length maps character to character, else all to the whole range; so do characters made of bytes that
    others held, for none of them is the successor of one.
    """
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    position = 0
    for edit in edits:
        same_length = len(edit.new) == edit.end - edit.start and edit.kind not in _REPACKED
        kept = edit.end if same_length else edit.start
        text += [draft.text[position : edit.start], edit.new]
        starts += draft.starts[position:kept]
        ends += draft.ends[position:kept]
        if not same_length:
            behind = _behind(edit, draft)
            starts += [behind.start] * len(edit.new)
            ends += [behind.end] * len(edit.new)
        position = edit.end
    text.append(draft.text[position:])
    return _Draft("".join(text), [*starts, *draft.starts[position:]], [*ends, *draft.ends[position:]])


def _mover(edits: Sequence[Edit]) -> Callable[[int], int]:
    """A function from a position before the edits to the one after them."""
    starts = [edit.start for edit in edits]
    shifts = list(accumulate((len(edit.new) - edit.end + edit.start for edit in edits), initial=0))

    def moved(position: int) -> int:
        begun = bisect_left(starts, position)
        last = edits[begun - 1] if begun else None
        if last is None or position >= last.end:
            return position + shifts[begun]
        return last.start + shifts[begun - 1] + min(len(last.new), position - last.start)

    return moved


def _at(suspect: Suspect, moved: Callable[[int], int]) -> Suspect:
    return replace(suspect, span=Span(moved(suspect.span.start), moved(suspect.span.end)))
