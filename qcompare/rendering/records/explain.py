"""A score, explained, as a plain dict."""

from __future__ import annotations

from collections.abc import Iterable

from qcompare.explanations import Candidate, Contribution, PairExplained, Passage, TopicExplained
from qcompare.models import Assignment, MeasureHit, Section
from qcompare.rendering.plain import Json, pick, plain, tidied
from qcompare.taxonomy import Taxonomy

_SCHEMA = "qcompare/explain/1"

# --- a topic ------------------------------------------------------------------------------------


def topic_json(explained: TopicExplained, taxonomy: Taxonomy) -> Json:
    """Why a unit or section has its topic, as ``qcompare/explain/1``."""
    chosen, lead = explained.chosen, explained.lead
    return {
        "schema": _SCHEMA,
        "explains": "topic",
        "passages": [_passage(explained.passage, taxonomy)],
        "topic": {
            **_code(explained.code, taxonomy),
            "weight": plain(lead.best),
            "rival_weight": plain(lead.rival),
            "own_weight": plain(lead.own),
            "own_rival_weight": plain(lead.against),
            "lead": plain(lead.length),
            **pick(explained, "unsure_score", "factors", "unheard"),
            "contributions": _contributions(chosen.contributions if chosen else ()),
            "rivals": [_rival(each, taxonomy) for each in explained.rivals],
        },
    }


def _rival(candidate: Candidate, taxonomy: Taxonomy) -> Json:
    own = {"pillar": taxonomy.pillar_of(candidate.topic), **_labels(candidate.topic, taxonomy)}
    rows = _contributions(candidate.contributions)
    return {
        "topic": candidate.topic,
        **own,
        **pick(candidate, "score", "weight", "lost"),
        "contributions": rows,
    }


# --- a pair -------------------------------------------------------------------------------------


def pair_json(explained: PairExplained, taxonomy: Taxonomy) -> Json:
    """Why a pair has its score, as ``qcompare/explain/1``."""
    rows = [
        {
            **pick(each, "part", "term", "weight"),
            "sum": tidied(reached),
            "refs": [plain(each.refs), plain(each.refs_b)],
        }
        for each, reached in zip(explained.contributions, explained.sums(), strict=True)
    ]
    return {
        "schema": _SCHEMA,
        "explains": "pair",
        "passages": [_passage(each, taxonomy) for each in (explained.a, explained.b)],
        "pair": {
            **pick(explained, "score", "own_score", "level", "limits", "nothing", "by_hand"),
            "contributions": rows,
        },
    }


# --- common to both -----------------------------------------------------------------------------


def _passage(passage: Passage, taxonomy: Taxonomy) -> Json:
    return {
        "plan": passage.plan.id,
        "digest": passage.plan.digest,
        "kind": "section" if passage.section else "unit",
        **pick(passage, "id", "ref", "text"),
        "above": [_section(each) for each in passage.above],
        **_code(passage.code, taxonomy),
        "measures": [_measure(hit, taxonomy) for hit in passage.code.measures],
        "by_hand": plain(passage.code.by_hand),
    }


def _section(section: Section) -> Json:
    return pick(section, "id", "ref", "title")


def _code(code: Assignment, taxonomy: Taxonomy) -> Json:
    own = {"topic": code.topic, "pillar": taxonomy.pillar_of(code.topic), **_labels(code.topic, taxonomy)}
    return {**own, **pick(code, "score", "unsure")}


def _labels(topic_id: str, taxonomy: Taxonomy) -> Json:
    topic = taxonomy.topic(topic_id)
    return {"label_zh": topic.zh if topic else topic_id, "label_en": topic.en if topic else topic_id}


def _measure(hit: MeasureHit, taxonomy: Taxonomy) -> Json:
    known = next((each for each in taxonomy.measures if each.id == hit.id), None)
    labels = {"label_zh": known.zh if known else hit.id, "label_en": known.en if known else hit.id}
    return {"id": hit.id, **labels, "score": plain(hit.score)}


def _contributions(contributions: Iterable[Contribution]) -> list[Json]:
    return [pick(each, "part", "term", "weight", "refs", "factors", "because") for each in contributions]
