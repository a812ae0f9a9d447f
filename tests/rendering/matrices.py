"""Plans with measures, and matrices of them made as the pipeline makes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qcompare.comparing.adoption import measure_rows
from qcompare.comparing.compare import topic_rows
from qcompare.matrices import MeasureMatrix, SimilarityMatrix, TopicMatrix
from qcompare.models import ByHand, CodedPlan, Match, MeasureHit, Metadata, RunSettings, UnitAddress
from qcompare.overrides import coded_by_hand
from tests.rendering.building import H, U, coded
from tests.rendering.handmade import LW, by_hand
from tests.rendering.towns import DONGJIANG, NANPU, TAXONOMY, XILING

CQO, MONTH, RATE = "foundations.management.cqo", "governance.culture.month", "products.general.pass_rate"
TOWNS = (DONGJIANG, NANPU, XILING)
RUN = RunSettings("0.1.0", "a" * 64, 0.45, 0.3)
ALL_TOPICS = frozenset(topic.id for topic in TAXONOMY.topics)


def scored(plan: CodedPlan, unit: int, score: float) -> CodedPlan:
    """The plan with all measures of a unit found that surely."""
    code = plan.units[unit]
    unsure = replace(code, measures=tuple(replace(hit, score=score) for hit in code.measures))
    return replace(plan, units=(*plan.units[:unit], unsure, *plan.units[unit + 1 :]))


def headed(plan: CodedPlan, section: int, measure: str) -> CodedPlan:
    """The plan with a measure in a heading."""
    code = replace(plan.sections[section], measures=(MeasureHit(measure, 1.0),))
    return replace(plan, sections=(*plan.sections[:section], code, *plan.sections[section + 1 :]))


# A measure in a heading and in units below it, one found doubtfully, one in page furniture.
HEFENG = headed(
    scored(
        coded(
            Metadata(
                id="hefeng-2020", title="和丰市方案", kind="plan", city="hefeng", city_zh="和丰", year=2020
            ),
            (
                U("首席质量官专题 | 质量月专题", "chrome", measures=(CQO, MONTH)),
                H("一", "推行首席质量官制度", "foundations.management"),
                U("大企业先设首席质量官。", "foundations.management", measures=(CQO,)),
                U("首席质量官每年轮训，办好质量月。", "foundations.management", measures=(CQO, MONTH)),
                U("小企业可共用首席质量官。", "foundations.management", measures=(CQO,)),
                H("二", "抽检", "products.general"),
                U("合格率经抽检达到九成。", "products.general", measures=(RATE,)),
            ),
        ),
        4,
        0.7,
    ),
    0,
    CQO,
)
# The sole unit on a topic, and one of several that hold a measure, were coded by hand.
DONGJIANG_BY_HAND = by_hand(DONGJIANG, "u001", "u007")
HEFENG_BY_HAND = by_hand(HEFENG, "u002", "u005")
# One measure, and nothing else that the taxonomy knows.
LUSHAN = coded(
    Metadata(id="lushan-2021", title="鹿山市方案", kind="plan", city="lushan", city_zh="鹿山", year=2021),
    (U("每年九月举行质量月。", "governance.culture", measures=(MONTH,)), U("加强领导。", "other")),
)
BEIYUAN = coded(
    Metadata(id="beiyuan-2022", title="北原市方案", kind="plan", city="beiyuan", city_zh="北原", year=2022),
    (U("质量月里评选首席质量官。", "governance.culture", measures=(MONTH, CQO)),),
)
PLANS = (HEFENG, LUSHAN, BEIYUAN)


ALIKE = ((1.0, 0.6142, 0.52), (0.6142, 1.0, 0.5), (0.52, 0.5, 1.0))


def by_topic(plans: Sequence[CodedPlan] = TOWNS) -> TopicMatrix:
    rows = tuple(topic_rows(plans, TAXONOMY))
    return TopicMatrix(RUN, TAXONOMY, tuple(c.plan for c in plans), rows, tuple(map(coded_by_hand, plans)))


def by_measure(plans: Sequence[CodedPlan] = PLANS) -> MeasureMatrix:
    rows = measure_rows(plans, TAXONOMY, ALL_TOPICS)
    return MeasureMatrix(RUN, TAXONOMY, tuple(c.plan for c in plans), rows)


def by_city() -> SimilarityMatrix:
    return SimilarityMatrix(RUN, tuple(c.plan for c in PLANS), ALIKE, (frozenset(),) * len(PLANS))


def by_city_by_hand() -> SimilarityMatrix:
    """A code, a pair made and one taken away."""
    a, b = UnitAddress("hefeng-2020", "u002"), UnitAddress("lushan-2021", "u001")
    made = Match(a, b, 1.0, "counterpart", (), LW)
    parted = Match(b, a, 0.66, "counterpart", (), ByHand("mk"))
    codes = (frozenset(("u005", "u002")), frozenset[str](), frozenset[str]())
    return replace(by_city(), by_hand=codes, made=(made,), parted=(parted,))


def copies(count: int) -> list[CodedPlan]:
    """So many plans of as many towns, in turn like each of the three."""
    return [_copy(PLANS[n % len(PLANS)], n) for n in range(count)]


def _copy(plan: CodedPlan, n: int) -> CodedPlan:
    meta = replace(plan.plan.meta, id=f"town{n:02}-2020", city=f"town{n:02}", city_zh=f"第{n}市")
    return replace(plan, plan=replace(plan.plan, meta=meta))
