"""Addends rounded so that they still add up."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from math import floor


def rounded(value: float, places: int) -> Decimal:
    """The value as it is printed with so many decimal places."""
    return Decimal(f"{value:.{places}f}") + 0  # no minus before nothing


def apportioned(addends: Sequence[float], total: float, places: int) -> tuple[Decimal, ...]:
    """The addends in so many decimal places, so that they add up to the rounded ``total``.

    Each is cut off below its last place; what is then missing goes to those that lost most (the method of the
    largest remainder), to the earlier one of equals.
    """
    if not addends:
        return ()
    step = Decimal(1).scaleb(-places)
    cut = [floor(Decimal(value) / step) for value in addends]
    missing = int(rounded(total, places) / step) - sum(cut)
    each, further = divmod(missing, len(addends))
    by_loss = sorted(range(len(addends)), key=lambda n: cut[n] - Decimal(addends[n]) / step)
    favoured = set(by_loss[:further])
    return tuple((whole + each + (n in favoured)) * step for n, whole in enumerate(cut))
