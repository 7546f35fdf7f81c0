"""One walk over what is drawn on a page: how much is picture, and could any of its text be out of sight.

The answer to the second is quick and errs on the side of yes; `concealed` then looks. Dark text with nothing drawn
over it, inside the page and inside its clip, needs no look: that is nearly every page.
"""

import ctypes
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

MAX_OBJECTS = 20_000
MAX_FORM_DEPTH = 5
MAX_PAIRS = 20_000
"""Of texts and what is drawn on the page; beyond, it is quicker to look."""

VISIBLE_MODES = (0, 2, 4, 6)
"""Text rendering modes that fill the letters (ISO 32000-1, table 106)."""

UNSEEN_MODES = (3, 7)
TINY_PT = 1.5
"""Smaller text is not read by eye; the smallest print in law is 5 point."""

CLEAR_DIFFERENCE = 32
"""Of 255 levels, in one colour at least; nearer colours are looked at."""

THIN_PT = 1.2
MANY_THIN = 3
"""Lines under and through text are thin and few."""

SLACK_PT = 1.0
WHITE = (255, 255, 255)

Rect = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]
Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A text, or something that could lie over or under one; `colour` is None where it is not one colour."""

    order: int
    rect: Rect
    colour: Colour | None
    is_picture: bool = False


@dataclass
class Survey:
    """What one walk over a page found; places are in page space."""

    visible: Rect
    texts: list[Drawn] = field(default_factory=list)
    covers: list[Drawn] = field(default_factory=list)
    orders: dict[int, int] = field(default_factory=dict)
    replaced: list[Any] = field(default_factory=list)
    objects: int = 0
    picture_area: float = 0.0
    must_look: bool = False

    @property
    def image_share(self) -> float:
        """The share of the page that pictures cover."""
        area = area_of(self.visible)
        return min(1.0, self.picture_area / area) if area > 0 else 0.0

    @property
    def could_hide(self) -> bool:
        """True if some text may be out of sight."""
        if self.must_look or self.objects >= MAX_OBJECTS or len(self.texts) * len(self.covers) > MAX_PAIRS:
            return bool(self.texts) or self.must_look
        if not self.covers:
            return any(not _differs(colour, WHITE) for colour in {text.colour for text in self.texts})
        return any(self._could_be_hidden(text) for text in self.texts)

    def _could_be_hidden(self, text: Drawn) -> bool:
        near = [cover for cover in self.covers if overlap(cover.rect, text.rect) > 0]
        below = [cover for cover in near if cover.order < text.order]
        over = [cover for cover in near if cover.order > text.order]
        thin = sum(_is_thin(cover.rect) for cover in over)
        if thin > MANY_THIN or thin < len(over):
            return True
        if any(not _differs(text.colour, cover.colour) for cover in below):
            return True
        return not _differs(text.colour, WHITE) and not any(holds(cover.rect, text.rect) for cover in below)


def survey_page(page: Any) -> Survey:
    """Walk over the objects of an open page and those of its forms."""
    bounds = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, bounds)
    survey = Survey((bounds.left, bounds.bottom, bounds.right, bounds.top))
    walker = _Walker(survey)
    count = min(pdfium.FPDFPage_CountObjects(page), MAX_OBJECTS)
    walker.walk((pdfium.FPDFPage_GetObject(page, at) for at in range(count)), None, 0)
    return survey


class _Walker:
    """Reads objects into a survey; the numbers PDFium fills in are kept, for there are many calls."""

    def __init__(self, survey: Survey) -> None:
        self._survey = survey
        self._sides = tuple(ctypes.c_float() for _ in range(4))
        self._levels = tuple(ctypes.c_uint() for _ in range(4))
        self._fill, self._stroke = ctypes.c_int(), ctypes.c_int()
        self._length = ctypes.c_ulong()

    def walk(self, drawn: Iterable[Any], moved: Matrix | None, depth: int) -> None:
        for each in drawn:
            self._survey.objects += 1
            if self._survey.objects > MAX_OBJECTS:
                return
            kind = pdfium.FPDFPageObj_GetType(each)
            if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                self._text(each, moved)
            elif kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._path(each, moved)
            elif kind == pdfium.FPDF_PAGEOBJ_FORM:
                self._form(each, moved, depth)
            else:
                self._picture(each, moved, is_image=kind == pdfium.FPDF_PAGEOBJ_IMAGE)

    def _text(self, text: Any, moved: Matrix | None) -> None:
        survey = self._survey
        survey.orders[address_of(text)] = survey.objects
        rect, colour = self._rect(text, moved), self._colour(text)
        survey.texts.append(Drawn(survey.objects, rect, colour))
        if self._is_replaced(text):
            survey.replaced.append(text)
        if not survey.must_look:
            is_plain = colour is not None and pdfium.FPDFTextObj_GetTextRenderMode(text) in VISIBLE_MODES
            survey.must_look = not (
                is_plain
                and holds(survey.visible, rect)
                and not pdfium.FPDFPageObj_HasTransparency(text)
                and (moved is not None or is_within_clip(text, rect))
                and (rect[3] - rect[1] > 2 * TINY_PT or not _is_tiny(text, moved))
            )

    def _path(self, path: Any, moved: Matrix | None) -> None:
        pdfium.FPDFPath_GetDrawMode(path, self._fill, self._stroke)
        if not self._fill.value and not self._stroke.value:
            return
        rect = self._rect(path, moved)
        if self._fill.value or not _is_thin(rect):
            colour = self._colour(path) if self._fill.value else None
            if self._fill.value or self._is_thick(path):
                self._survey.covers.append(Drawn(self._survey.objects, rect, colour))

    def _is_thick(self, path: Any) -> bool:
        width = self._sides[0]
        return not pdfium.FPDFPageObj_GetStrokeWidth(path, width) or width.value > THIN_PT

    def _picture(self, picture: Any, moved: Matrix | None, *, is_image: bool) -> None:
        rect = self._rect(picture, moved)
        self._survey.covers.append(Drawn(self._survey.objects, rect, None, is_image))
        if is_image:
            self._survey.picture_area += overlap(rect, self._survey.visible)

    def _form(self, form: Any, moved: Matrix | None, depth: int) -> None:
        if depth >= MAX_FORM_DEPTH:
            self._survey.must_look = True
            return
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFPageObj_GetMatrix(form, matrix)
        own = (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)
        texts = len(self._survey.texts)
        count = min(pdfium.FPDFFormObj_CountObjects(form), MAX_OBJECTS)
        inner = (pdfium.FPDFFormObj_GetObject(form, at) for at in range(count))
        self.walk(inner, own if moved is None else joined(own, moved), depth + 1)
        if len(self._survey.texts) > texts:
            self._survey.must_look = True  # a form has clips and masks of its own

    def _rect(self, drawn: Any, moved: Matrix | None) -> Rect:
        left, bottom, right, top = self._sides
        pdfium.FPDFPageObj_GetBounds(drawn, left, bottom, right, top)
        rect = (left.value, bottom.value, right.value, top.value)
        return rect if moved is None else moved_by(rect, moved)

    def _colour(self, drawn: Any) -> Colour | None:
        red, green, blue, alpha = self._levels
        if not pdfium.FPDFPageObj_GetFillColor(drawn, red, green, blue, alpha) or alpha.value < 255:
            return None
        return red.value, green.value, blue.value

    def _is_replaced(self, text: Any) -> bool:
        """True for text of which the file says that it means something else than it shows."""
        for at in range(pdfium.FPDFPageObj_CountMarks(text)):
            mark = pdfium.FPDFPageObj_GetMark(text, at)
            if pdfium.FPDFPageObjMark_GetParamStringValue(mark, b"ActualText", None, 0, self._length):
                return True
        return False


def address_of(drawn: Any) -> int:
    """The identity of an object, which PDFium hands out anew as a pointer each time."""
    return ctypes.cast(drawn, ctypes.c_void_p).value or 0


def is_within_clip(drawn: Any, rect: Rect) -> bool:
    """True if no clip of an object on the page cuts into the rectangle; a clip is taken as its bounding box."""
    clip = pdfium.FPDFPageObj_GetClipPath(drawn)
    count = pdfium.FPDFClipPath_CountPaths(clip) if clip else 0
    return all(_reaches_over(clip, at, rect) for at in range(min(count, MAX_OBJECTS)))


def _reaches_over(clip: Any, path: int, rect: Rect) -> bool:
    count = pdfium.FPDFClipPath_CountPathSegments(clip, path)
    if not 4 <= count <= 5:
        return False
    x, y = ctypes.c_float(), ctypes.c_float()
    xs, ys = [], []
    for at in range(count):
        pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFClipPath_GetPathSegment(clip, path, at), x, y)
        xs.append(x.value)
        ys.append(y.value)
    if len({round(each, 2) for each in xs}) > 2 or len({round(each, 2) for each in ys}) > 2:
        return False
    return holds((min(xs), min(ys), max(xs), max(ys)), rect)


def _is_tiny(text: Any, moved: Matrix | None) -> bool:
    size = ctypes.c_float()
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFTextObj_GetFontSize(text, size)
    pdfium.FPDFPageObj_GetMatrix(text, matrix)
    return moved is not None or scaled(size.value, matrix) < TINY_PT


def scaled(size: float, matrix: Any) -> float:
    """The height of a font on the page, in points."""
    return float(size * abs(matrix.a * matrix.d - matrix.b * matrix.c) ** 0.5)


def joined(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix of both, the inner one first."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def moved_by(rect: Rect, matrix: Matrix) -> Rect:
    """The upright rectangle around a moved one."""
    a, b, c, d, e, f = matrix
    corners = [(x, y) for x in (rect[0], rect[2]) for y in (rect[1], rect[3])]
    xs = [a * x + c * y + e for x, y in corners]
    ys = [b * x + d * y + f for x, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def area_of(rect: Rect) -> float:
    """The area in square points, below zero for none."""
    return (rect[2] - rect[0]) * (rect[3] - rect[1])


def overlap(one: Rect, other: Rect) -> float:
    """The area two rectangles have in common."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    return width * height if width > 0 and height > 0 else 0.0


def holds(outer: Rect, inner: Rect) -> bool:
    """True if the inner rectangle lies in the outer, give or take a point."""
    return (
        inner[0] >= outer[0] - SLACK_PT
        and inner[1] >= outer[1] - SLACK_PT
        and inner[2] <= outer[2] + SLACK_PT
        and inner[3] <= outer[3] + SLACK_PT
    )


def _is_thin(rect: Rect) -> bool:
    return min(rect[2] - rect[0], rect[3] - rect[1]) < THIN_PT


def _differs(one: Colour | None, other: Colour | None) -> bool:
    if one is None or other is None:
        return False
    return any(abs(a - b) > CLEAR_DIFFERENCE for a, b in zip(one, other, strict=True))
