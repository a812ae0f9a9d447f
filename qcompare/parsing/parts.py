"""The parts of a page: the notice that covers a plan, the plan itself, its annexes; each numbered anew."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from qcompare.parsing.headings import Heading
from qcompare.parsing.headmatter import Row, is_organ
from qcompare.parsing.lines import Line
from qcompare.parsing.marks import DAY
from qcompare.parsing.titles import Title, in_common, titles

NOTICE = "通知"
_SHARE = 0.8  # of a title's characters stand in that of the notice which hands it on
_LONGEST = 80  # characters of the line that opens an annex
# 附件, 附件2, 附表1-1, 附 件 三：重点任务分工表; not a sentence that speaks of one.
_ANNEX = re.compile(
    r"[（(【\[]?\s*(?P<kind>附\s*[件表录图])\s*(?P<n>[A-Z]|[\d一二三四五六七八九十]{0,3}(?:[-—.．]\d{1,2})?)\s*"
    r"[）)】\]]?\s*(?P<mark>[:：.．、]?)\s*(?P<title>[^。；]*)"
)
# What is attached apart, or not at all, and the list of attachments that begins: 附件：1.…
_NO_ANNEX = re.compile(
    r"(?:[(（]?略|\.(?:docx?|xlsx?|pdf|wps|rar|zip)|下载)\s*\d*[)）]?$|[:：]\s*\d{1,2}\s*[.．、]"
)
_HANDED_ON = re.compile(r".*(?:印发|转发|批转|颁发|发布|公布|下发).*(?:通知|通告|公告|函|命令|令|决定)")
_DAY = re.compile(rf"{DAY}.{{0,6}}")
_ISSUED = re.compile(r"[（(]?此件.{0,12}[）)]?|抄\s*送.*|.*印发")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a page: the index of the line that opens it, and what stands before its references."""

    start: int
    label: str


def parts(lines: Sequence[Line], found: Sequence[Heading | None]) -> tuple[Part, ...]:
    """The parts of a page, at least one; the plan itself has no label, nor has a notice without sections."""
    annexes = dict(_annexes(lines))
    named = _titles(lines, found)
    starts = {0: "", **dict.fromkeys(_restarts(named, found), ""), **annexes}
    plan = _plan(named, annexes, found)
    if plan is not None:
        opening = next((i for i in range(max(plan - 2, 0), plan) if i in annexes), plan)
        starts = {i: label for i, label in starts.items() if not opening < i <= plan} | {opening: ""}
        plan = opening
    return tuple(_labelled(starts, plan, found))


def _titles(lines: Sequence[Line], found: Sequence[Heading | None]) -> Sequence[Title]:
    rows = [
        Row(line.text, line.span, heading=heading is not None)
        for line, heading in zip(lines, found, strict=True)
    ]
    return tuple(titles(rows))


def _plan(named: Sequence[Title], annexes: Mapping[int, str], found: Sequence[Heading | None]) -> int | None:
    """The line that opens the plan below the notice that hands it on: its title, else the first annex."""
    notice = next((title for title in named if _HANDED_ON.fullmatch(title.text)), None)
    if notice is None:
        return None
    below = (title for title in named if title.row >= notice.end and not _HANDED_ON.fullmatch(title.text))
    titled = next((title.row for title in below if _is_in(title.key, notice.key)), None)
    first = min(annexes, default=0)
    return first if titled is None and first and not any(found[:first]) else titled


def _is_in(title: str, notice: str) -> bool:
    return in_common(title, notice) >= _SHARE * len(title)


def _restarts(named: Sequence[Title], found: Sequence[Heading | None]) -> Iterator[int]:
    """The titles below which numbering starts again, as that of a second document on the page."""
    numbers = [(i, heading) for i, heading in enumerate(found) if heading]
    top = {heading.rank for _, heading in numbers if heading.rank <= numbers[0][1].rank}
    rows = [i for i, _ in numbers]
    for title in named:
        below = bisect_left(rows, title.end)
        if 0 < below < len(rows) and numbers[below][1].rank in top and numbers[below][1].number in "一1":
            yield title.row


def _annexes(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """The lines that open an annex, each with its label: 附件2."""
    matches = [_annex(line.text) for line in lines]
    for i, match in enumerate(matches):
        if match and not _is_listed(lines, matches, i):
            number = re.sub(r"\s", "", match["n"])
            yield i, re.sub(r"\s", "", match["kind"]) + number


def _annex(text: str) -> re.Match[str] | None:
    match = _ANNEX.fullmatch(text) if len(text) <= _LONGEST and "\t" not in text else None
    if match is None or _NO_ANNEX.search(text):
        return None
    return match if match["n"] or match["title"] or not match["mark"] else None  # 附件： heads a list


def _is_listed(lines: Sequence[Line], matches: Sequence[re.Match[str] | None], i: int) -> bool:
    """Whether a line names an annex in the list that a document ends with."""
    match = matches[i]
    if match is None or not match["title"]:
        return False
    around = (*matches[max(i - 1, 0) : i], *matches[i + 1 : i + 2])
    below = lines[i + 1].text if i + 1 < len(lines) else ""
    return any(around) or not below or _signs(below)


def _signs(text: str) -> bool:
    """Whether a line signs a document off."""
    return bool(is_organ(text) or _DAY.fullmatch(text) or _ISSUED.fullmatch(text))


def _labelled(starts: Mapping[int, str], plan: int | None, found: Sequence[Heading | None]) -> Iterator[Part]:
    """The parts in order; labels that come again are told apart."""
    taken: Counter[str] = Counter()
    for start in sorted(starts):
        label = starts[start]
        if plan is not None and start < plan and any(found[start:plan]):
            label = label or NOTICE
        taken[label] += 1
        yield Part(start, label if not label or taken[label] == 1 else f"{label}#{taken[label]}")
