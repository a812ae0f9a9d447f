"""The extractor against targets that people marked in real plans."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from qcompare.models import CleanText, OffsetMap, Plan, Source, Target
from qcompare.parsing.plans import parse
from qcompare.targets.extract import extract

SHARED = Path(__file__).resolve().parents[2].parent / "shared"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the real plans are not beside the repository"),
]
FIELDS = ("op", "value", "value_hi", "unit", "per", "baseline_year", "deadline_year", "direction", "type")


def targets_of(path: Path) -> tuple[Target, ...]:
    plan = parsed(path)
    return extract(plan, ["context"] * len(plan.units))


def parsed(path: Path) -> Plan:
    text = path.read_text(encoding="utf-8")
    offsets = OffsetMap(tuple(range(len(text))), tuple(range(1, len(text) + 1)), len(text))
    return parse(CleanText(text, offsets), Source(path.name, "", "txt", "utf-8"), {}, path.stem)


def fields(target: Target) -> tuple[object, ...]:
    return (
        *(target.op, target.value, target.value_hi, target.unit_of_measure, target.per),
        *(target.baseline_year, target.deadline_year, target.direction, target.kind),
    )


def overlap(a: str, b: str) -> float:
    one, other = ({name[i : i + 2] for i in range(len(name) - 1)} for name in (a, b))
    return 2 * len(one & other) / (len(one) + len(other))


def agreed(gold: list[dict[str, Any]], found: list[Target]) -> int:
    """How many of the marked targets were found, every field right and the indicator by .8 of its bigrams."""
    left, hits = list(found), 0
    for marked in gold:
        wanted = tuple(marked[name] for name in FIELDS)
        hit = next(
            (t for t in left if fields(t) == wanted and overlap(t.indicator, marked["indicator"]) >= 0.8),
            None,
        )
        if hit:
            left.remove(hit)
            hits += 1
    return hits


@pytest.mark.parametrize(
    ("name", "path", "floor"),
    [
        ("hangzhou-2018", "plans/hangzhou-2018-plan.txt", 0.98),
        ("statecouncil-zero-waste", "wider/statecouncil-zero-waste.txt", 0.85),
    ],
)
def test_agreement_with_the_gold(name: str, path: str, floor: float) -> None:
    lines = (SHARED / f"gold/targets_{name}.jsonl").read_text(encoding="utf-8").splitlines()
    gold = [json.loads(line) for line in lines]
    found = [t for t in targets_of(SHARED / path) if t.kind != "milestone"]
    assert 2 * agreed(gold, found) / (len(gold) + len(found)) >= floor


@pytest.mark.parametrize(
    ("path", "kinds"),
    [
        ("plans/xian-2014-plan.txt", {"target": 21}),
        ("plans/bengbu-2018-interpretation.txt", {"target": 1, "milestone": 1}),
        ("plans/hangzhou-2018-plan.txt", {"target": 31, "milestone": 2}),
        ("wider/shanghai-disaster-opinion.txt", {}),
    ],
)
def test_as_many_as_a_reader_finds(path: str, kinds: dict[str, int]) -> None:
    assert Counter(target.kind for target in targets_of(SHARED / path)) == kinds


def test_the_deadline_of_the_general_goal_reaches_the_single_ones() -> None:
    assert {t.deadline_year for t in targets_of(SHARED / "plans/xian-2014-plan.txt")} == {2015}
