"""Automatic numbering: the lists that numbering.xml defines, and the numbers that paragraphs show."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from qcompare.reading.word.numerals import written
from qcompare.reading.word.styles import Styles
from qcompare.reading.word.symbols import bullet
from qcompare.reading.word.xmltree import Node

_LONGEST = 255  # characters of a level's text, as Word allows
_PLACE = re.compile("%([1-9])")
# After these a tab is layout: 一、总体要求, （一）总体要求, ①总体要求. Not so in 1. 总体要求, 第一章 总则.
_CLOSED = re.compile(
    "[、，。：；）)】〕》〉」』—―－–-]$|[\u2460-\u249b\u24ea-\u24ff\u2776-\u277f\u3220-\u3229\u3280-\u3289]$"
)


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list. ``restart`` is how many levels from the top restart it, None for all above it."""

    start: int
    style: str
    text: str
    suffix: str
    font: str
    restart: int | None
    legal: bool
    paragraph_style: str | None


@dataclass(frozen=True, slots=True)
class List:
    """A numbering that paragraphs name: those of one ``series`` count on together.

    ``starts`` are the numbers at which a level begins anew when the list is first used.
    """

    series: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int] = field(default_factory=dict)

    def level_of(self, style_id: str) -> int | None:
        """The level that belongs to a style of paragraphs."""
        return next((i for i, level in self.levels.items() if level.paragraph_style == style_id), None)

    def start(self, level: int) -> int:
        """The first number of a level."""
        return self.starts.get(level, self.levels[level].start if level in self.levels else 0)


def read_numbering(part: Node, styles: Styles) -> Mapping[str, List]:
    """The lists by their ``numId``."""
    abstract = {node.attributes.get("abstractNumId"): node for node in part.all("w:abstractNum")}
    nums = {node.attributes.get("numId", ""): node for node in part.all("w:num")}
    lists = {}
    for num_id, num in nums.items():
        definition = abstract.get(num.value("w:abstractNumId"))
        link = definition.value("w:numStyleLink") if definition else None
        if link and link in styles.by_id:  # the levels stand in the list that the style names
            linked = nums.get(styles.by_id[link].num_id or "")
            definition = abstract.get(linked.value("w:abstractNumId")) if linked else None
        if definition:
            lists[num_id] = _list(definition, num)
    return lists


def _list(definition: Node, num: Node) -> List:
    overrides = {number: node for node in num.all("w:lvlOverride") if (number := _index(node)) is not None}
    own = {i: level for i, node in overrides.items() if (level := node.at("w:lvl"))}
    common = {i: node for node in definition.all("w:lvl") if (i := _index(node)) is not None}
    starts = {i: node.number("w:startOverride") for i, node in overrides.items()}
    return List(
        series=definition.attributes.get("abstractNumId", ""),
        levels={i: _level(node) for i, node in sorted({**common, **own}.items())},
        starts={i: start for i, start in starts.items() if start is not None},
    )


def _index(node: Node) -> int | None:
    written = node.attributes.get("ilvl", "")
    return int(written) if re.fullmatch("[0-8]", written) else None


def _level(node: Node) -> Level:
    fonts = node.at("w:rPr", "w:rFonts")
    style = node.at("w:numFmt")
    name = style.attributes.get("val", "decimal") if style else "decimal"
    return Level(
        start=node.number("w:start") or 0,
        style=style.attributes.get("format", "") if style and name == "custom" else name,
        text=(node.value("w:lvlText") or "")[:_LONGEST],
        suffix=node.value("w:suff") or "tab",
        font=fonts.attributes.get("ascii", fonts.attributes.get("hAnsi", "")) if fonts else "",
        restart=node.number("w:lvlRestart"),
        legal=bool(node.switch("w:isLgl")),
        paragraph_style=node.value("w:pStyle"),
    )


class Counting:
    """The numbers given so far; they go on from paragraph to paragraph, in the order of the text."""

    def __init__(self, lists: Mapping[str, List], styles: Styles) -> None:
        self._lists, self._styles = lists, styles
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def number(self, properties: Node | None, style_id: str) -> tuple[str, str]:
        """The number of the next paragraph and what sets it off from the text: tab, space or nothing.

        Both are empty for a paragraph without one.
        """
        num_id, i = self._place(properties, style_id)
        numbers = self._lists.get(num_id)
        level = numbers.levels.get(i) if numbers else None
        if numbers is None or level is None:
            return "", ""
        self._count(num_id, numbers, i)
        return self._text(numbers, level, i), level.suffix

    def _place(self, properties: Node | None, style_id: str) -> tuple[str, int]:
        """The list and the level of a paragraph: its own, else those of its style."""
        own = properties.at("w:numPr") if properties else None
        line = list(self._styles.line(style_id))
        holder = next((n for n, (_, style) in enumerate(line) if style.num_id is not None), len(line))
        num_id = own.value("w:numId") if own else None
        if num_id is None:
            num_id = line[holder][1].num_id if holder < len(line) else None
        level = own.number("w:ilvl") if own else None
        if level is not None:
            return num_id or "", level
        numbers = self._lists.get(num_id or "")
        linked = (numbers.level_of(key) for key, _ in line[: holder + 1]) if numbers else ()
        said = (*linked, *(style.level for _, style in line[: holder + 1]))
        return num_id or "", next((number for number in said if number is not None), 0)

    def _count(self, num_id: str, numbers: List, i: int) -> None:
        counts = self._counts.setdefault(numbers.series, {})
        begins = i in numbers.starts and (num_id, i) not in self._begun
        self._begun.add((num_id, i))
        counts[i] = numbers.start(i) if begins or i not in counts else counts[i] + 1
        for above in range(i):
            counts.setdefault(above, numbers.start(above))
        for below in [below for below in counts if below > i]:
            if _restarts(numbers.levels.get(below), i):
                del counts[below]

    def _text(self, numbers: List, level: Level, i: int) -> str:
        if level.style == "bullet":
            return bullet(level.text, level.font)
        counts = self._counts[numbers.series]

        def place(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            if at > i or at not in numbers.levels:
                return ""
            style = numbers.levels[at].style
            plain = level.legal and style not in ("none", "bullet")
            return written(counts[at], "decimal" if plain else style)

        return _PLACE.sub(place, level.text)


def _restarts(level: Level | None, counted: int) -> bool:
    """Whether a level begins anew after a paragraph of the higher level ``counted``."""
    restart = level.restart if level else None
    return restart is None or counted < restart


def with_number(number: str, suffix: str, text: str) -> str:
    """A paragraph with its number as Word shows it.

    A tab is a blank where the number is not closed by a mark, and where figures would run into one another.
    """
    if suffix == "tab" and _CLOSED.search(number) and not text[:1].isdigit():
        suffix = "nothing"
    return f"{number}{' ' if number and suffix in ('tab', 'space') else ''}{text}"
