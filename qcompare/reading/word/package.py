"""The package of a Word file: a ZIP archive; its parts are read within bounds and found by relationships."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from lzma import LZMAError
from posixpath import dirname, normpath, split
from zipfile import BadZipFile, ZipFile, ZipInfo

from qcompare.errors import UnreadableInput
from qcompare.reading.word.xmltree import Node, broken, tree
from qcompare.settings import Limits

_CHUNK = 1 << 18  # bytes
_ENTRY = b"PK\x01\x02"  # opens each line of an archive's directory
_ENTRIES = 20_000  # a Word file has some 20 parts and one for each picture
_ENCRYPTED = 1  # the bit in the flags of an archive's entry
# What zipfile and its decompressors raise on files that were cut, damaged or forged.
_FAULTS = (
    BadZipFile,
    EOFError,
    LZMAError,
    NotImplementedError,
    OSError,
    RuntimeError,
    UnicodeDecodeError,
    ValueError,
    struct.error,
    zlib.error,
)
_CONVERT = "Save it as .docx in WPS or LibreOffice, or convert it: soffice --headless --convert-to docx FILE"
_PLAIN = "Save the plan's text as .docx or .txt."
# Other kinds of archive: a part that only they have, what they are, and the way out.
_OTHERS = (
    ("xl/workbook.", "an Excel workbook", _PLAIN),
    ("ppt/presentation.", "a PowerPoint presentation", _PLAIN),
    ("ofd.xml", "an OFD document", "Open it in an OFD reader, export it as PDF and pass that."),
    ("content.xml", "an OpenDocument file", _CONVERT),
    ("meta-inf/container.xml", "an e-book", "Save the plan's text as .docx or .txt."),
    ("word/", "a Word file without its text", "Open it in Word or WPS and save it again as .docx."),
    ("", "a ZIP archive", "Unpack it and pass the plan in it."),
)


@dataclass(frozen=True, slots=True)
class Package:
    """An open archive: ``entries`` by part name, in lower case and without a leading slash."""

    name: str
    archive: ZipFile
    entries: Mapping[str, ZipInfo]
    unpacked_mb: int

    def part(self, path: str) -> Node:
        """The tree of a part. Raises UnreadableInput where it cannot be read or is beyond bounds."""
        return tree(self._chunks(path), self.name, path)

    def related(self, path: str) -> Mapping[str, str]:
        """The parts that a part is related to, by the last word of the relationship's type.

        The path of the package itself is empty. What lies elsewhere, or is not there, is left out.
        """
        folder, file = split(path)
        listing = f"{folder}/_rels/{file}.rels".lstrip("/").lower()
        if listing not in self.entries:
            return {}
        links = (link.attributes for link in self.part(listing).all("rel:Relationship"))
        targets = {
            link.get("Type", "").rpartition("/")[2]: _resolved(folder, link.get("Target", ""))
            for link in links
            if link.get("TargetMode") != "External"
        }
        return {kind: target for kind, target in targets.items() if target in self.entries}

    def _chunks(self, path: str) -> Iterator[bytes]:
        """The bytes of a part, piece by piece: what the archive says of their number is not trusted."""
        entry = self.entries[path]
        if entry.flag_bits & _ENCRYPTED:
            raise UnreadableInput(
                f"{self.name}: this Word file has a password", "Open it and save it without the password."
            )
        size = 0
        try:
            with self.archive.open(entry) as stream:
                while chunk := stream.read(_CHUNK):
                    size += len(chunk)
                    if max(size, entry.file_size) > self.unpacked_mb * 1_000_000:
                        raise self._too_large(path)
                    yield chunk
        except _FAULTS as error:
            raise broken(self.name, f"{path}: {_said(error)}") from None

    def _too_large(self, path: str) -> UnreadableInput:
        return UnreadableInput(
            f"{self.name}: {path} unpacks to more than the {self.unpacked_mb} MB allowed",
            "If it is a plan, pass its text alone; `limits: {unpacked_mb: …}` in the configuration"
            " allows more.",
        )


def open_package(data: bytes, name: str, limits: Limits) -> Package:
    """The archive in ``data``. Raises UnreadableInput for what is no whole archive."""
    if data.count(_ENTRY) > _ENTRIES:
        raise broken(name, f"it has more than {_ENTRIES:,} parts")
    try:
        archive = ZipFile(BytesIO(data))
    except _FAULTS as error:
        raise broken(name, _said(error)) from None
    entries = {_resolved("", info.filename): info for info in archive.infolist()}
    return Package(name, archive, entries, limits.unpacked_mb)


def main_part(package: Package) -> str:
    """The path of the part that holds the text. Raises UnreadableInput for what is no Word file."""
    path = package.related("").get("officeDocument", "word/document.xml")
    others = (other for other in _OTHERS if _holds(package, other[0]))
    if path in package.entries and dirname(path) not in ("xl", "ppt"):
        return path
    _, what, way_out = next(others, _OTHERS[-1])
    raise UnreadableInput(f"{package.name}: this is {what}, which cannot be read", way_out)


def _holds(package: Package, part: str) -> bool:
    return any(entry.startswith(part) for entry in package.entries)


def _resolved(folder: str, target: str) -> str:
    """The name of a part: an absolute target has no use for the folder; some archives have backslashes."""
    target = target.replace("\\", "/")
    path = target if target.startswith("/") else f"{folder}/{target}"
    return normpath(f"/{path}").lstrip("/").lower()


def _said(error: Exception) -> str:
    """The words of an error in lower case, or its kind where it has none."""
    words = str(error) or type(error).__name__
    return words[0].lower() + words[1:]
