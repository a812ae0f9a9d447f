"""CSV is read back with the standard library's reader."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.rendering.csvout import Value, render
from qcompare.rendering.visible import visible


def read(text: str) -> list[list[str]]:
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline="")))


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("质量", "质量"),
        ('a,"b"\nc', 'a,"b"\nc'),
        ("=1+1", "'=1+1"),
        ("+86", "'+86"),
        ("-3", "'-3"),
        ("@x", "'@x"),
        ("＝1", "'＝1"),
        ("\t=1", "' =1"),
        ("\x1b[2J\u202e", "␛[2J⟨U+202E⟩"),
        (-3, "-3"),
        (0.25, "0.25"),
        (True, "true"),
        (None, ""),
        ("", ""),
    ],
)
def test_a_cell_reads_back_as_text(value: Value, cell: str) -> None:
    assert read(render(["h", "i"], [[value, "x"]])) == [["h", "i"], [cell, "x"]]


@given(st.lists(st.tuples(st.text(), st.text()), max_size=5))
def test_rows_and_columns_stay_in_step(rows: list[tuple[str, str]]) -> None:
    found = read(render(["a", "b"], rows))
    assert [len(row) for row in found] == [2] * (len(rows) + 1)
    assert [cell.removeprefix("'") for row in found[1:] for cell in row] == [
        visible(cell).removeprefix("'") for row in rows for cell in row
    ]
