"""Page numbers: their forms, whether they count on through a document, and those inside a line."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import compress

from qcompare.models import Span, Suspect
from qcompare.text.edits import Edit, Found, Step
from qcompare.text.layout.joints import HAN, Joints

_DASH = "[-—–－―‐─]"
# A line that is nothing but a page's number, and says so: — 12 —, 第 3 页 共 12 页, Page 3 of 12.
_MARKED = re.compile(
    rf"{_DASH}{{1,2}} *(\d{{1,4}}) *{_DASH}{{1,2}}"
    r"|第 *(\d{1,4}) *页 *[,，/／|]? *(?:[（(]?共 *\d{1,4} *页[)）]?)?"
    r"|(?:Page|page|PAGE|[Pp])\.? *(\d{1,4})(?: *(?:of|/) *\d{1,4})?"
)
_BARE = re.compile(r"[·•]? *(\d{1,4}) *[·•]?|(\d{1,4}) *[/／] *\d{1,4}")
_PAGE = 150  # characters at least between the numbers of two pages

# — 12 — among the characters of a line, or at one end of it, with the blanks around it.
_INLINE = re.compile(rf"(?<! ) *({_DASH}{{1,2}} ?(\d{{1,4}}) ?{_DASH}{{1,2}}) *")
_SENTENCE = re.compile(f"[{HAN}，、；。：“”《》（）]")


def marked(line: str) -> int | None:
    """The number of a line that says that it is a page number, as in ``— 3 —`` or ``第3页``."""
    return _value(_MARKED.fullmatch(line))


def bare(line: str) -> int | None:
    """The number of a line that is a page number if it counts on: ``3``, ``3/12``."""
    return _value(_BARE.fullmatch(line))


def _value(match: re.Match[str] | None) -> int | None:
    return next((int(group) for group in match.groups() if group), None) if match else None


def counting_on(numbers: Iterable[tuple[int, int]]) -> Collection[int]:
    """The places of the numbers that rise by one, at least a page apart.

    ``numbers`` are pairs of a place in the text and the number there, in order of place.
    """
    latest: dict[int, int] = {}
    found: set[int] = set()
    for place, number in numbers:
        before = latest.get(number - 1)
        if before is not None and place - before >= _PAGE:
            found |= {before, place}
        latest[number] = place
    return found


def inline_numbers(joints: Joints) -> Step:
    """A step that takes out the page numbers of the form — 3 — that share a line with a sentence.

    They go where a word runs across them, or where they count on through the document; others between
    ideographs are suspects.
    """

    def step(text: str) -> Found:
        hits = [match for match in _INLINE.finditer(text) if _in_sentence(text, match)]
        row = counting_on((match.start(), int(match[2])) for match in hits)
        sure = [m.start() in row or joints.within_word(*_around(text, m)) for m in hits]
        return Found(
            tuple(Edit(*match.span(), "", "layout") for match in compress(hits, sure)),
            tuple(_suspects(match for match, is_sure in zip(hits, sure, strict=True) if not is_sure)),
        )

    return step


def _in_sentence(text: str, match: re.Match[str]) -> bool:
    """Whether sentence text stands on both sides, on the same line on one side at least."""
    left, right = _around(text, match)
    alone = _edge(text, match.start() - 1) and _edge(text, match.end())
    return not alone and bool(_SENTENCE.fullmatch(left[-1:]) and _SENTENCE.match(right))


def _edge(text: str, place: int) -> bool:
    return not 0 <= place < len(text) or text[place] == "\n"


def _around(text: str, match: re.Match[str]) -> tuple[str, str]:
    start, end = match.span()
    return text[max(0, start - 9) : start].rstrip(), text[end : end + 9].lstrip()


def _suspects(matches: Iterable[re.Match[str]]) -> Iterator[Suspect]:
    reason = "looks like a page number inside a sentence"
    return (Suspect("layout", match[1], Span(*match.span(1)), reason) for match in matches)
