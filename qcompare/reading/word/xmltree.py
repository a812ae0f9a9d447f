"""XML to a slim tree: the elements that bear on the text, within bounds, and no document type definition."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from xml.parsers import expat

from qcompare.errors import UnreadableInput

# Bounds that no document comes near: what a Word file nests is some 20 deep, a book has 500,000 elements with
# as many attributes, of which a fifth is kept; only pictures in attributes make long tags.
_DEPTH = 200
_NAMES = 3_000_000
_KEPT_ELEMENTS = 500_000
_TAG_BYTES = 8_000_000

_OPEN = "http://schemas.openxmlformats.org"
_STRICT = "http://purl.oclc.org/ooxml"
_PREFIXES: Mapping[str, str] = {
    f"{_OPEN}/wordprocessingml/2006/main": "w",
    f"{_STRICT}/wordprocessingml/main": "w",
    f"{_OPEN}/officeDocument/2006/math": "m",
    f"{_STRICT}/officeDocument/math": "m",
    f"{_OPEN}/markup-compatibility/2006": "mc",
    f"{_OPEN}/package/2006/relationships": "rel",
    "urn:schemas-microsoft-com:vml": "v",
}
# What becomes of elements. Kept ones stand in the tree, hollow ones without what they hold: as a mark in
# properties they say what is deleted, in the text they hold it. Dropped ones go with all they hold:
# properties of no account, and what the text was before a change. All others are seen through, and what they
# hold goes to the element around them: hyperlinks, content controls, tracked insertions, and what has yet to
# be invented.
_KEPT = re.compile(
    "rel:Relationship|v:textpath|m:t|w:(?:body|p|pPr|pStyle|r|rPr|rStyle|rFonts|vanish|t|tab|ptab|br|cr|sym"
    "|noBreakHyphen|fldChar|instrText|ruby|rt|rubyBase|txbxContent|footnoteReference"
    "|endnoteReference|footnote|endnote|tbl|tr|trPr|hidden|tc|tcPr|gridSpan|gridBefore|vMerge|cellDel|numPr|ilvl"
    "|numId|style|basedOn|abstractNum|numStyleLink|num|abstractNumId|lvl|lvlOverride|start|startOverride|numFmt"
    "|lvlText|lvlRestart|isLgl|suff)"
)
_HOLLOW = re.compile("w:(?:del|moveFrom)")
_DROPPED = re.compile(
    "w:(?:tabs|sectPr|sdtPr|sdtEndPr|smartTagPr|customXmlPr|rubyPr|tblPr|tblPrEx|tblGrid|ffData|fldData|delText"
    "|delInstrText|docDefaults|latentStyles|tblStylePr|numberingChange|[a-zA-Z]+PrChange)"
)
_FATES = (("kept", _KEPT), ("hollow", _HOLLOW), ("dropped", _DROPPED))
_TEXTS = frozenset(("w:t", "m:t", "w:instrText"))


@dataclass(frozen=True, slots=True)
class Node:
    """An element: ``tag`` with its customary prefix (``w:p``), attributes by local name."""

    tag: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)

    @property
    def elements(self) -> Iterator[Node]:
        """The elements among the children."""
        return (child for child in self.children if isinstance(child, Node))

    @property
    def text(self) -> str:
        """The characters that stand in this very element."""
        return "".join(child for child in self.children if isinstance(child, str))

    def all(self, tag: str) -> Iterator[Node]:
        """The children with a tag."""
        return (child for child in self.elements if child.tag == tag)

    def at(self, *path: str) -> Node | None:
        """The first element on a path of tags, each a child of the one before."""
        node = self
        for tag in path:
            for child in node.children:
                if isinstance(child, Node) and child.tag == tag:
                    node = child
                    break
            else:
                return None
        return node

    def value(self, *path: str) -> str | None:
        """The ``val`` of the element on a path, or None where there is no such element or value."""
        node = self.at(*path)
        return node.attributes.get("val") if node else None

    def number(self, *path: str) -> int | None:
        """The ``val`` of the element on a path as a whole number, or None where it is none."""
        written = self.value(*path) or ""
        return int(written) if written.isascii() and written.isdecimal() and len(written) < 10 else None

    def switch(self, *path: str) -> bool | None:
        """Whether the element on a path turns something on or off; None where there is no such element."""
        if self.at(*path) is None:
            return None
        return (self.value(*path) or "1") not in ("0", "false", "off")


def broken(name: str, why: str) -> UnreadableInput:
    """The error for a file that is a Word file in part only."""
    return UnreadableInput(
        f"{name}: this Word file is broken ({why})",
        "Open it in Word or WPS and save it again as .docx, or ask for the file once more.",
    )


def tree(chunks: Iterable[bytes], name: str, part: str) -> Node:
    """A root that holds the elements of an XML file, which comes as pieces of its bytes.

    Raises UnreadableInput, naming the file and its part, for XML that is malformed or beyond bounds.
    """
    builder = _Builder(name, part)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.characters
    parser.StartDoctypeDeclHandler = builder.doctype
    fed = 0
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
            fed += len(chunk)
            if fed - parser.CurrentByteIndex > _TAG_BYTES:
                raise broken(name, f"{part} has a tag of more than {_TAG_BYTES:,} bytes")
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise broken(name, f"{part}: {error}") from None
    return builder.root


class _Builder:
    """The receiver of a parser's events."""

    def __init__(self, name: str, part: str) -> None:
        self.root = Node("")
        self._name, self._part = name, part
        self._open = [self.root]  # the elements of the tree that have begun
        self._kept: list[bool] = []  # for each element that has begun and is not left out: whether it is kept
        self._branches: list[bool] = []  # for each choice of contents that has begun: whether one was taken
        self._left_out = 0  # how deep in an element that is left out
        self._names = self._nodes = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._names += 1 + len(attributes)
        if self._names > _NAMES:
            raise self._beyond(f"more than {_NAMES:,} elements and attributes")
        if len(self._kept) + self._left_out >= _DEPTH:
            raise self._beyond(f"elements nested more than {_DEPTH} deep")
        if self._left_out:
            self._left_out += 1
            return
        tag, fate = _fate(name)
        if fate == "dropped" or self._is_other_choice(tag):
            self._left_out = 1
        elif fate == "hollow":
            self._open[-1].children.append(Node(tag))
            self._left_out = 1
        else:
            self._kept.append(fate == "kept")
            if fate == "kept":
                self._keep(tag, attributes)

    def _keep(self, tag: str, attributes: dict[str, str]) -> None:
        self._nodes += 1
        if self._nodes > _KEPT_ELEMENTS:
            raise self._beyond(f"more than {_KEPT_ELEMENTS:,} elements that bear on the text")
        node = Node(tag, {_local(name): value for name, value in attributes.items()})
        self._open[-1].children.append(node)
        self._open.append(node)

    def _is_other_choice(self, tag: str) -> bool:
        """Whether an element says the same once more for other programs: only its first form counts."""
        if tag == "mc:AlternateContent":
            self._branches.append(False)
        if tag not in ("mc:Choice", "mc:Fallback") or not self._branches:
            return False
        taken, self._branches[-1] = self._branches[-1], True
        return taken

    def end(self, name: str) -> None:
        if self._left_out:
            self._left_out -= 1
            return
        if _fate(name)[0] == "mc:AlternateContent":
            self._branches.pop()
        if self._kept.pop():
            self._open.pop()

    def characters(self, text: str) -> None:
        if not self._left_out and self._open[-1].tag in _TEXTS:
            self._open[-1].children.append(text)

    def doctype(self, *_: object) -> None:
        raise self._beyond("a document type definition, which Word never writes")

    def _beyond(self, what: str) -> UnreadableInput:
        return broken(self._name, f"{self._part} has {what}")


@lru_cache(maxsize=1024)
def _fate(name: str) -> tuple[str, str]:
    """The tag and the fate of an element, whose name is its namespace, a blank and its local name."""
    namespace, _, local = name.rpartition(" ")
    tag = f"{_PREFIXES.get(namespace, '')}:{local}"
    return tag, next((fate for fate, pattern in _FATES if pattern.fullmatch(tag)), "seen through")


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
