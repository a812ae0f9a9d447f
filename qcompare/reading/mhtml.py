"""Web archives (.mht, .mhtml): the pages in a file that a browser or Word saved as one, RFC 2557."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator

from qcompare.reading.decoding import decode

_HEAD = 20_000  # bytes that hold the head of an archive
_BLANK_LINE = re.compile(rb"\r?\n[ \t]*\r?\n")
_FIELD = re.compile(rb"^([A-Za-z-]+):((?:[^\r\n]|\r?\n[ \t])*)", re.MULTILINE)
_BOUNDARY = re.compile(rb"boundary\s*=\s*(?:\"([^\"\r\n]+)\"|([^\s;]+))", re.IGNORECASE)
_PAGE = re.compile(rb"\s*(?:text/html|application/xhtml\+xml)\b", re.IGNORECASE)
_KIND, _TRANSFER = b"content-type", b"content-transfer-encoding"


def archived_markup(data: bytes, name: str) -> tuple[str, str] | None:
    """The markup of the pages in a web archive, that of frames last, and the encoding of the first.

    None for what is no web archive, or holds no page. Raises UnreadableInput as ``decode`` does.
    """
    pages = [decode(page, name) for page in _pages(data)]
    return ("\n".join(markup for markup, _ in pages), pages[0][1]) if pages else None


def _pages(data: bytes) -> Iterator[bytes]:
    head = _fields(data[:_HEAD])
    if b"mime-version" not in head or not head.get(_KIND, b"").strip().lower().startswith(b"multipart/"):
        return
    boundary = _BOUNDARY.search(head[_KIND])
    if boundary:
        for part in data.split(b"--" + (boundary[1] or boundary[2]))[1:]:
            if _PAGE.match(_fields(part[:_HEAD]).get(_KIND, b"")) and (page := _body(part)).strip():
                yield page


def _fields(part: bytes) -> dict[bytes, bytes]:
    """The fields of a part's head, by their names in small letters."""
    head = _BLANK_LINE.split(part.lstrip(b"\r\n"), maxsplit=1)[0]
    return {field[1].lower(): field[2] for field in _FIELD.finditer(head)}


def _body(part: bytes) -> bytes:
    """What follows the head, without the armour that mail puts it in."""
    transfer = _fields(part[:_HEAD]).get(_TRANSFER, b"").strip().lower()
    body = (*_BLANK_LINE.split(part.lstrip(b"\r\n"), maxsplit=1), b"")[1]
    if transfer == b"quoted-printable":
        return binascii.a2b_qp(body)
    return _from_base64(body) if transfer == b"base64" else body


def _from_base64(body: bytes) -> bytes:
    """The bytes, as far as there are whole groups of four letters."""
    letters = re.sub(rb"[^A-Za-z0-9+/]", b"", body)
    whole = letters[: len(letters) // 4 * 4]
    rest = letters[len(whole) :] if len(letters) % 4 > 1 else b""
    return binascii.a2b_base64(whole + rest + b"=" * (-len(rest) % 4))
