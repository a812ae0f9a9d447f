"""Page furniture: lines that are the web page's and not the document's.

Nothing of the document may be taken for furniture: it would be lost from every comparison. So only what no
document says is furniture anywhere. What one may say as well (来源：…, 分类：…, 关闭, a few short words)
counts in the head, which ends with the first heading or long sentence, and in the foot, which ends the page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate, pairwise

from qcompare.parsing.headings import headings
from qcompare.parsing.lines import Line
from qcompare.parsing.schemes import numbered
from qcompare.parsing.sitelines import (
    ATTACHED,
    BREADCRUMB,
    EMPTY_LABEL,
    FOOT,
    FRAME,
    LABELLED,
    NUMBERED_FRAME,
    REGISTRATION,
    SIGNED,
    SITE,
    SITE_SENTENCE,
    TITLE,
    WORDS,
)

_LONGEST = 300  # characters: a longer line is a paragraph
_SENTENCE = 20  # characters: a shorter sentence ahead of the document may be a greeting of the site
_MENU = 3  # so many lines of a site's words make a menu of the short lines between them
_PAGES = 3  # so many numbers in turn, of so many digits, with so many characters between them, number pages
_DIGITS = 3
_PAGE_LENGTH = 150
_MASTHEAD = 30  # characters: a longer line above the breadcrumb is none of the site's names and slogans
_SENTENCE_END = re.compile(r"[。；！？]|[;!?]$")
_HAN = re.compile(r"[\u3400-\u9fff]")
_PAGE = re.compile(r"\D{0,4}\d{1,4}\D{0,4}|第.{1,20}页")
_SHORT = re.compile(r"[^\W\d_]{1,8}|[A-Za-z]+\d?|[^\w\s]{1,3}")


def furniture(lines: Sequence[Line], *, paged: bool = False) -> frozenset[int]:
    """The indices of the lines that are furniture; a ``paged`` text came with its running heads."""
    texts = [line.text for line in lines]
    site = {i for i, text in enumerate(texts) if _is_site(text)} | _page_numbers(texts)
    site |= _running_heads(texts, site, paged=paged)
    words = {i for i, text in enumerate(texts) if _is_words(text)}
    frame = words | {i for i, text in enumerate(texts) if _is_frame(text)}
    head_end, foot_start = _document(lines, site | frame)
    outside = site | {i for i in frame if i < head_end}
    outside |= set(_between(texts[:head_end], outside, words))
    outside |= set(_masthead(texts[:head_end], outside))
    below = set(_foot(texts, max(head_end, foot_start), site, frame, words))
    return frozenset(outside | below | set(_tail(texts, head_end)))


def _is_site(text: str) -> bool:
    if len(text) > _LONGEST or numbered(text):
        return False
    ends = _SENTENCE_END.search(text) is not None
    return SITE_SENTENCE.fullmatch(text) is not None or (not ends and SITE.fullmatch(text) is not None)


def _page_numbers(texts: Sequence[str]) -> set[int]:
    """Lines that hold only a number, where these count pages: in turn, with a page of text between them."""
    bare = [i for i, text in enumerate(texts) if text.isdecimal() and len(text) <= _DIGITS]
    counts_pages = all(
        int(texts[b]) == int(texts[a]) + 1 and sum(map(len, texts[a + 1 : b])) >= _PAGE_LENGTH
        for a, b in pairwise(bare)
    )
    return set(bare) if counts_pages and len(bare) >= _PAGES else set()


def _running_heads(texts: Sequence[str], site: Collection[int], *, paged: bool) -> set[int]:
    """Lines that stand again and again, a page apart where pages are known, else beside a page's number."""
    beside = {k for i in site if _PAGE.fullmatch(texts[i]) for k in (i - 1, i + 1)} - set(site)
    often = _often(texts) if paged else set()
    times = Counter(texts[k] for k in beside if 0 <= k < len(texts) and len(texts[k]) <= _MASTHEAD)
    often |= {text for text, count in times.items() if count >= _PAGES}
    heads = {text for text in often if not numbered(text) and not re.search(r"[。；！？：:\t]", text)}
    return {i for i, text in enumerate(texts) if text in heads}


def _often(texts: Sequence[str]) -> set[str]:
    """Short lines that stand at least three times, with a page of text between each two."""
    ends = [0, *accumulate(map(len, texts))]
    places: dict[str, list[int]] = {}
    for i, text in enumerate(texts):
        if len(text) <= _MASTHEAD:
            places.setdefault(text, []).append(i)
    return {
        text
        for text, found in places.items()
        if len(found) >= _PAGES and all(ends[b] - ends[a + 1] >= _PAGE_LENGTH for a, b in pairwise(found))
    }


def _is_frame(text: str) -> bool:
    if len(text) > _LONGEST or _SENTENCE_END.search(text):
        return False
    if NUMBERED_FRAME.fullmatch(text):
        return True
    return numbered(text) is None and FRAME.fullmatch(text) is not None


def _is_words(text: str) -> bool:
    """Whether a line holds only words of menus and tools, or several of them among other short words."""
    if len(text) > _LONGEST or len(text) == 1:
        return False
    words = [word for word in text.split() if _HAN.search(word)]
    known = sum(WORDS.fullmatch(word) is not None for word in words)
    return 0 < known == len(words) or (known >= 2 and len(words) >= _MENU and _is_short(text))


def _is_short(text: str) -> bool:
    """Whether a line holds a few short words, none of them of the document's."""
    of_document = TITLE.fullmatch(text) or SIGNED.fullmatch(text)
    return not of_document and all(_SHORT.fullmatch(w) or WORDS.fullmatch(w) for w in text.split())


def _document(lines: Sequence[Line], around: Collection[int]) -> tuple[int, int]:
    """Where the document begins, with its first heading or long sentence, and ends, behind the last one."""
    inside = [i for i in range(len(lines)) if i not in around]
    found = headings([lines[i] for i in inside])
    certain = [i for i, heading in zip(inside, found, strict=True) if heading]
    sentences = [i for i in inside if _SENTENCE_END.search(lines[i].text)]
    long = [i for i in sentences if len(lines[i].text) >= _SENTENCE]
    begin = min((*certain[:1], *long[:1]), default=len(lines))
    return begin, 1 + max((*certain[-1:], *sentences[-1:]), default=len(lines))


def _between(head: Sequence[str], outside: Collection[int], words: Collection[int]) -> Iterator[int]:
    """What furniture surrounds in the head.

    Marks behind it; the value of a label, but for a title that stands nowhere else; short words in a menu.
    """
    is_menu = sum(i in words for i in range(len(head))) >= _MENU
    times = Counter(head)
    for before, after in pairwise((*sorted(i for i in outside if i < len(head)), len(head))):
        between = range(before + 1, after)
        value = head[before + 1] if len(between) == 1 and EMPTY_LABEL.fullmatch(head[before]) else ""
        if between and not re.search(r"\w", head[before + 1]):
            yield before + 1
        elif after == len(head):
            return
        elif (len(between) == 1 and LABELLED.fullmatch(head[before + 1])) or (
            value and (times[value] > 1 or not TITLE.fullmatch(value))
        ):
            yield before + 1
        elif is_menu and all(_is_short(head[i]) for i in between):
            yield from between


def _masthead(head: Sequence[str], outside: Collection[int]) -> Iterator[int]:
    """The names and slogans of a site: what stands above its breadcrumb, or above the menu that opens a page.

    Not a title, nor a document's number, which may stand in a page's first line as well.
    """
    crumb = next((i for i, text in enumerate(head) if BREADCRUMB.fullmatch(text)), 0)
    first = min(outside, default=0)
    menu = first if first <= _MENU and all(first + i in outside for i in range(_MENU)) else 0
    for i in range(min(max(crumb, menu), len(head))):
        text = head[i]
        if len(text) <= _MASTHEAD and not re.search(r"[\d。；：:]", text) and not TITLE.fullmatch(text):
            yield i


def _foot(
    texts: Sequence[str], start: int, site: Collection[int], frame: Collection[int], words: Collection[int]
) -> Iterator[int]:
    """The frame that ends the page, and the short words below the site's registration."""
    marks = (i for i in range(start, len(texts)) if i in site and REGISTRATION.fullmatch(texts[i]))
    mark = next(marks, len(texts))
    yield from (i for i in range(mark, len(texts)) if i in frame or _is_short(texts[i]))
    first = mark
    while first > start and (first - 1 in site or first - 1 in frame):
        first -= 1
    ending = range(first, mark)
    alone = mark == len(texts) and len(ending) == 1 and first in words
    yield from () if alone else ending


def _tail(texts: Sequence[str], start: int) -> Iterator[int]:
    """What stands below the tools that end a page: links, advertising, addresses; but no attachments.

    The document goes on below what looks like tools if a heading or a statement follows.
    """
    goes_on = (i for i in range(len(texts) - 1, start - 1, -1) if _is_documents(texts[i]))
    last = next(goes_on, start)
    tool = next((i for i in range(last, len(texts)) if FOOT.fullmatch(texts[i])), len(texts))
    yield from (i for i in range(tool, len(texts)) if not ATTACHED.fullmatch(texts[i]))


def _is_documents(text: str) -> bool:
    """Whether a line can only be the document's: it is numbered, or ends as statements do."""
    return numbered(text) is not None or text.endswith(("。", "；"))
