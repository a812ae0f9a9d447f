from __future__ import annotations

from pathlib import Path

import pytest

from qcompare.errors import UnreadableInput
from qcompare.storage.goldtables import read_lines, read_rows

TAB = 'n\ttext\ttopic\n1\t强化“监管”,防范\tx\n\n2\t"双随机"\t\n'
ROWS = [
    (2, {"n": "1", "text": "强化“监管”,防范", "topic": "x"}),
    (4, {"n": "2", "text": "双随机", "topic": ""}),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "gold.tsv"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_what_spreadsheets_save(encoding: str, path: Path) -> None:
    path.write_text(TAB, encoding=encoding)
    assert read_rows(path, ("text", "topic")) == ROWS


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_any_line_ends(end: str, path: Path) -> None:
    path.write_bytes(TAB.replace("\n", end).encode())
    assert read_rows(path, ("text", "topic")) == ROWS


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ('"甲"', "甲"),
        ('"甲""乙"""', '甲"乙"'),
        ('"甲"乙', '"甲"乙'),
        ('"甲"和"乙"', '"甲"和"乙"'),
        ('"', '"'),
        ("'=甲", "=甲"),
        ('"\'-甲，""乙"""', '-甲，"乙"'),
        ("'甲", "'甲"),
        ("  甲\u3000 ", "甲"),
        ("甲\u2028乙\x0b丙", "甲\u2028乙\x0b丙"),
    ],
)
def test_cells_of_tab_separated_text(cell: str, expected: str, path: Path) -> None:
    path.write_text(f"n\ttext\n1\t{cell}\n", encoding="utf-8")
    assert read_rows(path, ("text",)) == [(2, {"n": "1", "text": expected})]


@pytest.mark.parametrize(
    ("cell", "expected", "line"),
    [
        ('"甲,乙"', "甲,乙", 2),
        ('"甲""乙"', '甲"乙', 2),
        ('"甲\n乙"', "甲\n乙", 3),
        ("'-甲", "-甲", 2),
        ("'＝甲", "＝甲", 2),
        ("'甲", "'甲", 2),
        ("'", "'", 2),
    ],
)
def test_cells_of_csv(cell: str, expected: str, line: int, path: Path) -> None:
    path.write_text(f"n,text\n1,{cell}\n", encoding="utf-8-sig")
    assert read_rows(path, ("text",)) == [(line, {"n": "1", "text": expected})]


def test_semicolons_where_there_are_more_of_them_than_commas(path: Path) -> None:
    path.write_text('n;text;topic\n1;\'=甲,乙;x\n2;"丙;丁";\n', encoding="gb18030")
    assert read_rows(path, ("text", "topic")) == [
        (2, {"n": "1", "text": "=甲,乙", "topic": "x"}),
        (3, {"n": "2", "text": "丙;丁", "topic": ""}),
    ]


@pytest.mark.parametrize("header", ["N,TEXT", "n,Text", " N\tText "])
def test_columns_are_named_in_any_case(header: str, path: Path) -> None:
    path.write_text(f"{header}\n" + header.replace("N", "1").replace("n", "1") + "\n", encoding="utf-8")
    ((_, row),) = read_rows(path, ("text", "n"))
    assert (list(row), row["n"]) == (["n", "text"], "1")


def test_short_and_long_rows(path: Path) -> None:
    path.write_text("n,text\n1\n2,甲,乙\n", encoding="utf-8")
    assert read_rows(path, ("n",)) == [(2, {"n": "1", "text": ""}), (3, {"n": "2", "text": "甲"})]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("N,Satz\n1,甲\n", "has no column text and none topic: its first line names N, Satz"),
        ("", "has no column text and none topic: it is empty"),
        ("\n甲\n", "has no column text and none topic: it is empty"),
        ("n,text\n1,甲\n", "has no column topic: its first line names n, text"),
        ('text,topic\n"甲,x\n', "is no table: unexpected end of data"),
    ],
)
def test_what_is_no_such_table(text: str, complaint: str, path: Path) -> None:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableInput) as raised:
        read_rows(path, ("text", "topic"))
    assert raised.value.message == f"{path} {complaint}"
    assert raised.value.hint


def test_bytes_that_are_no_text(path: Path) -> None:
    path.write_bytes(b"text\ttopic\n\xff\xff\xff")
    with pytest.raises(UnreadableInput, match="neither UTF-8 nor GB18030"):
        read_lines(path)


def test_a_file_that_is_not_there(path: Path) -> None:
    with pytest.raises(UnreadableInput, match="does not exist"):
        read_rows(path, ("text",))
