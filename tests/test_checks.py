"""Tables of shapes: which faults are found where, and how they are told."""

from __future__ import annotations

import pytest

from qcompare.checks import (
    Check,
    Fault,
    complaint,
    is_flag,
    is_number,
    is_text,
    list_of,
    mapping_of,
    one_of,
    record,
    unknown,
)

NAMED = record({"id": is_text}, {"weight": is_number(0, 1)})


@pytest.mark.parametrize(
    ("check", "value"),
    [
        (is_text, "质量月"),
        (is_flag, False),
        (is_number(), -3),
        (is_number(0, 1), 1),
        (one_of("en", "zh"), "zh"),
        (list_of(is_text), []),
        (list_of(is_text, least=1), ("a",)),
        (mapping_of(is_text), {"品质": "质量"}),
        (NAMED, {"id": "a"}),
        (list_of(NAMED), [{"id": "a", "weight": 0.5}]),
    ],
)
def test_faultless(check: Check, value: object) -> None:
    assert list(check(value)) == []


@pytest.mark.parametrize(
    ("check", "value", "faults"),
    [
        (is_text, None, [("", "is empty")]),
        (is_text, " \u3000", [("", 'is " \u3000"')]),
        (is_text, 2018, [("", "is 2018")]),
        (is_text, "", [("", "is empty")]),
        (is_flag, 1, [("", "is 1")]),
        (is_flag, "true", [("", 'is "true"')]),
        (is_number(), True, [("", "is true")]),
        (is_number(), float("nan"), [("", "is nan")]),
        (is_number(), 10**400, [("", "is 1" + "0" * 38 + "…")]),
        (is_number(), "1", [("", 'is "1"')]),
        (is_number(0, 1), 1.01, [("", "is 1.01")]),
        (is_number(0), -0.1, [("", "is -0.1")]),
        (one_of("en", "zh"), ["en"], [("", "is a list")]),
        (list_of(is_text), "abc", [("", 'is "abc"')]),
        (list_of(is_text, least=1), [], [("", "is an empty list")]),
        (list_of(is_text), ["a", 1, None], [("[1]", "is 1"), ("[2]", "is empty")]),
        (mapping_of(is_text), [], [("", "is a list")]),
        (mapping_of(is_text), {"品质": 3, 4: "a"}, [("品质", "is 3"), ("4", "is 4")]),
        (NAMED, "x", [("", 'is "x"')]),
        (NAMED, {}, [("id", "is missing")]),
        (NAMED, {"ID": "a"}, [("id", "is missing"), ("ID", "is no key")]),
        (
            record({"rows": list_of(NAMED)}),
            {"rows": [{"id": "a"}, {"id": 1, "weight": 2}, 3]},
            [("rows[1].id", "is 1"), ("rows[1].weight", "is 2"), ("rows[2]", "is 3")],
        ),
    ],
)
def test_every_fault_with_its_key(check: Check, value: object, faults: list[tuple[str, str]]) -> None:
    assert [(fault.key, fault.wrong) for fault in check(value)] == faults


@pytest.mark.parametrize(
    ("check", "right"),
    [
        (is_number(), "must be a number"),
        (is_number(0), "must be a number from 0"),
        (is_number(0, 1), "must be a number from 0 up to 1"),
        (one_of("en", "zh"), "must be en or zh"),
        (NAMED, "must be a mapping with the keys id, weight"),
        (list_of(is_text), "must be a list"),
        (is_flag, "must be true or false"),
        (is_text, "must be text, in quotes if YAML takes it for a number"),
    ],
)
def test_what_would_be_right(check: Check, right: str) -> None:
    (fault,) = check(None)
    assert fault.right == right


@pytest.mark.parametrize(
    ("name", "known", "right"),
    [
        ("thresholdz", ["lang", "thresholds"], "did you mean thresholds?"),
        ("zzz", ["lang", "plans"], "known are lang, plans"),
        ("zzz", ["lang", "lang"], "known are lang"),
        ("zzz", list("abcdefghijklmn"), "known are a, b, c, d, e, f, g, h, i, j, k, l, …"),
        ("zzz", [], "known are none"),
    ],
)
def test_the_nearest_known_name(name: str, known: list[str], right: str) -> None:
    assert unknown("k", "is no key", name, known) == Fault("k", "is no key", right)


def test_one_fault_is_one_line() -> None:
    error = complaint([Fault("", "is a list", "must be a mapping")], "my.yaml")
    assert str(error) == "my.yaml: the file: is a list; must be a mapping"


def test_faults_are_listed_with_the_files_they_stand_in() -> None:
    faults = [
        Fault("taxonomy.measures[3].topic", "is empty", "must be text"),
        Fault("taxonomy.measuresx", "is no key", "did you mean measures?"),
        Fault("lang", "is de", "must be en"),
        Fault("language", "is no key", "did you mean lang?"),
    ]
    origins = {"taxonomy.measures": "measures.yaml", "lang": "config.yaml"}
    assert str(complaint(faults, "my.yaml", origins)) == (
        "4 faults:\n"
        "  measures.yaml: measures[3].topic: is empty; must be text\n"
        "  my.yaml: taxonomy.measuresx: is no key; did you mean measures?\n"
        "  config.yaml: lang: is de; must be en\n"
        "  my.yaml: language: is no key; did you mean lang?"
    )
