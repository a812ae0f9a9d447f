"""Whatever somebody set by hand bears a mark, in every table and in both languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import jsonschema
import pytest
from rich.cells import cell_len

from qcompare.models import CodedPlan, Comparison, Lang, Notice, NoticeKind
from qcompare.rendering import markdown
from qcompare.rendering.document import Cell, Column, Heading, Table
from qcompare.rendering.records.comparison import comparison_json
from qcompare.rendering.records.plan import plan_json
from qcompare.rendering.schemas import load_schema
from qcompare.rendering.views import diff, show
from qcompare.rendering.views.notices import said
from qcompare.rendering.views.voice import Voice
from qcompare.taxonomy import Taxonomy
from tests.rendering.handmade import NOTICE, by_hand, touched
from tests.rendering.reading import paragraphs, printed, rows, texts

PARTED = "✗ = a pair of it was taken away by hand"
SHARES = "✎ = holds units with a topic set by hand"
LANGS: tuple[Lang, ...] = ("en", "zh")


def heads(table: list[list[str]], column: int) -> list[str]:
    """The references at the start of the cells in a column, with their marks."""
    return [" ".join(re.findall(r"^[^ ]* ?¶\d+(?: ✎)?(?: ✗)?", row[column])) for row in table]


def test_counterparts_mark_score_topic_and_reference(two: Comparison) -> None:
    document = diff.document(touched(two), "en")
    found = rows(document, "Best counterparts, side by side")
    assert [row[0] for row in found] == [
        "1.00 ✎\nQuality culture",
        "0.83\nQuality management ✎",
        "0.58\nWorks overall",
    ]
    assert heads(found, 1) == ["三 ¶2", "三 ¶1 ✎", "二(一) ¶1"]
    assert heads(found, 2) == ["二 ¶3", "二 ¶1", "二 ¶2"]
    assert (
        "all 3 shown; ✎ behind a score = pair set by hand; ✎ = topic set by hand; pairs taken away by hand: 1"
    ) in paragraphs(document)


def test_joined_rows_mark_what_they_rest_on(three: Comparison) -> None:
    found = rows(diff.document(touched(three), "zh"), "对应最好的条款")
    assert [row[0] for row in found if row[0]] == [
        "1.00 ✎\n质量文化与宣传",
        "0.83\n质量管理 ✎",
        "0.58\n工程质量综合",
    ]
    assert [cell for cell in heads(found, 2) if "✎" in cell] == ["三 ¶1 ✎"]


def test_coverage_marks_the_shares_with_codes_by_hand(two: Comparison) -> None:
    document = diff.document(touched(two), "en")
    found = rows(document, "What each plan is about (% of its text)")
    assert [(row[0].strip(), row[1]) for row in found if "✎" in "".join(row)] == [
        ("Quality foundations", "25.3 ███████████ ✎"),
        ("Quality management", "16.0 ███████ ✎"),
        ("Other", " 3.2 █▌ ✎"),
    ]


def test_only_marks_codes_and_what_was_parted(two: Comparison) -> None:
    document = diff.document(touched(two), "en", limit=None)
    found = rows(document, "What only one city has")
    assert [row[1] for row in found if "✎" in row[1]] == ["Other ✎ *"]
    assert [cell for cell in heads(found, 3) if "✎" in cell] == ["三 ¶4 ✎"]
    assert [cell for cell in heads(found, 3) if "✗" in cell] == ["一 ¶1 ✗", "一 ¶1 ✗"]
    said = paragraphs(document)
    assert [said.count(legend) for legend in ("✎ = topic set by hand", PARTED, SHARES)] == [1, 1, 1]


@pytest.mark.parametrize(
    ("lead", "text", "legends"),
    [
        ("0.83", "质量管理", []),
        ("0.35 ?", "质量管理", ["? 表示把握不足：得分低，或另有得分相近的归类"]),
        ("1.00 ✎", "质量管理", ["得分后的 ✎ 表示配对由人工设定"]),
        ("1.00", "质量管理 ✎", ["✎ 表示主题由人工设定"]),
        (
            "1.00 ✎",
            "质量管理 ✎ / 标准 ?",
            [
                "? 表示把握不足：得分低，或另有得分相近的归类",
                "得分后的 ✎ 表示配对由人工设定",
                "✎ 表示主题由人工设定",
            ],
        ),
        ("一 ¶1 ✗", "是否必要 ？", ["✗ 表示其配对有经人工排除的"]),
        ("一 ¶1 ✎ ✗", "", ["✎ 表示主题由人工设定", "✗ 表示其配对有经人工排除的"]),
    ],
)
def test_a_legend_tells_of_the_marks_that_are_there(lead: str, text: str, legends: list[str]) -> None:
    table = Table((Column(""), Column("")), ((Cell(""), Cell(text, lead=lead)),))
    assert Voice("zh").legends(Heading(2, "1.00 ✎"), table) == legends


def test_sections_mark_the_units_in_them(two: Comparison) -> None:
    document = diff.document(touched(two), "en", limit=None, by_section=True)
    found = rows(document, "Sections, side by side over the taxonomy")
    assert [cell for cell in heads(found, 1) if "✎" in cell] == ["三 ¶1 ✎", "三 ¶4 ✎"]
    assert "✎ = topic set by hand" in paragraphs(document)


def test_show_marks_topics_furniture_too(plans: Mapping[str, CodedPlan], taxonomy: Taxonomy) -> None:
    coded = by_hand(plans["dongjiang"], "u001", "u008")
    found = rows(show.document(coded, taxonomy, "zh", limit=None), "文本单元")
    assert [row[1] for row in found if "✎" in row[1]] == ["页面杂项 ✎", "1.00 质量管理 ✎"]
    legend = "? 表示把握不足：得分低，或另有得分相近的归类；✎ 表示主题由人工设定"
    assert legend in paragraphs(show.document(coded, taxonomy, "zh"))
    assert not any("✎" in text for text in texts(show.document(plans["dongjiang"], taxonomy, "zh")))


def test_what_nobody_touched_bears_no_mark(two: Comparison, three: Comparison) -> None:
    for comparison in (two, three):
        assert "✎" not in markdown.render(diff.document(comparison, "en", limit=None))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [60, 80, 160])
def test_every_line_fits(lang: Lang, width: int, two: Comparison, three: Comparison) -> None:
    for comparison in map(touched, (two, three)):
        for by_section in (False, True):
            document = diff.document(comparison, lang, by_section=by_section, width=width)
            assert max(map(cell_len, printed(document, width).split("\n"))) <= width


# --- JSON and notices -----------------------------------------------------------------------------


def test_json_says_who_and_why(two: Comparison) -> None:
    value: Any = comparison_json(touched(two))
    jsonschema.validate(value, load_schema("comparison"))
    units = {unit["id"]: unit["by_hand"] for unit in value["plans"][0]["units"]}
    assert units.pop("u008") == units.pop("u011") == {"coder": "lw", "note": "rule 1"}
    assert set(units.values()) == {None}
    assert [match["by_hand"] is None for match in value["matches"]] == [False, True, True, True]
    (parted,) = value["parted"]
    assert (parted["a"]["unit"], parted["b"]["unit"], parted["score"]) == ("u004", "u002", 0.66)
    assert parted["by_hand"] == {"coder": "lw", "note": "rule 1"}
    assert value["warnings"] == [
        'a/codes.yaml: codes[3]: nothing was changed, for dongjiang-2019 no longer holds "质量奖"'
    ]


def test_json_of_a_plan_warns(plans: Mapping[str, CodedPlan], taxonomy: Taxonomy) -> None:
    value: Any = plan_json(by_hand(plans["dongjiang"]), taxonomy)
    jsonschema.validate(value, load_schema("plan"))
    assert value["warnings"] == [said(NOTICE, "en")]


@pytest.mark.parametrize(
    ("kind", "english", "chinese"),
    [
        ("gone", 'x: nothing was changed, for jia no longer holds "甲"', "x：未作改动，jia 中已找不到“甲”"),
        (
            "changed",
            'x: the text has changed; u1, u2 of jia was found by its words "甲": update the hash',
            "x：原文有变，已凭“甲”认定为 jia 的 u1、u2，请更新哈希值",
        ),
        (
            "repeated",
            'x: "甲" stands in jia more than once; it holds for u1, u2',
            "x：“甲”在 jia 中不止一处，对 u1、u2 一并生效",
        ),
        (
            "stranger",
            'x: nothing was changed, for no plan is called "jia"',
            "x：未作改动，没有名为“jia”的文件",
        ),
    ],
)
def test_notices_in_words(kind: NoticeKind, english: str, chinese: str) -> None:
    notice = Notice(kind, "x", "jia", "甲", ("u1", "u2"))
    assert (said(notice, "en"), said(notice, "zh")) == (english, chinese)
