"""Which characters a page annotates: its program had a list of them, and kept to it."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from math import log

from qcompare.text.gbk import begun_by
from qcompare.text.pinyin import LETTERS, is_reading, readings
from qcompare.text.script import simplify

# In nats, set on damaged copies of real plans.
_TONE = -3.0  # for a reading of another tone
_NEW = -1.0  # for a character that the page has nowhere annotated
_PLAIN = -6.0  # for one that it has several times without: slips make a character by chance, but rarely twice
_PRIOR = 0.05  # characters on the list that are the same in simplified script, before the page shows any

_IDEOGRAPH = re.compile("[\u3400-\u9fff]")
_PAIR = re.compile(rf"([\u3400-\u9fff])[(（]({LETTERS})[)）]")
_TONED = re.compile("[à-ǜ]")


class Habit:
    """Knows how often a page has each character, and how often annotated; remembers its look-ups."""

    def __init__(self, page: str) -> None:
        self._seen = Counter(_IDEOGRAPH.findall(page))
        self._pairs = _PAIR.findall(page)
        self._annotated = Counter(character for character, _ in self._pairs)
        common = sum(map(_is_common, self._annotated))
        self._common = log((common + _PRIOR) / (len(self._annotated) + 1))
        self._begun: dict[tuple[int, str], tuple[tuple[str, float], ...]] = {}

    @cached_property
    def annotates(self) -> bool:
        """Whether the page has annotations, as their tones show."""
        return any(_TONED.search(syllable) for _, syllable in self._pairs)

    def writes(self, syllable: str) -> bool:
        """Whether it may be an annotation here: with a tone always, without if the page has others such."""
        return bool(_TONED.search(syllable)) or self._toneless

    @cached_property
    def _toneless(self) -> bool:
        return any(not _TONED.search(s) and is_reading(s, c) for c, s in self._pairs)

    def cost(self, character: str, syllable: str) -> float:
        """How unlikely it is that this character was annotated with this reading of it, in nats.

        Most programs annotate what they had converted, so characters that are the same in simplified
        script are as unlikely as the page shows.
        """
        cost = 0.0 if syllable in readings(character) else _TONE
        if not self._annotated[character]:
            cost += _PLAIN if self._seen[character] > 1 else _NEW
            cost += self._common if _is_common(character) else 0.0
        return cost

    def begun_by(self, lead: int, syllable: str) -> tuple[tuple[str, float], ...]:
        """The characters with that first byte and that reading, each with its cost."""
        if (lead, syllable) not in self._begun:
            fitting = (character for character in begun_by(lead) if is_reading(syllable, character))
            self._begun[lead, syllable] = tuple((c, self.cost(c, syllable)) for c in fitting)
        return self._begun[lead, syllable]


def _is_common(character: str) -> bool:
    return simplify(character) == character
