"""The units in which a damaged line is read: characters, whole annotations, signs for lost bytes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qcompare.text.gbk import full_width, pair, written
from qcompare.text.pinyin import LETTERS

# Half- and full-width marks that programs look for with no regard for boundaries; brackets, digits and
# letters are not known to be among them.
MARKS = "\x21-\x27\x2a-\x2f\x3a-\x3f！-＇＊-／：-？"
_MARK = re.compile(f"[{MARKS}]")
TONED = "[a-z]*[à-ǜ][a-z]*"  # a syllable that no word of another language looks like
BARE = rf"(?<=[)）\u2500-\uffff]){TONED}[)）]"  # an annotation whose bracket was swallowed
SYLLABLE = rf"(?![a-z][)）]){LETTERS}(?=[)）])"  # (a), (b) number the items of a list
_UNIT = re.compile(
    rf"(?P<lost>[?\ufffd]?)(?:[(（]|(?<=[?\ufffd]))(?P<syllable>{SYLLABLE})[)）]"
    rf"|(?P<bare>{BARE})|(?P<sign>[?\ufffd])(?P<mark>[{MARKS}。 \d])|[^\n]"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A character, or a whole annotation; ``lost`` if the byte before it is known to be."""

    text: str
    end: int = 0
    syllable: str = ""
    lost: bool = False

    @property
    def bytes(self) -> tuple[int, int] | None:
        """The bytes it stood for, if two: an ASCII character may have been a full-width form."""
        if self.syllable:
            return None
        return full_width(self.text) if "!" <= self.text <= "~" else pair(self.text)

    @property
    def is_digit(self) -> bool:
        """Whether it is an ASCII digit."""
        return "0" <= self.text <= "9"

    @property
    def is_mark(self) -> bool:
        """Whether programs are known to have looked for it with no regard for boundaries."""
        return bool(_MARK.match(self.text))


def units(text: str, start: int, most: int) -> list[Unit]:
    """The units from ``start`` to the end of the line, at most so many."""
    found: list[Unit] = []
    while len(found) < most and (match := _UNIT.match(text, start)):
        start = match.end()
        syllable = match["syllable"] or (match["bare"] or "")[:-1]
        lost = bool(match["lost"] or match["bare"] or match["sign"])
        found.append(Unit(match["mark"] or match[0], start, syllable, lost))
    return found


def may_slip(unit: Unit, following: Unit | None) -> bool:
    """Whether the bytes of a unit, the byte before them lost, can go on with those of the next unit."""
    if unit.syllable:
        return True
    if following is None or not unit.bytes:
        return False
    if following.syllable or "@" <= following.text <= "~":
        return True
    return bool(following.bytes and written(unit.bytes[1], following.bytes[0]))
