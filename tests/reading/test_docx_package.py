"""Packages: whole, of other kinds, broken, and made to do harm."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qcompare.errors import UnreadableInput
from qcompare.reading.docx import docx_text
from tests.reading.word_files import (
    LIMITS,
    STRICT,
    abstract,
    cell,
    document,
    files,
    level,
    num,
    p,
    packed,
    part,
    r,
    relations,
    row,
    style,
    table,
)

_SAVE = "Open it in Word or WPS and save it again as .docx."
_AGAIN = "Open it in Word or WPS and save it again as .docx, or ask for the file once more."


def _refusal(data: bytes) -> str:
    with pytest.raises(UnreadableInput) as refusal:
        docx_text(data, "plan.docx", LIMITS)
    return str(refusal.value)


def _broken(why: str) -> str:
    return f"plan.docx: this Word file is broken ({why})\n{_AGAIN}"


def _changed(changes: Mapping[str, str | bytes]) -> bytes:
    """A file of one paragraph with some of its parts replaced."""
    return packed({**files("质量"), **changes})


def _strict(text: str) -> str:
    return text.replace(
        "schemas.openxmlformats.org/officeDocument/2006", "purl.oclc.org/ooxml/officeDocument"
    )


@pytest.mark.parametrize(
    "data",
    [
        document("质量"),
        document("质量", main=STRICT),
        packed({name: _strict(str(content)) for name, content in files("质量", main=STRICT).items()}),
        # the main part is where the relationship says, with and without a leading slash, in any case
        packed(
            {
                "_rels/.rels": relations({"officeDocument": "/a/B.xml"}),
                "a/b.xml": files("质量")["word/document.xml"],
            }
        ),
        packed(
            {
                "_rels/.rels": relations({"officeDocument": "text.xml"}),
                "Text.xml": files("质量")["word/document.xml"],
            }
        ),
        packed({name.replace("/", "\\"): content for name, content in files("质量").items()}),
        # without relationships
        packed({"word/document.xml": files("质量")["word/document.xml"]}),
        packed(
            {
                "word/document.xml": part("document", f"<w:body>{p('质量')}</w:body>")
                .replace("UTF-8", "utf-16")
                .encode("utf-16")
            }
        ),
        # several bodies, as some writers give
        _changed({"word/document.xml": part("document", f"<w:body/><w:body>{p('质量')}</w:body>")}),
        # relationships to what is not there, or elsewhere
        _changed(
            {"word/_rels/document.xml.rels": relations({"styles": "none.xml", "numbering": "../../../x.xml"})}
        ),
        _changed(
            {
                "word/_rels/document.xml.rels": relations({"styles": "http://a/b"}).replace(
                    "Id=", 'TargetMode="External" Id='
                )
            }
        ),
        _changed(
            {"word/header1.xml": part("hdr", p("页眉")), "word/comments.xml": part("comments", p("批注"))}
        ),
    ],
)
def test_packages_that_are_read(data: bytes) -> None:
    assert docx_text(data, "plan.docx", LIMITS) == "质量\n"


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (
            ["xl/workbook.xml"],
            "an Excel workbook, which cannot be read\nSave the plan's text as .docx or .txt.",
        ),
        (
            ["xl/workbook.bin"],
            "an Excel workbook, which cannot be read\nSave the plan's text as .docx or .txt.",
        ),
        (
            ["ppt/presentation.xml"],
            "a PowerPoint presentation, which cannot be read\nSave the plan's text as .docx or .txt.",
        ),
        (
            ["OFD.xml"],
            "an OFD document, which cannot be read\n"
            "Open it in an OFD reader, export it as PDF and pass that.",
        ),
        (
            ["mimetype", "content.xml"],
            "an OpenDocument file, which cannot be read\n"
            "Save it as .docx in WPS or LibreOffice, or convert it:"
            " soffice --headless --convert-to docx FILE",
        ),
        (
            ["META-INF/container.xml"],
            "an e-book, which cannot be read\nSave the plan's text as .docx or .txt.",
        ),
        (["word/styles.xml"], f"a Word file without its text, which cannot be read\n{_SAVE}"),
        (["plan.txt"], "a ZIP archive, which cannot be read\nUnpack it and pass the plan in it."),
        ([], "a ZIP archive, which cannot be read\nUnpack it and pass the plan in it."),
    ],
)
def test_other_archives_are_told_apart(names: list[str], message: str) -> None:
    assert _refusal(packed(dict.fromkeys(names, "x"))) == f"plan.docx: this is {message}"


def test_a_workbook_is_known_by_its_relationship_too() -> None:
    data = packed(
        {"_rels/.rels": relations({"officeDocument": "xl/workbook.xml"}), "xl/workbook.xml": "<x/>"}
    )
    assert _refusal(data).startswith("plan.docx: this is an Excel workbook,")


_WHOLE = document("质量")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (_WHOLE[:-30], "file is not a zip file"),
        (_WHOLE[: len(_WHOLE) // 2], "file is not a zip file"),
        (b"PK\x03\x04", "file is not a zip file"),
        (
            _changed({"word/document.xml": "<w:document>"}),
            "word/document.xml: unbound prefix: line 1, column 0",
        ),
        (
            _changed({"word/document.xml": "<a><b></a>"}),
            "word/document.xml: mismatched tag: line 1, column 8",
        ),
        (_changed({"word/document.xml": ""}), "word/document.xml: no element found: line 1, column 0"),
        (_changed({"word/document.xml": "<a/>"}), "word/document.xml is no Word document"),
        (_changed({"word/document.xml": part("styles", "")}), "word/document.xml is no Word document"),
        (_changed({"_rels/.rels": "x"}), "_rels/.rels: syntax error: line 1, column 0"),
        (
            packed(
                {
                    **files("质量"),
                    "word/styles.xml": "x",
                    "word/_rels/document.xml.rels": relations({"styles": "styles.xml"}),
                }
            ),
            "word/styles.xml: syntax error: line 1, column 0",
        ),
        (
            packed(
                {
                    **files("质量"),
                    "word/a.html": "x",
                    "word/_rels/document.xml.rels": relations({"aFChunk": "a.html"}),
                }
            ),
            "its text is a web page put into it",
        ),
    ],
)
def test_broken_files_say_what_is_broken(data: bytes, why: str) -> None:
    assert _refusal(data) == _broken(why)


def test_a_file_of_pictures_names_the_way_out() -> None:
    assert _refusal(packed({**files(""), "word/media/image1.png": b"\x89PNG"})) == (
        "plan.docx: this Word file holds pictures and no text\n"
        "Run OCR over it (for example with Word, WPS or ocrmypdf) and pass the text."
    )
    assert docx_text(document(""), "plan.docx", LIMITS) == "\n"


# --- files made to do harm ------------------------------------------------------------------------


def _with_flag(data: bytes) -> bytes:
    """An archive that says that all its entries are encrypted."""
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(signature)
        while start >= 0:
            data = data[: start + offset] + b"\x01\x00" + data[start + offset + 2 :]
            start = data.find(signature, start + 4)
    return data


def test_a_password_is_named() -> None:
    assert _refusal(_with_flag(_WHOLE)) == (
        "plan.docx: this Word file has a password\nOpen it and save it without the password."
    )


def _declaring(data: bytes, name: bytes, size: int) -> bytes:
    """An archive that gives another size for an entry than it has."""
    for signature, offset, length in ((b"PK\x03\x04", 22, 30), (b"PK\x01\x02", 24, 46)):
        start = data.find(signature)
        while start >= 0:
            if data[start + length : start + length + len(name)] == name:
                data = data[: start + offset] + struct.pack("<I", size) + data[start + offset + 4 :]
            start = data.find(signature, start + 4)
    return data


_TOO_LARGE = (
    "plan.docx: word/document.xml unpacks to more than the 30 MB allowed\n"
    "If it is a plan, pass its text alone; `limits: {unpacked_mb: …}` in the configuration allows more."
)
_TAG = "<b" + "".join(f" c{i:x}=''" for i in range(1_000)) + "/>"
_LARGE = "<!--" + " " * 31_000_000 + "-->"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            _changed({"word/document.xml": f"<a>{_LARGE}</a>"}),
            _TOO_LARGE,
        ),
        (
            _declaring(_WHOLE, b"word/document.xml", 4_000_000_000),
            _TOO_LARGE,
        ),
        # less than there is: what is said to be there is read, and found wanting
        (
            _declaring(_changed({"word/document.xml": f"<a>{_LARGE}</a>"}), b"word/document.xml", 100),
            _broken("word/document.xml: bad CRC-32 for file 'word/document.xml'"),
        ),
        (
            _changed({"word/document.xml": f"<a b='{'x' * 9_000_000}'/>"}),
            _broken("word/document.xml has a tag of more than 8,000,000 bytes"),
        ),
        (
            _changed({"word/document.xml": "<a>" * 1_000_000}),
            _broken("word/document.xml has elements nested more than 200 deep"),
        ),
        (
            document("<w:tbl><w:tr><w:tc>" * 300),
            _broken("word/document.xml has elements nested more than 200 deep"),
        ),
        (
            document("<w:del>" + "<w:p>" * 300),
            _broken("word/document.xml has elements nested more than 200 deep"),
        ),
        (
            _changed({"word/document.xml": f"<a>{_TAG * 3_000}</a>"}),
            _broken("word/document.xml has more than 3,000,000 elements and attributes"),
        ),
        (
            document("<w:p/>" * 500_001),
            _broken("word/document.xml has more than 500,000 elements that bear on the text"),
        ),
        (
            _changed({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><a>&d;</a>'}),
            _broken("word/document.xml has a document type definition, which Word never writes"),
        ),
        (
            _changed({"word/document.xml": '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'}),
            _broken("word/document.xml has a document type definition, which Word never writes"),
        ),
        (
            document(p("质" * 100_001)),
            "plan.docx: the text has more than the 100,000 characters allowed\n"
            "If it is a plan, pass its text alone; `limits: {characters: …}` in the configuration"
            " allows more.",
        ),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_files_made_to_do_harm_are_refused(data: bytes, message: str) -> None:
    assert _refusal(data) == message


def test_a_directory_without_end_is_not_read() -> None:
    entry = _WHOLE[_WHOLE.index(b"PK\x01\x02") :]
    assert _refusal(_WHOLE + entry * 20_001) == _broken("it has more than 20,000 parts")


def test_as_many_characters_as_allowed() -> None:
    data, limits = document("质量", "强市"), replace(LIMITS, characters=6)
    assert docx_text(data, "plan.docx", limits) == "质量\n强市\n"
    with pytest.raises(UnreadableInput, match="more than the 5 characters"):
        docx_text(data, "plan.docx", replace(LIMITS, characters=5))


def _deep(depth: int) -> str:
    inner = p("质量")
    for _ in range(depth):
        inner = table(row(cell(inner)))
    return inner


def _boxes(depth: int) -> str:
    inner = p("质量")
    for _ in range(depth):
        inner = p(r(f"<w:txbxContent>{inner}</w:txbxContent>"))
    return inner


@pytest.mark.parametrize("content", [_deep(60), _boxes(60), "<w:sdt>" * 190 + p("质量") + "</w:sdt>" * 190])
def test_what_is_allowed_to_nest_is_read(content: str) -> None:
    assert docx_text(document(content), "plan.docx", LIMITS).strip() == "质量"


_BEGIN = '<w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/>'


@pytest.mark.parametrize(
    ("content", "parts"),
    [
        # what takes quadratic time where it is done carelessly
        (p(r(_BEGIN * 50_000, "<w:t>x</w:t>" * 50_000)), {}),
        (p(r('<w:fldChar w:fldCharType="begin"/>' * 50_000, "<w:t>x</w:t>" * 50_000)), {}),
        (
            p(r('<w:fldChar w:fldCharType="begin"/>', "<w:instrText>eq \\o(,</w:instrText>" * 50_000))
            + p("x"),
            {},
        ),
        (
            p("x", style="s9999") * 3_000,
            {"styles": "".join(style(f"s{i}", based_on=f"s{i - 1}") for i in range(10_000))},
        ),
        (
            "".join(p("x", number=(i, 0)) for i in range(3_000)),
            {"numbering": abstract(0, level(0, "bullet", "x")) + "".join(num(i, 0) for i in range(3_000))},
        ),
        (table(row(cell("x", properties='<w:gridSpan w:val="999999999"/><w:vMerge/>'))) * 3, {}),
        (p("x", properties='<w:rPr><w:del w:id="1"/></w:rPr>') * 20_000, {}),
    ],
)
def test_time_grows_with_the_file_alone(content: str, parts: dict[str, str]) -> None:
    assert "x" in docx_text(document(content, **parts), "plan.docx", LIMITS)


@settings(max_examples=300)
@given(st.integers(0, 2**32))
def test_damaged_bytes_give_text_or_one_clear_error(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - no secret
    data = bytearray(_WHOLE)
    for _ in range(random.randint(1, 8)):
        data[random.randrange(len(data))] = random.randrange(256)
    cut = bytes(data[: random.randint(len(data) // 2, 2 * len(data))])
    assert _outcome(cut).startswith(("plan.docx: ", "质", "\n")) or "\ufffd" not in _outcome(cut)


def _outcome(data: bytes) -> str:
    try:
        return docx_text(data, "plan.docx", LIMITS)
    except UnreadableInput as error:
        return str(error)
