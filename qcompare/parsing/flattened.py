"""Headings that share a line: where line ends were lost, lines are cut before the next number in turn."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from qcompare.models import Span
from qcompare.parsing.headings import TITLE_LIMIT
from qcompare.parsing.lines import Line
from qcompare.parsing.schemes import CHAPTER, DECIMAL, ITEM, LOOKAHEAD, PLACES, Numbered, numbered

_FLAT = 3  # headings on a line: it lost all its line ends
_CLOSED = re.compile(r"[。！？][”’」』》）)\]]* *$")
_LOOSE = re.compile(r"[”’」』》）)\] ]$")
_COLON = re.compile(r"[：:] *$")
_WORD = re.compile(r"[\u3400-\u9fff]$")
_OPEN_TITLE = re.compile(rf"[^。！？：；]{{1,{TITLE_LIMIT}}}")
# How a title looks that runs into its body, and how one that ends with a mark, a blank or the next number.
_RUN_IN = re.compile(
    rf"[^。！？：；]{{2,{TITLE_LIMIT - 1}}}[。：](?!\s*[（(]?[一二三四五六七八九十\d])(?=[^。]{{6}})"
)
_OPEN_HEADING = re.compile(rf"[^。！？：；，,\s（(]{{2,{TITLE_LIMIT - 1}}}[\s（(]")
_SHORT = re.compile(r"[^。！？：；，,、\s（(\d]{2,24}(?:[。：\s（(\d]|$)|[^。！？：；\s]{2,44}。")
_ANNEX = re.compile(r"附\s*[件表录]\s*[\d一二三四五六七八九十]{0,3}\s*[:：]?[^。；]{0,60}$")
# What a measure does; and with what the body of one begins, while it is no second word of a title.
_DEEDS = (
    "加强|强化|严格|提高|提升|改善|推行|推进|推动|实施|完善|健全|优化|构建|打造|培育|抓好|规范|夯实|深化|加快"
)
_DEED = (
    "(?:建立|健全|完善|制定|出台|开展|推动|推行|鼓励|支持|依托|围绕|严厉|大力|积极|修复|禁止|实行"
    "|落实(?!机制|情况|工作)|组织(?!建设|领导|保障|实施|机构|体系|管理))"
)
# How a body begins, and no title goes on; behind a title without a comma.
_UNMARKED = re.compile(
    r"[^。！？：；，,、]{4,30}?(?<![要应将可也由在对为把和与及、年期])"
    r"(?=(?<!中央)各(?:地|级|区|县|市|部门|有关|相关|乡镇|成员)|[本该](?:规划|方案|意见|办法|计划|通知)"
    r"|[我全](?:市|省|区|县)(?:上下|各|要|将)|到20\d\d年|按照|根据|依据|遵照|以[^，。]{2,40}为|坚持以|高举"
    r"|(?:认真|深入|全面)(?:学习)?(?:贯彻|落实)|近年来|近期|当前|目前|过去|今年|成立[^。]{2,20}(?:领导)?小组)"
)
# The last word of a title, and the first of a body: 提质工程|开展, 工作基础|2018年,, 重要意义|质量是.
_UNMARKED_NOUN = re.compile(
    r"(?!围绕|按照|根据|通过|针对|到|以|对|为|在)[^。！？：；，,、\d]{1,22}?(?:"
    rf"(?:工程|行动)(?={_DEED})"
    r"|(?:要求|目标|目标任务|思路|原则|措施|任务|基础|现状|形势|成效|步骤|保障|领导|思想)"
    r"(?=20\d\d年[，,]|坚持[^，。]{2,}[，,]|用[一二三四五两\d]+年|以[^，。]{2,}[，,])"
    r"|(?:意义|必要性|紧迫性|重要性)(?=[^，。的]{2,10}是)"
    r")"
)
_UNMARKED_DEED = re.compile(rf"(?:{_DEEDS})[^。！？：；，,、\d]{{2,12}}?(?<![和与及并的不])(?={_DEED})")
_SHAPES = (_UNMARKED, _UNMARKED_NOUN, _UNMARKED_DEED)
_ASKED = re.compile(r"[^。！？?：；]{2,44}[？?]\s*[答问]\s*[：:]")
_WINDOW = TITLE_LIMIT + LOOKAHEAD  # characters around a number that decide on it
_PAGE = 100  # characters at least
_MOST_SKIPPED = 3  # a number may be so many behind the last one, where the numbers between were lost
_BLANK = re.compile(r"(?<![\dA-Za-z])\s(?!\d+\s|[A-Za-z])")  # not about a figure
_BODY = 10  # characters at least, behind the end of a title
_TITLE_END = re.compile("[。：:]")
_NO_TITLE_END = re.compile("[。！？：；]")


@dataclass(slots=True)
class _Turn:
    """Whose turn it is: the last number of each rank, how the titles of first ones began, the last rank."""

    last: dict[int, int] = field(default_factory=dict)
    firsts: set[tuple[int, str]] = field(default_factory=set)
    rank: int = 0

    def take(self, begun: Numbered, text: str) -> None:
        if begun.value:
            self.rank = begun.rank
            self.last[begun.rank] = begun.value
            if begun.value == 1:
                self.firsts.add((begun.rank, _title_start(begun, text)))

    def is_next(self, begun: Numbered) -> bool:
        last = self.last.get(begun.rank, 0)
        return begun.value == last + 1 or (begun.value == 1 and begun.rank > self.rank)

    def comes_again(self, begun: Numbered, text: str) -> bool:
        """Whether a first number has the title that it had before, as below a table of contents."""
        return begun.value == 1 and (begun.rank, _title_start(begun, text)) in self.firsts


def _title_start(begun: Numbered, text: str) -> str:
    return re.split(r"[\s。：:]", text[begun.rest : begun.rest + 6])[0]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a number stands in a line, the text from there on, and the number."""

    at: int
    text: str
    begun: Numbered


def apart(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, each cut before the headings that follow on it.

    A number counts if it is the next of its kind, or the first below the heading that it follows, and if
    there is room for a heading. So a list within a sentence stays in it, and so do (1) and ①; but on a page
    that lost all its line ends these count too, and titles are cut from their bodies.
    """
    turn = _Turn()
    for line in lines:
        if begun := numbered(line.text):
            turn.take(begun, line.text)
        places = tuple(_places(line.text))
        if _is_page(line.text, places, turn):
            cuts = _cuts(line.text, places, turn, flat=True)
            yield from _pieces(line, _with_title_ends(line.text, cuts))
        else:
            yield from _pieces(line, _cuts(line.text, places, turn, flat=False))


def _places(text: str) -> Iterator[_Place]:
    for match in PLACES.finditer(text, 1):
        ahead = text[match.start() : match.start() + _WINDOW]
        if begun := numbered(ahead):
            yield _Place(match.start(), ahead, begun)


def _is_page(text: str, places: Sequence[_Place], turn: _Turn) -> bool:
    """Whether a line is a page that lost its line ends: it holds several headings."""
    if len(text) < _PAGE or len(places) < _FLAT:
        return False
    high = (place.at for place in places if place.begun.rank <= ITEM)
    closed = sum(_CLOSED.search(text, max(0, at - LOOKAHEAD), at) is not None for at in high)
    trial = replace(turn, last=dict(turn.last), firsts=set())
    begins = len(_cuts(text, places, trial, flat=False)) - (numbered(text) is None)
    return closed >= _FLAT or begins >= _FLAT


def _cuts(text: str, places: Sequence[_Place], turn: _Turn, *, flat: bool) -> Sequence[int]:
    """Where headings begin in a line; what goes on after a refused number is a list within a sentence."""
    cuts = [0]
    refused: dict[int, int] = {}
    later = {(place.begun.rank, place.begun.value): place.at for place in places}
    for place in places:
        begun = place.begun
        if begun.rank > DECIMAL and not flat:
            continue
        listed = refused.pop(begun.rank, None) == begun.value - 1
        before = text[max(cuts[-1], place.at - _WINDOW) : place.at]
        in_turn = turn.is_next(begun) or (flat and _is_due(place, before, turn, later))
        has_room = _has_room(before, place, whole=place.at - cuts[-1] <= _WINDOW) or (
            flat and _is_like_a_title(before, place, later)
        )
        if in_turn and has_room and not listed:
            turn.take(begun, place.text)
            cuts.append(place.at)
        elif not _WORD.search(before):
            refused[begun.rank] = begun.value
    return cuts


def _has_room(before: str, place: _Place, *, whole: bool) -> bool:
    """Whether a heading can begin behind a text, which is ``whole`` if it goes back to the last heading.

    It can behind a sentence, behind a title that nothing closes, and behind a blank or bracket, as in
    （市发展改革委负责）（二）; but behind these no 1., which may be a figure.
    """
    if _CLOSED.search(before):
        return True
    rank = place.begun.rank
    if _LOOSE.search(before) and (rank < DECIMAL or (rank == DECIMAL and place.begun.value > 1)):
        return True
    above = numbered(before) if whole else None
    return above is not None and _OPEN_TITLE.fullmatch(before, above.rest) is not None


def _is_like_a_title(before: str, place: _Place, later: Mapping[tuple[int, int], int]) -> bool:
    """Whether a number that has no room stands before a title: behind a colon, or behind a word."""
    begun = place.begun
    if _COLON.search(before) or (_LOOSE.search(before) and begun.rank == DECIMAL):
        shape = _RUN_IN if begun.rank > CHAPTER else _OPEN_HEADING
        return any(each.match(place.text, begun.rest) for each in (shape, _ASKED, *_SHAPES))
    goes_on = begun.value > 1 or later.get((begun.rank, 2), 0) > place.at
    return begun.rank <= ITEM and goes_on and _SHORT.match(place.text, begun.rest) is not None


def _is_due(place: _Place, before: str, turn: _Turn, later: Mapping[tuple[int, int], int]) -> bool:
    """Whether a number out of turn counts.

    The first of an annex or a repetition does, and one behind a lost number from which numbering goes on.
    """
    begun = place.begun
    if begun.value == 1:
        goes_on = begun.rank <= CHAPTER and (begun.rank, 2) in later
        anew = goes_on and _OPEN_HEADING.match(place.text, begun.rest) is not None
        return anew or turn.comes_again(begun, place.text) or _ANNEX.search(before) is not None
    skipped = begun.value - turn.last.get(begun.rank, 0)
    goes_on = later.get((begun.rank, begun.value + 1), 0) > place.at
    return 1 < skipped <= _MOST_SKIPPED and goes_on and begun.rank <= ITEM and bool(_CLOSED.search(before))


def _with_title_ends(text: str, cuts: Sequence[int]) -> Iterator[int]:
    """The cuts of a page without line ends, and those between titles and their bodies."""
    for start, end in pairwise((*cuts, len(text))):
        yield start
        if behind := _title_end(text[start : min(end, start + _WINDOW)]):
            yield start + behind


def _title_end(piece: str) -> int | None:
    """Where the title ends that a piece begins with, if a blank or the opening of the body shows it."""
    begun = numbered(piece)
    if begun is None:
        return None
    blanks = (match.start() for match in _BLANK.finditer(piece, 0, begun.rest + TITLE_LIMIT))
    ends = (blank for blank in blanks if len("".join(piece[begun.rest : blank].split())) > 1)
    end = next(ends, None) or _unmarked_end(piece, begun.rest)
    is_title = end is not None and not _NO_TITLE_END.search(piece, begun.rest, end)
    return end if end and is_title and len(piece) - end >= _BODY else None


def _unmarked_end(piece: str, start: int) -> int | None:
    """Where the body of an unmarked title begins: before a comma, or no mark ends a title at all."""
    ends = (match.end() for shape in _SHAPES if (match := shape.match(piece, start)))
    end = min(ends, default=None)
    stop = _TITLE_END.search(piece, start, start + TITLE_LIMIT)
    goes_on = stop is None or (end is not None and re.search("[，,]", piece[end : stop.start()]))
    return end if goes_on else None


def _pieces(line: Line, cuts: Iterable[int]) -> Iterator[Line]:
    for start, end in pairwise((*cuts, len(line.text))):
        text = line.text[start:end].strip()
        at = line.span.start + line.text.index(text[:1], start)
        if text:
            yield Line(text, Span(at, at + len(text)))
