"""The small repair steps, each ``str → Found``: width, blanks, look-alikes; and how such steps are made."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby

from qcompare.models import RepairKind, Span, Suspect
from qcompare.text.edits import Edit, Found, Step

# Full-width digits and Latin letters (U+FF10–FF19, FF21–FF3A, FF41–FF5A) lose 0xFEE0; signs such as ，：％
# stay as found. Blanks of other widths become a plain one.
_WIDTHS: Mapping[str, str] = {
    **{
        chr(c): chr(c - 0xFEE0)
        for first, last in ("０９", "ＡＺ", "ａｚ")
        for c in range(ord(first), ord(last) + 1)
    },
    **dict.fromkeys(map(chr, (0x3000, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F)), " "),
}
# Invisible: soft hyphens, zero-width characters, bidi controls, noncharacters, variation selectors, and
# controls other than tabs and line ends.
_UNSEEN = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef"
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]+"
)

# A letter O or a figure 0 among the numerals of a year; ○ stays, for many a clean page writes 二○一八年.
_ZERO = re.compile(
    "(?<=[一二三四五六七八九〇○])[OoＯｏ◯]+(?=[一二三四五六七八九〇○年])"
    "|(?<=[一二三四五六七八九〇])0+(?=[一二三四五六七八九〇0]{0,2}年)"
)
# 一 for the dash between two years; letters for figures in one (2O18年, 20l9年); low quotation marks.
_DASH = re.compile(r"(?<=\b[12]\d{3})一(?=[12]\d{3}\b)", re.ASCII)
_YEAR = re.compile(r"(?<![A-Za-z0-9])(?=[12][0-9OoIl]{3}年)(?=[12]\d{0,2}[OoIl])[0-9OoIl]{4}", re.ASCII)
_FIGURES = str.maketrans("OoIl", "0011")
_QUOTED = re.compile("„([^„‟“”\n]{1,60})‟")


def mapped(kind: RepairKind, table: Mapping[str, str]) -> Step:
    """A step that maps single characters; neighbours make one edit."""

    def step(text: str) -> Found:
        hits = (i for i, character in enumerate(text) if character in table)
        return Found(tuple(Edit(s, e, "".join(table[c] for c in text[s:e]), kind) for s, e in runs(hits)))

    return step


def runs(positions: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Half-open runs of neighbouring positions."""
    for _, group in groupby(enumerate(positions), lambda pair: pair[1] - pair[0]):
        members = [position for _, position in group]
        yield members[0], members[-1] + 1


def substituted(kind: RepairKind, pattern: re.Pattern[str], new: Callable[[str], str]) -> Step:
    """A step that replaces what a pattern finds, where the replacement differs."""

    def step(text: str) -> Found:
        found = ((m.start(), m.end(), m.group(), new(m.group())) for m in pattern.finditer(text))
        return Found(tuple(Edit(s, e, after, kind) for s, e, before, after in found if before != after))

    return step


widths: Step = mapped("width", _WIDTHS)
unseen: Step = substituted("layout", _UNSEEN, lambda _: "")
zeros: Step = substituted("variant", _ZERO, lambda run: "〇" * len(run))
dashes: Step = substituted("variant", _DASH, lambda _: "—")
years: Step = substituted("variant", _YEAR, lambda year: year.translate(_FIGURES))
quotes: Step = substituted("variant", _QUOTED, lambda quoted: f"“{quoted[1:-1]}”")


def undecoded(text: str) -> Found:
    """Reports, and leaves, the characters that stand for bytes that no encoding could read."""
    spans = runs(i for i, character in enumerate(text) if character == "\ufffd")
    reason = "bytes that are no character in the file's encoding"
    return Found(suspects=tuple(Suspect("encoding", text[s:e], Span(s, e), reason) for s, e in spans))
