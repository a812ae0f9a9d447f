"""REF to passage: a unit id (``u017``) or a section reference (``二(二)1 ¶3``), in any customary writing."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import takewhile

from qcompare.errors import UnknownName
from qcompare.models import Plan, Section, Unit
from qcompare.text.numerals import parse_numeral

_HALF_WIDTH = {full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)}
_ID = re.compile(r"(?P<kind>[us])0*(?P<n>\d+)")
_PARAGRAPH = re.compile(r"(?P<at>.*?)(?:¶|p)0*(?P<n>\d+)")
# What frames a number: nothing, brackets, or the name of a division (第三节).
_HAN = "一二三四五六七八九十百零〇"
_NUMBER = re.compile(
    rf"\((?P<item>[{_HAN}]+|\d+)\)|第(?P<nth>[{_HAN}]+|\d+)(?P<division>编|篇|部分|章|节|条)"
    rf"|(?P<bare>[{_HAN}]+|\d+)(?P<mark>[、.．)]?)"
)
_DIVISION = re.compile(r"(?<=\d)(?:编|篇|部分|章|节|条)\]")
_NEAREST = 3
_MORE = 5  # of the places that a reference may mean, so many are named


def resolve(plan: Plan, ref: str) -> Unit | Section:
    """The unit or section of a reference: as ``show`` prints it, or as people type it.

    Width, blanks and case do not count, ``p3`` stands for ``¶3``, and figures for Chinese numerals where
    that leaves one choice. Raises UnknownName.
    """
    key = _folded(ref)
    if match := _ID.fullmatch(key):
        return _by_id(plan, ref, match)
    paragraph = _PARAGRAPH.fullmatch(key)
    things: Sequence[Unit | Section] = plan.units if paragraph else plan.sections
    wanted = f"{paragraph['at']}¶{paragraph['n']}" if paragraph else key
    found = _named(wanted, {each.ref: each for each in things})
    if len(found) == 1:
        return found[0]
    raise _ambiguous(plan, ref, found) if found else _unknown(plan, ref, wanted, paragraph)


def _named(wanted: str, things: Mapping[str, Unit | Section]) -> list[Unit | Section]:
    """What is called so to the letter; else what has the same numbers in other figures, or 第三节 for 三."""
    for reading in (str, _numbers, _undivided):
        found = [each for ref, each in things.items() if _same(_folded(ref), wanted, reading)]
        if found:
            return found
    return []


def _same(ref: str, wanted: str, reading: Callable[[str], str]) -> bool:
    """Whether the reading of what is wanted is the reference; 第三节 is never 第三章."""
    return (ref if reading is str else _numbers(ref)) == reading(wanted)


def _folded(ref: str) -> str:
    """Without blanks, in half width and lower case."""
    return "".join(ref.translate(_HALF_WIDTH).split()).casefold()


def _numbers(ref: str) -> str:
    """The reference with each number in Arabic figures, and without the marks behind bare ones."""
    return _NUMBER.sub(_in_figures, ref)


def _undivided(ref: str) -> str:
    """The same without the names of divisions."""
    return _DIVISION.sub("]", _numbers(ref))


def _in_figures(match: re.Match[str]) -> str:
    written = match["item"] or match["nth"] or match["bare"]
    value = parse_numeral(written)
    figure = written if value is None else f"{value:g}"
    if match["item"]:
        return f"({figure})"
    frame = match["division"] or (")" if match["mark"] == ")" else "")
    return f"[{figure}{frame}]"


def _by_id(plan: Plan, ref: str, match: re.Match[str]) -> Unit | Section:
    things: Sequence[Unit | Section] = plan.units if match["kind"] == "u" else plan.sections
    found = next((each for each in things if int(each.id[1:]) == int(match["n"])), None)
    if found:
        return found
    what = "units" if match["kind"] == "u" else "sections"
    has = f"has {things[0].id} to {things[-1].id}" if things else f"has no {what}"
    raise UnknownName(f"{ref.strip()}: the plan {has}", _listing(plan))


def _ambiguous(plan: Plan, ref: str, found: Sequence[Unit | Section]) -> UnknownName:
    names = [f"{each.ref} ({each.id})" for each in found]
    more = f" and {len(names) - _MORE} more" if len(names) > _MORE else ""
    return UnknownName(
        f"{ref.strip()}: this may be {', '.join(names[:_MORE])}{more}", f"Give one of them. {_listing(plan)}"
    )


def _unknown(plan: Plan, ref: str, wanted: str, paragraph: re.Match[str] | None) -> UnknownName:
    """What the plan has instead: the paragraphs of that section, or the references that are nearest."""
    siblings = [each.ref for each in plan.units if paragraph and _is_at(each.ref, paragraph["at"])]
    if siblings:
        last = f" to ¶{siblings[-1].rpartition('¶')[2]}" if len(siblings) > 1 else ""
        return UnknownName(f"{ref.strip()}: the plan has {siblings[0]}{last} there", _listing(plan))
    near = _nearest(wanted, [each.ref for each in (plan.units if paragraph else plan.sections)])
    hint = f"Nearest: {', '.join(near)}. " if near else ""
    return UnknownName(f"{ref.strip() or repr(ref)}: the plan has no such reference", hint + _listing(plan))


def _nearest(wanted: str, refs: Sequence[str]) -> Sequence[str]:
    """The references that begin and end most like the one that is wanted."""
    sought = _numbers(wanted)

    def common(ref: str) -> int:
        own = _numbers(_folded(ref))
        return _common(own, sought) + _common(own[::-1], sought[::-1])

    return sorted(refs, key=common, reverse=True)[:_NEAREST]


def _common(a: str, b: str) -> int:
    """How many characters the two begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))


def _is_at(ref: str, at: str) -> bool:
    own = _folded(ref.rpartition("¶")[0])
    return own == at or _numbers(own) == _numbers(at)


def _listing(plan: Plan) -> str:
    return f"`qcompare show {plan.meta.id} --all` lists all references."
