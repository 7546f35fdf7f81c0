"""What the picture of a page says: its original's visible text outside the boxes.

A page that was turned into a picture has no text that a reader program could find, but people read it. So
secrets and detector are asked of what PDFium reads in the original where no box lies, as far as it can be
seen.
"""

from collections.abc import Sequence
from ctypes import addressof, byref, c_uint
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from torvet.pure.redaction.box import Box
from torvet.pure.redaction.covers import CoverTrace
from torvet.pure.redaction.geometry import Rect
from torvet.pure.redaction.pictures import TextTrace
from torvet.pure.redaction.visibility import TINY_PT


def pictured_text(page: Any, boxes: Sequence[Box]) -> str:
    """Give the visible text of an original page outside the boxes; a covered character reads as a space."""
    trace = TextTrace(page)
    hidden = CoverTrace(page, full=trace.picture)
    covers = [box.rect for box in boxes]
    text = page.get_textpage()
    inks: dict[int, _Ink] = {}
    parts: list[str] = []
    for index in range(text.count_chars()):
        character = chr(pdfium.FPDFText_GetUnicode(text, index))
        rect = Rect(*text.get_charbox(index))
        middle = (rect.x0 + rect.x1) / 2, (rect.y0 + rect.y1) / 2
        if character.isspace() or any(cover.holds_point(*middle) for cover in covers):
            parts.append(" ")
        elif _is_seen(_ink_of(text, index, inks), rect, trace) and not _is_under(text, index, rect, hidden):
            parts.append(character)
    text.close()
    return "".join(parts)


@dataclass(frozen=True)
class _Ink:
    """How large and in what colour a text object is shown."""

    size: float
    colour: tuple[int, int, int] | None


_UNKNOWN = _Ink(TINY_PT, None)  # a character that PDFium made up belongs to no object


def _is_seen(ink: _Ink, rect: Rect, trace: TextTrace) -> bool:
    if ink.size < TINY_PT or not trace.leaves_trace(rect):
        return False
    return ink.colour is None or not trace.blends(rect, ink.colour)


def _is_under(text: Any, index: int, rect: Rect, hidden: CoverTrace) -> bool:
    """Tell whether a character lies under something painted later."""
    if not hidden.addresses:
        return False
    item = pdfium.FPDFText_GetTextObject(text, index)
    return bool(item) and addressof(item.contents) in hidden.addresses and hidden.covers(rect)


def _ink_of(text: Any, index: int, inks: dict[int, _Ink]) -> _Ink:
    """Look up a character's ink, asking PDFium once for each text object."""
    item = pdfium.FPDFText_GetTextObject(text, index)
    if not item:
        return _UNKNOWN
    owner = addressof(item.contents)
    if owner not in inks:
        red, green, blue, alpha = c_uint(), c_uint(), c_uint(), c_uint()
        channels = byref(red), byref(green), byref(blue), byref(alpha)
        known = pdfium.FPDFText_GetFillColor(text, index, *channels)
        colour = (red.value, green.value, blue.value) if known else None
        inks[owner] = _Ink(glyph_size(text, index), colour)
    return inks[owner]


def glyph_size(text: Any, index: int) -> float:
    """Give a character's size on the page, in points, the lesser of its two directions."""
    matrix = pdfium.FS_MATRIX()
    size = abs(float(pdfium.FPDFText_GetFontSize(text, index)))
    if not pdfium.FPDFText_GetMatrix(text, index, byref(matrix)):
        return size
    wide = float(matrix.a**2 + matrix.b**2) ** 0.5
    tall = float(matrix.c**2 + matrix.d**2) ** 0.5
    return float(min(wide, tall) * size)
