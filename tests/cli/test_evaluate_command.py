"""``qcompare evaluate`` as a user meets it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from qcompare.rendering.schemas import load_schema
from tests.cli.conftest import PLAN, Qcompare

GOLD = """\
n\ttopic\talso\ttext
1\tcontext\t\t南京市人民政府关于开展质量提升行动的实施意见
2\tcontext\t\t坚持质量 第一。
3\tfoundations.management\t\t推行首席质量官制度。
4\tenvironment.air\t\t到2022年,产品质量监督抽查合格率达到95%以上。
5\tengineering.general\t\t落实工程质量终身责任制。
"""
TARGET = {
    "indicator": "产品质量监督抽查合格率",
    "op": ">=",
    "value": 95,
    "unit": "%",
    "type": "target",
    "deadline_year": 2022,
    "quote": "产品质量监督抽查合格率达到95%以上",
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "anna.tsv"
    path.write_text(GOLD, encoding="utf-8")
    return path


@pytest.fixture
def targets(tmp_path: Path) -> Path:
    path = tmp_path / "targets.jsonl"
    path.write_text(json.dumps(TARGET, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def pairs(tmp_path: Path, plan_file: Path, gold: Path) -> list[str | Path]:
    """The arguments of ``pairs`` for this plan and one of another city that says the like."""
    other = tmp_path / "other.txt"
    other.write_text(PLAN.replace("甲市", "苏州市"), encoding="utf-8")
    grades = tmp_path / "pairs.tsv"
    grades.write_text("a\tb\tgrade\n3\t3\t3\n5\t5\t2\n4\t5\t1\n", encoding="utf-8")
    sides: list[str | Path] = ["--a", plan_file, "--b", other, "--units-a", gold, "--units-b", gold]
    return [grades, *sides]


def valid(text: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(text)
    jsonschema.validate(document, load_schema("evaluate"))
    return document


def test_the_program_against_a_coder(gold: Path, plan_file: Path, qcompare: Qcompare) -> None:
    outcome = qcompare("evaluate", "topics", gold, "--plan", plan_file, "--format", "json")
    assert (outcome.code, outcome.err) == (0, "")
    document = valid(outcome.out)
    assert (document["reference"], document["coder"], document["units"]) == ("anna", "qcompare", 5)
    assert (document["unfound"], document["others"], document["panel"]) == ([], [], None)
    assert document["coverage"] == 1.0
    assert document["topic"]["accuracy"] == 0.8
    (confusion,) = document["confusions"]
    assert (confusion["reference"], confusion["coder"]) == ("environment.air", "products.general")
    assert confusion["units"] == [
        {"ref": "二(一) ¶2", "text": "到2022年,产品质量监督抽查合格率达到95%以上。"}
    ]


def test_a_coding_sheet_that_one_has_corrected(gold: Path, plan_file: Path, qcompare: Qcompare) -> None:
    sheet = gold.with_name("sheet.csv")
    assert qcompare("show", plan_file, "-o", sheet).code == 0
    text = sheet.read_text(encoding="utf-8-sig")
    assert "products.general" in text
    sheet.write_text(text.replace("products.general", "services.general"), encoding="gb18030")
    outcome = qcompare("evaluate", "topics", gold, sheet, "--plan", plan_file, "--format", "json")
    document = valid(outcome.out)
    assert document["panel"]["coders"] == ["anna", "qcompare", "sheet"]
    assert document["panel"]["pairs"][0]["topic"]["kappa"] == document["topic"]["kappa"]
    (other,) = document["others"]
    (confusion,) = other["confusions"]
    assert (confusion["reference"], confusion["coder"]) == ("environment.air", "services.general")


def test_codes_set_by_hand_are_not_the_programs(gold: Path, plan_file: Path, qcompare: Qcompare) -> None:
    call = ("evaluate", "topics", gold, "--plan", plan_file)
    before = qcompare(*call).out
    (plan_file.parent / "codes.yaml").write_text(
        "codes: [{plan: plan.txt, quote: 监督抽查合格率, topic: environment.air, coder: anna}]\n",
        encoding="utf-8",
    )
    shown = json.loads(qcompare("show", plan_file, "--format", "json").out)
    assert "environment.air" in [unit["topic"] for unit in shown["units"]]
    assert qcompare(*call).out == before


def test_as_csv(gold: Path, plan_file: Path, qcompare: Qcompare) -> None:
    outcome = qcompare("evaluate", "topics", gold, "--plan", plan_file, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(outcome.out.removeprefix("\ufeff"), newline="")))
    assert [(row["id"], row["units"], row["accuracy"]) for row in rows if row["level"] == "all"] == [
        ("pillar", "5", "0.8"),
        ("topic", "5", "0.8"),
    ]
    assert [(row["level"], row["id"], row["support"]) for row in rows if row["given"] == "0"] == [
        ("pillar", "environment", "1"),
        ("topic", "environment.air", "1"),
    ]


def test_targets(targets: Path, plan_file: Path, qcompare: Qcompare) -> None:
    outcome = qcompare("evaluate", "targets", targets, "--plan", plan_file, "--format", "json")
    document = valid(outcome.out)
    assert (outcome.code, document["plan"]) == (0, "nanjing-2019")
    assert document["target"]["whole"] == {
        "right": 1,
        "given": 1,
        "support": 1,
        "precision": 1.0,
        "recall": 1.0,
        "f1": 1.0,
    }
    assert "Targets of nanjing-2019" in qcompare("evaluate", "targets", targets, "--plan", plan_file).out


def test_pairs(pairs: list[str | Path], qcompare: Qcompare) -> None:
    document = valid(qcompare("evaluate", "pairs", *pairs, "--format", "json").out)
    assert (document["a"], document["b"]) == ("nanjing-2019", "suzhou-2019")
    assert (document["scored"], document["positives"]) == (36, 2)
    assert [unit["text"] for unit in document["unfound"]] == ["南京市人民政府关于开展质量提升行动的实施意见"]
    strict = valid(qcompare("evaluate", "pairs", *pairs, "--min-score", "1", "--format", "json").out)
    assert strict["at"]["min_score"] == 1
    assert strict["average_precision"] == document["average_precision"]
    assert strict["at"]["given"] <= document["at"]["given"]


@pytest.mark.parametrize(
    ("gates", "code", "err"),
    [
        (["topic.accuracy=0.8"], 0, ""),
        (
            ["topic.accuracy=0.9", "pillar.accuracy=0.1", "unsure.accuracy=0.5"],
            1,
            "topic.accuracy is 0.800, which is under 0.9\n"
            "unsure.accuracy is not defined here, so it is not at least 0.5\n",
        ),
    ],
)
def test_gates(
    gates: list[str], code: int, err: str, gold: Path, plan_file: Path, qcompare: Qcompare
) -> None:
    options = [word for gate in gates for word in ("--fail-under", gate)]
    plain = qcompare("evaluate", "topics", gold, "--plan", plan_file, "--quiet")
    outcome = qcompare("evaluate", "topics", gold, "--plan", plan_file, "--quiet", *options)
    assert (outcome.code, outcome.out, outcome.err) == (code, plain.out, err)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["topics", "GOLD"], "one coding is nothing to compare"),
        (["topics", "GOLD", "GOLD"], "a file is given twice"),
        (["topics", "GOLD", "--plan", "xian"], "shares no text with what it is compared with"),
        (["topics", "none.tsv", "--plan", "xian"], "none.tsv does not exist"),
        (
            ["topics", "GOLD", "--plan", "PLAN", "--fail-under", "kappa=1"],
            "Nearest names: pillar.kappa, topic.kappa, ",
        ),
        (["topics", "GOLD", "--plan", "PLAN", "--fail-under", "kappa"], "not understood"),
        (["topics", "GOLD", "--plan", "PLAN", "-o", "GOLD"], "is what is being read"),
        (["targets", "GOLD"], "Missing option '--plan'"),
        (["targets", "GOLD", "--plan", "PLAN"], "line 1: is no JSON"),
        (["targets", "TARGETS", "--plan", "PLAN", "--format", "csv"], "this command has no CSV"),
        (["targets", "TARGETS", "--plan", "xian"], "quotes no text of xian-2014"),
        (["pairs", "GOLD", "--a", "xian"], "Missing option"),
        (["nonsense"], "No such command"),
    ],
)
def test_what_cannot_be_run(
    arguments: list[str], said: str, gold: Path, targets: Path, plan_file: Path, qcompare: Qcompare
) -> None:
    paths = {"GOLD": gold, "PLAN": plan_file, "TARGETS": targets}
    outcome = qcompare("evaluate", *(paths.get(word, word) for word in arguments))
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err


def test_counterparts_of_other_plans_are_nothing_to_compare(
    pairs: list[str | Path], qcompare: Qcompare
) -> None:
    grades, _, _, _, b, *units = pairs
    outcome = qcompare("evaluate", "pairs", grades, "--a", "xian", "--b", b, *units)
    assert (outcome.code, outcome.out) == (2, "")
    assert "grades no counterparts that xian-2014 and suzhou-2019 hold" in outcome.err


MANY = "".join(f"{n}\tcontext\t\t此句在别的文件中，第{n}回。\n" for n in range(6, 40))


@pytest.mark.parametrize(
    ("gates", "code", "err"),
    [
        (
            ["topic.accuracy=0.5"],
            1,
            "coverage is 0.128, which is under 0.9"
            " (asked of every gate; --fail-under coverage=… sets another)\n",
        ),
        (["topic.accuracy=0.5", "coverage=0.1"], 0, ""),
        (["units=6", "topic.accuracy=0.81", "coverage=0.1"], 1, "units is 5, which is under 6\n"),
    ],
)
def test_what_was_measured_on_little_passes_no_gate(
    gates: list[str], code: int, err: str, gold: Path, plan_file: Path, qcompare: Qcompare
) -> None:
    gold.write_text(GOLD + MANY, encoding="utf-8")
    options = [word for gate in gates for word in ("--fail-under", gate)]
    outcome = qcompare("evaluate", "topics", gold, "--plan", plan_file, *options)
    assert (outcome.code, outcome.err.splitlines(keepends=True)[:1]) == (code, [err] if err else [])
    assert "! Only 12.8 % of the reference was found: is this the same document?\n" in outcome.out


def test_coders_of_one_sheet_are_compared_with_each_other_and_gated(
    gold: Path, plan_file: Path, qcompare: Qcompare
) -> None:
    rows = [row.split("\t") for row in GOLD.splitlines()[1:]]
    sheet = gold.with_name("both.csv")
    lines = [f"{text};{topic};Anna" for _, topic, _, text in rows]
    lines += [f"{text};{label};Ben" for (*_, text), label in zip(rows, LABELS, strict=True)]
    sheet.write_text("\n".join(["Text;Topic;Coder", *lines]), encoding="gb18030")
    document = valid(qcompare("evaluate", "topics", sheet, "--format", "json").out)
    assert (document["reference"], document["coder"], document["topic"]["accuracy"]) == ("Anna", "Ben", 0.8)
    with_plan = qcompare(
        *("evaluate", "topics", sheet, "--plan", plan_file, "-o", gold.with_name("x.json")),
        *("--fail-under", "others.Ben.topic.accuracy=0.9"),
    )
    assert (with_plan.code, with_plan.err) == (1, "others.Ben.topic.accuracy is 0.800, which is under 0.9\n")


LABELS = ("Context", "背景与总体要求", "management", "Air", "engineering.housing")


def test_files_of_one_name_are_told_apart(gold: Path, tmp_path: Path, qcompare: Qcompare) -> None:
    twin = tmp_path / "b" / gold.name
    twin.parent.mkdir()
    twin.write_bytes(gold.read_bytes())
    document = valid(qcompare("evaluate", "topics", gold, twin, "--format", "json").out)
    assert (document["reference"], document["coder"]) == (str(gold), str(twin))
    assert document["topic"]["kappa_interval"] == [1.0, 1.0]


def test_help(qcompare: Qcompare) -> None:
    assert "Examples:" in qcompare("evaluate", "--help").out
    for name in ("topics", "targets", "pairs"):
        outcome = qcompare("evaluate", name, "--help")
        assert outcome.code == 0
        assert "Examples:" in outcome.out


def test_in_chinese(gold: Path, plan_file: Path, qcompare: Qcompare) -> None:
    outcome = qcompare(
        "evaluate", "topics", gold, "--plan", plan_file, "--lang", "zh", "--fail-under", "topic.kappa=1"
    )
    assert outcome.out.startswith("主题归类：qcompare 与 anna 对照\n")
    assert outcome.err.startswith("topic.kappa 为 0.")
