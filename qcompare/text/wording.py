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

# Such words that a text must use at the least, and different ones: in traditional script fewer are proof.
_FEW, _KINDS, _KINDS_SIMPLIFIED = 3, 2, 3


def wording(words: Wording) -> Step:
    """A step that puts mainland words for Taiwan and Hong Kong ones, if the text is in such wording.

    Longest match first; what matches a word to ``keep`` stays. The words are simplified, the text may be in
    either script.
    """
    table = {before: after for before, after in words.replace if before not in words.keep}
    listed = _any_of({*table, *words.keep})
    usual = _any_of({*table.values()} - {*table})

    def step(text: str) -> Found:
        simple = mainland(text)
        hits = [match for match in listed.finditer(simple) if match.group() in table]
        said = Counter(table[match.group()] for match in hits)
        if len(said) < _KINDS or len(hits) < _FEW:
            return Found()
        kinds = _KINDS if is_traditional(text, simple) else _KINDS_SIMPLIFIED
        foreign = _foreign(said, Counter(usual.findall(simple)), kinds)
        told = ((m.start(), m.end(), table[m.group()]) for m in hits if table[m.group()] in foreign)
        return Found(tuple(Edit(start, end, word, "wording") for start, end, word in told))

    return step


def _foreign(said: Mapping[str, int], usual: Mapping[str, int], kinds: int) -> frozenset[str]:
    """The mainland words that a text says in the Taiwan or Hong Kong way, if it is in such wording.

    ``said`` counts how often it says them that way, ``usual`` how often the mainland's. It is in such wording
    if it says ``kinds`` of the words that way, and most: 品质 is a word on the mainland too, but a mainland
    plan speaks of 质量 more often. Converters do not know every word: one said in the mainland's way stays.
    """
    foreign = frozenset(word for word, times in said.items() if times > usual[word])
    enough = len(foreign) >= kinds and sum(said[word] for word in foreign) >= _FEW
    return foreign if enough and len(foreign) > len(said) - len(foreign) else frozenset()


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
