"""Front matter: split from the text, checked, and never guessed into one."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.errors import BadConfiguration
from qcompare.storage.frontmatter import listed, split

FULL = """---
id: xian-2014
city: Xi'an
city_zh: 西安
year: 2014
title: 工作方案
doc_number: 市政办发〔2014〕27号
issuer: 西安市人民政府办公厅
issued: 2014-06-02
kind: plan
url: https://example.org/a?b=1
retrieved: 2024-01-31T08:00:00
digest: yes
---
一、总体要求
"""


def test_every_key() -> None:
    assert split(FULL, "a.md") == (
        {
            "id": "xian-2014",
            "city": "Xi'an",
            "city_zh": "西安",
            "year": 2014,
            "title": "工作方案",
            "doc_number": "市政办发〔2014〕27号",
            "issuer": "西安市人民政府办公厅",
            "issued": "2014-06-02",
            "kind": "plan",
            "url": "https://example.org/a?b=1",
            "retrieved": "2024-01-31T08:00:00",
            "digest": True,
        },
        "一、总体要求\n",
    )


@pytest.mark.parametrize(
    ("text", "given", "body"),
    [
        ("---\nyear: 2018\n---\n正文\n", {"year": 2018}, "正文\n"),
        ("\ufeff---\nyear: 2018\n---\n正文\n", {"year": 2018}, "正文\n"),
        ("---\r\nyear: 2018\r\n---\r\n正文\r\n", {"year": 2018}, "正文\r\n"),
        ("--- \nyear: 2018\n---\t\n\n正文", {"year": 2018}, "\n正文"),
        ("---\nyear: 2018\n---", {"year": 2018}, ""),
        ("---\n# who made this\n\nyear: 2018\n---\n正文\n---\n", {"year": 2018}, "正文\n---\n"),
        ("---\n{year: 2018, kind: news}\n---\n正文", {"year": 2018, "kind": "news"}, "正文"),
        ('---\n"year": 2018\n---\n正文', {"year": 2018}, "正文"),
    ],
)
def test_a_block_is_taken_off(text: str, given: dict[str, object], body: str) -> None:
    assert split(text, "a.md") == (given, body)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "---",
        "---\n",
        "---\n---\n",
        "正文\n---\nyear: 2018\n---\n",
        "\n---\nyear: 2018\n---\n",
        "---- \nyear: 2018\n---\n",
        "---\n一、总体要求\n---\n",
        "---\n一、总体要求:见下\n没有第二条线\n",
        "---\nhttp://example.org 是网址\n---\n",
        "---\n- 一是\n- 二是\n---\n正文",
        "\ufeff正文",
    ],
)
def test_other_texts_are_left_alone(text: str) -> None:
    assert split(text, "a.md") == ({}, text)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_text_that_does_not_begin_with_dashes_is_untouched(text: str) -> None:
    assert split("。" + text, "a.md") == ({}, "。" + text)


@pytest.mark.parametrize(
    ("block", "message"),
    [
        ("citty: 西安", "a.md: citty: is no key; did you mean city?"),
        ("year: '2014'", 'a.md: year: is "2014"; must be a year such as 2018'),
        ("year: 14", "a.md: year: is 14; must be a year such as 2018"),
        ("year: true", "a.md: year: is true; must be a year such as 2018"),
        ("issued: 2014年6月2日", 'a.md: issued: is "2014年6月2日"; must be a day such as 2018-12-10'),
        ("issued: 2014-02-30", 'a.md: issued: is "2014-02-30"; must be a day such as 2018-12-10'),
        ("issued: 20140602", "a.md: issued: is 20140602; must be a day such as 2018-12-10"),
        (
            "retrieved: lately",
            'a.md: retrieved: is "lately"; must be a day such as 2018-12-10, with or without a time',
        ),
        ("kind: law", 'a.md: kind: is "law"; must be plan or interpretation or news or other'),
        ("digest: 1", "a.md: digest: is 1; must be true or false"),
        ("id: ../etc", 'a.md: id: is "../etc"; must be letters, digits, - _ and dots: it names files too'),
        ("title:", "a.md: title: is empty; must be text, in quotes if YAML takes it for a number"),
        (
            "year: 1\nkind: 2",
            "2 faults:\n  a.md: year: is 1; must be a year such as 2018\n"
            "  a.md: kind: is 2; must be plan or interpretation or news or other",
        ),
        ("title: a: b", "a.md, line 2, column 9: mapping values are not allowed in this context"),
        ("year: 2018\nyear: 2019", 'a.md, line 3, column 1: the key "year" stands here a second time'),
        ("year: 2018\n- 一是", "a.md, line 3, column 1: did not find expected key"),
    ],
)
def test_faults(block: str, message: str) -> None:
    with pytest.raises(BadConfiguration) as caught:
        split(f"---\n{block}\n---\n正文\n", "a.md")
    assert caught.value.message == message


def test_a_block_that_was_meant_must_be_closed() -> None:
    with pytest.raises(BadConfiguration) as caught:
        split("---\nyear: 2018\n正文\n", "a.md")
    assert str(caught.value) == (
        "a.md: the front matter is not closed\nPut --- on a line of its own below the last `key: value`."
    )


def test_rows_of_a_list_of_plans() -> None:
    data = "杭州.txt: {year: 2018, city: Hangzhou}\nb.pdf: {digest: no}\n".encode()
    assert listed(data, "plans.yaml") == {
        "杭州.txt": {"year": 2018, "city": "Hangzhou"},
        "b.pdf": {"digest": False},
    }


def test_an_empty_list_of_plans() -> None:
    assert listed(b"# nothing yet\n", "plans.yaml") == {}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a.txt: {yaer: 2018}", "plans.yaml: a.txt.yaer: is no key; did you mean year?"),
        ("- a.txt", "plans.yaml: the file: is a list; must be a mapping of `name: value` lines"),
        ("a.txt:", "plans.yaml: a.txt: is empty; must be a mapping with the keys id, city,"),
        ("a.txt: {}\na.txt: {}", 'plans.yaml, line 2, column 1: the key "a.txt" stands here a second time'),
    ],
)
def test_faults_in_a_list_of_plans(text: str, message: str) -> None:
    with pytest.raises(BadConfiguration) as caught:
        listed(text.encode(), "plans.yaml")
    assert caught.value.message.startswith(message)


def test_a_text_without_front_matter_needs_no_yaml() -> None:
    code = (
        "import sys; from qcompare.storage.frontmatter import split; "
        "print(split('---\\n正文', 'a'), 'yaml' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout == "({}, '---\\n正文') False\n"
