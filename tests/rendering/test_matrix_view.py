from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from rich.cells import cell_len

from qcompare.matrices import Matrix
from qcompare.models import Lang, Metadata
from qcompare.rendering import markdown
from qcompare.rendering.views.matrix import document, left_out
from tests.rendering.matrices import (
    DONGJIANG_BY_HAND,
    HEFENG_BY_HAND,
    LUSHAN,
    PLANS,
    TOWNS,
    by_city,
    by_city_by_hand,
    by_measure,
    by_topic,
    copies,
)
from tests.rendering.reading import paragraphs, printed, rows, texts


def shown(matrix: Matrix, lang: Lang = "en", limit: int | None = None, width: int = 80) -> str:
    return printed(document(matrix, lang, limit=limit, width=width), width)


MEASURES_EN = """\
Measures of Hefeng, Lushan, Beiyuan
Plan          Number, date, kind  Measures  Only here
─────────────────────────────────────────────────────
Hefeng        2020, plan                 3          1
hefeng-2020
Lushan        2021, plan                 1          0
lushan-2021
Beiyuan       2022, plan                 2          0
beiyuan-2022
Measures found: 3; in all 3 plans: 1; in one plan alone: 1. Filled cells: 6;
resting on doubtful finds alone: 1.
Cells hold references; one without ¶ is a heading. ? = a doubtful find (in other
words, in passing or in a quoted title): read it before you count it. What most
plans have comes first on its topic.

── Product quality ─────────────────────────────────────────────────────────────
Measure              Hefeng  Lushan  Beiyuan
────────────────────────────────────────────
Products overall
 Sampling pass rate  二 ¶1?  –       –
all 1 shown

── Quality foundations ─────────────────────────────────────────────────────────
Measure                 Hefeng  Lushan  Beiyuan
───────────────────────────────────────────────
Quality management
 Chief quality officer  一      –       ¶1
                        一 ¶1
                        一 ¶2
                        一 ¶3
all 1 shown

── Quality governance ──────────────────────────────────────────────────────────
Measure          Hefeng  Lushan  Beiyuan
────────────────────────────────────────
Quality culture
 Quality month   一 ¶2   ¶1      ¶1
all 1 shown

── What all plans have, and what only one has ──────────────────────────────────
Plan       Count  Measures
────────────────────────────────────
all plans      1  Quality month

Hefeng         1  Sampling pass rate
"""


def test_measures_with_their_references() -> None:
    assert shown(by_measure()) == MEASURES_EN


def test_measures_in_chinese() -> None:
    page = shown(by_measure(), "zh")
    assert page.startswith("举措采用情况：和丰、鹿山、北原\n")
    assert (
        """\
── 质量基础 ────────────────────────────────────────────────────────────────────
举措         和丰   鹿山  北原
──────────────────────────────
质量管理
 首席质量官  一     –     ¶1
             一 ¶1
             一 ¶2
             一 ¶3
共 1 项，全部列出
"""
        in page
    )


def test_a_cell_shows_some_references_within_a_limit() -> None:
    found = rows(document(by_measure(), "en", limit=8, width=80), "Quality foundations")
    assert found[1] == [" Chief quality officer", "一\n一 ¶1\n+2", "–", "¶1"]


def test_the_most_widely_adopted_are_shown_within_a_limit() -> None:
    plans = document(by_measure(copies(4)), "en", limit=1, width=160)
    assert rows(plans, "What all plans have, and what only one has") == [["all plans", "1", "Quality month"]]
    assert "--all shows every row" in shown(by_measure(), limit=1)
    assert "--all" not in shown(by_measure())


COUNTS = """\
── Quality foundations ─────────────────────────────────────────────────────────
Measure                     1   2   3   4   5   6   7
──────────────────────────────────────────────────────
Quality management
 Chief quality officer 5/7  4   –   1   4   –   1   4
all 1 shown
"""
BLOCKS = """\
── Quality foundations ─────────────────────────────────────────────────────────
Plans 1 to 4 of 7
Measure                     1      2   3   4
────────────────────────────────────────────────
Quality management
 Chief quality officer 5/7  一     –   ¶1  一
                            一 ¶1          一 ¶1
                            一 ¶2          一 ¶2
                            一 ¶3          一 ¶3
Plans 5 to 7 of 7
Measure                     5   6   7
─────────────────────────────────────────
Quality management
 Chief quality officer 5/7  –   ¶1  一
                                    一 ¶1
                                    一 ¶2
                                    一 ¶3
all 1 shown
"""


@pytest.mark.parametrize(
    ("limit", "width", "table"),
    [
        (8, 80, COUNTS),  # counted where references have no room
        (None, 80, BLOCKS),  # all references, some plans in a table below
    ],
)
def test_more_plans_than_the_width_holds(limit: int | None, width: int, table: str) -> None:
    page = shown(by_measure(copies(7)), limit=limit, width=width)
    assert table in page
    assert "\n7 Town06     2020, plan                 3          0\n" in page  # what 7 stands for


def test_seven_plans_side_by_side_on_a_wide_screen_and_in_a_file() -> None:
    wide = document(by_measure(copies(7)), "en", limit=8, width=160)
    unbound = document(by_measure(copies(30)), "en", limit=8)
    assert rows(wide, "Quality governance")[1] == [" Quality month", "一 ¶2", *["¶1", "¶1", "一 ¶2"] * 2]
    assert len(rows(unbound, "Quality governance")[1]) == 31
    assert "| Measure | Town00 | Town01 |" in markdown.render(unbound)


TOPICS_EN = """\
Pillar / topic                 Mean  Dongjiang  Nanpu      Xiling
────────────────────────────────────────────────────────────────────
Product quality                24.8    2 37.4▲    1 14.8▼    1 22.1
  Products overall             21.2    1 26.7     1 14.8     1 22.1
  Equipment and manufacturing   3.6    1 10.7     –     ▼    –     ▼
Engineering quality             8.9    2 16.7▲    1 10.0     –     ▼
  Works overall                 6.9    1 10.7     1 10.0     –     ▼
  Green building                2.0    1  6.0     –     ▼    –     ▼
Service quality                 4.3    –     ▼    2 12.9▲    –     ▼
  Consumer services             4.3    –     ▼    2 12.9▲    –     ▼
Environmental quality           9.1    –     ▼    2 27.3▲    –     ▼
  Water                         9.1    –     ▼    2 27.3▲    –     ▼
Quality foundations            28.3    2 25.3     1 17.7▼    2 41.9
  Standards                     3.1    1  9.3     –     ▼    –     ▼
  Quality management           25.2    1 16.0▼    1 17.7     2 41.9▲
Quality governance             12.6    1  7.8▼    1  6.7▼    1 23.3
  Quality culture              12.6    1  7.8▼    1  6.7▼    1 23.3
Context                        11.0    2  9.6     1 10.5     1 12.8
Other                           1.1    1  3.2     –          –
Topics that no plan speaks of, left out: 1.
Units, then % of the text; ▲ more than 1.5 times the mean of the plans, ▼ less
than two thirds, both by at least 2 percentage points; no ▲ for one unit alone.
"""


def test_topics_with_their_pillars_and_how_they_stand_to_the_mean() -> None:
    page = shown(by_topic())
    assert page.endswith(TOPICS_EN)
    assert "! A digest is compared with a real plan (dongjiang-2019, nanpu-2021)" in page
    assert "\nDongjiang                   东政发〔2019〕18号, 2019-11-05,       10         281\n" in page


def test_the_largest_topics_within_a_limit() -> None:
    made = document(by_topic(), "zh", limit=7, width=80)
    small = [line.split()[0] for line in printed(made, 80).splitlines() if line.startswith("  ")]
    assert small == [
        "产品质量综合",
        "装备制造",
        "工程质量综合",
        "生活性服务业",
        "水",
        "质量管理",
        "质量文化与宣传",
    ]
    assert (
        "各文件均未涉及而略去的主题：1 个。"
        "另有主题略去：2 个（在各文件中均不超过 9.3%）；优先列出各支柱中占比最大的主题。"
    ) in paragraphs(made)


def test_two_plans_have_no_mean_to_stand_out_from() -> None:
    page = shown(by_topic(TOWNS[:2]))
    assert "\nService quality                 6.5    –          2 12.9\n" in page
    assert page.endswith("\nUnits, then % of the text.\n")


def test_what_somebody_coded_is_marked() -> None:
    page = shown(by_topic([DONGJIANG_BY_HAND, *TOWNS[1:]]), "zh")
    assert [line.split() for line in page.splitlines() if line.endswith(" ▼") and "✎" in line] == [
        ["工程质量", "8.9", "2", "16.7▲", "✎", "1", "10.0", "–", "▼"],
        ["绿色建筑与节能", "2.0", "1", "6.0", "✎", "–", "▼", "–", "▼"],
    ]
    assert page.endswith("✎ 表示其中有人工设定主题的单元\n")
    assert "✎" not in shown(by_topic())


def test_references_of_what_somebody_coded_are_marked() -> None:
    plans = [HEFENG_BY_HAND, *PLANS[1:]]
    page = document(by_measure(plans), "zh", width=80)
    assert [row[1] for row in rows(page, "产品质量") + rows(page, "质量基础") if "✎" in row[1]] == [
        "二 ¶1?✎",
        "一\n一 ¶1✎\n一 ¶2\n一 ¶3",
    ]
    assert paragraphs(page).count("✎ 表示主题由人工设定") == 1
    counted = document(by_measure([*plans, *copies(7)]), "en", limit=8, width=80)
    assert rows(counted, "Quality foundations")[1] == [
        *(" Chief quality officer 7/10", "4✎", "–", "1", "4", "–", "1", "4", "–", "1", "4"),
    ]
    assert paragraphs(counted).count("✎ = holds units with a topic set by hand") == 1
    narrow = document(by_measure(plans), "en", limit=1, width=80)  # +2 stands for the rest
    assert "✎" in "".join(texts(narrow))


def test_similarity_tells_what_it_rests_on() -> None:
    assert shown(by_city_by_hand()).endswith(
        """\
Set by hand in what this rests on: topics of units: 2; pairs made counterparts:
1; pairs taken away: 1.
"""
    )
    assert "Set by hand" not in shown(by_city())


def test_one_plan_has_no_mean_and_nothing_to_share() -> None:
    assert shown(by_topic([LUSHAN])).endswith(
        """\
Pillar / topic      Lushan
────────────────────────────
Quality governance    1 66.7
  Quality culture     1 66.7
Other                 1 33.3
Topics that no plan speaks of, left out: 10.
Units, then % of the text.
"""
    )
    page = shown(by_measure([LUSHAN]))
    assert "Only here" not in page
    assert "What all plans have" not in page
    assert "Measures found: 1. Filled cells: 1;" in page


def test_no_measure_at_all() -> None:
    page = shown(replace(by_measure([LUSHAN]), rows=()))
    assert page.endswith("No measure was found.\n")


def test_similarity_of_city_and_city() -> None:
    assert shown(by_city()).endswith(
        """\
         Hefeng  Lushan  Beiyuan
────────────────────────────────
Hefeng        ·    0.61     0.52
Lushan     0.61       ·     0.50
Beiyuan    0.52    0.50        ·
Share of text that has a counterpart (score ≥ 0.45), mean of both directions.
"""
    )


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [80, 160])
@pytest.mark.parametrize("count", [1, 2, 5, 6, 12, 40])
def test_no_line_is_too_long_and_no_plan_is_lost(count: int, width: int, lang: Lang) -> None:
    for matrix in (by_topic(copies(count)), by_measure(copies(count))):
        for limit in (3, None):
            page = shown(matrix, lang, limit, width)
            assert max(map(cell_len, page.splitlines())) <= width
            assert all(f"town{n:02}-2020" in page for n in range(count))


def test_every_reference_is_shown_without_a_limit() -> None:
    matrix = by_measure(copies(12))
    page = "\n".join(texts(document(matrix, "en", width=80))).split()
    said = [place.marked for row in matrix.rows for cell in row.cells for place in cell]
    assert sum(part.startswith("¶") for part in page if part != "¶") == sum("¶" in ref for ref in said)


@pytest.mark.parametrize(
    ("hidden", "unreadable", "note"),
    [
        ([], [], ""),
        (["a", "b"], [], "未列入（被同名文件遮盖）：a、b。"),
        (["a"], ["c"], "未列入（被同名文件遮盖）：a。未列入（无法读取）：c。"),
    ],
)
def test_what_is_left_out_of_all(hidden: Sequence[str], unreadable: Sequence[str], note: str) -> None:
    metas = [[Metadata(id=name, title="") for name in names] for names in (hidden, unreadable)]
    assert left_out(metas[0], metas[1], "zh") == note


def test_ids_head_the_columns_where_a_city_has_two_plans() -> None:
    page = shown(by_topic([*PLANS, *copies(1)]))
    assert "Hefeng" in page
    twice = [PLANS[0], *PLANS]
    assert "Hefeng" not in shown(by_topic(twice))
