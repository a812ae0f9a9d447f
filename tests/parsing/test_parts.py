"""Parts of a page: a notice and the plan that it covers, and annexes, told apart."""

from __future__ import annotations

import pytest

from qcompare.parsing.headings import outline
from qcompare.parsing.lines import lines_of
from qcompare.parsing.parts import parts

_NOTICE = "某市人民政府关于印发某市质量提升行动方案的通知"
_PLAN = "某市质量提升行动方案"


def _parts(*lines: str) -> list[tuple[int, str]]:
    read = outline(tuple(lines_of("\n".join(lines))))
    return [(part.start, part.label) for part in parts(read.lines, read.headings)]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("一、总体要求", "抓好落实。"), [(0, "")]),
        # a notice without sections needs no label; the plan opens with its title, or the annex line above it
        ((_NOTICE, "现印发给你们。", _PLAN, "一、总体要求"), [(0, ""), (2, "")]),
        ((_NOTICE, "现印发给你们。", "附件", _PLAN, "一、总体要求"), [(0, ""), (2, "")]),
        ((_NOTICE, "一、提高认识", "二、加强督查", _PLAN, "一、总体要求"), [(0, "通知"), (3, "")]),
        # the title as its own head has it, broken in two, and not at all
        ((_NOTICE, "一、提高认识", "某市质量提升三年行动方案", "一、总体要求"), [(0, "通知"), (2, "")]),
        (
            ("关于印发西安市标准提升行动方案的通知", "一、甲", "西安市标准", "提升行动方案", "一、总体要求"),
            [(0, "通知"), (2, "")],
        ),
        ((_NOTICE, "现印发给你们。", "附件1", "任务", "一、总体要求"), [(0, ""), (2, "")]),
        # annexes
        (("一、总体要求", "附件1", "分工表", "附件2：指标", "正文"), [(0, ""), (1, "附件1"), (3, "附件2")]),
        (("一、总体要求", "附 表 一", "甲", "附录A 术语", "乙"), [(0, ""), (1, "附表一"), (3, "附录A")]),
        (("一、总体要求", "附件", "甲", "附件", "乙"), [(0, ""), (1, "附件"), (3, "附件#2")]),
        # names of annexes in the list at the end of a document, and files
        (("一、总体要求", "附件：分工表", "某市人民政府"), [(0, "")]),
        (("一、总体要求", "附件1：分工表", "附件2：指标", "2020年1月1日"), [(0, "")]),
        (("一、总体要求", "附件：", "附件1.docx", "附件2（略）"), [(0, "")]),
        (("一、总体要求", "附件：1.分工表", "2.指标"), [(0, "")]),
        (("一、总体要求", "附件1所列任务，由各区负责。"), [(0, "")]),
        # a second document, whose numbering starts again below its title; a subtitle within one
        (("一、总体要求", "二、任务", "某市质量奖管理办法", "一、总则"), [(0, ""), (2, "")]),
        (("一、总体要求", "某市质量奖管理办法", "二、任务"), [(0, "")]),
    ],
)
def test_the_parts_of_a_page(lines: tuple[str, ...], found: list[tuple[int, str]]) -> None:
    assert _parts(*lines) == found
