"""Text that is on a page and that nobody sees: where, and by what it is hidden.

One test instead of a list of tricks: the page is drawn with and without its text, and a letter whose place looks the
same both times is hidden. What hides it is found out afterwards, for the officer. Only letters and digits are judged.
Pages that `survey` finds harmless are not drawn.
"""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium
from PIL import Image, ImageChops

from torvet.pure.extraction.survey import (
    TINY_PT,
    UNSEEN_MODES,
    Colour,
    Drawn,
    Rect,
    Survey,
    address_of,
    area_of,
    is_within_clip,
    overlap,
    scaled,
)

COMPARE_DPI = 73.37
"""About a pixel a point: hairlines and 4-point text still leave a trace. At 72 letters stand exactly between two."""

MAX_PIXELS = 8_000_000
WIDE_PIXELS = 4
SHOWN = b"\xff"
TRACE_LEVELS = 8
"""Of 255: less difference is not seen."""

SCAN_SHARE = 0.5
MAX_DEPTH = 12
MAX_OBJECTS = 200_000
MAX_GAP_CHARACTERS = 3
"""Spaces and signs between hidden letters belong to them."""

PICTURE_LAYER = "ocr-layer"
UNDER_COVER = "under-cover"


@dataclass(frozen=True, slots=True)
class Concealed:
    """Code points `start` up to but not including `end` of a page's text, and the place that hides them.

    The place is "invisible", "off-page", "tiny", "same-colour", "clipped", "layer-off", "under-cover" or "ocr-layer".
    """

    place: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Ink:
    """What all the letters of one text object have in common."""

    order: int
    mode: int
    is_tiny: bool
    colour: Colour | None
    drawn: Any


def find_concealed(page: Any, characters: Any, text: str, survey: Survey) -> list[Concealed]:
    """Give the stretches of an open page's text that are hidden, in order; [] quickly for most pages."""
    if not survey.could_hide:
        return []
    judge = _Judge(page, characters, survey)
    return list(_stretches(judge.places(text)))


def _stretches(places: Iterator[tuple[int, str]]) -> Iterator[Concealed]:
    """Join hidden letters of one place that stand beside each other; a seen one ("") parts them."""
    run: Concealed | None = None
    for at, place in places:
        if run is not None and place == run.place and at - run.end <= MAX_GAP_CHARACTERS:
            run = Concealed(place, run.start, at + 1)
            continue
        if run is not None:
            yield run
        run = Concealed(place, at, at + 1) if place else None
    if run is not None:
        yield run


class _Judge:
    """Judges letters by the picture of the page and by what lies about them."""

    def __init__(self, page: Any, characters: Any, survey: Survey) -> None:
        self._characters = characters
        self._survey = survey
        self._inks: dict[int, _Ink] = {}
        self._trace = _Trace(page, survey.visible)
        self._scans = [
            cover
            for cover in survey.covers
            if cover.is_picture and overlap(cover.rect, survey.visible) > SCAN_SHARE * area_of(survey.visible)
        ]

    def places(self, text: str) -> Iterator[tuple[int, str]]:
        """Give each letter's number and the place that hides it, "" for none."""
        sides = tuple(ctypes.c_double() for _ in range(4))
        left, right, bottom, top = sides
        for at, letter in enumerate(text):
            if not letter.isalnum():
                continue
            if not pdfium.FPDFText_GetCharBox(self._characters, at, left, right, bottom, top):
                continue
            rect = (left.value, bottom.value, right.value, top.value)
            if rect[2] > rect[0] or rect[3] > rect[1]:
                yield at, self._place(at, rect)

    def _place(self, at: int, rect: Rect) -> str:
        ink = self._ink(at)
        if ink is not None and ink.mode in UNSEEN_MODES:
            return PICTURE_LAYER if self._lies_on_picture(rect) else "invisible"
        if ink is not None and ink.is_tiny:
            return "tiny"
        if overlap(_grown(rect), self._survey.visible) <= 0:
            return "off-page"
        return "" if self._trace.is_left_in(rect) else self._reason(rect, ink)

    def _ink(self, at: int) -> _Ink | None:
        drawn = pdfium.FPDFText_GetTextObject(self._characters, at)
        if not drawn:
            return None
        address = address_of(drawn)
        if address not in self._inks:
            matrix = pdfium.FS_MATRIX()
            pdfium.FPDFText_GetMatrix(self._characters, at, matrix)
            size = scaled(pdfium.FPDFText_GetFontSize(self._characters, at), matrix)
            mode = pdfium.FPDFTextObj_GetTextRenderMode(drawn)
            order = self._survey.orders.get(address, 0)
            self._inks[address] = _Ink(order, mode, size < TINY_PT, _colour(drawn), drawn)
        return self._inks[address]

    def _reason(self, rect: Rect, ink: _Ink | None) -> str:
        """Why a letter leaves no trace; what is drawn after it is asked first."""
        if ink is None:
            return "invisible"
        over = [cover for cover in self._survey.covers if cover.order > ink.order and _covers(cover, rect)]
        if over:
            return PICTURE_LAYER if any(cover in self._scans for cover in over) else UNDER_COVER
        if ink.colour is not None and self._trace.blends(rect, ink.colour):
            return "same-colour"
        if not is_within_clip(ink.drawn, rect):
            return "clipped"
        return "layer-off" if pdfium.FPDFPageObj_CountMarks(ink.drawn) > 0 else "invisible"

    def _lies_on_picture(self, rect: Rect) -> bool:
        return any(overlap(cover.rect, _grown(rect)) > 0 for cover in self._survey.covers if cover.is_picture)


def _covers(cover: Drawn, rect: Rect) -> bool:
    x, y = (rect[0] + rect[2]) / 2, (rect[1] + rect[3]) / 2
    return cover.rect[0] <= x <= cover.rect[2] and cover.rect[1] <= y <= cover.rect[3]


def _grown(rect: Rect) -> Rect:
    """A letter like l or – may have no width at all."""
    return rect[0] - 0.1, rect[1] - 0.1, rect[2] + 0.1, rect[3] + 0.1


def _colour(drawn: Any) -> Colour | None:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(drawn, red, green, blue, alpha):
        return None
    return red.value, green.value, blue.value


class _Trace:
    """Where a page's text leaves a trace: the difference between the page with and without its text."""

    def __init__(self, page: Any, visible: Rect) -> None:
        self._visible = visible
        width, height = max(visible[2] - visible[0], 1.0), max(visible[3] - visible[1], 1.0)
        self._scale = min(COMPARE_DPI / 72, (MAX_PIXELS / (width * height)) ** 0.5)
        self._size = (max(1, round(width * self._scale)), max(1, round(height * self._scale)))
        full = _picture(page, self._size)
        texts = list(_texts_of(page))
        for text in texts:
            pdfium.FPDFPageObj_SetIsActive(text, False)
        self._ground = _picture(page, self._size)
        for text in texts:
            pdfium.FPDFPageObj_SetIsActive(text, True)
        red, green, blue = ImageChops.difference(full, self._ground).split()
        difference = ImageChops.lighter(ImageChops.lighter(red, green), blue)
        self._mask = difference.point([0 if level < TRACE_LEVELS else 255 for level in range(256)]).tobytes()

    def is_left_in(self, rect: Rect) -> bool:
        """Tell whether text shows in the rectangle; most letters do in the first row that is looked at."""
        left, upper, right, lower = self._pixels(rect)
        width, middle = self._size[0], (upper + lower) // 2
        rows = (middle, *range(upper, lower))
        return any(self._mask.find(SHOWN, row * width + left, row * width + right) >= 0 for row in rows)

    def blends(self, rect: Rect, colour: Colour) -> bool:
        """Tell whether the page without its text has this colour in the rectangle."""
        extremes: Any = self._ground.crop(self._pixels(rect)).getextrema()
        return all(
            low >= level - TRACE_LEVELS and high <= level + TRACE_LEVELS
            for (low, high), level in zip(extremes, colour, strict=True)
        )

    def _pixels(self, rect: Rect) -> tuple[int, int, int, int]:
        """The pixels a letter touches, one at least; of a wide letter not the outermost, where the next one shows."""
        width, height = self._size
        if (rect[2] - rect[0]) * self._scale > WIDE_PIXELS:
            rect = (rect[0] + 1 / self._scale, rect[1], rect[2] - 1 / self._scale, rect[3])
        left = min(max(int((rect[0] - self._visible[0]) * self._scale), 0), width - 1)
        upper = min(max(int((self._visible[3] - rect[3]) * self._scale), 0), height - 1)
        right = min(max(int((rect[2] - self._visible[0]) * self._scale) + 1, left + 1), width)
        lower = min(max(int((self._visible[3] - rect[1]) * self._scale) + 1, upper + 1), height)
        return left, upper, right, lower


def _picture(page: Any, size: tuple[int, int]) -> Image.Image:
    """The page on white, without annotations, turned back to unrotated page space."""
    width, height = size
    bitmap = pdfium.FPDFBitmap_Create(width, height, 0)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        turn = -pdfium.FPDFPage_GetRotation(page) % 4
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, turn, 0)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        pixels = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return Image.frombytes("RGB", size, pixels, "raw", "BGRX", stride)


def _texts_of(page: Any) -> Iterator[Any]:
    for at in range(min(pdfium.FPDFPage_CountObjects(page), MAX_OBJECTS)):
        yield from _texts_in(pdfium.FPDFPage_GetObject(page, at), 0)


def _texts_in(drawn: Any, depth: int) -> Iterator[Any]:
    kind = pdfium.FPDFPageObj_GetType(drawn)
    if kind == pdfium.FPDF_PAGEOBJ_TEXT:
        yield drawn
    elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < MAX_DEPTH:
        for at in range(min(pdfium.FPDFFormObj_CountObjects(drawn), MAX_OBJECTS)):
            yield from _texts_in(pdfium.FPDFFormObj_GetObject(drawn, at), depth + 1)


def count_letters(text: str, found: Sequence[Concealed]) -> int:
    """The number of letters and digits in stretches of a text."""
    return sum(letter.isalnum() for each in found for letter in text[each.start : each.end])
