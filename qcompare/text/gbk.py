"""GBK byte pairs and characters, the user-defined areas as private-use characters included."""

from __future__ import annotations

from functools import cache

_LEADS = range(0x81, 0xFF)
_TRAILS = (*range(0x40, 0x7F), *range(0x80, 0xFF))
_MARKS = frozenset("\u3000、。·—～…‘’“”〔〕〈〉《》「」『』【】×℃％，；：？！（）．／＋－＝")
# The user-defined areas: rows AA–AF and F8–FE with cells A1–FE, rows A1–A7 with cells 40–A0.
_USER_DEFINED = {
    **dict.fromkeys((*range(0xAA, 0xB0), *range(0xF8, 0xFF)), range(0xA1, 0xFF)),
    **dict.fromkeys(range(0xA1, 0xA8), (*range(0x40, 0x7F), *range(0x80, 0xA1))),
}


@cache
def pair(character: str) -> tuple[int, int] | None:
    """The two bytes of a character, or None where GBK has one byte or none for it."""
    data = character.encode("gb18030", "replace")
    return (data[0], data[1]) if len(data) == 2 else None


def full_width(mark: str) -> tuple[int, int]:
    """The two bytes of the full-width form of a printable ASCII character."""
    return 0xA3, ord(mark) | 0x80


@cache
def written(lead: int, trail: int) -> str:
    """The ideograph or common mark of two bytes; ``""`` if a Chinese text holds nothing of the kind."""
    if lead not in _LEADS or trail not in _TRAILS:
        return ""
    character = bytes((lead, trail)).decode("gb18030")
    return character if "\u4e00" <= character <= "\u9fff" or character in _MARKS else ""


@cache
def begun_by(lead: int) -> tuple[str, ...]:
    """All characters whose first byte this is."""
    return tuple(filter(None, (written(lead, trail) for trail in _TRAILS)))


@cache
def ended_by(trail: int) -> tuple[str, ...]:
    """All characters whose second byte this is."""
    return tuple(filter(None, (written(lead, trail) for lead in _LEADS)))


def dropped(lead: int, trail: int) -> bool:
    """Whether a pair is in a user-defined area: the standard gives it no character, and programs drop it."""
    return trail in _USER_DEFINED.get(lead, ())


@cache
def halved(lead: int) -> tuple[tuple[str, int], ...]:
    """The characters begun by ``lead`` whose second byte may begin a dropped pair, with that byte."""
    return tuple((c, trail) for trail in _USER_DEFINED if (c := written(lead, trail)))
