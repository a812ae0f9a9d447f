"""PDF files without text that could be used: what is said of each, and that none harms the program."""

from __future__ import annotations

import zlib

import pytest

from qcompare.errors import UnreadableInput
from qcompare.reading import pdf
from qcompare.reading.pdf import pdf_text
from qcompare.reading.pdfpages.document import document_text
from qcompare.settings import Limits
from tests.reading.pdf_files import UNTOLD_FONT, Paragraph, of_objects, pdf_file, picture, shown, typeset

_LIMITS = Limits(file_mb=10, unpacked_mb=10, pages=40, characters=20_000)
_TEXT = [shown("各区抓好质量工作", 50, 50)]
_WHOLE = typeset([Paragraph("提升质量。" * 40)])
_AGAIN = "Open it in a PDF viewer; if it does not open there either, download or copy it again."
_LOCKED = "/Encrypt<</Filter/Standard/V 1/R 2/O<{0}>/U<{0}>/P -4>>/ID[<{1}><{1}>]".format(
    "ab" * 32, "cd" * 16
)
_NO_LAYER = (
    "plan.pdf: this PDF has no text layer: its pages are scans (pictures of text), or empty\n"
    "Run OCR over it and pass the result: ocrmypdf --language chi_sim IN.pdf OUT.pdf"
)
_OPEN_AS = (
    "plan.pdf: this PDF is broken and cannot be opened (Failed to load document (PDFium: Data format error).)"
)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        pytest.param(pdf_file([picture()], [picture()]), _NO_LAYER, id="scans"),
        pytest.param(pdf_file([], []), _NO_LAYER, id="empty pages"),
        pytest.param(
            pdf_file(*[[picture(), shown("CamScanner", 300, 580, 9)]] * 3), _NO_LAYER, id="scans with a stamp"
        ),
        pytest.param(
            pdf_file(_TEXT, [picture()], _TEXT, [picture()], [picture()], []),
            "plan.pdf: pages 2,4-5 of this PDF have no text layer: what stands on them would be lost\n"
            "If they are scans, run OCR over them: ocrmypdf --skip-text --language chi_sim IN.pdf OUT.pdf. "
            "If they are mere pictures, leave them out: qpdf IN.pdf --pages . 1,3,6 -- OUT.pdf",
            id="some scans",
        ),
        pytest.param(
            pdf_file([shown("质量提升行动方案", 50, 50)], font=UNTOLD_FONT),
            "plan.pdf: the text of page 1 of this PDF is of no use: "
            "its fonts do not tell which characters they draw\n"
            "Run OCR over it and pass the result: ocrmypdf --force-ocr --language chi_sim IN.pdf OUT.pdf",
            id="fonts that do not tell",
        ),
        pytest.param(
            pdf_file(_TEXT, trailer=_LOCKED),
            "plan.pdf: this PDF is locked with a password\nOpen it with the password and save it without one "
            "(qpdf --password=… --decrypt IN.pdf OUT.pdf).",
            id="password",
        ),
        pytest.param(
            _WHOLE[: len(_WHOLE) // 2],
            f"plan.pdf: this PDF is cut off: its end is missing\n{_AGAIN}",
            id="cut off",
        ),
        pytest.param(
            b"%PDF-1.4\n" + bytes(n * n % 251 for n in range(5000)) + b"\n%%EOF",
            f"{_OPEN_AS}\n{_AGAIN}",
            id="noise",
        ),
        pytest.param(b"%PDF-1.4\n%%EOF", f"{_OPEN_AS}\n{_AGAIN}", id="nothing but a header"),
        pytest.param(
            of_objects(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"]),
            "plan.pdf: page 1 of this PDF is broken and cannot be read (Failed to load page.)\n" + _AGAIN,
            id="pages in a circle",
        ),
        pytest.param(
            pdf_file(*[_TEXT] * 41),
            "plan.pdf: this PDF has 41 pages, more than the 40 allowed\n"
            "Pass the pages that hold the plan, or raise pages under limits in the configuration.",
            id="too many pages",
        ),
        pytest.param(
            pdf_file(*[[shown("质" * 1000, 0, 50)]] * 21),
            "plan.pdf: this PDF has more than the 20000 characters allowed\n"
            "Pass the pages that hold the plan, or raise characters under limits in the configuration.",
            id="too many characters",
        ),
    ],
)
def test_what_cannot_be_used_is_refused(data: bytes, told: str) -> None:
    with pytest.raises(UnreadableInput) as error:
        document_text(data, "plan.pdf", _LIMITS)
    assert str(error.value) == told


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(pdf_file(_TEXT, [], _TEXT), "各区抓好质量工作\n各区抓好质量工作\n", id="an empty page"),
        pytest.param(pdf_file([picture(400, 200), *_TEXT]), "各区抓好质量工作\n", id="text beside a picture"),
        pytest.param(pdf_file([picture(), *_TEXT]), "各区抓好质量工作\n", id="text over a picture"),
        pytest.param(b"\xef\xbb\xbf\r\n" + pdf_file(_TEXT), "各区抓好质量工作\n", id="bytes ahead"),
        pytest.param(pdf_file(_TEXT) + b"\n<!-- -->\n", "各区抓好质量工作\n", id="bytes behind"),
        pytest.param(
            pdf_file(_TEXT).replace(b"/Count 1", b"/Count 2000000000"),
            "各区抓好质量工作\n",
            id="a false count",
        ),
    ],
)
def test_what_is_odd_but_whole_is_read(data: bytes, text: str) -> None:
    assert document_text(data, "plan.pdf", _LIMITS) == text


# --- in a process of its own --------------------------------------------------------------------------


def test_text_comes_back_from_the_other_process() -> None:
    assert pdf_text(_WHOLE, "plan.pdf", _LIMITS) == f"{'提升质量。' * 40}\n— 1 —\n"


def test_an_error_comes_back_from_the_other_process() -> None:
    with pytest.raises(UnreadableInput) as error:
        pdf_text(pdf_file([picture()]), "plan.pdf", _LIMITS)
    assert str(error.value) == _NO_LAYER


def _swelling(times: int) -> bytes:
    """A page whose operators are a few bytes packed twice, and ``times`` ten million bytes unpacked."""
    packer = zlib.compressobj(9)
    packed = zlib.compress(b"".join(packer.compress(b" " * 10**7) for _ in range(times)) + packer.flush(), 9)
    marker = "unpacked"
    page = pdf_file([marker])
    stream = f"<</Length {len(marker)}>>stream\n{marker}\n".encode()
    filters = f"<</Length {len(packed)}/Filter[/FlateDecode/FlateDecode]>>stream\n".encode()
    return page.replace(stream, filters + packed + b"\n")


def test_a_page_that_swells_ends_the_other_process_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_MEMORY", 200_000_000)
    with pytest.raises(UnreadableInput) as error:
        pdf_text(_swelling(15), "plan.pdf", _LIMITS)
    assert str(error.value) == (
        "plan.pdf: this PDF is broken, or takes more than 200 MB to read\n"
        "Print the pages that hold the plan to a new PDF, or export its text, and pass that."
    )


def test_reading_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_SECONDS", 0)
    with pytest.raises(UnreadableInput) as error:
        pdf_text(_WHOLE, "plan.pdf", _LIMITS)
    assert str(error.value) == (
        "plan.pdf: this PDF takes more than 0 s to read\n"
        "Print the pages that hold the plan to a new PDF, or export its text, and pass that."
    )
