"""The bytes behind a text that was read by the wrong encoding, as the characters U+0000–00FF."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from qcompare.text.misreading.holes import HOLE, Token

_FOREIGN = "\u0101"  # stands for a character that the wrong encoding does not have
# The bytes behind the characters of Windows-1252; for the five that it has not, those of Latin-1.
CP1252 = {bytes((b,)).decode("cp1252", "ignore"): chr(b) for b in range(0x80, 0xA0)}
# A blank and a line end that were the bytes A0 and 85, for they stand inside a character; a page of HTML
# has one blank for two bytes 85.
_SWALLOWED = re.compile(
    "(?<=[\xe2-\xef][\x80-\xbf\n])[ \n]|(?<=[\xe2-\xef])(?:[ \n](?=[\x80-\xbf])|\n(?=\n)|( )(?=[\xe2-\xef]))"
)


def gbk(text: str) -> list[str]:
    """For each character the bytes that GBK has for it; a sign of its own where it has one byte or none."""
    return [_of_gbk(character) for character in text]


def _of_gbk(character: str) -> str:
    if character in ("\ufffd", "€"):
        return HOLE if character == "\ufffd" else "\x80"
    data = character.encode("gb18030", "replace").decode("latin-1")
    return data if len(data) == 2 or character <= "\x7f" else _FOREIGN


def single(text: str) -> list[str]:
    """For each character its byte in Windows-1252, or in Latin-1."""
    return [_of_latin(character) for character in text]


def _of_latin(character: str) -> str:
    if character == "\ufffd":
        return HOLE
    return CP1252.get(character, character if character <= "\xff" else _FOREIGN)


def swallowed(text: str) -> list[str]:
    """Single bytes; blanks and line ends inside characters of UTF-8 are the bytes they were.

    Where bytes A0 still stand, a blank was the byte 85.
    """
    found = single(text)
    data = "".join(found)
    blank = "\x85" if "\xa0" in data else "\xa0"
    for match in _SWALLOWED.finditer(data):
        byte = blank if match.group() == " " else "\x85"
        found[match.start()] = byte * 2 if match[1] else byte
    return found


def pairs(encoding: str) -> Callable[[str, int], Iterator[Token]]:
    """A reader of an encoding with one byte for ASCII and two for all else, as far as it is that."""

    def read(data: str, start: int) -> Iterator[Token]:
        while start < len(data):
            length = 1 if data[start] < "\x80" else 4 if "0" <= data[start + 1 : start + 2] <= "9" else 2
            try:
                text = data[start : start + length].encode("latin-1").decode(encoding)
            except UnicodeError:
                return
            yield Token(start, start + length, (text,))
            start += length

    return read
