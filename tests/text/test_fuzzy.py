"""The nearest names: what a person who mistyped would look for."""

from __future__ import annotations

import pytest

from qcompare.text.fuzzy import nearest

CITIES = ["beijing-2021", "hangzhou", "hangzhou-2018", "xian", "杭州", "西安", "西宁", "南京"]


@pytest.mark.parametrize(
    ("name", "limit", "found"),
    [
        ("hangzou", 1, ["hangzhou"]),
        ("HANGZHOU-2081", 2, ["hangzhou-2018", "hangzhou"]),
        ("xi'an", 1, ["xian"]),
        ("杭洲", 1, ["杭州"]),
        ("西", 2, ["西宁", "西安"]),
        ("beijing", 1, ["beijing-2021"]),
        ("Ω", 3, []),
        ("", 3, []),
    ],
)
def test_nearest(name: str, limit: int, found: list[str]) -> None:
    assert nearest(name, CITIES, limit) == found


def test_the_order_of_choices_and_their_twins_do_not_count() -> None:
    assert nearest("西", [*reversed(CITIES), *CITIES], 2) == ["西宁", "西安"]


def test_no_choices() -> None:
    assert nearest("hangzhou", []) == []
