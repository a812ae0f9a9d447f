from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from qcompare.rendering.document import Block, Cell, Column, Document, Heading, Paragraph, Preformatted, Table
from qcompare.rendering.table import render
from qcompare.rendering.visible import visible

LONG = "压实生产者责任，推行首席质量官制度，并把抽检合格率与负责人薪酬挂钩，连续两年不合格的列入重点名单。"


def drawn(*blocks: Block, width: int = 40, color: bool = False) -> list[str]:
    return render(Document(blocks), width=width, color=color).splitlines()


def test_each_block_has_its_form() -> None:
    assert drawn(
        Heading(1, "甲乙对照"),
        Paragraph("摘编，不可引用", "warn"),
        Heading(2, "构成"),
        Paragraph("一二三四五六七八九十一二三四五六七八九十。"),
        Heading(3, "细目"),
        Preformatted("a  b\n c"),
        Table((Column("n", right=True), Column("文")), ((Cell("1"), Cell("甲")), (Cell("10"), Cell("乙")))),
    ) == [
        "甲乙对照",
        "! 摘编，不可引用",
        "",
        "── 构成 ────────────────────────────────",
        "一二三四五六七八九十一二三四五六七八九",
        "十。",
        "",
        "细目",
        "a  b",
        " c",
        " n  文",
        "──────",
        " 1  甲",
        "10  乙",
    ]


def test_long_texts_share_what_the_key_leaves() -> None:
    columns = (Column("得分", width=6), Column("甲", ratio=1), Column("乙", ratio=1))
    assert drawn(Table(columns, ((Cell("0.83"), Cell(LONG[:12]), Cell(LONG[:24], lead="二 ¶1")),))) == [
        "得分  甲                乙",
        "────────────────────────────────────────",
        "0.83  压实生产者责任，  二 ¶1 压实生产者",
        "      推行首席          责任，推行首席质",
        "                        量官制度，并把抽",
        "                        检合格",
    ]


def test_groups_stand_apart_in_an_airy_table() -> None:
    rows = (("甲", "1"), ("", "2"), ("乙", "3"))
    table = Table((Column("k"), Column("v")), tuple((Cell(k), Cell(v)) for k, v in rows), "题", airy=True)
    assert drawn(table) == ["题", "k   v", "──────", "甲  1", "    2", "", "乙  3"]


@pytest.mark.parametrize(
    "text", ["[a类]与[/]", "[bold red]x[/]", ":smile: =1+1", "\x1b[2J\x1b]0;t\x07", "\u202eabc"]
)
@pytest.mark.parametrize("color", [False, True])
def test_nothing_in_a_text_is_obeyed(text: str, color: bool) -> None:
    lines = drawn(Paragraph(text), Table((Column(text),), ((Cell(text, lead=text),),)), color=color)
    plain = [re.sub(r"\x1b\[[0-9;]*m", "", line).rstrip() for line in lines] if color else lines
    shown = text.replace("\x1b", "␛").replace("\x07", "␇").replace("\u202e", "⟨U+202E⟩")
    assert [plain[0], plain[1], plain[3]] == [shown, shown, f"{shown} {shown}"]


@pytest.mark.parametrize(
    ("tone", "code"),
    [("products", "36"), ("engineering", "33"), ("services", "35"), ("environment", "32"), ("warn", "1;33")],
)
def test_pillars_and_warnings_have_colours_of_their_own(tone: str, code: str) -> None:
    table = Table((Column("h"),), ((Cell("文", tone),),))  # type: ignore[arg-type]
    assert drawn(table, color=True)[-1] == f"\x1b[{code}m文\x1b[0m"


def test_the_lead_is_bold_across_lines() -> None:
    cell = Cell("推行制度", lead="二(二)1 ¶13")
    lines = drawn(Table((Column("文"),), ((cell,),)), width=8, color=True)
    assert lines[2:] == ["\x1b[1m二(二)1\x1b[0m", "\x1b[1m¶13\x1b[0m 推行", "制度"]


TEXTS = st.text(max_size=60) | st.text(st.sampled_from("质量（）“”，。 \n[/]a9|\x1b"), max_size=60)


@given(st.lists(TEXTS, min_size=1, max_size=4), st.integers(2, 60))
def test_no_character_of_a_cell_is_lost(texts: list[str], width: int) -> None:
    table = Table((Column("h"),), tuple((Cell(text, lead="二 ¶1"),) for text in texts))
    lines = render(Document((table,)), width=width, color=False).split("\n")[2:]
    shown = "".join(visible(f"二 ¶1 {text}") for text in texts)
    assert "".join("".join(lines).split()) == "".join(shown.split())


@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=4), st.integers(24, 160))
def test_no_line_is_too_wide(rows: list[tuple[str, str, str]], width: int) -> None:
    columns = (Column("主题", width=9), Column("甲", ratio=1), Column("乙", ratio=2))
    table = Table(columns, tuple(tuple(map(Cell, row)) for row in rows))
    lines = render(Document((table, Paragraph(rows[0][0], "warn"))), width=width, color=False).split("\n")
    assert max(map(cell_len, lines)) <= width


def test_the_environment_has_no_say(monkeypatch: pytest.MonkeyPatch) -> None:
    before = drawn(Paragraph(LONG, "warn"), color=True)
    for name in ("NO_COLOR", "COLUMNS", "TERM", "FORCE_COLOR"):
        monkeypatch.setenv(name, "1")
    assert drawn(Paragraph(LONG, "warn"), color=True) == before
