"""Laws of the PDF reader: what is set comes back, and every character once, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, cycle

from hypothesis import given, settings
from hypothesis import strategies as st

from qcompare.errors import UnreadableInput
from qcompare.reading.pdf import pdf_text
from qcompare.reading.pdfpages.document import document_text
from qcompare.settings import Limits
from tests.reading.pdf_files import (
    HEIGHT,
    WIDTH,
    Block,
    Grid,
    Heading,
    Paragraph,
    line,
    pdf_file,
    shown,
    typeset,
)

_LIMITS = Limits(file_mb=10, unpacked_mb=10, pages=500, characters=200_000)
_HAN = "质量提升工程服务产品标准计量检验认证品牌企业监管创新城市安全消费环境"
_COMMON = bytes(b for lead in range(0xB0, 0xC8) for trail in range(0xA1, 0xFF) for b in (lead, trail))
_SEEN = "".join(dict.fromkeys(_COMMON.decode("gb2312")))

_word = st.text(_HAN, min_size=2, max_size=9)
_clause = st.one_of(
    _word,
    st.builds("{}达到{}%".format, _word, st.integers(1, 100)),
    st.builds("{}（{}）".format, _word, _word),
    st.builds("《{}》{}".format, _word, _word),
)
_paragraph = st.lists(_clause, min_size=1, max_size=30).map(
    lambda clauses: Paragraph("，".join(clauses) + "。")
)
_cell = st.text(_HAN, max_size=12)


def _table(columns: int) -> st.SearchStrategy[Grid]:
    """Rows whose first and last cells are filled."""
    row = st.tuples(_word, *[_cell] * (columns - 2), _word)
    return st.lists(row, min_size=2, max_size=5).map(lambda rows: Grid(tuple(rows)))


_part = st.tuples(st.one_of(_word.map(Heading), _table(3), _table(4)), _paragraph, _paragraph)


def _lines(block: Block) -> list[str]:
    return ["\t".join(row) for row in block.rows] if isinstance(block, Grid) else [block.text]


def _reworded(block: Block, letters: Iterator[str]) -> Block:
    """The block in other characters: wording that returns at one place on several pages is a running head."""
    if isinstance(block, Grid):
        return Grid(tuple(tuple(_other(cell, letters) for cell in row) for row in block.rows))
    return replace(block, text=_other(block.text, letters))


def _other(text: str, letters: Iterator[str]) -> str:
    return "".join(next(letters) if character in _HAN else character for character in text)


@settings(max_examples=60)
@given(st.lists(_part, min_size=1, max_size=6), st.integers(6, 24))
def test_what_is_set_comes_back(parts: Sequence[tuple[Block, ...]], lines: int) -> None:
    opening = Paragraph("，".join([_HAN] * 4) + "。")  # enough to see the margins by
    letters = cycle(_SEEN)
    blocks = [_reworded(block, letters) for block in (opening, *chain.from_iterable(parts))]
    read = document_text(typeset(blocks, lines), "plan.pdf", _LIMITS).splitlines()
    numbers = [text for text in read if re.fullmatch(r"— \d+ —", text)]
    assert [text for text in read if text not in numbers] == [
        text for block in blocks for text in _lines(block)
    ]
    assert numbers == [f"— {n} —" for n in range(1, len(numbers) + 1)]


_stamp = st.tuples(
    st.integers(1, 12),
    st.integers(0, WIDTH),
    st.integers(0, HEIGHT),
    st.integers(5, 40),
    st.sampled_from(["1 0 0 1", "0 1 -1 0", "0 -1 1 0", "-1 0 0 -1", ".7 .7 -.7 .7", "2 0 0 1"]),
)
_stroke = st.tuples(*[st.integers(0, 6).map(lambda n: 60.0 * n)] * 4)


@given(st.lists(st.lists(_stamp, max_size=12), min_size=1, max_size=4), st.lists(_stroke, max_size=12))
def test_every_character_is_handed_on_once(
    pages: Sequence[Sequence[tuple[int, int, int, int, str]]],
    strokes: Sequence[tuple[float, float, float, float]],
) -> None:
    """Whatever lies across whatever: no two characters are alike, so none can be taken for a second print."""
    left, drawn = iter(_SEEN), []
    rules = [line(*stroke) for stroke in strokes]
    for page in pages:
        stamps = [
            shown("".join(next(left) for _ in range(count)), x, y, size, turn)
            for count, x, y, size, turn in page
        ]
        drawn.append([*rules, *stamps])
    drawn.append([shown("鑫", 50, 50)])
    read = document_text(pdf_file(*drawn), "plan.pdf", _LIMITS)
    count = len(_SEEN) - len(list(left))
    assert sorted("".join(read.split())) == sorted(_SEEN[:count] + "鑫")


_file = typeset([Paragraph(_HAN * 9), Grid((("指标", "值"), ("合格率", "98%")))], 8)


@settings(max_examples=12)
@given(st.lists(st.tuples(st.integers(0, len(_file) - 1), st.integers(0, 255)), min_size=1, max_size=40))
def test_a_damaged_file_is_read_or_refused(damage: Sequence[tuple[int, int]]) -> None:
    data = bytearray(_file)
    for place, byte in damage:
        data[place] = byte
    assert _outcome(bytes(data))


def _outcome(data: bytes) -> str:
    """The text, or why there is none."""
    try:
        return pdf_text(data, "plan.pdf", _LIMITS)
    except UnreadableInput as error:
        return error.message
