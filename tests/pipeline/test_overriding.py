"""Codes set by hand, laid over those that the program found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.aligning.features import features
from qcompare.errors import BadConfiguration
from qcompare.models import (
    Alternative,
    Assignment,
    ByHand,
    CodedPlan,
    Evidence,
    MeasureHit,
    Notice,
)
from qcompare.overrides import CodeOverride, Overrides, Place, content_hash
from qcompare.pipeline.handfile import NO_HAND_FILE, HandFile
from qcompare.pipeline.overriding import hand_coded
from tests.aligning.conftest import RARE, TOPICS, S, U, any_plan, coded

PLAN = coded(
    "jia",
    S("一节"),
    U("榫卯 。", "products.general", 0.7, {"m.cqo": 1.0}, {"context": 0.2, "governance.culture": 0.1}),
    U("扫 一扫", "chrome"),
    U("缂丝 。", "context", 0.3),
)
HAND = Evidence("hand", "", 1.0)


def code(quote: str, topic: str, coder: str = "lw", note: str = "", plan: str = "jia") -> CodeOverride:
    return CodeOverride(f"codes.yaml: {quote}", Place(plan, "", quote), topic, ByHand(coder, note))


def laid_over(plan: CodedPlan, *codes: CodeOverride) -> CodedPlan:
    return hand_coded(plan, HandFile(Overrides(codes), {}))


def test_a_code_by_hand_is_sure_and_keeps_what_the_program_thought() -> None:
    changed = laid_over(PLAN, code("榫卯", "governance.culture", note="rule 1"))
    by_hand = Assignment(
        topic="governance.culture",
        score=1.0,
        alternatives=(Alternative("products.general", 0.7), Alternative("context", 0.2)),
        evidence=(HAND,),
        measures=(MeasureHit("m.cqo", 1.0),),
        by_hand=ByHand("lw", "rule 1"),
    )
    assert changed == replace(PLAN, units=(by_hand, *PLAN.units[1:]))


def test_the_programs_own_topic_may_be_confirmed() -> None:
    (confirmed, *_) = laid_over(PLAN, code("榫卯", "products.general")).units
    assert (confirmed.topic, confirmed.score, confirmed.unsure) == ("products.general", 1.0, False)
    assert confirmed.alternatives == PLAN.units[0].alternatives
    assert confirmed.by_hand == ByHand("lw")


@pytest.mark.parametrize(
    ("line", "chrome"),
    [
        (code("扫一扫", "context"), (False, False, False)),
        (code("缂丝", "chrome"), (False, True, True)),
        (code("扫一扫", "chrome"), (False, True, False)),
    ],
)
def test_furniture_follows_its_code(line: CodeOverride, chrome: tuple[bool, ...]) -> None:
    changed = laid_over(PLAN, line)
    assert tuple(unit.chrome for unit in changed.plan.units) == chrome
    assert tuple(code.topic == "chrome" for code in changed.units) == chrome


def test_what_cannot_be_followed_is_told_and_changes_nothing() -> None:
    lines = (
        code("榫", "context"),
        code("。", "context"),
        code("剔红", "context"),
        code("榫", "context", plan="yi"),
    )
    changed = laid_over(PLAN, *lines)
    assert changed.notices == (
        Notice("unclear", "codes.yaml: 。", "jia", "。"),
        Notice("gone", "codes.yaml: 剔红", "jia", "剔红"),
        Notice("stranger", "codes.yaml: 榫", "yi", "榫"),
    )
    assert replace(changed, notices=()) == laid_over(PLAN, lines[0])


def test_a_plan_beside_the_file_is_no_stranger() -> None:
    file = HandFile(Overrides((code("榫", "context", plan="yi"),)), {"yi": Path("yi.txt").resolve()})
    assert hand_coded(PLAN, file) == PLAN


def test_two_coders_of_one_unit_agree_or_the_run_ends() -> None:
    first, second = code("榫", "context"), code("卯", "context", "mk")
    assert laid_over(PLAN, first, second).units[0].by_hand == ByHand("lw, mk")
    with pytest.raises(BadConfiguration) as found:
        laid_over(PLAN, first, replace(second, topic="other"))
    assert found.value.message == (
        "codes.yaml: 榫 (lw) and codes.yaml: 卯 (mk): one unit is context and other"
    )


def test_nobody_who_decides_a_topic_leaves_a_share_to_another() -> None:
    changed = laid_over(PLAN, code("榫", "governance.culture"))
    assert features(PLAN, {})[0].topics == {"products.general": 700, "governance.culture": 100}
    assert features(changed, {})[0].topics == {"governance.culture": 1000}


# --- laws -----------------------------------------------------------------------------------------

PLANS = any_plan("jia")
LINES = st.lists(
    st.builds(
        code,
        quote=st.sampled_from((*RARE, "质量", "2018")),
        topic=st.sampled_from(("products.general", "chrome")),
        coder=st.sampled_from(("lw", "mk")),
        note=st.sampled_from(("", "a")),
    ),
    max_size=4,
)


@given(PLANS)
def test_without_a_file_nothing_changes(plan: CodedPlan) -> None:
    assert hand_coded(plan, NO_HAND_FILE) is plan


@given(PLANS, LINES, st.randoms(use_true_random=False))
def test_the_order_of_lines_and_doing_it_twice_change_nothing(
    plan: CodedPlan, lines: Sequence[CodeOverride], chance: Random
) -> None:
    def outcome(plan: CodedPlan, order: Sequence[CodeOverride]) -> CodedPlan | None:
        try:
            return laid_over(plan, *order)
        except BadConfiguration:
            return None

    once = outcome(plan, lines)
    shuffled = outcome(plan, sorted(lines, key=lambda _: chance.random()))
    assert (once is None) == (shuffled is None)
    if once is not None and shuffled is not None:
        assert replace(once, notices=()) == replace(shuffled, notices=())
        assert sorted(map(repr, once.notices)) == sorted(map(repr, shuffled.notices))
        assert outcome(once, lines) == once


@given(PLANS, st.sampled_from(TOPICS))
def test_every_unit_can_be_named_by_its_hash(plan: CodedPlan, topic: str) -> None:
    lines = [
        CodeOverride("x", Place("jia", content_hash(unit.text)), topic, ByHand("lw"))
        for unit in plan.plan.units
    ]
    assert {code.topic for code in laid_over(plan, *lines).units} <= {topic}
