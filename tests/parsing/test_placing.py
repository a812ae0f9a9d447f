"""Whose a document is: told by a name, called ours, or shown by the page around it."""

from __future__ import annotations

import pytest

from qcompare.parsing.placing import Clues, place_of, told_by


def named(names: tuple[str | None, ...], clues: Clues) -> tuple[str | None, ...]:
    """Level, city, district and province of the place, short."""
    place = place_of(names, clues)
    return (place.level, place.city.name if place.city else None, place.district, place.province)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("国家市场监督管理总局关于质量工作的意见", "national"),
        ("市场监管总局:质量稳步提升", "national"),
        ("工业和信息化部办公厅关于质量工作的通知", "national"),
        ("省委组织部关于人才工作的通知", None),
        ("市场监督管理局关于质量工作的通知", None),
        ("昆山市人民政府", "county"),
        ("苏州市人民政府", "city"),
        ("苏州市吴江区人民政府", "district"),
        ("怀远县人民政府", "county"),
        ("西安国际港务区管委会", "district"),
        ("江苏省人民政府", "province"),
        ("关于加强质量工作的意见", None),
    ],
)
def test_the_level_that_a_name_tells(name: str, expected: str | None) -> None:
    assert told_by(name).level == expected


@pytest.mark.parametrize(
    ("clues", "expected"),
    [
        # what the body calls ours, and names most often
        (Clues("我市质量提升。江苏省、镇江市、镇江市、丹阳市。"), ("city", "镇江", None, "江苏省")),
        (Clues("我市质量提升。丹阳市、丹阳市、镇江市。"), ("county", "丹阳", None, "江苏省")),
        (Clues("全省质量提升,江西省各市,南昌市、南昌市先行。"), ("province", None, None, "江西省")),
        (
            Clues("全区质量提升。各区、全区。银川市、宁夏回族自治区。"),
            ("province", None, None, "宁夏回族自治区"),
        ),
        (Clues("我县发展,来安县人民政府牵头。"), ("county", None, "来安县", None)),
        (Clues("全县质量提升。安徽省来安县人民政府,来安县委。"), ("county", None, "来安县", "安徽省")),
        # the page around it, of the level that the body calls ours
        (Clues("我市质量提升。", frame=("首页", "扬中市人民政府")), ("county", "扬中", None, "江苏省")),
        (Clues("我省质量提升。", frame=("首页", "池州市市场监督管理局")), ("province", None, None, "安徽省")),
        (Clues("我省质量提升。", organs=("国务院办公厅",)), (None, None, None, None)),
        (Clues("质量提升。", organs=("丽水市市场监督管理局",)), ("city", "丽水", None, "浙江省")),
        # the number last
        (Clues("质量提升。", number="深市监〔2020〕1号"), ("city", "深圳", None, "广东省")),
        (Clues("质量提升。", number="皖政办〔2020〕1号"), ("province", None, None, "安徽省")),
        (Clues("质量提升。", number="宁政发〔2020〕1号"), (None, None, None, None)),  # two places' sign
        # the first lines of news
        (
            Clues("近日,浙江省丽水市召开会议。杭州市、杭州市。", is_news=True),
            ("city", "丽水", None, "浙江省"),
        ),
        (Clues("近日召开会议。"), (None, None, None, None)),
    ],
)
def test_the_place_that_clues_tell(clues: Clues, expected: tuple[str | None, ...]) -> None:
    assert named((None, "关于加强质量工作的意见"), clues) == expected


def test_names_go_before_clues_and_the_first_before_the_rest() -> None:
    clues = Clues("全省质量提升,江西省。")
    assert named(("吉安市人民政府", "赣州市质量方案"), clues) == ("city", "吉安", None, "江西省")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("合肥市。滁州市来安县。合肥市。", ("county", "滁州", "来安县", "安徽省")),  # right in front of it
        ("合肥市、合肥市、滁州市。", ("county", "合肥", "来安县", "安徽省")),  # most often
        ("安徽省来安县。", ("county", None, "来安县", "安徽省")),
        ("质量提升。", ("county", None, "来安县", None)),
    ],
)
def test_a_county_lies_in_the_city_that_its_text_names(body: str, expected: tuple[str | None, ...]) -> None:
    assert named(("来安县人民政府",), Clues(body)) == expected
