"""A PDF's text, or the reason why it has none that could be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from itertools import chain
from typing import Any

from qcompare.errors import UnreadableInput
from qcompare.reading.pdfpages.flow import flowing
from qcompare.reading.pdfpages.pages import LOST, page_of
from qcompare.reading.pdfpages.sheets import Sheet, sheet_of, trimmed
from qcompare.settings import Limits

_TAIL = 4096  # bytes at the end of a file; what marks the end of a whole PDF stands there
_SCAN = 0.5  # share of a page under pictures: one without text is a scan then
_UNUSABLE = 0.3  # share of a page's characters that cannot be told, above which its text is of no use

_OCR = "ocrmypdf {} --language chi_sim IN.pdf OUT.pdf"
_AGAIN = "Open it in a PDF viewer; if it does not open there either, download or copy it again."


def document_text(data: bytes, name: str, limits: Limits) -> str:
    """All text of the text layer, a line per paragraph or table row (cells parted by tabs).

    Raises UnreadableInput for a PDF that is broken, locked, beyond the limits, or lacks some of its text.
    """
    if not any(mark in data[-_TAIL:] for mark in (b"%%EOF", b"startxref")):
        raise UnreadableInput(f"{name}: this PDF is cut off: its end is missing", _AGAIN)
    with closing(_opened(data, name)) as document:
        sheets = trimmed(list(_sheets(document, name, limits)))
    _refuse_unusable(sheets, name)
    _refuse_scans(sheets, name)
    return flowing(sheets)


def _opened(data: bytes, name: str) -> Any:
    import pypdfium2  # only where a PDF is read

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableInput(
                f"{name}: this PDF is locked with a password",
                "Open it with the password and save it without one "
                "(qpdf --password=… --decrypt IN.pdf OUT.pdf).",
            ) from error
        raise UnreadableInput(f"{name}: this PDF is broken and cannot be opened ({error})", _AGAIN) from error


def _sheets(document: Any, name: str, limits: Limits) -> Iterator[Sheet]:
    """The pages one by one, each closed before the next is opened."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    if len(document) > limits.pages:
        raise UnreadableInput(
            f"{name}: this PDF has {len(document)} pages, more than the {limits.pages} allowed",
            "Pass the pages that hold the plan, or raise pages under limits in the configuration.",
        )
    characters = 0
    for number in range(1, len(document) + 1):
        try:
            with closing(document[number - 1]) as page, closing(page.get_textpage()) as text:
                characters += pdfium.FPDFText_CountChars(text)
                if characters > limits.characters:
                    raise UnreadableInput(
                        f"{name}: this PDF has more than the {limits.characters} characters allowed",
                        "Pass the pages that hold the plan, or raise characters under limits "
                        "in the configuration.",
                    )
                yield sheet_of(page_of(page, text, number))
        except pypdfium2.PdfiumError as error:
            raise UnreadableInput(
                f"{name}: page {number} of this PDF is broken and cannot be read ({error})", _AGAIN
            ) from error


# --- text that is not there ---------------------------------------------------------------------------


def _refuse_unusable(sheets: Iterable[Sheet], name: str) -> None:
    pages = [sheet.number for sheet in sheets if _is_unusable(sheet)]
    if pages:
        raise UnreadableInput(
            f"{name}: the text of {_named(pages)} of this PDF is of no use: its fonts do not tell which "
            "characters they draw",
            f"Run OCR over it and pass the result: {_OCR.format('--force-ocr')}",
        )


def _is_unusable(sheet: Sheet) -> bool:
    text = "".join(_texts(sheet))
    untold = sum(character == LOST or "\ue000" <= character <= "\uf8ff" for character in text)
    return untold > _UNUSABLE * len(text)


def _texts(sheet: Sheet) -> Iterator[str]:
    for line in chain(sheet.head, sheet.lines, sheet.notes, sheet.foot, sheet.strays):
        yield line.text
    for table in sheet.tables:
        yield from chain.from_iterable(table.rows)


def _refuse_scans(sheets: Sequence[Sheet], name: str) -> None:
    """Pages whose text would be lost in silence, for they are pictures of it."""
    scans = [sheet.number for sheet in sheets if sheet.pictured > _SCAN and not _has_text(sheet)]
    if len(scans) == len(sheets) or not any(chain.from_iterable(map(_texts, sheets))):
        raise UnreadableInput(
            f"{name}: this PDF has no text layer: its pages are scans (pictures of text), or empty",
            f"Run OCR over it and pass the result: {_OCR.format('')}".replace("  ", " "),
        )
    if scans:
        kept = _ranges([sheet.number for sheet in sheets if sheet.number not in scans])
        raise UnreadableInput(
            f"{name}: {_named(scans)} of this PDF have no text layer: what stands on them would be lost",
            f"If they are scans, run OCR over them: {_OCR.format('--skip-text')}. If they are mere pictures, "
            f"leave them out: qpdf IN.pdf --pages . {kept} -- OUT.pdf",
        )


def _has_text(sheet: Sheet) -> bool:
    """Whether a page has text of its own: scanners stamp their name on each."""
    return bool(sheet.lines or sheet.tables or sheet.notes)


def _named(pages: Sequence[int]) -> str:
    return f"page {pages[0]}" if len(pages) == 1 else f"pages {_ranges(pages)}"


def _ranges(pages: Iterable[int]) -> str:
    """Page numbers as printers take them: 1-3,7."""
    spans: list[list[int]] = []
    for page in pages:
        if spans and page == spans[-1][1] + 1:
            spans[-1][1] = page
        else:
            spans.append([page, page])
    return ",".join(str(first) if first == last else f"{first}-{last}" for first, last in spans)
