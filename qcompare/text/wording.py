"""Words of Taiwan and Hong Kong texts, and of gateways that imitate them, to the mainland's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping
from itertools import groupby
from operator import itemgetter

from qcompare.settings import Wording
from qcompare.text.edits import Edit, Found, Step
from qcompare.text.script import is_traditional, mainland
from qcompare.text.words import Lexicon

# Such words that a text must use at the least, and different ones: in traditional script fewer are proof, and
# where the name of a law or an office has been rewritten.
_FEW, _KINDS, _KINDS_SIMPLIFIED = 3, 2, 3
_REACH = 8  # characters on either side of a word that show where it begins and ends


def wording(words: Wording, lexicon: Lexicon) -> Step:
    """A step that puts mainland words for Taiwan and Hong Kong ones, if the text is in such wording.

    Longest match first; what matches a word to ``keep`` stays, and what is no word where it stands. The words
    are simplified, the text may be in either script.
    """
    table = {before: after for before, after in words.replace if before not in words.keep}
    listed = _any_of({*table, *words.keep})
    longer = {before for before, after in table.items() if after in before}  # 算法 in 演算法 is not usual
    usual = _any_of({*table.values()} - {*table} | longer)
    names = _rewritten(table, words.proof)
    proof = _any_of(names)

    def step(text: str) -> Found:
        simple = mainland(text)
        hits = [match for match in listed.finditer(simple) if match.group() in table]
        said = Counter(table[match.group()] for match in hits)
        proven = frozenset(names[name] for name in proof.findall(simple))
        if not proven and (len(said) < _KINDS or len(hits) < _FEW):
            return Found()
        kinds = _KINDS if proven or is_traditional(text, simple) else _KINDS_SIMPLIFIED
        foreign = _foreign(said, Counter(usual.findall(simple)), kinds, proven)
        told = ((m.start(), m.end(), table[m.group()]) for m in hits if table[m.group()] in foreign)
        return Found(
            tuple(
                Edit(s, e, word, "wording")
                for s, e, word in told
                if not _at_seam(simple, s, e, word, lexicon)
            )
        )

    return step


def _rewritten(table: Mapping[str, str], names: Collection[str]) -> dict[str, str]:
    """Names of the mainland as they read when rewritten, each with the word that was: 产品品质法, 质量."""
    return {
        name.replace(word, foreign): word for foreign, word in table.items() for name in names if word in name
    }


def _foreign(
    said: Mapping[str, int], usual: Mapping[str, int], kinds: int, proven: frozenset[str]
) -> frozenset[str]:
    """The mainland words that a text says in the Taiwan or Hong Kong way, if it is in such wording.

    ``said`` counts how often it says them that way, ``usual`` how often the mainland's. It is in such wording
    if it says ``kinds`` of the words that way, and most: 品质 is a word on the mainland too, but a mainland
    plan speaks of 质量 more often. Converters do not know every word: one said in the mainland's way stays.
    Without that it is so for the words ``proven``, if they are said that way for the most part.
    """
    foreign = frozenset(word for word, times in said.items() if times > usual[word])
    enough = len(foreign) >= kinds and sum(said[word] for word in foreign) >= _FEW
    return foreign if enough and len(foreign) > len(said) - len(foreign) else foreign & proven


def _at_seam(text: str, start: int, end: int, word: str, lexicon: Lexicon) -> bool:
    """Whether what stands there is the end of one word and the beginning of another: 高阶 in 提高|阶段.

    Then a word of the text that ``word`` would spoil begins or ends within, and with ``word`` the text is
    less likely. 智能 for 智慧 in 智慧传感|器 does not spoil 传感器.
    """
    left, right = max(0, start - _REACH), end + _REACH
    around, put = text[left:right], text[left:start] + word + text[end:right]
    first, last = start - left, end - left
    spoilt = any(
        (a < first < b < last and not word.startswith(around[first:b]))
        or (first < a < last < b and not word.endswith(around[a:last]))
        for a, b in lexicon.spans(around)
    )
    return spoilt and lexicon.likelihood(around) > lexicon.likelihood(put)


def _any_of(words: Collection[str]) -> re.Pattern[str]:
    """The longest of the words at a place; with no words, a pattern that never matches.

    Grouped by their first characters: words that begin otherwise are then not tried one by one.
    """
    ordered = sorted(words, key=lambda word: (word[:1], -len(word), word))
    groups = ("|".join(re.escape(word[1:]) for word in group) for _, group in groupby(ordered, itemgetter(0)))
    firsts = dict.fromkeys(word[0] for word in ordered)
    return re.compile(
        "|".join(f"{re.escape(c)}(?:{rest})" for c, rest in zip(firsts, groups, strict=True)) or "(?!)"
    )
