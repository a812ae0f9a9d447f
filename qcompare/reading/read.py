"""Bytes to RawText: the kind of document is told by content first, by suffix second."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import PurePath

from qcompare.errors import UnreadableInput
from qcompare.models import RawText
from qcompare.reading.decoding import decode
from qcompare.reading.html import visible_text
from qcompare.reading.markdown import rendered_text

# Comments ahead of a page are taken for good, or thousands of them would be tried in every grouping.
_AHEAD = r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*+"
_PAGE = re.compile(rf"{_AHEAD}<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_PIECE = re.compile(
    rf"{_AHEAD}<(?:meta|title|link|script|style|div|p|span|font|center|table|ul|ol|h[1-6]|section|article|main)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHINESE = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_HTML_SUFFIXES = frozenset((".html", ".htm", ".shtml", ".xhtml"))
_MARKDOWN_SUFFIXES = frozenset((".md", ".markdown"))
# Files that are recognised, but not as text: their first bytes, what they are, and the way out.
_SIGNATURES = (
    (b"%PDF-", "a PDF", "Export its text (for example with pdftotext) and pass the .txt file."),
    (b"PK\x03\x04", "a Word, Excel or ZIP file", "Save it as plain text (.txt, UTF-8) and pass that."),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file", "Open it and save it as plain text (.txt, UTF-8)."),
    (b"{\\rtf", "an RTF file", "Open it and save it as plain text (.txt, UTF-8)."),
    (b"\x89PNG", "a picture", "Pass the text of the plan, not a picture of it."),
    (b"\xff\xd8\xff", "a picture", "Pass the text of the plan, not a picture of it."),
)
_EXTRACTORS: Mapping[str, Callable[[str], str]] = {
    "html": visible_text,
    "md": rendered_text,
    "txt": lambda text: text,
}


def open_text(data: bytes, name: str) -> tuple[str, str]:
    """The decoded characters and their encoding. Raises UnreadableInput for what is empty or no text.

    Front matter is still part of the text: the caller splits it off before :func:`extract`.
    """
    for signature, what, way_out in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableInput(f"{name}: this is {what}, which cannot be read yet", way_out)
    text, encoding = decode(data, name)
    if "\x00" in text:
        raise UnreadableInput(f"{name}: this is a binary file", "Pass a text file: txt, md or html.")
    if not text.strip():
        raise UnreadableInput(f"{name}: the file is empty", "Pass a file that holds the text of a plan.")
    return text, encoding


def extract(text: str, encoding: str, name: str) -> RawText:
    """The visible part of decoded text. Raises UnreadableInput where no Chinese is left."""
    kind = kind_of(text, name)
    visible = _EXTRACTORS[kind](text)
    if not _CHINESE.search(visible):
        raise UnreadableInput(
            f"{name}: no Chinese text in this file (read as {kind}, {encoding})",
            "qcompare compares Chinese plans; if this is one, save it as UTF-8 text and try again.",
        )
    return RawText(visible, kind, encoding)


def kind_of(text: str, name: str) -> str:
    """``html``, ``md`` or ``txt``. Markdown may begin with a tag; other text that does is part of a page."""
    suffix = PurePath(name).suffix.lower()
    if _PAGE.match(text[:5000]) or (suffix in _HTML_SUFFIXES and "<" in text):
        return "html"
    if suffix in _MARKDOWN_SUFFIXES:
        return "md"
    return "html" if _PIECE.match(text[:5000]) else "txt"
