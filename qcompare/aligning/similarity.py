"""The one scoring function: it ranks, it is shown, and it explains itself by its addends.

What two units share is content: the characters they are said in, and measures. Being on one topic or one
pillar makes shared content weigh more, but is no content itself: two sentences on supervision need not say
the same. Units that seem to have many counterparts, the general ones, have each of them less surely.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import exp, inf, log, log1p, sqrt

from qcompare.aligning.features import ONE, Features, Vector
from qcompare.models import Evidence
from qcompare.settings import AligningWeights

_SPELT_OUT = 8  # so many passages or measures are an addend each, the others one together
_HOPELESS = 700.0  # odds of one to more than a float can say


# What two units have in common: the inner products of their texts and of their measures (in millionths), the
# common shares of their topics and of their pillars (in thousandths).
Shared = tuple[int, int, int, int]


def score(a: Features, b: Features, weights: AligningWeights) -> float:
    """How likely two units say the like, in 0…1; the same whichever comes first; 0 if they share nothing."""
    return likely(a, b, _shared(a, b), weights)


def likely(a: Features, b: Features, shared: Shared, weights: AligningWeights) -> float:
    """The score from what two units share, where that is known already.

    0.5 is where what speaks for the pair weighs as much as ``start`` and the crowding of the two.
    """
    text, measures, topic = _strengths(shared, a.length * b.length, weights)
    if not text and not measures:
        return 0.0
    against = weights.start + weights.crowding * (a.crowding + b.crowding)
    return 1 / (1 + exp(min(against - text - measures - topic, _HOPELESS)))


def odds_of(score: float, weights: AligningWeights) -> float:
    """What must speak for a pair, as the logarithm of odds, for a score without crowding."""
    return weights.start + log(score / (1 - score)) if 0 < score < 1 else inf * (score - 0.5)


def steepest(weights: AligningWeights) -> tuple[float, float, float, float, float]:
    """By how much what two units share can speak for them at most: for each unit of the share of text, of the
    root of the amount of text, of measures, topics, pillars. Since log1p(z) <= z, no strength is above it.
    """
    return (
        weights.share,
        weights.amount / ONE,
        weights.measures / ONE**2,
        weights.topic / ONE,
        weights.pillar / ONE,
    )


def _strengths(shared: Shared, lengths: float, weights: AligningWeights) -> tuple[float, float, float]:
    """How strongly text, measures and topic speak for a pair; added up, its odds as a logarithm.

    Text speaks by its share, which is the cosine, and by its amount: a long list that holds the other's one
    sentence has little in common with it as a share of its text, and yet says the same.
    """
    product, measures, topics, pillars = shared
    return (
        product and weights.share * product / lengths + weights.amount * log1p(sqrt(product) / ONE),
        measures and weights.measures * measures / ONE**2,
        (weights.topic * topics + weights.pillar * pillars) / ONE,
    )


def explained(a: Features, b: Features, weights: AligningWeights) -> Iterator[Evidence]:
    """The addends of the score with what each rests on, all of them above 0; none where the score is 0.

    What speaks for the pair divides the score in the ratio of its strengths.
    """
    shared = _shared(a, b)
    reached = likely(a, b, shared, weights)
    if not reached:
        return
    text, measures, topic = _strengths(shared, a.length * b.length, weights)
    scale = reached / (text + measures + topic)
    yield from _spelt_out("words", _passages(a, b), scale * text)
    yield from _spelt_out("measures", _products(a.measures, b.measures), scale * measures)
    if topic:
        yield Evidence(*_common_ground(a, b), scale * topic)


def _shared(a: Features, b: Features) -> Shared:
    return (
        sum(_products(a.text, b.text).values()),
        sum(_products(a.measures, b.measures).values()),
        sum(_minima(a.topics, b.topics).values()),
        sum(_minima(a.pillars, b.pillars).values()),
    )


def _products(a: Vector, b: Vector) -> Vector:
    """The addends of the inner product of two vectors."""
    if len(a) > len(b):
        a, b = b, a
    return {key: weight * b[key] for key, weight in a.items() if key in b}


def _minima(a: Vector, b: Vector) -> Vector:
    """What two distributions have in common."""
    return {key: min(share, b[key]) for key, share in a.items() if key in b}


def _passages(a: Features, b: Features) -> Vector:
    """What two texts share, in passages as long as they go, with what each adds to the inner product.

    Read along the shorter text, whichever comes first. What stands in several passages counts in the longest.
    """
    read, other = sorted((a, b), key=lambda each: (len(each.said), each.said))
    left = dict(_products(a.text, b.text))
    found: dict[str, int] = {}
    for run in sorted(_runs(read.said, other.text), key=len, reverse=True):
        if amount := sum(left.pop(shingle, 0) for shingle in run):
            passage = run[0] + "".join(shingle[1:] for shingle in run[1:])
            found[passage] = found.get(passage, 0) + amount
    return found


def _runs(said: Sequence[str], known: Vector) -> Iterator[list[str]]:
    """The rows of known shingles of which each begins with the sign that the one before it ended with."""
    run: list[str] = []
    for shingle in said:
        if run and not (shingle in known and shingle[0] == run[-1][-1] and not shingle.isascii()):
            yield run
            run = []
        if shingle in known:
            run.append(shingle)
    if run:
        yield run


def _spelt_out(part: str, terms: Vector, amount: float) -> Iterator[Evidence]:
    """The strongest terms one by one, the others together, each with its part of the amount."""
    if not amount > 0:
        return
    ranked = sorted(terms, key=lambda term: (-terms[term], term))
    scale = amount / sum(terms.values())
    for term in ranked[:_SPELT_OUT]:
        yield Evidence(part, term, terms[term] * scale)
    if others := ranked[_SPELT_OUT:]:
        yield Evidence(part, "、".join(others), sum(terms[term] for term in others) * scale)


def _common_ground(a: Features, b: Features) -> tuple[str, str]:
    """What the topic's part of a score is called, and after what: the topic of both, or the pillar of both.

    Else they meet in what is topic or pillar of one and only possible for the other, or for either.
    """
    topics, pillars = _minima(a.topics, b.topics), _minima(a.pillars, b.pillars)
    if a.topic == b.topic and topics.get(a.topic):
        return "topic", a.topic
    if a.pillar == b.pillar and pillars.get(a.pillar):
        return "pillar", a.pillar
    shares = topics or pillars
    return "leaning", min(shares, key=lambda name: (-shares[name], name))
