"""Script: characters are converted one to one, words are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.text import script
from qcompare.text.script import simplify


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("推動經濟發展品質變革", "推动经济发展品质变革"),
        ("頭髮與發展，乾燥與乾隆，皇后與以後", "头发与发展，干燥与乾隆，皇后与以后"),
        ("建立、整合、文件、執行", "建立、整合、文件、执行"),
        ("提升质量，2025年GDP增长5.5%。", "提升质量，2025年GDP增长5.5%。"),
        ("", ""),
    ],
)
def test_simplify(traditional: str, simplified: str) -> None:
    assert simplify(traditional) == simplified


@given(st.text())
def test_the_length_is_kept(text: str) -> None:
    assert len(simplify(text)) == len(text)


class _Phrases:
    """A converter that breaks the promise of one character for one."""

    def convert(self, text: str) -> str:
        return text.replace("計程車", "出租汽车").replace("計", "计").replace("車", "车").replace("程", "")


def test_a_converter_that_changes_lengths_is_asked_character_by_character(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(script, "_converter", _Phrases)
    assert simplify("計車") == "计车"
    assert simplify("計程車") == "计程车"
