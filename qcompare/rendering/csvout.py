"""Rows as CSV that spreadsheets open right: UTF-8 with a byte order mark, no cell that they would run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from qcompare.rendering.visible import visible

Value = str | int | float | bool | None
Sheet = tuple[Sequence[str], Iterable[Sequence[Value]]]  # header and rows

_BOM = "\ufeff"
# What a spreadsheet takes for a formula (OWASP, "CSV Injection"). The full-width signs are taken so too.
_RUN = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def render(header: Sequence[str], rows: Iterable[Sequence[Value]]) -> str:
    """The table as CSV (RFC 4180, but with plain line ends) after a byte order mark.

    A text that a spreadsheet would run is prefixed with ``'``; numbers are written as they are, None as an
    empty cell.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([_written(value) for value in row] for row in rows)
    return _BOM + out.getvalue()


def _written(value: Value) -> str | int | float | None:
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, str):
        return value
    shown = visible(value)
    return f"'{shown}" if value.startswith(_RUN) else shown
