"""What a row of sections says beyond its headings: whose its score is, other topics, where the nearest is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qcompare.models import Comparison, SectionRow
from qcompare.rendering.views import diff
from tests.rendering.reading import paragraphs, rows

WIDE = SectionRow("products.general", (("s01", "s03"), ("s01",)), 0.62)
PAIR = SectionRow("products.general", (("s01",), ("s01",)), 0.62)
ALONE = SectionRow("engineering.general", (("s03",), ()), 0.0)
POINTING = replace(ALONE, elsewhere=((), ("s01",)))
WHOSE = "得分为该行最相近的一对的得分；→ 指最相近的章节，该章节列在另一行。"


@pytest.mark.parametrize(
    ("sections", "expected", "told"),
    [
        (
            (WIDE,),
            [
                [
                    "0.62\n产品质量综合",
                    "一 产品更可靠\n2 个单元，占全文 37.4%",
                    "一 目标\n2 个单元，占全文 30.1%",
                ],
                ["", "二(一) 施工责任\n1 个单元，占全文 10.7%；工程质量综合", ""],
            ],
            True,
        ),
        (
            (PAIR, POINTING),
            [
                [
                    "0.62\n产品质量综合",
                    "一 产品更可靠\n2 个单元，占全文 37.4%",
                    "一 目标\n2 个单元，占全文 30.1%",
                ],
                ["工程质量综合", "二(一) 施工责任\n1 个单元，占全文 10.7%", "→ 一 目标"],
            ],
            True,
        ),
        (
            (ALONE,),
            [["工程质量综合", "二(一) 施工责任\n1 个单元，占全文 10.7%", "—"]],
            False,
        ),
    ],
)
def test_rows_of_sections(
    sections: tuple[SectionRow, ...], expected: list[list[str]], told: bool, two: Comparison
) -> None:
    document = diff.document(replace(two, sections=sections), "zh", by_section=True)

    assert [row for row in rows(document, "按主题对照的章节") if any(row)] == expected
    assert any(WHOSE in text for text in paragraphs(document)) is told
