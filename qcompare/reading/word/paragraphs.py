"""The text of a paragraph: runs, fields, symbols, readings above characters; text boxes apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import cast

from qcompare.reading.word.styles import Styles
from qcompare.reading.word.symbols import shown, symbol
from qcompare.reading.word.xmltree import Node

Hides = Callable[[Node], bool]  # whether a run is hidden

_SIGNS = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}
_NOTES = frozenset(("w:footnoteReference", "w:endnoteReference"))
_BOXES = frozenset(("w:txbxContent", "v:textpath"))
_SPACES = re.compile("[\t\n\r\x85\u2028\u2029]+")
# Fields that Word draws from their instruction: signs one over the other, as a number in a ring, or a reading
# raised above its character.
_INSTRUCTION = 200  # characters; a longer one draws more than a sign
_OVER = re.compile(
    r"\s*eq\b.*?\\o(?:\\a[cdlr])?\s*\((?P<below>.*)[,;，](?P<above>.*)\)\s*", re.IGNORECASE | re.DOTALL
)
_RAISED = re.compile(r"\\s\\up\s*\d+\s*\((?P<text>.*)\)\s*", re.IGNORECASE | re.DOTALL)
_RINGS = frozenset("○〇◯")
_RINGED = {
    str(n + 1): sign for n, sign in enumerate(map(chr, (*range(0x2460, 0x2474), *range(0x3251, 0x3260))))
}


@dataclass(frozen=True, slots=True)
class Inline:
    """What a paragraph holds: its text with line ends, and its text boxes."""

    text: str
    boxes: tuple[Node, ...]


@dataclass(slots=True)
class _Field:
    """A field that has begun: its instruction, what that holds and withholds, and whether it is over."""

    instruction: list[str] = field(default_factory=list)
    withheld: list[str | Node] = field(default_factory=list)
    result: bool = False


def inline(paragraph: Node, style_id: str, styles: Styles, mark: Callable[[Node], str]) -> Inline:
    """The visible text of a paragraph in a style; ``mark`` gives what stands for a reference to a note."""
    pieces = list(_shown(_pieces(paragraph, partial(_is_hidden, styles, style_id))))
    boxes = tuple(piece for piece in pieces if isinstance(piece, Node) and piece.tag in _BOXES)
    texts = (
        piece if isinstance(piece, str) else mark(piece) if piece.tag in _NOTES else "" for piece in pieces
    )
    return Inline("".join(texts), boxes)


def _pieces(parent: Node, hides: Hides) -> Iterator[str | Node]:
    """The text in an element, and the elements that ask for more than their text, in order."""
    for node in parent.elements:
        yield from _run(node, hides) if node.tag == "w:r" else _content(node, "", hides)


def _run(run: Node, hides: Hides) -> Iterator[str | Node]:
    if hides(run):
        yield from run.all("w:fldChar")
        return
    fonts = run.at("w:rPr", "w:rFonts")
    font = fonts.attributes.get("ascii", fonts.attributes.get("hAnsi", "")) if fonts else ""
    for node in run.elements:
        yield from _content(node, font, hides)


def _content(node: Node, font: str, hides: Hides) -> Iterator[str | Node]:
    if node.tag in ("w:t", "m:t"):
        kept = node.attributes.get("space") == "preserve"
        yield shown(_SPACES.sub(" ", node.text if kept else node.text.strip(" \t\r\n")), font)
    elif node.tag in _SIGNS:
        yield _SIGNS[node.tag]
    elif node.tag == "w:sym":
        yield symbol(node.attributes.get("char", ""), node.attributes.get("font", font))
    elif node.tag == "w:ruby":
        yield from _ruby(node, hides)
    elif node.tag in ("w:fldChar", "w:instrText") or node.tag in _NOTES or node.tag in _BOXES:
        yield node


def _ruby(node: Node, hides: Hides) -> Iterator[str | Node]:
    """A reading comes out behind its characters, as sites write it in brackets."""
    for base in node.all("w:rubyBase"):
        yield from _pieces(base, hides)
    for reading in node.all("w:rt"):
        yield from ("(", *_pieces(reading, hides), ")")


def _is_hidden(styles: Styles, style_id: str, run: Node) -> bool:
    """Whether a run is hidden: by itself, else by the style of its paragraph or its own, if not by both."""
    own = run.switch("w:rPr", "w:vanish")
    of_run = run.value("w:rPr", "w:rStyle") or ""
    return own if own is not None else styles.hides(style_id) != styles.hides(of_run)


def _shown(pieces: Iterable[str | Node]) -> Iterator[str | Node]:
    """The pieces that fields let be seen: their results, not their instructions, be they nested as they may.

    Instructions end with the paragraph, so that a field without an end takes nothing away.
    """
    fields: list[_Field] = []
    secret: list[_Field] = []  # those of them whose instruction goes on
    for piece in pieces:
        kind = piece.attributes.get("fldCharType", piece.tag) if isinstance(piece, Node) else "text"
        if kind == "begin":
            fields.append(_Field())
            secret.append(fields[-1])
        elif kind == "separate" and fields and not fields[-1].result:
            secret.pop().result = True
        elif kind == "end" and fields:
            piece = _ended(fields.pop(), secret)
        elif kind == "w:instrText" and fields:
            fields[-1].instruction.append(cast(Node, piece).text)
        if kind in ("begin", "separate", "w:instrText"):
            continue
        if secret:
            secret[-1].withheld.append(piece)
        else:
            yield piece
    for unended in secret:
        yield from unended.withheld


def _ended(ended: _Field, secret: list[_Field]) -> str:
    """What a field shows at its end."""
    if ended.result:
        return ""
    secret.pop()
    return _drawn("".join(ended.instruction))


def _drawn(instruction: str) -> str:
    """What Word draws from the instruction of a field that has no result."""
    over = _OVER.fullmatch(instruction) if len(instruction) <= _INSTRUCTION else None
    if not over:
        return ""
    below, above = over["below"].strip(), over["above"].strip()
    if raised := _RAISED.fullmatch(below):
        return f"{above}({raised['text'].strip()})"
    return _RINGED.get(above, below + above) if below in _RINGS else below + above
