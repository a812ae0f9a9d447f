"""Codes and pairs set by hand, and the coding sheet, from files to what is printed."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from qcompare.overrides import content_hash
from qcompare.pipeline.workspace import Workspace
from qcompare.rendering.schemas import load_schema
from tests.cli.conftest import Outcome, Qcompare

NANJING = """南京市人民政府关于开展质量提升行动的实施意见
宁政发〔2019〕3号
一、总体要求
坚持质量第一。
二、重点任务
(一)提升产品质量。推行首席质量官制度。到2022年,产品质量监督抽查合格率达到95%以上。
(二)提升工程质量。落实工程质量终身责任制。
=1+1的协同不在此列。
"""
WUXI = """无锡市人民政府关于开展质量提升行动的实施意见
锡政发〔2020〕8号
一、主要任务
在骨干企业设立首席质量官。城市污水处理率达到96%。
严格落实工程质量终身责任。
"""
COUNTER = "访问次数:12 更新时间:2019-03-20 11:44:54"
CQO, PASS_RATE = "推行首席质量官制度。", "到2022年,产品质量监督抽查合格率达到95%以上。"


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    """A folder with two plans of one's own."""
    folder = tmp_path / "plans"
    folder.mkdir()
    (folder / "a.txt").write_text(NANJING, encoding="utf-8")
    (folder / "b.txt").write_text(WUXI, encoding="utf-8")
    return folder


def say(folder: Path, text: str) -> None:
    (folder / "codes.yaml").write_text(text, encoding="utf-8")


def document(outcome: Outcome, name: str) -> dict[str, Any]:
    """The JSON that a run printed, which answers to its schema."""
    assert outcome.code == 0, outcome.err
    value: dict[str, Any] = json.loads(outcome.out)
    jsonschema.validate(value, load_schema(name))
    return value


def unit_of(plan: dict[str, Any], text: str) -> dict[str, Any]:
    (unit,) = (unit for unit in plan["units"] if unit["text"] == text)
    return dict(unit)


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


# --- sheets ---------------------------------------------------------------------------------------


def test_the_sheet_says_what_json_says(plans: Path, tmp_path: Path, qcompare: Qcompare) -> None:
    say(plans, f"codes: [{{plan: a.txt, quote: {CQO}, topic: other, coder: lw, note: 'a, b'}}]")
    sheet = tmp_path / "sheet.csv"
    assert qcompare("show", "nanjing", "--plans", plans, "-o", sheet) == Outcome(0, "", "")
    data = sheet.read_bytes()
    assert data.startswith(
        b"\xef\xbb\xbfplan,ref,unit,hash,start,end,text,topic,score,unsure,also,coder,note,"
    )
    plan = document(qcompare("show", "nanjing", "--plans", plans, "--format", "json"), "plan")
    rows = read(data.decode())
    assert [(row["unit"], row["text"].removeprefix("'"), row["topic"]) for row in rows] == [
        (unit["id"], unit["text"], unit["topic"]) for unit in plan["units"]
    ]
    assert [row["text"] for row in rows if row["text"].startswith("'")] == ["'=1+1的协同不在此列。"]
    assert [(row["text"], row["coder"], row["note"]) for row in rows if row["coder"]] == [(CQO, "lw", "a, b")]


def test_a_filter_narrows_the_sheet_and_a_limit_does_not(plans: Path, qcompare: Qcompare) -> None:
    outcome = qcompare(
        "show", plans / "a.txt", "--format", "csv", "--pillar", "foundations", "--limit", "1", "--lang", "zh"
    )
    assert [row["text"] for row in read(outcome.out)] == [CQO]


def test_matches_as_csv_are_those_of_json(plans: Path, qcompare: Qcompare) -> None:
    say(plans, f"pairs: [{{a: {{plan: b.txt, quote: 污水}}, b: {{plan: a.txt, quote: {CQO}}}, "
               "counterpart: yes, coder: mk}]")  # fmt: skip
    call = ("diff", "nanjing", "wuxi", "--plans", plans, "--format")
    rows = read(qcompare(*call, "csv").out)
    compared = document(qcompare(*call, "json"), "comparison")
    assert [(row["unit_a"], row["unit_b"], float(row["score"]), row["level"]) for row in rows] == [
        (match["a"]["unit"], match["b"]["unit"], match["score"], match["level"])
        for match in compared["matches"]
    ]
    assert [(row["text_a"], row["text_b"], row["score"]) for row in rows if row["by_hand"] == "mk"] == [
        (CQO, "城市污水处理率达到96%。", "1.0")
    ]


def test_sections_as_csv_are_those_of_json(qcompare: Qcompare) -> None:
    call = ("diff", "xian", "hangzhou", "--by", "section", "--format")
    rows = read(qcompare(*call, "csv").out)
    compared = document(qcompare(*call, "json"), "comparison")
    assert [(int(row["row"]), row["topic"], row["plan"], row["section"]) for row in rows] == [
        (number, row["topic"], plan, section)
        for number, row in enumerate(compared["sections"], 1)
        for plan, sections in row["sections"].items()
        for section in sections
    ]
    assert rows[0]["title"]


# --- codes ----------------------------------------------------------------------------------------


def test_codes_by_hand_count_and_the_cache_stays_the_programs(plans: Path, qcompare: Qcompare) -> None:
    call = ("show", "nanjing", "--plans", plans, "--format", "json")
    before = document(qcompare(*call), "plan")
    say(
        plans,
        "codes:\n"
        f"- {{plan: nanjing-2019, unit: {content_hash(CQO)!r}, topic: governance.policy, coder: lw}}\n"
        f"- {{plan: nanjing-2019, quote: {PASS_RATE!r}, topic: chrome, coder: lw}}\n",
    )
    after = document(qcompare(*call), "plan")
    own, coded = unit_of(before, CQO), unit_of(after, CQO)
    assert (coded["topic"], coded["pillar"], coded["score"], coded["unsure"]) == (
        "governance.policy",
        "governance",
        1.0,
        False,
    )
    assert coded["by_hand"] == {"coder": "lw", "note": ""}
    assert coded["evidence"] == [{"part": "hand", "term": "", "weight": 1.0}]
    assert {"topic": own["topic"], "score": own["score"]} in coded["alternatives"]
    assert unit_of(after, PASS_RATE)["chrome"] is True
    assert (len(before["targets"]), after["targets"]) == (1, [])
    coverage = after["coverage"]
    assert coverage["in_chrome"] - before["coverage"]["in_chrome"] == len(PASS_RATE)
    assert coverage["characters"] == sum(coverage[part] for part in coverage) - coverage["characters"]
    assert after["sections"] == before["sections"]
    (plans / "codes.yaml").unlink()
    assert document(qcompare(*call), "plan") == before


def test_furniture_by_mistake_is_brought_back(plans: Path, qcompare: Qcompare) -> None:
    (plans / "a.txt").write_text(f"{COUNTER}\n{NANJING}", encoding="utf-8")
    call = ("show", "nanjing", "--plans", plans, "--format", "json")
    before = document(qcompare(*call), "plan")
    assert unit_of(before, COUNTER)["chrome"] is True
    say(plans, "codes: [{plan: a.txt, quote: 访问次数, topic: other, coder: lw}]")
    after = document(qcompare(*call), "plan")
    unit = unit_of(after, COUNTER)
    assert (unit["topic"], unit["chrome"], unit["alternatives"]) == (
        "other",
        False,
        [{"topic": "chrome", "score": 1.0}],
    )
    assert after["coverage"]["in_units"] - before["coverage"]["in_units"] == len(COUNTER)


def test_targets_go_with_the_sentence_unless_they_say_what_they_are_about(
    plans: Path, qcompare: Qcompare
) -> None:
    (plans / "a.txt").write_text(NANJING + "每万人拥有量达到12件。\n", encoding="utf-8")
    lines = [("合格率达到95%", "services.general"), ("拥有量达到12", "foundations.innovation")]
    rows = (f"{{plan: a.txt, quote: {text}, topic: {topic}, coder: lw}}" for text, topic in lines)
    say(plans, f"codes: [{', '.join(rows)}]")
    plan = document(qcompare("show", "nanjing", "--plans", plans, "--format", "json"), "plan")
    assert [(target["indicator"], target["topic"]) for target in plan["targets"]] == [
        ("产品质量监督抽查合格率", "products.general"),
        ("每万人拥有量", "foundations.innovation"),
    ]


def test_what_is_gone_is_told_in_the_readers_language(plans: Path, qcompare: Qcompare) -> None:
    say(plans, "codes: [{plan: nanjing-2019, quote: 质量奖, topic: other, coder: lw}]")
    at = f"{plans / 'codes.yaml'}: codes[0]"
    english = f'{at}: nothing was changed, for nanjing-2019 no longer holds "质量奖"'
    outcome = qcompare("show", "nanjing", "--plans", plans)
    assert (outcome.code, outcome.err) == (0, english + "\n")
    outcome = qcompare("show", "nanjing", "--plans", plans, "--lang", "zh")
    assert outcome.err == f"{at}：未作改动，nanjing-2019 中已找不到“质量奖”\n"
    outcome = qcompare("diff", "nanjing", "wuxi", "--plans", plans, "--quiet", "--format", "json")
    assert (outcome.err, document(outcome, "comparison")["warnings"]) == ("", [english])


def test_tables_bear_the_mark(plans: Path, qcompare: Qcompare) -> None:
    say(plans, f"codes: [{{plan: a.txt, quote: {CQO}, topic: governance.policy, coder: lw}}]")
    shown = qcompare("show", "nanjing", "--plans", plans, "--format", "md").out
    assert "| **1.00** Policy and funding ✎ | 推行首席质量官制度。 |" in shown
    compared = qcompare("diff", "nanjing", "wuxi", "--plans", plans, "--lang", "zh").out
    assert "✎ 表示其中有人工设定主题的单元" in compared


# --- pairs ----------------------------------------------------------------------------------------


def test_pairs_of_both_folders_count(tmp_path: Path, plans: Path, qcompare: Qcompare) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (plans / "b.txt").rename(other / "b.txt")
    call = ("diff", plans / "a.txt", other / "b.txt", "--format", "json")
    before = document(qcompare(*call), "comparison")
    cqo = (
        unit_of(before["plans"][0], CQO)["id"],
        unit_of(before["plans"][1], "在骨干企业设立首席质量官。")["id"],
    )
    sewage = unit_of(before["plans"][1], "城市污水处理率达到96%。")["id"]
    assert cqo in [(match["a"]["unit"], match["b"]["unit"]) for match in before["matches"]]
    say(plans, "pairs: [{a: {plan: nanjing-2019, quote: 首席}, b: {plan: wuxi-2020, quote: 首席}, "
               "counterpart: no, coder: lw}]")  # fmt: skip
    say(other, "pairs: [{a: {plan: b.txt, quote: 污水}, b: {plan: a.txt, quote: 首席}, "
               "counterpart: yes, coder: mk, note: both are firsts}]")  # fmt: skip
    after = document(qcompare(*call), "comparison")
    first = after["matches"][0]
    assert (first["a"]["unit"], first["b"]["unit"], first["score"]) == (cqo[0], sewage, 1.0)
    assert first["by_hand"] == {"coder": "mk", "note": "both are firsts"}
    assert cqo not in [(match["a"]["unit"], match["b"]["unit"]) for match in after["matches"]]
    assert [(match["a"]["unit"], match["b"]["unit"]) for match in after["parted"]] == [cqo]
    assert [row["units"] for row in after["rows"] if cqo[0] in row["units"]["nanjing-2019"]] == [
        {"nanjing-2019": [cqo[0]], "wuxi-2020": [sewage]}
    ]
    assert cqo[1] in after["only"]["wuxi-2020"]
    assert after["warnings"] == []


# --- faults ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "codes: [{plan: a.txt, quote: 甲, topic: governance.polcy, coder: lw}]",
            'codes[0].topic: is "governance.polcy"; did you mean governance.policy?',
        ),
        (
            "codes: [{plan: a.txt, quote: 首席, topic: other, coder: lw}, "
            "{plan: a.txt, quote: 质量官, topic: context, coder: mk}]",
            "codes[1] (mk): one unit is other and context",
        ),
        (
            "pairs: [{a: {plan: a.txt, quote: 首席}, b: {plan: b.txt, quote: 首席}, counterpart: yes, "
            "coder: lw}, {a: {plan: b.txt, quote: 首席}, b: {plan: a.txt, quote: 首席}, counterpart: no, "
            "coder: mk}]",
            "pairs[1] (mk): one pair is a counterpart and none",
        ),
    ],
)
def test_faults_end_the_run(text: str, said: str, plans: Path, qcompare: Qcompare) -> None:
    say(plans, text)
    outcome = qcompare("diff", "nanjing", "wuxi", "--plans", plans)
    assert (outcome.code, outcome.out) == (2, "")
    assert str(plans / "codes.yaml") in outcome.err
    assert said in outcome.err


# --- from Python ----------------------------------------------------------------------------------


def test_the_program_can_be_asked_alone(
    plans: Path, shared_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QCOMPARE_CACHE", str(shared_cache))
    before = Workspace.open(plans=[plans]).load_all(["nanjing", "wuxi"])
    say(plans, f"codes: [{{plan: a.txt, quote: {CQO}, topic: other, coder: lw}}]")
    workspace = Workspace.open(plans=[plans])
    assert workspace.load("nanjing") != before[0]
    assert workspace.load("nanjing", overridden=False) == before[0]
    assert workspace.load_all(["nanjing", "wuxi"], overridden=False) == before
