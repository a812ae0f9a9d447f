"""Footnotes and endnotes: a mark in the text, and the note behind the text."""

from __future__ import annotations

import pytest

from qcompare.reading.docx import docx_text
from tests.reading.word_files import LIMITS, cell, document, p, r, row, table


def _note(tag: str, key: str, *paragraphs: str) -> str:
    return f'<w:{tag} w:id="{key}">{"".join(paragraphs)}</w:{tag}>'


def _reference(kind: str, key: str, more: str = "") -> str:
    return r(f'<w:{kind}Reference w:id="{key}"{more}/>')


_FOOTNOTES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    + _note("footnote", "2", p(r("<w:footnoteRef/>"), " 指规模以上工业企业。"))
    + _note("footnote", "3", p("见附件。"), p("另见正文。"))
    + _note("footnote", "4", p("没有引用。"))
)
_ENDNOTES = _note("endnote", "2", p("来源：统计局。"))


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (
            [p("达到95%", _reference("footnote", "2"), "以上。")],
            ["达到95%[1]以上。", "[1] 指规模以上工业企业。"],
        ),
        # in the order of the text, not of their part
        (
            [p("甲", _reference("footnote", "3"), "乙", _reference("footnote", "2"))],
            ["甲[1]乙[2]", "[1] 见附件。", "另见正文。", "[2] 指规模以上工业企业。"],
        ),
        (
            [p("甲", _reference("endnote", "2"), "乙", _reference("footnote", "2"))],
            ["甲[i]乙[1]", "[1] 指规模以上工业企业。", "[i] 来源：统计局。"],
        ),
        (
            [table(row(cell(p("甲", _reference("footnote", "2"))), "乙"))],
            ["甲[1]\t乙", "[1] 指规模以上工业企业。"],
        ),
        # a mark of the author's own is in the text already
        (
            [
                p(
                    "甲",
                    _reference("footnote", "2", ' w:customMarkFollows="1"'),
                    "*",
                    _reference("footnote", "3"),
                )
            ],
            ["甲*[1]", "指规模以上工业企业。", "[1] 见附件。", "另见正文。"],
        ),
        # what is deleted has no note; what is not there gives a mark alone
        ([p("甲", f'<w:del w:id="1">{_reference("footnote", "2")}</w:del>')], ["甲"]),
        ([p("甲", _reference("footnote", "9"))], ["甲[1]"]),
        (
            [p("甲", _reference("footnote", "2")), p("乙", _reference("footnote", "2"))],
            ["甲[1]", "乙[1]", "[1] 指规模以上工业企业。"],
        ),
    ],
)
def test_notes_follow_the_text(content: list[str], lines: list[str]) -> None:
    data = document(*content, footnotes=_FOOTNOTES, endnotes=_ENDNOTES)
    assert docx_text(data, "plan.docx", LIMITS).removesuffix("\n").split("\n") == lines


def test_without_a_part_of_notes_the_marks_stay() -> None:
    data = document(p("甲", _reference("footnote", "2")))
    assert docx_text(data, "plan.docx", LIMITS) == "甲[1]\n"
