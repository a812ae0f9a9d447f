"""A story, which is the text or a note: its paragraphs and tables as lines."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from qcompare.reading.tables import Cell, row_lines
from qcompare.reading.word.numbering import Counting, with_number
from qcompare.reading.word.paragraphs import inline
from qcompare.reading.word.styles import Styles
from qcompare.reading.word.xmltree import Node


@dataclass(frozen=True, slots=True)
class _Waiting:
    """What goes before the next paragraph, as the mark that ended it is hidden or deleted.

    ``head`` with its number goes before the next one's, ``text`` behind it.
    """

    head: str = ""
    text: str = ""
    boxes: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """What it takes to read a story; ``mark`` gives what stands for a reference to a note."""

    styles: Styles
    counting: Counting
    mark: Callable[[Node], str]

    def lines(self, nodes: Iterable[Node]) -> Iterator[str]:
        """The lines of paragraphs, tables and text boxes; a blank one for an empty paragraph."""
        waiting = _Waiting()
        for node in nodes:
            if node.tag == "w:p":
                waiting = yield from self._paragraph(node, waiting)
            elif node.tag in ("w:tbl", "w:txbxContent", "v:textpath"):
                yield from self._flushed(waiting)
                waiting = _Waiting()
                yield from self._table(node) if node.tag == "w:tbl" else self._box(node)
        yield from self._flushed(waiting)

    def _paragraph(self, node: Node, before: _Waiting) -> Generator[str, None, _Waiting]:
        """The lines of a paragraph and its text boxes; or it waits."""
        properties = node.at("w:pPr")
        style_id = (properties.value("w:pStyle") if properties else None) or self.styles.default
        found = inline(node, style_id, self.styles, self.mark)
        text, boxes = before.text + found.text, before.boxes + found.boxes
        end = properties.at("w:rPr") if properties else None
        if end and (end.at("w:del") or end.at("w:moveFrom")):
            return _Waiting(before.head, text, boxes)
        hidden = end.switch("w:vanish") if end else None
        hidden = self.styles.hides(style_id) if hidden is None else hidden
        if hidden and not text.strip():
            return _Waiting(before.head, text, boxes)
        line = with_number(*self.counting.number(properties, style_id), text.strip())
        if hidden:
            return _Waiting(before.head + line, "", boxes)
        yield from (each.strip() for each in (before.head + line).split("\n"))
        for box in boxes:
            yield from self._box(box)
        return _Waiting()

    def _flushed(self, waiting: _Waiting) -> Iterator[str]:
        """What waits, where no paragraph follows that it could join."""
        if rest := (waiting.head + waiting.text).strip():
            yield rest
        for box in waiting.boxes:
            yield from self._box(box)

    def _box(self, box: Node) -> Iterator[str]:
        if box.tag == "v:textpath":  # letters drawn along a line
            yield box.attributes.get("string", "").strip()
        else:
            yield from self.lines(box.elements)

    def _table(self, table: Node) -> Iterator[str]:
        """The rows that are shown: not the deleted ones, nor hidden ones."""
        shown = (row for row in table.all("w:tr") if not _is_gone(row))
        rows = [list(_columns(row)) for row in shown]
        yield from row_lines(
            [
                [self._cell(cell, reach[column]) for column, cell in row if reach[column]]
                for row, reach in zip(rows, _reaches(rows), strict=True)
            ]
        )

    def _cell(self, node: Node, down: int) -> Cell:
        lines = [line for line in self.lines(node.elements) if line]
        return Cell(lines, _width(node), down, node.at("w:tbl") is not None)


def _is_gone(row: Node) -> bool:
    return row.at("w:trPr", "w:del") is not None or row.switch("w:trPr", "w:hidden") is True


def _columns(row: Node) -> Iterator[tuple[int, Node]]:
    """The cells of a row that are not deleted, each with its first column; an empty one for an indent."""
    column = row.number("w:trPr", "w:gridBefore") or 0
    if column:
        indent = Node("w:gridSpan", {"val": str(column)})
        yield 0, Node("w:tc", {}, [Node("w:tcPr", {}, [indent])])
    for cell in row.all("w:tc"):
        if cell.at("w:tcPr", "w:cellDel") is None:
            yield column, cell
        column += _width(cell)


def _width(cell: Node) -> int:
    return cell.number("w:tcPr", "w:gridSpan") or 1


def _reaches(rows: Iterable[Sequence[tuple[int, Node]]]) -> Iterable[Mapping[int, int]]:
    """How many rows each cell reaches down, by row and column: none for what lies under another, unseen."""
    reaches: list[dict[int, int]] = []
    above: dict[int, dict[int, int]] = {}  # the row that a merged cell of the last row begins in
    for row in rows:
        own, merged = {}, {}
        for column, cell in row:
            merge = cell.at("w:tcPr", "w:vMerge")
            lies_under = merge and merge.attributes.get("val") != "restart" and column in above
            own[column] = 0 if lies_under else 1
            if lies_under:
                above[column][column] += 1
            if merge:
                merged[column] = above[column] if lies_under else own
        reaches.append(own)
        above = merged
    return reaches
