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

SAMPLES = ["beijing-2018", "beijing-2021", "bengbu-2018", "hangzhou-2018", "xian-2014"]


def valid(text: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(text)
    jsonschema.validate(document, load_schema("matrix"))
    return document


@pytest.mark.parametrize(
    ("by", "key"), [("topic", "topics"), ("measure", "measures"), ("city", "similarity")]
)
def test_without_a_name_all_plans(by: str, key: str, qcompare: Qcompare) -> None:
    outcome = qcompare("matrix", "--by", by, "--format", "json")
    assert (outcome.code, outcome.err) == (0, "")
    document = valid(outcome.out)
    assert [plan["id"] for plan in document["plans"]] == SAMPLES
    assert (document["by"], key in document) == (by, True)


def test_topic_is_what_is_meant_without_by(qcompare: Qcompare) -> None:
    assert qcompare("matrix").out == qcompare("matrix", "--by", "TOPIC").out


def test_what_is_left_out_of_all_is_named(tmp_path: Path, qcompare: Qcompare) -> None:
    (tmp_path / "hangzhou.txt").write_text(
        PLAN.replace("甲市", "杭州市").replace("2019", "2018"), encoding="utf-8"
    )
    (tmp_path / "notes.txt").write_bytes(b"\x00\x01\x02")
    outcome = qcompare("matrix", "--plans", tmp_path, "--format", "json")
    assert outcome.err == (
        "Left out, hidden by a plan of the same id: hangzhou-2018. Left out, cannot be read: notes.\n"
    )
    plans = valid(outcome.out)["plans"]
    assert [plan["id"] for plan in plans] == [
        "hangzhou-2018",
        *(name for name in SAMPLES if name != "hangzhou-2018"),
    ]
    assert [plan["digest"] for plan in plans] == [False, True, True, True, True]
    assert qcompare("matrix", "--plans", tmp_path, "--quiet").err == ""


def test_measures_of_a_plan_with_their_references(plan_file: Path, qcompare: Qcompare) -> None:
    document = valid(qcompare("matrix", plan_file, "--by", "measure", "--format", "json").out)
    found = {
        row["measure"]: [place["ref"] for place in row["cells"]["nanjing-2019"]]
        for row in document["measures"]
    }
    assert found["foundations.management.cqo"] == ["二(一) ¶1"]
    assert found["engineering.general.lifelong"] == ["二(二) ¶1"]
    assert found["products.general.pass_rate"] == ["二(一) ¶2"]


def test_the_order_of_the_names_and_the_suffix_for_csv(tmp_path: Path, qcompare: Qcompare) -> None:
    path = tmp_path / "adoption.csv"
    outcome = qcompare("matrix", "xian", "bengbu", "hangzhou", "--by", "measure", "-o", path)
    assert (outcome.code, outcome.out) == (0, "")
    text = path.read_text(encoding="utf-8-sig")
    lines = list(csv.reader(io.StringIO(text)))
    assert lines[0][6:] == ["xian-2014", "bengbu-2018", "hangzhou-2018"]
    assert all(int(line[5]) == sum(map(bool, line[6:])) >= 1 for line in lines[1:])


def test_filters(qcompare: Qcompare) -> None:
    whole = valid(qcompare("matrix", "--by", "measure", "--format", "json").out)
    narrow = valid(qcompare("matrix", "--by", "measure", "--pillar", "工程质量", "--format", "json").out)
    assert narrow["settings"]["filters"] == {"pillar": ["engineering"]}
    assert narrow["measures"] == [row for row in whole["measures"] if row["pillar"] == "engineering"] != []
    topics = valid(qcompare("matrix", "--topic", "standards", "--format", "json").out)["topics"]
    assert [row["topic"] for row in topics] == ["foundations.standards"]
    assert (
        "! Filters in force: --topic foundations.standards" in qcompare("matrix", "--topic", "Standards").out
    )


def test_similarity_is_that_of_diff(qcompare: Qcompare) -> None:
    names = ("beijing", "xian", "hangzhou")
    compared = json.loads(qcompare("diff", *names, "--format", "json").out)
    matrix = valid(qcompare("matrix", *names, "--by", "city", "--format", "json").out)
    assert matrix["similarity"] == compared["similarity"]


def test_shares_are_those_of_diff(qcompare: Qcompare) -> None:
    compared = json.loads(qcompare("diff", "xian", "hangzhou", "--format", "json").out)
    topics = valid(qcompare("matrix", "xian", "hangzhou", "--format", "json").out)["topics"]
    assert [row["cells"] for row in topics] == [row["cells"] for row in compared["topics"]]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--by", "city", "--topic", "standards"], "Error: --by city takes no --topic and no --pillar"),
        (["xian", "xian-2014"], 'Error: "xian" and "xian-2014" are the same plan'),
        (["atlantis"], 'Error: no plan is called "atlantis"'),
        (["--pillar", "fishing"], 'Error: no pillar is called "fishing"'),
    ],
)
def test_what_cannot_be_done(arguments: list[str], message: str, qcompare: Qcompare) -> None:
    outcome = qcompare("matrix", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(message)


def test_what_people_set_by_hand_counts_as_in_diff(plan_file: Path, qcompare: Qcompare) -> None:
    (plan_file.parent / "codes.yaml").write_text(
        "codes:\n"
        "  - {plan: nanjing-2019, quote: 坚持质量第一。, topic: governance.culture, coder: lw}\n"
        "  - {plan: nanjing-2019, quote: 此处没有的话。, topic: governance.culture, coder: lw}\n"
        "pairs:\n"
        "  - {a: {plan: nanjing-2019, quote: 坚持质量第一。}, b: {plan: xian-2014, quote: 实行联席会议制度},"
        " counterpart: yes, coder: lw}\n",
        encoding="utf-8",
    )
    names = (plan_file, "xian")
    topics = valid(qcompare("matrix", *names, "--format", "json").out)["topics"]
    (culture,) = (row for row in topics if row["topic"] == "governance.culture")
    cell = culture["cells"]["nanjing-2019"]
    assert (cell["units"], cell["by_hand"]) == (["u003"], ["u003"])
    compared = qcompare("diff", *names, "--format", "json")
    assert [match["by_hand"] is None for match in json.loads(compared.out)["matches"]].count(False) == 1
    matrix = qcompare("matrix", *names, "--by", "city", "--format", "json")
    assert valid(matrix.out)["similarity"] == json.loads(compared.out)["similarity"]
    by_hand = valid(matrix.out)["by_hand"]
    assert by_hand["units"] == {"nanjing-2019": ["u003"], "xian-2014": []}
    assert [(pair["a"]["unit"], pair["by_hand"]["coder"]) for pair in by_hand["made"]] == [("u003", "lw")]
    assert valid(matrix.out)["warnings"] == json.loads(compared.out)["warnings"]
    assert matrix.err == compared.err != ""
