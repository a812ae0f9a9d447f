"""Styles: the numbering and the hiding of text that paragraphs and runs take from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from qcompare.reading.word.xmltree import Node

_LONGEST = 64  # styles based on one another; Word allows 11


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says itself; None where it says nothing."""

    based_on: str | None
    num_id: str | None
    level: int | None
    hidden: bool | None


@dataclass(frozen=True, slots=True)
class Styles:
    """All styles by id, and the id of the one for paragraphs that name none."""

    by_id: Mapping[str, Style] = field(default_factory=dict)
    default: str = ""

    def line(self, style_id: str) -> Iterator[tuple[str, Style]]:
        """A style and those that it is based on, nearest first."""
        for _ in range(_LONGEST):
            style = self.by_id.get(style_id)
            if style is None:
                return
            yield style_id, style
            style_id = style.based_on or ""

    def hides(self, style_id: str) -> bool:
        """Whether text in a style is hidden."""
        said = (style.hidden for _, style in self.line(style_id))
        return next((hidden for hidden in said if hidden is not None), False)


def read_styles(part: Node) -> Styles:
    """The styles in a part of the package."""
    nodes = [(node.attributes.get("styleId", ""), node) for node in part.all("w:style")]
    defaults = (key for key, node in nodes if _is_default(node))
    return Styles({key: _style(node) for key, node in nodes}, next(defaults, ""))


def _style(node: Node) -> Style:
    return Style(
        based_on=node.value("w:basedOn"),
        num_id=node.value("w:pPr", "w:numPr", "w:numId"),
        level=node.number("w:pPr", "w:numPr", "w:ilvl"),
        hidden=node.switch("w:rPr", "w:vanish"),
    )


def _is_default(node: Node) -> bool:
    attributes = node.attributes
    return attributes.get("type") == "paragraph" and attributes.get("default") in ("1", "true", "on")
