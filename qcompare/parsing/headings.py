"""Numbered headings: their schemes, their numbers, and where a run-in title ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qcompare.models import Span
from qcompare.parsing.lines import Line

TITLE_LIMIT = 45  # characters: a longer first sentence is a sentence

_HAN = "[一二三四五六七八九十百零〇]{1,6}"


@dataclass(frozen=True, slots=True)
class Scheme:
    """A way of numbering; a lower ``rank`` stands above, ``ref`` frames the number in a reference."""

    rank: int
    pattern: re.Pattern[str]
    ref: str


ARTICLE, DECIMAL = 5, 8  # the ranks of 第一条 and of 1.
_SCHEMES = tuple(
    Scheme(rank, re.compile(pattern), ref)
    for rank, pattern, ref in (
        (1, rf"第\s*(?P<n>{_HAN}|\d{{1,2}})\s*编[、.\s]*", "第{}编"),
        (2, rf"第\s*(?P<n>{_HAN}|\d{{1,2}})\s*部分[、.\s]*", "第{}部分"),
        (3, rf"第\s*(?P<n>{_HAN}|\d{{1,2}})\s*章[、.\s]*", "第{}章"),
        (4, rf"第\s*(?P<n>{_HAN}|\d{{1,2}})\s*节[、.\s]*", "第{}节"),
        (ARTICLE, rf"第\s*(?P<n>{_HAN}|\d{{1,3}})\s*条[、.\s]*", "第{}条"),
        # not 一、二、三产业融合, 二、三产业, 一、二类 or 三、四季度; but 二、一期工程
        (6, rf"(?P<n>{_HAN})\s*[、.．]\s*+(?!一是|(?!一){_HAN}[、类级等是者线期产号季月审])", "{}"),
        (7, rf"[（(]\s*(?P<n>{_HAN})\s*[）)]\s*[、.．]?\s*", "({})"),
        # not 1.5倍, 3.15晚会, 1.1 or 3、5号楼; but 1.2018年 and 1. 5个项目
        (DECIMAL, r"(?P<n>\d{1,3})\s*[.．、](?:\s+|(?!\d)|(?=\d{4}年|[3-6]G))", "{}"),
        (9, r"[（(]\s*(?P<n>\d{1,3})\s*[）)]\s*[、.．]?\s*", "({})"),
        (10, r"(?P<n>[①-⑳❶-❿⓫-⓴])\s*[、.．]?\s*", "{}"),
    )
)
# Where a title can end: not in 2:1, 9:30 or https://.
_STOP = re.compile(r"。|(?<!\d)[：:](?!//)|[：:](?!//|\d)")
_BRACKETS = (("《", "》"), ("（", "）"), ("(", ")"))
# A title of no heading: the rest of a sentence, a row of a table, a line of a table of contents.
_NO_TITLE = re.compile(r".*(?:[，；、,;]|(?:[.．·…]{2}|—{3})\s*\d{0,3})|.*\t.*")
_ATTACHMENTS = re.compile(r"附\s*件\s*[:：]")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: ``span`` covers number, title and the mark that ends it, not the run-in body."""

    rank: int
    number: str
    ref: str
    title: str
    span: Span


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line that begins with a number: its scheme, the number and where the rest begins."""

    scheme: Scheme
    number: str
    rest: int


def headings(lines: Sequence[Line]) -> tuple[Heading | None, ...]:
    """For each line the heading that it is or begins with, or None."""
    begun = [numbered(line.text) for line in lines]
    listed = _attachments(lines, begun)
    found: list[Heading | None] = []
    for i, (line, this) in enumerate(zip(lines, begun, strict=True)):
        if this is None or i in listed:
            found.append(None)
            continue
        above = begun[i - 1] if i and found[-1] is None else None
        below = begun[i + 1] if i + 1 < len(lines) else this
        found.append(_heading(line, this, opens=_opens(above, this, below)))
    return tuple(found)


def numbered(text: str) -> Numbered | None:
    """How a line begins: with the number of a heading, be it one or not, and something behind it."""
    matches = ((scheme, scheme.pattern.match(text)) for scheme in _SCHEMES)
    return next((Numbered(s, m["n"], m.end()) for s, m in matches if m and m.end() < len(text)), None)


def _attachments(lines: Sequence[Line], begun: Sequence[Numbered | None]) -> frozenset[int]:
    """The lines that go on with a list of attachments: 附件：1.… and below it 2.…"""
    listed: set[int] = set()
    for i, this in enumerate(begun):
        goes_on = i - 1 in listed or (i > 0 and _ATTACHMENTS.match(lines[i - 1].text))
        if goes_on and this and this.scheme.rank == DECIMAL:
            listed.add(i)
    return frozenset(listed)


def _opens(above: Numbered | None, this: Numbered, below: Numbered | None) -> bool:
    """Whether a line that is one whole sentence can be a title, with its body on the line below.

    That is unnumbered or of a lower scheme; and the line is not the last of a list of such sentences, nor an
    article. ``above`` is the line above if it is numbered and no heading.
    """
    rank = this.scheme.rank
    return (
        rank != ARTICLE
        and (below is None or below.scheme.rank > rank)
        and (above is None or above.scheme.rank != rank)
    )


def _heading(line: Line, this: Numbered, *, opens: bool) -> Heading | None:
    """The heading of a numbered line.

    The title goes up to the first 。 or ： if text follows, else to the end of a line that closes without 。
    or ``opens`` a body; otherwise the line is a sentence of the body.
    """
    rest = line.text[this.rest :]
    stop = _stop(rest)
    end = stop.end() if stop else len(rest)
    title = rest[: stop.start() if stop else end].strip()
    whole_sentence = stop is not None and stop.group() == "。" and end == len(rest)
    if not 0 < len(title) < TITLE_LIMIT or _NO_TITLE.fullmatch(title) or (whole_sentence and not opens):
        return None
    span = Span(line.span.start, line.span.start + this.rest + end)
    return Heading(this.scheme.rank, this.number, this.scheme.ref.format(this.number), title, span)


def _stop(rest: str) -> re.Match[str] | None:
    """The mark that ends a title: the first that stands in no bracket."""
    stops = _STOP.finditer(rest, 0, 2 * TITLE_LIMIT)
    return next((stop for stop in stops if not _in_brackets(rest[: stop.start()])), None)


def _in_brackets(text: str) -> bool:
    return any(text.count(opening) > text.count(closing) for opening, closing in _BRACKETS)
