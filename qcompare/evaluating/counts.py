"""Accuracy, precision, recall and F1, from counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import fmean

from qcompare.agreement import ClassFigures, Score

Two = tuple[str, str]  # what the reference says, and what the coder says


def ratio(part: float, whole: float) -> float | None:
    """The share, None of nothing."""
    return part / whole if whole else None


def score(right: int, given: int, support: int) -> Score:
    """Precision, recall and F1 of ``given`` things of which ``right`` are among ``support`` wanted ones."""
    return Score(
        right, given, support, ratio(right, given), ratio(right, support), ratio(2 * right, given + support)
    )


def class_figures(rows: Sequence[Two], order: Iterable[str]) -> tuple[ClassFigures, ...]:
    """The figures of each of these classes that the reference or the coder uses.

    F1 is 0 where nothing is right, also for a class that one side alone uses (scikit-learn's
    ``zero_division=0``).
    """
    support = Counter(reference for reference, _ in rows)
    given = Counter(coder for _, coder in rows)
    right = Counter(reference for reference, coder in rows if reference == coder)
    found = ((name, score(right[name], given[name], support[name])) for name in order)
    return tuple(
        ClassFigures(name, each.support, each.given, each.precision, each.recall, each.f1)
        for name, each in found
        if each.f1 is not None
    )


def macro_f1(classes: Iterable[ClassFigures]) -> float:
    """The mean F1 of classes, each counting the same; 0 for none.

    Over all classes that either side uses this is scikit-learn's and most published figures': a class that
    the coder made up counts as 0. Over those with support in the reference alone it is milder.
    """
    figures = [each.f1 for each in classes]
    return fmean(figures) if figures else 0.0
