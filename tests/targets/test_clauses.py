from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.targets.clauses import BRACKETED, QUOTED, SEPARATOR, clauses, without_asides, without_names


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("实施“百企500强”计划", "实施qqqqqqqq计划"),
        ("依据《办法(2018年)》执行", "依据qqqqqqqqqqq执行"),
        ("下降8%(约束性)以上", "下降8%bbbbb以上"),
        ("颗粒物（PM10）浓度〔2019〕", "颗粒物bbbbbb浓度bbbbbb"),
        ('推进"368"工程', "推进qqqqq工程"),
        ("实现“零”的突破和“零事故”", "实现“零”的突破和“零事故”"),  # said of figures, no names
        ("半个(括号和“引号", "半个(括号和“引号"),  # never closed: nothing is hidden
        ("a)b”c", "a)b”c"),
        ("((x)y", "(bbby"),
    ],
)
def test_names_and_asides_are_blanked(text: str, masked: str) -> None:
    assert without_names(text).replace(QUOTED, "q").replace(BRACKETED, "b") == masked


def test_quotations_can_date_a_sentence() -> None:
    assert without_asides("“十四五”末(2025年)") == "“十四五”末" + BRACKETED * 7


@given(st.text("(（“”）)《》\"'零1个a，", max_size=60))
def test_a_mask_keeps_the_length_and_what_it_does_not_hide(text: str) -> None:
    masked = without_names(text)
    assert len(masked) == len(text)
    assert all(m in (t, BRACKETED, QUOTED) for m, t in zip(masked, text, strict=True))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("甲达到1,200家,乙达到80%", ["甲达到1,200家", "乙达到80%"]),
        ("甲达到96%,1000家乙", ["甲达到96%", "1000家乙"]),
        ("产值500,增速8%", ["产值500", "增速8%"]),
        ("差距控制在2.5:1以内；其他", ["差距控制在2.5:1以内", "其他"]),
        ("比例为1：3", ["比例为1：3"]),
        ("目标:合格率：98%", ["目标", "合格率", "98%"]),
        ("建成园区、实现零的突破", ["建成园区", "实现零的突破"]),
        ("新建、改建", ["新建、改建"]),
        ("，；。", []),
    ],
)
def test_clauses_end_where_statements_do(text: str, parts: list[str]) -> None:
    assert [span.of(text) for span in clauses(text)] == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("甲、乙和丙以及丁", ["甲", "乙", "丙", "丁"]),
        ("收入与支出及结余", ["收入", "支出", "结余"]),
        ("和谐社区与参与率", ["和谐社区", "参与率"]),
        ("普及率及时率共和总和", ["普及率及时率共和总和"]),
    ],
)
def test_separators_are_not_parts_of_words(text: str, parts: list[str]) -> None:
    assert SEPARATOR.split(text) == parts
