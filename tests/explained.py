"""A small taxonomy with weights of its own, and two towns' plans: what ``explain`` is tried on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from qcompare.pipeline.workspace import Workspace
from qcompare.settings import AligningWeights
from qcompare.storage.cache import Cache
from qcompare.taxonomy import Measure, Pillar, Rule, Taxonomy, Term, Topic


def terms(weight: float, words: str) -> tuple[Term, ...]:
    return tuple(Term(word, weight) for word in words.split())


TAXONOMY = Taxonomy(
    pillars=(
        Pillar("products", "产品质量", "Product quality"),
        Pillar("foundations", "质量基础", "Quality foundations"),
        Pillar("governance", "质量治理", "Quality governance"),
        Pillar("context", "背景", "Context"),
    ),
    topics=(
        Topic("products.general", "products", "产品", "Products", terms(3, "产品质量 合格率")),
        Topic("products.food", "products", "食品", "Food", terms(3, "食品 餐桌")),
        Topic("foundations.standards", "foundations", "标准", "Standards", terms(2, "标准 标准化")),
        Topic("foundations.management", "foundations", "管理", "Management", terms(2, "质量管理")),
        Topic("governance.supervision", "governance", "监管", "Supervision", terms(3, "监管 召回")),
        Topic("context", "context", "背景", "Context", terms(3, "指导思想")),
    ),
    measures=(
        Measure("foundations.management.cqo", "foundations.management", "首席质量官", "CQO", ("首席质量官",)),
        Measure("governance.supervision.recall", "governance.supervision", "召回", "Recall", ("缺陷召回",)),
    ),
    rules=(
        Rule("products.food", 2.0, "food under its heading", heading=("食品",), unit=("标准",)),
        Rule("governance.supervision", -5.0, "no supervision of one's own", unit=("自我监管",)),
    ),
)

EAST = """东江市质量提升行动方案
一、产品质量
(一)食品保障
实施放心餐桌工程。各镇担起责任,推行首席质量官制度,完善食品标准,加强缺陷召回。
(二)标准化
企业加强自我监管。各镇按各自情况办理,不作统一安排。
二、合格率
提高产品质量,加强监管。推行标准。
附件:名单
浏览次数:120
"""

WEST = """西岭市质量提升行动方案
一、质量管理
规模企业推行首席质量官制度。
二、食品
完善食品标准,加强监管,建立缺陷召回制度。榫卯技艺代代相传,匠人收徒。
三、手艺
匠人收徒。
"""


def towns(folder: Path, cache: Path) -> Workspace:
    """A workspace in ``folder`` with the plans ``dongjiang`` and ``xiling`` and the taxonomy above."""
    for name, text in (("dongjiang", EAST), ("xiling", WEST)):
        front = f"---\nid: {name}\nyear: 2020\n---\n"
        (folder / f"{name}.txt").write_text(front + text, encoding="utf-8")
    shipped = Workspace.open(use_cache=False).settings
    settings = replace(
        shipped,
        taxonomy=TAXONOMY,
        coding=replace(shipped.coding, measure=1.0, heading=1.0, trail=0.5, opener=1.0, neighbour=0.4),
        aligning=AligningWeights(
            share=10.0, amount=5.0, measures=4.0, topic=3.0, pillar=2.0, crowding=1.5, start=7.0
        ),
        thresholds=replace(
            shipped.thresholds, min_score=0.5, related_score=0.42, unsure_score=0.7, section_score=0.48
        ),
    )
    return Workspace(settings, (folder,), Cache(cache))
