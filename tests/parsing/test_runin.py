"""A document on one line is taken apart where its head's lines surely ended, and nowhere else."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.parsing.runin import run_in_lines


def _lines(text: str) -> list[str]:
    return [text[start:end].strip() for start, end in pairwise((*run_in_lines(text), len(text)))]


@pytest.mark.parametrize(
    "lines",
    [
        # number behind the title, addressee, sign-off, the title of what is handed on
        [
            "梅州市人民政府关于印发梅州市质量强市行动计划的通知",
            "梅市府〔2016〕31号",
            "各县（市、区）人民政府：",
            "现将《梅州市质量强市行动计划》印发给你们，请执行。",
            "梅州市人民政府2016年9月2日",
            "梅州市质量强市行动计划",
            "为落实《质量发展纲要》（国发〔2012〕9号），制定本计划。一、总体要求",
        ],
        # letterhead and number above the title, a sign-off behind the name of the annex
        [
            "梅州市人民政府文件",
            "梅市府〔2018〕9号",
            "梅州市人民政府关于印发梅州市工业提升方案（2018—2020年）的通知",
            "各镇人民政府、街道办事处：",
            "请执行。附件：梅州市工业提升方案（2018—2020年）",
            "梅州市人民政府二〇一八年四月八日",
            "梅州市工业提升方案（2018—2020年）",
            "工业是根本。",
        ],
        # two organs apart, and not apart in the sign-off
        [
            "梅市办〔2019〕22号",
            "中共梅州市委办公室 梅州市人民政府办公室印发《梅州市服务业方案》的通知",
            "各县（市、区）委、人民政府：",
            "请执行。",
            "中共梅州市委办公室梅州市人民政府办公室2019年3月26日",
            "梅州市服务业方案",
            "根据有关意见，制定本方案。",
        ],
        # only a date, a remark below it; the notice names the year, the title does not
        [
            "市人民政府办公室关于印发2024年梅州市质量工作要点的通知",
            "梅政办函〔2024〕12号",
            "各乡镇人民政府：",
            "请执行。",
            "2024年3月8日",
            "（此件公开发布）",
            "梅州市质量工作要点",
            "2024年很要紧。",
        ],
        # signed at the end
        ["梅州市关于质量的意见", "梅政发〔2009〕7号", "为质量，提出意见。狠抓落实。", "二〇〇九年四月七日"],
        # a title that only its body ends, and headlines of articles
        ["梅州市质量服务实施意见", "质量基础设施（NQI）是支撑。"],
        ["《梅州市关于质量的实施方案》政策解读", "近日，市政府印发了方案。"],
        ["梅州召开质量强市工作推进会", "9月21日，会议召开。"],
    ],
)
def test_a_document_on_one_line(lines: list[str]) -> None:
    assert [line for line in _lines("".join(lines)) if line] == lines


@pytest.mark.parametrize(
    "text",
    [
        # a cited number is none that stands behind a title
        "关于贯彻落实国务院意见国发〔2017〕5号精神，推进工作。",
        "根据《关于质量的意见》（国发〔2017〕5号）要求，各县要落实：抓质量。",
        # dates of the text are no sign-off
        "方案已经通过。2016年8月19日市政府印发了规划，请执行。",
        "工作有序。梅州市人民政府2016年9月2日发布了公告。",
        "",
    ],
)
def test_a_text_without_lines_of_a_head(text: str) -> None:
    assert run_in_lines(text) == (0,)


_PARTS = [
    "关于印发方案的通知",
    "梅市府〔2018〕9号",
    "各县：",
    "。",
    "梅州市人民政府",
    "2018年3月2日",
    "《",
    "为",
]


@given(st.lists(st.sampled_from(_PARTS)).map("".join))
def test_cuts_rise_within_the_text(text: str) -> None:
    cuts = run_in_lines(text)
    assert cuts[0] == 0
    assert all(0 < cut < len(text) for cut in cuts[1:])
    assert list(cuts) == sorted(set(cuts))
