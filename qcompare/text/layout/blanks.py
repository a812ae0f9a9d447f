"""Blanks inside sentences: in words, round figures, before marks. Those that separate stay.

A blank separates organs (中共某市委 某市人民政府), names, cells of a row, entries of a menu, a heading's
number or title from what follows, and the paragraphs of a page that lost its line ends.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from itertools import compress

from qcompare.text.edits import Edit, Found, Step
from qcompare.text.layout.gaps import Gap, gaps_of
from qcompare.text.layout.joints import HAN, Joints, all_neighbours, neighbours

_FEWEST, _SHARE = 3, 0.25  # blanks that are damage, and their share, that make doubtful ones damage too

_STOPS = "，。、；：！？"
_OPENERS = dict(zip("”’》〉）〕】」』", "“‘《〈（〔【「『", strict=True))
# Single ideographs, each parted from the next by one blank: 某 市 人 民 政 府.
_SPACED = re.compile(rf"(?<!\S)(?:[{HAN}] ){{2,}}[{HAN}](?!\S)")

_LIST_NUMBER = re.compile(r"\d{1,2} ?[.．、）)](?!\d)")
_DAY = re.compile(r"(?:19|20)\d\d ?(?:年|[-/.]) ?\d{1,2} ?(?:月|[-/.]) ?\d{1,2} ?日?(?P<more>.?)")
_PART_OF_DAY = re.compile(r"[年月]\d{1,2} ?[月日]")
_BEFORE_FIGURE = "第到至达于在约超近自从即及和与每前后的为过令共等据"
_NUMBERED = re.compile(r"(?:图|表|专栏|附件) ?\d+$")
_FIELD = re.compile(r"[：:] ?\d+$")
_FIGURE = re.compile(r"\d ?[%％]?$")
_UNITS = "年月日号款项个名家户人次万亿千百倍元吨米里类件种批所座场套台级期章节页岁天周届时分秒度公平立部℃"
_FIGURE_REACH = 9  # characters
_CUTS = (
    re.compile(r"(?<![\d/:.-])(?:(?:19|20) \d\d|(?:19|20)\d \d|1 9\d\d|2 0\d\d)(?=[年〕\]—～-])"),
    re.compile(r"(?<=[年月])[123] \d(?=[月日])"),
    re.compile(rf"(?<=[{HAN}])\d{{1,7}}(?: \.|\. )\d{{1,3}}(?=[%％万亿个{HAN}])"),
    re.compile(r"[\d年％%] ?[-—–~～]{1,2} ?\d"),
)


def blanks(joints: Joints) -> Step:
    """A step that takes blanks out of sentences where the text around them or elsewhere proves it.

    Where such blanks abound, others within a sentence are damage too, if they are not known to separate.
    """

    def step(text: str) -> Found:
        gaps = list(gaps_of(text))
        if not gaps:
            return Found()
        spaced = {place for run in _SPACED.finditer(text) for place in range(*run.span())}
        sure = [gap.start in spaced or _is_sure(gap, joints) for gap in gaps]
        loose = [not certain and _is_loose(gap) for gap, certain in zip(gaps, sure, strict=True)]
        damaged = sum(gap.within_text for gap in compress(gaps, sure))
        abound = damaged >= max(_FEWEST, _SHARE * (damaged + sum(loose)))
        elsewhere = all_neighbours(text) if any(loose) else frozenset()
        closed = (
            certain or (open_ and _is_damage(gap, elsewhere, joints, abound=abound))
            for gap, certain, open_ in zip(gaps, sure, loose, strict=True)
        )
        return Found(tuple(Edit(gap.start, gap.end, "", "layout") for gap in compress(gaps, closed)))

    return step


def _is_sure(gap: Gap, joints: Joints) -> bool:
    return any(rule(gap) for rule in _RULES) or _in_word(gap, joints)


def _is_loose(gap: Gap) -> bool:
    """Whether a blank within running text is not known to separate anything."""
    if gap.width > 1 or not gap.in_sentence or gap.between_organs or gap.before_number:
        return False
    return gap.within_text or gap.within_figure


def _is_damage(gap: Gap, elsewhere: Collection[str], joints: Joints, *, abound: bool) -> bool:
    if abound and not gap.behind_heading:
        return True
    return neighbours(gap.left, gap.right) in elsewhere or joints.within_phrase(gap.left, gap.right)


# --- what proves by itself that blanks separate nothing -------------------------------------------


def _before_mark(gap: Gap) -> bool:
    """A stop, a percent sign behind a figure, or a bracket that closes what the line has opened."""
    mark = gap.right[0]
    if mark in ",;:":
        return gap.behind_ideograph
    if mark in "％%":
        return gap.left[-1].isdecimal()
    opener = _OPENERS.get(mark)
    return mark in _STOPS or bool(opener and gap.left.rfind(opener) > gap.left.rfind(mark))


def _behind_mark(gap: Gap) -> bool:
    """An opening bracket; a comma, but not that of a heading's number (一、 )."""
    mark = gap.left[-1]
    return mark in _OPENERS.values() or (mark in "，、" and gap.width == 1 and not gap.behind_number)


def _before_figure(gap: Gap) -> bool:
    """到 2020 年: no date behind an organ, no number of a list, no 专栏 1, no title before a year."""
    if gap.width > 1 or not (gap.behind_ideograph and gap.right[0].isdecimal()):
        return False
    day = _DAY.match(gap.right)
    if _LIST_NUMBER.match(gap.right) or (day and (gap.behind_organ or not day["more"])):
        return False
    if gap.left[-1] in _BEFORE_FIGURE or _PART_OF_DAY.match(gap.left[-1] + gap.right):
        return True
    return gap.in_sentence and not gap.behind_heading


def _behind_figure(gap: Gap) -> bool:
    """2020 年, 98% 以上: no 1 总则, no 专栏 1 重点工程."""
    if gap.width > 1 or gap.behind_number or not gap.before_ideograph:
        return False
    if not _FIGURE.search(gap.left) or _NUMBERED.search(gap.left):
        return False
    if gap.right[0] in _UNITS:
        return True
    return gap.in_sentence and not (gap.behind_heading or _FIELD.search(gap.left))


def _in_figure(gap: Gap) -> bool:
    """What a blank cuts in two (20 20年, 12月1 2日, 98. 5%), blanks round the dash of 2018 — 2020年."""
    left, right = gap.left[-_FIGURE_REACH:], gap.right[:_FIGURE_REACH]
    if not (left[-1].isdecimal() or right[0].isdecimal()):
        return False
    beside = f"{left} {right}"
    return any(hit.start() < len(left) < hit.end() for form in _CUTS for hit in form.finditer(beside))


_RULES: tuple[Callable[[Gap], bool], ...] = (
    _before_mark,
    _behind_mark,
    _before_figure,
    _behind_figure,
    _in_figure,
)


def _in_word(gap: Gap, joints: Joints) -> bool:
    """A word runs across one blank; across more, if the line ends with its two characters (第一章 总  则)."""
    if gap.parts_letters:
        return joints.gain(gap.left[-1], gap.right) > 0
    return gap.width == 1 and joints.within_word(gap.left, gap.right)
