"""Contents and lists of attachments: lines that name what stands elsewhere."""

from __future__ import annotations

import pytest

from qcompare.parsing.contents import attachments, contents
from qcompare.parsing.lines import lines_of
from qcompare.parsing.schemes import numbered


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        # with page numbers, behind dots or blanks
        ("目录\n一、要求……1\n二、任务......12\n附件 ...... 20\n正文", [1, 2, 3]),
        ("目 录\n第一章 要求 1\n第二章 任务 3\n前言", [1, 2]),
        # without: each stands again below
        ("一、要求\n二、任务\n三、保障\n一、要求\n甲。\n二、任务\n乙。\n三、保障\n丙。", [0, 1, 2]),
        ("目次\n一、要求\n二、任务\n一、要求\n甲。\n二、任务\n乙。", [1, 2]),
        ("一、要求\n（一）目标\n（二）原则\n正文。\n一、要求\n（一）目标\n（二）原则", [0, 1, 2]),
        # blanks do not count; one entry of four may have lost its heading
        ("一、总 则\n二、任务\n三、甲\n四、乙\n前言。\n一、总则\n二、任务\n四、乙", [0, 1, 2, 3]),
        # headings without bodies, and headings that come again in an annex
        ("一、要求\n二、任务\n三、保障", []),
        ("一、要求\n（一）目标\n1.指标\n正文。\n一、要求\n（一）目标\n1.指标\n甲。", []),
        ("一、要求\n正文。\n二、任务\n正文。\n一、要求\n二、任务", []),
        ("一、要求\n二、任务\n正文。\n一、要求\n二、任务", []),
        ("", []),
    ],
)
def test_tables_of_contents(text: str, listed: list[int]) -> None:
    lines = tuple(lines_of(text))
    assert sorted(contents(lines, [numbered(line.text) for line in lines])) == listed


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("附件：1.分工表\n2.指标\n3.清单\n4.甲\n一、乙", [1, 2, 3]),
        ("附 件:\n1.分工表\n2.指标\n分工表\n1.甲", [1, 2]),
        ("附件\n1.分工表\n2.指标", [1, 2]),
        ("附表：1.分工表\n2.指标", [1]),
        ("注：1.按年度计算。\n2.不含各县。\n（一）甲", [1]),
        # a list that does not go on, and an annex that opens
        ("附件：1.分工表\n3.指标", []),
        ("附件：实施方案\n一、总体要求", []),
        ("附件1\n1.甲", []),
        ("1.甲\n2.乙", []),
    ],
)
def test_lists_of_attachments_and_notes(text: str, listed: list[int]) -> None:
    lines = tuple(lines_of(text))
    assert sorted(attachments(lines, [numbered(line.text) for line in lines])) == listed


@pytest.mark.parametrize("line", ["一、" + "." * 100_000 + "甲", "目录" + " ." * 50_000])
def test_a_line_of_any_length_is_read(line: str) -> None:
    lines = tuple(lines_of(line))
    assert contents(lines, [numbered(line.text) for line in lines]) == frozenset()
