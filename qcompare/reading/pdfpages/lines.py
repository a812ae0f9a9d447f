"""Characters with places to lines of text: second prints dropped, blanks where there are gaps."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from qcompare.reading.pdfpages.pages import Glyph

# All in ems of the line, set on pages made by browsers and office programs.
_SAME_LINE = 0.35  # between the middles of characters: less than any leading, more than m² and CO₂ take
_TWICE = 0.1  # between the two prints of a character that shall look bold
_TOLD = 0.1  # a blank that the file tells
_BLANK = 0.15  # one that it does not, beyond what is usual between such characters
_SPREAD = 0.5  # between any two characters of spaced-out text at most
_APART = 0.4  # what stands on either side of a wider gap may be two cells
_MIDDLE = 0.35  # how far the middle of a character is above its base

_OPENING = re.escape("（［｛〔〈《「『【〖([{")
_CLOSING = re.escape("、。，．；：？！）］｝〕〉》」』】〗…—～·,.;:?!)]}%％℃‰")
_QUOTES = "“”‘’\"'"  # cling to what stands on either side
# What is never broken: a Latin word, numbers in a row, or a Chinese character, with marks that cling to it.
_WORD = r"(?:[0-9A-Za-z.,%/+&@#_:=?~-]+(?:[、·][0-9]+)*|.)"
_CHUNK = re.compile(
    rf"[{_OPENING}{_QUOTES}]*{_WORD}(?:[{_CLOSING}]|[{_QUOTES}]+[{_OPENING}]*{_WORD})*", re.DOTALL
)
_ENDS_CLOSING = re.compile(rf"[{_CLOSING}’”]$")
_STARTS_CLOSING = re.compile("[、。，；：？！）］｝〕〉》」』】〗％]")
# A Latin word or number at the end or start of a line, with its marks; not one with a hyphen behind it.
_WORD_END = re.compile(r"[0-9A-Za-z][,.;:!?)%'\"]*$")
_WORD_START = re.compile(r"[(\"'$]*[0-9A-Za-z]")
# The mark of a list item, beside which its text may hang.
_LIST_MARK = re.compile(
    r"(?:[•●○■□◆◇▪▶➢※*·\uf000-\uf0ff-]|[(（]?[0-9一二三四五六七八九十]{1,3}[)）、.．]|[①-⑳])"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, in points.

    ``head`` is the width of what stands first and is never broken, ``hang`` where the text stands behind the
    mark of a list item, if there is one. ``pieces`` are the parts between wide gaps, none for a line without.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    head: float
    hang: float | None
    pieces: tuple[Line, ...] = ()

    @property
    def cells(self) -> tuple[Line, ...]:
        """The pieces, or the line itself where it has no wide gap."""
        return self.pieces or (self,)

    @property
    def is_mark(self) -> bool:
        """Whether it is no more than the mark of a list item."""
        return bool(_LIST_MARK.fullmatch(self.text))

    @property
    def closes(self) -> bool:
        """Whether a mark stands last that may stick out into the margin."""
        return bool(_ENDS_CLOSING.search(self.text))

    @property
    def clings(self) -> bool:
        """Whether a mark stands first that never begins a text."""
        return bool(_STARTS_CLOSING.match(self.text))


def joined(lines: Iterable[str]) -> str:
    """A paragraph from the texts of its lines: a blank only where two Latin words meet."""
    text: list[str] = []
    for line in lines:
        words = text and _WORD_END.search(text[-1]) and _WORD_START.match(line)
        text.append(f" {line}" if words else line)
    return "".join(text)


def between_scripts(glyphs: Iterable[Glyph]) -> float:
    """The usual gap between a Chinese and a Latin character of a page, in ems.

    Some programs put a quarter there; where it is usual, it is no blank.
    """
    gaps = [
        (after.left - before.right) / after.size
        for before, after in pairwise(glyphs)
        if before.base == after.base and not after.spaced and _mixed(before, after)
    ]
    return min(max(median(gaps or [0.0]), 0.0), _SPREAD)


def lines_of(glyphs: Iterable[Glyph], between: float) -> tuple[Line, ...]:
    """The lines from top to bottom, whatever the order in the file; ``between`` as above."""
    return tuple(assembled([_piece(part, between) for part in _parts(row)]) for row in _rows(glyphs))


def assembled(pieces: Sequence[Line]) -> Line:
    """One line of pieces that stand side by side."""
    first, last = pieces[0], pieces[-1]
    if first is last:
        return first
    main = max(pieces, key=lambda piece: len(piece.text))
    hang = pieces[1].left if first.is_mark else first.hang
    text = " ".join(piece.text for piece in pieces)
    return Line(text, first.left, last.right, main.base, main.size, first.head, hang, tuple(pieces))


# --- rows of characters -------------------------------------------------------------------------------


def _rows(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=_middle):
        if row and _middle(glyph) - _middle(row[-1]) > _SAME_LINE * max(glyph.size, row[-1].size):
            yield _once(row)
            row = []
        row.append(glyph)
    if row:
        yield _once(row)


def _middle(glyph: Glyph) -> float:
    return glyph.base - _MIDDLE * glyph.size


def _once(row: Iterable[Glyph]) -> list[Glyph]:
    """A row from left to right, without the second prints."""
    kept: list[Glyph] = []
    for glyph in sorted(row, key=lambda glyph: glyph.left):
        if not any(_reprints(glyph, other) for other in kept[-3:]):
            kept.append(glyph)
    return kept


def _reprints(glyph: Glyph, other: Glyph) -> bool:
    near = _TWICE * glyph.size
    return (
        glyph.text == other.text
        and abs(glyph.left - other.left) < near
        and abs(glyph.base - other.base) < near
    )


def _parts(row: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """The row cut at its wide gaps."""
    usual = _usual_gap(row)
    part = [row[0]]
    for before, glyph in pairwise(row):
        if glyph.left - before.right > usual + _APART * max(before.size, glyph.size):
            yield part
            part = []
        part.append(glyph)
    yield part


def _usual_gap(row: Sequence[Glyph]) -> float:
    """What justified or spaced-out text has between any two characters."""
    gaps = [after.left - before.right for before, after in pairwise(row) if not after.spaced]
    return min(max(median(gaps or [0.0]), 0.0), _SPREAD * row[0].size)


# --- a piece of a line --------------------------------------------------------------------------------


def _piece(glyphs: Sequence[Glyph], between: float) -> Line:
    size = Counter(round(glyph.size, 1) for glyph in glyphs).most_common(1)[0][0]
    head = _CHUNK.match("".join(glyph.text for glyph in glyphs[:60]))
    return Line(
        text=_text(glyphs, size, between),
        left=glyphs[0].left,
        right=max(glyph.right for glyph in glyphs),
        base=median(glyph.base for glyph in glyphs if round(glyph.size, 1) == size),
        size=size,
        head=_edge(glyphs, head.end() if head else 1) - glyphs[0].left,
        hang=_hang(glyphs),
    )


def _text(glyphs: Sequence[Glyph], size: float, between: float) -> str:
    usual = _usual_gap(glyphs)
    text = [glyphs[0].text]
    for before, glyph in pairwise(glyphs):
        gap = (glyph.left - before.right - usual) / size
        least = _TOLD if glyph.spaced else _BLANK + between * _mixed(before, glyph)
        text.append(f" {glyph.text}" if gap > least else glyph.text)
    return "".join(text)


def _mixed(before: Glyph, after: Glyph) -> bool:
    """Whether a Chinese character and a Latin letter or digit stand side by side."""
    pair = before.text[-1], after.text[0]
    return all(map(str.isalnum, pair)) and _is_wide(pair[0]) is not _is_wide(pair[1])


def _is_wide(character: str) -> bool:
    """Whether a character takes a whole em, as Chinese ones and their marks do."""
    return unicodedata.east_asian_width(character) in ("W", "F", "A")


def _edge(glyphs: Sequence[Glyph], characters: int) -> float:
    """The right edge of so many characters."""
    for glyph in glyphs:
        characters -= len(glyph.text)
        if characters <= 0:
            return glyph.right
    return glyphs[-1].right


def _hang(glyphs: Sequence[Glyph]) -> float | None:
    mark = _LIST_MARK.match("".join(glyph.text for glyph in glyphs[:6]))
    if not mark:
        return None
    edge = _edge(glyphs, mark.end())
    return next((glyph.left for glyph in glyphs if glyph.left >= edge - _TOLD * glyph.size), None)
