"""The addends of a score as rows of a table: part, words, place, weight."""

from __future__ import annotations

from collections.abc import Sequence

from qcompare.explanations import Contribution
from qcompare.rendering.document import Cell, Column, Table
from qcompare.rendering.messages import CATALOGUE
from qcompare.rendering.rounding import apportioned, rounded
from qcompare.rendering.views.voice import Voice

PART_WIDTH = 20
_PLACE_WIDTH = 16
_REFS = 4  # of the places that speak, so many are named
_AND = "、"


def part(name: str, voice: Voice) -> str:
    """A part of the reasoning in the reader's words; one that the catalogue does not know by its own name."""
    return voice.say(f"explain.part.{name}") if f"explain.part.{name}" in CATALOGUE else name


def labelled(term: str, voice: Voice) -> str:
    """The labels of the topics and measures in a term; words stay as they are."""
    names = term.split(_AND)
    labels = [_label(name, voice) for name in names]
    return term if labels == names else voice.listed(labels)


def measure(measure_id: str, voice: Voice) -> str:
    """The label of a measure; its id where the taxonomy does not hold it."""
    found = next((each for each in voice.taxonomy.measures if each.id == measure_id), None)
    if found is None:
        return measure_id
    return found.zh if voice.lang == "zh" else found.en


def _label(name: str, voice: Voice) -> str:
    return voice.topic(name) if voice.taxonomy.topic(name) else measure(name, voice)


def weighed(
    contributions: Sequence[Contribution], total: float, places: int, voice: Voice, caption: str = ""
) -> Table:
    """The contributions to a topic over their sum, which the rounded weights add up to."""
    weights = apportioned([each.weight for each in contributions], total, places)
    rows = [
        (
            Cell(part(each.part, voice)),
            Cell(labelled(each.term, voice)),
            Cell(_where(each.refs, voice)),
            Cell(f"{weight}"),
        )
        for each, weight in zip(contributions, weights, strict=True)
    ]
    end = (
        Cell("", lead=voice.say("explain.sum")),
        Cell(""),
        Cell(""),
        Cell("", lead=f"{rounded(total, places)}"),
    )
    columns = (
        Column(voice.say("explain.column.part"), width=PART_WIDTH),
        Column(voice.say("explain.column.words"), ratio=1),
        Column(voice.say("explain.column.where"), width=_PLACE_WIDTH),
        Column(voice.say("explain.column.weight"), right=True),
    )
    return Table(columns, (*rows, end), caption)


def _where(refs: Sequence[str], voice: Voice) -> str:
    """The references, the first of many."""
    if len(refs) <= _REFS:
        return voice.listed(refs)
    return voice.say("explain.refs", refs=voice.listed(refs[:_REFS]), count=len(refs) - _REFS)
