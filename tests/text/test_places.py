"""Places: the table's facts, what a user types, and what a title names."""

from __future__ import annotations

import string
from collections import Counter
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin import Style, pinyin

from qcompare.text.geography.cities import City, cities, cities_called, county_cities, number_signs, provinces
from qcompare.text.geography.places import (
    cities_named,
    find_city,
    most_common,
    province_of,
    province_repeated,
    provinces_named,
    whose,
)

# --- the table ----------------------------------------------------------------------------------


def test_the_table_holds_every_prefecture_level_unit() -> None:
    """The Ministry counts 293 cities of prefecture level, 30 prefectures, 7 areas and 3 leagues."""
    kinds = Counter(_kind(city.full) for city in cities())
    direct = 22 - 1  # county-level cities under a province; the one forestry district stands for itself
    assert kinds == {"市": 4 + 293 + direct, "自治州": 30, "地区": 7, "盟": 3, "林区": 1}
    assert len({city.full for city in cities()}) == len(cities())


def _kind(full: str) -> str:
    return next(kind for kind in ("自治州", "地区", "林区", "盟", "市") if full.endswith(kind))


def test_the_table_of_county_level_cities_holds_all() -> None:
    """The Ministry counts 397 (end of 2023); the 21 under a province stand with the prefectures."""
    assert len({city.full for city in county_cities()}) == 397 - 21
    assert Counter(city.province for city in county_cities()) == {
        "河北省": 21,
        "山西省": 11,
        "内蒙古自治区": 11,
        "辽宁省": 16,
        "吉林省": 20,
        "黑龙江省": 21,
        "江苏省": 21,
        "浙江省": 20,
        "安徽省": 9,
        "福建省": 11,
        "江西省": 12,
        "山东省": 26,
        "河南省": 20,
        "湖北省": 23,
        "湖南省": 19,
        "广东省": 20,
        "广西壮族自治区": 10,
        "四川省": 19,
        "贵州省": 10,
        "云南省": 18,
        "西藏自治区": 2,
        "陕西省": 7,
        "甘肃省": 5,
        "青海省": 5,
        "宁夏回族自治区": 2,
        "新疆维吾尔自治区": 17,
    }


def test_every_county_level_city_lies_in_a_prefecture_of_the_table() -> None:
    above = {city.full: city.province for city in cities()}
    assert [c.full for c in county_cities() if above[c.prefecture or ""] != c.province] == []
    assert {c.full.removesuffix("市") for c in county_cities()} == {
        c.name.removesuffix("市") if c.full == "芒市" else c.name for c in county_cities()
    }


def test_the_signs_of_document_numbers_name_places_of_the_tables() -> None:
    known = {place.full for place in (*cities(), *provinces())}
    assert set(number_signs().values()) <= known


def test_the_table_holds_all_provinces_and_every_city_lies_in_one() -> None:
    names = [province.full for province in provinces()]
    assert Counter(name[-1] for name in names) == {"省": 23, "市": 4, "区": 7}
    assert {city.province for city in cities()} == set(names) - {"台湾省", "香港特别行政区", "澳门特别行政区"}


def test_every_pinyin_is_a_reading_of_its_name() -> None:
    places = (*cities(), *provinces(), *county_cities())
    unread = [p.name for p in places if p.pinyin not in _readings(p.name)]
    assert unread == ["陕西", "乐陵"]  # shaanxi, not shanxi; laoling by custom
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
        ("克孜勒苏", "kezilesu"),
        ("锡林郭勒", "xilinguole"),
        ("库尔勒", "kuerle"),
        ("乐清", "yueqing"),
        ("乐平", "leping"),
        ("荥阳", "xingyang"),
        ("句容", "jurong"),
        ("都匀", "duyun"),
        ("什邡", "shifang"),
        ("耒阳", "leiyang"),
        ("泊头", "botou"),
        ("射洪", "shehong"),
    ],
)
def test_pinyin_where_a_character_has_several_readings(name: str, expected: str) -> None:
    assert [city.pinyin for city in (*cities(), *county_cities()) if city.name == name] == [expected]


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
    st.sampled_from((*cities(), *county_cities())),
    st.lists(st.sampled_from(["", "'", "’", "-", " "]), min_size=20, max_size=20),
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
        ("kunshan", ["昆山市"]),
        ("昆山市", ["昆山市"]),
        ("大理", ["大理白族自治州", "大理市"]),
        ("大理市", ["大理白族自治州", "大理市"]),
        ("wuwei", ["武威市", "无为市"]),
        ("芒市", ["芒市"]),
        ("津市", ["津市市"]),
        ("浙江", []),
        ("nowhere", []),
        ("", []),
    ],
)
def test_cities_called(typed: str, expected: list[str]) -> None:
    assert [city.full for city in cities_called(typed)] == expected


# --- what a text names --------------------------------------------------------------------------


@given(st.sampled_from((*cities(), *county_cities())), st.sampled_from(["人民政府关于", "质量", "委、", ""]))
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
        # a county-level city by its full name; as a word only where it is one
        ("昆山市质量提升方案", "昆山"),
        ("推进义乌市质量强市建设", "义乌"),
        ("合作市人民政府", "合作"),
        ("芒市人民政府", "芒市"),
        ("大理市人民政府", "大理"),
        ("加强合作市场开拓", None),
        ("服务江山市民", None),
        ("昆山", None),
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
        ("江苏省苏州市昆山市人民政府", ("昆山", "江苏省")),
        ("苏州市人民政府关于支持昆山市发展的意见", ("苏州", "江苏省")),
        ("江苏省人民政府关于支持昆山市发展的意见", (None, "江苏省")),
        ("昆山质量强市行动方案", ("昆山", "江苏省")),
        ("中共昆山市委办公室", ("昆山", "江苏省")),
        ("安宁质量强市行动方案", (None, None)),  # a word too
        ("敦煌路街道质量方案", (None, None)),
        ("新疆生产建设兵团第八师石河子市质量强市方案", ("石河子", "新疆维吾尔自治区")),
        ("新疆生产建设兵团办公厅", (None, "新疆维吾尔自治区")),
    ],
)
def test_whose(text: str, expected: tuple[str | None, str | None]) -> None:
    city, province = whose(text)
    assert (city.name if city else None, province) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("走出体现青海高原特色的路子,建设现代化新青海", "青海省"),
        ("习近平总书记对青海工作的指示", None),  # once may be chance
        ("全省质量工作", None),
    ],
)
def test_province_repeated(text: str, expected: str | None) -> None:
    assert province_repeated(text) == expected


def test_the_most_common_is_the_first_of_several() -> None:
    assert [most_common("abba"), most_common("cabb"), most_common("")] == ["a", "b", None]
