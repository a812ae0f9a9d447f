"""What every format can show: headings, paragraphs and tables of toned cells.

A view turns a finished value into a Document; a format turns a Document into text. So no format knows
what a comparison is, and no view knows how a bar or a bold word is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Tone = Literal[
    "plain",
    "strong",
    "dim",
    "good",
    "warn",
    "bad",
    "products",
    "engineering",
    "services",
    "environment",
    "economy",
    "foundations",
    "governance",
]


@dataclass(frozen=True, slots=True)
class Cell:
    """Text in a table, after a bold ``lead`` if there is one; ``tone`` is a hint that a format may ignore."""

    text: str
    tone: Tone = "plain"
    lead: str = ""

    @property
    def gap(self) -> str:
        """What stands between lead and text: a blank, unless one is missing or the text begins a new line."""
        return " " if self.lead and self.text and not self.text.startswith("\n") else ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column; ``ratio`` shares out spare width, ``right`` aligns numbers.

    With ratio 0 a column is as wide as its content; in a table too wide for its room at most ``width``
    display columns, if that is given.
    """

    header: str
    ratio: int = 0
    right: bool = False
    width: int = 0


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the document's own."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; ``warn`` paragraphs are banners a reader must not miss."""

    text: str
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Preformatted:
    """Text to be shown as it is, line by line."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells below a header row; ``caption`` stands above.

    In an ``airy`` table a row whose first cell is empty belongs to the row above it, and groups stand apart.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""
    airy: bool = False


Block = Heading | Paragraph | Preformatted | Table


@dataclass(frozen=True, slots=True)
class Document:
    """What is shown, block after block."""

    blocks: tuple[Block, ...]
