"""Markdown: the text a reader of the rendered page would see, line for line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_FENCE = re.compile(r" {0,3}(```|~~~)")
# Lines that a renderer draws or takes as a mark of the line above; —— is not one.
_RULE = re.compile(r" {0,3}(?:=+[ \t]*|(?:-[ \t]*){2,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})")
_DELIMITERS = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_CELL_EDGE = re.compile(r"(?<!\\)\|")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+|$)")
# What a link may lead to. Not every bracket behind a bracket is a link: 京发[2018](试行).
_ADDRESS = r"(?=(?:https?:|mailto:|www\.|[./#])|[^\s()]*\.[A-Za-z][A-Za-z0-9]{1,4}[#?)\s])[^\s()]*"
# (pattern, replacement): marks that a renderer consumes; the words between them stay. A single * or _ may be
# the author's, and so may __ around a name of a program's.
_MARKS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"^ {0,3}(?:>[ \t]?)+(?![\d=])", ""),  # quotations, but not >95%
        (r"^[ \t]*[-*+][ \t]+", ""),  # bullets
        (r"(\*{2,3})(?=[^\s*])([^*]*[^\s*])\1", r"\2"),  # strong
        (r"(?<!\w)__(?=[^\s_])(?=[^_]*[^\x00-\x7f])([^_]*[^\s_])__(?!\w)", r"\1"),
        (rf'!?\[([^\[\]]*)\]\({_ADDRESS}(?:[ \t]+"[^"]*")?\)', r"\1"),  # links and pictures
        (r"<((?:https?|mailto):[^\s<>]*)>", r"\1"),
        (r"(?<!`)`([^`]+)`(?!`)", r"\1"),  # code
        (r"\\([\\`*_{}\[\]()#+\-.!|>~])", r"\1"),  # escapes
    )
)


def rendered_text(markdown: str) -> str:
    """``markdown`` without its marks, as many lines as before; tabs set the cells of a table row apart."""
    lines = markdown.split("\n")
    rows = _table_rows(lines)
    return "\n".join(_rendered(lines, rows))


def _rendered(lines: Sequence[str], rows: frozenset[int]) -> Iterator[str]:
    fence = ""
    for i, line in enumerate(lines):
        mark = _FENCE.match(line)
        if mark and fence in ("", mark[1]):
            fence = "" if fence else mark[1]
            yield ""
        elif fence:
            yield line
        else:
            yield _unmarked(_row(line) if i in rows else line)


def _table_rows(lines: Sequence[str]) -> frozenset[int]:
    """The lines of tables: one above each line of delimiters, and those below it, while they have cells."""
    rows: set[int] = set()
    for i, line in enumerate(lines):
        header = i + 1 < len(lines) and "|" in lines[i + 1] and _DELIMITERS.fullmatch(lines[i + 1])
        if "|" in line and (header or i - 1 in rows):
            rows.add(i)
    return frozenset(rows)


def _row(line: str) -> str:
    if _DELIMITERS.fullmatch(line):
        return ""
    cells = _CELL_EDGE.split(line.strip().removeprefix("|").removesuffix("|"))
    return "\t".join(cell.strip() for cell in cells)


def _unmarked(line: str) -> str:
    if _RULE.fullmatch(line):
        return ""
    heading = _HEADING.match(line)
    text = _without_closing(line[heading.end() :]) if heading else line
    for pattern, replacement in _MARKS:
        text = pattern.sub(replacement, text)
    return text


def _without_closing(title: str) -> str:
    """A title without the row of # that may close it: not that of C#."""
    bare = title.rstrip().rstrip("#")
    return bare.rstrip() if not bare or bare[-1].isspace() else title.rstrip()
