"""Where bytes may have been lost: the marks, annotations and signs of a page that deserve a closer look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qcompare.text.fluency import Prefix
from qcompare.text.gbk import begun_by, written
from qcompare.text.pinyin import is_reading
from qcompare.text.slips import QUOTES, REFUSED, Moves, Path
from qcompare.text.slipunits import BARE, MARKS, SYLLABLE, Unit, may_slip, units

# In nats, set on damaged copies of real plans and on the plans as they are.
_DULL = -7.5  # for each character: what reads worse is worth a closer look
_NEARLY = 4.0  # what reads this little better than out of step is, too, on an annotated page

_NEAR = 10  # units that are looked at first
_CONTEXT = 200  # characters of the line on either side that quotation marks are counted in
WINDOW = 8 * _CONTEXT  # the same with its annotations
_SIGNS = ("?", "\ufffd")  # for a lost byte
_LOST = "的"  # a character as likely as any that was lost

BRACKET = re.compile(rf"[(（]{SYLLABLE}[)）]")
SITE = re.compile(
    rf"[?\ufffd]?[(（]{SYLLABLE}[)）]|[?\ufffd]{SYLLABLE}[)）]|{BARE}|[?\ufffd]?[{MARKS}]|[?\ufffd]。"
)
_PARTNERS = (("“", "”"), ("《", "》"), ("「", "」"))


@dataclass(frozen=True, slots=True)
class Line:
    """The line of a place: before it without annotations, and from its start on as found."""

    start: int
    before: str
    after: str

    def unmatched(self, text: str = "", end: int = 0) -> int:
        """How many quotation marks have no partner if ``text`` stands for what is there up to ``end``."""
        rest = self.after[end - self.start :] if end else self.after
        line = self.before + BRACKET.sub("", text + rest)[:_CONTEXT]
        return sum(abs(line.count(opening) - line.count(closing)) for opening, closing in _PARTNERS)


def line_at(text: str, start: int, before: str) -> Line:
    """The line of the place at ``start``; ``before`` is the text before it as far as it was repaired."""
    return Line(
        start,
        BRACKET.sub("", before[-WINDOW:].rpartition("\n")[2])[-_CONTEXT:],
        text[start : start + WINDOW].partition("\n")[0],
    )


def suspicious(text: str, line: Line, moves: Moves) -> bool:
    """Whether the next units read badly, or hardly better than out of step, or hold what no author writes."""
    first, *rest = units(text, line.start, _NEAR)
    if first.syllable:
        torn = first.lost or not is_reading(first.syllable, line.before[-1:])
        return torn and moves.habit.writes(first.syllable)
    if first.lost and rest and rest[0].text in _SIGNS and moves.habit.annotates:
        return True
    if not any(map(_is_chinese, rest)) or not may_slip(first, rest[0]):
        return False
    if first.lost and first.text > "~":
        return True
    if rest[0].is_digit and _may_open(first) and line.unmatched():
        return True
    path = Path(moves.fluency.read(Prefix(), first.text), first.text, closed=REFUSED)
    for unit, following in zip(rest, (*rest[1:], None), strict=True):
        path = moves.literal(path, unit, following)
    if path.score < _DULL * sum(not unit.syllable for unit in rest):
        return True
    level = path.score - _NEARLY * moves.habit.annotates
    return any(moves.fluency.read(Prefix(), read).score > level for read in _out_of_step(first, rest))


def _is_chinese(unit: Unit) -> bool:
    """Whether a unit may be of a Chinese text, damaged or not."""
    return bool(unit.syllable) or "㐀" <= unit.text < "\uff00"


def _may_open(unit: Unit) -> bool:
    """Whether the last byte of a unit may begin an opening quotation mark.

    Nothing else can be lost before a digit.
    """
    return unit.bytes is not None and not QUOTES.isdisjoint(begun_by(unit.bytes[1]))


def _out_of_step(first: Unit, rest: list[Unit]) -> Iterator[str]:
    """How the units read if they are out of step from the first on, which may end behind any of them."""
    made, pending = "", first.bytes[1] if first.bytes else 0
    for count, unit in enumerate(rest):
        literal = "".join(unit.text for unit in rest[count:] if not unit.syllable)
        if made or unit.lost or unit.text < "@" or not unit.bytes:
            yield made + _LOST + literal
        if "@" <= unit.text <= "~":
            yield made + written(pending, ord(unit.text)) + literal[1:]
        if not unit.bytes or unit.lost or not (character := written(pending, unit.bytes[0])):
            return
        made, pending = made + character, unit.bytes[1]
    yield made
