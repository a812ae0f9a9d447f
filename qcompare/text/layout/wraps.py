"""Hard line breaks: lines that were wrapped at a width, or cut within a sentence, are joined again.

Some breaks prove by themselves that they stand inside a sentence. Where such breaks stand at one width again
and again, the text was wrapped at that width, and other lines that fill it go on below too. Page numbers on
lines of their own go with the break that they stand in.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from qcompare.models import Span, Suspect
from qcompare.text.edits import Edit, Found, Step
from qcompare.text.layout.cuts import is_cut
from qcompare.text.layout.joints import HAN, Joints, all_neighbours, neighbours
from qcompare.text.layout.pagenumbers import INSIDE, MOST_PAGES, bare
from qcompare.text.layout.pieces import in_pieces
from qcompare.text.layout.rows import Break, Row, breaks_of, is_numbered
from qcompare.text.layout.wrapwidths import SLACK, TIGHT, Layout, layout_of

_SHORTEST = 14  # characters of a line of running text
_LATIN = re.compile("[A-Za-z][.,;:]?\n[A-Za-z]")

# A line of several clauses that stops in mid-sentence is no heading. Credits under pictures are so too.
_STOPPED = re.compile(f"[{HAN}]")
_SEVERAL = 30  # characters of a line that two commas make several clauses
_CREDIT = re.compile(r"(?:记者|通讯员|编辑|审核|来源|供稿|供图|摄)[^。，；]*$")
_CLAUSE_MARKS = frozenset("，。；、：,;:")
_LONGEST_TITLE = 100
_LONGEST_HEADING = 60
_TITLE = re.compile("[^，。；：《]*关于[^，。；：]*(?:通知|意见|方案|计划|规划|决定|办法|批复|报告|函)")
_OPENS = re.compile(f"[{HAN}“《]")


def wraps(joints: Joints) -> Step:
    """A step that joins lines of one sentence or paragraph; likely ones that nothing proves are suspects."""

    def step(text: str) -> Found:
        breaks = breaks_of(text, joints)
        proven = [is_cut(at, joints) for at in breaks]
        layout = layout_of(breaks, proven)
        pieces = in_pieces(breaks, proven)
        elsewhere = all_neighbours(text) if any(map(_may_go_on, breaks)) else frozenset()
        joined = [
            cut or at.below.start in pieces or _goes_on(at, layout) or _reads_as_one(at, elsewhere, joints)
            for at, cut in zip(breaks, proven, strict=True)
        ]
        joined = [
            joins or (at.paged and _goes_on_overleaf(at, layout, joints, going=going))
            for at, joins, going in zip(breaks, joined, (False, *joined), strict=False)
        ]
        doubts = [at for at, joins in zip(breaks, joined, strict=True) if not joins]
        return Found(
            tuple(_edit(at) for at, joins in zip(breaks, joined, strict=True) if joins),
            tuple(_suspects(doubts, layout)),
        )

    return step


def _edit(at: Break) -> Edit:
    """Nothing in the place of the break; a blank between Latin words."""
    blank = _LATIN.fullmatch(at.above.text[-2:].lstrip() + "\n" + at.below.text[0]) is not None
    return Edit(at.above.end, at.below.start, " " * blank, "layout")


def _suspects(doubts: Sequence[Break], layout: Layout) -> Iterator[Suspect]:
    """Lines that stop, where the text was not wrapped, and numbers that are perhaps a page's."""
    yield from (_suspect(at) for at in doubts if not layout.widths and _is_unfinished(at))
    numbers = [_without(at, below) for at, below in pairwise(doubts) if _may_be_page(at, below)]
    for row, whole in numbers:
        if _reads_on(whole) and (_is_unfinished(whole) or (len(numbers) == 1 and not _is_parted(whole))):
            yield Suspect("layout", row.text, Span(row.start, row.end), INSIDE)


def _suspect(at: Break) -> Suspect:
    end, text = at.above.end, at.above.text[-8:]
    return Suspect("layout", text, Span(end - len(text), end), "the line ends in the middle of a sentence")


def _may_be_page(at: Break, below: Break) -> bool:
    """Whether the line between two breaks is a number that may be a page's."""
    number = bare(at.below.text)
    return number is not None and number <= MOST_PAGES and at.below == below.above


def _without(at: Break, below: Break) -> tuple[Row, Break]:
    """The line between two breaks, and the break that is left without it."""
    return at.below, Break(at.above, below.below, 0, paged=True)


def _is_parted(at: Break) -> bool:
    return at.closed or at.numbered or at.parted


def _goes_on(at: Break, layout: Layout) -> bool:
    """Whether the line below goes on with the paragraph, by the layout of the text."""
    if layout.exceeded(at):
        return _reads_on(at) and _is_unfinished(at)
    if at.tabular or layout.begins(at) or _is_title(at.above.text):
        return False
    if at.closed:
        told = layout.indented or not at.paged  # what stands above and below a page's number may be complete
        return told and not (at.numbered or at.parted) and layout.fills(at, TIGHT)
    slack = TIGHT if _CLAUSE_MARKS.isdisjoint(at.above.text) else SLACK  # it may be a heading
    return layout.fills(at, slack) and (not at.numbered or at.above.text[-1] in "，、")


def _goes_on_overleaf(at: Break, layout: Layout, joints: Joints, *, going: bool) -> bool:
    """Whether a page ends within the paragraph: by the indent of paragraphs, by the text, or by a word.

    ``going`` says that the line above goes on with a paragraph itself.
    """
    above = at.above.text
    if at.closed or at.numbered or at.tabular or _is_title(above):
        return False
    if layout.indented:
        return at.below.indent <= layout.indent and (going or at.above.indent > layout.indent)
    long = len(above) > _LONGEST_HEADING and bool(_STOPPED.match(above[-1]))
    running = _reads_on(at) and (going or long or _stops(above))
    return not at.parted and (running or joints.within_phrase(above, at.below.text))


def _is_title(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and bool(_TITLE.fullmatch(text))


def _may_go_on(at: Break) -> bool:
    """Whether a line of running text seems to stop: it has clauses, and no number as headings have."""
    above = at.above.text
    if _is_parted(at) or at.blanks > 1 or len(above) < _SHORTEST:
        return False
    return ("。" in above or ("，" in above and not is_numbered(above))) and _reads_on(at)


def _reads_on(at: Break) -> bool:
    """Whether the line below is running text without an indent of its own, and addresses nobody."""
    below = at.below.text
    running = _OPENS.match(below) and not _CLAUSE_MARKS.isdisjoint(below) and below[-1] not in "：:"
    return bool(running) and at.below.indent <= at.above.indent


def _reads_as_one(at: Break, elsewhere: Collection[str], joints: Joints) -> bool:
    """Whether the page joins elsewhere what the break parts, or a word probably runs across it."""
    above, below = at.above.text, at.below.text
    if not _may_go_on(at):
        return False
    return neighbours(above, below) in elsewhere or joints.within_phrase(above, below)


def _is_unfinished(at: Break) -> bool:
    above = at.above.text
    if _is_parted(at) or at.blanks > 1:
        return False
    return _stops(above) and not (is_numbered(above) and "。" not in above)


def _stops(text: str) -> bool:
    """Whether a line of several clauses, and not a credit, stops behind an ideograph."""
    if not _STOPPED.match(text[-1]) or _CREDIT.search(text[-_SEVERAL:]):
        return False
    return "。" in text or (text.count("，") + text.count("；") > 1 and len(text) > _SEVERAL)
