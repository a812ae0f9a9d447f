from __future__ import annotations

from dataclasses import replace

import pytest

from qcompare.models import Comparison, Lang, Metadata
from qcompare.rendering.views.side import column_names, sides

A = Metadata("hangzhou-2018", "甲", city="hangzhou", city_zh="杭州")
B = Metadata("xian-2014", "乙", city="Xi'an", city_zh="西安")


@pytest.mark.parametrize(
    ("metas", "lang", "names"),
    [
        ((A, B), "en", ["Hangzhou", "Xi'an"]),
        ((A, B), "zh", ["杭州", "西安"]),
        ((A, replace(B, city=None)), "en", ["Hangzhou", "西安"]),
        ((A, replace(B, city_zh=None)), "zh", ["杭州", "Xi'an"]),
        ((A, replace(A, id="hangzhou-2021")), "zh", ["hangzhou-2018", "hangzhou-2021"]),
        ((A, Metadata("outline", "丙")), "en", ["hangzhou-2018", "outline"]),
    ],
)
def test_what_heads_a_column(metas: tuple[Metadata, ...], lang: Lang, names: list[str]) -> None:
    assert column_names(metas, lang) == names


def test_a_side_finds_its_parts(two: Comparison) -> None:
    side = sides(two, "zh")[1]
    assert (side.name, side.meta.id) == ("南浦", "nanpu-2021")
    assert side.topic("u003") == "environment.water"
    assert side.refs(["u003", "u004", "u003"]) == ["一 ¶2", "二 ¶1"]
    assert side.sections["s02"][0].title == "做法"
    assert side.targets["t03"].indicator == "城镇污水处理率"
