"""Places: the table's facts, what a user types, and what a title names."""

from __future__ import annotations

import string
from collections import Counter
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin import Style, pinyin

from qcompare.text.cities import City, cities, cities_called, provinces
from qcompare.text.places import cities_named, district_of, find_city, province_of, provinces_named, whose

# --- the table ----------------------------------------------------------------------------------


def test_the_table_holds_every_prefecture_level_unit() -> None:
    """The Ministry counts 293 cities of prefecture level, 30 prefectures, 7 areas and 3 leagues."""
    kinds = Counter(_kind(city.full) for city in cities())
    direct = 22 - 1  # county-level cities under a province; the one forestry district stands for itself
    assert kinds == {"市": 4 + 293 + direct, "自治州": 30, "地区": 7, "盟": 3, "林区": 1}
    assert len({city.full for city in cities()}) == len(cities())


def _kind(full: str) -> str:
    return next(kind for kind in ("自治州", "地区", "林区", "盟", "市") if full.endswith(kind))


def test_the_table_holds_all_provinces_and_every_city_lies_in_one() -> None:
    names = [province.full for province in provinces()]
    assert Counter(name[-1] for name in names) == {"省": 23, "市": 4, "区": 7}
    assert {city.province for city in cities()} == set(names) - {"台湾省", "香港特别行政区", "澳门特别行政区"}


def test_every_pinyin_is_a_reading_of_its_name() -> None:
    places = (*cities(), *provinces())
    assert [p.name for p in places if p.pinyin not in _readings(p.name)] == ["陕西"]  # shaanxi, not shanxi
    assert {c for p in places for c in p.pinyin} <= set(string.ascii_lowercase)


def _readings(name: str) -> set[str]:
    choices = pinyin(list(name), style=Style.NORMAL, heteronym=True, v_to_u=False)
    return {"".join(syllables) for syllables in product(*choices)}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("重庆", "chongqing"),
        ("蚌埠", "bengbu"),
        ("厦门", "xiamen"),
        ("六安", "luan"),
        ("亳州", "bozhou"),
        ("西安", "xian"),
        ("朝阳", "chaoyang"),
        ("长治", "changzhi"),
        ("漯河", "luohe"),
        ("丽水", "lishui"),
        ("台州", "taizhou"),
        ("儋州", "danzhou"),
        ("吕梁", "lvliang"),
        ("克孜勒苏", "kezileisu"),
    ],
)
def test_pinyin_where_a_character_has_several_readings(name: str, expected: str) -> None:
    assert [city.pinyin for city in cities() if city.name == name] == [expected]


def test_cities_that_share_a_pinyin_all_stand() -> None:
    shared = Counter(city.pinyin for city in cities())
    groups = {key: {c.name for c in cities() if c.pinyin == key} for key, n in shared.items() if n > 1}
    assert groups == {
        "fuzhou": {"福州", "抚州"},
        "suzhou": {"苏州", "宿州"},
        "taizhou": {"泰州", "台州"},
        "yichun": {"伊春", "宜春"},
        "yulin": {"玉林", "榆林"},
    }


# --- what a user types --------------------------------------------------------------------------


@given(
    st.sampled_from(cities()), st.lists(st.sampled_from(["", "'", "’", "-", " "]), min_size=20, max_size=20)
)
def test_a_city_answers_to_its_pinyin_however_it_is_typed(city: City, marks: list[str]) -> None:
    typed = "".join(c + mark for c, mark in zip(city.pinyin, marks, strict=False)).title()
    assert city in cities_called(typed)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("taizhou", ["泰州市", "台州市"]),
        ("台州", ["台州市"]),
        ("延边", ["延边朝鲜族自治州"]),
        ("延边朝鲜族自治州", ["延边朝鲜族自治州"]),
        ("Beijing", ["北京市"]),
        ("jilin", ["吉林市"]),
        ("浙江", []),
        ("nowhere", []),
        ("", []),
    ],
)
def test_cities_called(typed: str, expected: list[str]) -> None:
    assert [city.full for city in cities_called(typed)] == expected


# --- what a text names --------------------------------------------------------------------------


@given(st.sampled_from(cities()), st.sampled_from(["人民政府关于", "质量", "委、", ""]))
def test_every_full_name_is_found(city: City, behind: str) -> None:
    assert find_city(f"{city.full}{behind}") == city


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("宁波市质量提升行动方案", "宁波"),
        ("中共徐州市委徐州市人民政府关于加快质量强市建设的意见", "徐州"),
        ("徐州打造质量强市行动计划", "徐州"),
        ("推进无锡质量强市建设", "无锡"),
        ("恩施州质量工作要点", "恩施"),
        ("锡林郭勒盟行政公署", "锡林郭勒"),
        ("大兴安岭地区行署", "大兴安岭"),
        ("吉林省吉林市人民政府", "吉林"),
        ("海南藏族自治州人民政府", "海南"),
        ("贵州省黔南州人民政府", "黔南"),
        ("绍兴、嘉兴两市", "绍兴"),
        # a province, a district, a county, a road, a school
        ("吉林省人民政府", None),
        ("海南质量强省", None),
        ("承德县人民政府", None),
        ("朝阳区人民政府", None),
        ("南京路、南京东路商圈", None),
        ("中山大学附属医院", None),
        # an area, a path: not the end of a longer name
        ("温州区域品牌", "温州"),
        ("苏州路径", "苏州"),
        # words that fall together
        ("提高均衡水平", None),
        ("保持长治久安", None),
        ("制定西部标准", None),
        ("巩固原有成果", None),
        ("确保定量包装合格", None),
        ("形成都市圈", None),
        ("复合肥料抽查", None),
        # the same names where no word leads into them
        ("衡水质量强市", "衡水"),
        ("加强《固原质量提升规划》", "固原"),
        ("河北省保定市", "保定"),
        ("", None),
    ],
)
def test_find_city(text: str, expected: str | None) -> None:
    found = find_city(text)
    assert (found.name if found else None) == expected


def test_names_are_counted_as_often_as_they_come() -> None:
    text = "芜湖与合肥市共建;芜湖市牵头,安徽省支持,江苏省参与。"
    assert [city.name for city in cities_named(text)] == ["芜湖", "合肥", "芜湖"]
    assert list(provinces_named(text)) == ["安徽省", "江苏省"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("安徽省人民政府关于", "安徽省"),
        ("浙江质量强省", "浙江省"),
        ("广西壮族自治区南宁市", "广西壮族自治区"),
        ("内蒙古自治区市场监督管理局", "内蒙古自治区"),
        ("宁夏质量提升", "宁夏回族自治区"),
        ("洛阳市质量提升", "河南省"),
        ("海南藏族自治州", "青海省"),
        ("海南省", "海南省"),
        ("天津市质量提升", "天津市"),
        ("其中山东部分", None),
        ("全省质量工作", None),
    ],
)
def test_province_of(text: str, expected: str | None) -> None:
    assert province_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("江苏省南通市人民政府", ("南通", "江苏省")),
        ("江苏省人民政府关于支持南通市建设质量强市的意见", (None, "江苏省")),
        ("南通市人民政府转发江苏省人民政府的意见", ("南通", "江苏省")),
        ("上海市人民政府", ("上海", "上海市")),
        ("国务院办公厅", (None, None)),
    ],
)
def test_whose(text: str, expected: tuple[str | None, str | None]) -> None:
    city, province = whose(text)
    assert (city.name if city else None, province) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("北京市海淀区质量提升行动计划", "海淀区"),
        ("中共杭州市余杭区委办公室", "余杭区"),
        ("上海市浦东新区人民政府", "浦东新区"),
        ("郑州市管城回族区人民政府", "管城回族区"),
        ("乌海市海南区人民政府", "海南区"),
        ("深圳市南山区质量强区方案", "南山区"),
        ("山西省阳泉市矿区人民政府", "矿区"),
        ("重庆市石柱土家族自治县人民政府", "石柱土家族自治县"),
        ("呼伦贝尔市鄂伦春自治旗人民政府", "鄂伦春自治旗"),
        ("浙江省长兴县人民政府", "长兴县"),
        ("苏州市昆山市质量提升方案", "昆山市"),
        ("昆山市人民政府关于质量强市的意见", "昆山市"),
        ("承德县人民政府办公室", "承德县"),
        # no district
        ("北京市各区人民政府", None),
        ("西安市质量强市建设方案", None),
        ("西安市市区道路管理办法", None),
        ("成都市高新区质量方案", None),
        ("重庆市推进社区服务的意见", None),
        ("上海市质量发展示范区方案", None),
        ("杭州市县域质量提升方案", None),
        ("宁波市市场监督管理局", None),
        ("哈尔滨市质量强区考核办法", None),
        ("中共杭州市委杭州市人民政府", None),
        ("市人民政府办公室关于", None),
        ("区人民政府关于", None),
        ("吉林省吉林市人民政府", None),
    ],
)
def test_district_of(text: str, expected: str | None) -> None:
    assert district_of(text) == expected
