"""The verbs of ``explain``: why a unit or section has its topic, and why a pair has its score."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from qcompare.aligning.background import shingles
from qcompare.aligning.features import Features, Pillars, features, section_features
from qcompare.aligning.matching import opposed
from qcompare.aligning.similarity import explained, score
from qcompare.coding.lexical import FACTORS
from qcompare.errors import BadUsage
from qcompare.explanations import Contribution, PairExplained, PairLevel, Passage, TopicExplained
from qcompare.models import (
    Assignment,
    CodedPlan,
    Evidence,
    Match,
    MatchLevel,
    Section,
    Unit,
    UnitAddress,
)
from qcompare.pipeline.pairing import Pairing
from qcompare.pipeline.references import resolve
from qcompare.pipeline.weighing import Surroundings, Weighing, above, position
from qcompare.pipeline.workspace import Workspace
from qcompare.settings import Settings


def explain_topic(workspace: Workspace, name: str, ref: str) -> TopicExplained:
    """Why a unit or section of a plan has its topic. Raises UnknownName and what ``Workspace.load`` does."""
    coded = workspace.load(name)
    thing = resolve(coded.plan, ref)
    settings = workspace.settings
    # What people set by hand is no evidence of the program's.
    weighing = Weighing.of(workspace.load(name, overridden=False).plan, workspace.coder)
    return topic_explained(coded, thing, weighing, settings)


def explain_pair(workspace: Workspace, names: tuple[str, str], refs: tuple[str, str]) -> PairExplained:
    """Why two units, or two sections, of different plans have their score.

    Raises BadUsage, UnknownName and what ``Workspace.load_all`` does.
    """
    if names[0] == names[1]:
        raise BadUsage(
            f"{refs[0]} and {refs[1]} are both of {names[0]}: a pair has a score where its plans are two",
            "How often a plan says the like itself is not measured. Name another plan for one of them.",
        )
    a, b = workspace.load_all(names)
    pair = pair_explained((a, resolve(a.plan, refs[0])), (b, resolve(b.plan, refs[1])), workspace.settings)
    by_hand = workspace.pairs_by_hand((a, b))
    told = dict.fromkeys((*a.notices, *b.notices, *by_hand.notices))
    pair = replace(pair, notices=tuple(told))
    return pair if pair.a.section else _as_people_set_it(pair, by_hand, (a, b))


def topic_explained(
    coded: CodedPlan, thing: Unit | Section, weighing: Weighing, settings: Settings
) -> TopicExplained:
    """Why the thing, of the plan, has its topic, by what was weighed for the whole plan."""
    weighed = weighing.at(thing)
    candidates = Surroundings(weighing, thing, settings.taxonomy).candidates()
    led = bool(candidates) and candidates[0].weight > 0
    return TopicExplained(
        passage=_passage(coded, thing),
        code=weighed.code,
        chosen=candidates[0] if led else None,
        rivals=candidates[led:],
        lead=weighed.lead,
        unsure_score=settings.thresholds.unsure_score,
        factors=FACTORS,
        unheard=weighing.unheard(thing),
        notices=coded.notices,
    )


def pair_explained(
    left: tuple[CodedPlan, Unit | Section], right: tuple[CodedPlan, Unit | Section], settings: Settings
) -> PairExplained:
    """Why the two things, each of its plan, have their score: that of ``diff``, with all its addends.

    Raises BadUsage where the two cannot be compared.
    """
    a, b = _passage(*left), _passage(*right)
    if a.section != b.section:
        raise BadUsage(
            f"{a.ref} is a {_kind(a)}, {b.ref} a {_kind(b)}",
            "A pair has a score where both are units (with ¶) or both are sections.",
        )
    limits = _limits(settings, section=a.section)
    x, y = _opposed((left[0], a), (right[0], b), settings)
    if not x or not y:
        return PairExplained(a, b, 0.0, "neither", limits, (), 0.0, nothing="chrome")
    reached = score(x, y, settings.aligning)
    return PairExplained(
        a=a,
        b=b,
        score=reached,
        level=_level(reached, limits),
        limits=limits,
        contributions=_placed(explained(x, y, settings.aligning), (left[0], a), (right[0], b)),
        own_score=reached,
        nothing=None if reached else "common",
    )


def _contributions(evidence: Iterable[Evidence]) -> tuple[Contribution, ...]:
    return tuple(Contribution(each.part, each.term, each.weight) for each in evidence)


def _placed(
    evidence: Iterable[Evidence], a: tuple[CodedPlan, Passage], b: tuple[CodedPlan, Passage]
) -> tuple[Contribution, ...]:
    """The addends of a pair, of sections with the places on either side that say what they rest on."""
    return tuple(
        replace(each, refs=_saying(*a, each), refs_b=_saying(*b, each)) for each in _contributions(evidence)
    )


def _saying(coded: CodedPlan, section: Passage, said: Contribution) -> tuple[str, ...]:
    """The title and the units right under a section that say a passage, or most of it, or name a measure."""
    if not section.section:
        return ()
    own = [
        (unit.ref, unit.text, code)
        for unit, code in zip(coded.plan.units, coded.units, strict=True)
        if unit.section == section.id and not unit.chrome
    ]
    places = [(section.ref, section.text, section.code), *own]
    if said.part == "measures":
        return tuple(ref for ref, _, code in places if any(hit.id == said.term for hit in code.measures))
    one = said.part == "words" and len(said.terms) == 1
    wanted = frozenset(shingles(said.term)) if one else frozenset()
    held = {ref: len(wanted.intersection(shingles(text))) for ref, text, _ in places}
    return tuple(ref for ref, count in held.items() if count == max(1, *held.values()))


def _as_people_set_it(
    pair: PairExplained, by_hand: Pairing, plans: tuple[CodedPlan, CodedPlan]
) -> PairExplained:
    """The pair as the table has it, where somebody made it a counterpart or took it away."""
    addresses = (UnitAddress(pair.a.plan.id, pair.a.id), UnitAddress(pair.b.plan.id, pair.b.id))
    evidence = tuple(Evidence(each.part, each.term, each.weight) for each in pair.contributions)
    own = [] if pair.level == "neither" else [Match(*addresses, pair.score, pair.level, evidence)]
    matches, gone = by_hand.laid_over(own, plans)
    made = next((m for m in matches if (m.a, m.b) == addresses and m.by_hand), None)
    if made:
        found = _contributions(made.evidence)
        return replace(
            pair, score=made.score, level=made.level, contributions=found, nothing=None, by_hand=made.by_hand
        )
    parted = next((m for m in gone if (m.a, m.b) == addresses), None)
    return replace(pair, level="neither", by_hand=parted.by_hand) if parted else pair


def _kind(passage: Passage) -> str:
    return "section" if passage.section else "unit"


def _limits(settings: Settings, *, section: bool) -> Mapping[MatchLevel, float]:
    limits = settings.thresholds
    if section:
        return {"counterpart": limits.section_score}
    return {"counterpart": limits.min_score, "related": limits.related_score}


def _level(reached: float, limits: Mapping[MatchLevel, float]) -> PairLevel:
    return next((level for level, least in limits.items() if reached >= least and reached > 0), "neither")


def _opposed(
    left: tuple[CodedPlan, Passage], right: tuple[CodedPlan, Passage], settings: Settings
) -> tuple[Features | None, Features | None]:
    """What the passages are compared by, each plan set against the other; None of page furniture.

    Raises BadUsage for a section of sections.
    """
    pillars = settings.taxonomy.pillars_by_topic
    sides = opposed(_features(*left, pillars), _features(*right, pillars), settings.aligning)
    return _own(left, sides[0]), _own(right, sides[1])


def _features(coded: CodedPlan, passage: Passage, pillars: Pillars) -> Sequence[Features]:
    return section_features(coded, pillars) if passage.section else features(coded, pillars)


def _own(side: tuple[CodedPlan, Passage], found: Iterable[Features]) -> Features | None:
    coded, passage = side
    mine = next((each for each in found if each.unit == passage.id), None)
    if mine is None and passage.section:
        inside = [each.ref for each in coded.plan.sections if each.parent == passage.id]
        raise BadUsage(
            f"{passage.ref} of {passage.plan.id} holds sections alone, which speak for it",
            f"Give one of them: {', '.join(inside)}.",
        )
    return mine


def _passage(coded: CodedPlan, thing: Unit | Section) -> Passage:
    plan = coded.plan
    return Passage(
        plan=plan.meta,
        id=thing.id,
        ref=thing.ref,
        text=thing.title if isinstance(thing, Section) else thing.text,
        code=_code(coded, thing),
        above=above(plan, thing),
        section=isinstance(thing, Section),
    )


def _code(coded: CodedPlan, thing: Unit | Section) -> Assignment:
    if isinstance(thing, Section):
        return coded.sections[position(coded.plan.sections, thing)]
    return coded.units[position(coded.plan.units, thing)]
