"""Background weights: how much two characters side by side tell about what a sentence is about.

Pairs of characters instead of words: 抽查 and 监督抽查 meet, 满意度 and 满意率, whatever a dictionary makes
of them. The weights ship with the package. Computed over the plans at hand instead, they would change a
pair's score with the company it keeps.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

UNSEEN = 0.67  # of what the background does not list: rare, but no word of the field

_TABLE = Path(__file__).resolve().parents[1] / "data" / "background.tsv"

# Chinese characters in a row, and names in Latin letters. Of numbers only the names among them (12315,
# 19001): that two sentences share a year or a percentage says nothing about what they are about.
_RUNS = re.compile(r"[\u3400-\u9fff]{2,}|[A-Za-z][A-Za-z0-9+&]+|(?!(?:19|20)\d\d(?!\d))\d{4,}")


@cache
def background() -> Mapping[str, float]:
    """Pair of characters to weight in 0…1, from the package's ``background.tsv``, whose head says whence."""
    lines = _TABLE.read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return MappingProxyType({pair: float(weight) for weight, pairs in rows for pair in pairs.split()})


def shingles(text: str) -> list[str]:
    """The pairs of Chinese characters in a text, and its names in letters or figures, in its order."""
    found: list[str] = []
    for run in _RUNS.findall(text):
        found += [run] if run.isascii() else [run[i : i + 2] for i in range(len(run) - 1)]
    return found
