"""HTML pages: all visible text, a line per block, list numbers and table rows rebuilt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_BLOCK = re.compile(
    "address|article|aside|blockquote|body|br|button|caption|center|dd|details|dialog|div|dl|dt|fieldset"
    "|figcaption|figure|footer|form|h[1-6]|header|hr|label|legend|li|listing|main|menu|nav|ol|optgroup|option"
    "|p|pre|section|select|summary|table|tbody|textarea|tfoot|thead|tr|ul|xmp"
)
_KEEPS_SPACES = frozenset(("pre", "textarea", "listing", "xmp"))
_CELLS = frozenset(("td", "th"))
_UNSEEN = re.compile(
    "-.*|audio|canvas|datalist|head|iframe|noembed|noframes|noscript|object|rp|script|style|svg|template|video"
)
# ``visibility`` is no reason: pages hide their body until a script has run.
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
# Lists that are shown without numbers: by their style, or as the path or menu that their class names.
_UNNUMBERED = re.compile(r"list-style(?:-type)?\s*:\s*none|crumb|nav|menu|unstyled", re.IGNORECASE)
_SPACES = re.compile("[ \t\n\r\x0b\x0c\x85\u2028\u2029]+")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_INTEGER = re.compile(r"\s*([+-]?[0-9]{1,9})")

# Noncharacters, which no page may hold, mark where cells and list items start and end until lines are joined.
_CELL, _CELL_END, _NUMBER_END, _ITEM_END = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3"
_NOT_THEIRS = str.maketrans("", "", _CELL + _CELL_END + _NUMBER_END + _ITEM_END)
# What is joined: the number of an item and its first line; the cells of a row, each if it is but one line.
_JOINS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (rf"{_NUMBER_END}\s*+", ""),
        (_ITEM_END, ""),
        (rf"{_CELL}\s*+([^{_CELL}{_CELL_END}\n]*+)\s*+{_CELL_END}", r"\1\t"),
        (f"[{_CELL}{_CELL_END}]", "\n"),
    )
)


def visible_text(markup: str) -> str:
    """The text that a browser would show, one line per block, the cells of a table row on one line.

    A cell of several lines keeps them: many pages lay out their whole text in a table.
    """
    from selectolax.lexbor import LexborHTMLParser  # only where a page is read

    root = LexborHTMLParser(markup).root
    text = "".join(_pieces(root)) if root is not None else ""
    for pattern, replacement in _JOINS:
        text = pattern.sub(replacement, text)
    lines = (line.strip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") + "\n"


def _pieces(root: Any) -> Iterator[str]:
    """Depth first without recursion: a hostile page may nest deeper than the interpreter allows."""
    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        node, keeps_spaces = stack.pop()
        if isinstance(node, str):
            yield node
        elif node.tag == "-text":
            yield _text(node.text(deep=False), keeps_spaces=keeps_spaces)
        elif _shown(node):
            before, after = _frame(node.tag)
            keeps_spaces = keeps_spaces or node.tag in _KEEPS_SPACES
            stack.extend((each, keeps_spaces) for each in reversed([before, *_children(node), after]))


def _text(text: str, *, keeps_spaces: bool) -> str:
    pattern, space = (_LINE_ENDS, "\n") if keeps_spaces else (_SPACES, " ")
    return pattern.sub(space, text).translate(_NOT_THEIRS)


def _shown(node: Any) -> bool:
    if node.tag == "body":
        return True
    attributes = node.attributes
    hidden = "hidden" in attributes or (node.tag == "dialog" and "open" not in attributes)
    return not (hidden or _UNSEEN.fullmatch(node.tag) or _HIDDEN.search(attributes.get("style") or ""))


def _frame(tag: str) -> tuple[str, str]:
    """What stands before and after an element's own text."""
    if tag in _CELLS:
        return _CELL, _CELL_END
    if tag == "li":
        return "\n", f"{_ITEM_END}\n"
    if tag == "rt":  # a reading above a character, as older browsers show it
        return "(", ")"
    return ("\n", "\n") if _BLOCK.fullmatch(tag) else ("", "")


def _children(node: Any) -> Iterator[Any]:
    """The nodes in an element, those of an ordered list with the numbers that a browser shows."""
    children = node.iter(include_text=True)
    looks = [node.attributes.get(name) or "" for name in ("style", "class")] if node.tag == "ol" else []
    if not looks or any(map(_UNNUMBERED.search, looks)):
        yield from children
        return
    number = _integer(node.attributes.get("start"), 1)
    for child in children:
        if child.tag == "li":
            number = _integer(child.attributes.get("value"), number)
            yield f"\n{number}. {_NUMBER_END}"
            number += 1
        yield child


def _integer(written: str | None, default: int) -> int:
    found = _INTEGER.match(written or "")
    return int(found[1]) if found else default
