"""A small taxonomy, and plans made of lines."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qcompare.coding.coder import Coder
from qcompare.models import CleanText, OffsetMap, Plan, Source
from qcompare.parsing.plans import parse
from qcompare.settings import CodingWeights, Thresholds
from qcompare.taxonomy import Measure, Pillar, Rule, Taxonomy, Term, Topic
from qcompare.text.words import Lexicon

WEIGHTS = CodingWeights(measure=1.0, heading=1.0, trail=0.5, opener=1.0, neighbour=0.4)
THRESHOLDS = Thresholds(min_score=0.4, related_score=0.28, unsure_score=0.4, section_score=0.3)


def terms(**by_weight: str) -> tuple[Term, ...]:
    """``w3="甲 乙"`` are two terms of weight 3."""
    return tuple(Term(text, float(name[1:])) for name, row in by_weight.items() for text in row.split())


TAXONOMY = Taxonomy(
    pillars=(
        Pillar("products", "产品质量", "Product quality"),
        Pillar("engineering", "工程质量", "Engineering quality"),
        Pillar("foundations", "质量基础", "Quality foundations"),
        Pillar("governance", "质量治理", "Quality governance"),
        Pillar("context", "背景", "Context"),
    ),
    topics=(
        Topic("products.general", "products", "产品", "Products", terms(w3="产品质量 合格率")),
        Topic("engineering.general", "engineering", "工程", "Works", terms(w3="施工现场 工程质量")),
        Topic("engineering.housing", "engineering", "住宅", "Housing", terms(w3="住宅工程")),
        Topic(
            "foundations.standards",
            "foundations",
            "标准",
            "Standards",
            terms(w3="标准化", w2="标准"),
            headings=terms(w3="标准引领"),
        ),
        Topic("foundations.management", "foundations", "管理", "Management", terms(w2="质量管理")),
        Topic(
            "governance.supervision", "governance", "监管", "Supervision", terms(w3="缺陷产品召回", w2="监管")
        ),
        Topic("context", "context", "背景", "Context", terms(w3="指导思想")),
    ),
    measures=(
        Measure(
            "foundations.management.cqo", "foundations.management", "首席质量官", "CQO", ("首席质量官", "CQO")
        ),
        Measure(
            "governance.supervision.disputes",
            "governance.supervision",
            "质量纠纷调解",
            "Quality disputes",
            ("质量纠纷调解",),
        ),
        Measure(
            "governance.supervision.panels",
            "governance.supervision",
            "质量纠纷人民调解",
            "Panels on quality",
            ("质量纠纷人民调解",),
        ),
    ),
    rules=(
        Rule("context", 4.0, "rule 6", heading=("指导思想",)),
        Rule("governance.supervision", 9.0, "who does it", start=("责任单位",)),
    ),
)


@pytest.fixture(scope="session")
def coder(lexicon: Lexicon) -> Coder:
    """The small taxonomy, ready to code."""
    return Coder(TAXONOMY, WEIGHTS, THRESHOLDS, lexicon)


@pytest.fixture(scope="session")
def plan_of() -> Callable[[str], Plan]:
    """A plan from its text."""

    def make(text: str) -> Plan:
        places = tuple(range(len(text)))
        offsets = OffsetMap(places, tuple(n + 1 for n in places), len(text))
        return parse(CleanText(text, offsets), Source("plan.txt", "0" * 64, "txt", "utf-8"), {}, "plan")

    return make
