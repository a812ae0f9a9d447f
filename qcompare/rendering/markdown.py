"""A Document as GitHub-flavoured Markdown, in which every text reads back as it was."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qcompare.rendering.document import Block, Cell, Document, Heading, Paragraph, Preformatted, Table, Tone
from qcompare.rendering.visible import visible

_SPECIAL = str.maketrans({character: f"\\{character}" for character in r"\`*_[]<>#|~&$"})
_OPENER = re.compile(
    r"^(\d{0,9})(?=[-+.)](?:\s|$)|[-=]+\s*$)"
)  # before what makes a list item or an underline
_FENCE = re.compile(r"`{3,}")
_BOLD: frozenset[Tone] = frozenset({"strong", "warn", "bad"})


def render(document: Document) -> str:
    """The document as Markdown; line ends inside a text become ``<br>``."""
    return "\n\n".join(_written(block) for block in document.blocks) + "\n"


def escaped(text: str) -> str:
    """``text`` as it must be written to be read as plain text, at the start of a line or in a table cell."""
    return "<br>".join(_escaped_line(line) for line in visible(text).split("\n"))


def _escaped_line(line: str) -> str:
    return _OPENER.sub(r"\1\\", line.translate(_SPECIAL).strip())


def _written(block: Block) -> str:
    match block:
        case Heading(level=level, text=text):
            return f"{'#' * level} {escaped(text)}"
        case Paragraph(text=text, tone=tone):
            return f"> {_toned(text, tone)}" if tone in ("warn", "bad") else _toned(text, tone)
        case Preformatted(text=text):
            return _fenced(visible(text))
        case Table():
            return _table(block)


def _fenced(text: str) -> str:
    fence = "`" * max(3, 1 + max(map(len, _FENCE.findall(text)), default=2))
    return f"{fence}\n{text}\n{fence}"


def _table(table: Table) -> str:
    lines = [
        _row(escaped(column.header) for column in table.columns),
        _row("--:" if column.right else "---" for column in table.columns),
        *(_row(_cell(cell) for cell in row) for row in table.rows),
    ]
    caption = [f"{_toned(table.caption, 'strong')}\n"] if table.caption else []
    return "\n".join([*caption, *lines])


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    return f"{_toned(cell.lead, 'strong')}{cell.gap}{_toned(cell.text, cell.tone)}"


def _toned(text: str, tone: Tone) -> str:
    """Bold for what must stand out: colours do not travel."""
    written = escaped(text)
    return f"**{written}**" if written and tone in _BOLD else written
