"""What the cache keeps comes back as it was, and what does not fit is refused."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import FrameType
from typing import Any, Literal, TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qcompare import models
from qcompare.models import (
    About,
    Alternative,
    CodedPlan,
    Evidence,
    Metadata,
    Repair,
    Section,
    Span,
    Unit,
)
from qcompare.storage import codec
from qcompare.storage.codec import decode, encode
from tests.aligning.conftest import S, U, coded

T = TypeVar("T")

RECORDS = (
    *(models.Metadata, models.Source, models.Section, models.Unit, models.Repair, models.Suspect),
    *(models.Coverage, models.Target, models.Assignment),
)


def some(kind: type[T]) -> st.SearchStrategy[tuple[T, ...]]:
    """None to two of a kind."""
    return st.lists(st.from_type(kind), max_size=2).map(tuple)


ANY_PLAN = st.builds(
    CodedPlan,
    plan=st.builds(
        models.Plan,
        sections=some(models.Section),
        units=some(models.Unit),
        repairs=some(models.Repair),
        suspects=some(models.Suspect),
    ),
    units=some(models.Assignment),
    sections=some(models.Assignment),
    targets=some(models.Target),
)


def through_json(value: object) -> Any:
    return json.loads(json.dumps(encode(value), ensure_ascii=False))


def test_the_form_of_a_value() -> None:
    unit = Unit("u001", None, "一(一) ¶3", "质量月。", Span(0, 4), Span(2, 9), chrome=False)

    assert encode(unit) == ["u001", None, "一(一) ¶3", "质量月。", [0, 4], [2, 9], False]
    assert encode(Metadata("a", "题", period=(2018, 2022), about=About("纲要", None))) == [
        *("a", "题", "other", None, None, None, None, None, None, None),
        *([2018, 2022], None, None, None, None, ["纲要", None], False),
    ]
    assert encode((Alternative("x", 0.5), ("词", 3))) == [["x", 0.5], ["词", 3]]


@pytest.mark.parametrize("value", [[], {}, {1}, b"", object(), Unit])
def test_what_no_model_holds_is_not_encoded(value: object) -> None:
    with pytest.raises(TypeError):
        encode(value)


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_records_come_back_as_they_were(kind: type, data: st.DataObject) -> None:
    value = data.draw(st.from_type(kind))

    assert repr(decode(kind, through_json(value))) == repr(value)  # by repr, as NaN is not itself


@given(ANY_PLAN)
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_plans_come_back_as_they_were(plan: CodedPlan) -> None:
    row = through_json(plan)
    before = repr(row)

    assert repr(decode(CodedPlan, row)) == repr(plan)
    assert repr(row) == before  # the form stays as it is
    assert repr(encode(decode(CodedPlan, row))) == before


def test_types_come_back_as_they_were() -> None:
    plan = decode(CodedPlan, through_json(coded("a", S("甲"), U("榫卯 缂丝", measures={"m.cqo": 1.0}))))

    assert isinstance(plan.units[0].measures[0], models.MeasureHit)
    assert plan == coded("a", S("甲"), U("榫卯 缂丝", measures={"m.cqo": 1.0}))
    assert hash(plan) == hash(coded("a", S("甲"), U("榫卯 缂丝", measures={"m.cqo": 1.0})))


@pytest.mark.parametrize(
    ("kind", "row"),
    [
        (Span, None),
        (Span, 3),
        (Span, "ab"),
        (Span, {"0": 1, "1": 2}),
        (Span, []),
        (Span, [1]),
        (Span, [1, 2, 3]),
        (Span, [1, "2"]),
        (Span, [1, 2.0]),
        (Span, [1, True]),
        (Span, [1, None]),
        (Span, [1, [2]]),
        (Repair, ["pinyin", "质(zhi)", "质", None]),
        (Repair, ["magic", "质(zhi)", "质", 0]),
        (Repair, [None, "质(zhi)", "质", 0]),
        (Repair, [["pinyin"], "质(zhi)", "质", 0]),
        (Evidence, ["words", "质量", "0.3"]),
        (Evidence, ["words", None, 0.3]),
        (Section, ["s001", 3, 1, "一", "甲", [0, 2], "一"]),
        (Section, ["s001", None, 1, "一", "甲", [0, 2, 4], "一"]),
        (Section, ["s001", None, 1, "一", "甲", "ab", "一"]),
        (Section, ["s001", None, 1, "一", "甲", None, "一"]),
        (Metadata, ["a", "题", "plan", *[None] * 7, [2018], *[None] * 5, False]),
        (Metadata, ["a", "题", "plan", *[None] * 7, ["2018", "2022"], *[None] * 5, False]),
        (Metadata, ["a", "题", "plan", *[None] * 7, None, *[None] * 4, "纲要", False]),
        (Metadata, ["a", "题", "plan", *[None] * 7, None, *[None] * 5, 0]),
        (Metadata, ["a", "题", "plan", *[None] * 4, "village", *[None] * 8, False]),
        (CodedPlan, []),
        (CodedPlan, {}),
        (CodedPlan, [None] * 5),
        (CodedPlan, [[]] * 5),
    ],
)
def test_what_does_not_fit_is_refused(kind: type, row: object) -> None:
    with pytest.raises((ValueError, TypeError)):
        decode(kind, row)


@pytest.mark.parametrize(
    "words", ["榫卯", [["榫卯", 3]], ["榫卯"], [{"榫卯": 1}], [[["榫卯"]]], {"榫卯": 1}, [None]]
)
def test_words_must_be_lists_of_lists_of_text(words: object) -> None:
    row = through_json(coded("a", U("榫卯")))
    row[3] = words
    with pytest.raises(TypeError):
        decode(CodedPlan, row)


def test_a_whole_number_may_stand_for_a_figure() -> None:
    assert decode(Evidence, ["words", "质量", 1]) == Evidence("words", "质量", 1.0)


@dataclass(frozen=True, slots=True)
class Mark:
    """Literals and unions of plain values, by themselves and optional."""

    kind: Literal["a", "b"]
    side: Literal["l", "r"] | None
    size: int | str | None


def test_literals_and_unions() -> None:
    for mark in (Mark("a", None, 3), Mark("b", "l", "3"), Mark("b", "r", None)):
        assert decode(Mark, through_json(mark)) == mark
    for row in (["c", None, 3], ["a", "x", 3], [None, None, 3], ["a", None, 3.0], ["a", [], 3]):
        with pytest.raises((ValueError, TypeError)):
            decode(Mark, row)


@dataclass(frozen=True, slots=True)
class Folder:
    """A type that the codec has no reader for."""

    files: dict[str, int]


def test_a_type_that_cannot_be_kept_is_an_error() -> None:
    with pytest.raises(TypeError, match="no reader for dict"):
        decode(Folder, [{}])


# --- damage: any change of a form is either read as it stands, or refused -----------------------------

PLAN = coded(
    "a",
    S("甲", measures={"m.cqo": 1.0}),
    U("榫卯 缂丝", measures={"m.month": 0.4}, others={"context": 0.1}, targets=("products.general",)),
)
JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-1, 10**9),
    st.floats(allow_nan=False),
    st.sampled_from(("", "ab", "plan", "target", "质量")),
    st.lists(st.one_of(st.none(), st.integers(0, 3), st.text(max_size=2)), max_size=3),
    st.dictionaries(st.text(max_size=2), st.integers(), max_size=3),
)


def places(row: list[Any]) -> Iterator[tuple[list[Any], int]]:
    """Every list in a form with every position in it."""
    for i, item in enumerate(row):
        yield row, i
        if isinstance(item, list):
            yield from places(item)


CHANGES: dict[str, Callable[[list[Any], int, object], None]] = {
    "replace": lambda row, i, junk: row.__setitem__(i, junk),
    "insert": lambda row, i, junk: row.insert(i, junk),
    "delete": lambda row, i, _: row.__delitem__(i),
    "wrap": lambda row, i, _: row.__setitem__(i, [row[i]]),
    "cut": lambda row, i, _: row.__delitem__(slice(i, None)),
}


@given(st.data())
@settings(max_examples=500)
def test_damage_is_refused_or_read_as_it_stands(data: st.DataObject) -> None:
    row = through_json(PLAN)
    inside, at = data.draw(st.sampled_from(list(places(row))))
    change = data.draw(st.sampled_from(sorted(CHANGES)))
    CHANGES[change](inside, at, data.draw(JUNK))

    try:
        read = decode(CodedPlan, row)
    except (ValueError, TypeError):
        return
    assert encode(read) == row


# --- work ---------------------------------------------------------------------------------------


def calls(row: object) -> int:
    """How many functions of the codec are called to decode a form."""
    counted = 0

    def count(frame: FrameType, event: str, _arg: object) -> None:
        nonlocal counted
        counted += event == "call" and frame.f_code.co_filename == codec.__file__

    sys.setprofile(count)
    try:
        decode(CodedPlan, row)
    finally:
        sys.setprofile(None)
    return counted


def test_work_grows_with_the_plan_and_no_faster() -> None:
    rows = [
        through_json(coded("a", *(U("榫卯 缂丝", measures={"m.cqo": 1.0}) for _ in range(n))))
        for n in (0, 100, 200, 400)
    ]
    calls(rows[1])  # readers are made once, and types looked up
    none, once, twice, four = map(calls, rows)

    assert twice - none == 2 * (once - none)
    assert four - none == 4 * (once - none)
