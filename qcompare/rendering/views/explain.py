"""Why a unit or section has its topic: what speaks for it, how that makes the score, what lost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from qcompare.explanations import Candidate, Lead, TopicExplained
from qcompare.models import CHROME, CONTEXT, Assignment, ByHand, Lang, MeasureHit, Section
from qcompare.rendering.document import Block, Cell, Column, Document, Heading, Paragraph, Table
from qcompare.rendering.rounding import apportioned, rounded
from qcompare.rendering.views.contributions import measure, weighed
from qcompare.rendering.views.figures import score
from qcompare.rendering.views.voice import Voice, mark_of
from qcompare.rendering.views.who import digest_banners
from qcompare.taxonomy import Taxonomy

_PLACES = range(2, 10)  # decimal places: as few as the score follows from


def document(
    explained: TopicExplained, taxonomy: Taxonomy, lang: Lang, *, limit: int | None = None
) -> Document:
    """The explanation; ``limit`` bounds the runners-up, never what adds up to a score."""
    voice = Voice(lang, taxonomy)
    passage = explained.passage
    title = voice.say("explain.title", plan=passage.plan.id, ref=passage.ref, id=passage.id)
    return Document(
        (
            Heading(1, title),
            *digest_banners([passage.plan], voice),
            Paragraph(passage.text),
            _facts(explained, voice),
            *doubtful(explained.passage.code.measures, voice),
            *(_chosen(explained, voice) if explained.chosen else [_unspoken(explained, voice)]),
            *_rivals(explained, voice, limit),
        )
    )


# --- what is explained --------------------------------------------------------------------------


def _facts(explained: TopicExplained, voice: Voice) -> Table:
    passage, code = explained.passage, explained.passage.code
    fields = {
        "explain.field.above": above(passage.above),
        "column.pillar_topic": filed(code, voice),
        "column.score": score(code.score) + mark_of(code),
        "column.measures": measures(code.measures, voice),
        "explain.field.by_hand": _by_hand(explained, voice),
    }
    columns = (Column(voice.say("column.field")), Column(voice.say("column.value"), ratio=1))
    return Table(
        columns, tuple((Cell(voice.say(key)), Cell(value)) for key, value in fields.items() if value)
    )


def above(sections: Sequence[Section]) -> str:
    """The headings above, a line each, from the outermost to the nearest."""
    return "\n".join(f"{section.ref} {section.title}" for section in sections)


def filed(code: Assignment, voice: Voice) -> str:
    """The topic under its pillar, once where the two are one."""
    labels = (voice.pillar(voice.taxonomy.pillar_of(code.topic)), voice.topic(code.topic))
    known = labels if voice.taxonomy.topic(code.topic) else labels[1:]
    return " / ".join(dict.fromkeys(known))


def measures(hits: Sequence[MeasureHit], voice: Voice) -> str:
    """The measures found, a line each; one that is not said outright with its score."""
    return "\n".join(_found(hit, voice) for hit in hits)


def _found(hit: MeasureHit, voice: Voice) -> str:
    label = measure(hit.id, voice)
    return label if hit.score >= 1 else voice.say("explain.measure", label=label, score=score(hit.score))


def doubtful(hits: Iterable[MeasureHit], voice: Voice) -> list[Block]:
    """What the figure behind a measure means, where one has a figure."""
    figures = any(hit.score < 1 for hit in hits)
    return [Paragraph(voice.say("explain.measure_scores"), "dim")] if figures else []


def said(by_hand: ByHand, voice: Voice) -> str:
    """Who set something by hand, and why."""
    return voice.clauses(filter(None, (by_hand.coder, by_hand.note)))


def _by_hand(explained: TopicExplained, voice: Voice) -> str:
    by_hand, code = explained.passage.code.by_hand, explained.code
    if by_hand is None:
        return ""
    own = voice.say("explain.by_hand.own", topic=voice.topic(code.topic), score=score(code.score))
    return f"{said(by_hand, voice)}\n{own}"


# --- the topic that was chosen ------------------------------------------------------------------


def _chosen(explained: TopicExplained, voice: Voice) -> list[Block]:
    chosen, places = explained.chosen, _places(explained)
    if chosen is None:
        return []
    heading = voice.say("explain.for", topic=voice.topic(chosen.topic))
    kind = "section" if explained.passage.section else "unit"
    return [
        Heading(2, heading),
        weighed(chosen.contributions, chosen.weight, places, voice),
        Paragraph(_weights(explained, kind, voice), "dim"),
        Paragraph(voice.say("explain.lead", **_sums(explained, places))),
        Paragraph(
            voice.sentences(
                [
                    voice.say("explain.formula", score=score(chosen.score)),
                    voice.say(f"explain.meaning.{kind}"),
                    _sureness(explained, voice),
                ]
            )
        ),
    ]


def _weights(explained: TopicExplained, kind: str, voice: Voice) -> str:
    """Where the weights come from, and what of a section's title does not count."""
    factors = {name: f"{factor:g}" for name, factor in explained.factors.items()}
    said = [voice.say(f"explain.weights.{kind}", **factors)]
    if explained.unheard:
        words, context = voice.listed(explained.unheard), voice.topic(CONTEXT)
        said.append(voice.say("explain.unheard", words=words, context=context))
    return voice.sentences(said)


def _sums(explained: TopicExplained, places: int) -> dict[str, str]:
    """The lead and what it follows from, as printed; it has a place more where that is halved."""
    lead = _printed(explained, places)
    sums = {name: f"{rounded(getattr(lead, name), places)}" for name in ("best", "rival", "own", "against")}
    return {**sums, "lead": f"{rounded(lead.length, places + 1)}".removesuffix("0")}


def _sureness(explained: TopicExplained, voice: Voice) -> str:
    limit = score(explained.unsure_score)
    if not explained.code.unsure:
        return voice.say("explain.sure", limit=limit)
    low = explained.code.score < explained.unsure_score
    return voice.say("explain.unsure", limit=limit) if low else voice.say("explain.unsure_rival")


def _unspoken(explained: TopicExplained, voice: Voice) -> Block:
    """Page furniture, or a passage that nothing speaks in."""
    topic = voice.topic(explained.code.topic)
    return Paragraph(
        voice.say("explain.chrome" if explained.code.topic == CHROME else "explain.silent", topic=topic)
    )


def _places(explained: TopicExplained) -> int:
    """The fewest decimal places of the weights from which every printed score follows as printed."""
    candidates = [*filter(None, [explained.chosen]), *explained.rivals]

    def follows(places: int) -> bool:
        lead = _printed(explained, places)
        return all(
            score(lead.share(float(rounded(each.weight, places)))) == score(each.score) for each in candidates
        )

    return next((places for places in _PLACES if follows(places)), _PLACES[-1])


def _printed(explained: TopicExplained, places: int) -> Lead:
    """The lead as it follows from the weights that are printed."""
    if explained.chosen is None:
        return explained.lead
    against = max((Decimal(0), *(_own(rival, places) for rival in explained.rivals)))
    best, rival = rounded(explained.lead.best, places), rounded(explained.lead.rival, places)
    return Lead(*map(float, (best, rival, _own(explained.chosen, places), against)))


def _own(candidate: Candidate, places: int) -> Decimal:
    """The sum of a candidate's own words, each as printed."""
    weights = apportioned([each.weight for each in candidate.contributions], candidate.weight, places)
    rows = zip(candidate.contributions, weights, strict=True)
    return sum((weight for each, weight in rows if each.own), Decimal(0))


# --- runners-up ---------------------------------------------------------------------------------


def _rivals(explained: TopicExplained, voice: Voice, limit: int | None) -> list[Block]:
    if not explained.rivals:
        return []
    places, shown = _places(explained), explained.rivals[:limit]
    tables = [
        weighed(each.contributions, each.weight, places, voice, _lost(each, explained, places, voice))
        for each in shown
    ]
    note = Paragraph(voice.shown(len(shown), len(explained.rivals)), "dim")
    scores = [Paragraph(voice.say("explain.rival_scores"), "dim")] if explained.chosen else []
    return [Heading(2, voice.say("explain.rivals")), *tables, *scores, note]


def _lost(rival: Candidate, explained: TopicExplained, places: int, voice: Voice) -> str:
    """The topic with its score, and why it is not the one."""
    best = explained.chosen.weight if explained.chosen else 0.0
    less = rounded(best, places) - rounded(rival.weight, places)
    why = voice.say(f"explain.lost.{rival.lost}", less=less)
    return voice.say("explain.rival", topic=voice.topic(rival.topic), score=score(rival.score), why=why)
