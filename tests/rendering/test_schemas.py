from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from qcompare.errors import UnknownName
from qcompare.models import CleanText, CodedPlan, Comparison, Source
from qcompare.rendering.records.clean import clean_json
from qcompare.rendering.records.comparison import comparison_json
from qcompare.rendering.records.evaluate import pairs_json, targets_json, topics_json
from qcompare.rendering.records.explain import pair_json, topic_json
from qcompare.rendering.records.list import list_json
from qcompare.rendering.records.matrix import matrix_json
from qcompare.rendering.records.plan import plan_json
from qcompare.rendering.records.taxonomy import taxonomy_json
from qcompare.rendering.schemas import load_schema, schema_names
from qcompare.rendering.views.list import ListRow
from qcompare.taxonomy import Taxonomy
from tests.rendering.agreements import by_pairs, by_targets, by_topics
from tests.rendering.explanations import PAIRS, TOPICS
from tests.rendering.matrices import by_city, by_measure, by_topic

NAMES = ("clean", "comparison", "evaluate", "explain", "list", "matrix", "plan", "taxonomy")
# What CONTRACT does not ask for: may be missing, must not be mistyped.
OPTIONAL = {
    "chrome",
    "evidence",
    "warnings",
    "filters",
    "sections",
    "unsure",
    "alternatives",
    "ref",
    "by_hand",
    "parted",
}


@pytest.fixture(scope="module")
def outputs(
    two: Comparison,
    three: Comparison,
    plans: dict[str, CodedPlan],
    taxonomy: Taxonomy,
    listing: tuple[ListRow, ...],
    clean: CleanText,
    source: Source,
) -> dict[str, list[Any]]:
    return {
        "plan": [plan_json(each, taxonomy) for each in plans.values()],
        "comparison": [comparison_json(two), comparison_json(three)],
        "list": [list_json(listing), list_json(())],
        "clean": [clean_json(clean, source)],
        "evaluate": [
            topics_json(by_topics(3)),
            topics_json(by_topics()),
            targets_json(by_targets()),
            pairs_json(by_pairs()),
        ],
        "explain": [
            *(topic_json(each, taxonomy) for each in TOPICS),
            *(pair_json(each, taxonomy) for each in PAIRS),
        ],
        "matrix": [matrix_json(by_measure()), matrix_json(by_topic()), matrix_json(by_city())],
        "taxonomy": [taxonomy_json(taxonomy)],
    }


def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(load_schema(name))


def test_the_schemas_are_those_of_the_outputs() -> None:
    assert schema_names() == NAMES
    for name in NAMES:
        schema = load_schema(name)
        Draft202012Validator.check_schema(schema)
        assert schema["properties"]["schema"] == {"const": f"qcompare/{name}/1"}


def test_an_unknown_schema_is_named_with_the_known_ones() -> None:
    with pytest.raises(UnknownName) as raised:
        load_schema("../plan")
    assert str(raised.value) == (
        "There is no schema named '../plan'.\n"
        "There are: clean, comparison, evaluate, explain, list, matrix, plan, taxonomy."
    )


@pytest.mark.parametrize("name", NAMES)
def test_every_output_is_valid(name: str, outputs: dict[str, list[Any]]) -> None:
    for output in outputs[name]:
        validator(name).validate(output)
        assert next(iter(output)) == "schema"


def keys(value: object, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The ways to every key of a JSON value; of a list only the first member."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*path, key)
            yield from keys(inner, (*path, key))
    elif isinstance(value, list) and value:
        yield from keys(value[0], (*path, 0))


def changed(value: Any, path: tuple[Any, ...], change: Callable[[Any, Any], None]) -> Any:
    copy = deepcopy(value)
    holder = copy
    for step in path[:-1]:
        holder = holder[step]
    change(holder, path[-1])
    return copy


def by_name(path: tuple[Any, ...]) -> bool:
    """Whether the key is a name of the data's own: a plan's id, a kind of repair, a filter."""
    return len(path) > 1 and path[-2] in {
        "cells",
        "units",
        "only",
        "sections",
        "elsewhere",
        "repairs",
        "filters",
    }


@pytest.mark.parametrize("name", NAMES)
def test_a_missing_key_is_found(name: str, outputs: dict[str, list[Any]]) -> None:
    output = outputs[name][0]
    missed = []
    for path in keys(output):
        without = changed(output, path, lambda holder, key: holder.pop(key))
        if not by_name(path) and path[-1] not in OPTIONAL and validator(name).is_valid(without):
            missed.append(path)
    assert missed == []


@pytest.mark.parametrize("name", NAMES)
def test_a_mistyped_value_is_found(name: str, outputs: dict[str, list[Any]]) -> None:
    output = outputs[name][0]
    mistyped = [
        path
        for path in keys(output)
        if validator(name).is_valid(
            changed(output, path, lambda holder, key: holder.update({key: {"wrong": 1}}))
        )
    ]
    assert mistyped == []


@pytest.mark.parametrize(
    ("name", "path", "value"),
    [
        ("plan", ("plan", "kind"), "Plan"),
        ("plan", ("plan", "level"), "town"),
        ("plan", ("plan", "issued"), "2019年11月5日"),
        ("plan", ("units", 0, "span"), [1]),
        ("plan", ("units", 0, "score"), 1.2),
        ("plan", ("targets", 0, "op"), "≥"),
        ("plan", ("repairs", 0, "kind"), "other"),
        ("comparison", ("matches", 0, "level"), "near"),
        ("comparison", ("plans", 0, "schema"), "qcompare/plan/2"),
        ("comparison", ("plans",), []),
        ("list", ("plans", 0, "repairs"), {"magic": 1}),
        ("clean", ("counts", "characters"), -1),
        ("taxonomy", ("topics",), []),
        ("evaluate", ("what",), "pairs"),
        ("evaluate", ("topic", "accuracy"), 1.1),
        ("evaluate", ("topic", "kappa_interval"), [0.5]),
        ("evaluate", ("panel", "coders"), ["a", "b"]),
        ("evaluate", ("others", 0, "units"), 0),
        ("explain", ("explains",), "pair"),
        ("explain", ("passages",), []),
        ("explain", ("pair",), {}),
        ("explain", ("topic", "rivals", 0, "lost"), "more"),
    ],
)
def test_a_wrong_value_is_found(
    name: str, path: tuple[Any, ...], value: object, outputs: dict[str, list[Any]]
) -> None:
    wrong = changed(outputs[name][0], path, lambda holder, key: holder.__setitem__(key, value))
    with pytest.raises(ValidationError):
        validator(name).validate(wrong)
