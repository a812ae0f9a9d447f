"""A configuration as a mapping: what it becomes, and every fault it can have."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.errors import BadConfiguration
from qcompare.settings import (
    AligningWeights,
    CodingWeights,
    Limits,
    Settings,
    Thresholds,
    Wording,
    build,
    canonical_sha256,
    trusted,
)
from qcompare.taxonomy import Measure, Pillar, Rule, Taxonomy, Term, Topic

WHOLE: dict[str, Any] = {
    "lang": "en",
    "plans": ["plans"],
    "thresholds": {"min_score": 0.5, "related_score": 0.35, "unsure_score": 0.4, "section_score": 0.3},
    "coding": {"measure": 1, "heading": 1.0, "trail": 0.5, "opener": 1, "neighbour": 0.4},
    "aligning": {
        "share": 12,
        "amount": 6.5,
        "measures": 4,
        "topic": 3,
        "pillar": 2,
        "crowding": 1.5,
        "start": 7,
    },
    "wording": {
        "replace": {"品质": "质量", "网际网路": "互联网", "水准": "水平"},
        "keep": ["品质化"],
        "proof": ["产品质量法"],
    },
    "limits": {"file_mb": 2, "unpacked_mb": 4, "pages": 30, "characters": 1000},
    "taxonomy": {
        "pillars": [{"id": "soil", "zh": "土壤", "en": "Soil"}, {"id": "air", "zh": "空气", "en": "Air"}],
        "topics": [
            {
                "id": "soil.fields",
                "zh": "农田",
                "en": "Fields",
                "terms": {3: ["耕地", "农田"], -1.5: ["土豆"]},
                "headings": {"4": ["田地"]},
            },
            {"id": "wind", "pillar": "air", "zh": "风", "en": "Wind"},
            {"id": "context", "zh": "背景", "en": "Context", "terms": {1: ["指导思想"]}},
        ],
        "measures": [
            {
                "id": "soil.fields.limit",
                "topic": "soil.fields",
                "zh": "红线",
                "en": "Limit",
                "terms": ["红线"],
            },
            {"id": "wind.mill", "topic": "wind", "zh": "风车", "en": "Mill", "terms": ["风车"], "weight": 2},
        ],
        "rules": [{"topic": "wind", "weight": 4, "heading": ["风能", "风电"], "because": "named above"}],
    },
}

Change = Callable[[dict[str, Any]], object]


def changed(*changes: Change) -> dict[str, Any]:
    mapping = copy.deepcopy(WHOLE)
    for change in changes:
        change(mapping)
    return mapping


def faults_of(mapping: dict[str, Any]) -> list[str]:
    with pytest.raises(BadConfiguration) as caught:
        build(mapping)
    lines = caught.value.message.split("\n  ")
    return [line.removeprefix("config.yaml: ") for line in (lines[1:] if len(lines) > 1 else lines)]


def test_a_whole_configuration() -> None:
    assert build(WHOLE) == Settings(
        lang="en",
        plans=("plans",),
        thresholds=Thresholds(0.5, 0.35, 0.4, 0.3),
        coding=CodingWeights(1, 1.0, 0.5, 1, 0.4),
        aligning=AligningWeights(12, 6.5, 4, 3, 2, 1.5, 7),
        wording=Wording(
            (("网际网路", "互联网"), ("品质", "质量"), ("水准", "水平")), ("品质化",), ("产品质量法",)
        ),
        limits=Limits(2, 4, 30, 1000),
        taxonomy=Taxonomy(
            pillars=(
                Pillar("soil", "土壤", "Soil"),
                Pillar("air", "空气", "Air"),
                Pillar("context", "背景", "Context"),
            ),
            topics=(
                Topic(
                    "soil.fields",
                    "soil",
                    "农田",
                    "Fields",
                    (Term("耕地", 3.0), Term("农田", 3.0), Term("土豆", -1.5)),
                    (Term("田地", 4.0),),
                ),
                Topic("wind", "air", "风", "Wind"),
                Topic("context", "context", "背景", "Context", (Term("指导思想", 1.0),)),
            ),
            measures=(
                Measure("soil.fields.limit", "soil.fields", "红线", "Limit", ("红线",), 3.0),
                Measure("wind.mill", "wind", "风车", "Mill", ("风车",), 2),
            ),
            rules=(Rule("wind", 4, "named above", ("风能", "风电"), ()),),
        ),
        sha256=canonical_sha256(WHOLE),
    )


def test_trusted_gives_what_build_gives() -> None:
    assert trusted(WHOLE, canonical_sha256(WHOLE)) == build(WHOLE)


def test_the_least_taxonomy_of_a_field_of_ones_own() -> None:
    taxonomy = {
        "pillars": [{"id": "tax", "zh": "税", "en": "Tax"}],
        "topics": [{"id": "tax", "zh": "税", "en": "Tax"}],
    }
    assert build({**WHOLE, "taxonomy": taxonomy}).taxonomy == Taxonomy(
        # what no topic holds has a name too
        (Pillar("tax", "税", "Tax"), Pillar("other", "其他", "Other")),
        (Topic("tax", "tax", "税", "Tax"), Topic("other", "other", "其他", "Other")),
        (),
        (),
    )


def test_the_two_limits_may_be_the_same() -> None:
    settings = build(changed(lambda m: m["thresholds"].update(related_score=0.5)))
    assert settings.thresholds == Thresholds(0.5, 0.5, 0.4, 0.3)


def test_a_pillar_that_is_listed_is_not_added_again() -> None:
    own = {"id": "context", "zh": "其他", "en": "Rest"}
    settings = build(changed(lambda m: m["taxonomy"]["pillars"].append(own)))
    assert [pillar.id for pillar in settings.taxonomy.pillars] == ["soil", "air", "context"]


MISSING_TOPIC = 'names the unknown topic "soil.feilds"; did you mean soil.fields?'


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda m: m.update(lang="de"), 'lang: is "de"; must be en or zh'),
        (lambda m: m.update(plans="plans"), 'plans: is "plans"; must be a list'),
        (lambda m: m.pop("coding"), "coding: is missing; add it"),
        (lambda m: m.update(codings={}), "codings: is no key; did you mean coding?"),
        (lambda m: m["coding"].update(trail=-1), "coding.trail: is -1; must be a number from 0"),
        (
            lambda m: m["thresholds"].update(min_score=1.2),
            "thresholds.min_score: is 1.2; must be a number from 0 up to 1",
        ),
        (
            lambda m: m["thresholds"].update(related_score=0.6),
            "thresholds.related_score: is 0.6; must not be above min_score (0.5)",
        ),
        (lambda m: m["thresholds"].pop("section_score"), "thresholds.section_score: is missing; add it"),
        (
            lambda m: m["thresholds"].update(minscore=0.1),
            "thresholds.minscore: is no key; did you mean min_score?",
        ),
        (lambda m: m["aligning"].update(share="2"), 'aligning.share: is "2"; must be a number from 0'),
        (lambda m: m["aligning"].update(topic=-1), "aligning.topic: is -1; must be a number from 0"),
        (
            lambda m: m["wording"]["replace"].update(品质=""),
            "wording.replace.品质: is empty; must be text, in quotes if YAML takes it for a number",
        ),
        (lambda m: m["limits"].update(pages=0), "limits.pages: is 0; must be a whole number from 1 up"),
        (lambda m: m["limits"].update(pages=1.5), "limits.pages: is 1.5; must be a whole number from 1 up"),
        (lambda m: m["limits"].update(pages=True), "limits.pages: is true; must be a whole number from 1 up"),
        (lambda m: m["limits"].pop("file_mb"), "limits.file_mb: is missing; add it"),
        (lambda m: m["wording"].update(keep=None), "wording.keep: is empty; must be a list"),
        (
            lambda m: m["taxonomy"].update(pillars=[]),
            "taxonomy.pillars: is an empty list; must name at least one",
        ),
        (
            lambda m: m["taxonomy"].update(measures="m.yaml"),
            'taxonomy.measures: is "m.yaml"; must be a list',
        ),
        (
            lambda m: m["taxonomy"]["topics"][1].update(terms={}),
            "taxonomy.topics[1].terms: is empty; must map weights to lists of terms: {3: [term]}",
        ),
        (
            lambda m: m["taxonomy"]["topics"][1].update(terms={2: []}),
            "taxonomy.topics[1].terms.2: is an empty list; must name at least one",
        ),
        (
            lambda m: m["taxonomy"]["topics"][1].update(terms=["风"]),
            "taxonomy.topics[1].terms: is a list; must map weights to lists of terms: {3: [term]}",
        ),
        (
            lambda m: m["taxonomy"]["topics"][1].update(headings={"high": ["风"]}),
            'taxonomy.topics[1].headings.high: is "high"; must be a number',
        ),
        (
            lambda m: m["taxonomy"]["topics"][1].update(terms={"nan": ["风"]}),
            "taxonomy.topics[1].terms.nan: is nan; must be a number",
        ),
        (
            lambda m: m["taxonomy"]["topics"][1].update(terms={True: ["风"]}),
            "taxonomy.topics[1].terms.True: is true; must be a number",
        ),
        (
            lambda m: m["taxonomy"]["topics"][1].update(terms={3: ["风"], "3.0": ["云"]}),
            "taxonomy.topics[1].terms: has a weight twice; must give each weight once",
        ),
        (
            lambda m: m["taxonomy"]["topics"][0]["terms"].update({1: ["田", 315]}),
            "taxonomy.topics[0].terms.1[1]: is 315; must be text, in quotes if YAML takes it for a number",
        ),
        (
            lambda m: m["taxonomy"]["topics"][1].update(pillar="aer"),
            'taxonomy.topics[1]: names the unknown pillar "aer"; did you mean air?',
        ),
        (
            lambda m: m["taxonomy"]["topics"][1].pop("pillar"),
            'taxonomy.topics[1]: names the unknown pillar "wind"; known are soil, air, context',
        ),
        (
            lambda m: m["taxonomy"]["measures"][0].update(topic="soil.feilds"),
            f"taxonomy.measures[0].topic: {MISSING_TOPIC}",
        ),
        (
            lambda m: m["taxonomy"]["rules"][0].update(topic="soil.feilds"),
            f"taxonomy.rules[0].topic: {MISSING_TOPIC}",
        ),
        (
            lambda m: m["taxonomy"]["rules"][0].pop("heading"),
            "taxonomy.rules[0]: has no condition; must have one of heading, unit, start",
        ),
        (
            lambda m: m["taxonomy"]["pillars"][1].update(id="soil"),
            'taxonomy.pillars[1].id: is "soil", which taxonomy.pillars[0] has already; must be unique',
        ),
        (
            lambda m: m["taxonomy"]["measures"][1].update(id="soil.fields.limit"),
            'taxonomy.measures[1].id: is "soil.fields.limit", which taxonomy.measures[0] has already;'
            " must be unique",
        ),
        (
            lambda m: m["taxonomy"]["topics"][2].update(id="chrome", pillar="air"),
            'taxonomy.topics[2].id: is "chrome"; must be letters, digits, - and _ with dots between;'
            " chrome is taken by page furniture",
        ),
        (
            lambda m: m["taxonomy"]["topics"][2].update(id="two words", pillar="air"),
            'taxonomy.topics[2].id: is "two words"; must be letters, digits, - and _ with dots between;'
            " chrome is taken by page furniture",
        ),
        (
            lambda m: m["taxonomy"]["measures"][1].update(weight="2"),
            'taxonomy.measures[1].weight: is "2"; must be a number',
        ),
    ],
)
def test_one_fault(change: Change, fault: str) -> None:
    assert faults_of(changed(change))[:1] == [fault]


def test_a_twin_topic_is_at_fault_and_so_is_what_named_the_lost_one() -> None:
    mapping = changed(lambda m: m["taxonomy"]["topics"][1].update(id="soil.fields"))
    lost = 'names the unknown topic "wind"; known are soil.fields, context'
    assert faults_of(mapping) == [
        'taxonomy.topics[1].id: is "soil.fields", which taxonomy.topics[0] has already; must be unique',
        f"taxonomy.measures[1].topic: {lost}",
        f"taxonomy.rules[0].topic: {lost}",
    ]


def test_all_faults_are_told_at_once_each_with_its_file() -> None:
    mapping = changed(
        lambda m: m.update(lang=None),
        lambda m: m["thresholds"].update(related_score=0.9, unsure_score="low"),
        lambda m: m["taxonomy"]["measures"].append({"id": "x", "topic": "wind", "zh": "某", "en": "X"}),
        lambda m: m["taxonomy"]["rules"].append("wind"),
    )
    with pytest.raises(BadConfiguration) as caught:
        build(mapping, "mine.yaml", {"taxonomy.measures": "measures.yaml"})
    assert str(caught.value) == (
        "5 faults:\n"
        "  mine.yaml: lang: is empty; must be en or zh\n"
        '  mine.yaml: thresholds.unsure_score: is "low"; must be a number from 0 up to 1\n'
        "  measures.yaml: measures[2].terms: is missing; add it\n"
        '  mine.yaml: taxonomy.rules[1]: is "wind"; must be a mapping with the keys'
        " topic, weight, because, heading, unit, start\n"
        "  mine.yaml: thresholds.related_score: is 0.9; must not be above min_score (0.5)"
    )


def outcome(mapping: dict[str, Any]) -> str:
    try:
        return build(mapping).sha256
    except BadConfiguration:
        return "refused"


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def _places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    rows = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, each in rows for place in _places(each, (*path, key)))]


@given(st.sampled_from(_places(WHOLE)[1:]), json_values)
def test_anything_anywhere_is_built_or_refused(place: tuple[Any, ...], value: object) -> None:
    mapping = copy.deepcopy(WHOLE)
    inner: Any = mapping
    for key in place[:-1]:
        inner = inner[key]
    inner[place[-1]] = value
    assert outcome(mapping) in ("refused", canonical_sha256(mapping))


def test_the_hash_is_of_the_meaning_not_of_the_order() -> None:
    backwards = dict(reversed(WHOLE.items()))
    written = changed(
        lambda m: m["taxonomy"]["topics"][0].update(terms={"-1.5": ["土豆"], "3": ["耕地", "农田"]})
    )
    assert canonical_sha256(backwards) == canonical_sha256(WHOLE) == canonical_sha256(written)


@given(st.sampled_from([place for place in _places(WHOLE) if place]))
def test_the_hash_sees_every_value(place: tuple[Any, ...]) -> None:
    mapping = copy.deepcopy(WHOLE)
    inner: Any = mapping
    for key in place[:-1]:
        inner = inner[key]
    inner[place[-1]] = "another"
    assert canonical_sha256(mapping) != canonical_sha256(WHOLE)
