"""The pages of a PDF: text, size, how much of each is picture, and whether its text can be trusted."""

import ctypes
import re
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from torvet.pure.extraction.model import Page
from torvet.pure.extraction.pdfium import opened_text, text_of
from torvet.pure.extraction.refusal import ExtractionRefused, RefusalCode

MAX_PAGE_AREA_PT2 = 16 * 2384 * 3370
"""Sixteen sheets of A0. A page of 14,400 x 14,400 pt takes gigabytes to render."""

SCAN_SHARE = 0.5
LITTLE_TEXT_CHARACTERS = 250
"""A stamp, a header and a page number on a scan; a report has more text around a picture of half a page."""

DISTRUSTED_SHARE = 0.1
"""Characters that mean nothing: a font whose letters are numbered by the program that wrote the file."""

DISTRUSTED = re.compile("[\ufffd\ue000-\uefff\uf100-\uf8ff\x00-\x08\x0e-\x1f]")
MAX_OBJECTS = 20_000
MAX_FORM_DEPTH = 5

Rect = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]


def count_pages(document: Any, max_pages: int) -> int:
    """The number of pages; raises ExtractionRefused for none and for too many."""
    count = len(document)
    if count > max_pages:
        raise ExtractionRefused(RefusalCode.TOO_MANY_PAGES, str(count))
    if count == 0:
        raise ExtractionRefused(RefusalCode.EMPTY)
    return count


def read_page(page: Any, number: int) -> Page:
    """Read an open page; raises ExtractionRefused for one too large or damaged."""
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    if width * height > MAX_PAGE_AREA_PT2:
        raise ExtractionRefused(RefusalCode.TOO_LARGE, f"side {number}: {width:.0f} x {height:.0f} punkt")
    with opened_text(page, number) as characters:
        text = text_of(characters)
    image_share, is_drawn_on = _pictures(page)
    return Page(number, width, height, text, image_share, _needs_ocr(text, image_share, is_drawn_on))


def _needs_ocr(text: str, image_share: float, is_drawn_on: bool) -> bool:
    letters = len(text) - sum(text.count(space) for space in " \r\n\t\xa0")
    if letters == 0:
        return is_drawn_on
    if image_share > SCAN_SHARE and letters < LITTLE_TEXT_CHARACTERS:
        return True
    return len(DISTRUSTED.findall(text)) > DISTRUSTED_SHARE * letters


def _pictures(page: Any) -> tuple[float, bool]:
    """The share of the page that pictures cover, and whether anything at all is drawn on it."""
    bounds = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, bounds)
    shown = (bounds.left, bounds.bottom, bounds.right, bounds.top)
    count = pdfium.FPDFPage_CountObjects(page)
    covered = 0.0
    for at in range(min(count, MAX_OBJECTS)):
        covered += _covered(pdfium.FPDFPage_GetObject(page, at), shown)
    area = (shown[2] - shown[0]) * (shown[3] - shown[1])
    return (min(1.0, covered / area) if area > 0 else 0.0), count > 0


def _covered(drawn: Any, shown: Rect) -> float:
    kind = pdfium.FPDFPageObj_GetType(drawn)
    if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
        return _overlap(_bounds(drawn), shown)
    if kind == pdfium.FPDF_PAGEOBJ_FORM:
        return sum(_overlap(picture, shown) for picture in _pictures_in_form(drawn, 1))
    return 0.0


def _pictures_in_form(form: Any, depth: int) -> Iterator[Rect]:
    """The places of the pictures in a form, in the coordinates of what holds the form."""
    if depth > MAX_FORM_DEPTH:
        return
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(form, matrix)
    moved = (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)
    for at in range(min(pdfium.FPDFFormObj_CountObjects(form), MAX_OBJECTS)):
        drawn = pdfium.FPDFFormObj_GetObject(form, at)
        kind = pdfium.FPDFPageObj_GetType(drawn)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            yield _moved(_bounds(drawn), moved)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM:
            yield from (_moved(inner, moved) for inner in _pictures_in_form(drawn, depth + 1))


def _bounds(drawn: Any) -> Rect:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(drawn, left, bottom, right, top)
    return left.value, bottom.value, right.value, top.value


def _moved(rect: Rect, matrix: Matrix) -> Rect:
    a, b, c, d, e, f = matrix
    corners = [(x, y) for x in (rect[0], rect[2]) for y in (rect[1], rect[3])]
    xs = [a * x + c * y + e for x, y in corners]
    ys = [b * x + d * y + f for x, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _overlap(rect: Rect, shown: Rect) -> float:
    width = min(rect[2], shown[2]) - max(rect[0], shown[0])
    height = min(rect[3], shown[3]) - max(rect[1], shown[1])
    return max(0.0, width) * max(0.0, height)
