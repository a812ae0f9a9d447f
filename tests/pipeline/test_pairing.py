"""Pairs made or forbidden by hand, and the comparison that follows from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.aligning.matching import align, groups
from qcompare.comparing.compare import narrowed
from qcompare.errors import BadConfiguration
from qcompare.models import ByHand, CodedPlan, Comparison, Evidence, Match, Notice, UnitAddress
from qcompare.overrides import Overrides, PairOverride, Place
from qcompare.pipeline.comparison import side_by_side
from qcompare.pipeline.handfile import HandFile
from qcompare.pipeline.pairing import NO_PAIRING, Pairing, pairing
from qcompare.settings import Settings
from qcompare.storage.configuration import load_settings
from tests.aligning.conftest import RARE, U, any_plan, coded, near

JIA = coded("jia", U("榫卯 缂丝 。"), U("剔红 。", "governance.culture"), U("扫 一扫", "chrome"))
YI = coded("yi", U("榫卯 缂丝 ！"), U("点翠 。"), U("点翠 。"))
SETTINGS: Settings = load_settings(None, None)
LW = ByHand("lw")


def pair(
    a: str, b: str, *, counterpart: bool = True, coder: str = "lw", plans: Sequence[str] = ("jia", "yi")
) -> PairOverride:
    """The units of two plans that hold these words."""
    at = f"codes.yaml: {a} {b}"
    return PairOverride(at, Place(plans[0], "", a), Place(plans[1], "", b), counterpart, ByHand(coder))


def said(plans: Sequence[CodedPlan], *pairs: PairOverride) -> Pairing:
    return pairing(plans, [HandFile(Overrides(pairs=pairs), {})], lambda name: name == "ding")


def compared(plans: Sequence[CodedPlan], *pairs: PairOverride) -> Comparison:
    by_hand = said(plans, *pairs) if pairs else NO_PAIRING
    return side_by_side(plans, SETTINGS, SETTINGS.thresholds, (), by_hand=by_hand)


def link(a: str, b: str, plans: Sequence[str] = ("jia", "yi")) -> frozenset[UnitAddress]:
    return frozenset((UnitAddress(plans[0], a), UnitAddress(plans[1], b)))


def ends(matches: Sequence[Match]) -> list[tuple[str, str]]:
    return [(match.a.unit, match.b.unit) for match in matches]


# --- which pairs are meant ------------------------------------------------------------------------


def test_a_pair_is_the_same_in_both_orders() -> None:
    there, back = pair("榫卯", "缂丝"), pair("榫卯", "缂丝", plans=("yi", "jia"), coder="mk")
    assert said((JIA, YI), there, back) == Pairing({link("u001", "u001"): ByHand("lw, mk")}, {})


def test_repeated_texts_are_all_paired_and_that_is_told() -> None:
    assert said((JIA, YI), pair("剔红", "点翠", counterpart=False)) == Pairing(
        {},
        {link("u002", "u002"): LW, link("u002", "u003"): LW},
        (Notice("repeated", "codes.yaml: 剔红 点翠", "yi", "点翠", ("u002", "u003")),),
    )


@pytest.mark.parametrize(
    ("line", "notices"),
    [
        (pair("扫", "榫卯"), [("furniture", "jia", "扫")]),
        (pair("珐琅", "榫卯"), [("gone", "jia", "珐琅")]),
        (pair("。", "点"), [("unclear", "jia", "。"), ("repeated", "yi", "点")]),
        (pair("榫卯", "锔瓷", plans=("jia", "ding")), []),  # a plan that is there, but not compared
        (pair("榫卯", "锔瓷", plans=("jia", "wu")), [("stranger", "wu", "锔瓷")]),
    ],
)
def test_what_cannot_be_paired_is_told(line: PairOverride, notices: list[tuple[str, str, str]]) -> None:
    found = said((JIA, YI), line)
    assert (found.joined, found.parted) == ({}, {})
    assert [(each.kind, each.plan, each.quote) for each in found.notices] == notices


def test_the_files_of_all_folders_count() -> None:
    there = HandFile(Overrides(pairs=(pair("榫卯", "缂丝"),)), {"jia": Path("jia.txt").resolve()})
    here = HandFile(
        Overrides(pairs=(pair("剔红", "榫卯", counterpart=False),)), {"yi": Path("yi.txt").resolve()}
    )
    found = pairing((JIA, YI), (there, here), lambda _: False)
    assert found == Pairing({link("u001", "u001"): LW}, {link("u002", "u001"): LW})


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (
            (pair("榫卯", "缂丝"), pair("缂丝", "榫卯", counterpart=False, coder="mk")),
            "codes.yaml: 榫卯 缂丝 (lw) and codes.yaml: 缂丝 榫卯 (mk): one pair is a counterpart and none",
        ),
        (
            (pair("榫卯", "剔红", plans=("jia", "jia.txt")),),
            "codes.yaml: 榫卯 剔红: both units are of jia",
        ),
    ],
)
def test_what_contradicts_itself_ends_the_run(lines: tuple[PairOverride, ...], told: str) -> None:
    with pytest.raises(BadConfiguration) as found:
        said((JIA, YI), *lines)
    assert found.value.message == told


# --- what follows ---------------------------------------------------------------------------------


def test_a_new_pair_is_a_sure_counterpart_in_the_order_of_the_plans() -> None:
    found = compared((JIA, YI), pair("榫卯", "剔红", plans=("yi", "jia")))
    match = Match(
        UnitAddress("jia", "u002"),
        UnitAddress("yi", "u001"),
        1.0,
        "counterpart",
        (Evidence("hand", "", 1.0),),
        LW,
    )
    assert found.matches[0] == match
    assert ends(found.matches) == [("u002", "u001"), ("u001", "u001")]
    assert found.only == ((), ("u002", "u003"))
    # the unit of yi that both of jia are set against holds the three together
    assert [row.units for row in found.rows] == [(("u001", "u002"), ("u001",))]


def test_a_pair_that_was_found_keeps_its_evidence_and_hand_adds_the_rest() -> None:
    (before,) = compared((JIA, YI)).matches
    (match,) = compared((JIA, YI), pair("榫卯", "榫卯")).matches
    assert (match.score, match.level, match.by_hand) == (1.0, "counterpart", LW)
    assert match.evidence == (*before.evidence, Evidence("hand", "", near(1.0 - before.score)))


def test_a_forbidden_pair_is_gone_from_everything_but_the_record() -> None:
    before = compared((JIA, YI))
    found = compared((JIA, YI), pair("榫卯", "榫卯", counterpart=False))
    assert found.parted == (replace(before.matches[0], by_hand=LW),)
    assert (found.matches, found.rows) == ((), ())
    assert found.only == (("u001", "u002"), ("u001", "u002", "u003"))
    assert found.similarity == ((1.0, 0.0), (0.0, 1.0))


def test_each_pair_by_hand_lands_in_one_row() -> None:
    """The last pair is neither end's first one, so best counterparts alone would leave two rows."""
    others = coded("bing", U("锔瓷 。"), U("珐琅 。"))
    pairs = [("榫卯", "珐琅"), ("剔红", "锔瓷"), ("剔红", "珐琅")]
    found = compared((JIA, others), *(pair(a, b, plans=("jia", "bing")) for a, b in pairs))
    assert ends(found.matches) == [("u001", "u002"), ("u002", "u001"), ("u002", "u002")]
    assert [row.units for row in found.rows] == [(("u001", "u002"), ("u001", "u002"))]


def test_a_filter_keeps_the_pairs_that_it_concerns() -> None:
    found = compared((JIA, YI), pair("榫卯", "榫卯", counterpart=False))
    assert narrowed(found, {"products.general"}).parted == found.parted
    assert narrowed(found, {"governance.culture"}).parted == ()


def test_notices_of_plans_and_pairs_are_told_once() -> None:
    notice = Notice("gone", "codes.yaml: codes[0]", "jia", "珐琅")
    found = compared((replace(JIA, notices=(notice,)), replace(YI, notices=(notice,))), pair("扫", "榫卯"))
    assert found.notices == (notice, Notice("furniture", "codes.yaml: 扫 榫卯", "jia", "扫"))


# --- laws -----------------------------------------------------------------------------------------

PLANS = st.tuples(any_plan("jia"), any_plan("yi"), any_plan("bing"))
PAIRS = st.lists(
    st.builds(
        pair,
        st.sampled_from(RARE),
        st.sampled_from(RARE),
        counterpart=st.booleans(),
        plans=st.permutations(("jia", "yi", "bing")),
    ),
    max_size=4,
)


def agreed(plans: Sequence[CodedPlan], pairs: Sequence[PairOverride]) -> bool:
    try:
        said(plans, *pairs)
    except BadConfiguration:
        return False
    return True


@given(PLANS, PAIRS, st.randoms(use_true_random=False))
def test_the_order_of_lines_changes_nothing(
    plans: tuple[CodedPlan, ...], pairs: list[PairOverride], chance: Random
) -> None:
    shuffled = sorted(pairs, key=lambda _: chance.random())
    assert agreed(plans, pairs) == agreed(plans, shuffled)
    if agreed(plans, pairs):
        assert replace(compared(plans, *pairs), notices=()) == replace(compared(plans, *shuffled), notices=())


@given(PLANS, PAIRS)
def test_doing_it_twice_changes_nothing(plans: tuple[CodedPlan, ...], pairs: list[PairOverride]) -> None:
    if agreed(plans, pairs):
        by_hand = said(plans, *pairs)
        own = [
            match
            for a, b in combinations(plans, 2)
            for match in align(a, b, SETTINGS.aligning, SETTINGS.thresholds, {})
        ]
        once, _ = by_hand.laid_over(own, plans)
        assert by_hand.laid_over(once, plans) == (once, [])
        assert NO_PAIRING.laid_over(own, plans) == (own, [])


@given(PLANS, PAIRS)
def test_a_comparison_stays_one(plans: tuple[CodedPlan, ...], pairs: list[PairOverride]) -> None:
    if not agreed(plans, pairs):
        return
    by_hand, found = said(plans, *pairs), compared(plans, *pairs)
    links = [frozenset((match.a, match.b)) for match in found.matches]
    assert len(set(links)) == len(links)
    assert by_hand.joined.keys() <= set(links)
    assert not by_hand.parted.keys() & set(links)
    assert [match.score for match in found.matches] == sorted((m.score for m in found.matches), reverse=True)
    for match in found.matches:
        assert match.score == near(sum(each.weight for each in match.evidence))
        assert (match.level == "counterpart") == (match.score >= SETTINGS.thresholds.min_score)
        assert match.by_hand == by_hand.joined.get(frozenset((match.a, match.b)))
    matched = {end for match in found.matches for end in (match.a, match.b)}
    for coded_plan, only in zip(plans, found.only, strict=True):
        name = coded_plan.plan.meta.id
        spoken = {unit.id for unit in coded_plan.plan.units if not unit.chrome}
        assert set(only) == {unit for unit in spoken if UnitAddress(name, unit) not in matched}
    rows = [
        {UnitAddress(p.plan.meta.id, unit) for p, cell in zip(plans, row.units, strict=True) for unit in cell}
        for row in found.rows
    ]
    assert sum(map(len, rows)) == len(set().union(*rows))
    assert all(any(joined <= row for row in rows) for joined in by_hand.joined)
    assert set(groups(found.matches)) == {frozenset(row) for row in rows}
