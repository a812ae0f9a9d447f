"""The program against what people made by hand of real plans: floors, lowered only with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from qcompare.pipeline.evaluating import all_scores, evaluate_pairs, evaluate_targets, evaluate_topics
from qcompare.pipeline.workspace import Workspace

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
GOLD = SHARED / "gold"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the real plans are not beside the repository"),
]


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return Workspace.open(use_cache=False)


@pytest.mark.parametrize(
    ("name", "folder", "units", "accuracy", "kappa"),
    [
        ("hangzhou-2018", "plans/hangzhou-2018-plan", 138, 0.90, 0.89),
        ("beijing-2021", "plans/beijing-2021-plan", 92, 0.88, 0.87),
        ("statecouncil-zero-waste", "wider/statecouncil-zero-waste", 167, 0.75, 0.70),
        ("shanghai-disaster-opinion", "wider/shanghai-disaster-opinion", 83, 0.74, 0.70),
        ("zhejiang-report-2026", "wider/zhejiang-report-2026", 511, 0.83, 0.81),
    ],
)
def test_topics(
    name: str, folder: str, units: int, accuracy: float, kappa: float, workspace: Workspace
) -> None:
    found = evaluate_topics(workspace, [GOLD / f"topics_{name}.tsv"], str(SHARED / f"{folder}.txt"))
    (coder,) = found.measured
    assert (coder.units, coder.unfound) == (units, ())
    assert {unit.topic for unit in coder.surplus} <= {"chrome"}
    assert coder.topic.accuracy >= accuracy
    assert coder.topic.kappa.value is not None
    assert coder.topic.kappa.value >= kappa
    assert coder.sure is not None
    assert coder.unsure is not None
    assert coder.sure.accuracy is not None
    assert coder.unsure.accuracy is not None
    assert coder.sure.accuracy > coder.unsure.accuracy


@pytest.mark.parametrize(
    ("name", "folder", "marked", "floor"),
    [
        ("hangzhou-2018", "plans/hangzhou-2018-plan", 31, 0.96),
        ("statecouncil-zero-waste", "wider/statecouncil-zero-waste", 7, 0.85),
    ],
)
def test_targets(name: str, folder: str, marked: int, floor: float, workspace: Workspace) -> None:
    found = evaluate_targets(workspace, GOLD / f"targets_{name}.jsonl", str(SHARED / f"{folder}.txt"))
    assert (found.target.whole.support, found.unfound) == (marked, ())
    assert found.target.whole.f1 is not None
    assert found.target.whole.f1 >= floor


XIAN, HANGZHOU = (str(SHARED / "plans" / f"{name}-plan.txt") for name in ("xian-2014", "hangzhou-2018"))


def test_pairs(workspace: Workspace) -> None:
    found = evaluate_pairs(
        workspace,
        GOLD / "pairs_xian-2014__hangzhou-2018.tsv",
        (XIAN, HANGZHOU),
        (GOLD / "units_xian-2014.tsv", GOLD / "topics_hangzhou-2018.tsv"),
    )
    assert (found.a, found.b, found.positives, found.unfound) == ("xian-2014", "hangzhou-2018", 149, ())
    assert found.average_precision.value is not None
    assert found.average_precision.value >= 0.62
    assert found.best.counterparts.f1 is not None
    assert found.at.counterparts.f1 is not None
    assert found.best.counterparts.f1 >= found.at.counterparts.f1 >= 0.58
    shares = {each.grade: each.reached / each.total for each in found.at.grades}
    assert shares[3] > shares[2] > shares[1] > shares[0]


def test_the_scores_are_those_of_the_comparison(workspace: Workspace) -> None:
    a, b = workspace.load_all([XIAN, HANGZHOU])
    scores = all_scores(a, b, workspace.settings)
    shown = [len([code for code in each.units if code.topic != "chrome"]) for each in (a, b)]
    assert len(scores) == shown[0] * shown[1]
    matches = workspace.compare([XIAN, HANGZHOU]).matches
    assert {(match.a.unit, match.b.unit): match.score for match in matches} == {
        pair: score for pair, score in scores.items() if score >= workspace.settings.thresholds.related_score
    }
