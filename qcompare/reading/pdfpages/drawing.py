"""What is drawn on a PDF page beside text: straight lines, and how much pictures cover."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from ctypes import c_float
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Any, NamedTuple

_DRAWN = 40_000  # lines and pictures on a page; one with more is a drawing or a map, not a table
_DEPTH = 8  # forms within forms
_LEAN = 0.7  # points by which a straight rule may lean

_Box = tuple[float, float, float, float]
_Line = tuple[tuple[float, float], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn line at ``at`` from ``start`` to ``end``, ``across`` the page or down it."""

    across: bool
    at: float
    start: float
    end: float


class _Matrix(NamedTuple):
    """x' = ax + cy + e, y' = bx + dy + f."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def at(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def then(self, other: _Matrix) -> _Matrix:
        a, b = other.a * self.a + other.c * self.b, other.b * self.a + other.d * self.b
        c, d = other.a * self.c + other.c * self.d, other.b * self.c + other.d * self.d
        return _Matrix(a, b, c, d, *other.at(self.e, self.f))


_IDENTITY = _Matrix(1, 0, 0, 1, 0, 0)


def drawn(handle: Any, box: _Box) -> tuple[list[_Line], float]:
    """The drawn lines and the area of the pictures of a page; no lines where there are too many."""
    marks = list(islice(_strokes(handle, box), _DRAWN))
    pictures = sum(mark for mark in marks if isinstance(mark, float))
    lines = [mark for mark in marks if not isinstance(mark, float)]
    return ([] if len(marks) == _DRAWN else lines), pictures


def _strokes(handle: Any, box: _Box) -> Iterator[_Line | float]:
    """Straight lines, and the area of each picture."""
    import pypdfium2.raw as pdfium

    for item, placed in _objects(pdfium, handle):
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield from _path(pdfium, item, placed)
        elif kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING):
            yield _area(placed, box)


def _objects(pdfium: Any, page: Any) -> Iterator[tuple[Any, _Matrix]]:
    """The objects of a page and of the forms on it, with the matrix that places each on the page."""
    raw = pdfium.FS_MATRIX()
    top = (pdfium.FPDFPage_GetObject(page, i) for i in range(pdfium.FPDFPage_CountObjects(page)))
    stack: list[tuple[Iterator[Any], _Matrix]] = [(top, _IDENTITY)]
    while stack:
        objects, outer = stack[-1]
        item = next(objects, None)
        if item is None:
            stack.pop()
            continue
        pdfium.FPDFPageObj_GetMatrix(item, raw)
        placed = _Matrix(raw.a, raw.b, raw.c, raw.d, raw.e, raw.f).then(outer)
        yield item, placed
        if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_FORM and len(stack) < _DEPTH:
            stack.append((_members(pdfium, item), placed))


def _members(pdfium: Any, form: Any) -> Iterator[Any]:
    return (pdfium.FPDFFormObj_GetObject(form, i) for i in range(pdfium.FPDFFormObj_CountObjects(form)))


def _area(placed: _Matrix, box: _Box) -> float:
    """How much of the page a picture covers: it is drawn on the unit square."""
    left, bottom, right, top = box
    xs, ys = zip(*(placed.at(*corner) for corner in ((0, 0), (1, 0), (0, 1), (1, 1))), strict=True)
    wide, high = min(max(xs), right) - max(min(xs), left), min(max(ys), top) - max(min(ys), bottom)
    return float(max(wide, 0.0) * max(high, 0.0))


def _path(pdfium: Any, path: Any, placed: _Matrix) -> Iterator[_Line]:
    x, y = c_float(), c_float()
    points = []
    for i in range(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, i)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        points.append((pdfium.FPDFPathSegment_GetType(segment), placed.at(x.value, y.value)))
    for (_, start), (kind, end) in pairwise(points):
        if kind == pdfium.FPDF_SEGMENT_LINETO:
            yield start, end


def rules_of(lines: Iterable[_Line], turn: int) -> Iterator[Rule]:
    """The lines that run straight across or down the upright page."""
    for start, end in lines:
        (x0, y0), (x1, y1) = turned(*start, turn), turned(*end, turn)
        if abs(y1 - y0) < _LEAN:
            yield Rule(True, (y0 + y1) / 2, min(x0, x1), max(x0, x1))
        elif abs(x1 - x0) < _LEAN:
            yield Rule(False, (x0 + x1) / 2, min(y0, y1), max(y0, y1))


def turned(x: float, y: float, turn: int) -> tuple[float, float]:
    """A point of the page, with writing in the direction ``turn`` made upright, downwards counted."""
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    return x * cos + y * sin, x * sin - y * cos
