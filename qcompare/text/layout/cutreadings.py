"""Readings that a line end cut in two or off from their character: 質 / (zhì), (zh / ì)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qcompare.text.edits import Edit, Found
from qcompare.text.layout.joints import HAN
from qcompare.text.pinyin import is_reading

_LETTERS = "[a-zɑɡêüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ]{0,6}"
_END = r"(?: ?\n ?)?"
_CUT = re.compile(rf"(?<=([{HAN}]))({_END}[(（]{_END}{_LETTERS}{_END}{_LETTERS}{_END}[)）])")


def cut_readings(text: str) -> Found:
    """Puts line ends before or inside a reading behind it: the reading is whole, the line as long."""
    return Found(tuple(_edits(text)))


def _edits(text: str) -> Iterator[Edit]:
    for match in _CUT.finditer(text):
        whole = re.sub(r"\s", "", match[2])
        if whole != match[2] and is_reading(whole[1:-1], match[1]):
            yield Edit(*match.span(2), f"{whole}\n", "layout")
