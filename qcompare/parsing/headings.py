"""Numbered headings: their schemes, their numbers, and where a run-in title ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qcompare.models import Span
from qcompare.parsing.contents import attachments, contents
from qcompare.parsing.lines import Line
from qcompare.parsing.schemes import ARTICLE, Numbered, numbered
from qcompare.parsing.tables import table_rows

TITLE_LIMIT = 45  # characters: a longer first sentence is a sentence

# Where a title can end: not in 2:1, 9:30 or https://; behind a question that is answered on the line.
_STOP = re.compile(r"。|(?<=[？?])(?=\s*[答问]\s*[：:])|(?<!\d)[：:](?!//)|[：:](?!//|\d)")
_BRACKETS = (("《", "》"), ("（", "）"), ("(", ")"))
# A title of no heading: the rest of a sentence, one that measures (…，合格率达到90%), a row of a table,
# a line of a table of contents, a label of the record that a page keeps.
_NO_TITLE = re.compile(
    r".*[，,].*(?:达到|不低于|以上|提高|下降)\D{0,4}\d+(?:\.\d+)?[%％]|.*(?:[，；、,;]|(?:[.．·…]{2}|—{3})\s*\d{0,3})|.*\t.*"
    r"|[【\[]?(?:索\s*引\s*号|发文(?:字号|文号|机关|机构|单位|日期)|(?:成文|发布|公开|生成)日期|主题(?:分类|词)|有\s*效\s*性).*"
)
# Titles that officials' documents share, run into a body that nothing parts from them: 指导思想以……为指导.
_CUSTOMARY = re.compile(
    r"(?:(?:总体|基本|工作|主要|重点|具体|发展|预期)(?:要求|思路|目标|原则|任务|举措|措施)|指导思想|目标任务|总体(?:思路|部署)"
    r"|保障(?:措施|机制)|(?:组织|政策|资金|要素|人才)保障|组织(?:领导|实施)|(?:实施|工作)步骤|(?:任务|职责|责任)分工|基本情况)"
    r"(?=以|坚持|坚决|深入|全面|高举|认真|到?20\d\d|通过|力争|按照|根据|围绕|紧紧|紧扣|牢固|牢牢|切实|聚焦|立足|贯彻|落实"
    r"|为(?:了|进一步|全面|深入)|经过|成立|各[地级区县市部有相])(?=.*[，,])"
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: ``span`` covers number, title and the mark that ends it, not the run-in body."""

    rank: int
    number: str
    ref: str
    title: str
    span: Span


@dataclass(frozen=True, slots=True)
class Outline:
    """Lines, how each begins, its heading; which are ``rows`` of tables, and which ``listed`` hold none."""

    lines: Sequence[Line]
    begun: Sequence[Numbered | None]
    headings: tuple[Heading | None, ...]
    rows: frozenset[int]
    listed: frozenset[int]


def headings(lines: Sequence[Line]) -> tuple[Heading | None, ...]:
    """For each line the heading that it is or begins with, or None."""
    return outline(lines).headings


def outline(lines: Sequence[Line]) -> Outline:
    """The outline of some lines: rows of tables, contents and lists of attachments hold no headings."""
    begun = [numbered(line.text) for line in lines]
    rows = table_rows(lines, begun)
    listed = rows | contents(lines, begun) | attachments(lines, begun)
    found: list[Heading | None] = []
    for i, (line, this) in enumerate(zip(lines, begun, strict=True)):
        if this is None or i in listed:
            found.append(None)
            continue
        above = begun[i - 1] if i and found[-1] is None else None
        below = begun[i + 1] if i + 1 < len(lines) else this
        found.append(_heading(line, this, opens=_opens(above, this, below)))
    return Outline(lines, begun, tuple(found), rows, listed)


def _opens(above: Numbered | None, this: Numbered, below: Numbered | None) -> bool:
    """Whether a line that is one whole sentence can be a title, with its body on the line below.

    That is unnumbered or of a lower scheme; and the line is not the last of a list of such sentences, nor an
    article. ``above`` is the line above if it is numbered and no heading.
    """
    rank = this.rank
    return rank != ARTICLE and (below is None or below.rank > rank) and (above is None or above.rank != rank)


def _heading(line: Line, this: Numbered, *, opens: bool) -> Heading | None:
    """The heading of a numbered line.

    The title goes up to the first 。 or ： if text follows, else to the end of a line that closes without 。
    or ``opens`` a body; otherwise the line is a sentence of the body.
    """
    rest = line.text[this.rest :]
    stop = _stop(rest)
    customary = _CUSTOMARY.match(rest, 0, (stop.start() if stop else 2 * TITLE_LIMIT) + 1)
    end = customary.end() if customary else stop.end() if stop else len(rest)
    title = rest[: stop.start() if stop and not customary else end].strip()
    whole_sentence = end == len(rest) and rest.endswith("。")
    if not 0 < len(title) < TITLE_LIMIT or _NO_TITLE.fullmatch(title) or (whole_sentence and not opens):
        return None
    span = Span(line.span.start, line.span.start + this.rest + end)
    return Heading(this.rank, this.number, this.ref, title, span)


def _stop(rest: str) -> re.Match[str] | None:
    """The mark that ends a title: the first that stands in no bracket."""
    stops = _STOP.finditer(rest, 0, 2 * TITLE_LIMIT)
    return next((stop for stop in stops if not _in_brackets(rest[: stop.start()])), None)


def _in_brackets(text: str) -> bool:
    return any(text.count(opening) > text.count(closing) for opening, closing in _BRACKETS)
