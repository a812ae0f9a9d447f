"""Bytes to text: byte order mark, UTF-16 pattern, strict UTF-8, then the Chinese code pages.

The declared charset of a page is not asked: on saved pages it is often wrong or missing. A byte that spoils a
text whose encoding is clear otherwise becomes U+FFFD, which repair reports.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from qcompare.errors import UnreadableInput

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_CODE_PAGES = ("gb18030", "big5hkscs", "cp950", "utf-16-le", "utf-16-be")
# The least share of common characters: plans in either script have 0.98 and more, misread ones 0.5 and less.
# And the most characters that may be lost where a text is read in spite of bad bytes.
_LIKELY = 0.6
_LOST = 0.02
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the bytes say under one encoding.

    ``share`` of its non-ASCII characters are common in Chinese texts, ``lost`` are undecodable.
    """

    text: str
    encoding: str
    share: float
    lost: float = 0.0


def decode(data: bytes, name: str) -> tuple[str, str]:
    """The text of ``data`` with line ends as ``\\n``, and the encoding it was read by.

    Raises UnreadableInput, naming ``name``, where no encoding gives text.
    """
    reading = _marked(data) or _utf16_without_mark(data) or _utf8(data) or _code_page(data) or _spoilt(data)
    if reading is None:
        raise UnreadableInput(
            f"{name}: this is no text, or its encoding cannot be told ({_nearest_miss(data)})",
            "If it is text, save it as UTF-8 and try again.",
        )
    return _LINE_ENDS.sub("\n", reading.text.removeprefix("\ufeff")), reading.encoding


def _read(data: bytes, encoding: str, errors: str = "strict") -> _Reading | None:
    try:
        text = data.decode(encoding, errors)
    except UnicodeDecodeError:
        return None
    wide = [character for character in text if character > "\x7f"]
    share = sum(map(_common_characters().__contains__, wide)) / max(len(wide), 1)
    return _Reading(text, encoding, share, text.count("\ufffd") / max(len(wide), 1))


def _marked(data: bytes) -> _Reading | None:
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    if encoding is None:
        return None
    return _read(data, encoding) or _spoilt(data, (encoding,))


def _utf16_without_mark(data: bytes) -> _Reading | None:
    """Text in UTF-16 has a zero byte in every ASCII character (a line end at the least), on one side only."""
    sample = data[:4000]
    if b"\x00" not in sample:
        return None
    little = sample[1::2].count(0) > sample[::2].count(0)
    reading = _read(data, "utf-16-le" if little else "utf-16-be")
    return reading if reading and (reading.share >= _LIKELY or _mostly_ascii(reading.text)) else None


def _utf8(data: bytes) -> _Reading | None:
    try:
        return _Reading(data.decode("utf-8"), "utf-8", 1.0)  # no other encoding looks like it
    except UnicodeDecodeError:
        return None


def _code_page(data: bytes) -> _Reading | None:
    return _likeliest(_read(data, encoding) for encoding in _CODE_PAGES)


def _spoilt(data: bytes, encodings: Iterable[str] = ("utf-8", *_CODE_PAGES)) -> _Reading | None:
    """The likeliest reading in spite of bad bytes, if they are few."""
    reading = _likeliest(_read(data, encoding, "replace") for encoding in encodings)
    return reading if reading and reading.lost <= _LOST else None


def _likeliest(readings: Iterable[_Reading | None]) -> _Reading | None:
    """The reading with most common characters, the first among equals."""
    likely = (reading for reading in readings if reading and reading.share >= _LIKELY)
    return max(likely, key=lambda reading: reading.share, default=None)


def _nearest_miss(data: bytes) -> str:
    nearest = _likeliest(_read(data, encoding, "replace") for encoding in ("utf-8", *_CODE_PAGES))
    if nearest is None:
        return "none gives Chinese"
    sound = nearest.text.partition("\ufffd")[0].encode(nearest.encoding)
    return f"the nearest is {nearest.encoding}, with too many bad bytes, the first at {len(sound)}"


@cache
def _common_characters() -> frozenset[str]:
    """Characters in everyday use in either script: the first levels of GB 2312 and of Big5.

    And the marks and toned letters of Chinese texts: rows 1, 3 and 8 of GB 2312.
    """
    rows = (0xA1, 0xA3, *range(0xB0, 0xD8))
    pairs = ((lead, trail) for lead in rows for trail in range(0xA1, 0xFF))
    gb2312 = bytes(b for pair in (*pairs, *((0xA8, trail) for trail in range(0xA1, 0xBB))) for b in pair)
    trails = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    big5 = bytes(b for lead in range(0xA4, 0xC6) for trail in trails for b in (lead, trail))
    return frozenset(gb2312.decode("gb2312", "ignore") + big5.decode("big5", "ignore"))


def _mostly_ascii(text: str) -> bool:
    return sum(character < "\x7f" for character in text) > len(text) / 2
