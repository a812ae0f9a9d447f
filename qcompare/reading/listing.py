"""The numbers that a browser shows before the items of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from qcompare.reading.word.numerals import written

# Lists that are shown without numbers: by their style, or as the path or menu that their class names.
_UNNUMBERED = re.compile(r"crumb|nav|menu|unstyled", re.IGNORECASE)
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*(?:(?:inside|outside)\s+)?([a-z-]+)", re.IGNORECASE)
_INTEGER = re.compile(r"\s*([+-]?[0-9]{1,9})")

# What CSS and the attribute ``type`` call a way of counting: its name in Word's files, what stands behind.
_DECIMAL = ("decimal", ". ")
_WAYS: Mapping[str, tuple[str, str]] = {
    "decimal-leading-zero": ("decimalZero", ". "),
    **dict.fromkeys(("a", "lower-alpha", "lower-latin"), ("lowerLetter", ". ")),
    **dict.fromkeys(("A", "upper-alpha", "upper-latin"), ("upperLetter", ". ")),
    **dict.fromkeys(("i", "lower-roman"), ("lowerRoman", ". ")),
    **dict.fromkeys(("I", "upper-roman"), ("upperRoman", ". ")),
    "simp-chinese-informal": ("chineseCountingThousand", "、"),
    "simp-chinese-formal": ("chineseLegalSimplified", "、"),
    **dict.fromkeys(("cjk-ideographic", "trad-chinese-informal"), ("taiwaneseCountingThousand", "、")),
    "trad-chinese-formal": ("ideographLegalTraditional", "、"),
    "cjk-decimal": ("ideographDigital", "、"),
    "cjk-heavenly-stem": ("ideographTraditional", "、"),
    "cjk-earthly-branch": ("ideographZodiac", "、"),
}
_BULLETS = frozenset(("none", "disc", "circle", "square", "disclosure-open", "disclosure-closed"))

# A number that the author wrote at the head of an item; the list's own is not shown beside it.
_HAN = "一二三四五六七八九十百"
OWN_NUMBER = (
    rf"第[{_HAN}零〇\d]+[章节條条款项]|[（(][{_HAN}\d]{{1,3}}[）)]|[{_HAN}]{{1,4}}[、.．]"
    r"|\d{1,3}(?:[、)）]|[.．](?!\d))|\d{1,2}(?:\.\d{1,2}){1,3}[ \xa0\u3000]|[①-⑳⑴-⒛❶-❿㈠-㈩]"
)


class Numbers:
    """Counts the items of one list."""

    def __init__(self, attributes: Mapping[str, str | None], items: int) -> None:
        self._way = _way(attributes)
        self._step = -1 if "reversed" in attributes else 1
        self._next = _integer(attributes.get("start"), items if self._step < 0 else 1)

    def of(self, item: Mapping[str, str | None]) -> str:
        """The number of the next item and what stands behind it."""
        number = _integer(item.get("value"), self._next)
        self._next = number + self._step
        style, behind = _way(item, self._way)
        return f"{written(number, style)}{behind}" if style else ""


def numbers(tag: str, attributes: Mapping[str, str | None], items: int) -> Numbers | None:
    """The numbers of a list of so many items, or None where it shows none."""
    style = _STYLE.findall(attributes.get("style") or "")
    counts = tag == "ol" or (tag == "ul" and bool(style) and style[-1].lower() in {*_WAYS, "decimal"})
    if not counts or _UNNUMBERED.search(attributes.get("class") or ""):
        return None
    return Numbers(attributes, items)


def _way(attributes: Mapping[str, str | None], default: tuple[str, str] = _DECIMAL) -> tuple[str, str]:
    styles: Iterator[str] = (name.lower() for name in _STYLE.findall(attributes.get("style") or "")[-1:])
    name = next(styles, attributes.get("type") or "")
    if name in _BULLETS:
        return "", ""
    return _WAYS.get(name, _DECIMAL if name in ("1", "decimal") else default)


def _integer(text: str | None, default: int) -> int:
    found = _INTEGER.match(text or "")
    return int(found[1]) if found else default
