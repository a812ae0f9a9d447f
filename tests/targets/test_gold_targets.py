"""The extractor against targets that people marked in real plans."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from qcompare.evaluating.target_agreement import target_agreement
from qcompare.models import CleanText, OffsetMap, Plan, Source, Target
from qcompare.parsing.plans import parse
from qcompare.storage.gold import read_targets
from qcompare.targets.extract import extract

SHARED = Path(__file__).resolve().parents[2].parent / "shared"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the real plans are not beside the repository"),
]


def targets_of(path: Path) -> tuple[Target, ...]:
    plan = parsed(path)
    return extract(plan, ["context"] * len(plan.units))


def parsed(path: Path) -> Plan:
    text = path.read_text(encoding="utf-8")
    offsets = OffsetMap(tuple(range(len(text))), tuple(range(1, len(text) + 1)), len(text))
    return parse(CleanText(text, offsets), Source(path.name, "", "txt", "utf-8"), {}, path.stem)


@pytest.mark.parametrize(
    ("name", "path", "floor"),
    [
        ("hangzhou-2018", "plans/hangzhou-2018-plan.txt", 0.98),
        ("statecouncil-zero-waste", "wider/statecouncil-zero-waste.txt", 0.85),
    ],
)
def test_agreement_with_the_gold(name: str, path: str, floor: float) -> None:
    plan = parsed(SHARED / path)
    texts = {unit.id: unit.text for unit in plan.units}
    gold = read_targets(SHARED / f"gold/targets_{name}.jsonl")
    found = target_agreement(name, gold, extract(plan, ["context"] * len(plan.units)), texts)
    assert (found.coverage, found.fact.whole.support) == (1.0, 0)
    assert found.target.whole.f1 is not None
    assert found.target.whole.f1 >= floor


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
