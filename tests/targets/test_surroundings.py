from __future__ import annotations

import pytest

from qcompare.targets.surroundings import Setting, settings_of
from tests.targets.conftest import plan_of


def deadlines(*lines: str) -> list[int | None]:
    """The deadline of each sentence's surroundings, in order."""
    plan = plan_of(*lines)
    return [setting.deadline for setting in settings_of(plan).values()]


@pytest.mark.parametrize(
    ("lines", "years"),
    [
        # the sentence that opens a paragraph dates the paragraph, not the next one
        (["到2025年,质量提升。合格率达到9%。", "满意度达到8%。"], [2025, 2025, None]),
        (["健全机制。到2025年,合格率达到9%。"], [None, None]),
        # … and the list below it
        (
            ["到2025年,质量提升。", "——产品。合格率达到9%。", "——服务。", "其他。"],
            [2025, 2025, 2025, 2025, None],
        ),
        # an announcement dates what follows, up to the next item of its kind
        (
            ["■到2025年实现以下目标", "——产品提升", "合格率达到9%。", "■保障措施", "投入达到9%。"],
            [2025, 2025, 2025, None, None],
        ),
        (["到2025年:", "合格率达到9%。", "# 一", "满意度达到8%。"], [2025, 2025, None]),
        # a heading dates its section and all below
        (["# 2023年工作", "## 产品", "合格率达到9%。", "# 保障", "投入达到9%。"], [2023, None]),
        (["# 全面推进(2021年6月—2022年5月)", "合格率达到9%。"], [2022]),
        (["# 落实《规划(2021—2025年)》", "合格率达到9%。"], [None]),
        # a general goal dates the goals beside it, not the tasks
        (
            [
                "# 目标",
                "## 总体目标",
                "到2025年,质量提升。",
                "## 具体目标",
                "### 产品",
                "合格率达到9%。",
                "# 任务",
                "建成3家。",
            ],
            [2025, 2025, None],
        ),
        (
            ["# 工作目标", "到2025年,质量提升。", "合格率达到9%。", "## 服务", "满意度达到8%。"],
            [2025, 2025, 2025],
        ),
        (["# 要求", "## 原则", "到2025年,质量提升。", "## 任务", "合格率达到9%。"], [2025, None]),
        # a paragraph's own date goes before those of its headings
        (["# 2023年目标", "到2035年,建成强市。"], [2035]),
    ],
)
def test_deadlines(lines: list[str], years: list[int | None]) -> None:
    assert deadlines(*lines) == years


def test_what_is_over() -> None:
    plan = plan_of(
        "# 发展成就", "## 产品", "合格率达到9%。", "# 2019年工作", "达到8%。", "# 2021年工作", "达到7%。"
    )
    assert [setting.over for setting in settings_of(plan).values()] == [True, True, False]


def test_page_furniture_has_no_setting() -> None:
    plan = plan_of("~浏览量:5", "## 产品", "合格率达到9%。")
    assert settings_of(plan) == {"u002": Setting(None, over=False, title="产品")}
