from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.targets import indicators
from qcompare.targets.operators import Lead
from qcompare.targets.quantities import Quantity

UP = Lead(grows=True, direction="increase")


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("到2025年,力争全市食品抽检合格率", "全市食品抽检合格率"),
        ("其中进一步建成示范街区", "示范街区"),
        ("“十四五”期间累计培育链主企业", "链主企业"),
        ("3年内新建计量站", "新建计量站"),
        ("确保制修订团体标准", "制修订团体标准"),
        ("全年共招引项目", "招引项目"),
        ("围绕海洋领域打造创新平台", "创新平台"),
        ("服务质量满意度", "服务质量满意度"),  # a measure keeps what begins like a verb
        ("新建建筑节能执行率", "新建建筑节能执行率"),
        ("工业投资完成", "工业投资"),
        ("海洋产业占GDP的", "海洋产业占GDP比重"),
        ("具体指标包括竞争力指数", "竞争力指数"),
        ("和美乡村覆盖率", "和美乡村覆盖率"),
        ("共享单车投放点", "共享单车投放点"),
        ("力争,", ""),
    ],
)
def test_what_a_statement_is_about(text: str, subject: str) -> None:
    assert indicators.subject(text) == subject


def test_what_names_nothing() -> None:
    empty = ["", "到2025年,力争", "全市各区县", "每个县", "确保我市"]
    assert all(map(indicators.is_empty, empty))
    assert not indicators.is_empty("全市企业")


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("细颗粒物浓度持续下降", "细颗粒物浓度"),
        ("快递服务质量显著改善", "快递服务质量"),
        ("较上一年增加", ""),
        ("完善工作机制", ""),
    ],
)
def test_the_subject_of_a_change(text: str, subject: str) -> None:
    assert indicators.changing(text) == subject


def test_a_limit_by_law() -> None:
    assert indicators.allowed("严禁销售和使用厚度", "购物袋") == "允许销售和使用的购物袋厚度"
    assert indicators.allowed("推广厚度", "购物袋") == ""
    assert indicators.allowed("严禁销售厚度", "") == ""


@pytest.mark.parametrize(
    ("base", "lead", "quantity", "name"),
    [
        ("工业产值", UP, Quantity(0, 2, 5, "%", "share"), "工业产值增长率"),
        (
            "工业产值",
            Lead(grows=True, direction="increase", yearly=True),
            Quantity(0, 2, 5, "%", "share"),
            "工业产值年均增长率",
        ),
        ("能耗", Lead(grows=True, direction="decrease"), Quantity(0, 2, 5, "%", "share"), "能耗下降率"),
        ("合格率", UP, Quantity(0, 2, 5, "%", "share"), "合格率"),
        ("专利", UP, Quantity(0, 2, 5, "件", "count"), "专利"),
        ("收入", Lead(), Quantity(0, 2, 2.5, "∶1", "ratio", adds="之比"), "收入之比"),
        ("收入比", Lead(), Quantity(0, 2, 2.5, "∶1", "ratio", adds="之比"), "收入比"),
        ("规模", Lead(), Quantity(0, 2, 3, "位", "rank", adds="全国位次"), "规模全国位次"),
    ],
)
def test_names(base: str, lead: Lead, quantity: Quantity, name: str) -> None:
    assert indicators.named(base, lead, quantity) == name


def test_shares_are_named_as_such() -> None:
    assert [indicators.of_share(name) for name in ("在街道设站", "覆盖率")] == ["街道设站比例", "覆盖率"]


@given(st.text("到2025年底前,力争确保共和全市 建成培育个率", max_size=40))
def test_a_subject_is_part_of_its_text(text: str) -> None:
    assert indicators.subject(text) in text
