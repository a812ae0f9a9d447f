"""Laid-out pages to paragraphs: wrapped lines are joined, over page ends too, as their places tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from qcompare.reading.pdfpages.lines import joined
from qcompare.reading.pdfpages.places import LEVEL, Leaf, Placed, leaves_of
from qcompare.reading.pdfpages.sheets import Sheet
from qcompare.reading.pdfpages.style import FAR, SLACK, Style, head_of, is_full, style_of

_CENTRED = 3.0  # ems that a centred line leaves on both sides at least, more than an indent …
_CENTRED_TITLE = 1.0  # … which titles, larger than the text, have not
_ALIKE = 1.05  # times: between the sizes of lines of one paragraph
_LEADING = 1.2  # times the usual distance of lines, above which a new paragraph begins

_SENTENCE_END = re.compile(r"[。！？；：!?;:][”’」』）)]*$")
# Marks that begin a paragraph: those of headings, and those that may also stand within a sentence.
_HEADED = re.compile(
    r"第[一二三四五六七八九十百\d]+[章节条编部篇]|[一二三四五六七八九十]+[、.．]|[(（][一二三四五六七八九十]+[)）]"
)
_NUMBERED = re.compile(r"[(（]\d+[)）]|\d{1,2}[、.．](?!\d)|[①-⑳•●■◆]")
_CONTENTS = re.compile(r"(?:[.…·‥․] ?){4,}\d+$")  # a line of a table of contents, with its page


def flowing(sheets: Sequence[Sheet]) -> str:
    """The text of all pages, a line per paragraph or table row.

    A paragraph that runs over a page end stays whole; the foot of that page and the head of the next follow.
    """
    leaves = leaves_of(sheets)
    style = style_of(leaves)
    return "".join(f"{line}\n" for line in _lines(leaves, style))


def _lines(leaves: Iterable[Leaf], style: Style) -> Iterator[str]:
    paragraph: list[Placed] = []
    waiting: list[str] = []
    for leaf in leaves:
        waiting += [placed.line.text for placed in leaf.head]
        for part in leaf.parts:
            if isinstance(part, Placed) and paragraph and _continues(paragraph, part, style):
                paragraph.append(part)
                continue
            yield from _ended(paragraph)
            yield from waiting
            waiting, paragraph = [], []
            if isinstance(part, Placed):
                paragraph = [part]
            else:
                yield from ("\t".join(row) for row in part.rows)
        waiting += [text for lines in leaf.foot for text in _folded(lines, style)]
    yield from _ended(paragraph)
    yield from waiting


def _folded(lines: Iterable[Placed], style: Style) -> Iterator[str]:
    """The paragraphs of lines that stand by themselves."""
    paragraph: list[Placed] = []
    for placed in lines:
        if paragraph and not _continues(paragraph, placed, style):
            yield from _ended(paragraph)
            paragraph = []
        paragraph.append(placed)
    yield from _ended(paragraph)


def _ended(paragraph: Sequence[Placed]) -> Iterator[str]:
    if paragraph:
        yield joined(placed.line.text for placed in paragraph)


# --- does a line go on with the paragraph? --------------------------------------------------------------


def _continues(paragraph: Sequence[Placed], placed: Placed, style: Style) -> bool:
    last, line = paragraph[-1].line, placed.line
    alike = max(last.size, line.size) < _ALIKE * min(last.size, line.size)
    if not alike or _CONTENTS.search(last.text) or not _near(paragraph[-1], placed, style):
        return False
    title = line.size > _ALIKE * style.size
    if placed.even and placed.indent > (_CENTRED_TITLE if title else _CENTRED):
        return _wraps_centred(paragraph[-1], placed, title=title)
    return is_full(paragraph[-1], placed) and _level(paragraph, placed, style)


def _near(last: Placed, placed: Placed, style: Style) -> bool:
    if last.place != placed.place:
        return True
    usual = style.leading.get(round(placed.line.size), FAR * placed.line.size)
    return 0 < placed.line.base - last.line.base < usual * _LEADING


def _wraps_centred(last: Placed, placed: Placed, *, title: bool) -> bool:
    """Whether a centred line goes on with the one above, which is centred too or, in a title, full."""
    if not last.even or (last.indent < 1 and not title):
        return False
    return last.indent + last.room < head_of(placed) + 2 * SLACK


def _level(paragraph: Sequence[Placed], placed: Placed, style: Style) -> bool:
    """Whether a line begins where the next line of the paragraph has to."""
    last = paragraph[-1]
    ended = bool(_SENTENCE_END.search(last.line.text))
    if ended and _begins(placed.line.text, style):
        return False
    if len(paragraph) > 1:
        return abs(placed.indent - last.indent) < LEVEL
    if last.line.hang is not None:
        hang = (last.line.hang - last.margins.left) / last.line.size
        if abs(placed.indent - hang) < LEVEL:
            return True
    if placed.indent < LEVEL:
        return True
    first = style.indent is not None and abs(placed.indent - style.indent) < LEVEL
    return abs(placed.indent - last.indent) < LEVEL and not (ended or first)


def _begins(text: str, style: Style) -> bool:
    """Whether a text at the margin, behind a full stop, is a paragraph by its mark."""
    return bool(_HEADED.match(text) or (style.indent is None and _NUMBERED.match(text)))
