"""Coefficients of agreement beyond chance, for nominal codes, from counts of how units were coded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

Pattern = tuple[str | None, ...]  # one unit's code by each coder, None where a coder has none


def cohens_kappa(table: Mapping[Pattern, int]) -> float | None:
    """Cohen's kappa of two coders who coded every unit; None where both use one and the same code only.

    J. Cohen, A coefficient of agreement for nominal scales, 1960.
    """
    units = sum(table.values())
    agreed = sum(n for (a, b), n in table.items() if a == b)
    first, second = _margin(table, 0), _margin(table, 1)
    by_chance = sum(n * second[code] for code, n in first.items())
    if not units or by_chance == units * units:
        return None
    return (units * agreed - by_chance) / (units * units - by_chance)


def krippendorffs_alpha(table: Mapping[Pattern, int]) -> float | None:
    """Krippendorff's alpha of any number of coders, some of whom may have skipped units.

    Units with one code or none say nothing of agreement. None where no unit has two codes, or all codes are
    the same. K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011, part C.
    """
    totals: Counter[str] = Counter()
    disagreed = 0.0
    for pattern, n in table.items():
        codes = Counter(code for code in pattern if code is not None)
        coders = codes.total()
        if coders < 2:
            continue
        disagreed += n * (coders * coders - _squares(codes)) / (coders - 1)
        for code, times in codes.items():
            totals[code] += n * times
    values = totals.total()
    by_chance = values * values - _squares(totals)
    return 1 - (values - 1) * disagreed / by_chance if by_chance else None


def _margin(table: Mapping[Pattern, int], coder: int) -> Counter[str | None]:
    counts: Counter[str | None] = Counter()
    for pattern, n in table.items():
        counts[pattern[coder]] += n
    return counts


def _squares(counts: Counter[str]) -> int:
    return sum(n * n for n in counts.values())
