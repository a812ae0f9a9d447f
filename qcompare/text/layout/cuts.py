"""Breaks that prove by themselves that they stand inside a sentence, whatever the lines around look like."""

from __future__ import annotations

import re
from collections.abc import Callable

from qcompare.text.layout.joints import HAN, Joints
from qcompare.text.layout.rows import Break

_STOPS = "，。、；：！？”’》〉）〕】」』%％,;:)]"
_OPENERS = dict(zip("”’》〉）〕】」』)]", "“‘《〈（〔【「『([", strict=True))
_OPENING = re.compile("(?<![《【])[《〈（“‘〔【「『(]$")
_COMMA = re.compile(r"[，、]$")
_NUMBER_ALONE = re.compile(
    r"\d{1,2}[.．、]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]"
)
_NUMBER_STOP = re.compile(rf"[.．][{HAN}]|[.．]$")
_CUT = re.compile(rf"[{HAN}，、（(](\d{{1,3}})$")
_PERCENT = re.compile("(?:100|[1-9][0-9])[%％]")
_YEAR = re.compile(r"(?:19|20)\d\d(?=年|[-—])")
_BEFORE_FIGURE = "到至达于约超"
_MEASURED = re.compile(rf"\d+(?:\.\d+)? ?[{HAN}]|\d+(?:\.\d+)?[%％]")
_COUNTED = re.compile(rf"[{HAN}]\d+(?:\.\d+)?$")
_UNIT = re.compile("年(?!度)|月|日|个|万|亿|项|家|%|％")
_PARTICLES = "的和与及把被将以"
_PAIRS = (("《", "》"), ("（", "）"), ("“", "”"), ("〔", "〕"))
_REACH = 60  # characters within which a bracket closes
_SHORTEST = 10  # characters of a line of running text


def _before_stop(at: Break) -> bool:
    """A mark that cannot begin a line; a closing one, if the line above has opened it."""
    mark = at.below.text[0]
    opener = _OPENERS.get(mark)
    return mark in _STOPS and (opener is None or _is_open(at.above.text, opener, mark))


def _is_open(text: str, opener: str, closer: str) -> bool:
    return text.rfind(opener) > text.rfind(closer)


def _behind_opening(at: Break) -> bool:
    return bool(_OPENING.search(at.above.text))


def _behind_number(at: Break) -> bool:
    """A heading's number that stands alone, or the full stop of one: ``2`` / ``.加强``."""
    above, below = at.above.text, at.below.text
    if _NUMBER_STOP.match(below):
        return above.isdecimal() and len(above) <= 2
    return bool(_NUMBER_ALONE.fullmatch(above)) and bool(re.match(f"[{HAN}]", below)) and not at.numbered


def _behind_comma(at: Break) -> bool:
    return bool(_COMMA.search(at.above.text)) and not (at.numbered or at.parted)


def _within_bracket(at: Break) -> bool:
    """《…》, （…） or “…” that closes on the line below before another one opens."""
    return not at.parted and any(_closes(at, *pair) for pair in _PAIRS)


def _closes(at: Break, opener: str, closer: str) -> bool:
    inside, closing, _ = at.below.text[:_REACH].partition(closer)
    return bool(closing and _is_open(at.above.text, opener, closer) and not {opener, "。"} & set(inside))


def _within_number(at: Break) -> bool:
    """A figure cut in two, or parted from its unit or from what it measures, in a line of running text."""
    above, below = at.above.text, at.below.text
    if len(above) < _SHORTEST:
        return False
    if _MEASURED.match(below) and above[-1] in _BEFORE_FIGURE:
        return not (at.numbered or at.parted)
    if below[0].isdecimal():
        cut = _CUT.search(above)
        figure = f"{cut.group(1)}{below[:4]}" if cut else ""
        return bool(_YEAR.match(figure) or _PERCENT.match(figure))
    return bool(_COUNTED.search(above) and _UNIT.match(below))


def _within_word(at: Break, joints: Joints) -> bool:
    return not at.tabular and joints.cuts_word(at.above.text, at.below.text)


def _behind_particle(at: Break, joints: Joints) -> bool:
    """的, 和 or the like as the last word of a line of running text."""
    above = at.above.text
    return (
        len(above) >= _SHORTEST
        and above[-1] in _PARTICLES
        and not (at.numbered or at.parted)
        and joints.ends_in(above[-4:], _PARTICLES)
    )


_PROOFS: tuple[Callable[[Break], bool], ...] = (
    _before_stop,
    _behind_opening,
    _behind_number,
    _behind_comma,
    _within_bracket,
    _within_number,
)


def is_cut(at: Break, joints: Joints) -> bool:
    """Whether a break certainly stands inside a sentence."""
    proven = any(proves(at) for proves in _PROOFS)
    return proven or _behind_particle(at, joints) or _within_word(at, joints)
