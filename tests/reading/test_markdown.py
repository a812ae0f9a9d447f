"""Markdown: marks go, words stay."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.reading.markdown import rendered_text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        # headings
        ("# 质量提升方案", "质量提升方案"),
        ("###### 一、总体要求 ##", "一、总体要求"),
        ("## C# 与 F#", "C# 与 F#"),
        ("#", ""),
        ("## ##", ""),
        ("#1号楼\n####### 七", "#1号楼\n####### 七"),
        ("    # 缩进", "    # 缩进"),
        ("##一、总体要求\n###（一）目标\n##2号\n#质量#", "一、总体要求\n（一）目标\n##2号\n#质量#"),
        ("标题\n====\n正文\n--\n末", "标题\n\n正文\n\n末"),
        # quotations, bullets, rules
        ("> 引文\n>> 再引\n>\n> - 项", "引文\n再引\n\n项"),
        (">95%的企业\n>=3家\n5 > 3", ">95%的企业\n>=3家\n5 > 3"),
        ("- 甲\n* 乙\n+ 丙\n  - 丁", "甲\n乙\n丙\n丁"),
        ("- [ ] 甲\n* [x] 乙\n- [丙]", "甲\n乙\n[丙]"),
        ("——甲\n-5%\n*注\n+86\n－乙", "——甲\n-5%\n*注\n+86\n－乙"),
        ("甲\n\n---\n* * *\n___\n- - -\n乙", "甲\n\n\n\n\n\n乙"),
        ("——————\n-*-\n…………", "——————\n-*-\n…………"),
        # numbers stay
        ("1. 甲\n2) 乙\n一、丙\n（一）丁", "1. 甲\n2) 乙\n一、丙\n（一）丁"),
        # strong, code
        ("推行**首席质量官**制度，__质量月__，x__质__", "推行首席质量官制度，质量月，x__质__"),
        ("***全部***和**甲**乙**丙**", "全部和甲乙丙"),
        ("2018*3，a_b_c，__init__，snake__case__name", "2018*3，a_b_c，__init__，snake__case__name"),
        ("** 甲 **\n**甲\n****\n甲 * 乙 * 丙", "** 甲 **\n**甲\n\n甲 * 乙 * 丙"),
        ("用`jieba`分词，``甲``", "用jieba分词，``甲``"),
        ("“*重点*”与 _要点_。带*的为约束性，*其余*为预期性", "“重点”与 要点。带*的为约束性，*其余*为预期性"),
        ("~~旧~~新，==要点==，a==b", "旧新，要点，a==b"),
        # links, and brackets that are none
        ("[全文](https://example.org/a_(1).html)。", "全文。"),
        (
            "[甲][x]与[x]、[乙][]、[乙]\n[x]: https://example.org '题'\n[1]: 国务院文件",
            "甲与x、[乙][]、[乙]\n\n[1]: 国务院文件",
        ),
        ("质量强国[^1]\n[^1]: 见纲要", "质量强国[1]\n[1]: 见纲要"),
        ('[全文](https://example.org/a.html) ![图](图.png "说明")[附件](附件1.docx)', "全文 图附件"),
        ("[甲](#jia)[乙](./yi)[丙](/bing)<https://example.org>", "甲乙丙https://example.org"),
        (
            "京发[2018](试行)、[2018](27号)、[一](2018.12.10)",
            "京发[2018](试行)、[2018](27号)、[一](2018.12.10)",
        ),
        ("[2018]27号 [略]（略）", "[2018]27号 [略]（略）"),
        # lines that are ended on purpose, and others: each stays a line
        ("甲\\\n乙  \n丙，\n丁<br>戊<BR/>己", "甲\n乙  \n丙，\n丁\n戊\n己"),
        # HTML inside
        ("<font color=red>甲</font><u>乙</u> <质量> 5<6", "甲乙 <质量> 5<6"),
        ("<!-- 注\n释 -->甲<!-- 乙", "\n甲<!-- 乙"),
        ("&nbsp;甲&lt;p&gt;&#36136; R&D; &para", "\xa0甲<p>质 R&D; &para"),
        ("<table><tr><td>指标<td>目标<tr><td>合格率<td>96%</table>正文", "\n指标\t目标\n合格率\t96%\n正文"),
        # escapes
        ("1\\. 甲 \\*乙\\* \\# 丙 \\\\ \\d \\[丁\\]", "1. 甲 *乙* # 丙 \\ \\d [丁]"),
        ("\\# 不是标题\n\\- 不是列表\n\\*\\*不加粗\\*\\*", "# 不是标题\n- 不是列表\n**不加粗**"),
        # tables
        (
            "| 指标 | 目标 |\n|:--|---:|\n| **合格率** | 96% |\n|甲|\n正文",
            "指标\t目标\n\n合格率\t96%\n甲\n正文",
        ),
        ("甲|乙\n-|-\n一\\|二|三\n\n四|五", "甲\t乙\n\n一|二\t三\n\n四|五"),
        ("a | b\n不是表格 |", "a | b\n不是表格 |"),
        ("|序<br>号|目标|\n|-|-|\n||96%|\n|一||", "序 号\t目标\n\n\t96%\n一"),
        # fenced code
        ("```text\n# 甲\n- **乙**\n~~~\n```\n# 丙", "\n# 甲\n- **乙**\n~~~\n\n丙"),
        ("~~~\n- 甲", "\n- 甲"),
        ("", ""),
    ],
)
def test_rendered_text(markdown: str, text: str) -> None:
    assert rendered_text(markdown) == text


@given(st.text(st.sampled_from("质量，。#*_-+=>|`~[]()!\\ \t\n1a.")))
def test_lines_and_words_are_kept(markdown: str) -> None:
    text = rendered_text(markdown)
    assert text.count("\n") == markdown.count("\n")
    assert re.findall("[质量，。]", text) == re.findall("[质量，。]", markdown)


@given(st.text(st.characters(exclude_characters="#*_-+=>|`~[]()!\\<")))
def test_text_without_marks_is_its_own_rendering(text: str) -> None:
    assert rendered_text(text) == text


@pytest.mark.parametrize(
    "line",
    [
        *(
            mark * 50_000
            for mark in (
                "*",
                "**a ",
                "*a ",
                "_质",
                "==a",
                "<a ",
                "<!--",
                "<table",
                "&amp",
                "[a][",
                "[^a",
                "[](.(",
                "__质 ",
                "[",
                "[]",
                "[](",
                "> ",
                "- ",
                "# ",
                "`",
                "\\",
                "|",
                "-|",
                "=",
            )
        ),
        "# " + " " * 100_000 + "质",
        "# " + " #" * 50_000 + "质",
        "**" + " " * 100_000 + "质",
        "[质](" + "." * 100_000,
        "- " * 50_000 + "质",
    ],
)
def test_a_line_of_any_length_is_read_in_proportion(line: str) -> None:
    assert len(rendered_text(line)) <= len(line)
