"""How alike the plans are, each with each."""

from __future__ import annotations

from collections.abc import Sequence

from qcompare.rendering.document import Block, Cell, Column, Heading, Paragraph, Table
from qcompare.rendering.views.figures import score
from qcompare.rendering.views.scope import Scope


def blocks(scope: Scope) -> list[Block]:
    """A matrix, for three plans or more."""
    if len(scope.columns) < 3:
        return []
    table = matrix(scope.names, scope.names, scope.comparison.similarity, slice(None))
    note = Paragraph(scope.voice.say("similarity.note"), "dim")
    return [Heading(2, scope.voice.say("similarity.heading")), table, note]


def matrix(
    names: Sequence[str],
    heads: Sequence[str],
    similarity: Sequence[Sequence[float]],
    columns: slice,
    caption: str = "",
) -> Table:
    """A row for each plan, and those columns of it."""
    header = (Column(""), *(Column(name, right=True) for name in heads[columns]))
    rows = tuple(
        (Cell("", lead=name), *(Cell("·" if i == j else score(value)) for j, value in values))
        for i, name in enumerate(names)
        for values in [list(enumerate(similarity[i]))[columns]]
    )
    return Table(header, rows, caption)
