from __future__ import annotations

from dataclasses import replace

import pytest

from qcompare.agreement import Score
from qcompare.evaluating.target_agreement import same_indicator, target_agreement
from qcompare.models import Span, Target

TEXTS = {
    "u1": "到2025年，甲产品合格率达到95%以上，乙产品合格率达到90%。",
    "u2": "培育企业20家。",
    "u3": "去年 培育 企业１５家。",
}


def target(indicator: str, value: float, quote: str, unit: str = "", **more: object) -> Target:
    plain = Target(
        id=f"{indicator}{value:g}",
        unit=unit,
        indicator=indicator,
        op="=",
        direction="level",
        value=value,
        value_hi=None,
        unit_of_measure="%",
        per=None,
        baseline_year=None,
        deadline_year=2025,
        binding=None,
        kind="target",
        topic="",
        quote=quote,
        span=Span(0, 0),
    )
    return replace(plain, **more)  # type: ignore[arg-type]


A = target("甲产品合格率", 95, "甲产品合格率达到95%以上", "u1", op=">=")
B = target("乙产品合格率", 90, "乙产品合格率达到90%", "u1")
C = target("培育企业", 20, "培育企业20家", "u2", unit_of_measure="家", deadline_year=None)
FACT = target("培育企业", 15, "去年培育企业15家", "u3", unit_of_measure="家", kind="fact", deadline_year=None)


def gold(*targets: Target) -> list[Target]:
    """As they come from a file: without units."""
    return [replace(each, unit="") for each in targets]


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("“乙类”产品 合格率", "乙类产品合格率", True),
        ("ＰＭ2.5平均浓度", "pm2.5平均浓度", True),
        ("规模以上工业增加值增长率", "规模以上工业企业增加值增长率", True),
        ("污水处理率", "污泥处理率", False),
        ("农产品质量安全抽检合格率", "水产品质量安全抽检合格率", False),
        ("产品合格率", "主要大宗产品合格率", False),
        ("率", "率", True),
        ("率", "量", False),
        ("“”", "率", False),
    ],
)
def test_indicators(a: str, b: str, same: bool) -> None:
    assert same_indicator(a, b) is same
    assert same_indicator(b, a) is same


def test_all_right_targets_and_facts_apart() -> None:
    found = target_agreement("p", gold(A, B, C, FACT), [C, FACT, B, A], TEXTS)
    three, one = Score(3, 3, 3, 1.0, 1.0, 1.0), Score(1, 1, 1, 1.0, 1.0, 1.0)
    assert (found.target.value, found.target.indicator, found.target.whole) == (three, three, three)
    assert (found.fact.value, found.fact.indicator, found.fact.whole) == (one, one, one)
    assert (found.target.wrong, found.target.missed, found.target.surplus, found.unfound) == ((), (), (), ())


@pytest.mark.parametrize(
    ("change", "right", "wrong"),
    [
        ({"op": "<="}, (1, 1, 0), ("op",)),
        ({"per": "年"}, (1, 1, 0), ("per",)),
        ({"baseline_year": 2020}, (1, 1, 0), ("baseline_year",)),
        ({"deadline_year": None}, (1, 1, 0), ("deadline_year",)),
        ({"direction": "increase"}, (1, 1, 0), ("direction",)),
        ({"value_hi": 99.0}, (0, 1, 0), ("value_hi",)),
        ({"unit_of_measure": "分"}, (0, 1, 0), ("unit_of_measure",)),
        ({"value": 59.0}, (0, 1, 0), ("value",)),
        ({"indicator": "服务满意度", "per": "年"}, (1, 0, 0), ("indicator", "per")),
        ({"topic": "x", "binding": "binding", "id": "t9"}, (1, 1, 1), None),
    ],
)
def test_what_each_field_costs(
    change: dict[str, object], right: tuple[int, int, int], wrong: tuple[str, ...] | None
) -> None:
    kind = target_agreement("p", gold(A), [replace(A, **change)], TEXTS).target  # type: ignore[arg-type]
    assert (kind.value.right, kind.indicator.right, kind.whole.right) == right
    assert [pair.wrong for pair in kind.wrong] == ([wrong] if wrong else [])
    assert (kind.missed, kind.surplus) == ((), ())


def test_the_most_alike_are_paired_whatever_comes_first() -> None:
    """The bare figure of B would do for A's indicator; A itself does better."""
    swapped = replace(B, indicator=A.indicator)
    kind = target_agreement("p", gold(A, B), [swapped, A], TEXTS).target
    assert kind.whole == Score(1, 2, 2, 0.5, 0.5, 0.5)
    assert [(pair.reference.indicator, pair.found, pair.wrong) for pair in kind.wrong] == [
        (B.indicator, swapped, ("indicator",))
    ]


def test_each_is_paired_once() -> None:
    kind = target_agreement("p", gold(A), [A, A], TEXTS).target
    assert (kind.whole, kind.surplus) == (Score(1, 2, 1, 0.5, 1.0, 2 / 3), (A,))


def test_neither_figure_nor_indicator_right_is_no_pair() -> None:
    stranger = replace(A, indicator="服务满意度", value=80.0)
    kind = target_agreement("p", gold(A), [stranger], TEXTS).target
    assert (kind.wrong, kind.missed, kind.surplus) == ((), tuple(gold(A)), (stranger,))
    assert kind.whole == Score(0, 1, 1, 0.0, 0.0, 0.0)


def test_the_same_elsewhere_is_no_pair() -> None:
    elsewhere = replace(A, unit="u2", quote="培育企业20家")
    kind = target_agreement("p", gold(A), [elsewhere], TEXTS).target
    assert (kind.missed, kind.surplus) == (tuple(gold(A)), (elsewhere,))


def test_a_mark_wider_than_the_unit_meets_what_is_quoted_in_it() -> None:
    wide = replace(C, quote="培育企业20家。去年培育企业15家")
    found = target_agreement("p", gold(wide), [C], TEXTS)
    assert found.target.whole.right == 1
    assert (found.coverage, found.unfound) == (1.0, ())


def test_a_target_taken_for_a_fact_is_wrong_on_both_sides() -> None:
    found = target_agreement("p", gold(C), [replace(C, kind="fact")], TEXTS)
    assert (found.target.whole.recall, found.fact.whole.precision) == (0.0, 0.0)


def test_milestones_are_left_out() -> None:
    milestone = replace(C, kind="milestone", value=None)
    found = target_agreement("p", [], [milestone], TEXTS)
    assert (found.milestones, found.coverage) == (1, None)
    assert found.target.whole == Score(0, 0, 0, None, None, None)


def test_marks_that_the_plan_does_not_hold() -> None:
    lost = replace(C, quote="培育企业200家")
    found = target_agreement("p", gold(lost, A, FACT), [C], TEXTS)
    assert (found.coverage, found.unfound) == (2 / 3, tuple(gold(lost)))
    assert found.target.missed == tuple(gold(lost, A))
