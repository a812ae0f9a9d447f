"""Reading: which kind a document is, and one clear message for what cannot be read."""

from __future__ import annotations

import codecs

import pytest

from qcompare.errors import UnreadableInput
from qcompare.models import RawText
from qcompare.reading.read import extract, kind_of, open_text, packed
from qcompare.settings import Limits

LIMITS = Limits(file_mb=10, unpacked_mb=20, pages=100, characters=100_000)

_EMPTY = ": the file is empty\nPass a file that holds the text of a plan."
_BINARY = ": this is a binary file\nPass a text, web page, PDF or Word file (.docx)."


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("一、总体要求", "plan.txt", "txt"),
        ("一、总体要求", "plan", "txt"),
        ("# 一、总体要求", "plan.MD", "md"),
        ("# 一、总体要求", "plan.markdown", "md"),
        # content goes before the suffix
        ("<!DOCTYPE html><p>质量", "plan.txt", "html"),
        ("\n <html lang=zh>", "plan.md", "html"),
        ("<?xml version='1.0'?>\n<!-- 镜像 -->\n<!-- 2 --><html>", "plan", "html"),
        ("<div>质量</div>", "plan.txt", "html"),
        ("<h1>质量</h1>", "plan.txt", "html"),
        ("<center>质量</center>\n\n# 一、甲", "plan.md", "md"),
        ("质量<br>强市", "plan.htm", "html"),
        ("质量<br>强市", "plan.txt", "txt"),
        ("质量强市", "plan.html", "txt"),
        ("<质量> 强市", "plan.txt", "txt"),
        ("<header-like>", "plan.txt", "txt"),
        ("<!-- 注 --> <html>", "plan.txt", "html"),
        ("<!---->" * 700 + "质量", "plan.txt", "txt"),
    ],
)
def test_the_kind_of_a_document(text: str, name: str, kind: str) -> None:
    assert kind_of(text, name) == kind


@pytest.mark.parametrize(
    ("text", "name", "raw"),
    [
        ("一、 甲\n乙", "plan.txt", RawText("一、 甲\n乙", "txt", "gb18030")),
        ("# 一、甲", "plan.md", RawText("一、甲", "md", "gb18030")),
        ("<p>甲<p>乙", "plan.html", RawText("甲\n\n乙\n", "html", "gb18030")),
        ("㐀", "plan.txt", RawText("㐀", "txt", "gb18030")),
        ("𠀀", "plan.txt", RawText("𠀀", "txt", "gb18030")),
    ],
)
def test_the_visible_text_is_handed_on(text: str, name: str, raw: RawText) -> None:
    assert extract(text, "gb18030", name) == raw


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", _EMPTY),
        (b" \r\n\t", _EMPTY),
        (codecs.BOM_UTF8, _EMPTY),
        (codecs.BOM_UTF16_LE + "\u3000\n".encode("utf-16-le"), _EMPTY),
        (b"\x00\x01\x02\x03" * 50, _BINARY),
        ("质量\x00强市".encode(), _BINARY),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableInput) as refusal:
        open_text(data, "plan.txt")
    assert str(refusal.value) == f"plan.txt{message}"


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def _ole(part: str) -> bytes:
    return _OLE + part.encode("utf-16-le") + bytes(500)


@pytest.mark.parametrize(
    ("data", "what", "way_out"),
    [
        (b"{\\rtf1\\ansi", "an RTF file", "Open it in Word or WPS and save it as .docx."),
        *(
            (data, "a picture", "run OCR over it")
            for data in (b"\x89PNG\r\n", b"\xff\xd8\xff\xe0", b"GIF89a", b"II*\x00", b"MM\x00*")
        ),
        *(
            (data, "an archive", "Unpack it and pass the plan in it.")
            for data in (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08")
        ),
        (
            _ole("WordDocument"),
            "an old Word or WPS file (.doc, .wps)",
            "Save it as .docx in Word or WPS, or convert it: soffice --headless --convert-to docx FILE",
        ),
        (_ole("Workbook"), "an old Excel file (.xls)", "Save the plan's text as .docx or .txt."),
        (
            _ole("PowerPoint Document"),
            "an old PowerPoint file (.ppt)",
            "Save the plan's text as .docx or .txt.",
        ),
        (
            _ole("EncryptedPackage"),
            "an Office file with a password",
            "Open it and save it without the password.",
        ),
    ],
)
def test_what_is_neither_text_nor_a_document_is_refused_with_a_way_out(
    data: bytes, what: str, way_out: str
) -> None:
    with pytest.raises(UnreadableInput) as refusal:
        packed(data, "plan.doc", LIMITS)
    assert refusal.value.message == f"plan.doc: this is {what}, which cannot be read"
    assert way_out in refusal.value.hint


@pytest.mark.parametrize("data", [b"", "质量强市".encode(), b"<html>", b"PK", "见%PDF".encode()])
def test_text_is_left_to_the_readers_of_text(data: bytes) -> None:
    assert packed(data, "plan.pdf", LIMITS) is None


def test_a_few_null_characters_spoil_no_page() -> None:
    text = "质量强市" * 50 + "\x00"
    assert open_text(text.encode(), "plan.txt") == (text, "utf-8")


def test_a_web_archive_is_opened_as_the_page_in_it() -> None:
    head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n"
    part = "--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><p>一、甲</p></html>\r\n--x--\r\n"
    text, encoding = open_text((head + part).encode(), "plan.mht")
    assert extract(text, encoding, "plan.mht") == RawText("一、甲\n", "html", "utf-8")


def test_front_matter_is_still_part_of_the_decoded_text() -> None:
    assert open_text("---\r\nid: x\r\n---\r\n质量".encode("gb18030"), "plan.md") == (
        "---\nid: x\n---\n质量",
        "gb18030",
    )
