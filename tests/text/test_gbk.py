"""GBK pairs: characters to bytes and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.text.gbk import begun_by, dropped, ended_by, full_width, halved, pair, written


@pytest.mark.parametrize(
    ("character", "bytes_"),
    [
        ("實", (0x8C, 0x8D)),
        ("。", (0xA1, 0xA3)),
        ("業", (0x98, 0x49)),
        ("個", (0x82, 0x80)),
        ("\ue000", (0xAA, 0xA1)),
        ("\ue1e5", (0xAF, 0xB0)),
        ("\ue4c6", (0xA1, 0x40)),
        ("A", None),
        ("\xa0", None),
        ("𠮷", None),
        ("\ud800", None),
    ],
)
def test_pair(character: str, bytes_: tuple[int, int] | None) -> None:
    assert pair(character) == bytes_


@pytest.mark.parametrize(
    ("lead", "trail", "character"),
    [
        (0x8C, 0x8D, "實"),
        (0xA1, 0xB6, "《"),
        (0xA3, 0xBB, "；"),
        (0xAF, 0xB0, ""),  # a private-use character
        (0xA3, 0xC1, ""),  # a full-width letter
        (0xA6, 0xB1, ""),  # Greek
        (0x8C, 0x28, ""),  # no pair
        (0x80, 0x41, ""),
    ],
)
def test_written(lead: int, trail: int, character: str) -> None:
    assert written(lead, trail) == character


@given(st.sampled_from("實施意見質量提升。《“；"))
def test_characters_are_found_by_either_byte(character: str) -> None:
    lead, trail = pair(character) or (0, 0)
    assert written(lead, trail) == character
    assert character in begun_by(lead)
    assert character in ended_by(trail)


def test_full_width() -> None:
    assert full_width("!") == pair("！") == (0xA3, 0xA1)


@pytest.mark.parametrize(
    ("lead", "trail", "is_dropped"),
    [
        (0xAA, 0xA1, True),
        (0xFE, 0xFE, True),
        (0xA1, 0x40, True),
        (0xA7, 0xA0, True),
        (0xAA, 0x40, False),
        (0xA1, 0xA1, False),
        (0xB0, 0xA1, False),
        (0xA1, 0x7F, False),
    ],
)
def test_dropped(lead: int, trail: int, is_dropped: bool) -> None:
    assert dropped(lead, trail) is is_dropped


def test_halved_characters_end_where_a_dropped_pair_began() -> None:
    assert ("化", 0xAF) in halved(0xBB)
    assert all(pair(character) == (0xBB, trail) for character, trail in halved(0xBB))
