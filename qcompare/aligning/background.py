"""Background weights: how much a word tells, by how few units of the genre hold it.

The weights ship with the package. Computed over the plans at hand instead, they would change a pair's score
with the company it keeps.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

UNSEEN = 1.0  # a word that the background does not list is a rare one

_TABLE = Path(__file__).resolve().parents[1] / "data" / "background.tsv"

# Words of two characters or more. Of numbers only the names among them (12315, 19001): that two sentences
# share a year or a percentage says nothing about what they are about.
_WORD = re.compile(r"[\u3400-\u9fff]{2,}|[A-Za-z][A-Za-z0-9+&]+|(?!(?:19|20)\d\d$)\d{4,}")


@cache
def background() -> Mapping[str, float]:
    """Word to weight in 0…1, from the package's ``background.tsv``, whose head says where they come from."""
    lines = _TABLE.read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return MappingProxyType({word: float(weight) for word, weight in rows})


@cache
def telling(word: str) -> float:
    """How much a word tells about what a sentence is about, in 0…1; 0 for what is no word."""
    return background().get(word, UNSEEN) if _WORD.fullmatch(word) else 0.0
