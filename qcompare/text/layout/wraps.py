"""Hard line breaks: lines that were wrapped at a width, or cut within a sentence, are joined again.

Some breaks prove by themselves that they stand inside a sentence. Where such breaks stand at one width again
and again, the text was wrapped at that width, and other lines that fill it go on below too. Page numbers on
lines of their own go with the break that they stand in.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from qcompare.models import Span, Suspect
from qcompare.text.edits import Edit, Found, Step
from qcompare.text.layout.cuts import is_cut
from qcompare.text.layout.joints import HAN, Joints, all_neighbours, neighbours
from qcompare.text.layout.pieces import in_pieces
from qcompare.text.layout.rows import Break, breaks_of, is_numbered
from qcompare.text.layout.wrapwidths import SLACK, TIGHT, Layout, layout_of

_SHORTEST = 14  # characters of a line of running text
_LATIN = re.compile("[A-Za-z][.,;:]?\n[A-Za-z]")

# A line of several clauses that stops in mid-sentence is no heading. Credits under pictures are so too.
_STOPPED = re.compile(f"[{HAN}]")
_SEVERAL = 30  # characters of a line that two commas make several clauses
_CREDIT = re.compile(r"(?:记者|通讯员|编辑|审核|来源|供稿|供图|摄)[^。，；]*$")
_CLAUSE_MARKS = frozenset("，。；、：,;:")
_LONGEST_TITLE = 100
_TITLE = re.compile("[^，。；：《]*关于[^，。；：]*(?:通知|意见|方案|计划|规划|决定|办法|批复|报告|函)")
_OPENS = re.compile(f"[{HAN}“《]")


def wraps(joints: Joints) -> Step:
    """A step that joins lines of one sentence or paragraph; likely ones that nothing proves are suspects."""

    def step(text: str) -> Found:
        breaks = breaks_of(text)
        proven = [is_cut(at, joints) for at in breaks]
        layout = layout_of(breaks, proven)
        pieces = in_pieces(breaks, proven)
        elsewhere = all_neighbours(text) if any(map(_may_go_on, breaks)) else frozenset()
        joined = [
            cut or at.below.start in pieces or _goes_on(at, layout) or _reads_as_one(at, elsewhere, joints)
            for at, cut in zip(breaks, proven, strict=True)
        ]
        doubts = (at for at, joins in zip(breaks, joined, strict=True) if not joins)
        return Found(
            tuple(_edit(at) for at, joins in zip(breaks, joined, strict=True) if joins),
            tuple(_suspect(at) for at in doubts if not layout.widths and _is_unfinished(at)),
        )

    return step


def _edit(at: Break) -> Edit:
    """Nothing in the place of the break; a blank between Latin words."""
    blank = _LATIN.fullmatch(at.above.text[-2:].lstrip() + "\n" + at.below.text[0]) is not None
    return Edit(at.above.end, at.below.start, " " * blank, "layout")


def _suspect(at: Break) -> Suspect:
    end, text = at.above.end, at.above.text[-8:]
    return Suspect("layout", text, Span(end - len(text), end), "the line ends in the middle of a sentence")


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


def _is_title(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and bool(_TITLE.fullmatch(text))


def _may_go_on(at: Break) -> bool:
    """Whether a line of running text seems to stop: it has clauses, and no number as headings have."""
    above = at.above.text
    if at.closed or at.numbered or at.parted or at.blanks > 1 or len(above) < _SHORTEST:
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
    if at.closed or at.numbered or at.parted or at.blanks > 1:
        return False
    if _CREDIT.search(above[-_SEVERAL:]) or (is_numbered(above) and "。" not in above):
        return False
    clauses = above.count("，") + above.count("；")
    return bool(_STOPPED.match(above[-1])) and ("。" in above or (clauses > 1 and len(above) > _SEVERAL))
