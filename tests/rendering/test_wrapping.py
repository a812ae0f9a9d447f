from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from qcompare.rendering.visible import visible
from qcompare.rendering.wrapping import column_widths, share_out, wrap

MIXED = st.text(st.sampled_from("质量强市，。“”（）《》、abz 09.%-()¶\n　一二é"))


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("质量强市战略", 4, ["质量", "强市", "战略"]),
        ("质量强市战略", 5, ["质量", "强市", "战略"]),
        ("质量，强市", 4, ["质", "量，", "强市"]),  # no comma at the start of a line
        ("办好（质量）月", 6, ["办好", "（质", "量）月"]),  # no bracket opened at its end
        ("quality month in May", 8, ["quality", "month in", "May"]),
        ("合格率94.5%以上", 8, ["合格率", "94.5%以", "上"]),  # a figure is one word
        ("见二(二)1 ¶3条", 8, ["见", "二(二)1", "¶3条"]),  # … a reference too, where it fits
        ("见 二(二)1 ¶3 条", 12, ["见", "二(二)1 ¶3", "条"]),
        ("二(五)13 ¶2?✎", 11, ["二(五)13", "¶2?✎"]),  # a mark stays with what it stands behind
        ("质量管理 ?", 8, ["质量管", "理 ?"]),
        ("全部 3 项；✎ = 人工", 11, ["全部 3 项；", "✎ = 人工"]),  # … unless its meaning follows
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("  缩进缩进", 8, ["  缩进缩", "  进"]),  # blanks at the start stay
        ("hangzhou-2018 --min-score", 12, ["hangzhou-", "2018", "--min-score"]),
        ("见 /a/plans/hangzhou.txt", 9, ["见 /a/", "plans/", "hangzhou.", "txt"]),
        ("降-5%", 4, ["降", "-5%"]),
        ("一\n\n二", 8, ["一", "", "二"]),
        ("", 8, [""]),
        ("质", 1, ["质"]),  # two columns at least
    ],
)
def test_lines(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


@given(MIXED | st.text(), st.integers(2, 40))
def test_no_line_is_too_wide_and_no_character_is_lost(text: str, width: int) -> None:
    shown = visible(text)
    lines = wrap(shown, width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(shown.split())


@pytest.mark.parametrize(
    ("room", "wants", "ratios", "widths"),
    [
        (60, [10, 100, 100], [1, 1, 1], [10, 25, 25]),
        (60, [100, 100], [1, 2], [20, 40]),
        (60, [5, 5], [1, 1], [5, 5]),
        (60, [0, 100], [1, 1], [0, 60]),
        (10, [100, 100, 100], [1, 1, 1], [3, 3, 3]),
    ],
)
def test_sharing_out(room: int, wants: list[int], ratios: list[int], widths: list[int]) -> None:
    assert share_out(room, wants, ratios) == widths


@pytest.mark.parametrize(
    ("room", "wants", "ratios", "widths"),
    [
        (76, [14, 200, 200], [0, 1, 1], [14, 31, 31]),  # a key and two texts
        (76, [30, 20], [0, 0], [30, 20]),
        (30, [25, 90], [0, 1], [15, 15]),  # a wide fixed column gives way
        (30, [20, 90], [0, 1], [20, 10]),
        (4, [9, 9, 9], [0, 0, 1], [2, 2, 2]),
    ],
)
def test_column_widths(room: int, wants: list[int], ratios: list[int], widths: list[int]) -> None:
    assert column_widths(room, wants, ratios) == widths


@given(
    st.integers(20, 200),
    st.lists(st.tuples(st.integers(0, 300), st.integers(0, 3)), min_size=1, max_size=7),
)
def test_columns_fit_their_room(room: int, columns: list[tuple[int, int]]) -> None:
    wants = [want for want, _ in columns]
    widths = column_widths(room, wants, [ratio for _, ratio in columns])
    assert all(width >= 2 for width in widths)
    assert sum(widths) <= max(room, 2 * len(columns)) + 2 * sum(width == 2 for width in widths)
    assert all(width <= max(2, want) for width, want in zip(widths, wants, strict=True))
