"""YAML as plain values: what it holds, and where it goes wrong."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from qcompare.errors import BadConfiguration
from qcompare.storage import yamlfile
from qcompare.storage.yamlfile import load_yaml, parse_yaml


@pytest.fixture(params=["c", "python"], autouse=True)
def each_loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every test runs with the loader in C and with the one in Python, for machines without the first."""
    if request.param == "python":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    yamlfile._loader.cache_clear()
    yield
    yamlfile._loader.cache_clear()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("# only a comment\n", None),
        ("---\nlang: en\n", {"lang": "en"}),
        (
            "a: 1\nb: -2.5\nc: yes\nd: false\ne:\nf: ~\ng: 质量\n",
            dict(zip("abcdefg", (1, -2.5, True, False, None, None, "质量"), strict=True)),
        ),
        ("[1, two, [3]]", [1, "two", [3]]),
        ("3: [a]\n0.5: [b]\n-1: [c]\non: d\n", {"3": ["a"], "0.5": ["b"], "-1": ["c"], "on": "d"}),
        (
            "issued: 2018-12-10\nat: 2018-12-10 09:30:00\n",
            {"issued": "2018-12-10", "at": "2018-12-10 09:30:00"},
        ),
        ("a: '3'\nb: \"no\"\nc: ! 4\nd: !!str 5\n", {"a": "3", "b": "no", "c": 4, "d": "5"}),
        ("<<: {a: 1}\n=: 2\n", {"<<": {"a": 1}, "=": 2}),
        ("a: &x [1]\nb: *x\n", {"a": [1], "b": [1]}),
        ("a: |\n  one\n  two\n", {"a": "one\ntwo\n"}),
    ],
)
def test_values(text: str, value: object) -> None:
    assert parse_yaml(text, "x.yaml") == value


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 1\nb: 2\na: 3\n", 'x.yaml, line 3, column 1: the key "a" stands here a second time'),
        ('3: 1\n"3": 2\n', 'x.yaml, line 2, column 1: the key "3" stands here a second time'),
        ("a:\n  - {b: 1, b: 2}\n", 'x.yaml, line 2, column 12: the key "b" stands here a second time'),
        ("[a]: 1\n", "x.yaml, line 1, column 1: a key must be a word"),
        ("a: *b\n", "x.yaml, line 1, column 4: the alias *b stands for nothing before it"),
        ("a: &b [*b]\n", "x.yaml, line 1, column 8: the alias *b stands for nothing before it"),
        ("a: !!int b\n", 'x.yaml, line 1, column 4: "b" is no int'),
        ("a: !!bool b\n", 'x.yaml, line 1, column 4: "b" is no bool'),
        ("a: !!int ''\n", 'x.yaml, line 1, column 4: "" is no int'),
        (
            "--- 1\n--- 2\n",
            "x.yaml, line 2, column 1: a second document begins",
        ),
        ("[" * 100_000, "x.yaml, line 1, column 52: is nested too deeply"),
        ("a: \x07", "x.yaml: holds characters that are not allowed"),
        (
            "a: !!python/object/apply:os.system [echo]\n",
            "x.yaml, line 1, column 4: the tag tag:yaml.org,2002:python/object/apply:os.system is not",
        ),
        ("a: !own 1\n", "x.yaml, line 1, column 4: the tag !own is not allowed"),
        ("a: !!set {b}\n", "x.yaml, line 1, column 4: the tag tag:yaml.org,2002:set is not allowed"),
        ("a: b: c\n", "x.yaml, line 1, column 5: mapping values are not allowed"),
        ("a:\n\tb: 2\n", "x.yaml, line 2, column 1: found character"),
    ],
)
def test_faults_name_the_place(text: str, message: str) -> None:
    with pytest.raises(BadConfiguration) as caught:
        parse_yaml(text, "x.yaml")
    assert caught.value.message.startswith(message)


def test_aliases_cannot_blow_a_file_up() -> None:
    rows = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    rows += [f"{b}: &{b} [{', '.join([f'*{a}'] * 10)}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)]
    with pytest.raises(BadConfiguration) as caught:
        parse_yaml("\n".join(rows), "x.yaml")
    assert str(caught.value) == (
        "x.yaml, line 6, column 36: holds too many values\nAliases count as often as used: use fewer."
    )


def test_bytes_may_begin_with_a_byte_order_mark() -> None:
    assert load_yaml("\ufefflang: zh\n".encode(), "x.yaml") == {"lang": "zh"}


def test_bytes_that_are_not_utf8() -> None:
    with pytest.raises(BadConfiguration) as caught:
        load_yaml(b"a: 1\nb: \xd6\xca\n", "x.yaml")
    assert str(caught.value) == "x.yaml, line 2: is not UTF-8\nSave the file as UTF-8."


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text("ab质量:- #'\"[]{}&*!|>%@`,0123.~\n", max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text("ab质 3", max_size=4), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(plain)
def test_what_json_holds_is_read_as_it_is(value: object) -> None:
    assert parse_yaml(json.dumps(value), "x.yaml") == value


@given(plain)
def test_what_yaml_writes_is_read_back(value: object) -> None:
    assert parse_yaml(yaml.safe_dump(value, allow_unicode=True), "x.yaml") == value


@given(st.text("ab: -\n[]{}&*!#'\"|>?%\t,~<=", max_size=30))
def test_any_text_is_a_value_or_a_fault_with_the_file(text: str) -> None:
    try:
        value = parse_yaml(text, "x.yaml")
    except BadConfiguration as error:
        value = error.message.removeprefix("x.yaml")[:1] in (",", ":")
    assert json.dumps(value)


def test_yaml_is_imported_where_something_is_parsed() -> None:
    code = "import sys, qcompare.storage.yamlfile; print('yaml' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
