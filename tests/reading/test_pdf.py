"""PDF: paragraphs, tables and page numbers as a reader sees them on the page."""

from __future__ import annotations

import pytest

from qcompare.reading.pdfpages.document import document_text
from qcompare.settings import Limits
from tests.reading.pdf_files import (
    COLUMN,
    HEIGHT,
    LEADING,
    LEFT,
    SIZE,
    TOP,
    WIDTH,
    Heading,
    PageOf,
    Paragraph,
    grid,
    line,
    pdf_file,
    shown,
    typeset,
    wrapped,
)

_LONG = (
    "为增强全市产品、工程和服务的竞争力，到2027年，规模以上企业普遍建立质量管理制度，主要产品监督抽查合格率"
    "稳定在96.5%以上（食品另计），消费者投诉按期办结率不低于98%，建成一批叫得响的《区域名牌》产品。"
)
_SHORT = "各区政府、市级有关部门抓好落实。"
_TITLE = "关于进一步提升产品工程和服务质量的若干意见"


def read(data: bytes) -> str:
    return document_text(data, "plan.pdf", Limits(file_mb=10, unpacked_mb=10, pages=40, characters=20_000))


def lines_at(
    texts: list[str], left: float = LEFT, down: float = TOP, leading: float = LEADING, size: float = SIZE
) -> list[str]:
    return [shown(text, left, down + n * leading, size) for n, text in enumerate(texts)]


def flush(*paragraphs: str, gap: float = LEADING, column: int = COLUMN, left: float = LEFT) -> list[str]:
    """Paragraphs without indent, ``gap`` apart."""
    page: list[str] = []
    down = TOP
    for paragraph in paragraphs:
        texts = wrapped(paragraph, column)
        page += lines_at(texts, left, down)
        down += (len(texts) - 1) * LEADING + gap
    return page


def cells(
    rows: list[list[str]], lefts: list[float], down: float = TOP, leading: float = LEADING
) -> list[str]:
    return [
        shown(text, left, down + n * leading)
        for n, row in enumerate(rows)
        for left, text in zip(lefts, row, strict=True)
        if text
    ]


# --- paragraphs ---------------------------------------------------------------------------------------


def test_wrapped_lines_are_joined_and_paragraphs_kept() -> None:
    data = typeset([Heading("质量提升方案"), Paragraph(_LONG), Paragraph(_SHORT), Paragraph(_LONG * 2)])
    assert read(data) == f"质量提升方案\n{_LONG}\n{_SHORT}\n{_LONG * 2}\n— 1 —\n"


def test_a_paragraph_runs_over_page_ends_and_the_page_numbers_follow_it() -> None:
    data = typeset([Paragraph(_LONG), Paragraph(_LONG * 4), Paragraph(_SHORT)], lines=9)
    assert read(data) == f"{_LONG}\n{_LONG * 4}\n— 1 —\n— 2 —\n{_SHORT}\n— 3 —\n"


def test_running_heads_and_footnotes_do_not_tear_a_paragraph() -> None:
    texts = wrapped(_LONG * 2, COLUMN)
    pages = [
        [
            shown(f"质量工作年报　{n}", LEFT, 30, 9),
            *lines_at(part),
            shown(f"①数据截至{n}月。", LEFT, HEIGHT - 60, 9),
        ]
        for n, part in ((1, texts[:4]), (2, texts[4:]))
    ]
    assert read(pdf_file(*pages)) == (
        f"质量工作年报 1\n{_LONG * 2}\n①数据截至1月。\n质量工作年报 2\n①数据截至2月。\n"
    )


@pytest.mark.parametrize(
    ("page", "text"),
    [
        pytest.param(flush(_LONG, _LONG, gap=1.6 * LEADING), f"{_LONG}\n{_LONG}\n", id="larger gap"),
        pytest.param(flush(_LONG, _SHORT, _LONG), f"{_LONG}\n{_SHORT}\n{_LONG}\n", id="short last line"),
        pytest.param(
            [*flush("质" * COLUMN * 2), shown("工作要求", LEFT, TOP + 2 * LEADING, 14)],
            "质" * COLUMN * 2 + "\n工作要求\n",
            id="other size",
        ),
        pytest.param(
            lines_at(["质" * (COLUMN - 1) + "。", "二、" + "量" * 12]),
            "质" * (COLUMN - 1) + "。\n二、" + "量" * 12 + "\n",
            id="heading behind a full line",
        ),
        pytest.param(
            lines_at([f"一、总体要求{'.' * 40}1", f"二、主要任务{'.' * 40}3"]),
            f"一、总体要求{'.' * 40}1\n二、主要任务{'.' * 40}3\n",
            id="table of contents",
        ),
    ],
)
def test_where_a_paragraph_ends(page: list[str], text: str) -> None:
    assert read(pdf_file(page)) == text


@pytest.mark.parametrize(
    ("page", "text"),
    [
        pytest.param(
            # the number had no room on the line above: what is never broken moves whole
            flush("质" * 25 + "2025年", "质" * 27 + "（2025）年底", _LONG),
            "质" * 25 + "2025年\n" + "质" * 27 + f"（2025）年底\n{_LONG}\n",
            id="whole numbers",
        ),
        pytest.param(
            lines_at(["质" * 26, "，量" + "质" * 25, "。"]),
            "质" * 26 + "，量" + "质" * 25 + "。\n",
            id="a closing mark begins no text",
        ),
        pytest.param(
            lines_at(["The total quality management of " + "a" * 20 + " in", "the city of Ning-", "bo"]),
            f"The total quality management of {'a' * 20} in the city of Ning-\nbo\n",
            id="Latin words",
        ),
        pytest.param(
            flush("质" * 20 + " quality of", "质" * 20),
            "质" * 20 + " quality of\n" + "质" * 20 + "\n",
            id="short",
        ),
        pytest.param(
            [*lines_at(["1.质量" + "量" * 24], LEFT), *lines_at(["量" * 26], LEFT + SIZE, TOP + LEADING)],
            "1.质量" + "量" * 50 + "\n",
            id="hanging",
        ),
        pytest.param(
            lines_at(["关于进一步提升产品工程和服务", "质量的若干意见"], LEFT + 3, leading=30, size=22)[:1]
            + lines_at(["质量的若干意见"], LEFT + 85, TOP + 30, size=22)
            + lines_at(wrapped(_LONG, COLUMN), down=TOP + 80),
            f"{_TITLE}\n{_LONG}\n",
            id="centred title on two lines",
        ),
    ],
)
def test_where_a_paragraph_goes_on(page: list[str], text: str) -> None:
    assert read(pdf_file(page)) == text


def test_two_columns_are_read_one_after_the_other() -> None:
    left, right = wrapped(_LONG * 2, 12), wrapped(_SHORT + _LONG, 12)
    page = [
        shown("质量工作", 150, 30, 20),
        *lines_at(left),
        *lines_at(right, LEFT + 15 * SIZE),
    ]
    assert read(pdf_file(page)) == f"质量工作\n{_LONG * 2}\n{_SHORT + _LONG}\n"


# --- characters ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("page", "text"),
    [
        pytest.param(
            [shown("一、总则", LEFT, TOP), shown("一、总则", LEFT + 0.4, TOP)], "一、总则\n", id="bold"
        ),
        pytest.param([shown("2022", LEFT, TOP)], "2022\n", id="the same digit twice is no second print"),
        pytest.param([shown("第一章　　总则", LEFT, TOP)], "第一章 总则\n", id="blanks between words"),
        pytest.param(
            [shown("第一章", LEFT, TOP), shown("总则", LEFT + 4 * SIZE, TOP)], "第一章 总则\n", id="a gap"
        ),
        pytest.param(
            [shown("到", LEFT, TOP), shown("2025", LEFT + 15, TOP), shown("年", LEFT + 42, TOP)],
            "到2025年\n",
            id="the quarter between scripts is no blank",
        ),
        pytest.param(
            [shown(c, LEFT + n * 17, TOP) for n, c in enumerate("责任单位")], "责任单位\n", id="spaced out"
        ),
        pytest.param(
            [shown("800m", LEFT, TOP), shown("2", LEFT + 24, TOP - 5, 7), shown("以上", LEFT + 28, TOP)],
            "800m2以上\n",
            id="raised",
        ),
        pytest.param([shown("质量", LEFT, TOP, mode=3)], "质量\n", id="the unseen text of OCR"),
        pytest.param([shown("强市", LEFT, TOP + 20), shown("质量", LEFT, TOP)], "质量\n强市\n", id="order"),
        pytest.param([shown("𠮷林质量", LEFT, TOP)], "𠮷林质量\n", id="beyond the basic plane"),
        pytest.param(
            [
                *flush(_LONG),
                shown("内部资料", 20, 300, 30, "0 1 -1 0"),
                shown("样稿", 200, 300, 40, "1 1 -1 1"),
            ],
            f"{_LONG}\n内部资料\n样稿\n",
            id="written sideways and aslant",
        ),
    ],
)
def test_characters_of_a_line(page: list[str], text: str) -> None:
    assert read(pdf_file(page)) == text


def test_a_page_that_lies_on_its_side_is_read_upright() -> None:
    turned = [
        shown(text, TOP + n * LEADING, HEIGHT - LEFT, turn="0 1 -1 0")
        for n, text in enumerate(wrapped(_LONG * 2, 41))
    ]
    assert read(pdf_file(PageOf(turned, "/Rotate 90"))) == f"{_LONG * 2}\n"


# --- tables -------------------------------------------------------------------------------------------

_XS = [LEFT, 80.0, 200.0, 260.0, 330.0]
_LEFTS = [x + 4 for x in _XS[:-1]]
_ROWS = [
    ["序号", "指标", "2025年", "属性"],
    ["1", "产品合格率", "96.5%", "预期性"],
    ["2", "顾客满意度", "", "预期性"],
]
_TABLE = "序号\t指标\t2025年\t属性\n1\t产品合格率\t96.5%\t预期性\n2\t顾客满意度\t\t预期性\n"
_YS = [TOP - 14 + n * LEADING for n in range(4)]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        pytest.param([*grid(_XS, _YS), *cells(_ROWS, _LEFTS)], _TABLE, id="ruled"),
        pytest.param(cells(_ROWS, _LEFTS), _TABLE, id="aligned"),
        pytest.param(
            [*(line(LEFT, y, 330, y) for y in _YS), *cells(_ROWS, _LEFTS)], _TABLE, id="rules across alone"
        ),
        pytest.param(
            [
                *grid([LEFT, 150, 250], [60, 120]),
                *lines_at(["每万人口高价值发", "明专利拥有量"], 52, 80, 18, 11),
                shown("12件", 160, 90),
            ],
            "每万人口高价值发明专利拥有量\t12件\n",
            id="wrapped in its cell",
        ),
        pytest.param(
            [
                *grid([LEFT, 150, 250], [60, 120]),
                *lines_at(["产品质量", "食品合格率达到百"], 52, 80, 18, 11),
                shown("98%", 160, 90),
            ],
            "产品质量 食品合格率达到百\t98%\n",
            id="two lines on purpose",
        ),
        pytest.param(
            [
                *(line(LEFT, y, 250, y) for y in (60, 120)),
                line(100, 90, 250, 90),
                *(line(x, 60, x, 120) for x in (LEFT, 100, 250)),
                line(180, 90, 180, 120),
                shown("产品", 55, 94),
                *cells([["合格率", ""], ["95%", "96%"]], [110, 190], 80, 30),
            ],
            "产品\t合格率\n\t95%\t96%\n",
            id="merged cells",
        ),
        pytest.param(
            [
                *grid([LEFT - 10, LEFT + COLUMN * SIZE + 10], [TOP - 20, TOP + 140]),
                *flush(_LONG, _SHORT),
            ],
            f"{_LONG}\n{_SHORT}\n",
            id="a frame around text is no table",
        ),
        pytest.param(
            [*flush(_LONG), line(LEFT, TOP + 4, 200, TOP + 4), line(LEFT, TOP + 7, 200, TOP + 7)],
            f"{_LONG}\n",
            id="underlined",
        ),
    ],
)
def test_tables(page: list[str], text: str) -> None:
    assert read(pdf_file(page)) == text


def test_a_row_that_a_page_end_tears_is_put_together() -> None:
    rules = grid([LEFT, 90, 200, 300], [TOP - 14, TOP + 6])
    first = [*rules, *cells([["1", "食品监督抽", "98%"]], [52, 94, 210])]
    second = [*rules, *cells([["", "查合格率", ""]], [52, 94, 210])]
    assert read(pdf_file(first, second)) == "1\t食品监督抽查合格率\t98%\n"


def test_a_row_under_a_cell_that_reaches_over_the_page_end_stays_a_row() -> None:
    rules = grid([LEFT, 90, 200, 300], [TOP - 14, TOP + 6])
    first = [*rules, *cells([["产品", "食品合格率", "98%"]], [52, 94, 210])]
    second = [*rules, *cells([["", "药品合格率", "99%"]], [52, 94, 210])]
    assert read(pdf_file(first, second)) == "产品\t食品合格率\t98%\n\t药品合格率\t99%\n"


def test_drawings_with_countless_lines_are_no_tables() -> None:
    lines = grid([WIDTH * n / 700 for n in range(700)], [HEIGHT * n / 700 for n in range(700)])
    assert read(pdf_file([*lines, *flush(_LONG)])) == f"{_LONG}\n"
