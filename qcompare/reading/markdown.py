"""Markdown: the text a reader of the rendered page would see, line for line.

Lines stay lines, though a renderer joins those of a paragraph: many authors write a paragraph a line, and
which lines belong together is for repair to say, with its evidence and its log, as in any text. Words that
only some renderers show (what a picture shows, the target of a note) are kept.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from qcompare.reading.html import visible_text

_FENCE = re.compile(r" {0,3}(```|~~~)")
# Lines that a renderer draws or takes as a mark of the line above; —— is not one.
_RULE = re.compile(r" {0,3}(?:=+[ \t]*|(?:-[ \t]*){2,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})")
_DELIMITERS = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_CELL_EDGE = re.compile(r"(?<!\\)\|")
# ##一、 has lost its blank; #1 and #话题# may be the author's.
_HEADING = re.compile(r" {0,3}(?:#{1,6}(?:[ \t]+|$)|#{2,6}(?=[\u3400-\u9fff（(]))")
_COMMENT = re.compile(r"<!--(?s:.*?)-->")
_HTML_TABLE = re.compile(r"<table\b(?s:.*?)</table\s*>", re.IGNORECASE)
# What a link may lead to. Not every bracket behind a bracket is a link: 京发[2018](试行).
_ADDRESS = (
    r"(?=(?:https?:|mailto:|www\.|[./#])|[^\s()]*\.[A-Za-z][A-Za-z0-9]{1,4}[#?)\s])"
    r"[^\s()]*+(?:\([^\s()]*+\)[^\s()]*+)?+"
)
_LINE_BREAK = re.compile(r"<br[ \t]*/?>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#[0-9]{2,7}|#[xX][0-9a-fA-F]{2,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_LABEL = re.compile(
    r" {0,3}\[(?P<label>[^\[\]^]+)\]:[ \t]*(?:<[^<>]*>|(?:https?:|mailto:|www\.|[./#])\S*)"
    r"(?:[ \t]+[\"'(][^\"')]*[\"')])?[ \t]*"
)
_LINK = re.compile(r"\[([^\[\]]+)\](?:\[([^\[\]]*)\])?")
_TAGS = (
    "a|abbr|b|big|blockquote|center|cite|code|dd|del|details|div|dl|dt|em|figcaption|figure|font|h[1-6]|hr|i|img"
    "|ins|kbd|li|mark|o:p|ol|p|pre|q|s|section|small|span|strike|strong|sub|summary|sup|tt|u|ul"
)
# (pattern, replacement): marks that a renderer consumes; the words between them stay. A single * or _ may be
# the author's, and so may __ around a name of a program's.
_MARKS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"^ {0,3}(?:>[ \t]?)+(?![\d=])", ""),  # quotations, but not >95%
        (r"^[ \t]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?", ""),  # bullets, things to do
        (r"(\*{2,3})(?=[^\s*])([^*]*[^\s*])\1", r"\2"),  # strong
        (r"(?<![\w*\\])\*(?=[^\s*])([^*]*[^\s*\\])\*(?![\w*])", r"\1"),  # emphasis, not 2*3 or 带*的
        (r"(?<![\w\\])_(?=[^\s_])(?=[^_]*[^\x00-\x7f])([^_]*[^\s_\\])_(?!\w)", r"\1"),
        (r"(~~|==)(?=[^\s~=])([^~=]*[^\s~=])\1", r"\2"),  # struck out, highlighted
        (r"\[\^([^\[\]\s^]+)\]", r"[\1]"),  # notes
        (r"(?<!\w)__(?=[^\s_])(?=[^_]*[^\x00-\x7f])([^_]*[^\s_])__(?!\w)", r"\1"),
        (rf'!?\[([^\[\]]*)\]\({_ADDRESS}(?:[ \t]+"[^"]*")?\)', r"\1"),  # links and pictures
        (r"<((?:https?|mailto):[^\s<>]*)>", r"\1"),
        (rf"</?(?:{_TAGS})(?:\s[^<>]*)?/?>", ""),
        (r"(?<!`)`([^`]+)`(?!`)", r"\1"),  # code
        (r"(?<!\\)\\$", ""),  # a line that is ended on purpose
        (r"\\([!-/:-@\[-`{-~])", r"\1"),  # escapes
    )
)


def rendered_text(markdown: str) -> str:
    """``markdown`` without its marks, a line for a line; tabs set the cells of a table row apart.

    Only tables in HTML and ``<br>`` change the number of lines.
    """
    lines = _without_blocks(markdown).split("\n")
    return "\n".join(_rendered(lines, _table_rows(lines), _labels(lines)))


def _without_blocks(markdown: str) -> str:
    """Without comments, and with the lines of tables that are written in HTML."""
    for pattern, ends in ((_COMMENT, ("-->",)), (_HTML_TABLE, ("</table>", "</TABLE>"))):
        last = max(markdown.rfind(end) for end in ends) + len(ends[0])  # behind it there is no end to find
        markdown = pattern.sub(_block, markdown[:last]) + markdown[last:]
    return markdown


def _block(found: re.Match[str]) -> str:
    block = found.group()
    return "\n" * block.count("\n") if block.startswith("<!") else f"\n{visible_text(block)}"


def _labels(lines: Sequence[str]) -> frozenset[str]:
    """The labels of links whose addresses stand on lines of their own."""
    found = (_LABEL.fullmatch(line) for line in lines if line.lstrip(" ").startswith("["))
    return frozenset(label["label"].lower() for label in found if label)


def _rendered(lines: Sequence[str], rows: frozenset[int], labels: frozenset[str]) -> Iterator[str]:
    fence = ""
    for i, line in enumerate(lines):
        mark = _FENCE.match(line)
        if mark and fence in ("", mark[1]):
            fence = "" if fence else mark[1]
            yield ""
        elif fence:
            yield line
        elif labels and _LABEL.fullmatch(line):
            yield ""
        else:
            yield _unmarked(_row(line) if i in rows else _LINE_BREAK.sub("\n", line), labels)


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
    return "\t".join(_LINE_BREAK.sub(" ", cell).strip() for cell in cells).rstrip()


def _unmarked(line: str, labels: frozenset[str]) -> str:
    if _RULE.fullmatch(line):
        return ""
    heading = _HEADING.match(line)
    text = _without_closing(line[heading.end() :]) if heading else line
    if labels:
        text = _LINK.sub(lambda link: link[1] if (link[2] or link[1]).lower() in labels else link[0], text)
    for pattern, replacement in _MARKS:
        text = pattern.sub(replacement, text)
    return _ENTITY.sub(lambda entity: html.unescape(entity.group()), text)


def _without_closing(title: str) -> str:
    """A title without the row of # that may close it: not that of C#."""
    bare = title.rstrip().rstrip("#")
    return bare.rstrip() if not bare or bare[-1].isspace() else title.rstrip()
