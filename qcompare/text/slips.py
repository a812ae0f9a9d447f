"""What a run of characters may have been before GBK bytes were lost: the ways on, one unit at a time.

Two programs worked on the bytes without keeping to character boundaries. One took pairs for full-width
marks, so the byte before such a pair was left alone and lost; the other put readings behind pairs it took
for characters. From there to the next byte that cannot be the second of a pair, all characters are made
of the second byte of one original and the first of the next: the text is out of step.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from heapq import nlargest
from string import ascii_letters

from qcompare.text.annotated import Habit
from qcompare.text.fluency import Fluency, Prefix
from qcompare.text.gbk import begun_by, dropped, ended_by, halved, pair, written
from qcompare.text.pinyin import is_reading
from qcompare.text.slipunits import Unit

QUOTES = frozenset("“《")  # all that may be made up behind another lost byte, if a line lacks them

# In nats, set on damaged copies of the real plans.
_LOSS = -3.0  # for each byte taken to be lost: one in twenty
_FALSE = -4.0  # for each annotation taken to be false
_DROP = -5.0  # for each pair taken to be dropped
_JUNK = -40.0  # for what no author writes: an annotation of the wrong character, a letter before one, ?！

_LONE = -8.0  # for a single letter, which is rare in Chinese
_FIRSTS = 8  # how many characters that a dropped pair ended are worth a try
_CHOICES = 40  # how many others of which one byte is known and no reading

OPEN, REFUSED = 0, -1


@dataclass(frozen=True, slots=True)
class Path:
    """One reading up to some unit.

    ``prefix`` and ``cost`` say how well it reads; ``tail`` holds its last two characters. ``text`` is what
    it reads until it was back in step, ``closed`` units after the start (OPEN until then, REFUSED if the
    first unit was right as it was). ``pending`` is the byte that waits for its second, ``shown`` the number
    of units since the text went out of step that show a byte of the characters made, marks not counted;
    ``dropped`` whether pairs are taken to be, of which nothing is left.
    """

    prefix: Prefix
    tail: str = ""
    text: str = ""
    closed: int = OPEN
    pending: int | None = None
    cost: float = 0.0
    shown: int = 0
    dropped: bool = False

    @property
    def score(self) -> float:
        """How well it reads, in nats; higher is better."""
        return self.prefix.score + self.cost

    def at(self, end: int) -> Path:
        """The path, closed there if it is back in step."""
        return replace(self, closed=end) if self.closed == OPEN and self.pending is None else self


@dataclass(frozen=True, slots=True)
class Moves:
    """The ways on from a path over one unit."""

    fluency: Fluency
    habit: Habit

    def literal(self, path: Path, unit: Unit, following: Unit | None) -> Path:
        """The way of a path in step over a unit that is right as it is."""
        if unit.syllable:
            fits = not unit.lost and is_reading(unit.syllable, path.tail[-1:])
            return self._over(path, "", None, 0.0 if fits else _JUNK)
        stray = "@" <= unit.text <= "~" and following is not None and following.syllable
        if stray or (unit.lost and unit.text > "~"):
            cost = _JUNK
        else:
            cost = _LONE * self._is_lone(path, unit, following)
        return self._over(path, "?" * unit.lost + unit.text, None, cost)

    def _is_lone(self, path: Path, unit: Unit, following: Unit | None) -> bool:
        """Whether an annotated page has a single letter in its Chinese, or half a character that looks so."""
        ahead = following is not None and following.text > "~"
        behind = not (path.tail[-1:].isascii() and path.tail[-1:].isalnum())
        return "@" <= unit.text <= "~" and ahead and behind and self.habit.annotates

    def out_of_step(self, path: Path, unit: Unit) -> Iterator[Path]:
        """The ways out of step: at a mark before which a byte was lost, or at a false annotation."""
        path = replace(path, shown=1 if unit.syllable else 0)
        if unit.syllable:
            yield from self._falsely_annotated(path, unit)
            if unit.lost and unit.text[1] in "(（":  # the sign may be a mark, and the byte after it lost
                for way in self.out_of_step(path, Unit("?")):
                    yield from self.on(way, replace(unit, lost=False), None, None)
        elif unit.bytes and (unit.lost or unit.is_mark):
            first, second = unit.bytes
            yield from self._each(path, self._likely(ended_by(first)), second, _LOSS)

    def on(
        self, path: Path, unit: Unit | None, previous: Unit | None, following: Unit | None
    ) -> Iterator[Path]:
        """The ways of a path out of step over a unit, None for the end of the line."""
        if path.pending is None:
            return
        if unit is None:
            yield from self._closed(path, path.pending, quotes=False)
            return
        if unit.text == "\ufffd":  # the sign for the second byte, and nothing else
            yield from self._each(path, self._likely(begun_by(path.pending)), None, _LOSS)
        elif unit.syllable:
            yield from self._over_annotation(path, path.pending, unit, previous)
        elif unit.lost or unit.text < "@":
            yield from self._before(path, path.pending, unit)
        elif unit.text <= "~":
            yield from self._over_letter(path, path.pending, unit, following)
        if unit.bytes and not unit.lost:
            shown = path if unit.is_mark else replace(path, shown=path.shown + 1)
            first, second = unit.bytes
            yield from self._each(shown, [character := written(path.pending, first)], second)
            if character and chr(second) in ascii_letters:  # a lead byte took it with it
                yield self._over(shown, character + chr(second), None)

    def over_gap(self, path: Path, unit: Unit, following: Unit | None) -> Iterator[Path]:
        """The ways of a path out of step over a dropped pair, of which nothing is left to see, and a unit.

        Some programs drop but the first byte of such a pair, and are in step with the unit again.
        """
        if path.pending is None or not unit.bytes or unit.lost or unit.text < "@":
            return
        first, second = (ord(unit.text), None) if unit.text.isascii() else unit.bytes
        syllable = following.syllable if following and second is None else ""
        ends = [c for c in self._likely(ended_by(first)) if not syllable or is_reading(syllable, c)]
        path = replace(path, dropped=True)
        firsts = ((self._over(path, c, None, _DROP), lead) for c, lead in halved(path.pending))
        for way, lead in nlargest(_FIRSTS, firsts, key=lambda way: way[0].score):
            if dropped(lead, first):
                yield self.literal(way, unit, following)
            yield from self._each(way, [c for c in ends if dropped(lead, (pair(c) or (0, 0))[0])], second)

    def _falsely_annotated(self, path: Path, unit: Unit) -> Iterator[Path]:
        """The false match began with the last byte of the character before, or of the one before a letter."""
        before, last = path.tail[-2:-1], path.tail[-1:]
        if "@" <= last <= "~":
            halves = pair(before) if before else None
            if halves and is_reading(unit.syllable, written(halves[1], ord(last))):
                yield self._over(path, "", None, _FALSE)
        elif last and (halves := Unit(last).bytes):
            for character, cost in self.habit.begun_by(halves[1], unit.syllable):
                yield self._over(path, "", _second(character), _FALSE + cost)

    def _over_annotation(self, path: Path, pending: int, unit: Unit, previous: Unit | None) -> Iterator[Path]:
        for character, cost in self.habit.begun_by(pending, unit.syllable):
            way = self._over(path, character, None, _LOSS + cost)
            yield replace(way, text=f"{way.text}({unit.syllable})") if way.closed == OPEN else way
        if previous and not unit.lost and is_reading(unit.syllable, previous.text):
            yield self._over(path, "", pending, _FALSE)

    def _over_letter(self, path: Path, pending: int, unit: Unit, following: Unit | None) -> Iterator[Path]:
        character = written(pending, ord(unit.text))
        if not (following and following.syllable) or is_reading(following.syllable, character):
            yield from self._each(path, [character], None)

    def _before(self, path: Path, pending: int, unit: Unit) -> Iterator[Path]:
        """The second byte was lost before a unit that cannot have given it."""
        for way in self._closed(path, pending, quotes=unit.is_digit):
            yield self._over(way, unit.text, None)
        if unit.text == "?":  # the sign for that byte
            yield from self._each(path, self._likely(begun_by(pending)), None, _LOSS)

    def _closed(self, path: Path, pending: int, *, quotes: bool) -> Iterator[Path]:
        """The second byte was lost; nothing but losses makes no character, unless a quotation mark is due."""
        likely = self._likely(begun_by(pending))
        choices = likely if path.shown else [c for c in likely if quotes and c in QUOTES]
        return self._each(path, choices, None, _LOSS)

    def _likely(self, characters: tuple[str, ...]) -> tuple[str, ...]:
        return self.fluency.most_frequent(characters, _CHOICES)

    def _each(
        self, path: Path, characters: Iterable[str], pending: int | None, cost: float = 0.0
    ) -> Iterator[Path]:
        return (self._over(path, character, pending, cost) for character in characters if character)

    def _over(self, path: Path, text: str, pending: int | None, cost: float = 0.0) -> Path:
        return Path(
            self.fluency.read(path.prefix, text),
            (path.tail + text)[-2:],
            path.text + text if path.closed == OPEN else path.text,
            path.closed,
            pending,
            path.cost + cost,
            path.shown,
            path.dropped,
        )


def _second(character: str) -> int | None:
    halves = pair(character)
    return halves[1] if halves else None
