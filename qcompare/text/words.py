"""Words: jieba's segmentation over its dictionary in a memory-mapped trie (the only import of jieba).

jieba loads its dictionary in half a second and keeps a cache in the shared temporary folder, which anyone
may replace. The trie is built once into a folder of the user's own, opens in two milliseconds and gives the
same words.
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

_FORMAT = "<I"
_TOTAL_KEY = "\uffff"  # a noncharacter: no text holds it
_LONGEST = 16  # characters in the longest word of jieba's dictionary


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
    total = sum(frequency for _, frequency in rows)
    entries = [*((word, (frequency,)) for word, frequency in dict(rows).items()), (_TOTAL_KEY, (total,))]
    data: bytes = _record_trie(entries).tobytes()
    return data


def _record_trie(entries: Sequence[tuple[str, tuple[int]]] = ()) -> Any:
    import marisa_trie  # only where text is really cut

    return marisa_trie.RecordTrie(_FORMAT, entries)


class _Frequencies:
    """What jieba asks of its ``FREQ`` dictionary, answered by the trie."""

    def __init__(self, trie: Any) -> None:
        self._trie = trie

    def get(self, word: str, default: int | None = None) -> int | None:
        found = self._trie.get(word)
        return found[0][0] if found else default


class Lexicon:
    """Cuts text into words and says how likely a text is as a row of words; loads on first use."""

    def __init__(self, load: Callable[[], Any]) -> None:
        self._load = load

    @classmethod
    def open(cls, path: Callable[[], Path]) -> Lexicon:
        """The lexicon in a file that :func:`build_trie` made, mapped into memory when first needed."""
        return cls(lambda: _record_trie().mmap(str(path())))

    @classmethod
    def of(cls, data: bytes) -> Lexicon:
        """The lexicon in the bytes that :func:`build_trie` made."""
        return cls(lambda: _record_trie().frombytes(data))

    @cached_property
    def _trie(self) -> Any:
        return self._load()

    @cached_property
    def _jieba(self) -> Any:
        return _tokenizer(self._trie)

    def cut(self, text: str) -> list[str]:
        """The words of ``text`` in order, nothing left out: joined they are the text again."""
        return list(self._words(text))

    @cached_property
    def _words(self) -> Callable[[str], tuple[str, ...]]:
        """Cutting, with a short memory: a sentence is cut for its words, and again for their places."""
        return lru_cache(maxsize=64)(lambda text: tuple(self._jieba.cut(text, HMM=False)))

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """The half-open character ranges of the words of ``text``."""
        start = 0
        for word in self.cut(text):
            yield start, start + len(word)
            start += len(word)

    def frequency(self, word: str) -> int:
        """How often the dictionary's corpus holds the word; 0 if it does not know it."""
        found = self._trie.get(word)
        return found[0][0] if found else 0

    def likelihood(self, text: str) -> float:
        """The natural log probability of the best segmentation; what is unknown counts as frequency 1."""
        route: dict[int, tuple[float, int]] = {}
        self._jieba.calc(text, self._jieba.get_DAG(text), route)
        return route[0][0] if text else 0.0


def _tokenizer(trie: Any) -> Any:
    """jieba's own tokenizer over the trie. Its import is noisy: warnings, a logger, and pkg_resources."""
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
            self.FREQ = _Frequencies(trie)
            self.total = trie[_TOTAL_KEY][0][0]
            self.initialized = True

        def get_DAG(self, sentence: str) -> dict[int, list[int]]:  # noqa: N802 (jieba's name)
            return {
                k: sorted(k + len(p) - 1 for p in trie.prefixes(sentence[k : k + _LONGEST])) or [k]
                for k in range(len(sentence))
            }

    return Tokenizer()
