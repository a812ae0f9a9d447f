from __future__ import annotations

import pytest

from qcompare.targets.measures import completed, is_measure, is_rate, items, shared_out


@pytest.mark.parametrize(
    "name", ["合格率", "产品产量", "平均浓度", "研发投入", "企业数", "占比", "人均收入", "指数", "GDP"]
)
def test_names_of_measures(name: str) -> None:
    assert is_measure(name)


@pytest.mark.parametrize("name", ["产品质量", "首席质量官制度", "工作力度", "名牌产品", "质量基础能力"])
def test_what_only_ends_like_one(name: str) -> None:
    assert not is_measure(name)


def test_rates() -> None:
    assert [name for name in ("合格率", "占比", "居民收入增速", "产量", "满意度") if is_rate(name)] == [
        *("合格率", "占比", "居民收入增速"),
    ]


@pytest.mark.parametrize(
    ("name", "before", "whole"),
    [
        ("药品抽检合格率", "食品", "药品抽检合格率"),
        ("抽检合格率", "食品", "食品抽检合格率"),
        ("", "港口吞吐量", "港口吞吐量"),
        ("", "", ""),
        ("总产量", "油料种植面积", "油料总产量"),
        ("占比", "绿色工厂", "绿色工厂占比"),
        ("占地区比重", "出口额", "出口额占地区比重"),
        ("占地区比重", "", ""),
        ("满意度", "家政服务业质量", "家政服务业满意度"),
        ("每万人", "律师人数", "每万人律师人数"),
        ("每万人专利量", "律师人数", "每万人专利量"),
        ("总产量", "", "总产量"),
    ],
)
def test_a_name_takes_over_what_it_lacks(name: str, before: str, whole: str) -> None:
    assert completed(name, before) == whole


def test_items_keep_quotations_whole() -> None:
    assert items("“甲、乙”标准和丙(丁、戊)") == ["“甲、乙”标准", "丙(丁、戊)"]


@pytest.mark.parametrize(
    ("text", "count", "names"),
    [
        ("合格率、满意度", 2, ["合格率", "满意度"]),
        # what stands before the first belongs to all
        ("重点企业设备联网率和能耗在线监测率", 2, ["重点企业设备联网率", "重点企业能耗在线监测率"]),
        ("单位GDP能耗和二氧化碳排放", None, ["单位GDP能耗", "单位GDP二氧化碳排放"]),
        ("工业用水量、农业灌溉用水量", 2, ["工业用水量", "农业灌溉用水量"]),
        # what stands behind the last belongs to all
        ("铁路旅客和公路吞吐量", 2, ["铁路旅客吞吐量", "公路吞吐量"]),
        ("城镇和农村居民人均可支配收入", 2, ["城镇居民人均可支配收入", "农村居民人均可支配收入"]),
        ("高新产业、传统产业增加值", 2, ["高新产业增加值", "传统产业增加值"]),
        ("公共服务和养老服务业满意度", 2, ["公共服务满意度", "养老服务业满意度"]),
        ("甲基金、新增用地支持民企比重", 2, ["甲基金支持民企比重", "新增用地支持民企比重"]),
        # an 和 inside of a name
        ("信息传输和软件业产值、金融业产值", 2, ["信息传输和软件业产值", "金融业产值"]),
        ("只有一个合格率", None, []),
        ("甲、乙、丙", 2, ["甲、乙", "丙"]),
        ("甲率、乙率", 5, []),
    ],
)
def test_a_list_is_shared_out(text: str, count: int | None, names: list[str]) -> None:
    assert shared_out(text, count) == names
