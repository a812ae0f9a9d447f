from __future__ import annotations

import pytest

from qcompare.models import Lang, Repair, Span, Suspect
from qcompare.rendering.document import Cell, Paragraph, Table
from qcompare.rendering.views.damage import change, repairs_table, suspects
from qcompare.rendering.views.voice import Voice


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        ("關", "关", "關 → 关"),
        ("(guān)", "", "(guān) → ∅"),
        ("\n\n\n", "\n", "⏎⏎⏎ → ⏎"),
        ("\u3000\u3000", "  ", "⟨U+3000⟩⟨U+3000⟩ → ␣␣"),
        ("\xa0" * 9, " " * 5, "⟨U+00A0⟩×9 → ␣×5"),
        ("規;\ue1e5l", "规模化发", "規;⟨U+E1E5⟩l → 规模化发"),
        ("\x1b[0m", "", "␛[0m → ∅"),
    ],
)
def test_changes(before: str, after: str, text: str) -> None:
    assert change(Repair("layout", before, after, 0)) == text


@pytest.mark.parametrize(("lang", "kinds"), [("en", ["script", "wording"]), ("zh", ["繁简字形", "地区用词"])])
def test_kinds_by_frequency_with_examples_that_differ(lang: Lang, kinds: list[str]) -> None:
    script = [Repair("script", "甲乙丙丁戊己庚"[n % 7], "x", n) for n in range(9)]
    table = repairs_table([Repair("wording", "品質", "质量", 0), *script], Voice(lang))
    assert [row[0].text for row in table.rows] == kinds
    assert [row[1].text for row in table.rows] == ["9", "1"]
    examples = ["甲 → x", "乙 → x", "丙 → x", "丁 → x", "戊 → x"]
    assert table.rows[0][2].text == (", " if lang == "en" else "、").join(examples)


def test_suspects_stand_in_their_line() -> None:
    text = "一二三四五六七八九十甲\ue1e5乙十九八七六五四三二一"
    found = [Suspect("byteslip", "\ue1e5", Span(11, 12), "two readings")] * 3
    blocks = suspects(found, text, Voice("en"), 2)
    table, note = blocks[1:]
    assert isinstance(table, Table)
    assert (
        table.rows
        == (
            (
                Cell("byte slips", lead="⟨U+E1E5⟩"),
                Cell("四五六七八九十甲⟨U+E1E5⟩乙十九八七六五四"),
                Cell("two readings"),
            ),
        )
        * 2
    )
    assert note == Paragraph("2 of 3 shown", "dim")
    assert suspects([], text, Voice("en"), None) == []
