"""Forms of a line: opener, title, the paper's form."""

from __future__ import annotations

import pytest

from qcompare.coding.forms import (
    argues,
    asks,
    figures,
    is_opener,
    is_paper_form,
    is_title_line,
    looks_back,
    unmarked,
)


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
        ("中共某某市委", True, True, True),
        ("某某市人民政府", True, True, True),
        ("健全质量委员会。", True, False, False),
    ],
)
def test_forms(text: str, opener: bool, title: bool, paper: bool) -> None:
    assert (is_opener(text), is_title_line(text), is_paper_form(text)) == (opener, title, paper)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("合格率达到96%以上,培育36家企业、1.2万亩基地。", 3),
        ("下降3个百分点,占三成,约三分之一。", 3),
        ("到2020年6月底前完成第二批3C认证。", 0),
        ("推广5G应用,办好第三届大会。", 0),
        ("完成1,200 户改造。", 1),
        ("千方百计做好12315工作。", 0),
    ],
)
def test_figures(text: str, count: int) -> None:
    assert figures(text) == count


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("近年来,质量总体水平稳步提高。", True),
        ("2015年印发了《意见》。", True),
        ("2018年3月经常务会议审议后印发。", True),
        ("标准体系已建成。", True),
        ("草案向社会公开征求了意见。", True),
        ("2020年底前印发实施细则。", False),
        ("到2022年,发布地方标准30项。", False),
        ("加快建成标准体系。", False),
        ("截至2020年底,全市共有注册商标4.8万件。", True),
        ("2017年以来,出台了一系列措施。", True),
        ("但与先进城市相比,还存在标准水平不高等差距。", True),
        ("解决群众反映的突出问题。", False),
    ],
)
def test_looks_back(text: str, back: bool) -> None:
    assert looks_back(text) == back


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("为什么要出台《意见》", True),
        ("《方案》明确了哪些重点任务？", True),
        ("主要内容有哪些", True),
        ("回答企业怎样申请的问题。", False),
    ],
)
def test_asks(text: str, question: bool) -> None:
    assert asks(text) == question


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("一是健全机制。", "健全机制。"),
        ("亮点之二是数字赋能。", "数字赋能。"),
        ("■加大支持力度。", "加大支持力度。"),
        ("答:一是健全机制。", "健全机制。"),
        ("市监局局长：标准先行。", "标准先行。"),
        ("主要任务:健全机制。", "主要任务:健全机制。"),
        ("这一亮点是数字赋能。", "这一亮点是数字赋能。"),
    ],
)
def test_unmarked(text: str, rest: str) -> None:
    assert unmarked(text) == rest


@pytest.mark.parametrize(
    ("text", "argument"),
    [
        ("标准化对产业升级具有重要意义。", True),
        ("工程质量是百年大计。", True),
        ("打造重要支撑平台。", False),
        ("《方案》部署了六个方面22项任务。", True),
        ("设定量化发展目标十项。", True),
        ("建设两个平台、22项标准。", False),
    ],
)
def test_argues(text: str, argument: bool) -> None:
    assert argues(text) == argument
