"""What a text says by itself: topic evidence from terms and measures, weighed by where they stand.

Rule 1 of the codebook: code what the sentence acts on, not the words around it. In an official Chinese
sentence the surroundings come first and are marked (围绕…, 以…为…, 利用…, 在…领域); the object follows its
verb.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile
from math import fsum

from qcompare.coding.forms import LIST_FIGURES, is_target_list
from qcompare.coding.terms import Hit, TermIndex
from qcompare.models import Evidence, MeasureHit, Span
from qcompare.taxonomy import Measure, Taxonomy
from qcompare.text.fuzzy import within
from qcompare.text.words import Lexicon

# An adverbial opening, up to its comma, names the surroundings. 落实 and 贯彻 open one only before a
# document: 落实首席质量官制度 is what the sentence does.
_SURROUNDINGS = re.compile(
    r"(?:(?:紧紧|紧密|主动|积极)?(?:围绕|着眼|紧扣|瞄准|对接)|以|利用|运用|借助|依托|通过|根据|按照|依据|针对|结合"
    r"|立足|聚焦|面向|适应|为|在|对|当|随着|鉴于"
    r"|充分发挥|积极发挥|发挥|坚持|(?:深入|全面|认真)?(?:贯彻|落实|贯彻落实)(?=[《“])).{2,60}"
    r"|(?:力争|确保)?(?:到|至)?.{2,8}年(?:底|末|底前|前)?"
)
_CLAUSE = re.compile(r"[^，,；;。！？：:]+")
_QUOTED = re.compile(r"《[^》]{0,80}》|[（(][^）)]{0,60}[）)]")
_SURROUNDING_FACTOR = 0.4
_QUOTED_FACTOR = 0.7
_FIRST_CLAUSE_FACTOR = 1.4
# The first object of a list of targets speaks so much louder (codebook).
_LIST_FACTOR = 2.0
_REPEAT_FACTOR = 0.5
# A measure found by its words, not to the letter: of so many characters at least, in a clause at most so many
# times as long.
_LOOSE_FACTOR = 0.7
_LOOSE_LENGTH = 5
_LOOSE_CLAUSE = 3

# Rule 5: so many parts, each of at least this share of the strongest, speak for their whole, by this factor.
_SEVERAL = 3
_NEAR = 0.5
_WHOLE_FACTOR = 0.6

# The factors above, by what they are for.
FACTORS: Mapping[str, float] = {
    "first": _FIRST_CLAUSE_FACTOR,
    "figures": LIST_FIGURES,
    "list": _FIRST_CLAUSE_FACTOR * _LIST_FACTOR,
    "surroundings": _SURROUNDING_FACTOR,
    "quoted": _QUOTED_FACTOR,
    "repeat": _REPEAT_FACTOR,
}

Scores = Mapping[str, tuple[Evidence, ...]]


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found in one text: addends per topic, and the measures."""

    evidence: Scores
    measures: tuple[MeasureHit, ...]


class Vocabulary:
    """The taxonomy's surface forms, ready to be found."""

    def __init__(self, taxonomy: Taxonomy, lexicon: Lexicon, measure_weight: float) -> None:
        self._lexicon = lexicon
        self._measure_weight = measure_weight
        self._topics: dict[str, dict[str, float]] = defaultdict(dict)
        self._headings: dict[str, dict[str, float]] = defaultdict(dict)
        self._measures: dict[str, Measure] = {form: m for m in taxonomy.measures for form in m.terms}
        for topic in taxonomy.topics:
            for term in topic.terms:
                self._topics[term.text][topic.id] = term.weight
            for term in topic.headings:
                self._headings[term.text][topic.id] = term.weight
        self._loose: dict[str, str] = {}
        self._loose_by_word: dict[str, list[str]] = defaultdict(list)
        for form in self._measures:
            words = lexicon.cut(form)
            if len(form) >= _LOOSE_LENGTH and len(words) > 1:
                self._loose[" ".join(words)] = form
                self._loose_by_word[min(words, key=lexicon.frequency)].append(" ".join(words))
        self._parts = {topic.id: topic.parts for topic in taxonomy.topics if topic.parts}
        self._index = TermIndex({*self._topics, *self._measures})
        self._heading_index = TermIndex({*self._topics, *self._measures, *self._headings})

    def read_unit(self, text: str) -> Finding:
        """The evidence of a sentence."""
        place = _Places(text)
        hits = [(hit, place.factor(hit)) for hit in self._index.find(text, self._lexicon.spans)]
        whole = {hit.form for hit, _ in hits if hit.form in self._measures}
        loose = [
            (hit, _LOOSE_FACTOR * place.factor(hit))
            for hit in self._loose_hits(text)
            if not any(self._inside(hit.form, form) for form in whole)
        ]
        return Finding(self._with_wholes(_summed(self._weighed(hits))), self._found_measures([*hits, *loose]))

    def _with_wholes(self, evidence: Scores) -> Scores:
        """Rule 5: several objects of one pillar, none of which leads, speak for the pillar's whole."""
        return {**evidence, **{t: (*evidence.get(t, ()), row) for t, row in self._wholes(evidence)}}

    def _wholes(self, evidence: Scores) -> Iterator[tuple[str, Evidence]]:
        totals = {topic: fsum(e.weight for e in rows) for topic, rows in evidence.items()}
        for whole, parts in self._parts.items():
            named = {topic: totals[topic] for topic in parts if totals.get(topic, 0.0) > 0}
            most = max(named.values(), default=0.0)
            if sum(weight >= _NEAR * most for weight in named.values()) >= _SEVERAL:
                yield whole, Evidence("several", "、".join(named), _WHOLE_FACTOR * most)

    def _inside(self, form: str, longer: str) -> bool:
        """Whether a form is only part of what a longer one says: 产品质量监督抽查 in 监督抽查合格率."""
        return len(form) < len(longer) and set(self._lexicon.cut(form)) <= set(self._lexicon.cut(longer))

    def _loose_hits(self, text: str) -> Iterator[Hit]:
        """Measures whose words stand in one clause in another order, or with others between them.

        调解和处理质量纠纷 is 质量纠纷调解; a long clause holds the words of many measures by chance.
        """
        for clause in _CLAUSE.finditer(text):
            words = self._lexicon.cut(clause.group())
            # Only forms whose rarest word is there can be there whole: one in a hundred.
            rows = [row for word in dict.fromkeys(words) for row in self._loose_by_word.get(word, ())]
            for row in within(words, rows):
                form = self._loose[row]
                if len(clause.group()) <= _LOOSE_CLAUSE * len(form):
                    yield Hit(form, Span(*clause.span()))

    def read_heading(self, text: str) -> Finding:
        """The evidence of a heading: its own terms besides the common ones, all at full weight."""
        hits = [(hit, 1.0) for hit in self._heading_index.find(text, self._lexicon.spans)]
        return Finding(_summed(self._weighed(hits, heading=True)), self._found_measures(hits))

    def _found_measures(self, hits: Iterable[tuple[Hit, float]]) -> tuple[MeasureHit, ...]:
        """Each measure once, as strong as its best hit."""
        best: dict[str, float] = {}
        for hit, factor in hits:
            if hit.form in self._measures:
                measure = self._measures[hit.form].id
                best[measure] = max(best.get(measure, 0.0), min(1.0, factor))
        return tuple(MeasureHit(measure, factor) for measure, factor in best.items())

    def weight(self, form: str, topic: str, *, heading: bool = False) -> float:
        """What a form weighs for a topic by itself, wherever it stands. Raises KeyError."""
        return dict(self._addends(form, heading=heading))[topic]

    def _addends(self, form: str, *, heading: bool = False) -> Iterator[tuple[str, float]]:
        measure = self._measures.get(form)
        if measure:
            yield measure.topic, measure.weight * self._measure_weight
        own = self._headings.get(form, {}) if heading else {}
        for topic, weight in {**self._topics.get(form, {}), **own}.items():
            if not measure or topic != measure.topic:
                yield topic, weight

    def _weighed(
        self, hits: Iterable[tuple[Hit, float]], *, heading: bool = False
    ) -> Iterator[tuple[str, str, float]]:
        for hit, factor in hits:
            for topic, weight in self._addends(hit.form, heading=heading):
                yield topic, hit.form, weight * factor


class _Places:
    """Where in a sentence a hit stands, as a factor."""

    def __init__(self, text: str) -> None:
        clauses = [m for m in _CLAUSE.finditer(text) if m.group().strip()]
        leading = list(takewhile(lambda m: _SURROUNDINGS.fullmatch(m.group().strip()), clauses))
        leading = leading if len(leading) < len(clauses) else []
        self._quoted = [m.span() for m in _QUOTED.finditer(text)]
        self._acting = leading[-1].end() if leading else 0
        self._first = clauses[len(leading)].end() if len(clauses) > 1 else 0
        self._lead = _FIRST_CLAUSE_FACTOR * (_LIST_FACTOR if is_target_list(text) else 1.0)

    def factor(self, hit: Hit) -> float:
        """How much of a hit's weight counts."""
        if hit.span.end <= self._acting:
            return _SURROUNDING_FACTOR
        factor = self._lead if hit.span.end <= self._first else 1.0
        quoted = any(start <= hit.span.start and hit.span.end <= end for start, end in self._quoted)
        return factor * (_QUOTED_FACTOR if quoted else 1.0)


def _summed(addends: Iterable[tuple[str, str, float]]) -> Scores:
    """Addends per topic; each further one counts half of the one before: lists are no arguments."""
    by_topic: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
    for topic, form, weight in addends:
        by_topic[topic].append((form, weight))
    return {topic: tuple(_damped(rows)) for topic, rows in by_topic.items()}


def _damped(rows: list[tuple[str, float]]) -> Iterator[Evidence]:
    for n, (form, weight) in enumerate(sorted(rows, key=lambda row: -row[1])):
        yield Evidence("term", form, weight * _REPEAT_FACTOR**n)
