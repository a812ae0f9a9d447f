"""Pages of a PDF as characters and rules with their places, from pdfium."""

from __future__ import annotations

import math
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from ctypes import c_double
from dataclasses import dataclass, replace
from typing import Any

from qcompare.reading.pdfpages.drawing import Rule, drawn, rules_of, turned

LOST = "\ufffd"  # a character that is drawn, but that the file does not tell
_UNSEEN = frozenset(("Cf", "Zl", "Zp"))


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character and where it stands, in points of its upright page, ``base`` growing downwards.

    ``spaced``: the file has a blank before it.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    spaced: bool


@dataclass(frozen=True, slots=True)
class Page:
    """What is drawn on a page, turned upright: each direction of writing is a layer, the main one first.

    ``left`` and ``right`` are the page's edges and ``rules`` its lines, seen in the main direction;
    ``pictured`` is the share of the page that pictures cover.
    """

    number: int
    left: float
    right: float
    layers: tuple[tuple[Glyph, ...], ...]
    rules: tuple[Rule, ...]
    pictured: float


def page_of(handle: Any, text: Any, number: int) -> Page:
    """The page ``number`` from pdfium's handles of it and of its text, which stay the caller's to close."""
    layers = _layers(text)
    turn = layers[0][0] if layers else 0
    box = left, bottom, right, top = handle.get_bbox()
    edges = [turned(x, y, turn)[0] for x in (left, right) for y in (bottom, top)]
    lines, pictures = drawn(handle, box)
    return Page(
        number=number,
        left=min(edges),
        right=max(edges),
        layers=tuple(glyphs for _, glyphs in layers),
        rules=tuple(rules_of(lines, turn)),
        pictured=pictures / max((right - left) * (top - bottom), 1.0),
    )


# --- characters ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Mark:
    """A character as pdfium tells it, before its direction is known to matter."""

    turn: int
    glyph: Glyph
    origin: tuple[float, float]
    owner: int


def _layers(text: Any) -> list[tuple[int, tuple[Glyph, ...]]]:
    """The characters by direction of writing in degrees, the direction of most of them first."""
    layers: defaultdict[int, list[Glyph]] = defaultdict(list)
    for mark in _whole(_marks(text)):
        layers[mark.turn].append(mark.glyph)
    return sorted(
        ((turn, tuple(glyphs)) for turn, glyphs in layers.items()), key=lambda layer: -len(layer[1])
    )


def _whole(marks: Iterable[_Mark]) -> Iterator[_Mark]:
    """Marks, the letters of one ligature put together: they share their place."""
    last: _Mark | None = None
    for mark in marks:
        if last and mark.origin == last.origin and mark.owner == last.owner:
            glyph, part = last.glyph, mark.glyph
            joined = replace(glyph, text=glyph.text + part.text, right=max(glyph.right, part.right))
            last = replace(last, glyph=joined)
            continue
        if last:
            yield last
        last = mark
    if last:
        yield last


def _marks(text: Any) -> Iterator[_Mark]:
    import pypdfium2.raw as pdfium  # only where a PDF is read

    x, y = c_double(), c_double()
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    high, spaced = "", False
    for i in range(pdfium.FPDFText_CountChars(text)):
        if pdfium.FPDFText_IsGenerated(text, i) == 1:  # blanks and line ends that pdfium surmises
            continue
        character = _character(pdfium, text, i)
        if "\ud800" <= character < "\udc00":
            high = character
            continue
        character, high = _paired(high, character), ""
        if character.isspace():
            spaced = True
        if character.isspace() or unicodedata.category(character) in _UNSEEN:
            continue
        pdfium.FPDFText_GetCharOrigin(text, i, x, y)
        pdfium.FPDFText_GetLooseCharBox(text, i, box)
        pdfium.FPDFText_GetMatrix(text, i, matrix)
        turn = round(math.degrees(math.atan2(matrix.b, matrix.a)))
        scale = math.hypot(matrix.c, matrix.d)
        left, base = turned(x.value, y.value, turn)
        ends = [turned(a, b, turn)[0] for a in (box.left, box.right) for b in (box.bottom, box.top)]
        em = pdfium.FPDFText_GetFontSize(text, i)
        if (
            unicodedata.category(character) == "Lo"
        ):  # pdfium gives the drawn width of some for their whole one
            ends.append(left + em * math.hypot(matrix.a, matrix.b))
        glyph = Glyph(character, left, max(ends), base, max(em * scale, 0.1), spaced)
        yield _Mark(turn, glyph, (x.value, y.value), _address(pdfium, text, i))
        spaced = False


def _address(pdfium: Any, text: Any, i: int) -> int:
    """What tells one piece of drawn text from another."""
    from ctypes import addressof

    owner = pdfium.FPDFText_GetTextObject(text, i)
    return addressof(owner.contents) if owner else i


def _character(pdfium: Any, text: Any, i: int) -> str:
    code = pdfium.FPDFText_GetUnicode(text, i)
    if pdfium.FPDFText_IsHyphen(text, i) == 1:
        return "-"
    told = 0x20 <= code <= 0x10FFFF and pdfium.FPDFText_HasUnicodeMapError(text, i) != 1
    return chr(code) if told or code in (0x09, 0x0A, 0x0D) else LOST


def _paired(high: str, low: str) -> str:
    """A character outside the basic plane comes in two halves; a half alone is lost."""
    if "\udc00" <= low < "\ue000":
        pair = (high + low).encode("utf-16", "surrogatepass")
        return pair.decode("utf-16") if high else LOST
    return low
