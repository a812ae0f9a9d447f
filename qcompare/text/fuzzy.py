"""Fuzzy matching (the only import of RapidFuzz): names that are near, and words that a clause holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

_NEAR = 50  # of 100: what is less alike is no help


def nearest(name: str, choices: Iterable[str], limit: int = 3) -> list[str]:
    """Up to ``limit`` of the choices, the most alike first; case does not count. None are alike: none."""
    from rapidfuzz import fuzz, process  # only on the way to an error

    found = process.extract(
        name,
        sorted(set(choices)),
        scorer=fuzz.WRatio,
        processor=str.casefold,
        limit=limit,
        score_cutoff=_NEAR,
    )
    return [choice for choice, _, _ in found]


def within(words: Sequence[str], rows: Sequence[str]) -> list[str]:
    """Those of ``rows``, each of words joined by blanks, whose words all occur among ``words``, in any order.

    This is what RapidFuzz's ``token_set_ratio`` gives 100 for, two million times a second.
    """
    from rapidfuzz import fuzz, process  # only where a text is really coded

    found = process.extract(" ".join(words), rows, scorer=fuzz.token_set_ratio, limit=None, score_cutoff=100)
    sought = set(words)
    return [row for row, _, _ in found if sought.issuperset(row.split(" "))]
