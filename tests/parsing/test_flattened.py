"""Lines that lost their ends are cut where the next heading begins, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.parsing.flattened import apart
from qcompare.parsing.lines import lines_of


def _apart(text: str) -> list[str]:
    return [line.text for line in apart(lines_of(text))]


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        # behind a sentence, behind its closing marks, behind a blank
        (
            "现提出意见。一、要求。抓好落实。二、任务。",
            ["现提出意见。", "一、要求。抓好落实。", "二、任务。"],
        ),
        ("一、要求。坚持“质量第一。”二、任务", ["一、要求。坚持“质量第一。”", "二、任务"]),
        ("一、总体要求  二、主要任务", ["一、总体要求", "二、主要任务"]),
        ("（一）甲。（市质监局负责）（二）乙。", ["（一）甲。（市质监局负责）", "（二）乙。"]),
        ("第一章 总则 第二章 监督", ["第一章 总则", "第二章 监督"]),
        ("1.甲。2.乙。3.丙。", ["1.甲。", "2.乙。", "3.丙。"]),
        # the first below a title that nothing closes
        ("二、任务（一）提升质量。抓好落实。", ["二、任务", "（一）提升质量。抓好落实。"]),
        (
            "二、任务 （一）标准引领行动 1.建设体系。落实",
            ["二、任务", "（一）标准引领行动", "1.建设体系。落实"],
        ),
        # numbers go on, or begin again below the next heading
        (
            "一、甲。（一）子。（二）丑。二、乙。（一）寅。",
            ["一、甲。", "（一）子。", "（二）丑。", "二、乙。", "（一）寅。"],
        ),
        # behind an unclosed title whose last word goes before no numeral but before figures
        ("（一）落实责任1、明确责任。抓好", ["（一）落实责任", "1、明确责任。抓好"]),
        ("第一章 培训与聘任第一条 企业应当培训。", ["第一章 培训与聘任", "第一条 企业应当培训。"]),
        ("（一）甲。1.子。（二）乙。2.丑。", ["（一）甲。", "1.子。", "（二）乙。", "2.丑。"]),
    ],
)
def test_headings_that_share_a_line(line: str, pieces: list[str]) -> None:
    assert _apart(line) == pieces


@pytest.mark.parametrize(
    "line",
    [
        # a list within a sentence, and what goes on with it
        "要求如下：一、甲；二、乙；三、丙。",
        "要求如下：一、甲。二、乙。三、丙。",
        "一、要求。包括：（一）甲。（二）乙。",
        "材料：（1）甲。（2）乙。①丙。②丁。",
        # not the next number
        "一、要求。抓好落实。三、任务。",
        "1.甲。抓好落实。（二）乙。",
        # figures and words
        "（一）到2020年。1.5倍以上。",
        "全面增长 1. 力争实现",
        "落实好一、二、三产业。一、二类。",
        "（一）甲\t1.合格率\t2.满意率",
        "根据第一条 第二条办理",
        "",
    ],
)
def test_what_is_no_heading_stays_in_its_line(line: str) -> None:
    assert _apart(line) == ([line] if line else [])


_LONG = "围绕重点产业开展质量提升行动" * 8  # no title: there is no mark in it


@pytest.mark.parametrize(
    "pieces",
    [
        # titles end at blanks, before numbers, and where customs show it
        [
            "某市方案",
            "一、总体要求",
            "（一）指导思想",
            f"{_LONG}。",
            "（二）目标。提升质量。",
            "二、任务",
            f"{_LONG}。",
        ],
        [
            "第一章 总 则",
            f"为提升质量，{_LONG}。",
            "第二章 任务",
            "一、产品。抓好落实。",
            "二、工程。抓好落实。",
        ],
        [
            "一、产品",
            f"各区要落实。{_LONG}。",
            "二、工程。落实。",
            "（1）抽查。开展工作。",
            "（2）召回。开展工作。",
            "三、服务。甲。",
        ],
        # a figure in a title, and 1. behind a blank
        [
            "一、总则",
            f"本办法自 2020 年起施行。{_LONG}。",
            "二、甲。乙。",
            "（一）丙",
            "1. 丁戊。抓好质量提升。",
            "2. 己。落实。",
        ],
        # numbers begin again in an annex, and below contents; one number was lost
        [
            "目录",
            "一、要求",
            "二、任务",
            "三、保障",
            "一、要求。甲。",
            "二、任务。乙。",
            f"三、保障。{_LONG}。",
        ],
        [
            "一、要求。甲。",
            "二、任务。乙。",
            f"三、保障。{_LONG}。附件1 分工表",
            "一、产品",
            "（一）抽查。各区落实。",
        ],
        ["一、要求。甲。", "二、任务。乙。", f"四、保障。{_LONG}。", "五、附则。丙。"],
    ],
)
def test_a_page_without_line_ends(pieces: list[str]) -> None:
    assert _apart(" ".join(pieces))[-len(pieces) :] == pieces


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        (
            f"某市方案一、总体要求（一）目标。{_LONG}。（二）原则。{_LONG}。二、任务（一）产品。{_LONG}。三、保障",
            [
                "某市方案",
                "一、总体要求",
                f"（一）目标。{_LONG}。",
                f"（二）原则。{_LONG}。",
                "二、任务",
                f"（一）产品。{_LONG}。",
                "三、保障",
            ],
        ),
        (  # the title's last word and the body's first tell them apart, a comma behind them if it closes
            f"意见：一、发展质量的重要意义质量是生命，是根本。{_LONG}。二、工作基础2017年，产值很高。"
            f"{_LONG}。三、智能制造工程推动企业{_LONG}。四、提高人员素质建立基地，培训工人。{_LONG}。",
            [
                "意见：",
                "一、发展质量的重要意义",
                f"质量是生命，是根本。{_LONG}。",
                "二、工作基础",
                f"2017年，产值很高。{_LONG}。",
                "三、智能制造工程",
                f"推动企业{_LONG}。",
                "四、提高人员素质",
                f"建立基地，培训工人。{_LONG}。",
            ],
        ),
        (
            f"一、职责各区要落实。{_LONG}。二、任务。{_LONG}。三、{_LONG}。四、保障。{_LONG}。",
            [
                "一、职责各区要落实。" + _LONG + "。",
                f"二、任务。{_LONG}。",
                f"三、{_LONG}。",
                f"四、保障。{_LONG}。",
            ],
        ),
        (
            f"一、组织机构本方案由市局解释，{_LONG}。二、任务。{_LONG}。三、乙。{_LONG}。四、保障。{_LONG}。",
            [
                "一、组织机构",
                f"本方案由市局解释，{_LONG}。",
                f"二、任务。{_LONG}。",
                f"三、乙。{_LONG}。",
                f"四、保障。{_LONG}。",
            ],
        ),
    ],
)
def test_a_page_without_line_ends_or_blanks(line: str, pieces: list[str]) -> None:
    assert _apart(line) == pieces


@pytest.mark.parametrize(
    "line",
    [
        f"包括以下内容：（一）产品。（二）工程。（三）服务。（四）环境。{_LONG}。",
        f"{_LONG}：1.甲；2.乙；3.丙；4.丁。",
        f"推动统一、规范，{_LONG}，见第一章、第二章和第三章。",
    ],
)
def test_a_long_line_with_a_list_is_no_page(line: str) -> None:
    assert _apart(line) == [line]


def test_whose_turn_it_is_runs_over_the_lines() -> None:
    text = "一、甲\n抓好落实。二、乙。\n（一）子\n好。（二）丑。（四）寅。"
    assert _apart(text) == ["一、甲", "抓好落实。", "二、乙。", "（一）子", "好。", "（二）丑。（四）寅。"]


@pytest.mark.parametrize(
    "line", ["x（一）" * 25_000, "。一、" * 25_000, "1.甲。" * 25_000, "一、" + "甲（一）" * 25_000]
)
def test_a_line_of_any_length_is_cut(line: str) -> None:
    assert "".join(_apart(line)) == line


@given(st.text(st.sampled_from("一二（）1.2、。：甲 \n第章")))
def test_nothing_but_blanks_is_lost_and_every_piece_has_its_place(text: str) -> None:
    lines = list(apart(lines_of(text)))
    assert "".join("".join(line.text for line in lines).split()) == "".join(text.split())
    assert all(line.span.of(text) == line.text == line.text.strip() != "" for line in lines)
