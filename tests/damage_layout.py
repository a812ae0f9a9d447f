"""Damages the layout of a clean text: wraps its lines, puts in breaks, blanks and page numbers.

One line of the clean text is one paragraph. ``Random`` decides where, so that a seed gives the same again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from random import Random
from typing import Literal

Metric = Literal["characters", "columns", "bytes"]
_WIDE: dict[Metric, int] = {"characters": 1, "columns": 2, "bytes": 3}
_NO_START = "，。、；：！？”’》）〕"  # typesetters draw these up into the line before
_HAN = "\u4e00-\u9fff"


def wrapped(
    text: str,
    width: int,
    *,
    metric: Metric = "characters",
    indent: str = "",
    between: str = "\n",
    typeset: bool = False,
    end: str = "",
) -> str:
    """Each line cut at ``width``, behind ``indent``; ``between`` parts paragraphs, ``end`` closes lines.

    ``typeset`` keeps marks from beginning a line, and Latin words and figures whole.
    """
    paragraphs = (_cut(indent + line.strip(), width, _WIDE[metric], typeset=typeset) for line in _lines(text))
    return between.join(f"{end}\n".join(lines) for lines in paragraphs)


def _lines(text: str) -> Iterator[str]:
    return filter(str.strip, text.split("\n"))


def _cut(paragraph: str, width: int, wide: int, *, typeset: bool) -> Sequence[str]:
    lines, room = [""], width
    for token in re.findall(r"[A-Za-z0-9.%]+|[^A-Za-z0-9.%]" if typeset else r"(?s:.)", paragraph):
        size = sum(1 if character.isascii() else wide for character in token)
        if size > room and lines[-1].strip() and not (typeset and token in _NO_START):
            lines.append("")
            room = width
        lines[-1] += token
        room -= size
    return lines


def numbered_pages(wrapped_text: str, length: int, form: Callable[[int], str]) -> str:
    """A wrapped text with a page's number on a line of its own after every ``length`` lines."""
    lines = wrapped_text.split("\n")
    pages = ["\n".join(lines[start : start + length]) for start in range(0, len(lines), length)]
    return "".join(f"{page}\n{form(number)}\n" for number, page in enumerate(pages, 1))


def put_in(text: str, what: str, places: Sequence[int]) -> str:
    """``text`` with ``what`` at each of some rising places."""
    cuts = [0, *places, len(text)]
    return what.join(text[start:end] for start, end in pairwise(cuts))


def inside_sentences(text: str, share: float, random: Random) -> Sequence[int]:
    """A share of the places between two ideographs, or behind a comma, that are neither end of a line."""
    places = [match.end() for match in re.finditer(rf"(?<=[{_HAN}]{{3}})[{_HAN}，、](?=[{_HAN}])", text)]
    return sorted(random.sample(places, round(share * len(places))))


def inside_words(text: str, words: Sequence[tuple[int, int]], share: float, random: Random) -> Sequence[int]:
    """A share of the places inside words of ideographs; ``words`` are the ranges of all words."""
    han = re.compile(f"[{_HAN}]+")
    places = [p for start, end in words if han.fullmatch(text, start, end) for p in range(start + 1, end)]
    return sorted(random.sample(places, round(share * len(places))))


def spaced_figures(text: str) -> str:
    """Blanks between figures and the ideographs around them, as typesetting programs put them."""
    return re.sub(rf"(?<=[{_HAN}])(?=\d)|(?<=[\d%])(?=[{_HAN}])", " ", text)


def spaced_marks(text: str, share: float, random: Random) -> str:
    """Blanks before some marks, in headings too."""
    return re.sub(rf"(?<=[{_HAN}])(?=[，、；：。])", lambda _: " " if random.random() < share else "", text)
