"""The adoption table of the real plans beside the repository: cells that were read against the texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from qcompare.matrices import MeasureMatrix, mean_share
from qcompare.pipeline.matrix import measure_matrix, topic_matrix
from qcompare.pipeline.workspace import Workspace
from qcompare.storage.cache import Cache

SHARED = Path(__file__).resolve().parents[2] / "shared"
NAMES = ["beijing-2018", "beijing-2021", "bengbu-2018", "hangzhou-2018", "xian-2014"]

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(
        not (SHARED / "plans").is_dir(), reason="the real plans are not beside the repository"
    ),
]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    opened = Workspace.open()
    return Workspace(opened.settings, (SHARED / "plans",), Cache(tmp_path_factory.mktemp("cache")))


@pytest.fixture(scope="module")
def measures(workspace: Workspace) -> MeasureMatrix:
    return measure_matrix(workspace, NAMES)


@pytest.mark.parametrize(
    ("measure", "refs"),
    [
        ("foundations.management.cqo", ["", "二(六)16 ¶3", "¶33", "三(四) ¶2", "三(四) ¶4"]),
        ("foundations.management.tqm", ["", "二(三)", "¶27", "三(四) ¶1", ""]),  # one in a heading alone
        ("governance.supervision.recall", ["", "二(三)8 ¶2", "", "三(六) ¶4", ""]),
        ("governance.supervision.trace", ["¶22", "", "", "三(六) ¶4", "三(四) ¶4"]),
        ("engineering.general.lifelong", ["", "", "", "二(二) ¶16 三(六) ¶10", ""]),
        ("foundations.standards.forerunner", ["", "二(一)2 ¶3", "", "三(一) ¶7", ""]),
        ("governance.cogovernance.compare", ["¶25", "", "¶35", "五(三) ¶3", ""]),
    ],
)
def test_who_has_a_measure_and_where(measure: str, refs: list[str], measures: MeasureMatrix) -> None:
    (row,) = [row for row in measures.rows if row.measure.id == measure]
    assert [" ".join(place.marked for place in cell) for cell in row.cells] == refs


def test_the_shares_of_each_plan_add_up_to_one(workspace: Workspace) -> None:
    rows = topic_matrix(workspace, NAMES).rows
    sums = [sum(row.cells[n].share for row in rows) for n in range(len(NAMES))]
    assert sums == pytest.approx([1.0] * len(NAMES))
    assert sum(mean_share(row.cells) for row in rows) == pytest.approx(1)
