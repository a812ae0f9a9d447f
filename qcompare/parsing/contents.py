"""Lines that list what stands elsewhere: tables of contents and lists of attachments are no headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qcompare.parsing.lines import Line
from qcompare.parsing.schemes import Numbered, numbered

_LONGEST = 60  # characters of an entry
_FEWEST = 3  # entries of a table of contents that nothing heads
_SHARE = 0.7  # of the entries stand again below, or have a page number
_CAPTION = re.compile(r"目\s*[录次]|contents", re.IGNORECASE)
# What leads to the page number: dots, a dash, blanks, or nothing behind a tab.
_PAGE = re.compile(r"\s*(?:(?:[.．·•…⋯—_-]\s*){2,}|\t|\s+)\s*[-—(（]?\s*\d{0,3}\s*[-—)）]?$")
_LEADER = re.compile(r"(?:[.．·•…⋯]\s*){2,}[-—(（]?\s*\d{1,3}\D?$")
_SENTENCE = re.compile("[。；]")
# What such a list begins with: 附件：1.…, and the notes below a table: 注：1.…
_LIST = re.compile(r"(?:附\s*[件表录图]?|(?:备|附)?注|说\s*明)\s*[:：]\s*|附\s*件$")
_ZEROTH = numbered("0.附")  # what a list goes on with below 附件：


def contents(lines: Sequence[Line], begun: Sequence[Numbered | None]) -> frozenset[int]:
    """The indices of the lines of tables of contents: runs of numbered titles that stand again below."""
    titles = [_title(line.text) if this else "" for line, this in zip(lines, begun, strict=True)]
    last = {title: i for i, title in enumerate(titles) if title}
    listed: set[int] = set()
    for run in _runs(lines, begun, titles):
        entries = [i for i in run if titles[i]]
        again = [i for i in entries if last[titles[i]] > run[-1] or _PAGE.search(lines[i].text)]
        headed = run[0] > 0 and _CAPTION.fullmatch(lines[run[0] - 1].text) is not None
        if len(again) >= _FEWEST - headed and len(again) >= _SHARE * len(entries) and _go_on(begun, entries):
            listed.update(run)
    return frozenset(listed)


def _title(text: str) -> str:
    """An entry as it compares with the heading it stands for; empty for a sentence."""
    bare = _PAGE.sub("", text) if len(text) <= 2 * _LONGEST else text
    return "" if len(bare) > _LONGEST or _SENTENCE.search(bare) else re.sub(r"\s+", "", bare)


def _runs(
    lines: Sequence[Line], begun: Sequence[Numbered | None], titles: Sequence[str]
) -> Iterator[Sequence[int]]:
    """Runs of entries, and of unnumbered lines with a page number; none holds a title twice."""
    run: list[int] = []
    seen: set[str] = set()
    for i, line in enumerate(lines):
        is_entry = bool(titles[i]) or (begun[i] is None and _leads(line.text))
        if run and (not is_entry or titles[i] in seen):
            yield run
            run, seen = [], set()
        if is_entry:
            run.append(i)
            seen.add(titles[i] or line.text)
    if run:
        yield run


def _leads(text: str) -> bool:
    """Whether an unnumbered line leads to a page number."""
    return len(text) <= 2 * _LONGEST and _LEADER.search(text) is not None


def _go_on(begun: Sequence[Numbered | None], entries: Sequence[int]) -> bool:
    """Whether two entries follow each other in one scheme, as headings with bodies do not."""
    ranks = [this.rank for i in entries if (this := begun[i])]
    return len(set(ranks)) < len(ranks)


def attachments(lines: Sequence[Line], begun: Sequence[Numbered | None]) -> frozenset[int]:
    """The indices of the lines that go on with a list of attachments or notes: 附件：1.… and below it 2.…"""
    listed: set[int] = set()
    before: Numbered | None = None  # the number of the list that a line may go on with
    for i, this in enumerate(begun):
        if this and before and (this.rank, this.value) == (before.rank, before.value + 1):
            listed.add(i)
            before = this
            continue
        opening = _LIST.match(lines[i].text)
        rest = lines[i].text[opening.end() :] if opening else ""
        before = (numbered(rest) if rest else _ZEROTH) if opening else None
    return frozenset(listed)
