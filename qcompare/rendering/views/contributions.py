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
_NAMED = 12  # of the words that are one addend together, so many are named
_LUMPED = frozenset(("words", "measures"))


def part(name: str, voice: Voice) -> str:
    """A part of the reasoning in the reader's words; one that the catalogue does not know by its own name."""
    return voice.say(f"explain.part.{name}") if f"explain.part.{name}" in CATALOGUE else name


def labelled(contribution: Contribution, voice: Voice) -> str:
    """The labels of the topics and measures in a term; words stay as they are, the first of many."""
    names = contribution.terms
    labels = [_label(name, voice) for name in names]
    if contribution.part in _LUMPED and len(names) > 1:
        key = "explain.further" if len(names) <= _NAMED else "explain.further_among"
        return voice.say(key, count=len(names), names=voice.listed(labels[:_NAMED]))
    return contribution.term if labels == list(names) else voice.listed(labels)


def measure(measure_id: str, voice: Voice) -> str:
    """The label of a measure; its id where the taxonomy does not hold it."""
    found = next((each for each in voice.taxonomy.measures if each.id == measure_id), None)
    if found is None:
        return measure_id
    return found.zh if voice.lang == "zh" else found.en


def _label(name: str, voice: Voice) -> str:
    known = (voice.topic(name), voice.pillar(name), measure(name, voice))
    return next((label for label in known if label != name), name)


def _reason(contribution: Contribution, voice: Voice) -> str:
    """The words, and what they mean to the taxonomy: the measure that they name, or the case they decide."""
    words = labelled(contribution, voice)
    if contribution.part == "measure":
        label = _named(contribution.term, voice)
        return words if label in ("", words) else voice.say("explain.names", words=words, label=label)
    if contribution.because:
        return voice.say("explain.because", words=words, because=contribution.because)
    return words


def _named(form: str, voice: Voice) -> str:
    """The label of the measure that has this form."""
    found = (each.id for each in voice.taxonomy.measures if form in each.terms)
    return next((measure(each, voice) for each in found), "")


def weighed(
    contributions: Sequence[Contribution], total: float, places: int, voice: Voice, caption: str = ""
) -> Table:
    """The contributions to a topic over their sum, which the rounded weights add up to."""
    weights = apportioned([each.weight for each in contributions], total, places)
    rows = [
        (
            Cell(part(each.part, voice)),
            Cell(_reason(each, voice)),
            Cell(_where(each.refs, voice) or _how(each.factors)),
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


def _how(factors: Sequence[float]) -> str:
    """What a weight is the product of; factors that change nothing are left out."""
    shown = [*factors[:1], *(each for each in factors[1:] if each != 1)]
    return " × ".join(f"{each:.4g}" for each in shown)


def _where(refs: Sequence[str], voice: Voice) -> str:
    """The references, the first of many."""
    if len(refs) <= _REFS:
        return voice.listed(refs)
    return voice.say("explain.refs", refs=voice.listed(refs[:_REFS]), count=len(refs) - _REFS)
