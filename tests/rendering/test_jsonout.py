from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from qcompare.models import CleanText, CodedPlan, Comparison, RunSettings, Source, Span
from qcompare.rendering.jsonout import dumps
from qcompare.rendering.plain import plain
from qcompare.rendering.records.clean import clean_json
from qcompare.rendering.records.comparison import comparison_json, warnings
from qcompare.rendering.records.list import list_json
from qcompare.rendering.records.plan import plan_json
from qcompare.rendering.records.taxonomy import taxonomy_json
from qcompare.rendering.views.list import ListRow
from qcompare.taxonomy import Taxonomy


def test_a_plan_as_a_whole(
    plans: Mapping[str, CodedPlan], taxonomy: Taxonomy, golden: Callable[[str, str], None]
) -> None:
    golden("plan.json", dumps(plan_json(plans["dongjiang"], taxonomy)))


@pytest.mark.parametrize(
    ("path", "keys"),
    [
        ((), "schema plan repairs suspects sections units targets coverage warnings"),
        (
            ("plan",),
            "id city city_zh province district level year year_source period title notice_title doc_number "
            "issuer issued kind about digest source",
        ),
        (("plan", "source"), "path url retrieved sha256 format encoding"),
        (("sections", 0), "id parent level number title span topic pillar score unsure alternatives ref"),
        (
            ("units", 0),
            "id section ref text span source_span topic pillar score unsure alternatives measures evidence "
            "chrome by_hand",
        ),
        (
            ("targets", 0),
            "id unit indicator op direction value value_hi unit_of_measure per baseline_year deadline_year "
            "binding kind topic quote span",
        ),
        (("coverage",), "characters in_units in_headings in_chrome whitespace"),
    ],
)
def test_keys_stand_in_the_order_of_the_contract(
    path: tuple[Any, ...], keys: str, plans: Mapping[str, CodedPlan], taxonomy: Taxonomy
) -> None:
    value: Any = plan_json(plans["dongjiang"], taxonomy)
    for step in path:
        value = value[step]
    assert " ".join(value) == keys


def test_repairs_are_counted_by_kind_with_five_examples(
    plans: Mapping[str, CodedPlan], taxonomy: Taxonomy
) -> None:
    coded = plans["dongjiang"]
    script = [replace(coded.plan.repairs[1], at=at) for at in range(7)]
    busy = replace(coded, plan=replace(coded.plan, repairs=(coded.plan.repairs[0], *script)))
    assert plan_json(busy, taxonomy)["repairs"] == [
        {
            "kind": "script",
            "count": 7,
            "examples": [{"before": "關", "after": "关", "at": n} for n in range(5)],
        },
        {"kind": "pinyin", "count": 1, "examples": [{"before": "(guān)", "after": "", "at": 4}]},
    ]


def test_the_pillar_of_furniture_is_chrome(plans: Mapping[str, CodedPlan], taxonomy: Taxonomy) -> None:
    units: Any = plan_json(plans["dongjiang"], taxonomy)["units"]
    assert [(u["topic"], u["pillar"], u["chrome"]) for u in units[:2]] == [
        ("chrome", "chrome", True),
        ("context", "context", False),
    ]


def test_a_comparison_names_plans_in_every_cell(two: Comparison) -> None:
    value: Any = comparison_json(
        replace(two, settings=replace(two.settings, filters=(("topic", "a"), ("topic", "b"))))
    )
    assert list(value) == [
        "schema",
        "settings",
        "warnings",
        "plans",
        "topics",
        "matches",
        "rows",
        "sections",
        "only",
        "targets",
        "similarity",
        "parted",
    ]
    assert value["settings"] == {
        "version": "0.1.0",
        "config_sha256": "a" * 64,
        "min_score": 0.45,
        "related_score": 0.3,
        "filters": {"topic": ["a", "b"]},
    }
    assert [plan["plan"]["id"] for plan in value["plans"]] == ["dongjiang-2019", "nanpu-2021"]
    assert value["topics"][3] == {
        "topic": "engineering.green",
        "pillar": "engineering",
        "label_zh": "绿色建筑与节能",
        "label_en": "Green building",
        "cells": {
            "dongjiang-2019": {
                "units": ["u007"],
                "characters": 17,
                "share": 0.060498221,
                "targets": ["t03"],
                "by_hand": [],
            },
            "nanpu-2021": {"units": [], "characters": 0, "share": 0.0, "targets": [], "by_hand": []},
        },
    }
    assert value["matches"][0] == {
        "a": {"plan": "dongjiang-2019", "unit": "u008"},
        "b": {"plan": "nanpu-2021", "unit": "u004"},
        "score": 0.83,
        "level": "counterpart",
        "evidence": [
            {"part": "measures", "term": "foundations.management.cqo", "weight": 0.415},
            {"part": "words", "term": "首席、质量官", "weight": 0.415},
        ],
        "by_hand": None,
    }
    assert value["rows"][1] == {
        "topic": "engineering.general",
        "units": {"dongjiang-2019": ["u006"], "nanpu-2021": ["u005"]},
    }
    assert value["sections"][1] == {
        "topic": "engineering.general",
        "sections": {"dongjiang-2019": ["s03"], "nanpu-2021": []},
        "score": 0.0,
        "elsewhere": {"dongjiang-2019": [], "nanpu-2021": []},
    }
    assert value["only"] == {
        "dongjiang-2019": ["u002", "u003", "u005", "u007", "u011"],
        "nanpu-2021": ["u001", "u003", "u007", "u008", "u009"],
    }
    assert value["targets"][1] == {
        "topic": "products.general",
        "indicator": "产品抽检合格率",
        "cells": {"dongjiang-2019": ["t01", "t02"], "nanpu-2021": ["t01"]},
    }
    assert value["similarity"] == {
        "plans": ["dongjiang-2019", "nanpu-2021"],
        "matrix": [[1.0, 0.6142], [0.6142, 1.0]],
    }


def test_digests_beside_real_plans_bring_a_warning(two: Comparison, three: Comparison) -> None:
    assert warnings(two) == []
    assert warnings(replace(three, plans=three.plans[2:])) == []
    assert comparison_json(three)["warnings"] == [
        "digest compared with a real plan: xiling-2020-interpretation (written summary, not to be quoted) "
        "against dongjiang-2019, nanpu-2021; shares and counts of the two do not measure the same"
    ]


def test_the_list(listing: tuple[ListRow, ...]) -> None:
    value: Any = list_json(listing)
    assert value["plans"][0] == {
        "id": "dongjiang-2019",
        "city": "dongjiang",
        "city_zh": "东江",
        "year": 2019,
        "kind": "plan",
        "title": "东江市质量强市三年行动方案",
        "characters": 10432,
        "folder": "/data/plans",
        "repairs": {"pinyin": 12, "script": 830},
        "suspects": 2,
        "digest": False,
        "shadowed_by": None,
        "problem": None,
    }
    assert [plan["id"] for plan in value["plans"]] == [row.id for row in listing]


def test_a_cleaned_text_with_its_log(clean: CleanText, source: Source) -> None:
    value: Any = clean_json(clean, source)
    assert value["text"] == "首页\n关于质量的意见,\x1b[0m一\n着力提高, 互联网\n行动结束\n"
    assert value["repairs"][:3] == [
        {"kind": "layout", "before": "\n\n\n", "after": "\n", "at": 2},
        {"kind": "script", "before": "關", "after": "关", "at": 5},
        {"kind": "pinyin", "before": "(guān)", "after": "", "at": 6},
    ]
    assert value["suspects"] == [
        {"kind": "encoding", "text": "一", "span": [15, 16], "reason": "一 or — between figures"}
    ]
    assert value["counts"] == {
        "characters": 32,
        "source_characters": 47,
        "whitespace": 5,
        "repairs": {"layout": 2, "script": 5, "pinyin": 2, "variant": 1, "wording": 1},
        "suspects": 1,
    }


def test_the_taxonomy(taxonomy: Taxonomy) -> None:
    value: Any = taxonomy_json(taxonomy)
    assert value["pillars"][0] == {"id": "products", "label_zh": "产品质量", "label_en": "Product quality"}
    assert value["topics"][5] == {
        "id": "environment.water",
        "pillar": "environment",
        "label_zh": "水",
        "label_en": "Water",
        "terms": [],
        "headings": [{"text": "水环境", "weight": 2.5}],
        "parts": [],
    }
    assert value["measures"][1] == {
        "id": "governance.culture.month",
        "topic": "governance.culture",
        "label_zh": "质量月",
        "label_en": "Quality month",
        "terms": ["质量月"],
        "weight": 2.0,
    }
    assert value["rules"] == [
        {
            "topic": "engineering.general",
            "weight": 1.5,
            "because": "works under their own heading",
            "heading": ["工程质量"],
            "unit": ["工地", "监理"],
            "start": [],
        }
    ]


def test_a_topic_that_the_taxonomy_lost_keeps_its_id(two: Comparison, taxonomy: Taxonomy) -> None:
    bare = replace(taxonomy, topics=taxonomy.topics[1:])
    value: Any = comparison_json(replace(two, taxonomy=bare))
    row = value["topics"][0]
    assert (row["topic"], row["pillar"], row["label_zh"], row["label_en"]) == ("products.general",) * 4


def test_texts_stay_readable() -> None:
    text = dumps({"schema": "x", "值": '质量"\x1b\n'})
    assert text == '{\n  "schema": "x",\n  "值": "质量\\"\\u001b\\n"\n}\n'
    assert json.loads(text) == {"schema": "x", "值": '质量"\x1b\n'}


@pytest.mark.parametrize(
    ("value", "result"),
    [
        (None, None),
        (True, True),
        (0.1 + 0.2, 0.3),
        (Span(1, 2), [1, 2]),
        (("a", (1, None)), ["a", [1, None]]),
        ({"k": (Span(0, 1),)}, {"k": [[0, 1]]}),
        (
            RunSettings("1", "f", 0.5, 0.25, (("topic", "t"),)),
            {
                "version": "1",
                "config_sha256": "f",
                "min_score": 0.5,
                "related_score": 0.25,
                "filters": [["topic", "t"]],
            },
        ),
    ],
)
def test_plain_values(value: object, result: object) -> None:
    assert plain(value) == result


def test_written_figures_are_whole_where_they_are_whole(
    plans: Mapping[str, CodedPlan], taxonomy: Taxonomy
) -> None:
    coded = plans["nanpu"]
    half = replace(coded, targets=(replace(coded.targets[0], value=2.5), *coded.targets[1:]))
    targets: Any = plan_json(half, taxonomy)["targets"]
    assert [json.dumps([t["value"], t["value_hi"]]) for t in targets] == [
        "[2.5, null]",
        "[85, 90]",
        "[96, null]",
        "[13, null]",
        "[null, null]",
    ]
