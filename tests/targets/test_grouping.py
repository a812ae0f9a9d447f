from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.models import TargetRow
from qcompare.targets.grouping import SAME, group, same_indicator
from tests.targets.conftest import target


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("城市生产企业产品质量监督抽查合格率", "制造业产品质量合格率"),
        ("地产农产品抽检合格率", "主要农产品质量安全检测合格率"),
        ("全市药品抽检合格率", "药品评价性抽检合格率"),
        ("杭州市政府质量奖", "西安市政府质量奖"),
        ("PM2.5年均浓度", "城市细颗粒物(PM2.5)平均浓度"),
        ("城镇污水处理率", "城市污水集中处理率"),
        ("全社会研发投入强度", "R&D经费支出占GDP比重"),
        ("绿色建筑占新建建筑的比例", "绿色建筑占新建建筑比重"),
        ("生产性服务业顾客满意率", "生产性服务业满意度"),
    ],
)
def test_the_like(a: str, b: str) -> None:
    assert same_indicator(target(a), target(b)) >= SAME
    assert group([[target(a)], [target(b)]]) == (TargetRow("products.general", a, (("t001",), ("t001",))),)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("城市污水集中处理率", "城市生活垃圾无害化处理率"),
        ("食品抽检合格率", "农产品抽检合格率"),
        ("产品质量合格率", "农产品质量合格率"),
        ("生产性服务业满意度", "生活性服务业满意度"),
        ("城市污水处理率", "县城污水处理率"),
        ("省政府质量奖", "市政府质量奖"),
        ("浙江名牌产品", "杭州名牌产品"),
        ("制定国家标准", "制定地方标准"),
        ("工业产值增长率", "工业产值"),
        ("森林覆盖率", "网络覆盖率"),
    ],
)
def test_the_unlike(a: str, b: str) -> None:
    assert same_indicator(target(a), target(b)) < SAME
    assert len(group([[target(a)], [target(b)]])) == 2


def test_unit_and_topic_speak_for_or_against() -> None:
    a = target("公共服务满意度")
    assert same_indicator(a, target("公共服务满意度")) == 1
    assert same_indicator(a, target("公共服务满意度", "分")) == 0.7
    assert same_indicator(a, target("公共服务满意度", topic="services.public")) == 0.9
    assert same_indicator(target("外资", "亿美元"), target("外资", "万美元")) == 1


def test_rows_of_three_plans() -> None:
    plans = [
        [target("食品抽检合格率", n=1), target("森林覆盖率", n=2), target("出口额", "亿元", n=3)],
        [target("专利数量", "件", n=1), target("食品质量安全抽检合格率", n=2)],
        [target("出口额", "亿元", n=1), target("食品抽查合格率", n=2)],
    ]
    assert [(row.indicator, row.targets) for row in group(plans)] == [
        ("食品抽检合格率", (("t001",), ("t002",), ("t002",))),
        ("森林覆盖率", (("t002",), (), ())),
        ("出口额", (("t003",), (), ("t001",))),
        ("专利数量", ((), ("t001",), ())),
    ]


def test_the_likest_share_a_row_and_a_plan_has_one_indicator_in_it() -> None:
    plans = [
        [target("大型桥梁工程验收合格率", n=1), target("桥梁工程验收合格率", n=2)],
        [target("桥梁工程一次验收合格率")],
    ]
    assert [row.targets for row in group(plans)] == [(("t001",), ()), (("t002",), ("t001",))]


def test_all_dates_of_an_indicator_stay_together() -> None:
    plan = [target("参保率", n=1, deadline=2025), target("参保率", n=2, deadline=2030)]
    assert [row.targets for row in group([plan, [target("参保率")]])] == [(("t001", "t002"), ("t001",))]


def test_facts_are_left_out_and_milestones_are_not() -> None:
    plan = [target("参保率", fact=True), target("国家质量奖零突破", None, n=2, value=None)]
    assert [row.targets for row in group([plan, []])] == [(("t002",), ())]


NAMES = st.sampled_from(
    ["食品合格率", "食品抽检合格率", "药品合格率", "参保率", "新增企业", "企业", "省质量奖", "市质量奖"]
)


@given(st.lists(st.lists(st.tuples(NAMES, st.booleans()), max_size=6), max_size=4))
def test_every_target_is_in_exactly_one_row(plans: list[list[tuple[str, bool]]]) -> None:
    targets = [[target(name, n=n, fact=fact) for n, (name, fact) in enumerate(plan)] for plan in plans]
    rows = group(targets)
    for at, plan in enumerate(targets):
        ids = sorted(target_id for row in rows for target_id in row.targets[at])
        assert ids == sorted(t.id for t in plan if t.kind != "fact")
    assert all(len(row.targets) == len(plans) for row in rows)


@given(NAMES, NAMES)
def test_likeness_is_mutual(a: str, b: str) -> None:
    assert same_indicator(target(a), target(b)) == same_indicator(target(b), target(a))
    assert same_indicator(target(a), target(a)) == 1
