from __future__ import annotations

import pytest

from qcompare.errors import UnknownName
from qcompare.models import Coverage, Metadata, Plan, Section, Source, Span, Unit
from qcompare.pipeline.references import resolve

SPAN = Span(0, 1)


def plan(sections: str, units: str) -> Plan:
    """A plan of these references; those of units are separated by commas."""
    return Plan(
        meta=Metadata("dongjiang", "东江市方案"),
        source=Source("dongjiang.txt", "0" * 64, "txt", "utf-8"),
        text="",
        sections=tuple(
            Section(f"s{n:03}", None, 1, "", "", SPAN, ref) for n, ref in enumerate(sections.split(), start=1)
        ),
        units=tuple(
            Unit(f"u{n:03}", None, ref.strip(), "甲", SPAN, SPAN)
            for n, ref in enumerate(units.split(","), start=1)
        ),
        repairs=(),
        suspects=(),
        coverage=Coverage(0, 0, 0, 0, 0),
    )


PLAN = plan(
    "一 一(一) 一(一)1 一(一)2 一(一)2① 一(二) 一#2 二 二(十一) 三 第四章 第四章第三节 第四节 "
    "通知:一 附件2:一 附件A:1)",
    "¶1, ¶2, 一 ¶1, 一(一)1 ¶1, 一(一)1 ¶2, 一(一)2① ¶1, 一(二) ¶1, 一#2 ¶1, 二(十一) ¶1, 二(十一) ¶12, "
    "第四章第三节 ¶1, 通知 ¶1, 通知:一 ¶1, 附件2 ¶1, 附件2:一 ¶3, 附件A:1) ¶1",
)


@pytest.mark.parametrize(
    ("ref", "means"),
    [
        # ids
        ("u004", "一(一)1 ¶1"),
        ("U4", "一(一)1 ¶1"),
        ("u0016", "附件A:1) ¶1"),
        (" ｕ００４ ", "一(一)1 ¶1"),
        ("s007", "一#2"),
        # as printed, and with blanks, widths and marks that differ
        ("一(一)1 ¶2", "一(一)1 ¶2"),
        ("一（一）１¶２", "一(一)1 ¶2"),
        (" 一 ( 一 ) 1  ¶ 2 ", "一(一)1 ¶2"),
        ("一(一)1p2", "一(一)1 ¶2"),
        ("一(一)1 P02", "一(一)1 ¶2"),
        ("¶2", "¶2"),
        ("p2", "¶2"),
        ("一(一)2①", "一(一)2①"),
        ("通知：一 ¶1", "通知:一 ¶1"),
        ("通知 ¶1", "通知 ¶1"),
        ("通知:一", "通知:一"),
        ("附件２：一 ¶3", "附件2:一 ¶3"),
        ("附件a:1）", "附件A:1)"),
        ("一#2", "一#2"),
        ("一＃２ ¶1", "一#2 ¶1"),
        # the same numbers in other figures
        ("1", "一"),
        ("1(1)1 ¶1", "一(一)1 ¶1"),
        ("2(11) ¶12", "二(十一) ¶12"),
        ("一、（二）", "一(二)"),
        ("第4章第3节", "第四章第三节"),
        ("第 四 章", "第四章"),
        # a division for a bare number, never for another division
        ("第三部分", "三"),
        ("第三章", "三"),
        ("第二节(十一) ¶1", "二(十一) ¶1"),
    ],
)
def test_a_reference_means(ref: str, means: str) -> None:
    assert resolve(PLAN, ref).ref == means


LIST = "`qcompare show dongjiang --all` lists all references."


@pytest.mark.parametrize(
    ("ref", "complaint"),
    [
        ("u199", f"u199: the plan has u001 to u016\n{LIST}"),
        ("u0", f"u0: the plan has u001 to u016\n{LIST}"),
        ("s99", f"s99: the plan has s001 to s016\n{LIST}"),
        ("一(一)1 ¶9", f"一(一)1 ¶9: the plan has 一(一)1 ¶1 to ¶2 there\n{LIST}"),
        ("1(2)¶9", f"1(2)¶9: the plan has 一(二) ¶1 there\n{LIST}"),
        (
            "一(三)",
            f"一(三): the plan has no such reference\nNearest: 一(一), 一(二), 一(一)1. {LIST}",
        ),
        (
            "三 ¶1",
            f"三 ¶1: the plan has no such reference\nNearest: 一 ¶1, 一(一)1 ¶1, 一#2 ¶1. {LIST}",
        ),
        ("第四篇", f"第四篇: the plan has no such reference\nNearest: 第四章, 第四章第三节, 第四节. {LIST}"),
        (
            "附件3:一",
            f"附件3:一: the plan has no such reference\nNearest: 附件2:一, 通知:一, 一. {LIST}",
        ),
        ("甲", f"甲: the plan has no such reference\nNearest: 一, 一(一), 一(一)1. {LIST}"),
        (" ", f"' ': the plan has no such reference\nNearest: 一, 一(一), 一(一)1. {LIST}"),
        # a sign of its own: 一#3 is no third sentence of 一
        ("一#3", f"一#3: the plan has no such reference\nNearest: 一#2, 一, 一(一)1. {LIST}"),
    ],
)
def test_an_unknown_reference_is_told_with_what_there_is(ref: str, complaint: str) -> None:
    with pytest.raises(UnknownName) as raised:
        resolve(PLAN, ref)
    assert str(raised.value) == complaint


def test_a_plan_without_sections_says_so() -> None:
    with pytest.raises(UnknownName, match="s1: the plan has no sections"):
        resolve(plan("", "¶1"), "s1")


def test_what_may_mean_several_things_is_told() -> None:
    with pytest.raises(UnknownName) as raised:
        resolve(plan("第一章 1 一", "¶1"), "１、")
    assert str(raised.value) == (
        "１、: this may be 1 (s002), 一 (s003)\n"
        "Give one of them. `qcompare show dongjiang --all` lists all references."
    )
