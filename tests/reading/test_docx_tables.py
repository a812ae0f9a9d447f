"""Tables of Word files: a row is a line, unless a cell holds a text of its own."""

from __future__ import annotations

import pytest

from qcompare.reading.docx import docx_text
from tests.reading.word_files import LIMITS, abstract, cell, document, level, num, p, r, row, table

_LONG = "开展质量提升行动，落实企业主体责任，完善监管制度，强化标准引领，推进品牌建设，" * 2  # 78 characters
_START, _ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def _lines(*content: str, **parts: str) -> list[str]:
    return docx_text(document(*content, **parts), "plan.docx", LIMITS).removesuffix("\n").split("\n")


_HEAD, _HEAD_LINE = row("指标", "目标"), "指标\t目标"


def _control(content: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        ([row("指标", "单位", "目标"), row("合格率", "%", "98")], ["指标\t单位\t目标", "合格率\t%\t98"]),
        # empty cells keep the columns apart, but not at the end
        ([row("甲", "", "乙", ""), row("", "丙", "丁"), row("", "")], ["甲\t\t乙", "\t丙\t丁"]),
        # a cell of several paragraphs, or with tabs and line ends of its own
        ([_HEAD, row(cell("工业", "产值"), "%")], [_HEAD_LINE, "工业 产值\t%"]),
        (
            [_HEAD, row(cell(p(r("2025年", "<w:br/>", "目标"))), cell(p(r("甲", "<w:tab/>", "乙"))))],
            [_HEAD_LINE, "2025年 目标\t甲 乙"],
        ),
        # a table for the layout: its text keeps its lines
        ([row(cell("专栏1", "甲", "乙"))], ["专栏1", "甲", "乙"]),
        ([_HEAD, row("导航", cell(*[_LONG] * 4))], [_HEAD_LINE, "导航", *[_LONG] * 4]),
        # merged cells
        (
            [
                row(cell("甲", properties='<w:gridSpan w:val="2"/>'), "乙"),
                row("丙", "丁", cell("戊", properties='<w:gridSpan w:val="x"/>')),
            ],
            ["甲\t\t乙", "丙\t丁\t戊"],
        ),
        (
            [
                row(cell("安全", properties=_START), "甲", "1"),
                row(cell(properties=_ON), "乙", "2"),
                row(cell("看不见", properties=_ON), "丙", "3"),
                row("环境", "丁", "4"),
                row(cell("看得见", properties=_ON), "戊", "5"),
            ],
            ["安全\t甲\t1", "\t乙\t2", "\t丙\t3", "环境\t丁\t4", "看得见\t戊\t5"],
        ),
        (
            [
                row(cell("甲", properties='<w:gridSpan w:val="2"/>'), cell("乙", properties=_START), "丙"),
                row("丁", "戊", cell("看不见", properties=_ON), "己"),
                row(cell("庚", properties=_ON), "辛", properties='<w:gridBefore w:val="2"/>'),
                row("壬", "癸", properties='<w:gridBefore w:val="2"/>'),
            ],
            ["甲\t\t乙\t丙", "丁\t戊\t\t己", "\t\t\t辛", "\t\t壬\t癸"],
        ),
        # rows and cells in content controls
        (
            [_control(row("甲", _control(cell("乙"))))],
            ["甲\t乙"],
        ),
        ([row("甲", properties="<w:hidden/>"), row("乙", properties='<w:hidden w:val="0"/>')], ["乙"]),
        # tables in tables
        ([row(cell(table(row("子", "丑"), row("寅", "卯")), p("")))], ["子\t丑", "寅\t卯"]),
        ([row("甲", cell(table(row("子", "丑")), p("")), "乙")], ["甲\t子\t丑\t乙"]),
    ],
)
def test_rows_are_lines(rows: list[str], lines: list[str]) -> None:
    assert _lines("前", table(*rows), "后") == ["前", *lines, "后"]


def test_rows_may_be_numbered() -> None:
    numbering = abstract(0, level(0, "decimal", "%1")) + num(1, 0)
    rows = [row(cell(p(number=(1, 0))), name) for name in ("甲", "乙")]
    deleted = row(cell(p(number=(1, 0))), "丙", properties='<w:del w:id="1"/>')
    assert _lines(table(rows[0], deleted, rows[1]), numbering=numbering) == ["1\t甲", "2\t乙"]


def test_a_long_table_takes_time_in_proportion() -> None:
    many = table(*[row("甲", "乙")] * 10_000)
    assert _lines(many) == ["甲\t乙"] * 10_000
