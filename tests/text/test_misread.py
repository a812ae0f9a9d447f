"""The bytes behind a text: as the wrong encoding has them."""

from __future__ import annotations

import pytest

from qcompare.text.misreading.holes import HOLE
from qcompare.text.misreading.misread import gbk, pairs, single, swallowed


def test_bytes_of_gbk() -> None:
    assert gbk("北a€\ufffd") == ["\xb1\xb1", "a", "\x80", HOLE]
    assert gbk("\ue000é") == ["\xaa\xa1", "\xa8\xa6"]  # a pair without a character keeps its bytes
    assert len({*gbk("한𠮷")}) == 1  # what has four bytes is none of them


def test_single_bytes() -> None:
    assert single("é€\x81\ufffda") == ["\xe9", "\x80", "\x81", HOLE, "a"]
    assert single("北") == gbk("한")


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("å\x86 ", "å\x86\xa0"),
        ("å\n\x86", "å\x85\x86"),
        ("å\x86\x85 a\n", "å\x86\x85 a\n"),
        ("a b", "a b"),
        ("å\n\nå", "å\x85\x85å"),
        # a page of HTML: bytes A0 still stand, bytes 85 are blanks, two of them one
        ("å\x86\xa0å ¬å åå\x86 ", "å\x86\xa0å\x85¬å\x85\x85åå\x86\x85"),
    ],
)
def test_blanks_inside_characters_are_bytes(text: str, data: str) -> None:
    assert "".join(swallowed(text)) == data


def test_pairs_are_read_as_far_as_they_go() -> None:
    data = "a\xb1\xb1\x810\x842\xff\xffb"
    assert [(t.start, t.end, t.readings) for t in pairs("gb18030")(data, 0)] == [
        (0, 1, ("a",)),
        (1, 3, ("北",)),
        (3, 7, ("\xa0",)),
    ]
