"""The repairs of a text in their lines, before and after."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from qcompare.models import CleanText, Lang, Repair
from qcompare.rendering.document import Block, Cell, Column, Document, Heading, Paragraph, Table
from qcompare.rendering.views.damage import repairs_table, suspects
from qcompare.rendering.views.voice import Voice
from qcompare.rendering.visible import one_line

_AROUND = 8  # characters of context on each side of a repair
_LONGEST = 40  # characters: a line changed all over is shown in pieces of about this size


@dataclass(frozen=True, slots=True)
class _Hunk:
    """Neighbouring repairs of one line (numbered from 1), with the source range that shows them."""

    line: int
    start: int
    end: int
    repairs: tuple[Repair, ...]


def document(
    clean: CleanText,
    source: str,
    lang: Lang,
    *,
    limit: int | None = None,
    kinds: Collection[str] | None = None,
) -> Document:
    """The sum of the repairs, then each in its line of the reader's text (``source``), ``limit`` of them.

    ``kinds`` chooses which; the sum is of all.
    """
    voice = Voice(lang)
    counts = voice.say(
        "clean.counts",
        before=clean.offsets.source_length,
        after=len(clean.text),
        repairs=len(clean.repairs),
        suspects=len(clean.suspects),
    )
    return Document(
        (
            Heading(1, voice.say("clean.title")),
            Paragraph(counts),
            *([repairs_table(clean.repairs, voice)] if clean.repairs else []),
            *_lines(clean, source, voice, limit, kinds),
            *suspects(clean.suspects, clean.text, voice, limit),
        )
    )


def _lines(
    clean: CleanText, source: str, voice: Voice, limit: int | None, kinds: Collection[str] | None
) -> list[Block]:
    repairs = [repair for repair in clean.repairs if not kinds or repair.kind in kinds]
    if not repairs:
        return [Paragraph(voice.say("clean.none_such" if clean.repairs else "clean.none"))]
    hunks = list(_hunks(repairs, source))
    columns = (
        Column(voice.say("column.line"), right=True),
        Column(voice.say("column.repair"), width=16),
        Column(voice.say("column.before"), ratio=1),
        Column(voice.say("column.after"), ratio=1),
    )
    shown = hunks[:limit]
    lines = [0, *(hunk.line for hunk in shown)]
    rows = tuple(
        (Cell(str(hunk.line) if new else ""), Cell(_kinds(hunk, voice), "dim"), *_sides(hunk, clean, source))
        for hunk, new in zip(shown, (a != b for a, b in pairwise(lines)), strict=True)
    )
    note = voice.shown(len(shown), len(hunks))
    return [Heading(2, voice.say("clean.lines")), Table(columns, rows, airy=True), Paragraph(note, "dim")]


def _hunks(repairs: Sequence[Repair], source: str) -> Iterator[_Hunk]:
    ends = [at for at, character in enumerate(source) if character == "\n"]
    for line, inside in groupby(repairs, key=lambda repair: bisect_left(ends, repair.at)):
        first = ends[line - 1] + 1 if line else 0
        last = ends[line] if line < len(ends) else len(source)
        yield from _in_line(line + 1, first, last, list(inside))


def _in_line(line: int, first: int, last: int, repairs: list[Repair]) -> Iterator[_Hunk]:
    """The repairs of one line that stand close together, as one; ranges do not overlap."""
    group: list[Repair] = []
    for repair, following in zip(repairs, [*repairs[1:], None], strict=True):
        group.append(repair)
        start = max(first, group[0].at - _AROUND)
        reached = max(each.at + len(each.before) for each in group)
        if following and following.at <= reached + 2 * _AROUND and reached - start < _LONGEST:
            continue
        end = max(reached, min(last, reached + _AROUND, following.at if following else last))
        yield _Hunk(line, start, end, tuple(group))
        first, group = max(first, end), []


def _kinds(hunk: _Hunk, voice: Voice) -> str:
    counts = Counter(repair.kind for repair in hunk.repairs)
    return voice.listed(
        voice.say(f"repair.{kind}") + (f" ×{count}" if count > 1 else "") for kind, count in counts.items()
    )


def _sides(hunk: _Hunk, clean: CleanText, source: str) -> tuple[Cell, Cell]:
    starts = clean.offsets.starts
    after = clean.text[bisect_left(starts, hunk.start) : bisect_left(starts, hunk.end)]
    before = source[hunk.start : hunk.end]
    return Cell(_cut(before, hunk, source)), Cell(_cut(after, hunk, source), "good")


def _cut(text: str, hunk: _Hunk, source: str) -> str:
    """The text with a sign where the line that it is of goes on."""
    opens = hunk.start > 0 and source[hunk.start - 1] != "\n"
    goes_on = hunk.end < len(source) and source[hunk.end] != "\n"
    return f"{'…' if opens else ''}{one_line(text)}{'…' if goes_on else ''}"
