"""What a sentence says by itself: the acting object beats the words around it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qcompare.coding.lexical import Vocabulary
from qcompare.models import Evidence, MeasureHit
from qcompare.taxonomy import Taxonomy, Term, Topic
from qcompare.text.words import Lexicon
from tests.coding.conftest import TAXONOMY


@pytest.fixture(scope="module")
def vocabulary(lexicon: Lexicon) -> Vocabulary:
    return Vocabulary(TAXONOMY, lexicon, measure_weight=1.0)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("加强施工现场管理。", {"engineering.general": [("施工现场", 3.0)]}),
        # of several clauses the first speaks loudest
        (
            "加强施工现场管理,提高合格率。",
            {"engineering.general": [("施工现场", 4.2)], "products.general": [("合格率", 3.0)]},
        ),
        # an adverbial opening names the surroundings
        (
            "围绕产品质量要求,加强施工现场管理。",
            {"products.general": [("产品质量", 1.2)], "engineering.general": [("施工现场", 4.2)]},
        ),
        (
            "紧紧围绕产品质量,加强施工现场管理。",
            {"products.general": [("产品质量", 1.2)], "engineering.general": [("施工现场", 4.2)]},
        ),
        # 落实 opens the surroundings only before a document
        ("落实标准化制度,做好宣传。", {"foundations.standards": [("标准化", 4.2)]}),
        (
            "落实《标准化纲要》,加强施工现场管理。",
            {"foundations.standards": [("标准化", 1.2)], "engineering.general": [("施工现场", 4.2)]},
        ),
        # nor does a date
        (
            "到2020年底,加强施工现场管理,提高合格率。",
            {"engineering.general": [("施工现场", 4.2)], "products.general": [("合格率", 3.0)]},
        ),
        # a list of three figures or more is about its first object (codebook: target lists)
        (
            "合格率达到96%,建成36个施工现场,主导2项标准。",
            {
                "products.general": [("合格率", 8.4)],
                "engineering.general": [("施工现场", 3.0)],
                "foundations.standards": [("标准", 2.0)],
            },
        ),
        # a sentence of nothing but such clauses acts in its last one, and in all
        ("坚持标准化。", {"foundations.standards": [("标准化", 3.0)]}),
        # what stands in a title or in brackets counts less
        ("出台《标准化条例》。", {"foundations.standards": [("标准化", 2.1)]}),
        # each further term of a topic counts half of the one before, the strongest first
        ("标准,标准化。", {"foundations.standards": [("标准化", 3.0), ("标准", 1.4)]}),
        ("无关的话。", {}),
    ],
)
def test_evidence_of_a_unit(
    text: str, evidence: dict[str, list[tuple[str, float]]], vocabulary: Vocabulary
) -> None:
    found = vocabulary.read_unit(text).evidence
    assert {topic: [(e.term, round(e.weight, 6)) for e in rows] for topic, rows in found.items()} == evidence


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("推行首席质量官制度。", (MeasureHit("foundations.management.cqo", 1.0),)),
        # inside a longer measure it is not meant, whatever order its words stand in
        ("质量纠纷人民调解组织。", (MeasureHit("governance.supervision.panels", 1.0),)),
        # twice is once
        ("推行首席质量官(CQO)制度。", (MeasureHit("foundations.management.cqo", 1.0),)),
        # its words in another order, in a short clause
        ("有效调解和处理质量纠纷。", (MeasureHit("governance.supervision.disputes", 0.7),)),
        # in a long clause, by chance
        ("调解民间借贷矛盾并且统计分析各类产品的质量问题和涉外经济合同的纠纷情况。", ()),
        # in the surroundings it is mentioned, not done
        ("发挥首席质量官作用,加强施工现场管理。", (MeasureHit("foundations.management.cqo", 0.4),)),
        ("无关的话。", ()),
    ],
)
def test_measures_of_a_unit(text: str, measures: tuple[MeasureHit, ...], vocabulary: Vocabulary) -> None:
    assert vocabulary.read_unit(text).measures == measures


def test_headings_have_terms_of_their_own(vocabulary: Vocabulary) -> None:
    assert vocabulary.read_heading("突出标准引领").evidence == {
        "foundations.standards": (Evidence("term", "标准引领", 3.0),)
    }
    assert vocabulary.read_unit("突出标准引领。").evidence == {
        "foundations.standards": (Evidence("term", "标准", 2.0),)
    }


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("加强施工现场和标准化、召回。", None),  # no parts of one whole
        ("提升住宅工程、绿色建筑。", None),  # two are too few
        (
            "提升住宅工程、绿色建筑、轨道交通。",
            Evidence("several", "engineering.housing、engineering.green、engineering.infrastructure", 1.8),
        ),
        ("提升住宅工程、绿色建筑、景观。", None),  # the third is too weak beside the others
    ],
)
def test_several_parts_speak_for_their_whole(text: str, whole: Evidence | None, lexicon: Lexicon) -> None:
    """Rule 5 of the codebook: several objects of one pillar in a sentence."""
    parts = {"housing": "住宅工程", "green": "绿色建筑", "infrastructure": "轨道交通"}
    topics = tuple(
        Topic(f"engineering.{name}", "engineering", word, name, (Term(word, 3.0), *extra))
        for name, word in parts.items()
        for extra in [(Term("景观", 1.0),) if name == "infrastructure" else ()]
    )
    ids = tuple(topic.id for topic in topics)
    general = Topic(
        "engineering.general", "engineering", "工程", "Works", (Term("施工现场", 3.0),), parts=ids
    )
    found = Vocabulary(Taxonomy((), (general, *topics), (), ()), lexicon, 1.0).read_unit(text).evidence
    several = (e for e in found.get(general.id, ()) if e.part == "several")
    assert next((replace(e, weight=round(e.weight, 6)) for e in several), None) == whole
