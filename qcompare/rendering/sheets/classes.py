"""Precision, recall and F1 of each topic and pillar as rows, for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator

from qcompare.agreement import TopicAgreement
from qcompare.rendering.csvout import Sheet, Value
from qcompare.rendering.plain import tidied

HEADER = ("reference", "coder", "level", "id", "support", "given", "precision", "recall", "f1")


def sheet(agreement: TopicAgreement) -> Sheet:
    """A row for each coder, level and class; ``support`` counts the reference's units, ``given`` the coder's.

    What is not defined, such as the precision of a class that was never given, is empty.
    """
    return HEADER, _rows(agreement)


def _rows(agreement: TopicAgreement) -> Iterator[list[Value]]:
    for coder in agreement.measured:
        for name, level in (("pillar", coder.pillar), ("topic", coder.topic)):
            for each in level.classes:
                figures = map(_tidied, (each.precision, each.recall, each.f1))
                yield [agreement.reference, coder.coder, name, each.id, each.support, each.given, *figures]


def _tidied(value: float | None) -> float | None:
    return None if value is None else tidied(value)
