"""Laws of the Word reader: generated documents read as a model of what is seen; a real plan as its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcompare.reading.docx import docx_text
from tests.reading.word_files import LIMITS, abstract, cell, document, level, num, p, r, row, table

_SHARED = Path(__file__).resolve().parents[2].parent / "shared"
_NUMBERING = abstract(
    0,
    level(0, "chineseCountingThousand", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3."),
    level(3, "decimalEnclosedCircle", "%4"),
) + num(1, 0)
_HAN = "〇一二三四五六七八九十"

# --- what is written and what is seen -----------------------------------------------------------------


@dataclass(frozen=True)
class _Run:
    """Some text and what was done to it: "", ins, moveTo, del, moveFrom or vanish."""

    text: str
    change: str

    @property
    def seen(self) -> str:
        return "" if self.change in ("del", "moveFrom", "vanish") else self.text

    def xml(self) -> str:
        if self.change == "vanish":
            return r(self.text, properties="<w:vanish/>")
        return f'<w:{self.change} w:id="1">{r(self.text)}</w:{self.change}>' if self.change else r(self.text)


@dataclass(frozen=True)
class _Paragraph:
    """Runs, the level of its number if it has one, and whether its mark is deleted."""

    runs: tuple[_Run, ...]
    level: int | None
    joins: bool

    def xml(self) -> str:
        end = '<w:rPr><w:del w:id="1"/></w:rPr>' if self.joins else ""
        number = None if self.level is None else (1, self.level)
        return p(*(run.xml() for run in self.runs), number=number, properties=end)


@dataclass(frozen=True)
class _Table:
    """Rows of cells of a paragraph each, and which rows are deleted."""

    rows: tuple[tuple[tuple[_Paragraph, ...], bool], ...]

    def xml(self) -> str:
        return table(
            *(
                row(*(cell(each.xml()) for each in cells), properties='<w:del w:id="1"/>' if deleted else "")
                for cells, deleted in self.rows
            )
        )


class _Seen:
    """The lines that a reader sees, counted by hand."""

    def __init__(self) -> None:
        self._counts = [0, 0, 0, 0]

    def lines(self, blocks: Sequence[_Paragraph | _Table]) -> Iterator[str]:
        before = ""
        for block in blocks:
            if isinstance(block, _Table):
                yield from ([before] if before else [])
                before = ""
                yield from self._rows(block)
                continue
            before += "".join(run.seen for run in block.runs)
            if not block.joins:
                yield self._number(block.level, before) + before
                before = ""
        yield from ([before] if before else [])

    def _rows(self, seen: _Table) -> Iterator[str]:
        """The rows of data keep their columns; without two rows of several texts there is no such table."""
        shown = [cells for cells, deleted in seen.rows if not deleted]
        rows = [[next(self.lines([each]), "") for each in cells] for cells in shown]
        is_data = sum(sum(map(bool, texts)) > 1 for texts in rows) > 1
        for texts in rows:
            line = "\t".join(texts).rstrip()
            yield line if is_data else line.strip()

    def _number(self, at: int | None, text: str) -> str:
        if at is None:
            return ""
        for above in range(at):
            self._counts[above] = self._counts[above] or 1
        self._counts[at:] = [self._counts[at] + 1, *[0] * (3 - at)]
        count = self._counts[at]
        han = _HAN[count] if count <= 10 else f"十{_HAN[count - 10]}"
        number = (f"{han}、", f"（{han}）", f"{count}.", chr(ord("①") + count - 1))[at]
        return number + (" " if text and (at == 2 or text[0].isdigit()) else "")


_TEXTS = st.text("质量强市 1a。，（".replace(" ", ""), min_size=1, max_size=6)
_CHANGES = st.sampled_from(("", "", "", "ins", "moveTo", "del", "moveFrom", "vanish"))
_RUNS = st.lists(st.builds(_Run, _TEXTS, _CHANGES), max_size=4).map(tuple)
_LEVELS = st.sampled_from((None, None, 0, 1, 2, 3))
_PARAGRAPHS = st.builds(_Paragraph, _RUNS, _LEVELS, st.sampled_from((False, False, False, True)))
_CELLS = st.lists(st.builds(_Paragraph, _RUNS, _LEVELS, st.just(value=False)), min_size=1, max_size=3)
_ROWS = st.tuples(_CELLS.map(tuple), st.sampled_from((False, False, True)))
_TABLES = st.builds(_Table, st.lists(_ROWS, min_size=1, max_size=3).map(tuple))
_BLOCKS = st.lists(st.one_of(_PARAGRAPHS, _PARAGRAPHS, _TABLES), max_size=12)


@given(_BLOCKS)
def test_a_document_reads_as_it_is_seen(blocks: list[_Paragraph | _Table]) -> None:
    text = docx_text(document(*(block.xml() for block in blocks), numbering=_NUMBERING), "plan.docx", LIMITS)
    assert [line for line in text.split("\n") if line] == [line for line in _Seen().lines(blocks) if line]


# --- real plans -----------------------------------------------------------------------------------------

_NUMBERED = (
    re.compile(r"(?P<n>[一二三四五六七八九十]+)、"),
    re.compile(r"[（(](?P<n>[一二三四五六七八九十]+)[）)]"),
    re.compile(r"(?P<n>\d+)\."),
)


def _renumbered(lines: Sequence[str]) -> Iterator[str]:
    """The paragraphs of a plan with automatic numbers for those that it wrote, where these count on."""
    counts = [0, 0, 0]
    for line in lines:
        found = next(((i, m) for i, pattern in enumerate(_NUMBERED) if (m := pattern.match(line))), None)
        if found is None or not line[found[1].end() :].strip() or line[found[1].end()].isdigit():
            yield p(line)
            continue
        i, match = found
        following = [*counts[:i], counts[i] + 1, *[0] * (2 - i)]
        written = (
            int(match["n"]) if match["n"].isascii() else (*_HAN, "十一", "十二", "十三").index(match["n"])
        )
        if following[i] != written or not all(following[:i]):
            yield p(line)
            continue
        counts = following
        yield p(line[match.end() :].strip(), number=(1, i))


@pytest.mark.shared
@pytest.mark.parametrize(
    "name", ["plans/hangzhou-2018-plan.txt", "plans/xian-2014-plan.txt", "wider/statecouncil-zero-waste.txt"]
)
def test_a_real_plan_with_automatic_numbers_reads_as_its_text(name: str) -> None:
    if not (_SHARED / name).exists():
        pytest.skip("the real plans are not beside the repository")
    text = (_SHARED / name).read_text("utf-8")
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    paragraphs = list(_renumbered(lines))
    assert sum("<w:numPr>" in each for each in paragraphs) >= 20
    numbering = _NUMBERING if "（一）" in text else _NUMBERING.replace("（%2）", "(%2)")
    read = docx_text(document(*paragraphs, numbering=numbering), "plan.docx", LIMITS)
    assert [_plain(line) for line in read.split("\n") if line] == [_plain(line) for line in lines]


def _plain(line: str) -> str:
    """A line without the blank behind its number and with plain ones in it."""
    return re.sub(r"^(\d+[.、]) +", r"\1", re.sub(r"\s", " ", line))
