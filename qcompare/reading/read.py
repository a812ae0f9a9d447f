"""Bytes to RawText: the kind of document is told by content first, by suffix second."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import PurePath

from qcompare.errors import UnreadableInput
from qcompare.models import RawText
from qcompare.reading.decoding import decode
from qcompare.reading.docx import docx_text
from qcompare.reading.html import visible_text
from qcompare.reading.markdown import rendered_text
from qcompare.reading.mhtml import archived_markup
from qcompare.reading.pdf import pdf_text
from qcompare.settings import Limits

# Comments ahead of a page are taken for good, or thousands of them would be tried in every grouping.
_AHEAD = r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*+"
_PAGE = re.compile(rf"{_AHEAD}<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_PIECE = re.compile(
    rf"{_AHEAD}<(?:meta|title|link|script|style|div|p|span|font|center|table|ul|ol|h[1-6]|section|article|main)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_SUFFIXES = frozenset((".html", ".htm", ".shtml", ".xhtml", ".mht", ".mhtml"))
_MARKDOWN_SUFFIXES = frozenset((".md", ".markdown"))
_NULLS = 0.01  # the share of null characters from which on a file is no text; damaged pages hold a few
_PDF_AHEAD = 1024  # bytes that viewers allow ahead of a PDF's own
_TEXT_OF_PICTURE = (
    "qcompare reads text, no pictures: run OCR over it (ocrmypdf, or your scanner's) and pass the result."
)
# Files that are recognised and not read: their first bytes, what they are, and the way out.
_REFUSED = (
    (b"{\\rtf", "an RTF file", "Open it in Word or WPS and save it as .docx."),
    (b"\x89PNG", "a picture", _TEXT_OF_PICTURE),
    (b"\xff\xd8\xff", "a picture", _TEXT_OF_PICTURE),
    (b"GIF8", "a picture", _TEXT_OF_PICTURE),
    (b"II*\x00", "a picture", _TEXT_OF_PICTURE),
    (b"MM\x00*", "a picture", _TEXT_OF_PICTURE),
    (b"Rar!", "an archive", "Unpack it and pass the plan in it."),
    (b"7z\xbc\xaf", "an archive", "Unpack it and pass the plan in it."),
    (b"\x1f\x8b", "an archive", "Unpack it and pass the plan in it."),
)
# What lies in the older files of Microsoft Office, by the name of a part of it.
_OLE = b"\xd0\xcf\x11\xe0"
_OLE_KINDS = tuple(
    (name.encode("utf-16-le"), what, way_out)
    for name, what, way_out in (
        ("EncryptedPackage", "an Office file with a password", "Open it and save it without the password."),
        ("Workbook", "an old Excel file (.xls)", "Save the plan's text as .docx or .txt."),
        ("PowerPoint Document", "an old PowerPoint file (.ppt)", "Save the plan's text as .docx or .txt."),
        (
            "",
            "an old Word or WPS file (.doc, .wps)",
            "Save it as .docx in Word or WPS, or convert it: soffice --headless --convert-to docx FILE",
        ),
    )
)
_EXTRACTORS: Mapping[str, Callable[[str], str]] = {
    "html": visible_text,
    "md": rendered_text,
    "txt": lambda text: text,
}


def packed(data: bytes, name: str, limits: Limits) -> RawText | None:
    """The text of a PDF or a Word file; None for what is no such file.

    Raises UnreadableInput for those that cannot be read, and for files that are neither they nor text.
    """
    if b"%PDF-" in data[:_PDF_AHEAD]:
        return RawText(pdf_text(data, name, limits), "pdf", "unicode")
    if data.startswith(b"PK\x03\x04"):
        return RawText(docx_text(data, name, limits), "docx", "unicode")
    if refused := _refused(data):
        what, way_out = refused
        raise UnreadableInput(f"{name}: this is {what}, which cannot be read", way_out)
    return None


def _refused(data: bytes) -> tuple[str, str] | None:
    """What a file is that is known and not read, and the way out; only old Office files are searched."""
    if data.startswith(_OLE):
        return next((what, way_out) for mark, what, way_out in _OLE_KINDS if mark in data)
    known = ((what, way_out) for signature, what, way_out in _REFUSED if data.startswith(signature))
    return next(known, None)


def open_text(data: bytes, name: str) -> tuple[str, str]:
    """The decoded characters and their encoding. Raises UnreadableInput for what is empty or no text.

    Front matter is still part of the text: the caller splits it off before :func:`extract`.
    """
    text, encoding = archived_markup(data, name) or decode(data, name)
    if text.count("\x00") > _NULLS * len(text):
        raise UnreadableInput(
            f"{name}: this is a binary file", "Pass a text, web page, PDF or Word file (.docx)."
        )
    if not text.strip():
        raise UnreadableInput(f"{name}: the file is empty", "Pass a file that holds the text of a plan.")
    return text, encoding


def extract(text: str, encoding: str, name: str) -> RawText:
    """The visible part of decoded text."""
    kind = kind_of(text, name)
    return RawText(_EXTRACTORS[kind](text), kind, encoding)


def kind_of(text: str, name: str) -> str:
    """``html``, ``md`` or ``txt``. Markdown may begin with a tag; other text that does is part of a page."""
    suffix = PurePath(name).suffix.lower()
    if _PAGE.match(text[:5000]) or (suffix in _HTML_SUFFIXES and "<" in text):
        return "html"
    if suffix in _MARKDOWN_SUFFIXES:
        return "md"
    return "html" if _PIECE.match(text[:5000]) else "txt"
