"""The taxonomy: pillars, topics with their terms, measures, and rules for decided cases."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pillar:
    """The first level of the codebook."""

    id: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Term:
    """A surface form with its weight as evidence for a topic."""

    text: str
    weight: float


@dataclass(frozen=True, slots=True)
class Topic:
    """The second level: ``terms`` speak in sentences and headings, ``headings`` in headings alone.

    ``parts`` are topics of which several, in one sentence, speak for this one.
    """

    id: str
    pillar: str
    zh: str
    en: str
    terms: tuple[Term, ...] = ()
    headings: tuple[Term, ...] = ()
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """The open third level: a recurring instrument or indicator with its surface variants."""

    id: str
    topic: str
    zh: str
    en: str
    terms: tuple[str, ...]
    weight: float = 3.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A decided case: under these headings, or with these words, this topic gains ``weight``.

    ``heading``, ``unit`` and ``start`` are alternatives of literal strings; each that is given must be met.
    A heading above holds one of the first, the unit holds one of the second and begins with one of the third.
    """

    topic: str
    weight: float
    because: str
    heading: tuple[str, ...] = ()
    unit: tuple[str, ...] = ()
    start: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """Pillars, topics, measures and rules, in the order of the configuration."""

    pillars: tuple[Pillar, ...]
    topics: tuple[Topic, ...]
    measures: tuple[Measure, ...]
    rules: tuple[Rule, ...]

    def topic(self, topic_id: str) -> Topic | None:
        """The topic of that id, or None."""
        return next((t for t in self.topics if t.id == topic_id), None)

    @property
    def pillars_by_topic(self) -> dict[str, str]:
        """Topic id to pillar id."""
        return {topic.id: topic.pillar for topic in self.topics}

    def narrowed(self, topics: Collection[str]) -> Taxonomy:
        """The taxonomy with these topics alone, and with what belongs to them."""
        kept = tuple(topic for topic in self.topics if topic.id in topics)
        pillars = {topic.pillar for topic in kept}
        return Taxonomy(
            pillars=tuple(pillar for pillar in self.pillars if pillar.id in pillars),
            topics=kept,
            measures=tuple(measure for measure in self.measures if measure.topic in topics),
            rules=tuple(rule for rule in self.rules if rule.topic in topics),
        )

    def pillar_of(self, topic_id: str) -> str:
        """The pillar of a topic; chrome, which no taxonomy holds, is its own."""
        topic = self.topic(topic_id)
        return topic.pillar if topic else topic_id
