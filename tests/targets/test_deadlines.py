from __future__ import annotations

import pytest

from qcompare.targets.deadlines import Mark, governing, marks


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("到2025年,建成园区", [(0, "future", 2025)]),
        ("到二〇三五年,", [(0, "future", 2035)]),
        ("2022年6月底前完成", [(0, "future", 2022)]),
        ("比例在2025年达到60%", [(3, "future", 2025)]),
        ("2021—2023年,每年", [(0, "future", 2023)]),
        ("“十四五”末达到", [(0, "future", 2025)]),
        ("2019年达到80%", [(0, "past", 2019)]),
        ("去年产值", [(0, "past", None)]),
        ("已建成园区", [(0, "past", None)]),
        ("今年上半年增长", [(0, "past", None)]),
        ("今年增长目标", [(0, "future", 2020)]),
        ("力争建成", [(0, "future", None)]),
        # no deadlines: where growth is counted from, whole dates, names of things, asides
        *(
            (text, [])
            for text in (
                "较2015年下降",
                "自2018年以来".replace("以来", "起"),
                "2020年11月20日",
                "迎接2022年冬奥会",
            )
        ),
        *(
            (text, [])
            for text in ("2021年度", "落实《规划(2021—2025年)》", "投入(2025年)", "“十四五”规划", "已知悉")
        ),
    ],
)
def test_the_times_a_sentence_speaks_of(text: str, found: list[tuple[int, str, int | None]]) -> None:
    assert [(mark.at, mark.tense, mark.year) for mark in marks(text, 2020)] == found


def test_without_a_year_of_its_own_no_year_is_past() -> None:
    assert marks("2019年达到80%", None) == (Mark(0, "future", 2019),)


@pytest.mark.parametrize(
    ("text", "at", "time"),
    [
        ("到2022年,甲达到1,到2025年,乙达到2", 10, ("future", 2022)),
        ("到2022年,甲达到1,到2025年,乙达到2", 22, ("future", 2025)),
        ("2018年为30%,到2025年为50%", 6, ("past", None)),
        ("2018年为30%,到2025年为50%", 18, ("future", 2025)),
        ("到2025年,力争达到50%", 12, ("future", 2025)),
        ("甲达到50%,2022年底前完成", 3, (None, 2022)),
        ("甲达到50%,2022年底前完成,2023年底前推广", 3, (None, None)),
        ("目前达到50%", 4, ("past", None)),
        ("达到50%", 2, (None, None)),
    ],
)
def test_the_mark_that_governs(text: str, at: int, time: tuple[str | None, int | None]) -> None:
    assert governing(marks(text, 2020), at) == time
