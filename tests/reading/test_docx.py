"""Word files: what a reader of the printed document sees, once each, a line per paragraph."""

from __future__ import annotations

import pytest

from qcompare.reading.docx import docx_text
from tests.reading.word_files import (
    LIMITS,
    cell,
    document,
    field,
    instruction,
    mark,
    p,
    r,
    row,
    style,
    t,
    table,
)

_HIDDEN = "<w:vanish/>"
_STYLES = (
    style("Normal")
    + style("Secret", run=_HIDDEN)
    + style("SecretToo", based_on="Secret")
    + style("Open", based_on="Secret", run='<w:vanish w:val="0"/>')
    + style("hidden", run=_HIDDEN, kind="character")
)


def _lines(*content: str, **parts: str) -> list[str]:
    return docx_text(document(*content, **parts), "plan.docx", LIMITS).removesuffix("\n").split("\n")


def _box(*content: str) -> str:
    return f"<w:txbxContent>{''.join(content)}</w:txbxContent>"


def _symbol(font: str, code: str) -> str:
    return f'<w:sym w:font="{font}" w:char="{code}"/>'


def _font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (["甲", "乙"], ["甲", "乙"]),
        ([p("甲", "乙", r("丙", "丁"))], ["甲乙丙丁"]),
        (["甲", "", "", "", "乙", ""], ["甲", "", "乙"]),
        (["\u3000\u3000甲 乙 "], ["甲 乙"]),
        ([p(r("<w:t> 甲\n乙 </w:t>"), r("<w:t>丙</w:t>"), r(t(" 丁")))], ["甲 乙丙 丁"]),
        ([p(r(t("甲\u2028乙\t丙\x85丁")))], ["甲 乙 丙 丁"]),
        ([p(r("1 < 2 & 3"))], ["1 < 2 & 3"]),
        # signs that are elements
        ([p(r("甲", "<w:tab/>", "乙", "<w:ptab/>", "丙"))], ["甲\t乙\t丙"]),
        ([p(r("<w:tab/>", "甲", "<w:tab/>"))], ["甲"]),
        (
            [p(r("甲", "<w:br/>", "乙", '<w:br w:type="page"/>', "丙", "<w:cr/>", "丁"))],
            ["甲", "乙", "丙", "丁"],
        ),
        (
            [p(r("3", "<w:noBreakHyphen/>", "5", "<w:softHyphen/>", "年", "<w:lastRenderedPageBreak/>"))],
            ["3-5年"],
        ),
        # what is but wrapping
        (
            [p("<w:hyperlink>", r("甲"), "</w:hyperlink>", "<w:smartTag>" + r("乙") + "</w:smartTag>")],
            ["甲乙"],
        ),
        (
            [
                p(
                    "<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>"
                    + r("甲")
                    + "</w:sdtContent></w:sdt>"
                )
            ],
            ["甲"],
        ),
        (["<w:sdt><w:sdtContent>" + p("甲") + p("乙") + "</w:sdtContent></w:sdt>", "丙"], ["甲", "乙", "丙"]),
        (["<w:customXml>" + p("<w:customXml>" + r("甲") + "</w:customXml>") + "</w:customXml>"], ["甲"]),
        (
            [
                p(
                    '<w:bookmarkStart w:id="1"/>',
                    "甲",
                    '<w:proofErr w:type="x"/>',
                    "乙",
                    '<w:bookmarkEnd w:id="1"/>',
                )
            ],
            ["甲乙"],
        ),
        ([p("<w:yetToCome>" + r("甲") + "</w:yetToCome>")], ["甲"]),
        ([p('<w:commentRangeStart w:id="0"/>', "甲", r('<w:commentReference w:id="0"/>'))], ["甲"]),
        ([p("增长", "<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>", "倍")], ["增长x+1倍"]),
        # tabs that a paragraph sets are no text
        ([p("甲", properties='<w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs>')], ["甲"]),
    ],
)
def test_the_text_of_paragraphs(content: list[str], lines: list[str]) -> None:
    assert _lines(*content) == lines


@pytest.mark.parametrize(
    ("ruby", "text"),
    [
        (f"<w:ruby><w:rt>{r('zhì')}</w:rt><w:rubyBase>{r('质')}</w:rubyBase></w:ruby>", "质(zhì)量"),
        ("<w:ruby><w:rubyPr/><w:rubyBase>" + r("质") + "</w:rubyBase></w:ruby>", "质量"),
    ],
)
def test_a_reading_stands_behind_its_character(ruby: str, text: str) -> None:
    assert _lines(p(r(ruby), "量")) == [text]


@pytest.mark.parametrize(
    ("run", "text"),
    [
        (r(_symbol("Symbol", "F0B3")), "≥"),
        (r(_symbol("Symbol", "B3")), "≥"),
        (r(_symbol("Wingdings", "F0FE")), "☑"),
        (r(_symbol("Wingdings", "F081")), "①"),
        (r(_symbol("Wingdings 2", "F052")), "☑"),
        (r(_symbol("Wingdings", "F07F")), "•"),  # a sign that has no character
        (r(_symbol("宋体", "2265")), "≥"),
        (r(_symbol("Symbol", "D800")), ""),
        (r(_symbol("Symbol", "0")), ""),
        (r(_symbol("Symbol", "")), ""),
        (r("l", properties=_font("Wingdings")), "●"),
        (r("\uf0b3", properties=_font("Symbol")), "≥"),
        (r("质量", properties=_font("Wingdings")), "质量"),
        (r("\uf0b3", properties=_font("宋体")), "\uf0b3"),  # whose it is cannot be told here
        (r("\ue1e5"), "\ue1e5"),
    ],
)
def test_symbols(run: str, text: str) -> None:
    assert _lines(p("甲", run, "95%")) == [f"甲{text}95%"]


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        ([p("甲", r("乙", properties=_HIDDEN), "丙")], ["甲丙"]),
        ([p("甲", r("乙", properties='<w:vanish w:val="false"/>'))], ["甲乙"]),
        ([p("甲", r("乙", properties='<w:rStyle w:val="hidden"/>'))], ["甲"]),
        ([p(r("甲", properties=_HIDDEN + '<w:rStyle w:val="hidden"/>'), "乙")], ["乙"]),
        (["甲", p("乙", style="Secret"), p("丙", style="SecretToo"), p("丁", style="Open")], ["甲", "丁"]),
        # hidden twice is shown, as Word reckons
        ([p(r("甲", properties='<w:rStyle w:val="hidden"/>'), style="Secret")], ["甲"]),
        # a hidden mark joins, as between a run-in title and its text
        ([p("甲。", properties=f"<w:rPr>{_HIDDEN}<w:specVanish/></w:rPr>"), "乙"], ["甲。乙"]),
        ([p("甲", properties=f"<w:rPr>{_HIDDEN}</w:rPr>")], ["甲"]),
        ([p(r("甲", properties="<w:webHidden/>"))], ["甲"]),
    ],
)
def test_hidden_text_is_left_out(content: list[str], lines: list[str]) -> None:
    assert _lines(*content, styles=_STYLES) == lines


def _change(tag: str, content: str) -> str:
    return f'<w:{tag} w:id="1" w:author="a">{content}</w:{tag}>'


_MARK_DELETED = "<w:rPr><w:del w:id='1'/></w:rPr>"


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        ([p("甲", _change("ins", r("乙")), "丙")], ["甲乙丙"]),
        ([p("甲", _change("del", r("<w:delText>乙</w:delText>")), "丙")], ["甲丙"]),
        ([p("甲", _change("del", r("乙")), _change("ins", _change("del", r("丙"))))], ["甲"]),
        ([p("甲", _change("moveFrom", r("乙"))), p(_change("moveTo", r("乙")))], ["甲", "乙"]),
        ([p("甲", properties=_MARK_DELETED), p("乙"), p("丙")], ["甲乙", "丙"]),
        ([p("甲", properties=_MARK_DELETED), p("乙", properties=_MARK_DELETED), p("丙")], ["甲乙丙"]),
        ([p(_change("del", r("乙")), properties="<w:rPr><w:moveFrom w:id='1'/></w:rPr>"), p("丙")], ["丙"]),
        ([p("甲", properties="<w:rPr><w:ins w:id='1'/></w:rPr>"), p("乙")], ["甲", "乙"]),
        ([p("甲", properties=_MARK_DELETED)], ["甲"]),
        ([p("甲", properties=_MARK_DELETED), table(row("乙", "丙"))], ["甲", "乙\t丙"]),
        (
            [
                p(
                    "甲",
                    properties="<w:pPrChange><w:pPr><w:pStyle w:val='Secret'/></w:pPr></w:pPrChange>",
                )
            ],
            ["甲"],
        ),
        ([p(r("甲", properties="<w:rPrChange w:id='1'><w:rPr><w:vanish/></w:rPr></w:rPrChange>"))], ["甲"]),
        ([table(row("甲", "乙"), row("丙", "丁", properties="<w:del w:id='1'/>"))], ["甲\t乙"]),
        ([table(row("甲", "乙", properties="<w:ins w:id='1'/>"))], ["甲\t乙"]),
        ([table(row("甲", cell("乙", properties="<w:cellDel w:id='1'/>"), "丙"))], ["甲\t丙"]),
    ],
)
def test_changes_count_as_accepted(content: list[str], lines: list[str]) -> None:
    assert _lines(*content, styles=_STYLES) == lines


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (field(" PAGEREF _Toc1 ", r("12")), "12"),
        (field(" SEQ 表 ", r("1")) + r("质量"), "1质量"),
        ("<w:fldSimple w:instr='PAGE'>" + r("3") + "</w:fldSimple>", "3"),
        (field(" XE "), ""),
        # a field in the result of another, and in its instruction
        (field(" IF 1 ", r("甲") + field("PAGE", r("乙"))), "甲乙"),
        (
            r(mark("begin"), instruction("IF "))
            + field("PAGE", r("乙"))
            + r(mark("separate"), "甲", mark("end")),
            "甲",
        ),
        ("".join(r(each, properties=_HIDDEN) for each in (mark("begin"), "甲", mark("end"))) + r("乙"), "乙"),
        (
            r(mark("begin"), instruction("PAGE"))
            + r(mark("separate"), properties=_HIDDEN)
            + r("12", mark("end")),
            "12",
        ),
        # without a beginning, or without an end: nothing is lost
        (r("甲", mark("end"), "乙"), "甲乙"),
        (r(mark("separate"), "甲"), "甲"),
        (r(mark("begin"), "甲"), "甲"),
        # signs that Word draws from the instruction
        (field(r"eq \o\ac(○,21)"), "㉑"),
        (field(r" EQ \o\ac(○,优)"), "○优"),
        (field(r'EQ \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(zhì),质)'), "质(zhì)"),
        (field(r"EQ \f(1,2)"), ""),
    ],
)
def test_of_a_field_its_result_is_seen(content: str, text: str) -> None:
    assert _lines(p("前", content, "后")) == [f"前{text}后"]


def test_a_table_of_contents_runs_over_paragraphs() -> None:
    begin, end = r(mark("begin"), instruction("TOC"), mark("separate")), r(mark("end"))
    entry = r("一、总体要求", "<w:tab/>") + field("PAGEREF a", r("1"))
    assert _lines(p(begin, entry), p(r("二、任务", "<w:tab/>", "9")), p(end), "一、总体要求") == [
        "一、总体要求\t1",
        "二、任务\t9",
        "",
        "一、总体要求",
    ]


_BOX = _box(p("框内"), p("又"))


_INNER = r(
    f"<mc:AlternateContent><mc:Choice>{t('甲')}</mc:Choice><mc:Fallback>{t('乙')}</mc:Fallback></mc:AlternateContent>"
)


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (
            [p("甲", r(f"<w:drawing><wps:txbx>{_BOX}</wps:txbx></w:drawing>"), "乙"), "丙"],
            ["甲乙", "框内", "又", "丙"],
        ),
        (
            [p("甲", r(f"<w:pict><v:shape><v:textbox>{_BOX}</v:textbox></v:shape></w:pict>"))],
            ["甲", "框内", "又"],
        ),
        (
            [
                p(
                    r(
                        "<mc:AlternateContent>"
                        f"<mc:Choice Requires='wps'><w:drawing>{_BOX}</w:drawing></mc:Choice>"
                        f"<mc:Fallback><w:pict>{_BOX}</w:pict></mc:Fallback></mc:AlternateContent>",
                        "甲",
                    )
                )
            ],
            ["甲", "框内", "又"],
        ),
        (
            [f"<mc:AlternateContent><mc:Fallback>{p('甲')}</mc:Fallback></mc:AlternateContent>", "乙"],
            ["甲", "乙"],
        ),
        (
            [p("甲", r("<w:pict><v:shape><v:textpath string='东江市人民政府文件'/></v:shape></w:pict>"))],
            ["甲", "东江市人民政府文件"],
        ),
        ([p("甲", r(f"<w:drawing>{_box(table(row('乙', '丙')))}</w:drawing>"))], ["甲", "乙\t丙"]),
        # with a paragraph whose mark is deleted, at the end
        ([p("甲", r(f"<w:pict>{_BOX}</w:pict>"), properties=_MARK_DELETED)], ["甲", "框内", "又"]),
        # where a choice within the first form has none to offer
        (
            [
                p(
                    "甲",
                    r(
                        f"<mc:AlternateContent><mc:Choice><mc:AlternateContent/>{_BOX}</mc:Choice>"
                        f"<mc:Fallback>{_BOX}</mc:Fallback></mc:AlternateContent>"
                    ),
                )
            ],
            ["甲", "框内", "又"],
        ),
        # in a choice within a choice
        (
            [
                p(
                    r(
                        "<mc:AlternateContent><mc:Choice Requires='a'>"
                        f"{_box(p(_INNER))}"
                        f"</mc:Choice><mc:Choice Requires='b'>{_BOX}</mc:Choice></mc:AlternateContent>"
                    )
                )
            ],
            ["", "甲"],
        ),
    ],
)
def test_text_boxes_follow_their_paragraph_once(content: list[str], lines: list[str]) -> None:
    assert _lines("首", *content) == ["首", *lines]
