from __future__ import annotations

import pytest

from qcompare.models import Span
from qcompare.targets.quantities import Quantity, find


def found(text: str) -> list[Quantity]:
    return list(find(text, Span(0, len(text))))


@pytest.mark.parametrize(
    ("text", "value", "unit", "sort"),
    [
        ("达到96.5%", 96.5, "%", "share"),
        ("达到９６％", 96, "%", "share"),
        ("达到百分之三十", 30, "%", "share"),
        ("达到百分之百", 100, "%", "share"),
        ("达到九成以上", 90, "%", "share"),
        ("达到八成五", 85, "%", "share"),
        ("一半以上", 50, "%", "share"),
        ("提高2个百分点", 2, "个百分点", "points"),
        ("建成30个", 30, "个", "count"),
        ("培训1,200人次", 1200, "人次", "count"),
        ("新增1.76万家", 1.76, "万家", "count"),
        ("三千万元", 3000, "万元", "money"),
        ("一百件", 100, "件", "count"),
        ("30 万元/亩", 30, "万元/亩", "money"),
        ("30万元/人·年", 30, "万元/人·年", "money"),
        ("35微克／立方米", 35, "微克/立方米", "amount"),
        ("0.4吨标准煤/万元", 0.4, "吨标准煤/万元", "amount"),
        ("12件/万人", 12, "件/万人", "count"),
        ("压缩至3个工作日", 3, "个工作日", "time"),
        ("寿命82.5岁", 82.5, "岁", "time"),
        ("控制在2.5∶1", 2.5, "∶1", "ratio"),
        ("三分之二以上", 0.666667, None, "ratio"),
        ("突破5万亿", 5, "万亿", "amount"),
        ("指数达到105.5", 105.5, None, "bare"),
        ("位居全省第二", 2, "位", "rank"),
        ("排名第3位", 3, "位", "rank"),
        ("安全事故零发生", 0, "起", "zero"),
        ("用量“零增长”", 0, "%", "zero"),
        ("实现“零”的突破", None, None, "state"),
        ("网络全覆盖", None, None, "state"),
    ],
)
def test_figures_in_their_written_unit(text: str, value: float | None, unit: str | None, sort: str) -> None:
    assert [(q.value, q.unit, q.sort) for q in found(text)] == [(value, unit, sort)]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2022年",
            "2018年10月13日",
            "5月底前",
            "2021年度",
            "第3个",
            "第二十个",
            "第367号令",
            "十九届",
            "〔2019〕12号",
        ),
        *(
            "PM2.5浓度",
            "5G网络",
            "G60走廊",
            "3·15活动",
            "12315热线",
            "4A级景区",
            "二星级以上",
            "二级医院",
            "千亿级",
        ),
        *(
            "五大行动",
            "一批企业",
            "一体化",
            "三品一标",
            "一成不变",
            "成立一家人",
            "数百家",
            "百强企业",
            "几十个",
        ),
        *(
            "质量第一",
            "第一责任人",
            "第三方机构",
            "全省第一方阵",
            "零容忍",
            "零售",
            "趋零增长",
            "全覆盖监管",
            "清零行动",
        ),
        *("合格数/总数*100%", "3部门", "2020-2022年", "12345678901234个"),
    ],
)
def test_what_can_never_be_a_target(text: str) -> None:
    assert [q for q in found(text) if q.sort != "count" or q.plain] == []


@pytest.mark.parametrize(
    ("text", "ends", "bound"),
    [
        ("3-5个", (3, 5), None),
        ("3至5家", (3, 5), None),
        ("5%—5.5%", (5, 5.5), None),
        ("80~90", (80, 90), None),
        ("3000余家", (3000, None), ">="),
        ("1.2万多人", (1.2, None), ">="),
        ("前10位", (10, None), "<="),
        ("全国前三", (3, None), "<="),
    ],
)
def test_ranges_and_what_a_figure_itself_is_bound_by(
    text: str, ends: tuple[float, float | None], bound: str | None
) -> None:
    assert [((q.value, q.value_hi), q.bound) for q in found(text)] == [(ends, bound)]


def test_a_written_out_number_is_marked_and_its_place_is_kept() -> None:
    assert found("共有三个，5家") == [
        Quantity(2, 4, 3, "个", "count", plain=False),
        Quantity(5, 7, 5, "家", "count"),
    ]


def test_only_the_clause_is_searched() -> None:
    assert list(find("10家，20%", Span(4, 7))) == [Quantity(4, 7, 20, "%", "share")]
