"""Forms of a line: opener, title, the paper's form."""

from __future__ import annotations

import pytest

from qcompare.coding.forms import is_opener, is_paper_form, is_title_line


@pytest.mark.parametrize(
    ("text", "opener", "title", "paper"),
    [
        ("实施产品质量提升工程。", True, False, False),
        ("一是健全质量工作机制,明确责任。", True, False, False),
        ("■加大政策支持力度。主要从三个方面。", True, False, False),
        ("——重点产业优势明显。", True, False, False),
        ("起草背景和过程", True, True, False),
        ("为何要制定本意见?", True, False, False),
        ("加强施工现场管理,提高工程质量。", False, False, False),
        ("各区、县人民政府,市人民政府各工作部门:", False, True, True),
        ("2014年6月2日", True, True, True),
        ("西安市人民政府办公厅 2014年6月2日", True, True, True),
        ("二〇一八年十二月十日", True, True, True),
        ("附件:重点任务分工表", True, True, True),
        ("(此件公开发布)", True, True, True),
        ("到2015年6月2日前完成整改任务。", True, False, False),
    ],
)
def test_forms(text: str, opener: bool, title: bool, paper: bool) -> None:
    assert (is_opener(text), is_title_line(text), is_paper_form(text)) == (opener, title, paper)
