"""Matrices as JSON and CSV."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

import jsonschema
import pytest

from qcompare.matrices import Matrix, mean_share
from qcompare.models import CodedPlan
from qcompare.rendering import csvout
from qcompare.rendering.records.matrix import matrix_json
from qcompare.rendering.schemas import load_schema
from qcompare.rendering.sheets.matrix import sheet
from tests.rendering.matrices import (
    CQO,
    DONGJIANG_BY_HAND,
    HEFENG_BY_HAND,
    MONTH,
    PLANS,
    RATE,
    TOWNS,
    by_city,
    by_city_by_hand,
    by_measure,
    by_topic,
    copies,
)

IDS = ["hefeng-2020", "lushan-2021", "beiyuan-2022"]


def written(matrix: Matrix) -> dict[str, Any]:
    return cast(dict[str, Any], matrix_json(matrix))


@pytest.mark.parametrize(
    "matrix",
    [by_topic(), by_measure(), by_city(), by_city_by_hand(), by_topic(copies(1)), by_measure(copies(9))],
)
def test_json_answers_to_its_schema(matrix: Matrix) -> None:
    document = written(matrix)
    jsonschema.validate(document, load_schema("matrix"))
    assert next(iter(document)) == "schema"


def test_a_table_that_is_missing_is_found() -> None:
    document = {**written(by_measure()), "by": "topic"}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, load_schema("matrix"))


def test_measures_as_json() -> None:
    document = written(by_measure())
    assert [plan["id"] for plan in document["plans"]] == IDS
    assert document["measures"][0] == {
        "measure": RATE,
        "topic": "products.general",
        "pillar": "products",
        "label_zh": "抽检合格率",
        "label_en": "Sampling pass rate",
        "adopters": 1,
        "cells": {
            "hefeng-2020": [{"unit": "u005", "ref": "二 ¶1", "score": 0.7, "by_hand": False}],
            "lushan-2021": [],
            "beiyuan-2022": [],
        },
    }
    assert document["measures"][1]["cells"]["hefeng-2020"][:2] == [
        {"section": "s01", "ref": "一", "score": 1.0, "by_hand": False},
        {"unit": "u002", "ref": "一 ¶1", "score": 1.0, "by_hand": False},
    ]
    assert document["sums"] == {
        "all": [MONTH],
        "plans": [
            {"plan": "hefeng-2020", "found": 3, "only": [RATE]},
            {"plan": "lushan-2021", "found": 1, "only": []},
            {"plan": "beiyuan-2022", "found": 2, "only": []},
        ],
    }


def test_measures_as_csv() -> None:
    assert csvout.render(*sheet(by_measure())) == (
        "\ufeffmeasure,topic,pillar,label_zh,label_en,adopters,hefeng-2020,lushan-2021,beiyuan-2022\n"
        f"{RATE},products.general,products,抽检合格率,Sampling pass rate,1,二 ¶1?,,\n"
        f"{CQO},foundations.management,foundations,首席质量官,Chief quality officer,2,"
        "一; 一 ¶1; 一 ¶2; 一 ¶3,,¶1\n"
        f"{MONTH},governance.culture,governance,质量月,Quality month,3,一 ¶2,¶1,¶1\n"
    )


def test_csv_and_json_hold_the_same_measures() -> None:
    matrix = by_measure(copies(9))
    header, lines = sheet(matrix)
    table = {line[0]: dict(zip(header, line, strict=True)) for line in lines}
    for row in written(matrix)["measures"]:
        for plan, cell in row["cells"].items():
            refs = [f"{place['ref']}{'?' if place['score'] < 1 else ''}" for place in cell]
            assert table[row["measure"]][plan] == "; ".join(refs)
    assert len(table) == len(written(matrix)["measures"])


@pytest.mark.parametrize("plans", [TOWNS, [DONGJIANG_BY_HAND, *TOWNS[1:]]])
def test_csv_and_json_hold_the_same_topics(plans: Sequence[CodedPlan]) -> None:
    header, lines = sheet(by_topic(plans))
    table = {line[0]: dict(zip(header, line, strict=True)) for line in lines}
    topics = written(by_topic(plans))["topics"]
    assert list(table) == [row["topic"] for row in topics]
    for row in topics:
        line = table[row["topic"]]
        assert line["mean_share"] == row["mean_share"]
        for plan, cell in row["cells"].items():
            figures = [line[f"{plan} {name}"] for name in ("units", "characters", "share", "by_hand")]
            assert figures == [len(cell["units"]), cell["characters"], cell["share"], len(cell["by_hand"])]


def test_similarity_as_csv_and_json() -> None:
    assert csvout.render(*sheet(by_city())) == (
        "\ufeffplan,hefeng-2020,lushan-2021,beiyuan-2022\n"
        "hefeng-2020,1.0,0.6142,0.52\nlushan-2021,0.6142,1.0,0.5\nbeiyuan-2022,0.52,0.5,1.0\n"
    )
    assert written(by_city())["similarity"] == {
        "plans": IDS,
        "matrix": [[1.0, 0.6142, 0.52], [0.6142, 1.0, 0.5], [0.52, 0.5, 1.0]],
    }


def test_what_somebody_set_is_told() -> None:
    topics = written(by_topic([DONGJIANG_BY_HAND, *TOWNS[1:]]))["topics"]
    cells = [cell for row in topics for cell in row["cells"].values()]
    assert [cell["units"] for cell in cells if cell["by_hand"]] == [["u007"]]  # furniture is no topic
    measures = by_measure([HEFENG_BY_HAND, *PLANS[1:]])
    places = [place for row in measures.rows for cell in row.cells for place in cell]
    assert [place.marked for place in places if place.by_hand] == ["二 ¶1?✎", "一 ¶1✎"]
    assert "二 ¶1?✎,,\n" in csvout.render(*sheet(measures))


def test_similarity_tells_what_somebody_set() -> None:
    assert written(by_city_by_hand())["by_hand"] == {
        "units": {"hefeng-2020": ["u002", "u005"], "lushan-2021": [], "beiyuan-2022": []},
        "made": [
            {
                "a": {"plan": "hefeng-2020", "unit": "u002"},
                "b": {"plan": "lushan-2021", "unit": "u001"},
                "score": 1.0,
                "by_hand": {"coder": "lw", "note": "rule 1"},
            }
        ],
        "parted": [
            {
                "a": {"plan": "lushan-2021", "unit": "u001"},
                "b": {"plan": "hefeng-2020", "unit": "u002"},
                "score": 0.66,
                "by_hand": {"coder": "mk", "note": ""},
            }
        ],
    }
    nothing: dict[str, list[str]] = {name: [] for name in IDS}
    assert written(by_city())["by_hand"] == {"units": nothing, "made": [], "parted": []}


@pytest.mark.parametrize("plans", [PLANS, TOWNS, PLANS[:1]])
def test_the_shares_of_a_column_and_the_means_add_up_to_one(plans: Any) -> None:
    rows = by_topic(plans).rows
    for n in range(len(plans)):
        assert sum(row.cells[n].share for row in rows) == pytest.approx(1)
    assert sum(mean_share(row.cells) for row in rows) == pytest.approx(1)


def test_a_digest_beside_a_real_plan_is_warned_of() -> None:
    assert len(written(by_topic())["warnings"]) == 1
    assert written(by_measure())["warnings"] == []
