"""Word files (.docx): all text that is seen, a line per paragraph, automatic numbers and table rows rendered.

Read as it would stand with all changes accepted: what is inserted is there, what is deleted is not. Headers,
footers, comments and hidden text are left out; footnotes and endnotes follow the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from qcompare.errors import UnreadableInput
from qcompare.reading.word.numbering import Counting, read_numbering
from qcompare.reading.word.numerals import written
from qcompare.reading.word.package import Package, main_part, open_package
from qcompare.reading.word.story import Story
from qcompare.reading.word.styles import Styles, read_styles
from qcompare.reading.word.xmltree import Node, broken
from qcompare.settings import Limits

# Notes: the part that holds them, its elements, the format of their numbers, as Word has it without settings.
_NOTES = (("footnotes", "w:footnote", "decimal"), ("endnotes", "w:endnote", "lowerRoman"))


def docx_text(data: bytes, name: str, limits: Limits) -> str:
    """The visible text of a Word file.

    Raises UnreadableInput, naming ``name``, for what is no Word file, is broken, or goes beyond the limits.
    """
    package = open_package(data, name, limits)
    path = main_part(package)
    related = package.related(path)
    if "aFChunk" in related:
        raise broken(name, "its text is a web page put into it")
    bodies = list(package.part(path).all("w:body"))
    if not bodies:
        raise broken(name, f"{path} is no Word document")
    blocks = (block for body in bodies for block in body.elements)  # some writers give several bodies
    text = _joined(_lines(package, related, blocks), name, limits)
    if not text.strip() and any(entry.startswith("word/media/") for entry in package.entries):
        raise UnreadableInput(
            f"{name}: this Word file holds pictures and no text",
            "Run OCR over it (for example with Word, WPS or ocrmypdf) and pass the text.",
        )
    return text


def _lines(package: Package, related: Mapping[str, str], blocks: Iterable[Node]) -> Iterator[str]:
    styles = read_styles(package.part(related["styles"])) if "styles" in related else Styles()
    lists = read_numbering(package.part(related["numbering"]), styles) if "numbering" in related else {}
    notes = _Notes()
    story = Story(styles, Counting(lists, styles), notes.mark)
    yield from story.lines(blocks)
    for kind, tag, _ in _NOTES:
        if kind in related and notes.marks[tag]:
            yield from _noted(package.part(related[kind]).all(tag), notes.marks[tag], story)


def _noted(nodes: Iterable[Node], marks: Mapping[str, str], story: Story) -> Iterator[str]:
    """The notes that the text refers to, in its order, each behind its mark."""
    by_id = {node.attributes.get("id", ""): node for node in nodes}
    for number, mark in marks.items():
        if number in by_id:
            first, *rest = [line for line in story.lines(by_id[number].elements) if line] or [""]
            yield f"{mark} {first}".strip()
            yield from rest


class _Notes:
    """The marks of the notes that the text has referred to so far, by element and id.

    In brackets, as a small raised figure would run into the figures before it.
    """

    def __init__(self) -> None:
        self.marks: dict[str, dict[str, str]] = {tag: {} for _, tag, _ in _NOTES}
        self._counts = dict.fromkeys(self.marks, 0)

    def mark(self, reference: Node) -> str:
        """What stands for a reference in the text; nothing where the author wrote a mark of his own."""
        tag, key = reference.tag.removesuffix("Reference"), reference.attributes.get("id", "")
        if key not in self.marks[tag]:
            own = reference.attributes.get("customMarkFollows", "0") not in ("0", "false", "off")
            self._counts[tag] += not own
            style = next(style for _, element, style in _NOTES if element == tag)
            self.marks[tag][key] = "" if own else f"[{written(self._counts[tag], style)}]"
        return self.marks[tag][key]


def _joined(lines: Iterable[str], name: str, limits: Limits) -> str:
    """The lines as one text, with one blank line at most between them."""
    kept, characters = [], 0
    for line in lines:
        kept.append(line)
        characters += len(line) + 1 if line else 0
        if characters > limits.characters:
            raise UnreadableInput(
                f"{name}: the text has more than the {limits.characters:,} characters allowed",
                "If it is a plan, pass its text alone; `limits: {characters: …}` in the configuration"
                " allows more.",
            )
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip("\n") + "\n"
