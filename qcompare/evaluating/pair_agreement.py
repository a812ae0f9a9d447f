"""The aligner's scores of all pairs of two plans against graded pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qcompare.agreement import Cut, GradeCount, JudgedPair, PairAgreement, Place
from qcompare.evaluating.codings import keys
from qcompare.evaluating.counts import ratio, score
from qcompare.evaluating.ranking import Ranked, average_precision_estimate, steps
from qcompare.models import Plan

COUNTERPART = 2  # of the grades 3 same measure, 2 close counterpart, 1 same topic, 0 unrelated
_GRADES = (3, 2, 1, 0)

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Side:
    """One plan, and the units that the grades speak of: number to text."""

    plan: Plan
    listed: Mapping[str, str]

    def ids(self) -> Mapping[str, str]:
        """The numbers of the listed units to the ids of the plan's; ``#`` and number where it has none."""
        units = self.plan.units
        ids = dict(zip(keys(unit.text for unit in units), (unit.id for unit in units), strict=True))
        numbers = zip(self.listed, keys(self.listed.values()), strict=True)
        return {number: ids.get(key, f"#{number}") for number, key in numbers}

    def places(self) -> Mapping[str, Place]:
        """All these ids to where they stand and what they say."""
        unfound = {f"#{number}": Place(f"#{number}", text) for number, text in self.listed.items()}
        return {**unfound, **{unit.id: Place(unit.ref, unit.text) for unit in self.plan.units}}

    def unfound(self) -> tuple[Place, ...]:
        """The listed units that the plan does not hold."""
        return tuple(Place(id_, self.listed[n]) for n, id_ in self.ids().items() if id_ == f"#{n}")


def pair_agreement(
    a: Side, b: Side, grades: Mapping[Pair, int], scores: Mapping[Pair, float], min_score: float
) -> PairAgreement:
    """The scores of all pairs of unit ids against grades of pairs of numbers; a pair without one has 0.

    Graded pairs without a score (with page furniture, or a unit that the plan does not hold) count as missed
    where they should have been found.
    """
    left, right = a.ids(), b.ids()
    lost = {f"#{number}" for side in (a, b) for number in side.listed}
    judged = {(left[x], right[y]): grade for (x, y), grade in grades.items()}
    positive = {pair for pair, grade in judged.items() if grade >= COUNTERPART}
    order = sorted(scores, key=lambda pair: (-scores[pair], pair))
    ranked = [(scores[pair], pair in positive) for pair in order]
    missed = sorted(
        (pair for pair in positive if not _reaches(scores.get(pair), min_score)),
        key=lambda pair: (-judged[pair], -scores.get(pair, 0), pair),
    )
    wrong = [pair for pair in order if _reaches(scores[pair], min_score) and pair not in positive]
    return PairAgreement(
        a=a.plan.meta.id,
        b=b.plan.meta.id,
        coverage=ratio(sum(lost.isdisjoint(pair) for pair in positive), len(positive)),
        scored=len(scores),
        positives=len(positive),
        unscored=sum(grade > 0 and pair not in scores for pair, grade in judged.items()),
        unfound=(*a.unfound(), *b.unfound()),
        average_precision=average_precision_estimate(
            ranked, [x for x, _ in order], Counter(x for x, _ in positive)
        ),
        at=_cut(min_score, scores, judged),
        best=_cut(_best_threshold(ranked, len(positive), min_score), scores, judged),
        missed=_listed(missed, a, b, scores, judged),
        wrong=_listed(wrong, a, b, scores, judged),
    )


def _reaches(scored: float | None, min_score: float) -> bool:
    """Whether the aligner calls a pair of this score counterparts; it never does where nothing is shared."""
    return scored is not None and scored > 0 and scored >= min_score


def _best_threshold(ranked: Ranked, positives: int, default: float) -> float:
    """The score from which on counterparts have the best F1, the highest of equal ones."""
    found = [
        (2 * right / (reached + positives), scored) for scored, reached, right in steps(ranked) if scored > 0
    ]
    return max(found, default=(0.0, default))[1]


def _cut(min_score: float, scores: Mapping[Pair, float], judged: Mapping[Pair, int]) -> Cut:
    reached = Counter(judged.get(pair, 0) for pair, scored in scores.items() if _reaches(scored, min_score))
    total = Counter(judged.values())
    total[0] = len(scores.keys() | judged.keys()) - sum(n for grade, n in total.items() if grade)
    right, support = (sum(n for grade, n in c.items() if grade >= COUNTERPART) for c in (reached, total))
    return Cut(
        min_score=min_score,
        counterparts=score(right, reached.total(), support),
        grades=tuple(GradeCount(grade, reached[grade], total[grade]) for grade in _GRADES),
    )


def _listed(
    pairs: Sequence[Pair], a: Side, b: Side, scores: Mapping[Pair, float], judged: Mapping[Pair, int]
) -> tuple[JudgedPair, ...]:
    left, right = a.places(), b.places()
    return tuple(
        JudgedPair(left[pair[0]], right[pair[1]], scores.get(pair), judged.get(pair, 0)) for pair in pairs
    )
