"""How much a piece of text looks like Chinese."""

from __future__ import annotations

import pytest

from qcompare.text.misreading.chinese import commonness, is_common, is_ideograph, wordiness
from qcompare.text.words import Lexicon


@pytest.mark.parametrize(("characters", "common"), [("质量，。》國発％", True), ("犇鍖Aあ°é\ufffd", False)])
def test_common_characters(characters: str, common: bool) -> None:
    expected = [common] * len(characters) if "発" not in characters else [c != "発" for c in characters]
    assert [is_common(c) for c in characters] == expected


def test_ideographs() -> None:
    assert [c for c in "质㐀，A\u3007鿿" if is_ideograph(c)] == ["质", "㐀", "鿿"]


@pytest.mark.parametrize(
    ("text", "share"),
    [("质量，2018", 1.0), ("质量鍖椾", 0.5), ("质\ufffd\xa0", 1.0), ("abc", 1.0), ("犇", 0.0), ("", 1.0)],
)
def test_commonness(text: str, share: float) -> None:
    assert commonness(text) == share


@pytest.mark.parametrize(("text", "share"), [("提升質量。", 1.0), ("质量犇犇", 0.5), ("abc", 0.0), ("", 0.0)])
def test_wordiness(lexicon: Lexicon, text: str, share: float) -> None:
    assert wordiness(text, lexicon) == share
