"""What a document says, taken apart."""

from __future__ import annotations

from collections.abc import Iterator

from qcompare.rendering import table
from qcompare.rendering.document import Document, Heading, Paragraph, Table


def printed(document: Document, width: int) -> str:
    return table.render(document, width=width, color=False)


def texts(document: Document) -> Iterator[str]:
    for block in document.blocks:
        match block:
            case Table():
                yield from (column.header for column in block.columns)
                yield from (part for row in block.rows for cell in row for part in (cell.lead, cell.text))
            case _:
                yield block.text


def rows(document: Document, heading: str) -> list[list[str]]:
    """The cells of the table under a heading, leads before texts."""
    blocks = document.blocks
    at = next(i for i, block in enumerate(blocks) if isinstance(block, Heading) and block.text == heading)
    found = blocks[at + 1]
    assert isinstance(found, Table)
    return [[f"{cell.lead}{cell.gap}{cell.text}" for cell in row] for row in found.rows]


def paragraphs(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]
