from __future__ import annotations

import pytest

from qcompare.targets.operators import Lead, read_suffix, strip_lead


@pytest.mark.parametrize(
    ("text", "rest", "lead"),
    [
        ("合格率达到", "合格率", Lead(reached=True)),
        ("合格率力争稳定保持在", "合格率", Lead(reached=True)),
        ("合格率提高到", "合格率", Lead(reached=True, direction="increase")),
        ("时间压缩至", "时间", Lead(reached=True, direction="decrease")),
        ("产值增长", "产值", Lead(reached=True, grows=True, direction="increase")),
        ("能耗累计下降", "能耗", Lead(reached=True, grows=True, direction="decrease")),
        ("比例不低于", "比例", Lead(op=">=", reached=True)),
        ("浓度控制在", "浓度", Lead(op="<=", reached=True)),
        ("面积约", "面积", Lead(op="~")),
        (
            "产值年均增长",
            "产值",
            Lead(per="年", yearly=True, reached=True, grows=True, direction="increase"),
        ),
        (
            "能耗和排放比2015年均下降",
            "能耗和排放",
            Lead(reached=True, grows=True, direction="decrease", each=True, baseline=2015),
        ),
        (
            "收入在2020年基础上提高",
            "收入",
            Lead(reached=True, grows=True, direction="increase", baseline=2020),
        ),
        ("投入从2019年的1.8%提高到", "投入", Lead(reached=True, direction="increase", baseline=2019)),
        ("投入由1.8%提高到2025年的", "投入", Lead(reached=True, direction="increase")),
        ("较上年提高", "", Lead(reached=True, grows=True, direction="increase")),
        ("甲、乙分别达到", "甲、乙", Lead(reached=True, respectively=True)),
        ("专利达到每万人", "专利", Lead(reached=True, of="万人")),
        ("合格率连续5年达到", "合格率", Lead(reached=True)),
    ],
)
def test_the_words_before_a_figure(text: str, rest: str, lead: Lead) -> None:
    assert strip_lead(text) == (rest, lead)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "新增",
            "企业新增",
            "户均",
            "全省平均",
            "主要",
            "供应",
            "许可",
            "行为",
            "国有",
            "系列",
            "公共",
            "签约",
        ),
        *("节约", "附近", "首都"),
    ],
)
def test_words_that_end_like_one_of_them(text: str) -> None:
    assert strip_lead(text) == (text, Lead())


def test_the_nearer_word_wins() -> None:
    assert Lead(op="<=", per="年").under(Lead(op=">=", baseline=2015)) == Lead(
        op="<=", per="年", baseline=2015
    )


@pytest.mark.parametrize(
    ("text", "end", "op"),
    [
        ("以上", 2, ">="),
        (" 以上", 3, ">="),
        ("及以上", 3, ">="),
        ("以内", 2, "<="),
        ("以下的", 2, "<="),
        ("内办结", 1, "<="),
        ("左右", 2, "~"),
        ("内容", 0, None),
        ("的", 0, None),
        ("", 0, None),
    ],
)
def test_the_words_behind_a_figure(text: str, end: int, op: str | None) -> None:
    assert read_suffix(f"5%{text}", 2) == (2 + end, op)
