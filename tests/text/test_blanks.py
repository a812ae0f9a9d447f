from __future__ import annotations

import pytest

from qcompare.text.edits import repair
from qcompare.text.layout.blanks import blanks
from qcompare.text.layout.joints import Joints
from qcompare.text.words import Lexicon


def _closed(text: str, lexicon: Lexicon) -> str:
    return repair(text, [blanks(Joints(lexicon))]).text


@pytest.mark.parametrize(
    "text",
    [
        "提高产品质 量水平",
        "质量发 展",
        "到 2020 年，建成 3 个中心、 15 家实验室",
        "合格率达到 98 % 以上，比 2015 年提高 2.5 个百分点",
        "第 61 号令",
        "一 、总体要求",
        "质量提升 ，全面推进 。",
        "依据《 产品质量法 》制定",
        "在20 20年前完成",
        "〔20 18〕27号",
        "2018年12月1 2日起施行",
        "增长98. 5%，高于预期",
        "规划期为2018 — 2020年",
        "某 市 人 民 政 府",
        "通  知",
    ],
)
def test_blanks_that_are_damage(text: str, lexicon: Lexicon) -> None:
    assert _closed(text, lexicon) == text.replace(" ", "")


@pytest.mark.parametrize(
    "text",
    [
        "首页 新闻中心 政务公开 办事服务",
        "《中共某省委办公厅 某省人民政府办公厅印发关于开展质量提升行动的意见》已经印发，请遵照执行。",
        "中共某市委员会 某市人民政府",
        "根据《中共中央 国务院关于开展质量提升行动的指导意见》，制定本方案。",
        "张某  李某  王某某",
        "某市人民政府 2018年12月10日",
        "抄送，某市人民政府 2018年12月10日印发。",
        "第一条 为了提高质量，制定本办法。",
        "第一章 总体要求",
        "一、 总体要求",
        "1. 加强领导，落实责任。",
        "1 总则",
        "1.1 编制目的",
        "专栏 1 重点工程，包括下列各项。",
        "（一）指导思想 坚持质量第一，效益优先。",
        "坚持质量第一。 落实责任。",
        "人均可支配收入增长 % 预期性",
        "指标 单位 2018年 2020年",
        "时间：2018-03-20 11:44:54 来源：本站",
        "发布日期： 2018-03-20 浏览次数： 20",
        "电话：81085234 传真：81085235",
        "产品质量合格率\t% \t98",
        "ISO 9001 and quality",
        "  缩进",
        "",
    ],
)
def test_blanks_that_separate(text: str, lexicon: Lexicon) -> None:
    assert _closed(text, lexicon) == text


def test_a_title_of_two_characters_is_closed_but_not_run_into_its_number(lexicon: Lexicon) -> None:
    assert _closed("第一章 总  则", lexicon) == "第一章 总则"


def test_where_blanks_abound_those_between_words_are_damage_too(lexicon: Lexicon) -> None:
    text = "提高质 量，推 动高质量发 展，完善 制度，全市 （含县）健全 机制，由中共某市委 某市人民政府负责。"
    closed = "提高质量，推动高质量发展，完善制度，全市（含县）健全机制，由中共某市委 某市人民政府负责。"
    assert _closed(text, lexicon) == closed


def test_one_blank_between_words_is_damage_if_the_page_has_them_together_elsewhere(lexicon: Lexicon) -> None:
    text = "开展质量提升 行动，落实责任。\n质量提升行动由各部门负责，各区 组织实施。"
    assert _closed(text, lexicon) == "开展质量提升行动，落实责任。\n质量提升行动由各部门负责，各区 组织实施。"
