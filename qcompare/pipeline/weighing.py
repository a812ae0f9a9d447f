"""What was weighed for the topic of a passage: its candidates, with the places that speak for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import fsum

from qcompare.coding.coder import Coder, Weighed
from qcompare.coding.forms import is_opener
from qcompare.coding.lexical import FACTORS, Vocabulary
from qcompare.explanations import Candidate, Contribution, Lost
from qcompare.models import CONTEXT, Evidence, Plan, Section, Unit
from qcompare.taxonomy import Rule, Taxonomy

_AROUND = frozenset(("heading", "opener", "neighbour", "position"))  # parts that are not the passage's own
_AND = "、"
_DIGITS = 6  # of a factor


@dataclass(frozen=True, slots=True)
class Weighing:
    """All that was weighed for a plan, by the program alone; parallel to the plan's units and sections."""

    plan: Plan
    vocabulary: Vocabulary
    units: Sequence[Weighed]
    sections: Sequence[Weighed]

    @classmethod
    def of(cls, plan: Plan, coder: Coder) -> Weighing:
        """What the coder weighs for the plan."""
        return cls(plan, coder.vocabulary, *coder.weigh(plan))

    def at(self, thing: Unit | Section) -> Weighed:
        """What was weighed for a unit or section."""
        if isinstance(thing, Section):
            return self.sections[position(self.plan.sections, thing)]
        return self.units[position(self.plan.units, thing)]

    def unheard(self, thing: Unit | Section) -> tuple[str, ...]:
        """The words of a section's title that speak for context in what is below it, and not for itself."""
        if not isinstance(thing, Section):
            return ()
        if any(each.part == "term" for each in self.at(thing).scores.get(CONTEXT, ())):
            return ()
        said = self.vocabulary.read_heading(thing.title).evidence.get(CONTEXT, ())
        return tuple(each.term for each in said)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where the words stand that speak for the topic of ``thing``."""

    weighing: Weighing
    thing: Unit | Section
    taxonomy: Taxonomy

    def candidates(self) -> tuple[Candidate, ...]:
        """All topics that something speaks for or against: the one chosen, then by falling weight."""
        weighed = self.weighing.at(self.thing)
        sums = {topic: fsum(each.weight for each in rows) for topic, rows in weighed.scores.items() if rows}
        ranked = sorted(sums, key=lambda topic: (topic != weighed.code.topic, -sums[topic], topic))
        found = [
            Candidate(
                topic=topic,
                weight=sums[topic],
                score=weighed.lead.share(sums[topic]),
                contributions=tuple(self._contributions(topic, weighed.scores[topic])),
            )
            for topic in ranked
        ]
        return tuple(found[:1]) + tuple(replace(each, lost=_lost(each, found[0])) for each in found[1:])

    def _contributions(self, topic: str, rows: Sequence[Evidence]) -> Iterator[Contribution]:
        seen: Counter[tuple[str, str]] = Counter()
        for each in rows:
            places = self._places(topic, each)
            if each.part == "heading":  # each heading that says it is an addend, from the nearest up
                nth = seen[each.part, each.term]
                places = places[nth : nth + 1]
            seen[each.part, each.term] += 1
            seen[each.part, ""] += 1
            yield Contribution(
                part=self._part(each),
                term=self._term(topic, each),
                weight=each.weight,
                refs=tuple(places),
                factors=self._factors(topic, each, seen[each.part, ""] - 1),
                because=self._rule(topic, each)[0].because if each.part == "rule" else "",
            )

    def _factors(self, topic: str, evidence: Evidence, nth: int) -> tuple[float, ...]:
        """What the weight of the passage's own words is made of; those for a topic come by falling weight."""
        if evidence.part != "term":
            return ()
        heading = isinstance(self.thing, Section)
        base = self.weighing.vocabulary.weight(evidence.term, topic, heading=heading)
        further = FACTORS["repeat"] ** nth
        place = evidence.weight / (base * further) if base else 1.0
        return (base, round(place, _DIGITS), further)

    def _part(self, evidence: Evidence) -> str:
        """The part, measures told apart from other words."""
        spoken = (form for measure in self.taxonomy.measures for form in measure.terms)
        return "measure" if evidence.part == "term" and evidence.term in spoken else evidence.part

    def _term(self, topic: str, evidence: Evidence) -> str:
        """The words; those of a rule, of heading and passage, apart from each other."""
        if evidence.part != "rule":
            return evidence.term
        return _AND.join(filter(None, self._rule(topic, evidence)[1]))

    def _rule(self, topic: str, evidence: Evidence) -> tuple[Rule, tuple[str, ...]]:
        """The rule that spoke, and what it found in the headings above, in the passage, and at its start."""
        return next(
            (rule, words)
            for rule in self.taxonomy.rules
            if rule.topic == topic and rule.weight == evidence.weight
            for words in product(rule.heading or ("",), rule.unit or ("",), rule.start or ("",))
            if "".join(words) == evidence.term
        )

    def _places(self, topic: str, evidence: Evidence) -> Sequence[str]:
        """The references of what speaks, where that is not the passage itself."""
        match evidence.part:
            case "heading":
                return self._headings(evidence.term)
            case "rule":
                word = self._rule(topic, evidence)[1][0]
                return self._headings(word)[:1] if word else ()
            case "opener":
                return self._openers(evidence.term)[-1:]
            case "neighbour":
                return [each.ref for each in self._before()][-1:]
            case "units":
                return [each.ref for each in self._below(topic)]
        return ()

    def _openers(self, word: str) -> Sequence[str]:
        """The units before this one that open a block and say the word, or all of them, as of headings."""
        openers = [each for each in self._before() if is_opener(each.text)]
        return [each.ref for each in openers if word in each.text] or [each.ref for each in openers]

    def _headings(self, word: str) -> Sequence[str]:
        """The headings that say a word, from the nearest up, as often as they say it.

        All of them, if the coder speaks of what it concluded from them and not of what they say.
        """
        nearest_first = above(self.weighing.plan, self.thing)[::-1]
        found = [each.ref for each in nearest_first for _ in range(each.title.count(word))]
        return found or [each.ref for each in nearest_first]

    def _before(self) -> Iterator[Unit]:
        """The units before this one in its section."""
        for unit in self.weighing.plan.units:
            if unit.id == self.thing.id:
                return
            if not unit.chrome and isinstance(self.thing, Unit) and unit.section == self.thing.section:
                yield unit

    def _below(self, topic: str) -> Iterator[Unit]:
        """The units in this section, also further down, that are coded to the topic."""
        plan, inside = self.weighing.plan, {self.thing.id}
        for section in plan.sections:  # in the order of the text: those above come first
            if section.parent in inside:
                inside.add(section.id)
        for unit, weighed in zip(plan.units, self.weighing.units, strict=True):
            if unit.section in inside and weighed.code.topic == topic:
                yield unit


def position(things: Sequence[Unit | Section], thing: Unit | Section) -> int:
    """Where a unit or section stands among those of its plan."""
    return next(n for n, each in enumerate(things) if each.id == thing.id)


def above(plan: Plan, thing: Unit | Section) -> tuple[Section, ...]:
    """The sections that hold a unit or section, from the outermost to the nearest."""
    sections = {section.id: section for section in plan.sections}
    found: list[Section] = []
    at = thing.parent if isinstance(thing, Section) else thing.section
    while at is not None:
        found.append(sections[at])
        at = sections[at].parent
    return tuple(reversed(found))


def _lost(rival: Candidate, best: Candidate) -> Lost:
    """Why the rival is not the best: the coder's order of preference, read backwards."""
    if rival.weight <= 0:
        return "nothing"
    if rival.weight < best.weight:
        return "unsaid" if all(each.part in _AROUND for each in rival.contributions) else "less"
    return "less_own" if _own(rival) < _own(best) else "order"


def _own(candidate: Candidate) -> float:
    return fsum(each.weight for each in candidate.contributions if each.own)
