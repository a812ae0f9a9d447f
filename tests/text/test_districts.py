"""Districts, counties and areas: what their names look like, and what only looks like one."""

from __future__ import annotations

import pytest

from qcompare.text.geography.districts import district_of


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
        ("海淀区质量提升行动计划", "海淀区"),
        ("关于印发余杭区质量提升行动方案的通知", "余杭区"),
        ("怀远县质量强县工作方案", "怀远县"),
        ("武强县人民政府", "武强县"),
        ("温州市龙湾区人民政府", "龙湾区"),
        ("杭州经济技术开发区管理委员会关于印发", "经济技术开发区"),
        ("西安国际港务区管委会办公室", "国际港务区"),
        # a county-level city of the table is a city; one that became a district is not in the table
        ("苏州市昆山市质量提升方案", None),
        ("昆山市人民政府关于质量强市的意见", None),
        ("章丘市人民政府关于质量强市的意见", "章丘市"),
        # only spoken of
        ("浙江省人民政府关于支持杭州市余杭区发展的意见", None),
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
        ("粤港澳大湾区质量规划", None),
        ("全区质量工作要点", None),
        ("经济特区质量条例", None),
        ("矿区安全生产办法", None),
    ],
)
def test_district_of(text: str, expected: str | None) -> None:
    assert district_of(text) == expected
