from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from qcompare.rendering.document import Block, Cell, Column, Document, Heading, Paragraph, Preformatted, Table
from qcompare.rendering.markdown import render
from qcompare.rendering.visible import visible

NASTY = [
    "甲 | 乙",
    "a\\|b\\",
    "第一行\n第二行",
    "`code` ``x``",
    "<b>粗</b> <script>",
    "# 标题",
    "## 二 ##",
    "- 项目",
    "+ 项目",
    "1. 项目",
    "12) 项目",
    "---",
    "===",
    "=1+1",
    "> 引",
    "*星* _线_ **粗**",
    "[a类] [/] [x](y) ![z](w)",
    "~~删~~ &amp; &lt;",
    "$x$ 与 \\$",
    "0.83",
    "--all",
    "|",
    "\\",
    "*",
    "合格率≥94%（见“表一”）",
    "\x1b[31m\u202e",
]


def parsed(*blocks: Block) -> list[Token]:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(render(Document(blocks)))


def plain(token: Token) -> str:
    """The text of an inline token, as a reader sees it; only bold and line ends may be in it."""
    parts = {"softbreak": "\n", "html_inline": "\n", "strong_open": "", "strong_close": ""}
    children = token.children or []
    assert {child.content for child in children if child.type == "html_inline"} <= {"<br>"}
    assert {child.type for child in children} <= {"text", *parts}
    return "".join(parts.get(child.type, child.content) for child in children)


def read_back(*blocks: Block) -> list[str]:
    return [plain(token) for token in parsed(*blocks) if token.type == "inline"]


def expected(text: str) -> str:
    return "\n".join(line.strip() for line in visible(text).split("\n")).strip()


@pytest.mark.parametrize("text", NASTY)
def test_a_text_reads_back_wherever_it_stands(text: str) -> None:
    table = Table(
        (Column(text), Column("h")),
        ((Cell(text), Cell(text, "strong")), (Cell(""), Cell(text, lead=text))),
        caption=text,
    )
    whole = expected(text)
    joined = "\n".join([*whole.split("\n")[:-1], f"{whole.split(chr(10))[-1]} {whole}"])
    assert read_back(Heading(2, text), Paragraph(text), Paragraph(text, "warn"), table) == [
        whole,
        whole,
        whole,
        whole,
        whole,
        "h",
        whole,
        whole,
        "",
        joined,
    ]


@given(st.lists(st.lists(st.text(max_size=30), min_size=2, max_size=2), min_size=1, max_size=4))
def test_any_cells_read_back_in_their_rows(rows: list[list[str]]) -> None:
    table = Table((Column("a"), Column("b", right=True)), tuple(tuple(map(Cell, row)) for row in rows))
    inline = read_back(table)
    assert [text.strip() for text in inline] == ["a", "b", *(expected(text) for row in rows for text in row)]


@given(st.text(max_size=60))
def test_any_paragraph_reads_back_as_one(text: str) -> None:
    tokens = parsed(Paragraph("前"), Paragraph(f"{text}。"))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"] * 2
    assert plain(tokens[4]).strip() == expected(f"{text}。")


@pytest.mark.parametrize("text", ["a\n  b", "```\nx\n```", "````"])
def test_preformatted_text_stays_as_it_is(text: str) -> None:
    assert [(token.type, token.content) for token in parsed(Preformatted(text))] == [("fence", f"{text}\n")]


def test_the_whole_of_a_document() -> None:
    document = Document(
        (
            Heading(1, "甲与乙"),
            Paragraph("摘编", "warn"),
            Table(
                (Column("支柱"), Column("占比", right=True)),
                (
                    (Cell("", "products", lead="产品"), Cell("9.5")),
                    (Cell("  农产品", "dim"), Cell("\n–", lead="9")),
                ),
                caption="题",
            ),
            Paragraph("", "strong"),
        )
    )
    assert render(document) == (
        "# 甲与乙\n\n> **摘编**\n\n**题**\n\n| 支柱 | 占比 |\n| --- | --: |\n"
        "| **产品** | 9.5 |\n| 农产品 | **9**<br>– |\n\n\n"
    )
