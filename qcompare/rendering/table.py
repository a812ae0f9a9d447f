"""A Document as text for a terminal; loaded only when a table is printed.

Of rich it takes the widths of characters and the codes of styles, not its console and tables: a plan's text
is never read as markup, every cell folds and none is cut, and start-up stays short. Controls are made
visible, so nothing in a plan can command the terminal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from rich.cells import cell_len
from rich.color import ColorSystem
from rich.style import Style

from qcompare.rendering.document import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Paragraph,
    Preformatted,
    Table,
    Tone,
)
from qcompare.rendering.visible import visible
from qcompare.rendering.wrapping import column_widths, wrap

Paint = Callable[[str, str], str]  # a text and a style to what is printed

_STYLES: Mapping[Tone, str] = {
    "plain": "",
    "strong": "bold",
    "dim": "dim",
    "good": "green",
    "warn": "bold yellow",
    "bad": "bold red",
    "products": "cyan",
    "engineering": "yellow",
    "services": "magenta",
    "environment": "green",
    "economy": "bright_blue",
    "foundations": "blue",
    "governance": "bright_magenta",
}
_BOLD = "bold"
_GAP = "  "  # between columns


def render(document: Document, *, width: int, color: bool) -> str:
    """The document in lines of at most ``width`` display columns; terminal codes only with ``color``."""
    paint = _colored if color else _plain
    lines = [line.rstrip() for block in document.blocks for line in _drawn(block, width, paint)]
    return "\n".join(lines).strip("\n") + "\n"


def _colored(text: str, style: str) -> str:
    return Style.parse(style).render(text, color_system=ColorSystem.STANDARD)


def _plain(text: str, _style: str) -> str:
    return text


def _drawn(block: Block, width: int, paint: Paint) -> Iterator[str]:
    match block:
        case Heading():
            yield from ("", *(paint(line, _BOLD) for line in _heading(block, width)))
        case Paragraph(text=text, tone=tone):
            marked = f"! {text}" if tone in ("warn", "bad") else text
            yield from (paint(line, _STYLES[tone]) for line in wrap(visible(marked), width))
        case Preformatted(text=text):
            yield from wrap(visible(text), width)
        case Table():
            yield from _table(block, width, paint)


def _heading(heading: Heading, width: int) -> list[str]:
    """Of level 2 with a rule, for those who see no bold."""
    if heading.level != 2:
        return wrap(visible(heading.text), width)
    *above, last = wrap(visible(heading.text), width - 4)
    return [*above, f"── {last} {'─' * (width - 4 - cell_len(last))}"]


def _table(table: Table, width: int, paint: Paint) -> Iterator[str]:
    room = width - len(_GAP) * (len(table.columns) - 1)
    widths = column_widths(room, _wants(table, room), [column.ratio for column in table.columns])
    header = [Cell("", lead=column.header) for column in table.columns]
    yield from (paint(line, _BOLD) for line in wrap(visible(table.caption), width) if line)
    yield from _row(header, table.columns, widths, paint)
    yield "─" * min(width, sum(widths) + len(_GAP) * (len(widths) - 1))
    for number, row in enumerate(table.rows):
        if table.airy and number and (row[0].text or row[0].lead):
            yield ""
        yield from _row(row, table.columns, widths, paint)


def _wants(table: Table, room: int) -> list[int]:
    """The widths at which no text would fold, within the columns' own limits if that is too much."""
    header = [column.header for column in table.columns]
    columns = zip(header, *([_joined(cell) for cell in row] for row in table.rows), strict=True)
    widest = [max(map(cell_len, visible("\n".join(texts)).split("\n"))) for texts in columns]
    if sum(widest) <= room:
        return widest
    return [min(want, column.width or want) for want, column in zip(widest, table.columns, strict=True)]


def _row(
    row: Sequence[Cell], columns: Sequence[Column], widths: Sequence[int], paint: Paint
) -> Iterator[str]:
    """The lines of a row, each cell folded to its column."""
    folded = [wrap(visible(_joined(cell)), width) for cell, width in zip(row, widths, strict=True)]
    height = max(map(len, folded))
    drawn = [
        _padded(cell, [*lines, *[""] * (height - len(lines))], width, paint, right=column.right)
        for cell, lines, column, width in zip(row, folded, columns, widths, strict=True)
    ]
    return (_GAP.join(parts) for parts in zip(*drawn, strict=True))


def _padded(cell: Cell, lines: Sequence[str], width: int, paint: Paint, *, right: bool) -> Iterator[str]:
    """The lines of a cell in its colours, as wide as its column; the lead is bold, however it is folded."""
    style = _STYLES[cell.tone]
    bold = sum(not character.isspace() for character in visible(cell.lead))
    for line in lines:
        end = _end(line, bold)
        bold -= sum(not character.isspace() for character in line[:end])
        blanks = " " * (width - cell_len(line))
        painted = paint(line[:end], f"{_BOLD} {style}") + paint(line[end:], style)
        yield blanks + painted if right else painted + blanks


def _end(line: str, wanted: int) -> int:
    """Where the first ``wanted`` characters of a line end, white space not counted."""
    seen = 0
    for position, character in enumerate(line):
        if seen == wanted:
            return position
        seen += not character.isspace()
    return len(line)


def _joined(cell: Cell) -> str:
    return f"{cell.lead}{cell.gap}{cell.text}"
