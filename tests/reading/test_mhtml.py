"""Web archives: the pages in them, in the armours that browsers and Word use."""

from __future__ import annotations

import base64
import quopri

import pytest

from qcompare.errors import UnreadableInput
from qcompare.reading.mhtml import archived_markup

_PAGE = "<html><body><p>一、总体要求 a=b</p></body></html>"


def _archive(*parts: tuple[str, str, bytes], boundary: str = "----MultipartBoundary--x") -> bytes:
    """An archive of parts, each with its kind, its armour and its bytes in it."""
    head = (
        "From: <Saved by Blink>\r\nSubject: =?utf-8?Q?=E6=96=B9=E6=A1=88?=\r\nMIME-Version: 1.0\r\n"
        f'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="{boundary}"\r\n\r\n'
    )
    bodies = (
        f"--{boundary}\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: {armour}\r\n\r\n".encode() + data
        for kind, armour, data in parts
    )
    return head.encode() + b"\r\n".join((*bodies, f"--{boundary}--\r\n".encode()))


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize(
    ("armour", "data"),
    [
        ("quoted-printable", quopri.encodestring),
        ("base64", base64.encodebytes),
        ("BASE64", lambda page: base64.b64encode(page).rstrip(b"=")),
        ("8bit", bytes),
        ("binary", bytes),
    ],
)
def test_the_page_in_an_archive(encoding: str, armour: str, data: object) -> None:
    assert callable(data)
    packed = _archive(
        ("text/html", armour, data(_PAGE.encode(encoding))), ("image/png", "base64", b"iVBORw0KGgo=")
    )
    found = archived_markup(packed, "a.mht")
    assert found is not None
    assert (found[0].rstrip("\n"), found[1]) == (_PAGE, encoding)


def test_frames_follow_the_page_each_in_its_encoding() -> None:
    packed = _archive(
        ("text/html", "8bit", "<p>甲地方案</p>".encode()),
        ("text/css", "8bit", b"p {}"),
        ("application/xhtml+xml", "8bit", "<p>乙地方案</p>".encode("gb18030")),
    )
    assert archived_markup(packed, "a.mht") == ("<p>甲地方案</p>\n\n<p>乙地方案</p>\n", "utf-8")


def test_a_boundary_need_not_be_quoted_nor_line_ends_be_two() -> None:
    packed = _archive(("text/html", "8bit", _PAGE.encode())).replace(b'"', b"").replace(b"\r\n", b"\n")
    assert archived_markup(packed, "a.mht") == (f"{_PAGE}\n", "utf-8")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        "质量强市".encode(),
        _PAGE.encode(),
        b"MIME-Version: 1.0\nContent-Type: text/plain\n\nx",
        b"MIME-Version: 1.0\nContent-Type: multipart/related\n\nx",
        _archive(("image/png", "base64", b"iVBORw0KGgo=")),
        _archive(("text/html", "8bit", b" ")),
    ],
)
def test_what_is_no_archive_or_holds_no_page(data: bytes) -> None:
    assert archived_markup(data, "a.mht") is None


def test_a_page_that_is_no_text_is_refused() -> None:
    packed = _archive(("text/html", "base64", base64.encodebytes(bytes(range(128, 256)) * 8)))
    with pytest.raises(UnreadableInput, match=r"^a\.mht: this is no text"):
        archived_markup(packed, "a.mht")
