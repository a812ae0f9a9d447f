"""A sentence as the grammar sees it: names and brackets blanked out, cut into clauses.

Every mask keeps the length of the text, so that offsets in a mask are offsets in the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from qcompare.models import Span

# Neither stands in a text: control characters are gone after cleaning.
BRACKETED, QUOTED = "\x01", "\x02"
_BRACKETS = {"(": ")", "（": "）", "〔": "〕", "[": "]", "【": "】", "﹝": "﹞"}
_TITLES = {"《": "》"}
_QUOTES = {"“": "”", "「": "」", "『": "』", "‘": "’", '"': '"'}

# Where one statement ends: not the comma of 1,200 nor the colon of 2.6:1; 、 before a verb of its own.
_BREAK = re.compile(
    r"[，；。！？;!?\n]|、(?=实现|力争|确保)|(?<!\d),|,(?!\d{3}(?!\d))|(?<!\d)[:：]|[:：](?!\d)"
)
# Between two things of one kind: not the 和 of 和谐, 共和, 总和, the 与 of 参与, the 及 of 普及, 及时.
SEPARATOR = re.compile(
    r"\s*(?:、|以及|(?<![共总调温柔平缓饱])和(?![谐美平睦解])|(?<!参)与(?![会否])"
    r"|(?<![普涉危以触顾])及(?![时其格以]))\s*"
)


def without_names(sentence: str) -> str:
    """The sentence with brackets, titles and quotations blanked: figures in them are names or asides.

    A quotation that begins with 零 is speech, not a name: “零”的突破, “零”发生.
    """
    return _masked(sentence, {**_BRACKETS, **_TITLES, **_QUOTES})


def without_asides(sentence: str) -> str:
    """The sentence with brackets and titles blanked: what is left can date it (“十四五”末 is a date)."""
    return _masked(sentence, {**_BRACKETS, **_TITLES})


def clauses(names: str) -> Iterator[Span]:
    """The stretches of a masked sentence between its marks."""
    start = 0
    for match in _BREAK.finditer(names):
        if match.start() > start:
            yield Span(start, match.start())
        start = match.end()
    if start < len(names):
        yield Span(start, len(names))


def _masked(text: str, pairs: Mapping[str, str]) -> str:
    masked = list(text)
    for opened, closed in _outermost(_enclosed(text, pairs)):
        blank = BRACKETED if text[opened] in _BRACKETS else QUOTED
        if not (blank == QUOTED and text[opened + 1] == "零"):
            masked[opened : closed + 1] = blank * (closed + 1 - opened)
    return "".join(masked)


def _enclosed(text: str, pairs: Mapping[str, str]) -> list[tuple[int, int]]:
    """Opening and closing places of pairs, inner before outer; what is never closed is no pair."""
    found: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []
    for at, character in enumerate(text):
        if waiting and character == waiting[-1][0]:
            found.append((waiting.pop()[1], at))
        elif character in pairs:
            waiting.append((pairs[character], at))
    return found


def _outermost(enclosed: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The pairs that no other pair holds, from last to first."""
    start = len(enclosed) and enclosed[-1][1] + 1
    for opened, closed in reversed(enclosed):
        if closed < start:
            yield opened, closed
            start = opened
