"""What a user types for a plan or a city, folded to a key."""

from __future__ import annotations

import unicodedata

_DIAERESIS = "u\u0308"  # ü, typed as v


def fold(name: str) -> str:
    """The key of a typed name: no case, tone marks, apostrophes, blanks, hyphens, nor a last 市; ü is v."""
    decomposed = unicodedata.normalize("NFKD", name).casefold().replace(_DIAERESIS, "v")
    return "".join(filter(str.isalnum, decomposed)).removesuffix("市")
