"""Schemes: how a line begins with a number, and where a number may stand within one."""

from __future__ import annotations

import pytest

from qcompare.parsing.schemes import PLACES, numbered


@pytest.mark.parametrize(
    ("text", "rank", "number", "value", "ref", "rest"),
    [
        ("第一编总则", 1, "一", 1, "第一编", "总则"),
        ("第二篇 总则", 1, "二", 2, "第二篇", "总则"),
        ("第三部分、任务", 2, "三", 3, "第三部分", "任务"),
        ("第 十 二 章 总 则", 3, "十二", 12, "第十二章", "总 则"),
        ("第4节 目标", 4, "4", 4, "第4节", "目标"),
        ("第一百零三条 附则", 5, "一百零三", 103, "第一百零三条", "附则"),
        ("二十一、要求", 6, "二十一", 21, "二十一", "要求"),
        ("一 、要求", 6, "一", 1, "一", "要求"),
        ("一. 要求", 6, "一", 1, "一", "要求"),
        ("一﹑要求", 6, "一", 1, "一", "要求"),
        ("（ 十 ）目标", 7, "十", 10, "(十)", "目标"),
        ("㈢目标", 7, "三", 3, "(三)", "目标"),
        ("1．目标", 8, "1", 1, "1", "目标"),
        ("12、2018年完成", 8, "12", 12, "12", "2018年完成"),
        ("3.2021—2023年目标", 8, "3", 3, "3", "2021—2023年目标"),
        ("4.12315热线", 8, "4", 4, "4", "12315热线"),
        ("⒒ 目标", 8, "11", 11, "11", "目标"),
        ("(3)目标", 9, "3", 3, "(3)", "目标"),
        ("⑿目标", 9, "12", 12, "(12)", "目标"),
        ("2）目标", 10, "2", 2, "2)", "目标"),
        ("⑫目标", 11, "⑫", 12, "⑫", "目标"),
        ("❸ 目标", 11, "❸", 3, "❸", "目标"),
    ],
)
def test_how_a_line_is_numbered(text: str, rank: int, number: str, value: int, ref: str, rest: str) -> None:
    begun = numbered(text)
    assert begun is not None
    assert (begun.rank, begun.number, begun.value, begun.ref) == (rank, number, value, ref)
    assert text[begun.rest :] == rest


@pytest.mark.parametrize(
    "text",
    [
        "总体要求",
        "一、二、三产业",
        "二、三产业",
        "1.5倍",
        "3.15晚会",
        "1.1 范围",
        "2021年",
        "1",
        "一、",
        "十四五规划",
        "",
    ],
)
def test_what_is_no_number_of_a_heading(text: str) -> None:
    assert numbered(text) is None


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("一、甲。二、乙", [4]),
        ("甲 （一）乙", [2]),
        ("方案一、甲", [2]),
        ("任务1.甲", [2]),
        ("任务第一章甲", [2]),
        # not within a number, or behind a word that takes it
        ("二十一、甲", []),
        ("统一、协调", []),
        ("第一、甲", []),
        ("见（一）", []),
        ("附件1.甲", []),
        ("x一、甲", []),
    ],
)
def test_where_a_number_may_stand(text: str, places: list[int]) -> None:
    assert [match.start() for match in PLACES.finditer(text, 1)] == places
