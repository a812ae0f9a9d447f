"""PDF files written by hand for the tests: a font that every reader knows, text and lines at given places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

WIDTH, HEIGHT = 420, 595  # A5, in points
SIZE = 12.0
LEFT, TOP = 48.0, 60.0
LEADING = 20.0
COLUMN = 27  # ems between the margins

_FONT = (
    "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H/DescendantFonts[<</Type/Font"
    "/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>"
    "/DW 1000/W[1 95 500]/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 4"
    "/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>>>]>>"
)
# A font that numbers its characters and does not say which they are.
UNTOLD_FONT = (
    "<</Type/Font/Subtype/Type0/BaseFont/Untold/Encoding/Identity-H/DescendantFonts[<</Type/Font"
    "/Subtype/CIDFontType2/BaseFont/Untold/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    "/DW 1000/FontDescriptor<</Type/FontDescriptor/FontName/Untold/Flags 4/FontBBox[0 -200 1000 900]"
    "/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>>>]>>"
)
_PICTURE = (
    "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>"
    "stream\n0\nendstream"
)


@dataclass(frozen=True, slots=True)
class PageOf:
    """A page: its operators, and what its dictionary says beyond the usual (``/Rotate 90``)."""

    operators: Sequence[str]
    entries: str = ""


def pdf_file(*pages: PageOf | Sequence[str], font: str = _FONT, trailer: str = "") -> bytes:
    """A whole PDF; a page may be its operators alone."""
    written = [page if isinstance(page, PageOf) else PageOf(page) for page in pages]
    kids = " ".join(f"{5 + 2 * n} 0 R" for n in range(len(written)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(written)}/MediaBox[0 0 {WIDTH} {HEIGHT}]"
        "/Resources<</Font<</F 3 0 R>>/XObject<</P 4 0 R>>>>>>",
        font,
        _PICTURE,
    ]
    for n, page in enumerate(written):
        content = "\n".join(page.operators)
        objects.append(f"<</Type/Page/Parent 2 0 R/Contents {6 + 2 * n} 0 R{page.entries}>>")
        objects.append(f"<</Length {len(content)}>>stream\n{content}\nendstream")
    return of_objects(objects, trailer)


def of_objects(objects: Iterable[str], trailer: str = "") -> bytes:
    """A PDF of these objects, the first its catalogue."""
    body, places = b"%PDF-1.7\n", []
    for n, each in enumerate(objects, 1):
        places.append(len(body))
        body += f"{n} 0 obj\n{each}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer<</Size {len(places) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{len(body)}\n%%EOF\n"
    return body + f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}{end}".encode("latin-1")


def shown(
    text: str, left: float, down: float, size: float = SIZE, turn: str = "1 0 0 1", mode: int = 0
) -> str:
    """Text whose base begins at a point, counted from the top left; ``mode`` 3 is unseen."""
    code = text.encode("utf-16-be").hex()
    return f"BT {mode} Tr /F {size} Tf {turn} {left} {HEIGHT - down} Tm <{code}> Tj ET"


def line(left: float, down: float, right: float, below: float) -> str:
    """A drawn line, counted from the top left."""
    return f"{left} {HEIGHT - down} m {right} {HEIGHT - below} l S"


def picture(width: float = WIDTH, height: float = HEIGHT) -> str:
    """A picture at the lower left."""
    return f"q {width} 0 0 {height} 0 0 cm /P Do Q"


def grid(xs: Sequence[float], ys: Sequence[float]) -> list[str]:
    """The rules of a table."""
    across = [line(xs[0], y, xs[-1], y) for y in ys]
    return across + [line(x, ys[0], x, ys[-1]) for x in xs]


def ems(text: str) -> float:
    """The width of a text in the font of these files."""
    return sum(0.5 if character.isascii() else 1.0 for character in text)


# --- a small typesetter -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text that is wrapped, its first line indented by two ems."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A centred line in larger type."""

    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table; what is too long for its cell is wrapped."""

    rows: tuple[tuple[str, ...], ...]


Block = Paragraph | Heading | Grid


@dataclass(slots=True)
class _Press:
    """Pages as they fill."""

    lines: int
    pages: list[list[str]] = field(default_factory=lambda: [[]])
    used: int = 0

    def down(self) -> float:
        return TOP + self.used * LEADING

    def need(self, lines: int) -> None:
        if self.used + lines > self.lines:
            self.pages.append([])
            self.used = 0

    def put(self, *operators: str) -> None:
        self.pages[-1].extend(operators)


def typeset(blocks: Iterable[Block], lines: int = 22) -> bytes:
    """The blocks on pages of so many lines, numbered ``— 1 —`` at the foot."""
    press = _Press(lines)
    for block in blocks:
        if isinstance(block, Paragraph):
            _set_paragraph(press, block)
        elif isinstance(block, Heading):
            press.need(1)
            left = LEFT + (COLUMN * SIZE - ems(block.text) * 1.25 * SIZE) / 2
            press.put(shown(block.text, left, press.down(), 1.25 * SIZE))
            press.used += 1
        else:
            _set_grid(press, block)
    for number, page in enumerate(press.pages, 1):
        page.append(shown(f"— {number} —", WIDTH / 2 - 18, HEIGHT - 30, 9))
    return pdf_file(*press.pages)


def _set_paragraph(press: _Press, paragraph: Paragraph) -> None:
    for n, text in enumerate(wrapped(paragraph.text, COLUMN, indent=2)):
        press.need(1)
        press.put(shown(text, LEFT + (0 if n else 2 * SIZE), press.down()))
        press.used += 1


def _set_grid(press: _Press, table: Grid) -> None:
    columns = len(table.rows[0])
    width = COLUMN * SIZE / columns
    xs = [LEFT + width * n for n in range(columns + 1)]
    for row in table.rows:
        cells = [wrapped(cell, int(width / SIZE) - 1) for cell in row]
        high = max(map(len, cells))
        press.need(high)
        top = press.down() - 0.75 * LEADING
        press.put(*grid(xs, [top, top + high * LEADING]))
        for left, texts in zip(xs, cells, strict=False):
            for n, text in enumerate(texts):
                press.put(shown(text, left + 4, press.down() + n * LEADING))
        press.used += high


def wrapped(text: str, room: int, indent: int = 0) -> list[str]:
    """The lines of a text: numbers stay whole, and no closing mark begins a line."""
    lines, left = [""], room - indent
    for chunk in _chunks(text):
        if ems(lines[-1] + chunk) > left:
            lines.append("")
            left = room
        lines[-1] += chunk
    return lines


def _chunks(text: str) -> list[str]:
    chunks = [text[:1]]
    for before, character in pairwise(text):
        clings = character in "，。；：、）》" or before in "（《"
        if clings or (character.isascii() and before.isascii()):
            chunks[-1] += character
        else:
            chunks.append(character)
    return chunks
