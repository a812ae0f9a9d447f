"""How much a piece of text looks like Chinese: the shares of its common characters, and of its words."""

from __future__ import annotations

from functools import cache

from qcompare.text.script import simplify
from qcompare.text.words import Lexicon

MARKS = frozenset("，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』—…·％～／－＋＝×℃\u3000")


@cache
def is_common(character: str) -> bool:
    """Whether it is a mark, or in the first level of GB 2312: 99 in 100 ideographs of a plan are."""
    data = simplify(character).encode("gb2312", "ignore")
    return character in MARKS or (len(data) == 2 and 0xB0 <= data[0] < 0xD8)


def is_ideograph(character: str) -> bool:
    """Whether it is an ideograph of the basic plane."""
    return "\u3400" <= character <= "\u9fff"


def commonness(text: str) -> float:
    """The share of common ones among the characters beyond ASCII; blanks and lost ones do not count."""
    wide = [character for character in text if character > "\x7f" and character not in "\xa0\ufffd"]
    return sum(map(is_common, wide)) / len(wide) if wide else 1.0


def wordiness(text: str, lexicon: Lexicon) -> float:
    """The share of ideographs that stand in words of two and more."""
    words = lexicon.cut(simplify(text))
    lengths = [len(word) for word in words if is_ideograph(word[0])]
    return sum(length for length in lengths if length > 1) / max(sum(lengths), 1)
