"""Pages as grey pixels, whole or in part, turned or not, and the way from a pixel back to the page.

PDFium is used raw, as in extraction: one document at a time in a process, every handle closed again.
"""

import ctypes
import math
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageFilter

from torvet.pure.recognition.model import RecognitionRefused, Rect, RefusalCode

POINTS_PER_INCH = 72
MAX_PIXELS = 40_000_000
"""An A0 sheet comes out at 160 dpi; one byte a pixel, and Tesseract keeps about three copies."""

Matrix = tuple[float, float, float, float, float, float]
"""a, b, c, d, e, f: (x, y) becomes (ax + cy + e, bx + dy + f)."""

PixelRect = tuple[int, int, int, int]
"""Left, top, right, bottom, in pixels from the upper left."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Grey pixels, one byte each, row by row; `to_page` leads from pixels to points of the page."""

    pixels: bytearray
    width: int
    height: int
    dpi: int
    to_page: Matrix

    @property
    def is_blank(self) -> bool:
        """True for a picture of one shade."""
        return self.pixels.count(self.pixels[0]) == len(self.pixels)

    def softened(self, radius: float) -> "Picture":
        """The picture with its edges smoothed: what was coarse and enlarged has steps that are read as serifs."""
        image = Image.frombuffer("L", (self.width, self.height), bytes(self.pixels))
        return replace(self, pixels=bytearray(image.filter(ImageFilter.GaussianBlur(radius)).tobytes()))

    def page_rect(self, left: float, top: float, right: float, bottom: float) -> Rect:
        """The place on the page of a rectangle of pixels."""
        return moved((left, top, right, bottom), self.to_page)


@contextmanager
def opened(pdf: bytes) -> Iterator[Any]:
    """Open a PDF; raises RecognitionRefused for one that cannot be read."""
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        raise RecognitionRefused(RefusalCode.UNREADABLE) from error
    try:
        yield document
    finally:
        document.close()


@contextmanager
def opened_page(document: Any, number: int) -> Iterator[Any]:
    """Load one page, numbered from 1; raises RecognitionRefused for none or a damaged one."""
    if not 1 <= number <= len(document):
        raise RecognitionRefused(RefusalCode.NO_SUCH_PAGE)
    page = pdfium.FPDF_LoadPage(document.raw, number - 1)
    if not page:
        raise RecognitionRefused(RefusalCode.UNREADABLE)
    try:
        yield page
    finally:
        pdfium.FPDF_ClosePage(page)


def draw(page: Any, dpi: int, *, turn: int = 0, area: Rect | None = None) -> Picture:
    """Draw a page as it is shown, `turn` quarters further clockwise; of `area` alone if one is given.

    Annotations are drawn, since people see them; form fields are not. The resolution falls where the whole
    page would pass MAX_PIXELS. Cost: linear in the pixels.
    """
    wide, high = _shown_size(page, turn)
    dpi = min(dpi, max(1, int(POINTS_PER_INCH * math.sqrt(MAX_PIXELS / (wide * high)))))
    scale = dpi / POINTS_PER_INCH
    size = max(1, math.ceil(wide * scale)), max(1, math.ceil(high * scale))
    to_page = _device_to_page(page, size, turn)
    left, top, right, bottom = (0, 0, *size) if area is None else _pixels_of(area, to_page, size)
    width, height = right - left, bottom - top
    pixels = bytearray(b"\xff") * (width * height)
    buffer = (ctypes.c_ubyte * len(pixels)).from_buffer(pixels)
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, buffer, width)
    if not bitmap:
        raise RecognitionRefused(RefusalCode.UNREADABLE)
    try:
        pdfium.FPDF_RenderPageBitmap(bitmap, page, -left, -top, *size, turn, pdfium.FPDF_ANNOT)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return Picture(pixels, width, height, dpi, _shifted(to_page, left, top))


def moved(rect: Rect, matrix: Matrix) -> Rect:
    """The upright rectangle around a rectangle that a matrix has moved."""
    a, b, c, d, e, f = matrix
    corners = [(x, y) for x in (rect[0], rect[2]) for y in (rect[1], rect[3])]
    xs = [a * x + c * y + e for x, y in corners]
    ys = [b * x + d * y + f for x, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def union(rects: Iterable[Rect]) -> Rect:
    """The rectangle around at least one rectangle."""
    lefts, bottoms, rights, tops = zip(*rects, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def upright_turn(page: Any, direction: tuple[float, float]) -> int:
    """How many quarters clockwise the page is to be turned so that text in this direction runs to the right."""
    x, y = direction
    along = []
    for turn in range(4):
        a, _, c, _, _, _ = inverse(_device_to_page(page, _full_size(page, turn), turn))
        along.append((a * x + c * y) / math.hypot(a, c))
    return along.index(max(along))


def inverse(matrix: Matrix) -> Matrix:
    """The matrix that leads back; raises RecognitionRefused where there is none."""
    a, b, c, d, e, f = matrix
    size = a * d - b * c
    if size == 0:
        raise RecognitionRefused(RefusalCode.UNREADABLE)
    return d / size, -b / size, -c / size, a / size, (c * f - d * e) / size, (b * e - a * f) / size


def _shown_size(page: Any, turn: int) -> tuple[float, float]:
    wide, high = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    if wide <= 0 or high <= 0:
        raise RecognitionRefused(RefusalCode.UNREADABLE)
    return (high, wide) if turn % 2 else (wide, high)


def _full_size(page: Any, turn: int) -> tuple[int, int]:
    wide, high = _shown_size(page, turn)
    return max(1, math.ceil(wide)), max(1, math.ceil(high))


def _device_to_page(page: Any, size: tuple[int, int], turn: int) -> Matrix:
    """PDFium gives points for whole pixels; three corners are enough to know the rest."""
    width, height = size
    x, y = ctypes.c_double(), ctypes.c_double()
    corners = []
    for column, row in ((0, 0), (width, 0), (0, height)):
        pdfium.FPDF_DeviceToPage(page, 0, 0, width, height, turn, column, row, x, y)
        corners.append((x.value, y.value))
    (e, f), right, down = corners
    return (right[0] - e) / width, (right[1] - f) / width, (down[0] - e) / height, (down[1] - f) / height, e, f


def _pixels_of(area: Rect, to_page: Matrix, size: tuple[int, int]) -> PixelRect:
    left, top, right, bottom = moved(area, inverse(to_page))
    x0, y0 = (min(max(0, math.floor(at)), most - 1) for at, most in zip((left, top), size, strict=True))
    x1, y1 = (min(max(0, math.ceil(at)), most) for at, most in zip((right, bottom), size, strict=True))
    return x0, y0, max(x0 + 1, x1), max(y0 + 1, y1)


def _shifted(matrix: Matrix, left: int, top: int) -> Matrix:
    a, b, c, d, e, f = matrix
    return a, b, c, d, a * left + c * top + e, b * left + d * top + f
