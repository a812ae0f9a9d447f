"""Lists of words as one reads them: blank-separated, in as many lines as they need."""

from __future__ import annotations


def words(text: str) -> tuple[str, ...]:
    """The words of a list, longest first, so that none hides a longer one that begins or ends like it."""
    return tuple(sorted(text.split(), key=len, reverse=True))
