"""Symbol fonts, whose characters are letters or private-use code points, to the characters that are seen."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import count

_PRIVATE = 0xF000  # where Word puts the characters of symbol fonts: U+F000 + the font's own code
_ANY = "•"  # for a sign without a character of its own
_RING = "◦"
_CODE = re.compile("[0-9A-Fa-f]{1,4}")


def _font(*rows: tuple[int, str]) -> Mapping[int, str]:
    """Characters by code, from rows of a first code and the characters from it on; a blank is none."""
    return {code: sign for first, signs in rows for code, sign in zip(count(first), signs) if sign != " "}


# From Adobe's table of Symbol, and Microsoft's of the others as in Unicode's document L2/12-368: Symbol
# whole, of the others what serves as a bullet, a number, a tick or an arrow.
_SYMBOL = _font(
    (0x21, "!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
    (0xA0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪"),
    (0xF1, "〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"),
)
_WINGDINGS = _font(
    (0x22, "✂✁"),
    (0x28, "☎✆✉"),
    (0x36, "⌛"),
    (0x3F, "✍"),
    (0x41, "✌"),
    (0x45, "☜☞☝☟"),
    (0x4A, "☺"),
    (0x51, "✈☼"),
    (0x6C, "●❍■□❐❑❒⬧⧫◆❖⬥⌧⍓⌘"),
    (0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"),
    (0x9E, "·•▪○"),
    (0xA4, "◉◎"),
    (0xA7, "▪◻"),
    (0xAA, "✦★✶✴✹✵"),
    (0xB1, "⌖⟡⌑"),
    (0xB5, "✪✰"),
    (0xD5, "⌫⌦"),
    (0xD8, "➢"),
    (0xDF, "←→↑↓↖↗↙↘"),
    (0xE8, "➔"),
    (0xEF, "⇦⇨⇧⇩"),
    (0xFB, "✗✓☒☑"),
)
_WINGDINGS_2 = _font(
    (0x4F, "✗✓☒☑☒"),
    (0x69, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"),
    (0x95, "·•●"),
    (0xA0, "■□"),
    (0xAE, "◆◇"),
)
_WINGDINGS_3 = _font((0x66, "←→↑↓↖↗↙↘"), (0x70, "▲▼△▽◀▶◁▷"))
_WEBDINGS = _font((0x33, "◀▶▲▼"), (0x3C, "■"), (0x61, "✓"), (0x63, "□"), (0x6E, "●"))
_FONTS: Mapping[str, Mapping[int, str]] = {
    "symbol": _SYMBOL,
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": _WINGDINGS_3,
    "webdings": _WEBDINGS,
}


def shown(text: str, font: str) -> str:
    """``text`` as a font shows it: the same, but in a symbol font.

    There, private-use characters that stand for signs not listed here become a bullet; letters stay.
    """
    signs = _FONTS.get(font.lower())
    return text if signs is None else "".join(_sign(character, signs) for character in text)


def bullet(text: str, font: str) -> str:
    """What a level of a list shows for its bullet.

    U+F0B7 is the round one of Symbol, whatever the font; other private-use characters are those of Wingdings
    where the font does not say. The letter o is Word's ring.
    """
    known = font.lower() in _FONTS or not any(map(_is_private, text))
    seen = shown(text.replace("\uf0b7", _ANY), font if known else "Wingdings")
    return _RING if seen == "o" else seen


def symbol(code: str, font: str) -> str:
    """The character of a ``w:sym``, whose code is hexadecimal; none where it is no character's."""
    if not _CODE.fullmatch(code):
        return ""
    sign = _sign(chr(int(code, 16)), _FONTS.get(font.lower(), {}))
    return sign if sign.isprintable() else ""


def _sign(character: str, signs: Mapping[int, str]) -> str:
    code = ord(character) - _PRIVATE if _is_private(character) else ord(character)
    return signs.get(code, _ANY if _is_private(character) else character)


def _is_private(character: str) -> bool:
    return _PRIVATE <= ord(character) <= _PRIVATE + 0xFF
