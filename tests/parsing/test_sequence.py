"""The order of headings: what is reported, and what is in order though numbers start again."""

from __future__ import annotations

import pytest

from qcompare.models import Span, Suspect
from qcompare.parsing.flattened import apart
from qcompare.parsing.headings import outline
from qcompare.parsing.lines import lines_of
from qcompare.parsing.parts import parts
from qcompare.parsing.sequence import disorder


def _suspects(text: str) -> tuple[Suspect, ...]:
    read = outline(tuple(apart(lines_of(text))))
    starts = {part.start for part in parts(read.lines, read.headings)}
    return tuple(disorder(read, starts, text))


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("一、甲\n三、乙\n四、丙", {"三、乙": "numbering jumps to 三 after 一"}),
        ("一、甲\n主要任务\n三、乙", {"三、乙": "numbering jumps to 三 after 一"}),
        ("一、甲\n二、乙\n二、丙\n三、丁", {"二、丙": "number 二 stands twice"}),
        ("一、甲\n二、乙\n三、丙\n二、丁", {"二、丁": "numbering goes back to 二 after 三"}),
        ("一、甲\n二、乙\n一、丙\n二、丁", {"一、丙": "numbering restarts at 一 after 二"}),
        ("二、甲\n三、乙", {"二、甲": "numbering begins at 二"}),
        ("一、甲\n（二）乙\n（三）丙", {"（二）乙": "numbering begins at 二"}),
        ("（一）甲\n1.子。正文。\n（二）乙\n2.丑。正文。\n3.寅。正文。", {}),
        ("一、甲\n（一）乙。正文。\n（三）丙。正文。", {"（三）丙。": "numbering jumps to 三 after 一"}),
        ("第一章 甲\n第三章 乙", {"第三章 乙": "numbering jumps to 三 after 一"}),
        ("①甲\n③乙", {"③乙": "numbering jumps to ③ after ①"}),
    ],
)
def test_what_is_out_of_order_is_reported(text: str, reasons: dict[str, str]) -> None:
    found = _suspects(text)
    assert {suspect.text: suspect.reason for suspect in found} == reasons
    assert all(suspect.span.of(text) == suspect.text and suspect.kind == "layout" for suspect in found)


@pytest.mark.parametrize(
    "text",
    [
        # below another heading, counted through, and in annexes
        "一、甲\n（一）子\n（二）丑\n二、乙\n（一）寅",
        "（一）甲\n1.子\n2.丑\n（二）乙\n3.寅\n4.卯",
        "一、甲\n二、乙\n附件1\n一、丙\n附件2\n一、丁",
        "一、甲\n二、乙\n某市质量奖管理办法\n一、总则\n二、附则",
        # numbers of sentences and in sentences count; rows and contents do not
        "1.制定规划。\n2.开展检查。\n3.标准建设。正文在此。",
        "一、甲\n包括（一）乙；（二）丙。\n（三）丁",
        "一、甲\n3.合格率\t96%\n二、乙",
        "目录\n一、甲\n二、乙\n三、丙\n一、甲\n正文。\n二、乙\n正文。\n三、丙\n正文。",
        # below a caption or subtitle without a number
        "（一）甲\n1.子\n2.丑\n专栏1 重点工程\n1.寅\n2.卯",
        "1.制定规划；\n2.开展检查；\n产品质量目标\n1.甲",
    ],
)
def test_what_is_in_order_is_not_reported(text: str) -> None:
    assert _suspects(text) == ()


def test_a_title_that_nothing_parts_from_its_body_is_reported() -> None:
    body = "推动标准计量认证协同服务企业转型升级提质增效" * 3
    text = f"一、产品。{body}。二、{body}，抓好落实。三、工程。{body}。四、服务。{body}。"
    at = text.index("二、")
    reason = "a title that nothing parts from its body"
    assert _suspects(text) == (Suspect("layout", text[at : at + 45], Span(at, at + 45), reason),)
    assert _suspects(text.replace("。二、", "。\n二、")) == ()
