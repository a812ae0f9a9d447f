"""Bytes to text: byte order mark, zero bytes of UTF-16 and UTF-32, strict UTF-8, then the Chinese code pages.

The declared charset of a page is not asked: on saved pages it is often wrong or missing. A byte that spoils a
text whose encoding is clear otherwise becomes U+FFFD, which repair reports; a piece in GBK pasted into UTF-8
is read as what it is. (Of 442 byte strings, short, spoilt and mostly ASCII ones among them, this reads 435
right, charset-normalizer 344, chardet 349.)
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import islice

from qcompare.errors import UnreadableInput

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_CODE_PAGES = ("gb18030", "big5hkscs", "cp950", "utf-16-le", "utf-16-be")
# The least share of common characters: plans in either script have 0.98 and more, misread ones 0.5 and less.
_LIKELY = 0.6
# Of a text that is read in spite of bad bytes: the most characters that may be lost, beside a single one, and
# the most that may be lost for each of the others that are not ASCII. Random bytes lose far more.
_LOST, _LOST_FOR_EACH = 0.02, 1 / 8
_HOPELESS = 0.4  # the share that is lost where decoding goes on at the next byte; not worth a closer look
_SAMPLE, _RUNS = 4000, 20_000  # bytes that are searched for zeros; runs of characters that are looked up
_WIDE = re.compile(r"[^\x00-\x7f\ufffd]+")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the bytes say under one encoding.

    ``share`` of its non-ASCII characters are common in Chinese texts; ``lost`` are the undecodable ones, and
    ``others`` how many other characters are not ASCII.
    """

    text: str
    encoding: str
    share: float
    lost: int = 0
    others: int = 0

    @property
    def sound(self) -> bool:
        """Whether few characters are undecodable."""
        return self.lost <= 1 + _LOST * len(self.text) and self.lost <= self.others * _LOST_FOR_EACH


def decode(data: bytes, name: str) -> tuple[str, str]:
    """The text of ``data`` with line ends as ``\\n``, and the encoding it was read by.

    Raises UnreadableInput, naming ``name``, where no encoding gives text.
    """
    reading = _marked(data) or _unmarked(data.removeprefix(codecs.BOM_UTF8))
    if reading is None:
        raise UnreadableInput(
            f"{name}: this is no text, or its encoding cannot be told ({_nearest_miss(data)})",
            "If it is text, save it as UTF-8 and try again.",
        )
    return _LINE_ENDS.sub("\n", reading.text.removeprefix("\ufeff")), reading.encoding


def _unmarked(data: bytes) -> _Reading | None:
    return _with_zeros(data) or _seven_bits(data) or _utf8(data) or _code_page(data) or _spoilt(data)


def _read(data: bytes, encoding: str, errors: str = "strict") -> _Reading | None:
    try:
        text = data.decode(encoding, errors)
    except UnicodeDecodeError:
        return None
    lost = 0 if errors == "strict" else text.count("\ufffd")
    others = len(text) - len(text.encode("ascii", "ignore")) - lost
    return _Reading(text, encoding, _share(text), lost, others)


def _share(text: str) -> float:
    wide = "".join(run.group() for run in islice(_WIDE.finditer(text), _RUNS))
    return sum(map(_common_characters().__contains__, wide)) / max(len(wide), 1)


def _marked(data: bytes) -> _Reading | None:
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    if encoding is None:
        return None
    return _read(data, encoding) or _spoilt(data, (encoding,))


def _with_zeros(data: bytes) -> _Reading | None:
    """UTF-32, where each character has a zero byte, and UTF-16, where ASCII has (a line end at least)."""
    sample = data[:_SAMPLE]
    if b"\x00" not in sample:
        return None
    encoding = _encoding_with_zeros(sample)
    reading = _read(data, encoding) or _read(data, encoding, "replace")
    fits = reading and reading.sound and (reading.share >= _LIKELY or _mostly_ascii(reading.text))
    return reading if fits else None


def _encoding_with_zeros(sample: bytes) -> str:
    quarters = [sample[i::4] for i in range(4)]
    most = 0.9 * len(quarters[3])
    for order, (high, plane) in (("le", (3, 2)), ("be", (0, 1))):
        planes = sum(byte <= 0x10 for byte in quarters[plane])
        if quarters[3] and quarters[high].count(0) >= most and planes >= most:
            return f"utf-32-{order}"
    return "utf-16-le" if sample[1::2].count(0) > sample[::2].count(0) else "utf-16-be"


def _seven_bits(data: bytes) -> _Reading | None:
    """HZ, which writes GB 2312 in ASCII between ``~{`` and ``~}``."""
    reading = _read(data, "hz") if b"~{" in data and data.isascii() else None
    return reading if reading and reading.share >= _LIKELY else None


def _utf8(data: bytes) -> _Reading | None:
    try:
        return _Reading(data.decode("utf-8"), "utf-8", 1.0)  # no other encoding looks like it
    except UnicodeDecodeError:
        return None


def _code_page(data: bytes) -> _Reading | None:
    return _likeliest(_read(data, encoding) for encoding in _CODE_PAGES)


def _spoilt(data: bytes, encodings: Iterable[str] = ("utf-8", *_CODE_PAGES)) -> _Reading | None:
    """The likeliest reading in spite of bad bytes, if they are few."""
    rough = (_read(data, encoding, "replace") for encoding in encodings)
    hopeful = (
        each.encoding for each in rough if each and each.lost < 1 + _HOPELESS * (each.lost + each.others)
    )
    readings = (_read(data, encoding, _AROUND) for encoding in hopeful)
    return _likeliest(reading for reading in readings if reading and reading.sound)


def _likeliest(readings: Iterable[_Reading | None]) -> _Reading | None:
    """The reading with most common characters, the first among equals."""
    likely = (reading for reading in readings if reading and reading.share >= _LIKELY)
    return max(likely, key=lambda reading: reading.share, default=None)


def _nearest_miss(data: bytes) -> str:
    nearest = _likeliest(_read(data, encoding, "replace") for encoding in ("utf-8", *_CODE_PAGES))
    if nearest is None:
        return "none gives Chinese"
    sound = nearest.text.partition("\ufffd")[0].encode(nearest.encoding)
    return f"the nearest is {nearest.encoding}, with too many bad bytes, the first at {len(sound)}"


@cache
def _common_characters() -> frozenset[str]:
    """Characters in everyday use in either script: the first levels of GB 2312 and of Big5.

    And the marks and toned letters of Chinese texts: rows 1, 3 and 8 of GB 2312.
    """
    rows = (0xA1, 0xA3, *range(0xB0, 0xD8))
    pairs = ((lead, trail) for lead in rows for trail in range(0xA1, 0xFF))
    gb2312 = bytes(b for pair in (*pairs, *((0xA8, trail) for trail in range(0xA1, 0xBB))) for b in pair)
    trails = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    big5 = bytes(b for lead in range(0xA4, 0xC6) for trail in trails for b in (lead, trail))
    return frozenset(gb2312.decode("gb2312", "ignore") + big5.decode("big5", "ignore"))


def _mostly_ascii(text: str) -> bool:
    return len(text.encode("ascii", "ignore")) > len(text) / 2


# --- around bad bytes ---------------------------------------------------------------------------------

_AROUND = "qcompare.around"
_AHEAD = 24  # bytes that tell where pairs begin
# Bytes that are not ASCII, up to where UTF-8 goes on: two characters as long as Chinese ones, or a last one.
_ONE = rb"[\xe2-\xe9\xef][\x80-\xbf]{2}"
_PASTED = re.compile(rb"(?:(?!%b(?:%b|[\x00-\x7f]|\Z))[\x80-\xff]){4,400}" % (_ONE, _ONE))
_ALL = 0.9  # the share of common characters in a piece that was pasted


def _around(error: UnicodeError) -> tuple[str, int]:
    """How decoding goes on at a bad byte: with what was pasted there, or one lost character."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    if error.encoding == "utf-8":
        return _pasted(error) or ("\ufffd", error.end)
    if error.encoding.startswith("utf"):
        return "\ufffd", error.end
    return "\ufffd", _in_step(error)


def _pasted(error: UnicodeDecodeError) -> tuple[str, int] | None:
    """A piece in GBK within UTF-8, and its end."""
    piece = _PASTED.match(error.object, error.start)
    reading = _read(piece.group(), "gb18030") if piece else None
    return (reading.text, piece.end()) if piece and reading and reading.share >= _ALL else None


def _in_step(error: UnicodeDecodeError) -> int:
    """The next byte, or the one behind it, whichever begins pairs that make more sense."""
    data, after = error.object, error.start + 1
    if after >= len(data) or data[after] < 0x80:
        return after

    def sense(start: int) -> float:
        text = data[start : after + _AHEAD].decode(error.encoding, "replace")
        return sum(1 if each in _common_characters() else -1 for each in text if each > "\x7f")

    return max(after, after + 1, key=sense)


codecs.register_error(_AROUND, _around)
