from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.models import CodedPlan, Lang, Target
from qcompare.rendering.views.figures import bar, excerpt, number, percent, score
from qcompare.rendering.views.figures import target as shown
from qcompare.rendering.views.voice import Voice


@pytest.mark.parametrize(
    ("value", "text"),
    [(30.0, "30"), (2.6, "2.6"), (100.0, "100"), (3_000_000.0, "3000000"), (0.1 + 0.2, "0.3"), (0.0, "0")],
)
def test_numbers(value: float, text: str) -> None:
    assert number(value) == text


def test_shares_and_scores() -> None:
    assert [percent(0.1234), percent(1), percent(0.0004)] == ["12.3", "100.0", "0.0"]
    assert [score(0.456), score(1)] == ["0.46", "1.00"]


@pytest.mark.parametrize(
    ("share", "text"),
    [(0.0, ""), (0.0001, "▌"), (0.05, "▌"), (0.1, "█"), (0.24, "██▌"), (0.5, "█████"), (1.0, "██████████")],
)
def test_bars(share: float, text: str) -> None:
    assert bar(share, 1.0, 10) == text


@pytest.fixture
def target(plans: dict[str, CodedPlan]) -> Target:
    return plans["dongjiang"].targets[0]


@pytest.mark.parametrize(
    ("lang", "change", "text"),
    [
        ("en", {}, "≥ 94 % (2022, binding)"),
        ("zh", {}, "≥ 94 %（2022年、约束性）"),
        ("en", {"op": "<=", "value": 2.6, "unit_of_measure": None, "binding": None}, "≤ 2.6 (2022)"),
        (
            "en",
            {"op": "=", "value": 30.0, "unit_of_measure": "万元/亩", "binding": None},
            "30 万元/亩 (2022)",
        ),
        ("en", {"per": "年", "direction": "increase", "binding": None}, "↑ ≥ 94 %/年 (2022)"),
        ("en", {"per": "年", "unit_of_measure": "万元/人·年", "binding": None}, "≥ 94 万元/人·年/年 (2022)"),
        ("en", {"per": "亩", "unit_of_measure": "万元/亩", "binding": None}, "≥ 94 万元/亩 (2022)"),
        (
            "zh",
            {"op": "~", "value_hi": 96.0, "deadline_year": None, "binding": "expected"},
            "≈ 94–96 %（预期性）",
        ),
        (
            "en",
            {"direction": "decrease", "op": "=", "baseline_year": 2015, "binding": None},
            "↓ 94 % (2022, against 2015)",
        ),
        ("en", {"kind": "fact", "deadline_year": None, "binding": None}, "≥ 94 % (fact)"),
        ("zh", {"kind": "milestone", "value": None, "binding": None}, "里程碑（2022年）"),
    ],
)
def test_targets(lang: Lang, change: dict[str, Any], text: str, target: Target) -> None:
    assert shown(replace(target, **change), Voice(lang)) == text


SENTENCE = "以监督抽查为抓手，压实生产者责任，推行首席质量官制度，办好质量月，连续两年不合格的列入名单。"


@pytest.mark.parametrize(
    ("size", "words", "text"),
    [
        (100, ["质量月"], SENTENCE),
        (len(SENTENCE) - 4, [], SENTENCE),  # not cut for a few characters
        (20, [], "以监督抽查为抓手，压实生产者责任，推行首…"),
        (20, ["首席质量官"], "…压实生产者责任，推行首席质量官制度，办好…"),
        (20, ["首席质量官", "质量月"], "…推行首席质量官制度，办好质量月，连续两年…"),
        (20, ["名单"], "…办好质量月，连续两年不合格的列入名单。"),
        (20, ["没有的词"], "以监督抽查为抓手，压实生产者责任，推行首…"),
    ],
)
def test_excerpts(size: int, words: list[str], text: str) -> None:
    assert excerpt(SENTENCE, size, words) == text


@given(st.text(min_size=1), st.integers(1, 30), st.lists(st.text(max_size=4)))
def test_an_excerpt_is_a_stretch_of_the_text(text: str, size: int, words: list[str]) -> None:
    found = excerpt(text, size, words)
    assert len(found) <= size + 4
    assert found == text or found.removeprefix("…").removesuffix("…") in text
