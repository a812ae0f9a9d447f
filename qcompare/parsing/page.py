"""A page as metadata looks at it: its rows, those ahead of the body, its text, its record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qcompare.models import Section, Unit
from qcompare.parsing.headmatter import Record, Row, head_of, read_record, rows_of


@dataclass(frozen=True, slots=True)
class Page:
    """``head`` are the ``rows`` ahead of the first heading; ``body`` is the text without furniture.

    ``begun`` is the first row of the head that is a sentence, or None.
    """

    rows: tuple[Row, ...]
    head: tuple[Row, ...]
    body: str
    record: Record
    begun: int | None


def page_of(text: str, units: Sequence[Unit], sections: Sequence[Section]) -> Page:
    """The page of a cleaned text that was cut into ``units`` and ``sections``."""
    rows = rows_of(text, units, sections)
    head = head_of(rows, sections)
    body = "\n".join(row.text for row in rows if not row.chrome)
    begun = next((i for i, row in enumerate(head) if not row.chrome and "。" in row.text), None)
    return Page(rows, head, body, read_record(rows), begun)
