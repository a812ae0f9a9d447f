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
