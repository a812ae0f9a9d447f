from __future__ import annotations

import json
from pathlib import Path

import pytest

from qcompare.errors import BadConfiguration
from qcompare.models import Span, Target
from qcompare.storage.gold import read_grades, read_targets, read_units


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "gold.tsv"


def written(path: Path, *lines: str) -> Path:
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


# --- pairs ---


def test_units_and_grades(path: Path) -> None:
    written(path, "n\theadings\ttext", "1\t一\t甲", "2\t\t乙")
    assert read_units(path) == {"1": "甲", "2": "乙"}
    written(path, "a\tb\tgrade", "1\t2\t3", "2\t2\t0")
    assert read_grades(path, ("1", "2"), ("2",)) == {("1", "2"): 3, ("2", "2"): 0}


def test_a_number_twice(path: Path) -> None:
    written(path, "n\ttext", "1\t甲", "1\t乙")
    with pytest.raises(BadConfiguration, match="line 3: has the number 1 again; must number units once"):
        read_units(path)


def test_grades_that_are_none(path: Path) -> None:
    written(path, "a\tb\tgrade", "1\t2\t4", "1\t2\t3", "9\t\t2")
    with pytest.raises(BadConfiguration) as raised:
        read_grades(path, ("1",), ("2",))
    assert str(raised.value).splitlines() == [
        "4 faults:",
        f'  {path}: line 2.grade: is "4"; must be 0 or 1 or 2 or 3',
        f"  {path}: line 3: grades this pair again; must grade a pair once",
        f'  {path}: line 4.a: is "9"; must be a number of the units of a',
        f'  {path}: line 4.b: is ""; must be a number of the units of b',
    ]


# --- targets ---

PLAIN = {
    "indicator": "合格率",
    "op": ">=",
    "value": 95,
    "unit": "%",
    "type": "target",
    "quote": "合格率95%以上",
}


def test_targets(path: Path) -> None:
    years = {"baseline_year": 2015, "deadline_year": 2020}
    amount = {"op": "~", "value": 2.5, "value_hi": 3, "unit": "万元", "per": "人"}
    more = {"type": "fact", "direction": "increase", "topic": "sea.fish", "n": 4}
    full = {**PLAIN, **years, **amount, **more}
    written(path, json.dumps(PLAIN), "", json.dumps(full, ensure_ascii=False))
    first = Target(
        id="#1",
        unit="",
        indicator="合格率",
        op=">=",
        direction="level",
        value=95.0,
        value_hi=None,
        unit_of_measure="%",
        per=None,
        baseline_year=None,
        deadline_year=None,
        binding=None,
        kind="target",
        topic="",
        quote="合格率95%以上",
        span=Span(0, 0),
    )
    second = Target(
        id="#3",
        unit="",
        indicator="合格率",
        op="~",
        direction="increase",
        value=2.5,
        value_hi=3.0,
        unit_of_measure="万元",
        per="人",
        baseline_year=2015,
        deadline_year=2020,
        binding=None,
        kind="fact",
        topic="sea.fish",
        quote="合格率95%以上",
        span=Span(0, 0),
    )
    assert read_targets(path) == (first, second)


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{,}", "line 1: is no JSON (Expecting property name enclosed in double quotes, column 2); must"),
        ("[" * 100_000, "line 1: is nested too deep; must be one object without further ones in it"),
        ("[1]", "line 1: is no object; must be like {…} with the keys of a target"),
        ({"op": ">"}, 'line 1.op: is ">"; must be >= or <= or = or ~'),
        ({"value": "95"}, 'line 1.value: is "95"; must be a number'),
        ({"value": None}, "line 1.value: is empty; must be a number"),
        ({"type": "goal"}, 'line 1.type: is "goal"; must be target or fact'),
        ({"quote": " "}, 'line 1.quote: is " "; must be text that is not blank'),
        ({"deadline_year": 22}, "line 1.deadline_year: is 22; must be a number from 1000 up to 9999"),
        ({"direction": "up"}, 'line 1.direction: is "up"; must be increase or decrease or level'),
    ],
)
def test_lines_that_are_no_target(line: str | dict[str, object], fault: str, path: Path) -> None:
    written(path, line if isinstance(line, str) else json.dumps({**PLAIN, **line}))
    with pytest.raises(BadConfiguration) as raised:
        read_targets(path)
    assert str(raised.value).startswith(f"{path}: {fault}")


def test_faults_of_all_lines_are_told_together(path: Path) -> None:
    written(path, json.dumps({**PLAIN, "op": ">"}), json.dumps(PLAIN), "{}")
    with pytest.raises(BadConfiguration) as raised:
        read_targets(path)
    assert str(raised.value).splitlines()[:2] == [
        "6 faults:",
        f'  {path}: line 1.op: is ">"; must be >= or <= or = or ~',
    ]
