"""Damages a clean text the way scraped pages are damaged; tests check that repair undoes it.

A page in traditional script went through two programs that worked on GBK bytes without keeping to
character boundaries. The first put a reading behind the pairs of bytes it knew, wherever they stood; the
second took pairs of bytes for full-width marks, wherever they stood. Bytes that no longer pair up are
lost, and at the end every full-width form became a half-width one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

MARKS = "！；？：，"
_NO_LEAD = frozenset({0x80, 0xFF})
_NO_TRAIL = frozenset(range(0x40)) | {0x7F, 0xFF}


@dataclass(frozen=True, slots=True)
class Damage:
    """How a site spoils its pages.

    ``marks`` are the full-width marks the second program looked for. ``lost`` is what the first and the
    second program show for a byte that does not pair up, ``swallow`` says whether each also takes the
    bracket behind it, and ``keep_private`` whether unassigned pairs come out as private-use characters.
    """

    marks: str = MARKS
    lost: tuple[str, str] = ("?", "")
    swallow: tuple[bool, bool] = (True, False)
    keep_private: bool = True

    def damaged(self, clean: str, readings: Mapping[str, str]) -> str:
        """``clean`` with each character of ``readings`` annotated, and both programs' slips."""
        annotated = self._shown(annotate(clean.encode("gb18030"), readings), 0)
        slipped = self._shown(mark(annotated.encode("gb18030"), self.marks), 1)
        return half_width(slipped)

    def _shown(self, data: bytes, stage: int) -> str:
        lost, swallow = self.lost[stage], self.swallow[stage]
        text = "".join(character or lost for character in _decoded(data, swallow=swallow))
        return text if self.keep_private else re.sub("[\ue000-\uf8ff]", "", text)


@dataclass(frozen=True, slots=True)
class Careless:
    """How a site spoils its pages that does it all on the bytes and decodes them once, as Python would.

    With ``gbk`` an unassigned pair loses its first byte, and the text is in step again; with ``gb18030`` it
    is a private-use character. Marks in step are half-width if they are among ``marks``, other forms stay.
    """

    codec: str = "gb18030"
    errors: str = "ignore"
    marks: str = MARKS

    def damaged(self, clean: str, readings: Mapping[str, str]) -> str:
        """``clean`` with each character of ``readings`` annotated, and both programs' slips."""
        data = mark(annotate(clean.encode("gb18030"), readings), self.marks)
        return data.decode(self.codec, self.errors)


def annotate(data: bytes, readings: Mapping[str, str]) -> bytes:
    """GBK bytes with ``(reading)`` behind every pair of bytes that looks like one of the characters."""
    for character, reading in readings.items():
        pair = character.encode("gb18030")
        data = data.replace(pair, pair + f"({reading})".encode("gb18030"))
    return data


def mark(data: bytes, marks: str) -> bytes:
    """GBK bytes with every pair of bytes that looks like a full-width mark made the half-width one."""
    for character in marks:
        data = data.replace(character.encode("gb18030"), half_width(character).encode("ascii"))
    return data


def half_width(text: str) -> str:
    """The text with its full-width forms of ASCII made half-width."""
    return re.sub("[！-～]", lambda form: chr(ord(form[0]) - 0xFEE0), text)


def _decoded(data: bytes, *, swallow: bool) -> Iterator[str]:
    """The characters of GBK bytes; an empty one for each byte that does not pair up."""
    at = 0
    while at < len(data):
        if data[at] < 0x80:
            yield chr(data[at])
            at += 1
        elif data[at] in _NO_LEAD or at + 1 == len(data) or data[at + 1] in _NO_TRAIL:
            yield ""
            at += 2 if swallow and data[at + 1 : at + 2] == b"(" else 1
        else:
            yield data[at : at + 2].decode("gb18030")
            at += 2
