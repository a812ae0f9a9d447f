"""UTF-8 with bytes missing: what is read for sure, what neighbours decide, what stays open."""

from __future__ import annotations

import pytest

from qcompare.text.misreading.holes import HOLE, LOST, filled, utf8
from qcompare.text.words import Lexicon

_LOST_BY_GBK = "\x80"
_ALL = "".join(map(chr, range(0x80, 0xC0)))


def _data(text: str) -> str:
    """UTF-8 in the characters U+0000–00FF; a ␣ stands for a hole in place of the byte before it."""
    data = text.encode().decode("latin-1")
    mark = "␣".encode().decode("latin-1")
    while mark in data:
        before, _, behind = data.partition(mark)
        data = before[:-1] + HOLE + behind
    return data


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("质量，ASCII·\n末", ["质", "量", "，", "ASCII", "·", "\n", "末"]),
        ("工程质量␣2", ["工", "程", "质", "量", "2"]),
        ("到2018年␣12", ["到", "2018", "年", "12"]),
        ("《纲要》␣", ["《", "纲", "要", "》"]),
        ("如下意见。␣\n", ["如", "下", "意", "见", "。", "\n"]),
        ("，␣2", [LOST, "2"]),
        ("丈␣", [LOST]),
    ],
)
def test_characters(lexicon: Lexicon, text: str, expected: list[str]) -> None:
    tokens = list(utf8(_LOST_BY_GBK)(_data(text), 0))
    texts = filled([*tokens, *utf8(_LOST_BY_GBK)(_data("abc质量质量"), 0)], lexicon)
    assert texts[: len(expected)] == expected


def test_reading_stops_where_it_is_no_utf8() -> None:
    data = _data("质") + "\xb7\xb7" + _data("量")
    assert [(t.start, t.end, t.readings) for t in utf8(_ALL)(data, 0)] == [(0, 3, ("质",))]


def test_neighbours_that_lost_bytes_decide_one_another(lexicon: Lexicon) -> None:
    data = _data("深入开展质量␣提␣升行动，加强质量工作")
    assert "".join(filled(list(utf8(_ALL)(data, 0)), lexicon)) == "深入开展质量提升行动，加强质量工作"


def test_a_wreck_is_not_guessed_at(lexicon: Lexicon) -> None:
    data = _data("工␣程␣质␣量␣")
    assert filled(list(utf8(_ALL)(data, 0)), lexicon) == [LOST] * 4
