"""Page numbers: their forms, whether they count on through a document, and those inside a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import compress, pairwise

from qcompare.models import Span, Suspect
from qcompare.text.edits import Edit, Found, Step
from qcompare.text.layout.joints import HAN, Joints

MOST_PAGES = 999
INSIDE = "looks like a page number inside a sentence"  # the reason of a suspect

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

# What dashes between two ideographs may be besides: a label's or an address's number, a range. A hyphen has
# blanks around it, or it may be a code's.
_IDEOGRAPH = re.compile(f"[{HAN}]")
_PLAIN = re.compile(r" *[—–－―─]{1,2} ?\d+ ?[—–－―─]{1,2} *| +-{1,2} ?\d+ ?-{1,2} +")
_BEFORE_NUMBER = re.compile("[第表图附件式号栋幢楼]$")
_COUNTED = re.compile("[年月日个项家件名亿万元级所条次批类大户人座辆台套只种篇页号栋幢层室组楼分倍成%％]")
_BEFORE_FIGURE = re.compile("[第约达近超至到于]$")


def marked(line: str) -> int | None:
    """The number of a line that says that it is a page number, as in ``— 3 —`` or ``第3页``."""
    return _value(_MARKED.fullmatch(line))


def bare(line: str) -> int | None:
    """The number of a line that is a page number if it counts on: ``3``, ``3/12``."""
    return _value(_BARE.fullmatch(line))


def cuts_word(above: str, number: int, below: str, joints: Joints) -> bool:
    """Whether a number on its own line certainly stands inside a word and is no figure of the text."""
    if number > MOST_PAGES or _COUNTED.match(below) or _BEFORE_FIGURE.search(above):
        return False
    return joints.cuts_word(above, below)


def _value(match: re.Match[str] | None) -> int | None:
    return next((int(group) for group in match.groups() if group), None) if match else None


def counting_on(numbers: Iterable[tuple[int, int]]) -> AbstractSet[int]:
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

    They go where a word runs across them, where they count on through the document, or where they can be
    nothing else; others between ideographs are suspects.
    """

    def step(text: str) -> Found:
        hits = [match for match in _INLINE.finditer(text) if _in_sentence(text, match)]
        row = counting_on((match.start(), int(match[2])) for match in hits) | _plain(text, hits)
        sure = [m.start() in row or joints.within_word(*_around(text, m)) for m in hits]
        return Found(
            tuple(Edit(*match.span(), "", "layout") for match in compress(hits, sure)),
            tuple(_suspects(match for match, is_sure in zip(hits, sure, strict=True) if not is_sure)),
        )

    return step


def _plain(text: str, hits: Sequence[re.Match[str]]) -> frozenset[int]:
    """Where numbers stand between two ideographs of one line that can only be those of pages.

    They say nothing of what stands around them, and rise through the document, a page apart at least.
    """
    bounds = [(-_PAGE, -1), *((m.start(), int(m[2])) for m in hits), (len(text) + _PAGE, MOST_PAGES + 1)]
    steps = [number < after and below - here >= _PAGE for (here, number), (below, after) in pairwise(bounds)]
    rising = (before and behind for before, behind in pairwise(steps))
    return frozenset(m.start() for m in compress(hits, rising) if _is_plain(text, m))


def _is_plain(text: str, match: re.Match[str]) -> bool:
    left, right = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
    if not (_PLAIN.fullmatch(match[0]) and _IDEOGRAPH.match(left) and _IDEOGRAPH.match(right)):
        return False
    return not (_BEFORE_NUMBER.search(left) or _COUNTED.match(right))


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
    return (Suspect("layout", match[1], Span(*match.span(1)), INSIDE) for match in matches)
