"""Evaluations of a small plan, made as the pipeline makes them."""

from __future__ import annotations

from collections.abc import Sequence

from qcompare.agreement import Coded, Coding, PairAgreement, TargetAgreement, TopicAgreement
from qcompare.evaluating.pair_agreement import Side, pair_agreement
from qcompare.evaluating.target_agreement import target_agreement
from qcompare.evaluating.topic_agreement import topic_agreement
from qcompare.models import Target
from tests.rendering.building import target
from tests.rendering.towns import DONGJIANG, NANPU, TAXONOMY

GOLD = (
    ("首页", "chrome", ""),
    ("推行首席质量官制度。", "foundations.management", ""),
    ("制定先进标准。", "foundations.standards", "foundations.management"),
    ("修订标准。", "foundations.standards", ""),
    ("开展质量月活动。", "governance.culture", ""),
    ("强化抽查。", "governance.supervision", ""),
    ("本句只在人工编码中。", "context", ""),
)
TOOL = (
    ("首页", "chrome", False),
    ("推行首席质量官制度。", "foundations.management", False),
    ("制定先进标准。", "foundations.management", True),
    ("修订标准。", "foundations.management", True),
    ("开展质量月活动。", "governance.culture", False),
    ("强化抽查。", "products.general", False),
    ("分享到微信", "chrome", False),
)


def _gold(coder: str, rows: Sequence[tuple[str, str, str]]) -> Coding:
    units = (Coded(text, topic, tuple(also.split()), f"#{n}") for n, (text, topic, also) in enumerate(rows))
    return Coding(coder, tuple(units))


def _tool() -> Coding:
    units = (Coded(text, topic, (), f"二 ¶{n}", unsure) for n, (text, topic, unsure) in enumerate(TOOL))
    return Coding("qcompare", tuple(units))


def by_topics(coders: int = 2) -> TopicAgreement:
    """The program against a person, or against one of two."""
    others = [_gold("ben", GOLD[1:5])] if coders > 2 else []
    found = topic_agreement([_gold("anna", GOLD), _tool(), *others], TAXONOMY)
    assert found is not None
    return found


def by_targets() -> TargetAgreement:
    """Two targets marked: one found with another deadline, one missed; one found that is not marked."""
    texts = {"u1": "产品合格率达到95%。", "u2": "满意度达到80分。培育10家企业。"}
    rate = target(1, "u1", "产品合格率", "", value=95.0, quote="产品合格率达到95%")
    score = target(2, "u2", "满意度", "", value=80.0, unit_of_measure="分", quote="满意度达到80分")
    firms = target(3, "u2", "企业", "", value=10.0, unit_of_measure="家", quote="培育10家企业")
    aim = target(4, "u2", "零投诉", "", value=None, kind="milestone")
    lost = target(5, "u2", "覆盖率", "", value=70.0, quote="覆盖率达到70%")
    marked: list[Target] = [target(9, "", "产品合格率", "", value=95.0, quote=rate.quote, deadline_year=2025)]
    return target_agreement("dongjiang-2019", [*marked, score, lost], [rate, firms, aim], texts)


def by_pairs() -> PairAgreement:
    """Two plans of which five pairs are graded, one with a sentence that is not there."""
    left = {str(n): unit.text for n, unit in enumerate(DONGJIANG.plan.units)}
    right = {**{str(n): unit.text for n, unit in enumerate(NANPU.plan.units)}, "99": "此句不在文件中。"}
    grades = {("7", "3"): 3, ("8", "5"): 3, ("3", "1"): 2, ("5", "4"): 1, ("3", "99"): 2}
    scores = {
        (a.id, b.id): 0.0
        for a in DONGJIANG.plan.units
        for b in NANPU.plan.units
        if not (a.chrome or b.chrome)
    }
    reached = {("u008", "u004"): 0.83, ("u009", "u006"): 0.4, ("u006", "u005"): 0.6, ("u004", "u002"): 0.61}
    return pair_agreement(
        Side(DONGJIANG.plan, left), Side(NANPU.plan, right), grades, {**scores, **reached}, 0.5
    )
