"""QR and bar codes on a page, which hide text from every other reader.

Every kind that ZXing reads is looked for, light on dark and turned ones too. Not here: codes that are set in a
typeface of bars whose text stands in the text layer anyway.
"""

from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium
import zxingcpp

from torvet.pure.recognition.model import Code, Rect
from torvet.pure.recognition.picture import Picture, draw, opened, opened_page
from torvet.pure.recognition.placing import MAX_FORM_DEPTH, MAX_OBJECTS

COARSE_DPI, FINE_DPI = 150, 300
MANY_LINES = 80
"""Straight pieces in a page's drawings: the smallest bar code has 20 bars of four, a table rarely as many."""

MAX_CODES = 200


def read_codes(pdf: bytes, page: int) -> tuple[Code, ...]:
    """Read the codes on a page; raises RecognitionRefused for a page that cannot be drawn.

    Cost: 0.05 s for A4, three times that where pictures or many lines call for a finer look.
    """
    with opened(pdf) as document, opened_page(document, page) as opened_one:
        return codes_on(opened_one)


def codes_on(page: Any) -> tuple[Code, ...]:
    """Read the codes on an open page."""
    found = list(_codes(draw(page, COARSE_DPI)))
    if _may_hold_fine_codes(page):
        found += [code for code in _codes(draw(page, FINE_DPI)) if not any(_same(code, other) for other in found)]
    return tuple(found)


def _codes(picture: Picture) -> Iterator[Code]:
    if picture.is_blank:
        return
    rows = memoryview(picture.pixels).cast("B", (picture.height, picture.width))
    for code in zxingcpp.read_barcodes(rows)[:MAX_CODES]:
        if code.text:
            yield Code(code.text, str(code.format), *_rect(picture, code.position))


def _rect(picture: Picture, position: zxingcpp.Position) -> Rect:
    corners = (position.top_left, position.top_right, position.bottom_left, position.bottom_right)
    columns, rows = [corner.x for corner in corners], [corner.y for corner in corners]
    return picture.page_rect(min(columns), min(rows), max(columns) + 1, max(rows) + 1)


def _same(one: Code, other: Code) -> bool:
    apart = one.x1 < other.x0 or other.x1 < one.x0 or one.y1 < other.y0 or other.y1 < one.y0
    return not apart and (one.text, one.kind) == (other.text, other.kind)


def _may_hold_fine_codes(page: Any) -> bool:
    """True for a page with a picture, or with so many straight lines that they may be bars or squares."""
    lines = 0
    for at in range(min(pdfium.FPDFPage_CountObjects(page), MAX_OBJECTS)):
        lines += _lines(pdfium.FPDFPage_GetObject(page, at), 1)
        if lines >= MANY_LINES:
            return True
    return False


def _lines(drawn: Any, depth: int) -> int:
    """How many straight pieces an object draws; a picture counts as many."""
    kind = pdfium.FPDFPageObj_GetType(drawn)
    if kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING):
        return MANY_LINES
    if kind == pdfium.FPDF_PAGEOBJ_PATH:
        return max(0, int(pdfium.FPDFPath_CountSegments(drawn)))
    if kind == pdfium.FPDF_PAGEOBJ_FORM and depth <= MAX_FORM_DEPTH:
        count = min(pdfium.FPDFFormObj_CountObjects(drawn), MAX_OBJECTS)
        return sum(_lines(pdfium.FPDFFormObj_GetObject(drawn, at), depth + 1) for at in range(count))
    return 0
