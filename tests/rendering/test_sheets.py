"""The coding sheet and the sheet of matches, read back and laid beside the JSON of the same values."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from qcompare.models import CodedPlan, Comparison
from qcompare.overrides import content_hash
from qcompare.rendering import csvout
from qcompare.rendering.records.comparison import comparison_json
from qcompare.rendering.records.plan import plan_json
from qcompare.rendering.sheets import matches, sections, units
from qcompare.taxonomy import Taxonomy
from tests.rendering.handmade import by_hand, touched

JIA, YI = ["dongjiang-2019"], ["nanpu-2021"]
GOODS, WORKS = "products.general", "engineering.general"
GREEN, BASE = "engineering.green", "foundations.management"


def read(sheet: csvout.Sheet) -> list[dict[str, str]]:
    text = csvout.render(*sheet)
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_a_coding_sheet_row_by_row(plans: Mapping[str, CodedPlan]) -> None:
    header, rows = units.sheet(by_hand(plans["dongjiang"], "u008"))
    assert header == (
        *("plan", "ref", "unit", "hash", "start", "end", "text"),
        *("topic", "score", "unsure", "also", "coder", "note", "counterparts"),
    )
    found = list(rows)
    assert found[0] == [
        *("dongjiang-2019", "¶1", "u001", content_hash("首页 > 公开 | 打印[关闭]"), 0, 16),
        *("首页 > 公开 | 打印[关闭]", "chrome", 1.0, False, "", "", "", ""),
    ]
    assert found[7][7:] == ["foundations.management", 1.0, False, "", "lw", "rule 1", ""]
    assert found[9][7:] == ["foundations.standards", 0.33, True, "", "", "", ""]


def test_a_coding_sheet_says_what_json_says(plans: Mapping[str, CodedPlan], taxonomy: Taxonomy) -> None:
    for name, plan in plans.items():
        coded = by_hand(plan, "u003")
        value: Any = plan_json(coded, taxonomy)
        rows = read(units.sheet(coded))
        assert len(rows) == len(value["units"]) > 0, name
        for row, unit in zip(rows, value["units"], strict=True):
            by = unit["by_hand"] or {"coder": "", "note": ""}
            assert (row["plan"], row["unit"], row["ref"]) == (value["plan"]["id"], unit["id"], unit["ref"])
            assert [int(row["start"]), int(row["end"])] == unit["span"]
            assert (row["topic"], float(row["score"])) == (unit["topic"], unit["score"])
            assert row["unsure"] == str(unit["unsure"]).lower()
            assert (row["coder"], row["note"]) == (by["coder"], by["note"])
            assert coded.plan.text[int(row["start"]) : int(row["end"])] == unit["text"]
            assert row["hash"] == content_hash(unit["text"])


def test_a_filter_leaves_the_units_on_these_topics(plans: Mapping[str, CodedPlan]) -> None:
    rows = read(units.sheet(plans["dongjiang"], {"governance.culture", "other"}))
    assert [row["unit"] for row in rows] == ["u009", "u011"]


def test_matches_row_by_row(two: Comparison) -> None:
    header, rows = matches.sheet(touched(two))
    assert header == (
        *("plan_a", "unit_a", "ref_a", "text_a", "topic_a", "coder_a"),
        *("plan_b", "unit_b", "ref_b", "text_b", "topic_b", "coder_b"),
        *("score", "level", "by_hand"),
    )
    found = list(rows)
    assert found[0] == [
        *("dongjiang-2019", "u009", "三 ¶2", "九月为质量月，学校、社区、车间同时开展宣传。"),
        *("governance.culture", "", "nanpu-2021", "u006", "二 ¶3", "办好质量月和消费维权日活动。"),
        *("governance.culture", "", 1.0, "counterpart", "lw"),
    ]
    assert [row[5] for row in found if row[1] == "u008"] == ["lw"]  # whose topic was set


def test_sections_row_by_row(two: Comparison) -> None:
    header, lines = sections.sheet(two)
    assert header == (
        *("row", "topic", "score", "plan", "section", "ref", "title"),
        *("section_topic", "section_score", "unsure", "units", "characters", "elsewhere"),
    )
    assert list(lines) == [
        [1, GOODS, 0.62, *JIA, "s01", "一", "产品更可靠", GOODS, 0.8, False, 2, 105, ""],
        [1, GOODS, 0.62, *YI, "s01", "一", "目标", GOODS, 0.5, False, 2, 63, ""],
        [2, WORKS, None, *JIA, "s03", "二(一)", "施工责任", WORKS, 0.74, False, 1, 30, ""],
        [3, GREEN, None, *JIA, "s04", "二(二)", "绿色建造", GREEN, 0.31, True, 1, 17, ""],
        [4, BASE, 0.48, *JIA, "s05", "三", "基础与治理", BASE, 0.42, True, 4, 102, ""],
        [4, BASE, 0.48, *YI, "s02", "二", "做法", BASE, 0.6, False, 6, 124, ""],
    ]


def test_a_section_alone_names_its_best_elsewhere(two: Comparison) -> None:
    alone = replace(two.sections[1], elsewhere=((), ("s01", "s02")))
    _, lines = sections.sheet(replace(two, sections=(alone,)))
    assert [line[-1] for line in lines] == ["nanpu-2021 一; nanpu-2021 二"]


def test_matches_say_what_json_says(three: Comparison) -> None:
    comparison = touched(three)
    value: Any = comparison_json(comparison)
    rows = read(matches.sheet(comparison))
    assert [
        {
            "a": {"plan": row["plan_a"], "unit": row["unit_a"]},
            "b": {"plan": row["plan_b"], "unit": row["unit_b"]},
            "score": float(row["score"]),
            "level": row["level"],
        }
        for row in rows
    ] == [{key: match[key] for key in ("a", "b", "score", "level")} for match in value["matches"]]
    known = {(p["plan"]["id"], unit["id"]): unit for p in value["plans"] for unit in p["units"]}
    for row in rows:
        for end in "ab":
            unit = known[row[f"plan_{end}"], row[f"unit_{end}"]]
            assert (row[f"ref_{end}"], row[f"topic_{end}"]) == (unit["ref"], unit["topic"])
