from __future__ import annotations

from typing import Any

import pytest

from qcompare.agreement import (
    ClassFigures,
    Coded,
    CoderAgreement,
    Coding,
    Confusion,
    Duo,
    Share,
)
from qcompare.evaluating.topic_agreement import topic_agreement
from qcompare.taxonomy import Pillar, Taxonomy, Topic

TOPICS = (("sea.fish", "sea"), ("sea.port", "sea"), ("land.road", "land"), ("context", "context"))
TAXONOMY = Taxonomy(
    pillars=tuple(Pillar(name, name, name) for name in ("sea", "land", "context")),
    topics=tuple(Topic(name, pillar, name, name) for name, pillar in TOPICS),
    measures=(),
    rules=(),
)


def near(value: float) -> Any:
    """``value`` but for the last digits; typed as whatever stands beside it."""
    return pytest.approx(value)


def coding(coder: str, *units: str, sure: str | None = None) -> Coding:
    """``text topic also``; ``sure`` has a ``?`` for each unit that the coder is unsure of."""
    rows = [unit.split() for unit in units]
    return Coding(
        coder,
        tuple(
            Coded(text, topic, tuple(also), f"¶{n}", sure[n] == "?" if sure else None)
            for n, (text, topic, *also) in enumerate(rows)
        ),
    )


GOLD = coding(
    "gold",
    "甲 sea.fish",
    "乙 sea.fish sea.port",
    "丙 sea.port",
    "丁 land.road sea.fish context",
    "戊 context",
    "己 chrome",
    "庚 chrome",
    "辛 land.road",
    "壬 sea.port",
)
TOOL = coding(
    "tool",
    "己 chrome",
    "甲 sea.fish",
    "乙 sea.port",
    "丙 sea.fish",
    "丁 sea.fish",
    "戊 context",
    "庚 context",
    "壬 sea.fish",
    "癸 context",
    sure="!!??!!???",
)


@pytest.fixture
def measured() -> CoderAgreement:
    found = topic_agreement([GOLD, TOOL], TAXONOMY)
    assert found is not None
    assert (found.reference, found.panel) == ("gold", None)
    (coder,) = found.measured
    return coder


def test_what_is_compared(measured: CoderAgreement) -> None:
    """Of the reference 己 and 庚 are furniture; of the other seven 辛 was not found."""
    assert (measured.coder, measured.units, measured.furniture) == ("tool", 7, 1)
    assert measured.coverage == 6 / 7
    assert [unit.text for unit in measured.unfound] == ["辛"]
    assert [unit.text for unit in measured.surplus] == ["癸"]


def test_right_at_either_level_and_leniently(measured: CoderAgreement) -> None:
    """Right: 甲 and 戊; 乙 and 丁 were accepted besides; 乙, 丙 and 壬 stay within their pillar."""
    assert measured.topic.accuracy == 2 / 7
    assert measured.topic.accuracy_lenient == 4 / 7
    assert measured.pillar.accuracy == 5 / 7
    assert measured.pillar.accuracy_lenient == 6 / 7


def test_classes_without_furniture(measured: CoderAgreement) -> None:
    assert measured.topic.classes == (
        ClassFigures("sea.fish", 2, 4, 0.25, 0.5, 1 / 3),
        ClassFigures("sea.port", 2, 1, 0.0, 0.0, 0.0),
        ClassFigures("land.road", 1, 0, None, 0.0, 0.0),
        ClassFigures("context", 1, 2, 0.5, 1.0, 2 / 3),
    )
    assert measured.topic.macro_f1 == measured.topic.macro_f1_reference == near(0.25)
    assert measured.pillar.classes == (
        ClassFigures("sea", 4, 5, 0.8, 1.0, 8 / 9),
        ClassFigures("land", 1, 0, None, 0.0, 0.0),
        ClassFigures("context", 1, 2, 0.5, 1.0, 2 / 3),
    )


def test_a_topic_that_only_the_coder_uses_lowers_one_mean_alone() -> None:
    found = topic_agreement(
        [coding("a", "甲 sea.fish", "乙 sea.fish"), coding("b", "甲 sea.fish", "乙 land.road")], TAXONOMY
    )
    assert found is not None
    level = found.measured[0].topic
    assert (level.macro_f1, level.macro_f1_reference) == (near(1 / 3), near(2 / 3))


def test_coefficients(measured: CoderAgreement) -> None:
    """2 of 7 agree, (2·4 + 2·1 + 1·2) / 49 by chance; alpha has 10 of 14 values in disagreement."""
    assert measured.topic.kappa.value == near((2 * 7 - 12) / (49 - 12))
    margins = (6, 3, 1, 3, 1)  # fish, port, road, context, furniture
    assert measured.topic.alpha.value == near(1 - 13 * 10 / (14**2 - sum(n * n for n in margins)))
    for estimate in (measured.topic.kappa, measured.topic.alpha, measured.pillar.kappa):
        assert estimate.value is not None
        assert estimate.low is not None
        assert estimate.high is not None
        assert estimate.low < estimate.value < estimate.high


def test_confusions_the_most_frequent_first_then_as_the_taxonomy_has_them(measured: CoderAgreement) -> None:
    assert [_brief(each) for each in measured.confusions] == [
        ("sea.port", "sea.fish", 0, ["丙", "壬"]),
        ("sea.fish", "sea.port", 1, ["乙"]),
        ("land.road", "sea.fish", 1, ["丁"]),
        ("chrome", "context", 0, ["庚"]),
    ]


def _brief(confusion: Confusion) -> tuple[str, str, int, list[str]]:
    texts = [unit.text for unit in confusion.units]
    return confusion.reference, confusion.coder, confusion.accepted, texts


def test_references_are_the_coders_own_where_it_has_some(measured: CoderAgreement) -> None:
    assert [unit.ref for unit in measured.confusions[0].units] == ["¶3", "¶7"]


def test_how_right_the_sure_are(measured: CoderAgreement) -> None:
    """Sure: 甲, 丁, 戊; unsure: 乙, 丙, 庚, 壬 (癸 is not compared)."""
    assert measured.sure == Share(3, 2 / 3, 3 / 3)
    assert measured.unsure == Share(4, 0 / 4, 1 / 4)


def test_people_do_not_say_how_sure_they_are() -> None:
    found = topic_agreement([GOLD, GOLD], TAXONOMY)
    assert found is not None
    (same,) = found.measured
    assert (same.sure, same.unsure, same.confusions, same.topic.accuracy) == (None, None, (), 1.0)
    assert (same.topic.kappa.value, same.topic.kappa.low, same.topic.kappa.high) == (1.0, 1.0, 1.0)


def test_three_coders_are_a_panel() -> None:
    third = coding("third", "甲 sea.fish", "丙 sea.port", "癸 context", "己 chrome", "辛 land.road")
    found = topic_agreement([GOLD, TOOL, third], TAXONOMY)
    assert found is not None
    assert [coder.coder for coder in found.measured] == ["tool", "third"]
    panel = found.panel
    assert panel is not None
    assert panel.coders == ("gold", "tool", "third")
    assert panel.units == 9  # all but 己, which is furniture to all
    assert panel.coverage == 1.0  # 辛 has the third alone
    assert panel.duos == (
        Duo("gold", "tool", 7, 6 / 7, near(2 / 37), near(13 / 27)),
        Duo("gold", "third", 3, 3 / 7, 1.0, 1.0),
        Duo("tool", "third", 3, 3 / 8, near(0.5), 1.0),
    )


def test_a_reference_of_furniture_alone_cannot_be_covered() -> None:
    found = topic_agreement([coding("a", "甲 chrome"), coding("b", "甲 sea.fish")], TAXONOMY)
    assert found is not None
    assert found.measured[0].coverage is None


@pytest.mark.parametrize("other", ["子 sea.fish", "己 chrome"])
def test_nothing_in_common_is_no_agreement(other: str) -> None:
    assert topic_agreement([GOLD, coding("b", other)], TAXONOMY) is None
    assert topic_agreement([GOLD, TOOL, coding("b", other)], TAXONOMY) is None
