"""What ``explain`` finds on two small plans, and that it adds up on every plan there is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple, replace
from functools import cache
from itertools import islice, product
from math import isclose, prod
from pathlib import Path

import pytest

from qcompare.coding.coder import Coder
from qcompare.errors import BadUsage, UnknownName
from qcompare.explanations import Candidate, Contribution, Lead, TopicExplained
from qcompare.models import ByHand, CodedPlan, Section, Unit
from qcompare.pipeline.explaining import explain_pair, explain_topic, pair_explained, topic_explained
from qcompare.pipeline.references import resolve
from qcompare.pipeline.weighing import Weighing
from qcompare.pipeline.workspace import Workspace
from qcompare.rendering.messages import CATALOGUE
from qcompare.storage.cache import Cache
from tests.explained import towns

SHARED = Path(__file__).resolve().parents[3] / "shared"
SAMPLES = sorted((Path(__file__).resolve().parents[2] / "samples").iterdir())
PLANS = [*SAMPLES, *sorted((*SHARED.glob("plans/*"), *SHARED.glob("wider/*")))]
_EVERY = 41  # of ten thousand pairs: a second's work, and no two rows of the grid alike


@pytest.fixture(scope="module")
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory, cache_folder: Path) -> Workspace:
    return towns(tmp_path_factory.mktemp("towns"), cache_folder)


def table(explained: TopicExplained) -> Mapping[str, list[tuple[str, str, float, str]]]:
    """Topic to part, words, weight, places of its contributions; the chosen topic first."""
    found = (*filter(None, [explained.chosen]), *explained.rivals)
    return {
        each.topic: [(c.part, c.term, round(c.weight, 4), " ".join(c.refs)) for c in each.contributions]
        for each in found
    }


# --- topics -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ref", "contributions"),
    [
        ("¶1", {"context": [("position", "", 8.0, "")]}),
        (
            "一(一) ¶2",
            {
                "products.food": [
                    ("term", "食品", 3.0, ""),
                    ("heading", "食品", 3.0, "一(一)"),
                    ("opener", "餐桌", 3.0, "一(一) ¶1"),
                    ("neighbour", "", 0.4, "一(一) ¶1"),
                    ("rule", "食品、标准", 2.0, "一(一)"),
                ],
                "foundations.management": [("measure", "首席质量官", 3.0, "")],
                "governance.supervision": [("measure", "缺陷召回", 3.0, "")],
                "foundations.standards": [("term", "标准", 2.0, "")],
                "products.general": [("heading", "产品质量", 1.5, "一")],
            },
        ),
        (
            "一(二) ¶1",
            {
                "foundations.standards": [("heading", "标准化", 2.0, "一(二)")],
                "products.general": [("heading", "产品质量", 1.5, "一")],
                "governance.supervision": [("term", "监管", 3.0, ""), ("rule", "自我监管", -5.0, "")],
            },
        ),
        (
            "二 ¶3",
            {
                "context": [("form", "附件:名单", 8.0, "")],
                "products.general": [("heading", "合格率", 3.0, "二")],
            },
        ),
        ("二 ¶4", {}),
        # 12 and 5 characters of 二 are on products, 5 are context; page furniture does not count
        (
            "二",
            {
                "products.general": [
                    ("term", "合格率", 3.0, ""),
                    ("units", "", round(3 * 17 / 22, 4), "二 ¶1 二 ¶2"),
                ],
                "context": [("units", "", round(3 * 5 / 22, 4), "二 ¶3")],
            },
        ),
    ],
)
def test_all_that_was_weighed_is_told(
    ref: str, contributions: Mapping[str, list[tuple[str, str, float, str]]], workspace: Workspace
) -> None:
    found = table(explain_topic(workspace, "dongjiang", ref))
    assert list(found.items()) == list(contributions.items())


def test_a_candidate_has_its_sum_its_score_and_why_it_lost(workspace: Workspace) -> None:
    explained = explain_topic(workspace, "dongjiang", "一(二) ¶1")
    assert explained.chosen == Candidate(
        "foundations.standards", 2.0, 0.3775, (Contribution("heading", "标准化", 2.0, ("一(二)",)),)
    )
    assert [(each.topic, each.weight, each.score, each.lost) for each in explained.rivals] == [
        ("products.general", 1.5, 0.2831, "unsaid"),
        ("governance.supervision", -2.0, 0.0, "nothing"),
    ]
    assert (explained.lead, explained.lead.length) == (Lead(best=2.0, rival=1.5, own=0.0, against=3.0), -1.0)
    assert (explained.code.unsure, explained.unsure_score) == (True, 0.7)
    assert explained.code == explained.passage.code
    assert [section.ref for section in explained.passage.above] == ["一", "一(二)"]


def test_what_nothing_speaks_for_has_no_candidates(workspace: Workspace) -> None:
    explained = explain_topic(workspace, "xiling", "三 ¶1")
    assert (explained.chosen, explained.rivals, explained.lead) == (None, (), Lead())
    assert (explained.code.topic, explained.code.score, explained.code.unsure) == ("context", 0.0, True)


def test_a_code_set_by_hand_leaves_the_explanation_of_the_programs_own(
    tmp_path: Path, cache_folder: Path, workspace: Workspace
) -> None:
    own = explain_topic(workspace, "dongjiang", "u003")
    again = towns(tmp_path, cache_folder)
    (tmp_path / "codes.yaml").write_text(
        "codes: [{plan: dongjiang, quote: 首席质量官, topic: foundations.management, coder: AB, note: 主}]",
        encoding="utf-8",
    )
    explained = explain_topic(again, "dongjiang", "u003")
    assert explained.passage.code.by_hand == ByHand("AB", "主")
    assert (explained.passage.code.topic, explained.passage.code.score) == ("foundations.management", 1.0)
    assert (explained.code, explained.chosen, explained.rivals) == (own.code, own.chosen, own.rivals)


# --- pairs --------------------------------------------------------------------------------------


def test_a_pair_has_both_passages_and_the_limits(workspace: Workspace) -> None:
    pair = explain_pair(workspace, ("dongjiang", "xiling"), ("u003", "二 ¶1"))
    assert [(each.plan.id, each.id, each.ref) for each in (pair.a, pair.b)] == [
        ("dongjiang", "u003", "一(一) ¶2"),
        ("xiling", "u003", "二 ¶1"),
    ]
    assert (pair.level, pair.limits, pair.nothing) == (
        "counterpart",
        {"counterpart": 0.5, "related": 0.42},
        None,
    )
    parts = [(each.part, each.term) for each in pair.contributions if each.part != "words"]
    assert parts == [
        ("measures", "governance.supervision.recall"),
        ("topic", "products.food"),
    ]


@pytest.mark.parametrize(("refs", "nothing"), [(("u005", "u004"), "common"), (("u009", "u004"), "chrome")])
def test_no_score_has_its_reason(refs: tuple[str, str], nothing: str, workspace: Workspace) -> None:
    pair = explain_pair(workspace, ("dongjiang", "xiling"), refs)
    assert (pair.score, pair.level, pair.nothing, pair.contributions) == (0.0, "neither", nothing, ())


def test_sections_are_compared_by_their_own_limit(workspace: Workspace) -> None:
    pair = explain_pair(workspace, ("dongjiang", "xiling"), ("一(一)", "二"))
    assert (pair.level, pair.limits) == ("counterpart", {"counterpart": 0.48})
    assert isclose(sum(each.weight for each in pair.contributions), pair.score)
    places = {each.term: (each.refs, each.refs_b) for each in pair.contributions}
    assert places["governance.supervision.recall"] == (("一(一) ¶2",), ("二 ¶1",))
    assert places["完善食品标准"] == (("一(一) ¶2",), ("二 ¶1",))


def test_units_have_no_places_within(workspace: Workspace) -> None:
    pair = explain_pair(workspace, ("dongjiang", "xiling"), ("u003", "二 ¶1"))
    assert {(each.refs, each.refs_b) for each in pair.contributions} == {((), ())}


@pytest.mark.parametrize(
    ("ref", "factors"),
    [
        (
            "一(一) ¶2",
            [
                ("食品", (3.0, 1.0, 1.0)),
                ("首席质量官", (3.0, 1.0, 1.0)),
                ("缺陷召回", (3.0, 1.0, 1.0)),
                ("标准", (2.0, 1.0, 1.0)),
            ],
        ),
        ("二 ¶1", [("产品质量", (3.0, 1.4, 1.0)), ("监管", (3.0, 1.0, 1.0))]),
        ("二", [("合格率", (3.0, 1.0, 1.0))]),
    ],
)
def test_own_words_have_what_their_weight_is_made_of(
    ref: str, factors: list[tuple[str, tuple[float, ...]]], workspace: Workspace
) -> None:
    found = _candidates(explain_topic(workspace, "dongjiang", ref))
    told = [(c.term, c.factors) for each in found for c in each.contributions if c.factors]
    assert told == factors


def test_a_rule_tells_why(workspace: Workspace) -> None:
    found = _candidates(explain_topic(workspace, "dongjiang", "一(一) ¶2"))
    assert [c.because for each in found for c in each.contributions if c.because] == [
        "food under its heading"
    ]


def test_what_a_title_says_to_the_sentences_below_it_alone_is_told(
    tmp_path: Path, cache_folder: Path
) -> None:
    again = towns(tmp_path, cache_folder)
    text = "南河市方案\n一、指导思想和产品质量\n加强监管。\n二、指导思想\n指导思想已明确。\n"
    (tmp_path / "nan.txt").write_text(f"---\nid: nan\nyear: 2020\n---\n{text}", encoding="utf-8")
    told = {ref: explain_topic(again, "nan", ref) for ref in ("一", "二", "一 ¶1")}
    assert {ref: each.unheard for ref, each in told.items()} == {"一": ("指导思想",), "二": (), "一 ¶1": ()}


@pytest.mark.parametrize(
    ("names", "refs", "complaint"),
    [
        (
            ("dongjiang", "xiling"),
            ("u003", "二"),
            "一(一) ¶2 is a unit, 二 a section\n"
            "A pair has a score where both are units (with ¶) or both are sections.",
        ),
        (
            ("dongjiang", "xiling"),
            ("一", "二"),
            "一 of dongjiang holds sections alone, which speak for it\nGive one of them: 一(一), 一(二).",
        ),
    ],
)
def test_what_has_no_score_is_refused(
    names: tuple[str, str], refs: tuple[str, str], complaint: str, workspace: Workspace
) -> None:
    with pytest.raises(BadUsage) as raised:
        explain_pair(workspace, names, refs)
    assert str(raised.value) == complaint


def test_one_plan_is_no_pair(workspace: Workspace) -> None:
    with pytest.raises(BadUsage, match="both of xiling: a pair has a score where its plans are two"):
        explain_pair(workspace, ("xiling", "xiling"), ("u001", "u002"))


def test_a_unit_that_is_not_there_is_told(workspace: Workspace) -> None:
    with pytest.raises(UnknownName, match="u77: the plan has u001 to u005"):
        explain_pair(workspace, ("dongjiang", "xiling"), ("u001", "u77"))


@pytest.mark.parametrize(
    ("refs", "quotes"),
    [(("u003", "u002"), ("担起责任", "规模企业")), (("u005", "u004"), ("各自情况", "榫卯"))],
)
@pytest.mark.parametrize("counterpart", ["true", "false"])
def test_a_pair_set_by_hand_is_as_in_the_table(
    refs: tuple[str, str],
    quotes: tuple[str, str],
    counterpart: str,
    workspace: Workspace,
    tmp_path: Path,
    cache_folder: Path,
) -> None:
    own = explain_pair(workspace, ("dongjiang", "xiling"), refs)
    again = towns(tmp_path, cache_folder)
    a, b = (f"{{plan: {n}, quote: {q}}}" for n, q in zip(("dongjiang", "xiling"), quotes, strict=True))
    said = f"pairs: [{{a: {a}, b: {b}, counterpart: {counterpart}, coder: AB}}]"
    (tmp_path / "codes.yaml").write_text(said, encoding="utf-8")
    pair = explain_pair(again, ("dongjiang", "xiling"), refs)
    assert pair.own_score == own.score
    assert isclose(sum(each.weight for each in pair.contributions), pair.score)
    if counterpart == "true":
        assert (pair.score, pair.level, pair.by_hand, pair.nothing) == (
            1.0,
            "counterpart",
            ByHand("AB"),
            None,
        )
        assert pair.contributions[-1].part == "hand"
    elif own.score:
        assert pair == replace(own, level="neither", by_hand=ByHand("AB"))
    else:
        assert pair == own  # what never was a pair is not taken away


# --- laws, on every plan there is ---------------------------------------------------------------


@pytest.fixture(scope="module")
def shipped(cache_folder: Path) -> Workspace:
    opened = Workspace.open(use_cache=False)
    return Workspace(opened.settings, opened.folders, Cache(cache_folder))


@cache
def _read(workspace: Workspace, path: Path) -> tuple[CodedPlan, Weighing]:
    settings = workspace.settings
    coder = Coder(settings.taxonomy, settings.coding, settings.thresholds, workspace.lexicon)
    coded = workspace.read_plan(path)
    return coded, Weighing.of(coded.plan, coder)


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.name)
def test_every_topic_is_what_its_contributions_make_it(path: Path, shipped: Workspace) -> None:
    coded, weighing = _read(shipped, path)
    things: list[Unit | Section] = [*coded.plan.units, *coded.plan.sections]
    for thing in things:
        explained = topic_explained(coded, thing, weighing, shipped.settings)
        code, chosen = explained.code, explained.chosen
        assert code == explained.passage.code
        for each in (*filter(None, [chosen]), *explained.rivals):
            assert isclose(sum(c.weight for c in each.contributions), each.weight, abs_tol=1e-9)
            assert (each.lost is None) == (each is chosen)
            made = [(prod(c.factors), c.weight) for c in each.contributions if c.factors]
            assert all(isclose(product, weight, abs_tol=1e-5) for product, weight in made)
        if chosen is None:
            assert (code.score, code.evidence) in ((0.0, ()), (1.0, ()))
            assert explained.lead == Lead()
            continue
        assert (chosen.topic, chosen.score) == (code.topic, code.score)
        own, *others = [
            sum(c.weight for c in each.contributions if c.part in ("term", "measure", "several"))
            for each in (chosen, *explained.rivals)
        ]
        rival = max([0.0, *(each.weight for each in explained.rivals)])
        sums = (chosen.weight, rival, own, max([0.0, *others]))
        assert astuple(explained.lead) == pytest.approx(sums, abs=1e-9)
        assert explained.lead.score == code.score
        ranked = [each.score for each in explained.rivals if each.weight > 0]
        assert ranked[: len(code.alternatives)] == [each.score for each in code.alternatives]


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.name)
def test_a_printed_reference_leads_back(path: Path, shipped: Workspace) -> None:
    plan = _read(shipped, path)[0].plan
    things: list[Unit | Section] = [*plan.units, *plan.sections]
    some = things[:: 1 if path in SAMPLES else 7]
    assert [each.ref for each in some if resolve(plan, each.ref) != each] == []
    assert [each.id for each in things[::7] if resolve(plan, each.id) != each] == []


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.name)
def test_what_stands_elsewhere_is_told_where(path: Path, shipped: Workspace) -> None:
    coded, weighing = _read(shipped, path)
    things: list[Unit | Section] = [*coded.plan.units, *coded.plan.sections]
    lost = [
        (thing.ref, each.part, each.term)
        for thing in things
        for candidate in _candidates(topic_explained(coded, thing, weighing, shipped.settings))
        for each in candidate.contributions
        if each.part in ("heading", "opener", "neighbour", "units") and not each.refs
    ]
    assert lost == []


def _candidates(explained: TopicExplained) -> tuple[Candidate, ...]:
    return (*filter(None, [explained.chosen]), *explained.rivals)


def test_every_part_that_the_program_speaks_of_has_a_name(shipped: Workspace) -> None:
    parts = {
        evidence.part
        for path in PLANS
        for weighed in (*_read(shipped, path)[1].units, *_read(shipped, path)[1].sections)
        for rows in weighed.scores.values()
        for evidence in rows
    }
    compared = shipped.compare(["xian", "hangzhou", "beijing-2021"])
    parts |= {evidence.part for match in compared.matches for evidence in match.evidence}
    assert {"term", "heading", "units", "words", "topic"} <= parts
    assert [part for part in sorted(parts) if f"explain.part.{part}" not in CATALOGUE] == []


def test_every_pair_of_the_samples_has_the_score_of_the_table(shipped: Workspace) -> None:
    """All pairs that the table shows, and some hundreds of those that it does not."""
    compared = shipped.compare(["xian", "hangzhou"])
    left, right = compared.plans
    matches = {(match.a.unit, match.b.unit): match for match in compared.matches}
    shown = [
        pair for pair in product(left.plan.units, right.plan.units) if (pair[0].id, pair[1].id) in matches
    ]
    others = islice(product(left.plan.units, right.plan.units), 0, None, _EVERY)
    for a, b in (*shown[::3], *others):
        pair = pair_explained((left, a), (right, b), shipped.settings)
        match = matches.get((a.id, b.id))
        assert (pair.score, pair.level) == ((match.score, match.level) if match else (pair.score, "neither"))
        assert isclose(sum(each.weight for each in pair.contributions), pair.score, abs_tol=1e-9)
        assert (pair.nothing is None) == (pair.score > 0)
        if match:
            assert [(e.part, e.term, e.weight) for e in match.evidence] == [
                (c.part, c.term, c.weight) for c in pair.contributions
            ]
