"""Tables that people keep: tab-separated text, or CSV as spreadsheets write it, with commas or semicolons."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from qcompare.errors import UnreadableInput
from qcompare.storage.files import read_bytes

# What a spreadsheet saves as: UTF-8 with or without a byte order mark, its "Unicode text", and, on a Chinese
# desktop, its plain CSV.
_ENCODINGS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"": "utf-8-sig"}
_LAST = "gb18030"
_RUN = "=+-@\t\r＝＋－＠"  # before these our CSV puts an apostrophe, lest a spreadsheet run the cell

Row = tuple[int, Mapping[str, str]]  # line in the file, cells by column


def read_lines(path: Path) -> list[str]:
    """The lines of a file that a person keeps, with their ends. Raises UnreadableInput."""
    return list(io.StringIO(_text(path), newline=None))


def _text(path: Path) -> str:
    data = read_bytes(path)
    encoding = next(name for mark, name in _ENCODINGS.items() if data.startswith(mark))
    for each in (encoding, _LAST):
        try:
            return data.decode(each)
        except UnicodeDecodeError:
            continue
    raise UnreadableInput(f"{path} is neither UTF-8 nor GB18030", "Save it as UTF-8.")


def read_rows(path: Path, required: Sequence[str]) -> list[Row]:
    """The rows of a table whose first line names its columns, these among them. Raises UnreadableInput.

    Names of columns may be in any case, those that come back are in small letters. A tab in the first line
    makes the table tab-separated: then a quotation mark is a character like any other, unless it encloses
    the cell. More semicolons than commas there make it semicolon-separated. Cells come without the white
    space around them and the apostrophe that protects them; empty rows are left out.
    """
    try:
        (_, named), *lines = _cells(read_lines(path)) or [(1, [])]
    except csv.Error as error:
        raise UnreadableInput(
            f"{path} is no table: {error}", "Save it as CSV or tab-separated text."
        ) from None
    header = [name.casefold() for name in named]
    missing = [name for name in required if name not in header]
    if missing:
        there = f"its first line names {', '.join(named)}" if any(named) else "it is empty"
        raise UnreadableInput(
            f"{path} has no column {' and none '.join(missing)}: {there}",
            f"Name the columns in the first line: {', '.join(required)}.",
        )
    rows = ((line, dict(zip(header, cells, strict=False))) for line, cells in lines if any(cells))
    return [(line, {name: row.get(name, "") for name in header}) for line, row in rows]


def _cells(lines: Sequence[str]) -> list[tuple[int, list[str]]]:
    """Each row with the number of its last line."""
    if lines and "\t" in lines[0]:
        split = (line.split("\t") for line in lines)
        return [
            (n, [_unguarded(_unquoted(cell.strip())) for cell in cells]) for n, cells in enumerate(split, 1)
        ]
    separator = ";" if lines and lines[0].count(";") > lines[0].count(",") else ","
    reader = csv.reader(lines, delimiter=separator, strict=True)
    return [(reader.line_num, [_unguarded(cell.strip()) for cell in cells]) for cells in reader]


def _unquoted(cell: str) -> str:
    """A cell that a spreadsheet put in quotation marks, which it doubles inside."""
    inner = cell[1:-1].replace('""', "")
    quoted = len(cell) > 1 and cell[0] == cell[-1] == '"' and '"' not in inner
    return cell[1:-1].replace('""', '"') if quoted else cell


def _unguarded(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:2] in _RUN and len(cell) > 1 else cell
