"""Whether a topic's score says how often such sentences are coded as by hand: on the invented plans."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import fmean

import pytest

from qcompare.models import CHROME
from qcompare.pipeline.evaluating import code_named
from qcompare.pipeline.workspace import Workspace
from qcompare.storage.goldtopics import read_codings

GOLD = Path(__file__).with_name("quality") / "gold"
_OFF = 0.08  # of some 50 sentences of a band, chance alone moves the share that is right by so much


def coded(workspace: Workspace, plan: Path) -> Iterator[tuple[float, bool, bool]]:
    """Score, whether the program is unsure, and whether it is right, of each sentence coded by hand."""
    (coding,) = read_codings(_topics(plan), code_named(workspace.settings.taxonomy))
    gold = {_packed(each.text): each.topic for each in coding.units}
    found = workspace.load(str(plan), overridden=False)
    for unit, code in zip(found.plan.units, found.units, strict=True):
        if code.topic != CHROME and _packed(unit.text) in gold:
            yield code.score, code.unsure, code.topic == gold[_packed(unit.text)]


def _packed(text: str) -> str:
    return "".join(text.split())


def _topics(plan: Path) -> Path:
    return plan.with_name(f"topics_{plan.stem}.tsv")


@pytest.fixture(scope="module")
def rows() -> list[tuple[float, bool, bool]]:
    workspace = Workspace.open(use_cache=False)
    return [row for plan in sorted(GOLD.glob("*.txt")) for row in coded(workspace, plan)]


def test_sure_codes_are_right_far_more_often(rows: list[tuple[float, bool, bool]]) -> None:
    unsure, sure = ([right for _, marked, right in rows if marked is asked] for asked in (True, False))
    assert len(rows) > 300
    assert 0.08 < len(unsure) / len(rows) < 0.25
    assert fmean(sure) > 0.9
    assert fmean(sure) - fmean(unsure) > 0.25


@pytest.mark.parametrize(("low", "high"), [(0.5, 0.7), (0.7, 0.9), (0.9, 0.97), (0.97, 1.01)])
def test_a_score_is_the_share_that_is_right(
    low: float, high: float, rows: list[tuple[float, bool, bool]]
) -> None:
    band = [(score, right) for score, _, right in rows if low <= score < high]
    assert len(band) >= 40
    assert fmean(right for _, right in band) == pytest.approx(fmean(score for score, _ in band), abs=_OFF)


def test_below_one_half_it_is_too_careful(rows: list[tuple[float, bool, bool]]) -> None:
    """Where the words themselves speak for another topic than all that was weighed."""
    low = [right for score, _, right in rows if score < 0.5]
    assert len(low) < 0.05 * len(rows)
    assert fmean(low) > 0.5
