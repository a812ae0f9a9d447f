from __future__ import annotations

import csv
import io
import json
import re
import shlex
from pathlib import Path

import jsonschema
import pytest

from qcompare.cli.commands.explain import explain
from qcompare.rendering.schemas import load_schema
from tests.cli.conftest import Qcompare


def test_the_examples_of_the_help_say_what_they_promise(qcompare: Qcompare) -> None:
    lines = re.findall(r"^ *qcompare (explain .*)$", explain.__doc__ or "", re.MULTILINE)
    told = [qcompare(*shlex.split(line), "--format", "json") for line in lines]
    assert [outcome.code for outcome in told] == [0, 0, 0]
    assert json.loads(told[-1].out)["pair"]["level"] == "counterpart"


def test_a_topic_is_explained(qcompare: Qcompare, plan_file: Path) -> None:
    outcome = qcompare("explain", plan_file, "u4")
    assert (outcome.code, outcome.err) == (0, "")
    order = [
        "Explained: nanjing-2019, 二(一) ¶1 (u004)",
        "推行首席质量官制度。",
        "What speaks for:",
        "Score 0.",
    ]
    assert sorted(order, key=outcome.out.index) == order
    assert "首席质量官" in outcome.out.partition("What speaks for:")[2]


def test_measures_that_weigh_nothing_are_told_as_such(
    qcompare: Qcompare, plan_file: Path, tmp_path: Path
) -> None:
    config = tmp_path / "config.yaml"
    config.write_text("coding: {measure: 0.0}\n", encoding="utf-8")
    outcome = qcompare("explain", plan_file, "u4", "--config", config, "--format", "json")
    assert outcome.code == 0
    told = json.loads(outcome.out)["topic"]
    assert all(row["weight"] == 0 for row in told["contributions"] if row["part"] == "measure")


def test_the_score_is_that_of_show_and_of_diff(qcompare: Qcompare, plan_file: Path) -> None:
    shown = json.loads(qcompare("show", plan_file, "--format", "json").out)
    for unit in shown["units"]:
        told = json.loads(qcompare("explain", plan_file, unit["ref"], "--format", "json").out)
        jsonschema.validate(told, load_schema("explain"))
        assert [told["topic"][key] for key in ("topic", "score", "unsure")] == [
            unit[key] for key in ("topic", "score", "unsure")
        ]
    compared = json.loads(qcompare("diff", plan_file, "hangzhou", "--format", "json").out)
    for match in compared["matches"][:5]:
        a, b = match["a"], match["b"]
        told = json.loads(
            qcompare("explain", plan_file, a["unit"], "hangzhou", b["unit"], "--format", "json").out
        )
        jsonschema.validate(told, load_schema("explain"))
        assert [told["pair"][key] for key in ("score", "level")] == [match["score"], match["level"]]
        assert [
            {key: each[key] for key in ("part", "term", "weight")} for each in told["pair"]["contributions"]
        ] == match["evidence"]


def test_a_section_is_explained_in_chinese(qcompare: Qcompare, plan_file: Path) -> None:
    outcome = qcompare("explain", plan_file, "二（一）", "--lang", "zh", "--format", "md")
    assert outcome.out.startswith("# 解释：nanjing-2019，二(一)（")
    assert "下属单元" in outcome.out


def test_a_pair_as_rows(qcompare: Qcompare, plan_file: Path) -> None:
    compared = json.loads(qcompare("diff", plan_file, "hangzhou", "--format", "json").out)
    a, b = (compared["matches"][0][end]["unit"] for end in "ab")
    out = qcompare("explain", plan_file, a, "hangzhou", b, "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"))))
    assert {(row["plan_a"], row["id_a"], row["id_b"]) for row in rows} == {("nanjing-2019", a, b)}
    assert float(rows[-1]["sum"]) == pytest.approx(compared["matches"][0]["score"])


@pytest.mark.parametrize("arguments", ["hangzhou", "hangzhou u1 xian", "hangzhou u1 xian u1 bengbu"])
def test_a_plan_and_a_place_are_asked_for(arguments: str, qcompare: Qcompare) -> None:
    outcome = qcompare("explain", *arguments.split())
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        f"Error: explain {arguments}: a plan and a place in it are asked for, once or twice\n"
        'Say `qcompare explain PLAN REF [PLAN REF]`; references stand in quotes ("二(一) ¶3").\n'
    )


@pytest.mark.parametrize("refs", [("u999",), ("一(九)9",), ("u1", "xian", "十九"), ("u1", "hangzhou", "u2")])
def test_it_does_not_run_without_two_places(refs: tuple[str, ...], qcompare: Qcompare) -> None:
    outcome = qcompare("explain", "hangzhou", *refs)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("Error: ")


def test_the_plan_that_a_city_stands_for_is_told(qcompare: Qcompare) -> None:
    assert qcompare("explain", "beijing", "u1").err == "beijing: beijing-2021 (also: beijing-2018)\n"
