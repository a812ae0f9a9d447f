"""How alike the plans are, each with each."""

from __future__ import annotations

from qcompare.rendering.document import Block, Cell, Column, Heading, Paragraph, Table
from qcompare.rendering.views.figures import score
from qcompare.rendering.views.scope import Scope


def blocks(scope: Scope) -> list[Block]:
    """A matrix, for three plans or more."""
    if len(scope.columns) < 3:
        return []
    header = (Column(""), *(Column(name, right=True) for name in scope.names))
    rows = tuple(
        (Cell("", lead=name), *(Cell("·" if i == j else score(value)) for j, value in enumerate(values)))
        for i, (name, values) in enumerate(zip(scope.names, scope.comparison.similarity, strict=True))
    )
    note = Paragraph(scope.voice.say("similarity.note"), "dim")
    return [Heading(2, scope.voice.say("similarity.heading")), Table(header, rows), note]
