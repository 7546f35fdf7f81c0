"""Pages as pictures, through PDFium: what a reader sees, and what each text leaves in it.

The principle for hidden text is one test instead of a list of tricks: the page is drawn with and without its
text. A glyph whose cell looks the same both times leaves no trace in the picture. That finds white on white,
text behind an image or a black bar, clipped text, transparent text and layers that are off. Annotations are
never drawn. Pictures are in unrotated page space; no file is changed here.
"""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, cast

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageChops

from torvet.pure.redaction.geometry import Rect
from torvet.pure.redaction.problems import FileProblem, UnreadableFile

# About one pixel a point: hairlines and 4-point text still leave a trace. PDFium sets each letter on a whole pixel, and
# at 72 dpi letters often stand exactly between two, where a rounding error moves them; at odd resolutions they do not.
COMPARE_DPI, SECOND_DPI = 73.37, 81.91
RASTER_DPI = 200  # the usual resolution of scanned case files; small print stays legible
MAX_PIXELS = 40_000_000  # a 14,400 x 14,400 pt page took 4.6 GB at 200 dpi
MAX_PAGES = 20_000
TRACE_LEVELS = 8  # of 255: less difference than this is not seen
_MAX_OBJECTS = 200_000
_QUICK_PIXELS = 40
_MAX_DEPTH = 12


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """Open a file with PDFium; raises UnreadableFile for what cannot be read without a password."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise UnreadableFile(FileProblem.ENCRYPTED if locked else FileProblem.BROKEN) from error
    try:
        if not 0 < len(document) <= MAX_PAGES:
            raise UnreadableFile(FileProblem.TOO_MANY_PAGES if len(document) else FileProblem.NO_PAGES)
        yield document
    except pypdfium2.PdfiumError as error:
        raise UnreadableFile(FileProblem.BROKEN) from error
    finally:
        document.close()


def visible_rect(page: Any) -> Rect:
    """Give the part of the page that a reader sees: crop box within media box."""
    return Rect(*page.get_bbox())


def scale_for(rect: Rect, dpi: float) -> float:
    """Give pixels per point for a resolution, lowered where the page would exceed MAX_PIXELS."""
    pixels = max(rect.width, 1) * max(rect.height, 1)
    return min(dpi / 72, math.sqrt(MAX_PIXELS / pixels))


def draw(page: Any, scale: float, *, annotations: bool = False) -> Image.Image:
    """Draw a page in colour, as a rule without annotations, turned back to unrotated page space.

    PDFium's own grey mode smooths letters differently, so pictures to be compared are all drawn this way.
    """
    bitmap = page.render(
        scale=scale, rotation=-page.get_rotation() % 360, draw_annots=annotations, may_draw_forms=False
    )
    picture: Image.Image = bitmap.to_pil()
    return picture.convert("RGB")


@dataclass(frozen=True)
class PageView:
    """Maps page space to the pixels of a picture of the visible rectangle."""

    rect: Rect
    scale: float
    size: tuple[int, int]

    def pixels(self, rect: Rect, grow: float = 0.0) -> tuple[int, int, int, int]:
        """Give the pixel box (left, upper, right, lower) around a rectangle, cut to the picture."""
        left = int((rect.x0 - self.rect.x0) * self.scale - grow)
        upper = int((self.rect.y1 - rect.y1) * self.scale - grow)
        right = -int(-((rect.x1 - self.rect.x0) * self.scale + grow) // 1)
        lower = -int(-((self.rect.y1 - rect.y0) * self.scale + grow) // 1)
        width, height = self.size
        return (
            min(max(left, 0), width),
            min(max(upper, 0), height),
            min(max(right, 0), width),
            min(max(lower, 0), height),
        )


class TextTrace:
    """Where a page's text leaves a trace: the difference between the page with and without its text."""

    def __init__(self, page: Any) -> None:
        rect = visible_rect(page)
        scale = scale_for(rect, COMPARE_DPI)
        full = self.picture = draw(page, scale)
        hidden = _hide_text(page)
        self.background = draw(page, scale)
        _show_text(hidden)
        self.view = PageView(rect, scale, full.size)
        self._background_pixels: Any = self.background.load()
        self._mask = _largest_difference(full, self.background).point(
            [0 if level < TRACE_LEVELS else 255 for level in range(256)]
        )
        self._mask_pixels: Any = self._mask.load()

    def leaves_trace(self, rect: Rect) -> bool:
        """Tell whether any text shows within the rectangle."""
        box = self.view.pixels(rect)
        if box[0] >= box[2] or box[1] >= box[3]:
            return False
        left, upper, right, lower = box
        middle = (upper + lower) // 2
        if any(self._mask_pixels[x, middle] for x in range(left, min(right, left + _QUICK_PIXELS))):
            return True
        return self._mask.crop(box).getbbox() is not None

    def is_unbroken(self, rect: Rect, *, sideways: bool, longest_gap: float) -> bool:
        """Tell whether text shows all along a line, with no gap longer than so many points."""
        if not self.view.rect.holds(rect):
            return False
        box = self.view.pixels(rect)
        columns, rows = self._mask.crop(box).getprojection()
        line = bytes(rows if sideways else columns)
        return b"\x00" * max(2, round(longest_gap * self.view.scale)) not in line

    def blends(self, rect: Rect, colour: tuple[int, int, int]) -> bool:
        """Tell whether the page without its text has, all over the rectangle, the colour given (0-255)."""
        box = self.view.pixels(rect, grow=-1)
        if box[0] >= box[2] or box[1] >= box[3]:
            return False
        middle = self._background_pixels[(box[0] + box[2]) // 2, (box[1] + box[3]) // 2]
        if any(abs(level - part) > TRACE_LEVELS for level, part in zip(middle, colour, strict=True)):
            return False
        for channel, part in zip(self.background.crop(box).split(), colour, strict=True):
            low, high = extremes(channel)
            if low < part - TRACE_LEVELS or high > part + TRACE_LEVELS:
                return False
        return True


def extremes(picture: Image.Image) -> tuple[int, int]:
    """Give the darkest and the lightest level of a grey picture."""
    low, high = cast(tuple[int, int], picture.getextrema())
    return low, high


def _largest_difference(one: Image.Image, other: Image.Image) -> Image.Image:
    red, green, blue = ImageChops.difference(one, other).split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def _hide_text(page: Any) -> list[Any]:
    hidden: list[Any] = []
    for index in range(min(pdfium.FPDFPage_CountObjects(page), _MAX_OBJECTS)):
        _hide_object(pdfium.FPDFPage_GetObject(page, index), hidden, 0)
    return hidden


def _hide_object(item: Any, hidden: list[Any], depth: int) -> None:
    kind = pdfium.FPDFPageObj_GetType(item)
    if kind == pdfium.FPDF_PAGEOBJ_TEXT:
        pdfium.FPDFPageObj_SetIsActive(item, False)
        hidden.append(item)
    elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _MAX_DEPTH:
        for index in range(min(pdfium.FPDFFormObj_CountObjects(item), _MAX_OBJECTS)):
            _hide_object(pdfium.FPDFFormObj_GetObject(item, index), hidden, depth + 1)


def _show_text(hidden: list[Any]) -> None:
    for item in hidden:
        pdfium.FPDFPageObj_SetIsActive(item, True)
