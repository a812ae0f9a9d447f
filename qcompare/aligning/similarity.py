"""The one scoring function: it ranks, it is shown, and it explains itself by its addends.

What two units share is content: telling words and measures. Being on one topic under like headings makes
shared content weigh more, but is no content itself: two sentences on supervision need not say the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import fsum, inf
from typing import NamedTuple

from qcompare.aligning.features import Features, Vector
from qcompare.models import Evidence
from qcompare.settings import AligningWeights

# Cosines of sentences crowd near zero; this power spreads them so that counterparts begin about the middle.
_SPREAD = 0.3
_SPELT_OUT = 5  # so many words or measures are an addend each, the others one together


class _Parts(NamedTuple):
    """What two units share: of words and measures as a strength in 0…1, of topic and heading as a gain."""

    words: float
    measures: float
    topic: float
    heading: float


def score(a: Features, b: Features, weights: AligningWeights) -> float:
    """How much two units say the like, in 0…1; the same whichever comes first."""
    parts = _parts(a, b, weights)
    return _total(_content(parts), parts.topic + parts.heading, weights)


def least_words(wanted: float, weights: AligningWeights) -> float:
    """The cosine of words below which no pair without a shared measure reaches the score ``wanted``."""
    return wanted ** (1 / _SPREAD) / weights.words if weights.words else inf


def explained(a: Features, b: Features, weights: AligningWeights) -> Iterator[Evidence]:
    """The addends of the score with what each rests on, all of them above 0; none where the score is 0.

    Words and measures divide what content alone would reach, in the ratio of their strengths; topic and
    headings divide what they lift it by, in the ratio of their gains.
    """
    parts = _parts(a, b, weights)
    content, strength, gain = _content(parts), parts.words + parts.measures, parts.topic + parts.heading
    if not content:
        return
    alone = _total(content, 0.0, weights)
    yield from _spelt_out("words", _products(a.words, b.words), alone * parts.words / strength)
    yield from _spelt_out("measures", _products(a.measures, b.measures), alone * parts.measures / strength)
    if not gain:
        return
    lift = _total(content, gain, weights) - alone
    yield from _led("topic", _minima(a.topics, b.topics), lift * parts.topic / gain)
    yield from _led("heading", _products(a.heading, b.heading), lift * parts.heading / gain)


def _parts(a: Features, b: Features, weights: AligningWeights) -> _Parts:
    return _Parts(
        words=weights.words * _sum(_products(a.words, b.words)),
        measures=weights.measures * _sum(_products(a.measures, b.measures)),
        topic=weights.topic * _sum(_minima(a.topics, b.topics)),
        heading=weights.heading * _sum(_products(a.heading, b.heading)),
    )


def _products(a: Vector, b: Vector) -> Vector:
    """The addends of the inner product of two vectors of length 1 at most."""
    if len(a) > len(b):
        a, b = b, a
    return {key: weight * b[key] for key, weight in a.items() if key in b}


def _minima(a: Vector, b: Vector) -> Vector:
    """What two distributions have in common."""
    return {key: min(share, b[key]) for key, share in a.items() if key in b}


def _sum(terms: Vector) -> float:
    """The sum, at most 1; exact, so that a score does not hang on the order of its terms or plans."""
    return min(1.0, fsum(terms.values())) if terms else 0.0


def _content(parts: _Parts) -> float:
    """Either is enough, both are better: the probability that one of two independent witnesses is right."""
    return 1 - (1 - parts.words) * (1 - parts.measures)


def _total(content: float, gain: float, weights: AligningWeights) -> float:
    """Content with its gain, of the most that it could be, spread over 0…1."""
    share = content * (1 + gain) / (1 + (weights.topic + weights.heading))
    return float(share**_SPREAD)


def _spelt_out(part: str, terms: Vector, amount: float) -> Iterator[Evidence]:
    """The strongest terms one by one, the others together, each with its part of the amount."""
    if not amount > 0:
        return
    ranked = sorted(terms, key=lambda term: (-terms[term], term))
    scale = amount / fsum(terms.values())
    for term in ranked[:_SPELT_OUT]:
        yield Evidence(part, term, terms[term] * scale)
    if others := ranked[_SPELT_OUT:]:
        yield Evidence(part, "、".join(others), fsum(terms[term] for term in others) * scale)


def _led(part: str, topics: Vector, amount: float) -> Iterator[Evidence]:
    """One addend, named after the topic that has most of it."""
    if amount > 0:
        yield Evidence(part, min(topics, key=lambda topic: (-topics[topic], topic)), amount)
