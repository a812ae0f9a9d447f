"""UTF-8 with bytes missing: its characters, and the ones that the words and marks around a hole decide."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from heapq import nlargest
from itertools import groupby, islice, pairwise, product
from math import log1p

from qcompare.text.misreading.chinese import is_common, is_ideograph
from qcompare.text.words import Lexicon

# Bytes are written as the characters U+0000–00FF, so that a hole can be one more.
HOLE = "\u0100"
LOST = "\ufffd"
_ANY = "".join(map(chr, range(0x80, 0xC0)))
_TAIL = f"[{_ANY[0]}-{_ANY[-1]}]"
_LOST = f"[{HOLE}?]"
# A character of three bytes: whole, or with one or two of the last lost, in whose place may stand a mark.
_WHOLE = f"[\xe2-\xef]{_TAIL}{_TAIL}"
_BROKEN = (
    f"[\xe2-\xef](?:{_LOST}{_TAIL}|{_LOST}{_LOST}|{_TAIL}{_LOST}|{_TAIL}(?!{_TAIL})|(?!{_TAIL}|{_LOST}))"
)
_PLAIN = f"\n|[\t\x20-\x7e]+|\xc2[{_ANY}]|\xc3[\x97\xb7]"
_TOKEN = re.compile(f"({_WHOLE})|({_BROKEN})|{_PLAIN}")

_LEAD = 4.0  # nats that the best reading of a hole must be ahead of the next
_RARE = 4.0  # nats less for the rare marks
_RARE_MARKS = frozenset("「」『』【】〔〕〈〉＋－＝×／～")
_SEEN = 2.0  # nats for each e-fold of times that the page has it beside the same neighbour
_AROUND = 6  # characters on either side whose words decide it
_WRECK, _MOST = 0.7, 5000  # share of broken ones that is past mending, and runs of them that are tried
_LONGEST, _BEAM = 8, 12  # neighbours decided together, and readings of them that are followed
_FAR = 200  # characters on either side whose brackets do
_PAIRS = {"）": "（", "》": "《", "”": "“", "】": "【", "〉": "〈", "’": "‘", "〕": "〔"}
_NUMBERED = re.compile("(?:19|20)[0-9]{2}[\ufffd〕][0-9]{1,5}[号\ufffd]")
_DATED = {"年": "(?:19|20)[0-9]{2}", "月": "年[0-9]{1,2}", "日": "[月\ufffd][0-9]{1,2}", "号": "〕[0-9]{1,5}"}


@dataclass(frozen=True, slots=True)
class Token:
    """One character, or a run of ASCII, and where its bytes are; a broken one has several readings."""

    start: int
    end: int
    readings: tuple[str, ...]
    broken: bool = False


def utf8(lost: str) -> Callable[[str, int], Iterator[Token]]:
    """A reader of UTF-8 from a place on, as far as it is UTF-8; ``lost`` are the bytes most easily lost."""

    def read(data: str, start: int) -> Iterator[Token]:
        while match := _TOKEN.match(data, start):
            if match[2]:
                inside = data[match.end() : match.end() + 1] > "\x7f"
                yield Token(
                    start, match.end(), _readings(match[2], lost if inside else _ANY, lost), broken=True
                )
            else:
                yield Token(start, match.end(), (match[0].encode("latin-1").decode("utf-8", "replace"),))
            start = match.end()

    return read


@cache
def _readings(broken: str, last: str, lost: str) -> tuple[str, ...]:
    """The common characters that a broken one may have been.

    ``last`` are the bytes that may be missing at its end; those before are among the easily ``lost``.
    """
    lead, second, third = broken[0], broken[1:2] or HOLE, broken[2:]
    seconds = lost if second in (HOLE, "?") else second
    thirds = last if third in (HOLE, "?", "") else third
    if len(seconds) == len(thirds) == len(_ANY):
        return ()  # too many to tell
    either = not third and second not in (HOLE, "?")  # the byte that is left may be the last
    return _common(lead, seconds, thirds) + (_common(lead, lost, second) if either else ())


def _common(lead: str, seconds: str, thirds: str) -> tuple[str, ...]:
    possible = (lead + second + third for second, third in product(seconds, thirds))
    read = (data.encode("latin-1").decode("utf-8", "ignore") for data in possible)
    return tuple(character for character in read if character and is_common(character))


def filled(tokens: Sequence[Token], lexicon: Lexicon) -> list[str]:
    """The text of each token; a broken one that nothing decides is U+FFFD, and so are most of a wreck's."""
    texts = [token.readings[0] if len(token.readings) == 1 else LOST for token in tokens]
    words = _Words(lexicon, Counter(pairwise("".join(texts))))
    if texts.count(LOST) > _WRECK * len(texts):
        return texts
    for first, last in islice(_runs(tokens), _MOST):
        before, behind = "".join(texts[max(0, first - _FAR) : first]), "".join(texts[last : last + _FAR])
        formed = _by_form(tokens[first].readings, before, behind) if last - first == 1 else None
        choices = [token.readings for token in tokens[first:last]]
        texts[first:last] = [formed] if formed else words.decided(choices, before, behind)
    return texts


def _runs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Neighbours that have several readings each; they decide one another."""
    open_ones = [i for i, token in enumerate(tokens) if len(token.readings) > 1]
    for _, group in groupby(enumerate(open_ones), lambda pair: (pair[1] - pair[0], pair[0] // _LONGEST)):
        members = [i for _, i in group]
        yield members[0], members[-1] + 1


def _by_form(readings: tuple[str, ...], before: str, behind: str) -> str | None:
    """The reading that a number, a date, an open bracket or the end of a line asks for."""
    if "〔" in readings and _NUMBERED.match(behind):
        return "〔"
    dated = [c for c, form in _DATED.items() if c in readings and re.search(f"{form}$", before[-8:])]
    line, rest = before.rpartition("\n")[2], behind.partition("\n")[0]
    closing = [m for m in readings if m in _PAIRS and line.count(_PAIRS[m]) > line.count(m)]
    opening = [m for close, m in _PAIRS.items() if m in readings and rest.count(close) > rest.count(m)]
    fitting = dated + closing + opening
    if len(fitting) == 1:
        return fitting[0]
    return "。" if "。" in readings and not fitting and not rest.strip() else None


@dataclass(frozen=True, slots=True)
class _Words:
    """What decides by words: a lexicon, and how often the page has two characters side by side."""

    lexicon: Lexicon
    neighbours: Counter[tuple[str, str]]

    def decided(self, choices: Sequence[tuple[str, ...]], before: str, behind: str) -> list[str]:
        """The readings that make words with what is around them; U+FFFD for each that is not far ahead."""
        left, right = _ideographs(before[::-1])[::-1], _ideographs(behind)
        found = [""]
        for readings in choices:
            longer = (text + reading for text in found for reading in readings)
            found = nlargest(_BEAM, longer, key=lambda text: self._score(before[-1:], left, text))
        scores = {text: self._score(before[-1:], left, text, right, behind[:1]) for text in found}
        best = max(found, key=scores.__getitem__)
        return [c if self._sure(i, best, scores) else LOST for i, c in enumerate(best)]

    def _sure(self, at: int, best: str, scores: Mapping[str, float]) -> bool:
        others = (score for text, score in scores.items() if text[at] != best[at])
        return scores[best] - max(others, default=float("-inf")) >= _LEAD

    def _score(self, last: str, left: str, text: str, right: str = "", first: str = "") -> float:
        seen = (self.neighbours[pair] for pair in pairwise(last + text + first))
        return (
            self.lexicon.likelihood(left + text + right)
            + _SEEN * sum(map(log1p, seen))
            - _RARE * sum(map(_RARE_MARKS.__contains__, text))
        )


def _ideographs(text: str) -> str:
    """The ideographs that a text begins with, as far as they decide a neighbour."""
    end = next((i for i, character in enumerate(text[:_AROUND]) if not is_ideograph(character)), _AROUND)
    return text[:end]
