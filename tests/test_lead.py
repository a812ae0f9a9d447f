"""How a lead makes a score: what the coder decides by and what ``explain`` prints."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.explanations import Lead

WEIGHTS = st.floats(min_value=0.01, max_value=50)


@pytest.mark.parametrize(
    ("lead", "length", "score"),
    [
        (Lead(), 0.0, 0.0),  # nothing speaks for any topic
        (Lead(best=2.0, rival=2.0), 0.0, 0.5),
        (Lead(best=3.0), 3.0, 0.8176),  # 1 / (1 + e^-1.5)
        (Lead(best=3.0, own=3.0), 4.5, 0.9047),
        (Lead(best=6.0, rival=4.2, own=3.0, against=4.2), 1.2, 0.6457),
        (Lead(best=2.0, rival=1.5, against=3.0), -1.0, 0.3775),  # its own words say something else
        (Lead(best=1e6, own=1e6), 1.5e6, 1.0),
        (Lead(best=1.0, against=1e6), -499999.0, 0.0),
    ],
)
def test_the_score_is_the_logistic_function_of_half_the_lead(lead: Lead, length: float, score: float) -> None:
    assert (round(lead.length, 9), lead.score) == (length, score)


@pytest.mark.parametrize(("weight", "score"), [(6.0, 0.6457), (4.2, 0.452), (0.0, 0.0), (-1.0, 0.0)])
def test_others_share_the_score_by_their_weight(weight: float, score: float) -> None:
    assert Lead(best=6.0, rival=4.2, own=3.0, against=4.2).share(weight) == score


def test_nothing_is_shared_where_nothing_leads() -> None:
    assert Lead().share(1.0) == 0.0


@given(best=WEIGHTS, rival=WEIGHTS, own=WEIGHTS, against=WEIGHTS)
def test_leads_of_one_length_either_way_make_up_one(
    best: float, rival: float, own: float, against: float
) -> None:
    there, back = Lead(best, rival, own, against).score, Lead(rival, best, against, own).score
    assert there + back == pytest.approx(1.0, abs=0.00011)
    assert (there > 0.5) <= (Lead(best, rival, own, against).length > 0)
