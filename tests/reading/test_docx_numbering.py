"""Automatic numbering: the numbers that Word shows before paragraphs."""

from __future__ import annotations

import pytest

from qcompare.parsing.schemes import numbered
from qcompare.reading.docx import docx_text
from tests.reading.word_files import (
    LIMITS,
    abstract,
    cell,
    document,
    level,
    num,
    p,
    r,
    row,
    starts,
    style,
    table,
)

_PLAN = abstract(
    0,
    level(0, "chineseCountingThousand", "%1、"),
    level(1, "chineseCountingThousand", "（%2）"),
    level(2, "decimal", "%3."),
    level(3, "decimal", "(%4)"),
)
_OUTLINE = abstract(
    1, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"), level(2, "decimal", "%1.%2.%3")
)
_LISTS = _PLAN + _OUTLINE + num(1, 0) + num(2, 0, starts(0, 5)) + num(3, 0) + num(4, 1)


def _lines(content: list[str], numbering: str, styles: str = style("Normal")) -> list[str]:
    data = document(*content, numbering=numbering, styles=styles)
    return docx_text(data, "plan.docx", LIMITS).removesuffix("\n").split("\n")


def _numbers(places: list[tuple[int, int]], numbering: str) -> str:
    """The numbers of paragraphs of an x each, at lists and levels."""
    lines = _lines([p("x", number=place) for place in places], numbering)
    return " ".join(line.removesuffix("x").strip() for line in lines)


@pytest.mark.parametrize(
    ("places", "numbers"),
    [
        (
            [(1, 0), (1, 1), (1, 1), (1, 2), (1, 2), (1, 3), (1, 0), (1, 1)],
            "一、 （一） （二） 1. 2. (1) 二、 （一）",
        ),
        # a deeper level begins anew after any level above it
        ([(1, 0), (1, 1), (1, 2), (1, 2), (1, 0), (1, 2)], "一、 （一） 1. 2. 二、 1."),
        # the lists of one definition count on together; a start of their own counts once
        ([(1, 0), (3, 0), (2, 0), (2, 0), (1, 0), (2, 0)], "一、 二、 五、 六、 七、 八、"),
        # levels above that have not been met stand at their start, and count from there
        ([(4, 1), (4, 1), (4, 0), (4, 2), (4, 1)], "1.1 1.2 2. 2.1.1 2.2"),
        ([(1, 0), (1, 2), (1, 1), (1, 2)], "一、 1. （二） 1."),
        # no such list, no such level, none at all
        ([(9, 0), (1, 8), (0, 0), (1, 0)], "   一、"),
    ],
)
def test_levels_count(places: list[tuple[int, int]], numbers: str) -> None:
    assert _numbers(places, _LISTS) == numbers


def _own(*levels: str, overrides: str = "") -> str:
    return abstract(0, *levels) + num(1, 0, overrides)


@pytest.mark.parametrize(
    ("levels", "places", "numbers"),
    [
        ([level(0, "decimal", "%1.", start=3)], [0, 0], "3. 4."),
        ([level(0, "decimal", "%1.", start=None)], [0, 0], "0. 1."),
        ([level(0, "upperLetter", "%1."), level(1, "lowerRoman", "%1-%2)")], [0, 1, 1], "A. A-i) A-ii)"),
        (
            [level(0, "chineseCounting", "第%1章"), level(1, "decimal", "%1.%2", "<w:isLgl/>")],
            [0, 0, 1],
            "第一章 第二章 2.1",
        ),
        (
            [level(0, "chineseCounting", "第%1章"), level(1, "decimal", "%1.%2", '<w:isLgl w:val="0"/>')],
            [0, 1],
            "第一章 一.1",
        ),
        # a place of a level below, of a bullet, of none
        (
            [level(0, "decimal", "%1.%2"), level(1, "bullet", "■"), level(2, "decimal", "%1.%2%3")],
            [0, 1, 2],
            "1. ■ 1.1",
        ),
        ([level(0, "none", "附件%1")], [0, 0], "附件 附件"),
        ([level(0, "decimal", "")], [0], ""),
        ([level(0, "custom", "%1").replace('"custom"', '"custom" w:format="001, 002, ..."')], [0], "001"),
        ([level(0, "decimal", "%" * 300)], [0], "%" * 255),
        # when a level begins anew
        (
            [level(0, "decimal", "%1"), level(1, "decimal", "%2", '<w:lvlRestart w:val="0"/>')],
            [0, 1, 1, 0, 1],
            "1 1 2 2 3",
        ),
        (
            [
                level(0, "decimal", "%1"),
                level(1, "decimal", "%2"),
                level(2, "decimal", "%3", '<w:lvlRestart w:val="1"/>'),
            ],
            [0, 1, 2, 2, 1, 2, 0, 2],
            "1 1 1 2 2 3 2 1",
        ),
        (
            [level(0, "decimal", "%1"), level(1, "decimal", "%2", '<w:lvlRestart w:val="5"/>')],
            [0, 1, 0, 1],
            "1 1 2 1",
        ),
    ],
)
def test_what_a_level_says(levels: list[str], places: list[int], numbers: str) -> None:
    assert _numbers([(1, place) for place in places], _own(*levels)) == numbers


_LETTERS = level(0, "upperLetter", "%1)", start=2)


@pytest.mark.parametrize(
    ("numbering", "numbers"),
    [
        (_own(level(0, "decimal", "%1."), overrides=starts(0, 0)), "0. 1."),
        (
            _own(
                level(0, "decimal", "%1."),
                overrides=f"<w:lvlOverride w:ilvl='0'>{_LETTERS}</w:lvlOverride>",
            ),
            "B) C)",
        ),
        (_own(level(0, "decimal", "%1."), overrides='<w:lvlOverride w:ilvl="x"/>'), "1. 2."),
        (num(1, 7), " "),
    ],
)
def test_what_a_list_says_of_its_own(numbering: str, numbers: str) -> None:
    assert _numbers([(1, 0), (1, 0)], numbering) == numbers


_BULLETS = {
    "round": ("\uf0b7", "Symbol", "• 甲"),
    "round in any font": ("\uf0b7", "", "• 甲"),
    "letter of Wingdings": ("l", "Wingdings", "● 甲"),
    "private use": ("\uf06e", "Wingdings", "■ 甲"),
    "private use without a font": ("\uf0d8", "Times New Roman", "➢ 甲"),
    "unknown": ("\uf001", "Wingdings", "• 甲"),
    "letter for a ring": ("o", "Courier New", "◦ 甲"),
    "character": ("◆", "宋体", "◆ 甲"),
    "dash": ("——", "宋体", "——甲"),
}


@pytest.mark.parametrize(("text", "font", "line"), _BULLETS.values(), ids=_BULLETS)
def test_bullets_are_characters(text: str, font: str, line: str) -> None:
    look = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>'
    numbering = _own(level(0, "bullet", text).replace("</w:lvl>", f"{look}</w:lvl>"))
    assert _lines([p("甲", number=(1, 0))], numbering) == [line]


@pytest.mark.parametrize(
    ("text", "suffix", "content", "line"),
    [
        ("%1、", "", "总体要求", "1、总体要求"),
        ("（%1）", "", "总体要求", "（1）总体要求"),
        ("%1.", "", "总体要求", "1. 总体要求"),
        ("第%1章", "", "总则", "第1章 总则"),
        ("%1", "", "总则", "1 总则"),
        ("%1.", "nothing", "总体要求", "1.总体要求"),
        ("%1、", "space", "总体要求", "1、 总体要求"),
        ("%1、", "tab", "总体要求", "1、总体要求"),
        ("%1、", "", "5个项目", "1、 5个项目"),  # not 1、5个项目, which reads as a list of figures
        ("%1.", "", "5个项目", "1. 5个项目"),
        ("%1.", "", "", "1."),
        ("%1.", "", "  总体要求", "1. 总体要求"),
    ],
)
def test_what_sets_a_number_off(text: str, suffix: str, content: str, line: str) -> None:
    said = f'<w:suff w:val="{suffix}"/>' if suffix else ""
    assert _lines([p(content, number=(1, 0))], _own(level(0, "decimal", text, said))) == [line]


@pytest.mark.parametrize(
    ("style_name", "text", "number"),
    [
        ("chineseCountingThousand", "%1、", "二"),
        ("japaneseCounting", "（%1）", "二"),
        ("chineseCounting", "第%1章", "二"),
        ("chineseCounting", "第%1条", "二"),
        ("decimal", "%1.", "2"),
        ("decimal", "%1、", "2"),
        ("decimal", "（%1）", "2"),
        ("decimalEnclosedCircleChinese", "%1", "②"),
    ],
)
def test_the_parser_knows_the_numbers(style_name: str, text: str, number: str) -> None:
    for content in ("总体要求", "2025年目标", "“放管服”改革"):
        line = _lines([p("一", number=(1, 0)), p(content, number=(1, 0))], _own(level(0, style_name, text)))[
            1
        ]
        begun = numbered(line)
        assert begun is not None
        assert (begun.number, line[begun.rest :]) == (number, content)


def _by_style(key: str, number: str, **more: str) -> str:
    return style(key, paragraph=f"<w:numPr>{number}</w:numPr>", **more)


_STYLES = (
    style("Normal")
    + _by_style("H1", '<w:numId w:val="1"/>', based_on="Normal")
    + _by_style("H2", '<w:ilvl w:val="1"/><w:numId w:val="1"/>', based_on="H1")
    + style("Child", based_on="H2")
    + _by_style("Off", '<w:numId w:val="0"/>', based_on="H1")
    + _by_style("OnlyLevel", '<w:ilvl w:val="2"/>', based_on="H1")
    + style("Loop", based_on="Loop2")
    + style("Loop2", based_on="Loop")
)


@pytest.mark.parametrize(
    ("paragraphs", "lines"),
    [
        (
            [p("甲", style="H1"), p("乙", style="H2"), p("丙", style="Child")],
            ["一、甲", "（一）乙", "（二）丙"],
        ),
        (
            [p("甲", style="Off"), p("乙", style="H1", number=(0, 0)), p("丙", style="H1")],
            ["甲", "乙", "一、丙"],
        ),
        ([p("甲", style="H2", number=(1, 0)), p("乙", style="H2")], ["一、甲", "（一）乙"]),
        (
            [p("甲", style="OnlyLevel"), p("乙", style="Loop"), p("丙", style="Unknown")],
            ["1. 甲", "乙", "丙"],
        ),
        (
            [p("甲", style="H1", properties='<w:numPr><w:ilvl w:val="1"/></w:numPr>'), p("乙", style="H1")],
            ["（一）甲", "二、乙"],
        ),
        ([p("甲", style="H2", properties='<w:numPr><w:numId w:val="1"/></w:numPr>')], ["（一）甲"]),
    ],
)
def test_styles_number_their_paragraphs(paragraphs: list[str], lines: list[str]) -> None:
    assert _lines(paragraphs, _PLAN + num(1, 0), _STYLES) == lines


def test_a_level_may_name_its_style() -> None:
    levels = [
        level(i, "decimal", f"%{i + 1}.", f'<w:pStyle w:val="{key}"/>') for i, key in enumerate(("H1", "H2"))
    ]
    styles = (
        _by_style("H1", '<w:numId w:val="1"/>')
        + _by_style(
            "H2", '<w:ilvl w:val="0"/><w:numId w:val="1"/>'
        )  # the level's word counts, not the style's
        + style("Child", based_on="H2")
    )
    content = [p("甲", style="H1"), p("乙", style="H2"), p("丙", style="Child"), p("丁", style="H1")]
    assert _lines(content, _own(*levels), styles) == ["1. 甲", "1. 乙", "2. 丙", "2. 丁"]


def test_the_default_style_counts_for_paragraphs_without_one() -> None:
    styles = style("Normal", paragraph='<w:numPr><w:numId w:val="1"/></w:numPr>')
    assert _lines(["甲", "乙"], _own(level(0, "decimal", "%1.")), styles) == ["1. 甲", "2. 乙"]


def test_a_list_may_be_linked_by_a_numbering_style() -> None:
    numbering = (
        abstract(0, '<w:styleLink w:val="Plan"/>', level(0, "chineseCounting", "%1、"))
        + abstract(1, '<w:numStyleLink w:val="Plan"/>')
        + abstract(2, '<w:numStyleLink w:val="Nowhere"/>', level(0, "decimal", "%1)"))
        + num(1, 0)
        + num(2, 1)
        + num(3, 2)
    )
    styles = style("Plan", paragraph='<w:numPr><w:numId w:val="1"/></w:numPr>', kind="numbering")
    content = [p("甲", number=(1, 0)), p("乙", number=(2, 0)), p("丙", number=(3, 0))]
    assert _lines(content, numbering, styles) == ["一、甲", "二、乙", "1)丙"]


_DELETED = '<w:rPr><w:del w:id="1"/></w:rPr>'
_GONE = f'<w:del w:id="2">{r("<w:delText>乙</w:delText>")}</w:del>'


@pytest.mark.parametrize(
    ("paragraphs", "lines"),
    [
        # what is deleted or hidden does not count, what is empty does
        (
            [p("甲", number=(1, 0)), p(_GONE, number=(1, 0), properties=_DELETED), p("丙", number=(1, 0))],
            ["一、甲", "二、丙"],
        ),
        (
            [
                p("甲", number=(1, 0)),
                p(r("乙", properties="<w:vanish/>"), number=(1, 0), properties="<w:rPr><w:vanish/></w:rPr>"),
                p("丙", number=(1, 0)),
            ],
            ["一、甲", "二、丙"],
        ),
        ([p("甲", number=(1, 0)), p(number=(1, 0)), p("丙", number=(1, 0))], ["一、甲", "二、", "三、丙"]),
        # a run-in heading has its number
        (
            [p("甲。", number=(1, 1), properties="<w:rPr><w:vanish/><w:specVanish/></w:rPr>"), p("乙")],
            ["（一）甲。乙"],
        ),
        ([table(row(cell(p("甲", number=(1, 0))), "乙")), p("丙", number=(1, 0))], ["一、甲\t乙", "二、丙"]),
        # what the numbering was before a change is of no account
        (
            [
                p(
                    "甲",
                    properties='<w:pPrChange w:id="1"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/>'
                    "</w:numPr></w:pPr></w:pPrChange>",
                )
            ],
            ["甲"],
        ),
    ],
)
def test_what_counts(paragraphs: list[str], lines: list[str]) -> None:
    assert _lines(paragraphs, _LISTS) == lines


def test_without_definitions_nothing_is_numbered() -> None:
    assert docx_text(document(p("甲", number=(1, 0))), "plan.docx", LIMITS) == "甲\n"
