"""Edits: the text, the way back and the log agree, whatever the steps do."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.models import CleanText, OffsetMap, Repair, RepairKind, Span, Suspect
from qcompare.text.edits import Edit, Found, Step, repair


def _step(*edits: tuple[int, int, str], suspects: tuple[Suspect, ...] = ()) -> Step:
    found = Found(tuple(Edit(*edit, "layout") for edit in edits), suspects)
    return lambda _: found


def _replace(pattern: str, new: str, kind: RepairKind = "wording") -> Step:
    return lambda text: Found(tuple(Edit(m.start(), m.end(), new, kind) for m in re.finditer(pattern, text)))


def test_no_step_leaves_the_text_with_every_character_in_its_place() -> None:
    assert repair("质量", ()) == CleanText("质量", OffsetMap((0, 1), (1, 2), 2))


@pytest.mark.parametrize(
    ("source", "edits", "text", "starts", "ends", "log"),
    [
        # the same length: character for character
        ("甲乙丙", [(0, 2, "子丑")], "子丑丙", (0, 1, 2), (1, 2, 3), [(0, "甲乙", "子丑")]),
        # shorter, longer: each new character stands for the whole range
        ("甲乙丙", [(0, 2, "子")], "子丙", (0, 2), (2, 3), [(0, "甲乙", "子")]),
        ("甲乙丙", [(1, 2, "子丑")], "甲子丑丙", (0, 1, 1, 2), (1, 2, 2, 3), [(1, "乙", "子丑")]),
        # gone, in the middle and at both ends
        ("甲乙丙", [(1, 2, "")], "甲丙", (0, 2), (1, 3), [(1, "乙", "")]),
        ("甲乙丙", [(0, 1, ""), (2, 3, "")], "乙", (1,), (2,), [(0, "甲", ""), (2, "丙", "")]),
        ("甲乙", [(0, 2, "")], "", (), (), [(0, "甲乙", "")]),
        # put in: before, between, at the end, into nothing
        ("甲乙", [(0, 0, "子")], "子甲乙", (0, 0, 1), (0, 1, 2), [(0, "", "子")]),
        ("甲乙", [(1, 1, "子")], "甲子乙", (0, 1, 1), (1, 1, 2), [(1, "", "子")]),
        ("甲乙", [(2, 2, "子")], "甲乙子", (0, 1, 2), (1, 2, 2), [(2, "", "子")]),
        ("", [(0, 0, "子")], "子", (0,), (0,), [(0, "", "子")]),
        # side by side
        (
            "甲乙",
            [(0, 1, "子"), (1, 2, "丑丑")],
            "子丑丑",
            (0, 1, 1),
            (1, 2, 2),
            [(0, "甲", "子"), (1, "乙", "丑丑")],
        ),
    ],
)
def test_one_step(
    source: str,
    edits: list[tuple[int, int, str]],
    text: str,
    starts: tuple[int, ...],
    ends: tuple[int, ...],
    log: list[tuple[int, str, str]],
) -> None:
    assert repair(source, [_step(*edits)]) == CleanText(
        text,
        OffsetMap(starts, ends, len(source)),
        tuple(Repair("layout", before, after, at) for at, before, after in log),
    )


@pytest.mark.parametrize("kind", ["byteslip", "encoding"])
def test_characters_of_other_bytes_stand_for_the_whole_range_whatever_its_length(kind: RepairKind) -> None:
    edited = repair("甲乙丙丁", [lambda _: Found((Edit(1, 3, "子丑", kind),))])
    assert edited.offsets == OffsetMap((0, 1, 1, 3), (1, 3, 3, 4), 4)
    assert [edited.offsets.source_span(Span(*span)) for span in ((1, 2), (2, 3), (2, 4))] == [
        Span(1, 3),
        Span(1, 3),
        Span(1, 4),
    ]


def test_later_steps_map_through_earlier_ones_and_log_what_the_source_says() -> None:
    clean = repair(
        "關(guān)于品質(zhì)",
        [_replace(r"\(\w+\)", "", "pinyin"), _replace("質", "质", "script"), _replace("品质", "质量")],
    )
    assert clean == CleanText(
        "關于质量",
        OffsetMap((0, 7, 8, 9), (1, 8, 9, 10), 15),
        (
            Repair("pinyin", "(guān)", "", 1),
            Repair("wording", "品質", "质量", 8),
            Repair("pinyin", "(zhì)", "", 10),
        ),
    )


def test_an_insertion_into_a_rewritten_range_stays_in_it() -> None:
    clean = repair("甲乙", [_step((0, 2, "子丑寅")), _step((1, 1, "卯"))])
    assert clean.text == "子卯丑寅"
    assert clean.offsets == OffsetMap((0, 0, 0, 0), (2, 2, 2, 2), 2)


def test_an_insertion_after_all_was_taken_away() -> None:
    clean = repair("甲乙", [_step((0, 2, "")), _step((0, 0, "子"))])
    assert (clean.text, clean.offsets) == ("子", OffsetMap((2,), (2,), 2))


@pytest.mark.parametrize(
    "edits",
    [
        [(1, 3, "子"), (2, 4, "丑")],  # overlap
        [(2, 3, "子"), (0, 1, "丑")],  # fall
        [(2, 1, "子")],  # end before they start
        [(0, 5, "子")],  # reach beyond the text
        [(-1, 1, "子")],
    ],
)
def test_a_step_that_breaks_its_promise_is_refused(edits: list[tuple[int, int, str]]) -> None:
    with pytest.raises(ValueError, match="must rise"):
        repair("甲乙丙丁", [_step(*edits)])


@pytest.mark.parametrize(
    ("edits", "span", "moved"),
    [
        ([], (2, 4), (2, 4)),
        ([(0, 1, "")], (2, 4), (1, 3)),  # before it
        ([(0, 0, "子子")], (2, 4), (4, 6)),
        ([(4, 5, "")], (2, 4), (2, 4)),  # right behind it
        ([(2, 4, "子")], (2, 4), (2, 3)),  # all of it
        ([(1, 3, "子")], (2, 4), (2, 3)),  # across its start
        ([(3, 5, "")], (2, 4), (2, 3)),  # across its end
        ([(0, 5, "")], (2, 4), (0, 0)),  # around it
        ([(0, 1, ""), (1, 2, "子子"), (3, 3, "丑"), (4, 5, "")], (2, 4), (2, 5)),
    ],
)
def test_the_span_of_a_doubt_follows_the_edits_of_its_own_step_and_of_later_ones(
    edits: list[tuple[int, int, str]], span: tuple[int, int], moved: tuple[int, int]
) -> None:
    doubt = Suspect("byteslip", "?", Span(*span), "why")
    same_step = repair("甲乙丙丁戊", [_step(*edits, suspects=(doubt,))])
    later_step = repair("甲乙丙丁戊", [_step(suspects=(doubt,)), _step(*edits)])
    expected = (Suspect("byteslip", "?", Span(*moved), "why"),)
    assert (same_step.suspects, later_step.suspects) == (expected, expected)


def test_doubts_and_repairs_come_in_the_order_of_the_text() -> None:
    late, early = (Suspect("pinyin", "", Span(at, at + 1), "") for at in (3, 1))
    clean = repair(
        "甲乙丙丁", [_step((2, 3, "寅"), suspects=(late,)), _step((0, 1, "子"), suspects=(early,))]
    )
    assert clean.suspects == (early, late)
    assert [each.at for each in clean.repairs] == [0, 2]


@st.composite
def _edits(draw: st.DrawFn, length: int) -> tuple[Edit, ...]:
    bounds = sorted(draw(st.lists(st.integers(0, length), max_size=8)))
    texts = st.text("子丑寅", max_size=4)
    return tuple(
        Edit(start, end, draw(texts), "layout") for start, end in zip(bounds[::2], bounds[1::2], strict=False)
    )


@given(st.data(), st.text("甲乙丙丁", max_size=12), st.integers(0, 3))
def test_whatever_the_steps_the_way_back_is_whole(data: st.DataObject, source: str, count: int) -> None:
    def step(text: str) -> Found:
        return Found(data.draw(_edits(len(text))))

    clean = repair(source, [step] * count)
    starts, ends = clean.offsets.starts, clean.offsets.ends
    assert len(starts) == len(ends) == len(clean.text)
    assert list(starts) == sorted(starts)
    assert list(ends) == sorted(ends)
    assert all(0 <= start <= end <= len(source) for start, end in zip(starts, ends, strict=True))
    assert all(source[r.at : r.at + len(r.before)] == r.before for r in clean.repairs)
    untouched = [i for i, character in enumerate(clean.text) if character in "甲乙丙丁"]
    assert all(source[starts[i] : ends[i]] == clean.text[i] for i in untouched)


@given(st.data(), st.text("甲乙丙丁", max_size=12))
def test_one_step_is_what_replacing_from_the_back_gives(data: st.DataObject, source: str) -> None:
    edits = data.draw(_edits(len(source)))
    expected = source
    for edit in reversed(edits):
        expected = expected[: edit.start] + edit.new + expected[edit.end :]
    assert repair(source, [lambda _: Found(edits)]).text == expected
