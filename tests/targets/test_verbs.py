from __future__ import annotations

import pytest

from qcompare.targets.clauses import without_names
from qcompare.targets.verbs import first_verb, inner_object, kept, last_verb, made


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("培育壮大龙头企业", "培育壮大"),
        ("参与制定行业标准", "参与制定"),
        ("新建车站", "新建"),
        ("建设用地面积", ""),
        ("发展水平指数", ""),
        ("龙头企业", ""),
    ],
)
def test_the_verb_at_the_head(text: str, verb: str) -> None:
    assert first_verb(text) == verb


@pytest.mark.parametrize(
    ("text", "verb"),
    [("力争建成", "建成"), ("完成全市", "完成"), ("各区县整合提升", "整合提升"), ("制定的", ""), ("", "")],
)
def test_the_verb_whose_object_is_to_come(text: str, verb: str) -> None:
    assert last_verb(text) == verb


def test_what_is_made_is_named_alone() -> None:
    assert [made(text) for text in ("打造特色园区", "培训技术人员", "打造")] == ["特色园区", None, None]
    assert [kept(verb) for verb in ("打造", "培训", "")] == ["", "培训", ""]


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("围绕新材料领域建设中试基地", "中试基地"),
        ("支持链主企业组建创新联盟", "创新联盟"),
        ("开展标准实施推广的企业", None),
        ("培训质量基础设施建设人员", None),  # the verb at the head says it
        ("全市拥有名优商标", "名优商标"),
        ("每万人拥有律师", None),
        ("“双创”建设示范", "示范"),
        ("“中心建设”标杆", None),  # inside of a name
        ("绿色矿山建设标准", None),
    ],
)
def test_a_verb_behind_its_subject(text: str, thing: str | None) -> None:
    assert inner_object(text, without_names(text)) == thing
