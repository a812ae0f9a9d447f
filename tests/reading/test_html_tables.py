"""Tables of pages: rows of data are lines, tables for the layout keep theirs, spans keep their columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.reading.tables import Cell, row_lines


def _row(*cells: str) -> list[Cell]:
    """Cells as ``行/行*2x3``: lines parted by ``/``, columns and rows that are spanned."""
    return [_cell(*cell.partition("*")) for cell in cells]


def _cell(text: str, _: str, span: str) -> Cell:
    across, _, down = span.partition("x")
    return Cell(tuple(filter(None, text.split("/"))), int(across or 1), int(down or 1))


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        ([], []),
        ([[]], []),
        ([_row("", "")], []),
        # data
        ([_row("指标", "目标"), _row("合格率", "96%")], ["指标\t目标", "合格率\t96%"]),
        ([_row("指标", "目标", ""), _row("", "", "96%")], ["指标\t目标", "96%"]),  # too little to be data
        ([_row("甲", "乙", ""), _row("丙", "丁", ""), _row("", "戊", "")], ["甲\t乙", "丙\t丁", "\t戊"]),
        # a cell of several lines stays in its row; a word that is written downwards stays a word
        (
            [_row("序/号", "责任/单位"), _row("1", "市发改委/市经信局")],
            ["序号\t责任 单位", "1\t市发改委 市经信局"],
        ),
        ([_row("质/量/提/升", "a/b"), _row("1", "2/3")], ["质量提升\ta b", "1\t2 3"]),
        # spans: text once, the other places empty
        (
            [_row("类别*1x2", "指标*1x2", "目标*2", "单位*1x2"), _row("2025年", "2027年"), _row("产品")],
            ["类别\t指标\t目标\t\t单位", "\t\t2025年\t2027年", "产品"],
        ),
        (
            [_row("产品*1x2", "合格率", "96%"), _row("商标", "2万件"), _row("服务", "满意度", "85分")],
            ["产品\t合格率\t96%", "\t商标\t2万件", "服务\t满意度\t85分"],
        ),
        ([_row("甲*1x9", "乙"), _row("丙"), _row("丁")], ["甲\t乙", "\t丙", "\t丁"]),
        # below a span a cell is not alone
        ([_row("甲*1x2", "乙"), _row("丙一/丁二")], ["甲\t乙", "\t丙一 丁二"]),
        ([_row("甲*2", "乙"), _row("一", "二", "三"), _row("合计*3")], ["甲\t\t乙", "一\t二\t三", "合计"]),
        ([_row("甲*1000", "乙"), _row("丙", "丁")], ["甲\t乙", "丙\t丁"]),
        # a row of one cell in a table of data keeps its lines
        (
            [_row("甲", "乙"), _row("丙", "丁"), _row("注：一/注：二*2")],
            ["甲\t乙", "丙\t丁", "注：一", "注：二"],
        ),
        # for the layout: one row, one column, or a cell that is most of the table
        ([_row("甲/乙", "丙", "丁")], ["甲", "乙", "丙\t丁"]),
        ([_row("题"), _row("一/二"), _row("三")], ["题", "一", "二", "三"]),
        (
            [_row("首页", "搜索"), _row("目录/一", "正文甲/正文乙/正文丙/正文丁")],
            ["首页\t搜索", "目录", "一", "正文甲", "正文乙", "正文丙", "正文丁"],
        ),
        (
            [_row("首页", "搜索"), [Cell(("导航",)), Cell(("表格甲\t乙", "丙\t丁"), has_table=True)]],
            ["首页\t搜索", "导航", "表格甲\t乙", "丙\t丁"],
        ),
    ],
)
def test_the_lines_of_a_table(rows: list[list[Cell]], lines: list[str]) -> None:
    assert list(row_lines(rows)) == lines


_CELLS = st.builds(
    Cell, st.lists(st.text("质量升", min_size=1), max_size=5).map(tuple), st.integers(1, 4), st.integers(1, 4)
)


@given(st.lists(st.lists(_CELLS, max_size=4), max_size=5))
def test_every_line_of_a_cell_stands_once_and_in_order(rows: list[list[Cell]]) -> None:
    text = "".join("".join(line.split()) for line in row_lines(rows))
    assert text == "".join("".join(cell.lines) for row in rows for cell in row)


@given(st.lists(st.lists(st.integers(1, 3), min_size=3, max_size=3), min_size=2, max_size=6))
def test_cells_of_one_column_stand_behind_as_many_tabs(downs: list[list[int]]) -> None:
    """Each cell says its column; those that a cell above covers are left out, as in markup."""
    covered = [0, 0, 0]
    rows = []
    for row in downs:
        rows.append([Cell((str(i),), down=down) for i, down in enumerate(row) if not covered[i]])
        covered = [left - 1 if left else down - 1 for left, down in zip(covered, row, strict=True)]
    for line in row_lines(rows):
        for column, cell in enumerate(line.split("\t")):
            assert cell in ("", str(column))
