"""How well a text reads, character after character: the likelihood of its words as a running sum."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from heapq import nlargest
from itertools import pairwise
from math import log

from qcompare.text.script import simplify
from qcompare.text.words import Lexicon

# In nats. The first four were set on damaged copies of the real plans, the others are rough shares.
_ALONE = -1.0  # a word of one character: a text has fewer of them than their frequencies say
_RARE = 0.5  # the same for each nat by which it is rarer than 的: fewer still of those that are no particles
_GUESS = -2.0  # a word that has the dictionary's least frequency: most of these nobody counted
_FAMILIAR = 2.0  # two neighbours that the page has elsewhere too
_OTHER_SCRIPT = -4.0  # a simplified form that the page has nowhere else
_ONCE = -17.9  # one occurrence among the 60 million of jieba's corpus
_COMMONEST = -5.2  # all those of 的
_GUESSED = 3  # occurrences
_UNKNOWN = -30.0  # a character that the lexicon has not even alone
_LATIN = -8.0
_OTHER = -10.0  # other signs
_STRANGE = -25.0  # private-use characters; marks that do not follow one another
_MARKS = {  # the dictionary has none; shares in administrative prose
    **dict.fromkeys(",", -3.0),
    **dict.fromkeys("、。", -4.0),
    **dict.fromkeys("0123456789〇", -5.0),
    **dict.fromkeys("“”《》();:", -6.0),
    **dict.fromkeys("!?·—…〔〕「」『』【】〈〉‘’%./+-~ \u3000", -8.0),
}
_CLASH = re.compile(  # stops behind stops, stops and closing marks behind opening ones, 》 behind a stop
    "[，、；：。？！《“（][，、；：。？,;:]|[,;:!][，、；：。]|[《“（][》”）]|[，、；：。！,;:!]》"
)
_TERMS = frozenset(  # congresses and five-year plans, which the dictionary lacks
    {"二十大", "二十届"} | {f"十{digit}{what}" for digit in "一二三四五六七八九" for what in "大届五"}
)
_TERM = 1000  # their frequency, as their share in administrative prose would have it
_LONGEST = 6  # characters of a word; the few longer ones are rows of shorter ones


@dataclass(frozen=True, slots=True)
class Prefix:
    """The start of a text: its last characters, and the score of the text before and after each."""

    recent: str = ""
    scores: tuple[float, ...] = (0.0,)
    last: str = ""

    @property
    def score(self) -> float:
        """The log probability, in nats, of the best row of words."""
        return self.scores[-1]


class Fluency:
    """Scores text by the lexicon's words and a page's own pairs of neighbours; remembers its look-ups."""

    def __init__(self, lexicon: Lexicon, page: str) -> None:
        self._lexicon = lexicon
        self._page = frozenset(page)
        self._text = page
        self._words: dict[str, float] = {}
        self._simplified: dict[str, str] = {}
        self._frequent: dict[tuple[str, ...], tuple[str, ...]] = {}

    def read(self, prefix: Prefix, text: str) -> Prefix:
        """The prefix with ``text`` behind it."""
        for character in text:
            prefix = self._after(prefix, self._simple(character), self._script(character))
        return prefix

    def knows(self, text: str, least: int = 1) -> bool:
        """Whether every ideograph is one that the lexicon has as a word, at least so often."""
        simple = map(self._simple, filter(_is_ideograph, text))
        return all(self._lexicon.frequency(character) >= least for character in simple)

    def most_frequent(self, characters: tuple[str, ...], most: int) -> tuple[str, ...]:
        """The characters that are the most frequent by themselves."""
        if characters not in self._frequent:
            found = nlargest(most, characters, key=lambda c: self.read(Prefix(), c).score)
            self._frequent[characters] = tuple(found)
        return self._frequent[characters]

    def _after(self, prefix: Prefix, character: str, script: float) -> Prefix:
        neighbours = prefix.last + character
        bonus = script + (_FAMILIAR if neighbours in self._neighbours else 0.0)
        if not _is_ideograph(character):
            return Prefix("", (prefix.score + bonus + _weight(character, neighbours),), character)
        recent = prefix.recent + character
        starts = range(max(0, len(recent) - _LONGEST), len(recent))
        score = bonus + max(prefix.scores[start] + self._word(recent[start:]) for start in starts)
        return Prefix(recent[1 - _LONGEST :], (*prefix.scores, score)[-_LONGEST:], character)

    def _script(self, character: str) -> float:
        """The cost of a simplified form that the page has nowhere: few pages mix scripts."""
        return _OTHER_SCRIPT if character not in self._page and character in _simplified_forms() else 0.0

    def _simple(self, character: str) -> str:
        if character not in self._simplified:
            self._simplified[character] = simplify(character)
        return self._simplified[character]

    def _word(self, word: str) -> float:
        if word not in self._words:
            self._words[word] = self._weighed(word)
        return self._words[word]

    def _weighed(self, word: str) -> float:
        """The log probability of one word: of a longer one that the lexicon does not know, none."""
        frequency, alone = self._lexicon.frequency(word), len(word) == 1
        if word in _TERMS:
            frequency += _TERM
        if not frequency:
            return _UNKNOWN if alone else float("-inf")
        likelihood = log(frequency) + _ONCE
        if alone:
            return likelihood + _ALONE + _RARE * (likelihood - _COMMONEST)
        return likelihood + _GUESS * (frequency <= _GUESSED)

    @cached_property
    def _neighbours(self) -> frozenset[str]:
        page = simplify(self._text)
        return frozenset(map("".join, pairwise(page)))


def _is_ideograph(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" or character >= "\U00020000"


@cache
def _simplified_forms() -> frozenset[str]:
    """The ideographs that stand for others in simplified script and are rare in traditional script."""
    ideographs = "\n".join(map(chr, range(0x4E00, 0xA000)))
    forms = {new for old, new in zip(ideographs, simplify(ideographs), strict=True) if old != new}
    return frozenset(form for form in forms if not b"\xa4" <= form.encode("big5", "ignore") < b"\xc7")


def _weight(sign: str, neighbours: str) -> float:
    """The log probability of a character that is no ideograph; full-width forms count as ASCII."""
    plain = chr(ord(sign) - 0xFEE0) if "！" <= sign <= "～" else sign
    if "\ue000" <= plain <= "\uf8ff":
        return _STRANGE
    share = _MARKS.get(plain, _LATIN if plain.isascii() else _OTHER)
    return share + (_STRANGE if _CLASH.fullmatch(neighbours) else 0.0)
