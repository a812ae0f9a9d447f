"""Words: jieba's segmentation over its dictionary in a trie (the only import of jieba).

jieba loads its dictionary in half a second and keeps a cache in the shared temporary folder, which anyone
may replace. The trie is built once into a folder of the user's own, opens in a millisecond and gives the same
words. Pieces of Han characters alone, nearly all of a plan, are cut here; jieba cuts the others.
"""

from __future__ import annotations

import re
import sys
import warnings
from array import array
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache
from importlib.util import find_spec
from math import log
from pathlib import Path
from typing import Any

_HEAD = 8  # bytes that hold the length of the trie, which follows; the frequencies come after it
_TOTAL_KEY = "\uffff"  # a noncharacter: no text holds it
_LONGEST = 16  # characters in the longest word of jieba's dictionary
# What lies between marks that are in no word, and the marks: cut apart, the words stay the same.
_PIECE = re.compile("[^，。、；：！？“”《》（）〔〕,;:!?()]+|.", re.DOTALL)
_HAN = re.compile("[\u4e00-\u9fd5]+")  # what jieba cuts as one block, if nothing else is in it


def dictionary_path() -> Path:
    """The dictionary that jieba ships: one ``word frequency tag`` per line."""
    spec = find_spec("jieba")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("jieba is not installed")
    return Path(spec.submodule_search_locations[0]) / "dict.txt"


def build_trie(lines: Iterable[str]) -> bytes:
    """The dictionary's words and frequencies as the bytes of a trie for :class:`Lexicon`.

    As in jieba, the last row of a word counts, and all rows count for the total.
    """
    rows = [(fields[0], int(fields[1])) for fields in map(str.split, lines) if len(fields) >= 2]
    known = {**dict(rows), _TOTAL_KEY: sum(frequency for _, frequency in rows)}
    trie = _trie(known)
    frequencies = array("I", bytes(4 * len(known)))
    for word, frequency in known.items():
        frequencies[trie[word]] = frequency
    words: bytes = trie.tobytes()
    return len(words).to_bytes(_HEAD, "little") + words + frequencies.tobytes()


def _trie(words: Iterable[str] = ()) -> Any:
    import marisa_trie  # only where text is really cut

    return marisa_trie.Trie(words)


class _Dictionary:
    """Known words and their frequencies, which stand in the order of the trie's ids."""

    def __init__(self, data: bytes) -> None:
        end = _HEAD + int.from_bytes(data[:_HEAD], "little")
        trie = _trie().frombytes(data[_HEAD:end])
        self._id: Callable[[str, int], int] = trie.get
        self.prefixes: Callable[[str], list[str]] = trie.prefixes
        self._frequencies = array("I")
        self._frequencies.frombytes(data[end:])

    def get(self, word: str, default: int | None = None) -> int | None:
        """The word's frequency, as jieba asks for it of its ``FREQ``."""
        number = self._id(word, -1)
        return self._frequencies[number] if number >= 0 else default


class Lexicon:
    """Cuts text into words and says how likely a text is as a row of words; loads on first use."""

    def __init__(self, load: Callable[[], bytes]) -> None:
        self._load = load

    @classmethod
    def open(cls, path: Callable[[], Path]) -> Lexicon:
        """The lexicon in a file that :func:`build_trie` made, read when first needed."""
        return cls(lambda: path().read_bytes())

    @classmethod
    def of(cls, data: bytes) -> Lexicon:
        """The lexicon in the bytes that :func:`build_trie` made."""
        return cls(lambda: data)

    @cached_property
    def _known(self) -> _Dictionary:
        return _Dictionary(self._load())

    @cached_property
    def _jieba(self) -> Any:
        return _tokenizer(self._known)

    def cut(self, text: str) -> list[str]:
        """The words of ``text`` in order, nothing left out: joined they are the text again."""
        return list(self._words(text))

    def _words(self, text: str) -> Iterator[str]:
        for piece in _PIECE.findall(text):
            yield from self._cut(piece)

    @cached_property
    def _cut(self) -> Callable[[str], tuple[str, ...]]:
        """Cutting a piece, with a memory: it is cut for its words, for their places, and in its clause."""
        return lru_cache(maxsize=4096)(self._cut_anew)

    def _cut_anew(self, piece: str) -> tuple[str, ...]:
        if _HAN.fullmatch(piece):
            return tuple(_best_words(piece, self._known.prefixes, self._cost))
        return tuple(self._jieba.cut(piece, HMM=False))

    @cached_property
    def _cost(self) -> Callable[[str], float]:
        """The log of a word's share, with a memory; what is unknown counts as frequency 1."""
        total = log(self.frequency(_TOTAL_KEY))
        return lru_cache(maxsize=1 << 16)(lambda word: log(self.frequency(word) or 1) - total)

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """The half-open character ranges of the words of ``text``."""
        start = 0
        for word in self.cut(text):
            yield start, start + len(word)
            start += len(word)

    def frequency(self, word: str) -> int:
        """How often the dictionary's corpus holds the word; 0 if it does not know it."""
        return self._known.get(word, 0) or 0

    def likelihood(self, text: str) -> float:
        """The natural log probability of the best segmentation; what is unknown counts as frequency 1."""
        route: dict[int, tuple[float, int]] = {}
        self._jieba.calc(text, self._jieba.get_DAG(text), route)
        return route[0][0] if text else 0.0


def _best_words(
    text: str, prefixes: Callable[[str], Iterable[str]], cost: Callable[[str], float]
) -> Iterator[str]:
    """The likeliest row of words, of equals the longer first word: what jieba does, in half the time.

    ``prefixes`` gives the known words that a text begins with; a character alone is always a word.
    """
    best, end = [0.0] * (len(text) + 1), [0] * len(text)
    for k in range(len(text) - 1, -1, -1):
        words = prefixes(text[k : k + _LONGEST]) or (text[k],)
        best[k], end[k] = max((cost(word) + best[k + len(word)], k + len(word)) for word in words)
    start = 0
    while start < len(text):
        yield text[start : end[start]]
        start = end[start]


def _tokenizer(known: _Dictionary) -> Any:
    """jieba's own tokenizer over the dictionary. Its import is noisy: warnings, a logger, pkg_resources."""
    blocked = sys.modules.get("pkg_resources")
    sys.modules["pkg_resources"] = None  # type: ignore[assignment]  # jieba falls back to plain paths
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import jieba  # half of a cold start: only where text is really cut
    finally:
        if blocked is None:
            del sys.modules["pkg_resources"]
        else:
            sys.modules["pkg_resources"] = blocked

    class Tokenizer(jieba.Tokenizer):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.FREQ = known
            self.total = known.get(_TOTAL_KEY)
            self.initialized = True

        def get_DAG(self, sentence: str) -> dict[int, list[int]]:  # noqa: N802 (jieba's name)
            return {
                k: sorted(k + len(p) - 1 for p in known.prefixes(sentence[k : k + _LONGEST])) or [k]
                for k in range(len(sentence))
            }

    return Tokenizer()
