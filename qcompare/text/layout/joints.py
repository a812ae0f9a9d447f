"""Whether two halves are one word: how much better a text reads where nothing parts them."""

from __future__ import annotations

import re
from math import log

from qcompare.text.words import Lexicon

HAN = "\u3400-\u9fff〇"
_TOTAL = 17.9  # log of the 60 million words of jieba's corpus
_STRANGE = -20.0  # a character that the lexicon has not even alone
_NONE = float("-inf")
_REACH = 6  # characters on either side
_LONGEST = 7  # characters of a word: 中华人民共和国
_TAIL = re.compile(f"[{HAN}]*$")
_HEAD = re.compile(f"[{HAN}]*")

# In nats. On 60 clean documents no end of a line reached it with the line below (the highest was 3.5),
# while 39 of 100 random places inside their sentences do: those that lie within a word.
CERTAIN, LIKELY = 4.0, 2.0


_FEWEST = 6  # characters of two lines that are one, without a mark
_SENTENCE_MARKS = frozenset("，。；")
_NEIGHBOURS = 2  # characters on either side of a place that stand together elsewhere


def neighbours(left: str, right: str) -> str:
    """The characters on either side of a place, together."""
    return left[-_NEIGHBOURS:] + right[:_NEIGHBOURS]


def all_neighbours(text: str) -> frozenset[str]:
    """What :func:`neighbours` gives for every place of a text."""
    length = 2 * _NEIGHBOURS
    return frozenset([text[start : start + length] for start in range(len(text) - length + 1)])


class Joints:
    """Weighs the place between two halves of a text; remembers its look-ups."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._words: dict[str, float] = {}

    def within_phrase(self, left: str, right: str) -> bool:
        """Whether a word probably runs across the place: enough within a sentence."""
        return self.gain(left, right) >= LIKELY

    def within_word(self, left: str, right: str) -> bool:
        """Whether a word certainly runs across the place between ``left`` and ``right``."""
        return self.gain(left, right) >= CERTAIN

    def cuts_word(self, above: str, below: str) -> bool:
        """Whether two lines certainly part a word; short ones without a mark are cells, not a sentence."""
        if len(above) + len(below) < _FEWEST and _SENTENCE_MARKS.isdisjoint(below):
            return False
        return self.within_word(above, below)

    def gain(self, left: str, right: str) -> float:
        """What the best row of words loses, in nats, if one must end between the two ideographs, or 0."""
        tail, head = _TAIL.search(left[-_REACH:]), _HEAD.match(right[:_REACH])
        if not (tail and head and self._is_crossed(tail.group(), head.group())):
            return 0.0
        apart = self._best(tail.group()) + self._best(head.group())
        return round(self._best(tail.group() + head.group()) - apart, 6)  # equal but for rounding is no gain

    def _is_crossed(self, tail: str, head: str) -> bool:
        """Whether the lexicon has any word that runs across the place between the two."""
        heads = [head[:length] for length in range(1, len(head) + 1)]
        tails = [tail[start:] for start in range(len(tail))]
        return any(self._word(a + b) > _NONE for a in tails for b in heads if len(a) + len(b) <= _LONGEST)

    def ends_in(self, text: str, particles: str) -> bool:
        """Whether the last word is one of the characters in ``particles`` (and not 参与 for 与)."""
        endings = (text[-length:] for length in (2, 3, 4))
        return text.endswith(tuple(particles)) and not any(map(self._lexicon.frequency, endings))

    def _best(self, text: str) -> float:
        """The log probability of the best row of words."""
        scores = [0.0]
        for end in range(1, len(text) + 1):
            first = max(0, end - _LONGEST)
            scores.append(max([scores[k] + self._word(text[k:end]) for k in range(first, end)]))
        return scores[-1]

    def _word(self, word: str) -> float:
        if word not in self._words:
            frequency = self._lexicon.frequency(word)
            unknown = _STRANGE if len(word) == 1 else _NONE
            self._words[word] = log(frequency) - _TOTAL if frequency else unknown
        return self._words[word]
