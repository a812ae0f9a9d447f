"""Blanks within lines, with what stands around them: what they may separate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from qcompare.text.layout.joints import HAN

_BLANK = re.compile(r"(?<=\S) +(?=\S)")
_REACH = 60  # characters looked at on either side
_WIDEST = 3  # blanks: more of them are columns
_IDEOGRAPH = re.compile(f"[{HAN}]")
_MARKS = frozenset("，。；,;")
_NUMBER = re.compile(  # of a heading, alone or before a title that no mark ends
    r"第 ?[一二三四五六七八九十百\d]+ ?条"
    r"|(?:第 ?[一二三四五六七八九十百\d]+ ?[章节编部分篇]|[一二三四五六七八九十]{1,3} ?[、.．]"
    r"|[（(] ?[一二三四五六七八九十\d]{1,3} ?[）)]|\d{1,2}(?:\.\d{1,2})* ?[.．、)）]?"
    r"|[①-⑳]|附件|附表|专栏|图|表)"
    r"(?P<title>[^，。；：]{0,30})"
)
_HEADED = re.compile(
    r"第 ?[一二三四五六七八九十百\d]+ ?[章节编条部分篇]|[一二三四五六七八九十]{1,3} ?[、.．]"
    r"|[（(] ?[一二三四五六七八九十\d]{1,3} ?[）)]|[①-⑳]|附件"
)
_FIGURE_BEGUN = re.compile(rf"[{HAN}、（] ?\d[\d.]{{0,5}}$")
_FIGURE_REST = re.compile(rf"[\d.]{{0,5}}\d(?:[%％、]|[{HAN}])")
_ORGAN = re.compile(r"(?:委|中央|委员会|政府|办公[厅室]|[厅局会院部署组处台社团司办])$")
_ORGAN_NEXT = re.compile(rf"(?![和与及等的在对将为])[{HAN}]{{1,12}}(?:委|政府|办公|[厅局院部署])")


@dataclass(frozen=True)
class Gap:
    """Some blanks within a line, and what stands on that line before and behind them, as far as it counts."""

    start: int
    end: int
    left: str
    right: str

    @property
    def width(self) -> int:
        """How many blanks there are."""
        return self.end - self.start

    @cached_property
    def behind_ideograph(self) -> bool:
        """Whether an ideograph stands before it."""
        return bool(_IDEOGRAPH.match(self.left[-1]))

    @cached_property
    def before_ideograph(self) -> bool:
        """Whether an ideograph stands behind it."""
        return bool(_IDEOGRAPH.match(self.right))

    @cached_property
    def within_text(self) -> bool:
        """Whether it stands between ideographs, brackets and stops, as blanks that wrapping leaves do."""
        behind = self.behind_ideograph or self.left[-1] in "》”）"
        return behind and (self.before_ideograph or self.right[0] in "《“（，。、；：")

    @cached_property
    def within_figure(self) -> bool:
        """Whether it may cut a figure in running text in two."""
        return bool(_FIGURE_BEGUN.search(self.left) and _FIGURE_REST.match(self.right))

    @cached_property
    def in_sentence(self) -> bool:
        """Whether marks show that running text stands around it."""
        return not (_MARKS.isdisjoint(self.left) and _MARKS.isdisjoint(self.right))

    @cached_property
    def behind_heading(self) -> bool:
        """Whether a heading's number stands before it, or number and title."""
        return bool(_NUMBER.fullmatch(self.left))

    @cached_property
    def behind_number(self) -> bool:
        """Whether a heading's number stands before it, alone."""
        number = _NUMBER.fullmatch(self.left)
        return bool(number and not (number["title"] or "").strip())

    @cached_property
    def before_number(self) -> bool:
        """Whether a heading's number stands behind it."""
        return bool(_HEADED.match(self.right))

    @cached_property
    def parts_letters(self) -> bool:
        """Whether it parts two single ideographs that the line, or its title, consists of: 通  知, 总 则."""
        above = self.left[:-1].rstrip()
        return (
            len(self.right) == 1
            and self.left[-2:-1] in ("", " ")
            and (not above or bool(_NUMBER.fullmatch(above)))
        )

    @cached_property
    def behind_organ(self) -> bool:
        """Whether the name of an organ ends before it, so that a date may stand behind."""
        return bool(_ORGAN.search(self.left))

    @cached_property
    def between_organs(self) -> bool:
        """Whether it separates the names of two organs."""
        return self.behind_organ and bool(_ORGAN_NEXT.match(self.right))


def gaps_of(text: str) -> Iterator[Gap]:
    """The blanks within the lines of a text that are too few to be columns."""
    for match in _BLANK.finditer(text):
        start, end = match.span()
        if end - start <= _WIDEST:
            left = text[max(0, start - _REACH) : start].rpartition("\n")[2].lstrip()
            yield Gap(start, end, left, text[end : end + _REACH].partition("\n")[0])
