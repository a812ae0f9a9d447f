"""Text whose bytes were read by the wrong encoding (鍖椾含 or åŒ—äº¬ for 北京): whole pages or some lines.

A line of such a stretch is undone if its bytes are text in the right encoding, and that text reads like
Chinese while the line does not. What was lost and nothing around decides stays U+FFFD, and is reported later.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from qcompare.text.edits import Edit, Found, Step
from qcompare.text.misreading.chinese import MARKS, commonness, is_ideograph, wordiness
from qcompare.text.misreading.holes import Token, filled, utf8
from qcompare.text.misreading.misread import CP1252, gbk, pairs, single, swallowed
from qcompare.text.words import Lexicon

_COMMON, _PASSABLE = (
    0.9,
    0.5,
)  # of what is restored is common in Chinese: where it is proof, where another line is
_GAIN = 0.25  # more than of the line as it stands
_WORDS = 0.5  # of the ideographs restored stand in words
_LOST = 0.5  # of the characters may be undecided

_HIGH = "\x80-\xff" + "".join(CP1252)
_LATIN = re.compile(f"[{_HIGH}]{{4}}|[ã-éï](?:[{_HIGH}\ufffd ]{{2}}|[{_HIGH}])[ã-éï]")
_UTF8 = re.compile(b"[\xe3-\xe9\xef][\x80-\xbf]{2}[\xe3-\xe9\xef][\x80-\xbf]{2}")
_PRIVATE = re.compile("[€\ue000-\ue765]")
_KANA = re.compile("[ぁ-ヶΑ-яㄅ-ㄩ─-╋\ue000-\ue765]")


@dataclass(frozen=True, slots=True)
class _Misreading:
    """One wrong way to read bytes: what gives it away, the bytes of a text, and how they are read rightly.

    ``least`` is the number of ideographs that a line must give to be proof by itself.
    """

    cue: Callable[[str], object]
    behind: Callable[[str], list[str]]
    start: re.Pattern[str]
    read: Callable[[str, int], Iterator[Token]]
    least: int = 2


@dataclass(frozen=True, slots=True)
class _Line:
    """The tokens of a stretch on one line, the texts they make, and the text that stands there."""

    tokens: Sequence[Token]
    texts: Sequence[str]
    before: str

    @property
    def after(self) -> str:
        return "".join(self.texts)


def mojibake(lexicon: Lexicon) -> tuple[Step, ...]:
    """The steps that undo one misreading each."""

    def step(misreading: _Misreading) -> Step:
        def undone(text: str) -> Found:
            return Found(tuple(_edits(text, misreading, lexicon)) if misreading.cue(text) else ())

        return undone

    return tuple(map(step, _MISREADINGS))


def _edits(text: str, misreading: _Misreading, lexicon: Lexicon) -> Iterator[Edit]:
    """Edits for the lines that are proof by themselves; and, if there are such, for those that look alike."""
    pieces = misreading.behind(text)
    data = "".join(pieces)
    owners = [i for i, piece in enumerate(pieces) for _ in piece]
    lines = list(_lines(text, data, owners, misreading, lexicon))
    if any(_is_proof(line, misreading.least, lexicon) for line in lines):
        for line in lines:
            if _is_proof(line, misreading.least, lexicon) or _looks_alike(line):
                yield from _clauses(line, text, owners)


def _lines(
    text: str, data: str, owners: Sequence[int], misreading: _Misreading, lexicon: Lexicon
) -> Iterator[_Line]:
    """The lines of all stretches that can be read the right way."""
    position = 0
    while match := misreading.start.search(data, position):
        position = match.start()
        inside = position > 0 and owners[position - 1] == owners[position]
        tokens = [] if inside else list(misreading.read(data, position))
        position = tokens[-1].end if tokens else position + 1
        texts = filled(tokens, lexicon)
        ends = [0, *(i + 1 for i, token in enumerate(tokens) if token.readings[:1] == ("\n",)), len(tokens)]
        for first, last in pairwise(ends):
            if first < last:
                span = text[owners[tokens[first].start] : owners[tokens[last - 1].end - 1] + 1]
                yield _Line(tokens[first:last], texts[first:last], span)


def _is_proof(line: _Line, least: int, lexicon: Lexicon) -> bool:
    """Whether a line reads like Chinese in the right encoding, and does not as it stands."""
    if sum(map(is_ideograph, line.after)) < least or not _looks_alike(line):
        return False
    common = commonness(line.after)
    return (
        common >= max(_COMMON, commonness(line.before) + _GAIN) and wordiness(line.after, lexicon) >= _WORDS
    )


def _looks_alike(line: _Line) -> bool:
    """Whether a line can be read the right way too, and better; two bytes alone are no sign (路 is C2 B7)."""
    wide = sum(character > "\xff" for character in line.after)
    blank = len(line.tokens) > 1 and not line.after.strip()
    common = commonness(line.after)
    passable = common >= _PASSABLE and common > commonness(line.before)
    return blank or (passable and 0 < wide >= line.after.count("\ufffd") / _LOST)


def _clauses(line: _Line, text: str, owners: Sequence[int]) -> Iterator[Edit]:
    """One edit for each clause, as far as characters begin where others began."""
    first = 0
    for i, token in enumerate(line.tokens):
        split = token.end < len(owners) and owners[token.end - 1] == owners[token.end]
        if i + 1 < len(line.tokens) and (
            split or not (line.texts[i][-1:] in MARKS or line.texts[i].isascii())
        ):
            continue
        start, end = owners[line.tokens[first].start], owners[token.end - 1] + 1
        new, first = "".join(line.texts[first : i + 1]), i + 1
        if text[start:end] != new:
            yield Edit(start, end, new, "encoding")


def _as_gbk(text: str) -> bool:
    return _UTF8.search(text.encode("gb18030", "ignore")) is not None


def _as_gb18030(text: str) -> bool:
    """Whether the reader kept pairs without a character: then it lost nothing but the byte 80."""
    return _PRIVATE.search(text) is not None and _as_gbk(text)


_HIGH_BYTE = re.compile("[\x81-\xfe]")
_UTF8_START = re.compile("[\xe2-\xef][\x80-\xbf\u0100]|\xc2[\xa0\xb7]")
_MISREADINGS = (
    _Misreading(_as_gb18030, gbk, _UTF8_START, utf8("\x80")),
    _Misreading(_as_gbk, gbk, _UTF8_START, utf8("".join(map(chr, range(0x80, 0xC0))))),
    _Misreading(_LATIN.search, swallowed, _UTF8_START, utf8("\x81\x8d\x8f\x90\x9d")),
    _Misreading(_LATIN.search, single, _HIGH_BYTE, pairs("gb18030")),
    _Misreading(_KANA.search, gbk, _HIGH_BYTE, pairs("big5hkscs"), least=6),
)
