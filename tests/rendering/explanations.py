"""Explanations made by hand: what the views of ``explain`` show."""

from __future__ import annotations

from dataclasses import replace

from qcompare.coding.lexical import FACTORS
from qcompare.explanations import Candidate, Contribution, Lead, PairExplained, Passage, TopicExplained
from qcompare.models import Assignment, ByHand, MeasureHit, Metadata, Section, Span

CQO, MONTH = "foundations.management.cqo", "governance.culture.month"
EAST = Metadata("dongjiang-2019", "东江市方案", year=2019)
WEST = Metadata("xiling-2020", "西岭市方案", year=2020, digest=True)


def section(ref: str, title: str) -> Section:
    return Section(f"s00{len(ref)}", None, 1, ref[-1], title, Span(0, 1), ref)


OWN = Assignment("foundations.management", 0.8367, measures=(MeasureHit(CQO, 1.0), MeasureHit(MONTH, 0.4)))
UNIT = Passage(
    plan=EAST,
    id="u008",
    ref="二(一) ¶2",
    text="推行首席质量官制度,办好质量月。",
    code=OWN,
    above=(section("二", "质量基础"), section("二(一)", "强化质量管理")),
)
TOPIC = TopicExplained(
    passage=UNIT,
    code=OWN,
    chosen=Candidate(
        "foundations.management",
        5.3333,
        0.8367,
        (
            Contribution("measure", "首席质量官", 3.6111, factors=(2.5794, 1.4, 1.0)),
            Contribution("heading", "质量管理", 1.3222, ("二(一)",)),
            Contribution("neighbour", "", 0.4, ("二(一) ¶1",)),
        ),
    ),
    rivals=(
        Candidate(
            "governance.culture",
            2.3713,
            0.372,
            (
                Contribution("measure", "质量月", 1.8713),
                Contribution("opener", "质量月", 0.5, ("二(一) ¶1",)),
            ),
            "less",
        ),
        Candidate("environment.water", 1.0, 0.1569, (Contribution("heading", "水", 1.0, ("二",)),), "unsaid"),
        Candidate(
            "governance.supervision",
            -1.0,
            0.0,
            (Contribution("term", "监管", 3.0), Contribution("rule", "自我监管", -4.0, because="并非监管")),
            "nothing",
        ),
    ),
    lead=Lead(best=5.3333, rival=2.3713, own=3.6111, against=3.0),
    unsure_score=0.7,
    factors=FACTORS,
)
BY_HAND = replace(
    TOPIC,
    passage=replace(
        UNIT, code=replace(OWN, topic="governance.culture", score=1.0, by_hand=ByHand("AB", "以质量月为主"))
    ),
)
SECTION = TopicExplained(
    passage=Passage(
        WEST,
        "s003",
        "三",
        "加强监管",
        Assignment("governance.supervision", 0.6225, unsure=True),
        (),
        section=True,
    ),
    code=Assignment("governance.supervision", 0.6225, unsure=True),
    chosen=Candidate(
        "governance.supervision",
        2.2,
        0.6225,
        (
            Contribution("term", "监管", 1.2),
            Contribution(
                "units", "", 1.0, ("三 ¶1", "三 ¶2", "三 ¶3", "三(一) ¶1", "三(二) ¶1", "三(二) ¶2")
            ),
        ),
    ),
    rivals=(Candidate("other", 1.8, 0.5093, (Contribution("units", "", 1.8, ("三 ¶4",)),), "less"),),
    lead=Lead(best=2.2, rival=1.8, own=1.2),
    unsure_score=0.7,
    factors=FACTORS,
    unheard=("高质量", "领域"),
)


def coded(code: Assignment) -> TopicExplained:
    """A unit that nothing speaks in."""
    unit = replace(UNIT, code=code, above=(), text="匠人收徒。")
    return TopicExplained(unit, code, None, (), Lead(), 0.7, FACTORS)


SILENT = coded(Assignment("context", 0.0, unsure=True))
FURNITURE = coded(Assignment("chrome", 1.0))

OTHER = Passage(
    plan=WEST,
    id="u003",
    ref="三 ¶1",
    text="规模企业推行首席质量官制度。",
    code=Assignment("foundations.management", 0.4, unsure=True, measures=(MeasureHit(CQO, 1.0),)),
    above=(section("三", "质量管理"),),
)
PAIR = PairExplained(
    a=UNIT,
    b=OTHER,
    score=0.6666,
    level="counterpart",
    limits={"counterpart": 0.5, "related": 0.42},
    contributions=(
        Contribution("words", "首席", 0.1444),
        Contribution("words", "推行、制度", 0.1044),
        Contribution("measures", CQO, 0.2549),
        Contribution("topic", "foundations.management", 0.1544),
        Contribution("pillar", "foundations", 0.0085),
    ),
    own_score=0.6666,
)
NOTHING = replace(PAIR, score=0.0, level="neither", contributions=(), own_score=0.0, nothing="common")
HAND_PAIR = replace(
    PAIR,
    score=1.0,
    level="counterpart",
    contributions=(Contribution("hand", "", 1.0),),
    own_score=0.0,
    by_hand=ByHand("AB"),
)
TOPICS = (TOPIC, BY_HAND, SECTION, SILENT, FURNITURE)
PAIRS = (PAIR, NOTHING, replace(NOTHING, nothing="chrome"), HAND_PAIR)
