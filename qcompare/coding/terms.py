"""Finding the taxonomy's surface forms in a text: longest match first, never inside a longer word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from qcompare.models import Span


@dataclass(frozen=True, slots=True)
class Hit:
    """A surface form found at ``span``."""

    form: str
    span: Span


class TermIndex:
    """Surface forms by their first two characters, the longest first."""

    def __init__(self, forms: Iterable[str]) -> None:
        by_head: defaultdict[str, set[int]] = defaultdict(set)
        self._forms = frozenset(forms)
        for form in self._forms:
            by_head[form[:2]].add(len(form))
        self._lengths: Mapping[str, tuple[int, ...]] = {
            head: tuple(sorted(lengths, reverse=True)) for head, lengths in by_head.items()
        }

    def find(self, text: str, word_spans: Callable[[str], Iterable[tuple[int, int]]]) -> Iterator[Hit]:
        """The forms in ``text`` from left to right, without overlap.

        Inside a longer word a form counts only as its end, where the head of a Chinese word stands: 标准 is
        in 国家标准, but not in 标准化, nor 印度 in 印度尼西亚. A form of two characters must not cut a word
        either: 国家 is not in 中国|家庭.
        """
        hits = list(self._candidates(text))
        if not hits:
            return
        starts, ends = _word_at(word_spans(text), len(text))
        position = 0
        for hit in hits:
            if hit.span.start >= position and _stands_free(hit.span, starts, ends):
                yield hit
                position = hit.span.end

    def _candidates(self, text: str) -> Iterator[Hit]:
        """All matches, at each place the longest first."""
        for start in range(len(text) - 1):
            for length in self._lengths.get(text[start : start + 2], ()):
                form = text[start : start + length]
                if len(form) == length and form in self._forms:
                    yield Hit(form, Span(start, start + length))


def _word_at(spans: Iterable[tuple[int, int]], length: int) -> tuple[list[int], list[int]]:
    """For each character the start and the end of the word that it is in."""
    starts, ends = [0] * length, [0] * length
    for start, end in spans:
        starts[start:end] = [start] * (end - start)
        ends[start:end] = [end] * (end - start)
    return starts, ends


def _stands_free(span: Span, starts: list[int], ends: list[int]) -> bool:
    first, last = starts[span.start], ends[span.end - 1]
    if starts[span.end - 1] == first:
        return last == span.end
    return span.end - span.start > 2 or (first == span.start and last == span.end)
