"""Units of a plan as cells: reference first, then the text or the part of it that matters."""

from __future__ import annotations

from collections.abc import Iterable

from qcompare.models import Evidence, Unit
from qcompare.rendering.document import Cell
from qcompare.rendering.views.figures import excerpt
from qcompare.taxonomy import Taxonomy

_AND = "、"  # joins the words and measures that one addend of a score rests on


def passage(unit: Unit, size: int | None = None, words: Iterable[str] = (), mark: str = "") -> Cell:
    """A unit with its reference and a mark; of a ``size``, the clauses of it that hold most of ``words``."""
    return Cell(unit.text if size is None else excerpt(unit.text, size, words), lead=unit.ref + mark)


def spoken(evidence: Iterable[Evidence], taxonomy: Taxonomy) -> frozenset[str]:
    """The words that evidence rests on; a measure stands for its terms."""
    measures = {measure.id: measure.terms for measure in taxonomy.measures}
    terms = [term for found in evidence for term in found.term.split(_AND) if term]
    return frozenset(word for term in terms for word in measures.get(term, (term,)))
