"""``--min-score``: one limit for counterparts of sentences and of sections."""

from __future__ import annotations

import pytest

from qcompare.errors import BadUsage
from qcompare.pipeline.comparison import scored_from
from qcompare.settings import Thresholds

SET = Thresholds(min_score=0.5, related_score=0.3, unsure_score=0.7, section_score=0.6)


@pytest.mark.parametrize(
    ("asked", "limits"),
    [
        (None, SET),
        (0.8, Thresholds(min_score=0.8, related_score=0.3, unsure_score=0.7, section_score=0.8)),
        (0.2, Thresholds(min_score=0.2, related_score=0.2, unsure_score=0.7, section_score=0.2)),
    ],
)
def test_the_least_score_asked_for(asked: float | None, limits: Thresholds) -> None:
    assert scored_from(SET, asked) == limits


@pytest.mark.parametrize("asked", [-0.1, 1.1, float("nan")])
def test_what_is_no_score(asked: float) -> None:
    with pytest.raises(BadUsage, match="the least score is"):
        scored_from(SET, asked)
