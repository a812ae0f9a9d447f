"""Plan to codes: what each unit says by itself, then what its surroundings say about it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from qcompare.coding.forms import (
    argues,
    asks,
    figures,
    is_marked,
    is_opener,
    is_paper_form,
    is_target_list,
    is_title_line,
    looks_back,
    unmarked,
)
from qcompare.coding.lexical import Finding, Scores, Vocabulary
from qcompare.explanations import OWN_WORDS, Lead
from qcompare.models import (
    CHROME,
    CONTEXT,
    OTHER,
    Alternative,
    Assignment,
    Evidence,
    MeasureHit,
    Plan,
    Section,
    Unit,
)
from qcompare.settings import CodingWeights, Thresholds
from qcompare.taxonomy import Rule, Taxonomy
from qcompare.text.words import Lexicon

_ALTERNATIVES = 3
# A heading or an opener speaks for its topic, but shouting it does not make it louder.
_CEILING = 3.0
_FRONT_WEIGHT = 4.0
# A question says what the answer is about, if it says anything.
_QUESTION_WEIGHT = 1.5
# Interpretations and news tell what was and why it matters; plans do so only in passing.
_ARTICLES = frozenset(("interpretation", "news"))
_TOLD_FACTOR = 3.0
_ARGUED_FACTOR = 2.0


@dataclass(frozen=True, slots=True)
class Weighed:
    """A code with all that was weighed for it: topic to addends, those of the topics that lost included."""

    code: Assignment
    scores: Scores
    lead: Lead


@dataclass(frozen=True, slots=True)
class Codes:
    """The codes of a plan's units and sections; parallel to the plan's tuples."""

    units: tuple[Assignment, ...]
    sections: tuple[Assignment, ...]


@dataclass(frozen=True, slots=True)
class _Before:
    """What the units before say about the next one: the block's opener, and the topic just coded."""

    section: str | None = None
    opener: Scores | None = None
    topic: str | None = None
    paragraph_end: int = 0


@dataclass(frozen=True, slots=True)
class _Above:
    """What the headings above the units of a section say, the same for each of these."""

    titles: str
    scores: Scores


class Coder:
    """A taxonomy ready to code plans."""

    def __init__(
        self, taxonomy: Taxonomy, weights: CodingWeights, thresholds: Thresholds, lexicon: Lexicon
    ) -> None:
        self._taxonomy = taxonomy
        self._weights = weights
        self._unsure = thresholds.unsure_score
        self._lexicon = lexicon
        self._vocabulary = Vocabulary(taxonomy, lexicon, weights.measure)
        self._fallback = CONTEXT if taxonomy.topic(CONTEXT) else OTHER

    @property
    def vocabulary(self) -> Vocabulary:
        """The words that speak for topics."""
        return self._vocabulary

    def code(self, plan: Plan) -> Codes:
        """Topic, score, alternatives and evidence of every unit and every section."""
        units, sections = self.weigh(plan)
        return Codes(
            units=tuple(each.code for each in units),
            sections=tuple(each.code for each in sections),
        )

    def weigh(self, plan: Plan) -> tuple[tuple[Weighed, ...], tuple[Weighed, ...]]:
        """All that speaks for and against the code of every unit, and of every section."""
        findings = {section.id: self._vocabulary.read_heading(section.title) for section in plan.sections}
        units = tuple(self._weighed_units(plan, findings))
        return units, tuple(self._weighed_sections(plan, findings, [each.code for each in units]))

    def topic_of(self, phrase: str) -> str | None:
        """The topic that the words of a phrase, such as an indicator, speak for; None if they are silent.

        Of equals the one with the longest term: 县城污水集中处理率 is about sewage, not about county towns.
        """
        found = self._vocabulary.read_unit(phrase).evidence
        totals = {
            t: (fsum(e.weight for e in rows), max(len(e.term) for e in rows)) for t, rows in found.items()
        }
        best = max(totals.items(), key=lambda row: row[1], default=("", (0.0, 0)))
        return best[0] if best[1][0] > 0 else None

    # --- units ---

    def _weighed_units(self, plan: Plan, headings: Mapping[str, Finding]) -> Iterator[Weighed]:
        above = self._above(plan, headings)
        before = _Before()
        for unit in plan.units:
            if unit.chrome:
                yield Weighed(Assignment(CHROME, 1.0), {}, Lead())
                continue
            before = before if before.section == unit.section else _Before(unit.section)
            own = self._vocabulary.read_unit(unmarked(unit.text))
            scores = _added(
                own.evidence,
                above[unit.section].scores,
                {} if _begins(unit, own) else self._from_before(unit, before, plan.text),
                self._from_form(unit, plan),
                self._from_rules(unit, above[unit.section].titles),
            )
            if figures(unit.text):
                scores = _measured(scores, own)
            weighed = self._decided(scores, own.measures)
            yield weighed
            before = _after(unit, own, weighed.code, before)

    def _above(self, plan: Plan, headings: Mapping[str, Finding]) -> Mapping[str | None, _Above]:
        """For each section, and for what stands in none, what the headings say."""
        sections = {section.id: section for section in plan.sections}
        trails = {place: tuple(_trail(place, sections)) for place in (None, *sections)}
        return {
            place: _Above(" ".join(section.title for section in trail), self._from_headings(trail, headings))
            for place, trail in trails.items()
        }

    def _from_headings(self, trail: Sequence[Section], headings: Mapping[str, Finding]) -> Scores:
        """The heading above weighs most, each one further up less."""
        weights = (self._weights.heading * self._weights.trail**n for n in range(len(trail)))
        return _added(
            *(
                _scaled(headings[section.id].evidence, weight, "heading")
                for section, weight in zip(trail, weights, strict=True)
            )
        )

    def _from_before(self, unit: Unit, before: _Before, text: str) -> Scores:
        opener = _scaled(before.opener or {}, self._weights.opener, "opener")
        same_paragraph = "\n" not in text[before.paragraph_end : unit.span.start]
        if before.topic is None or not same_paragraph:
            return opener
        return _added(opener, {before.topic: (Evidence("neighbour", "", self._weights.neighbour),)})

    def _from_form(self, unit: Unit, plan: Plan) -> Scores:
        """Titles, addressees, dates, looks back: by form, or by standing ahead of all headings."""
        if self._fallback != CONTEXT:
            return {}
        if is_paper_form(unit.text):
            return {CONTEXT: (Evidence("form", unit.text[:20], 2 * _FRONT_WEIGHT),)}
        if plan.sections and unit.section is None:
            weight = 2 * _FRONT_WEIGHT if is_title_line(unit.text) else _FRONT_WEIGHT
            return {CONTEXT: (Evidence("position", "", weight),)}
        weight = _told(unit.text, article=plan.meta.kind in _ARTICLES)
        return {CONTEXT: (Evidence("form", "", weight),)} if weight else {}

    def _from_rules(self, unit: Unit, above: str) -> Scores:
        met = ((rule, _met(rule, above, unit.text)) for rule in self._taxonomy.rules)
        return _added(
            *({rule.topic: (Evidence("rule", words, rule.weight),)} for rule, words in met if words)
        )

    # --- sections ---

    def _weighed_sections(
        self, plan: Plan, headings: Mapping[str, Finding], units: Sequence[Assignment]
    ) -> Iterator[Weighed]:
        """A section is about what its title says and what its units, also further down, are about."""
        sections = {section.id: section for section in plan.sections}
        below: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for unit, code in zip(plan.units, units, strict=True):
            for section in () if unit.chrome else _trail(unit.section, sections):
                below[section.id][code.topic] += unit.span.end - unit.span.start
        for section in plan.sections:
            own, about = headings[section.id], below[section.id]
            # A title that names all pillars at once is context as a sentence; what is below need not be.
            said = {t: rows for t, rows in own.evidence.items() if t != CONTEXT or _is_mostly(CONTEXT, about)}
            yield self._decided(_added(said, _shares(about)), own.measures)

    # --- the decision ---

    def _decided(self, scores: Scores, measures: tuple[MeasureHit, ...]) -> Weighed:
        """The topic with most evidence, as sure as its lead is long: in all, and in what the words say."""
        totals = _sums(scores)
        # Of equals, what the words themselves say goes before what stands around them; then the first named.
        said = _sums({t: tuple(e for e in rows if e.part in OWN_WORDS) for t, rows in scores.items()})
        named = [(w, t) for t, w in totals.items() if w > 0]
        ranked = sorted(named, key=lambda row: (-row[0], -said[row[1]]))
        if not ranked:
            code = Assignment(self._fallback, 0.0, unsure=True, measures=measures)
            return Weighed(code, scores, Lead())
        (best, topic), *others = ranked
        against = max((0.0, *(weight for other, weight in said.items() if other != topic)))
        lead = Lead(best, others[0][0] if others else 0.0, said[topic], against)
        code = Assignment(
            topic=topic,
            score=lead.score,
            unsure=lead.score < self._unsure,
            alternatives=tuple(Alternative(t, lead.share(w)) for w, t in others[:_ALTERNATIVES]),
            evidence=scores[topic],
            measures=measures,
        )
        return Weighed(code, scores, lead)


def _sums(scores: Scores) -> Mapping[str, float]:
    return {topic: fsum(e.weight for e in rows) for topic, rows in scores.items()}


def _after(unit: Unit, own: Finding, coded: Assignment, before: _Before) -> _Before:
    """What the unit leaves for the next one."""
    opener = own.evidence if _opens(unit, own) else before.opener
    opener = None if is_title_line(unit.text) and not own.evidence else opener
    return _Before(unit.section, opener, coded.topic, unit.span.end)


def _told(text: str, *, article: bool) -> float:
    """How much the form of a sentence says that it tells, argues or asks, instead of promising something."""
    if looks_back(text):
        return _FRONT_WEIGHT * (_TOLD_FACTOR if article else 1.0)
    if article and argues(text):
        return _FRONT_WEIGHT * _ARGUED_FACTOR
    return _QUESTION_WEIGHT if asks(text) else 0.0


def _begins(unit: Unit, own: Finding) -> bool:
    """Whether nothing before the unit speaks for it: it opens a block, closes a chapter, or says nothing.

    That is a list of targets, which gathers those of all blocks, or a title without an object.
    """
    return _opens(unit, own) or is_target_list(unit.text) or (is_title_line(unit.text) and not own.evidence)


def _opens(unit: Unit, own: Finding) -> bool:
    """Whether a unit opens a block and ends the one before: a mark is enough, a short sentence must speak."""
    return is_marked(unit.text) or (is_opener(unit.text) and bool(own.evidence))


def _trail(section_id: str | None, sections: Mapping[str, Section]) -> Iterator[Section]:
    """The section and those above it, from the inside out."""
    while section_id is not None:
        section = sections[section_id]
        yield section
        section_id = section.parent


def _met(rule: Rule, above: str, text: str) -> str:
    """The words that meet each condition of the rule, or nothing if one is not met."""
    asked = [(rule.heading, above), (rule.unit, text)]
    found = [_first(words, where) for words, where in asked if words]
    if rule.start:
        found.append(tuple(word for word in rule.start if text.lstrip("（(【[").startswith(word))[:1])
    return "".join(word for words in found for word in words) if all(found) else ""


def _first(words: Iterable[str], text: str) -> tuple[str, ...]:
    """The first of ``words`` that ``text`` contains, as a tuple of one, or of none."""
    return next(((word,) for word in words if word in text), ())


def _scaled(scores: Scores, weight: float, part: str) -> Scores:
    """Evidence handed on from elsewhere: cut to the ceiling, then weighed."""
    total = max((fsum(e.weight for e in rows) for rows in scores.values()), default=0.0)
    factor = weight * min(1.0, _CEILING / total) if total > 0 else 0.0
    return {
        topic: tuple(Evidence(part, e.term, e.weight * factor) for e in rows)
        for topic, rows in scores.items()
    }


def _measured(scores: Scores, own: Finding) -> Scores:
    """Rule 3: what is counted is promised of an object, though it stand under a heading of general aims."""
    if CONTEXT not in scores or not own.evidence.keys() - {CONTEXT}:
        return scores
    aims = tuple(e for e in scores[CONTEXT] if e.part not in ("heading", "rule"))
    return {**scores, CONTEXT: aims}


def _is_mostly(topic: str, characters: Counter[str]) -> bool:
    return 2 * characters[topic] >= characters.total()


def _shares(characters: Counter[str]) -> Scores:
    total = characters.total()
    return {topic: (Evidence("units", "", _CEILING * n / total),) for topic, n in characters.items()}


def _added(*parts: Scores) -> Scores:
    together: defaultdict[str, list[Evidence]] = defaultdict(list)
    for part in parts:
        for topic, rows in part.items():
            together[topic].extend(rows)
    return {topic: tuple(rows) for topic, rows in together.items()}
