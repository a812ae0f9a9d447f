"""What a user types, folded to a key."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.text.names import fold


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Hangzhou", "hangzhou"),
        ("HANG ZHOU", "hangzhou"),
        ("hang-zhou", "hangzhou"),
        ("xi'an", "xian"),
        ("Xī’ān", "xian"),
        ("lǘliáng", "lvliang"),
        ("Lüliang", "lvliang"),
        ("ｘｉａｎ", "xian"),
        (" 杭州市 ", "杭州"),
        ("杭州", "杭州"),
        ("延边朝鲜族自治州", "延边朝鲜族自治州"),
        ("hangzhou-2018", "hangzhou2018"),
        ("", ""),
    ],
)
def test_fold(typed: str, key: str) -> None:
    assert fold(typed) == key


@given(st.text(max_size=12))
def test_folding_twice_folds_no_further_but_for_another_shi(text: str) -> None:
    assert fold(fold(text)) == fold(text).removesuffix("市")
