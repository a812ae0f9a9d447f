"""The lines of a text and the breaks between them, as the repair of hard line breaks sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from qcompare.text.layout.joints import HAN, Joints
from qcompare.text.layout.pagenumbers import bare, counting_on, cuts_word, marked

_CLOSED = (
    re.compile(  # behind a sentence, the brackets that end it, or say who is charged; a line of contents
        r"[。！？；：!?;:…][”’」』》）)\]】]*$|[。；]（[^（）]*）$|[.…·]{3,} ?\d*$"
    )
)
_NUMBERED = re.compile(
    r"第[一二三四五六七八九十百\d]+[章节编条部分篇](?=\s|$)"
    r"|[一二三四五六七八九十]{1,3}(?:[.．]|、(?![一二三四五六七八九十]))"
    r"|[（(] ?(?:[一二三四五六七八九十]{1,3}|\d{1,2}) ?[）)]"
    r"|\d{1,2}(?:\.\d{1,2}){2,3}|\d{1,2}(?:[)）]|[.．、](?!\d))"
    r"|[①-⑳❶-❿⑴-⒇㈠-㈩●■◆★▲○□※•·*]"
    r"|附件?[一二三四五六七八九十\d]{0,2} ?(?:[：:.．]|$)|专栏 ?[一二三四五六七八九十\d]"
)
# What begins a list behind a full sentence, but goes on within one: 2.1 加强, —— 加强.
_LISTED = re.compile(rf"\d{{1,2}}\.\d{{1,2}} ?(?=[{HAN}])|[-—–]{{1,2}}(?=[^\d\-—–])")
_REACH = 80  # characters from the end of a line
_DAY = re.compile(
    r"[（(]?(?:\d{4}|[一二][一二三四五六七八九〇零○Oo0]{3}) ?年 ?[\d一二三四五六七八九十]{1,2} ?月"
    r" ?(?:[\d一二三四五六七八九十]{1,3} ?日)?[）)]?|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}.*"
)
_LABELLED = re.compile(f"[{HAN}][{HAN} ]{{1,9}}[：:]")  # 发布日期：


@dataclass(frozen=True, slots=True)
class Row:
    """A line that is not blank: the place of its text without outer blanks, and the blanks before it."""

    text: str
    start: int
    indent: int

    @property
    def end(self) -> int:
        """Where the line's text ends."""
        return self.start + len(self.text)

    def width(self, wide: int) -> int:
        """How wide it is if characters that are not ASCII are ``wide`` and others 1."""
        narrow = len(self.text) if self.text.isascii() else sum(map(str.isascii, self.text))
        return self.indent + narrow + wide * (len(self.text) - narrow)


@dataclass(frozen=True)
class Break:
    """What parts a line from the next one: a line end, ``blanks`` blank lines, perhaps a page number."""

    above: Row
    below: Row
    blanks: int
    paged: bool

    @cached_property
    def closed(self) -> bool:
        """Whether the line above ends a sentence."""
        return _is_closed(self.above.text)

    @cached_property
    def numbered(self) -> bool:
        """Whether the line below begins with a heading's number or a list's mark."""
        text = self.below.text
        return bool(_NUMBERED.match(text) or (self.closed and _LISTED.match(text)))

    @cached_property
    def tabular(self) -> bool:
        """Whether either line is a table's row."""
        return "\t" in self.below.text or "\t" in self.above.text

    @cached_property
    def parted(self) -> bool:
        """Whether either line is a table's row, or the one below a date or a labelled field."""
        text = self.below.text
        return self.tabular or bool(_DAY.fullmatch(text) or _LABELLED.match(text))


def is_numbered(text: str) -> bool:
    """Whether a line begins with a heading's number or a list's mark."""
    return bool(_NUMBERED.match(text))


def _is_closed(text: str) -> bool:
    return bool(_CLOSED.search(text[-_REACH:]))


def breaks_of(text: str, joints: Joints) -> Sequence[Break]:
    """The breaks between the lines of a text; a page's number on its own line is part of a break."""
    rows = list(_rows(text))
    pages = _pages(rows, joints)
    kept = [row for row in rows if row.start not in pages]
    return [_break(text, above, below) for above, below in pairwise(kept)]


def _rows(text: str) -> Iterator[Row]:
    start = 0
    for line in text.split("\n"):
        stripped = line.lstrip()
        if stripped:
            indent = len(line) - len(stripped)
            yield Row(stripped.rstrip(), start + indent, indent)
        start += len(line) + 1


def _pages(rows: Sequence[Row], joints: Joints) -> frozenset[int]:
    """The places of lines that are page numbers.

    They say so; or they stand where a sentence is not at its end, and count on from page to page or cut
    a word.
    """
    marks = {row.start for row in rows if marked(row.text) is not None}
    inside = [
        (above.text, row.start, number, below.text)
        for above, row, below in zip(rows, rows[1:], rows[2:], strict=False)
        if (number := bare(row.text)) is not None and not (_is_closed(above.text) or below.text[0] in ".．、")
    ]
    counted = counting_on((start, number) for _, start, number, _ in inside)
    within = (
        start
        for above, start, number, below in inside
        if "\t" not in above + below and cuts_word(above, number, below, joints)
    )
    return frozenset(marks.union(counted, within))


def _break(text: str, above: Row, below: Row) -> Break:
    ends = text.count("\n", above.end, below.start)
    between = text[above.end : below.start]
    return Break(above, below, ends - 1, paged=not between.isspace())
