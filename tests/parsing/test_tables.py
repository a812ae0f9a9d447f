"""Tables: which lines are rows, however their cells are parted."""

from __future__ import annotations

import pytest

from qcompare.parsing.lines import lines_of
from qcompare.parsing.schemes import numbered
from qcompare.parsing.tables import table_rows


def _rows(text: str) -> list[int]:
    lines = tuple(lines_of(text))
    return sorted(table_rows(lines, [numbered(line.text) for line in lines]))


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        # tabs
        ("序号\t指标\n1\t合格率\n一、\t产品\t96%\n正文", [0, 1, 2]),
        ("1.合格率\t96%", [0]),
        ("一、总体要求\t3", [0]),
        # bars, of any kind
        ("| 1 | 合格率 |\n甲｜乙｜丙\n甲 | 乙", [0, 1]),
        # wide blanks, in at least two lines of short cells
        ("指标   2020年   2022年\n合格率   94%   96%\n正文", [0, 1]),
        ("指标   2020年   2022年\n正文", []),
        ("甲   乙。   丙\n丁   戊。   己", []),
        # a number with only a tab behind it is a row beside rows
        ("1.\t开展抽查\n2.\t开展攻关", []),
        ("序号\t任务\n1.\t开展抽查\n2.\t开展攻关\n正文", [0, 1, 2]),
        ("（一）总体目标。\t到2025年，质量提升。", []),
        # a cell over the whole width of the table
        ("1\t甲\t乙\n一、产品质量\n2\t丙\t丁", [0, 1, 2]),
        ("1\t甲\t乙\n一、产品质量\n（一）抽查\n2\t丙\t丁", [0, 1, 2, 3]),
        # headings between two tables, or around one
        ("1\t甲\t乙\n二、工程质量\n序号\t丙\t丁", [0, 2]),
        ("1\t甲\t乙\n二、工程质量\n抓好落实。\n2\t丙\t丁", [0, 3]),
        ("一、产品质量\n1\t甲\t乙\n二、工程质量", [1]),
        ("", []),
    ],
)
def test_which_lines_are_rows(text: str, rows: list[int]) -> None:
    assert _rows(text) == rows
