"""The taxonomy in force: pillars, topics, and the measures below them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from qcompare.models import Lang
from qcompare.rendering.document import Block, Cell, Column, Document, Heading, Paragraph, Table
from qcompare.rendering.views.voice import Voice
from qcompare.taxonomy import Measure, Taxonomy, Topic


def document(
    taxonomy: Taxonomy, lang: Lang, *, topics: Collection[str] | None = None, limit: int | None = None
) -> Document:
    """Pillars and topics with how much speaks for them.

    Chosen ``topics`` alone, and then their measures too; all measures where neither topics nor a ``limit``
    are given. The limit bounds the measures.
    """
    voice = Voice(lang, taxonomy)
    chosen = [topic for topic in taxonomy.topics if topics is None or topic.id in topics]
    kept = {topic.id for topic in chosen}
    measures = [measure for measure in taxonomy.measures if measure.topic in kept]
    listed = topics is not None or limit is None
    return Document(
        (
            Heading(1, voice.say("taxonomy.title")),
            _topics(chosen, measures, voice),
            Paragraph(voice.say("taxonomy.counts", **_counts(chosen, measures))),
            *(_measures(measures, voice, limit) if listed else []),
            Paragraph(voice.say("taxonomy.more"), "dim"),
        )
    )


def approved(name: str, taxonomy: Taxonomy, lang: Lang) -> str:
    """One line that says that the taxonomy in the file ``name`` is valid, and how large it is."""
    counts = _counts(taxonomy.topics, taxonomy.measures)
    return Voice(lang, taxonomy).say("taxonomy.approved", name=name, **counts)


def _counts(topics: Sequence[Topic], measures: Sequence[Measure]) -> dict[str, int]:
    pillars = len({topic.pillar for topic in topics})
    return {"pillars": pillars, "topics": len(topics), "measures": len(measures)}


def _topics(topics: Sequence[Topic], measures: Sequence[Measure], voice: Voice) -> Table:
    counts = Counter(measure.topic for measure in measures)
    return Table(
        (
            Column(voice.say("column.pillar_topic"), ratio=1),
            Column(voice.say("column.id"), ratio=1),
            Column(voice.say("column.terms"), right=True),
            Column(voice.say("column.measures"), right=True),
        ),
        tuple(_rows(topics, counts, voice)),
    )


def _rows(topics: Sequence[Topic], counts: Counter[str], voice: Voice) -> Iterator[tuple[Cell, ...]]:
    """Each pillar, then its topics; one that is its only topic stands alone."""
    pillar = ""
    for topic in topics:
        numbers = Cell(str(len(topic.terms) + len(topic.headings))), Cell(str(counts[topic.id]))
        tone = voice.tone(topic.id)
        if topic.pillar == topic.id:
            yield Cell("", tone, lead=voice.pillar(topic.pillar)), Cell("", lead=topic.id), *numbers
            continue
        if topic.pillar != pillar:
            pillar = topic.pillar
            yield Cell("", tone, lead=voice.pillar(pillar)), Cell("", lead=pillar), Cell(""), Cell("")
        yield Cell(f"  {voice.topic(topic.id)}", tone), Cell(topic.id), *numbers


def _measures(measures: Sequence[Measure], voice: Voice, limit: int | None) -> list[Block]:
    shown = measures[:limit]
    table = Table(
        (
            Column(voice.say("column.measure"), ratio=2),
            Column(voice.say("column.id"), ratio=3),
            Column(voice.say("column.terms"), ratio=4),
        ),
        tuple(
            (
                Cell(measure.zh if voice.lang == "zh" else measure.en, voice.tone(measure.topic)),
                Cell(measure.id),
                Cell(voice.listed(measure.terms)),
            )
            for measure in shown
        ),
    )
    note = voice.shown(len(shown), len(measures))
    return [Heading(2, voice.say("taxonomy.measures")), table, Paragraph(note, "dim")]
