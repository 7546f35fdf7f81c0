"""One page of a stranger's file: every letter that PDFium reads on it, and why nobody sees it.

Letters are asked for one by one, because a cover rarely ends where a text object does. What is said aloud by a
picture below (a searchable scan) is not hidden.
"""

from collections.abc import Iterator, Sequence
from ctypes import addressof, byref, c_uint, c_ulong, c_ushort
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pypdfium2.raw as pdfium

from torvet.pure.redaction.covers import CoverTrace, Painted, annotation_rects, is_field
from torvet.pure.redaction.geometry import Rect
from torvet.pure.redaction.leak_values import Leak, LeakKind
from torvet.pure.redaction.pictured import glyph_size
from torvet.pure.redaction.pictures import TextTrace, draw, extremes, visible_rect
from torvet.pure.redaction.visibility import INVISIBLE_MODE, TINY_PT

# Fewer letters in a row are the edge of a letter under a line, or a scan's own mistake.
FEWEST_LETTERS = 2
FEWEST_SCANNED_LETTERS = 4
EVEN_LEVELS = 48  # of 255: paper, or a bar, with the noise of a JPEG; a letter differs by more
FLAT_LEVELS = 16
INK_UNDER_LEVELS = 100  # what must come to light below a cover before it counts as a picture
SCAN_SHARE = 0.6  # of the page: a picture so large is a scan, and text on or below it is what a machine read there
BAR_PT = (3.0, 60.0)  # how high or narrow a bar is that covers words; larger fields are part of a design
_MAX_BARS = 400
_BY_ANNOTATION = (LeakKind.UNDER_ANNOTATION, LeakKind.UNAPPLIED_REDACTION)
_MAX_MARKS, _MARK_LETTERS = 16, 32


@dataclass(frozen=True)
class PageLook:
    """What one page gives away, what it says to a reader, and whether it has bars that say nothing."""

    leaks: tuple[Leak, ...]
    visible: str
    has_bars: bool


@dataclass(frozen=True, slots=True)
class _Ink:
    size: float
    mode: int
    colour: tuple[int, int, int] | None
    in_layer: bool


def look_at_page(page: Any, number: int) -> PageLook:
    """Judge every letter of a page; cost: about 40 ms for 5,000 letters."""
    look = _Look(page)
    kinds = look.kinds()
    leaks = [*_grouped(kinds, number), *look.covered_pictures(number)]
    return PageLook(tuple(leaks), "".join(sign for sign, kind in kinds if kind is None), bool(look.bars))


def under_annotations(page: Any) -> list[Rect]:
    """Give the places that only annotations cover: letters, and what a picture shows."""
    look = _Look(page)
    look.kinds()
    return [*look.annotated, *look.below_annotations()]


def _grouped(kinds: Sequence[tuple[str, LeakKind | None]], number: int) -> Iterator[Leak]:
    """Join hidden letters that follow each other for the same reason."""
    letters: list[str] = []
    current: LeakKind | None = None
    for sign, kind in [*kinds, ("\0", None)]:
        if kind is None and not sign.isalnum() and sign != "\0":
            letters.append(sign)
            continue
        if kind is not current:
            yield from _leak(current, letters, number)
            letters, current = [], kind
        letters.append(sign)


def _leak(kind: LeakKind | None, letters: Sequence[str], number: int) -> Iterator[Leak]:
    count = sum(sign.isalnum() for sign in letters)
    fewest = FEWEST_SCANNED_LETTERS if kind is LeakKind.INVISIBLE else FEWEST_LETTERS
    if kind is not None and count >= fewest:
        yield Leak(kind, number, count, " ".join("".join(letters).split()))


class _Look:
    def __init__(self, page: Any) -> None:
        self._page = page
        self._visible = visible_rect(page)
        self._trace = TextTrace(page)
        self._cover = CoverTrace(page, full=self._trace.picture)
        self._annotations = annotation_rects(page)
        self._inks: dict[int, _Ink] = {}
        self._redactions = [rect for kind, rect in self._annotations if kind == pdfium.FPDF_ANNOT_REDACT]

    @cached_property
    def _annotated(self) -> CoverTrace:
        return CoverTrace(self._page, with_annotations=True)

    def kinds(self) -> list[tuple[str, LeakKind | None]]:
        """Give every sign of the page with the reason why nobody sees it; None for what is seen or blank."""
        text = self._page.get_textpage()
        found: list[tuple[str, LeakKind | None]] = []
        self._seen: list[Rect] = []
        self.annotated: list[Rect] = []
        try:
            for index in range(text.count_chars()):
                sign = chr(pdfium.FPDFText_GetUnicode(text, index))
                item = pdfium.FPDFText_GetTextObject(text, index) if sign.isalnum() else None
                if not item:
                    found.append((sign if sign.isprintable() else " ", None))
                    continue
                rect = Rect(*text.get_charbox(index))
                kind = self._kind(addressof(item.contents), self._ink(text, index, item), rect)
                found.append((sign, kind))
                if kind is None:
                    self._seen.append(rect)
                elif kind in _BY_ANNOTATION:
                    self.annotated.append(rect)
        finally:
            text.close()
        return found

    def _kind(self, owner: int, ink: _Ink, rect: Rect) -> LeakKind | None:
        x, y = (rect.x0 + rect.x1) / 2, (rect.y0 + rect.y1) / 2
        if not self._visible.holds_point(x, y):
            return LeakKind.OFF_PAGE
        if ink.mode == INVISIBLE_MODE:
            return LeakKind.INVISIBLE if self._is_even(rect) else None
        if ink.size < TINY_PT:
            return LeakKind.TINY
        if owner in self._cover.addresses and self._cover.covers(rect):
            is_scanned = self._has_scan and not self._is_even(rect)
            return None if is_scanned else LeakKind.UNDER_COVER
        hidden = self._without_trace(ink, rect)
        if hidden:
            return hidden
        if any(place.holds_point(x, y) for place in self._redactions):
            return LeakKind.UNAPPLIED_REDACTION
        if self._annotations and owner in self._annotated.addresses and self._annotated.covers(rect):
            return LeakKind.UNDER_ANNOTATION
        return None

    def _without_trace(self, ink: _Ink, rect: Rect) -> LeakKind | None:
        if ink.mode == 0 and ink.colour is not None and self._trace.blends(rect, ink.colour):
            return LeakKind.SAME_COLOUR
        if self._trace.leaves_trace(rect):
            return None
        return LeakKind.LAYER if ink.in_layer else LeakKind.UNSEEN

    def _is_even(self, rect: Rect) -> bool:
        """Tell whether the page without its text shows nothing there."""
        box = self._trace.view.pixels(rect, grow=-0.5)
        if box[0] >= box[2] or box[1] >= box[3]:
            return True
        low, high = extremes(self._trace.background.crop(box).convert("L"))
        return high - low <= EVEN_LEVELS

    @cached_property
    def _has_scan(self) -> bool:
        return any(
            _area(each.rect.overlap(self._visible)) >= SCAN_SHARE * _area(self._visible) for each in self._images
        )

    @cached_property
    def _images(self) -> list[Painted]:
        return [each for each in self._cover.items if each.kind == pdfium.FPDF_PAGEOBJ_IMAGE]

    def _ink(self, text: Any, index: int, item: Any) -> _Ink:
        owner = addressof(item.contents)
        if owner not in self._inks:
            red, green, blue, alpha = c_uint(), c_uint(), c_uint(), c_uint()
            channels = byref(red), byref(green), byref(blue), byref(alpha)
            known = pdfium.FPDFText_GetFillColor(text, index, *channels)
            colour = (red.value, green.value, blue.value) if known else None
            mode = int(pdfium.FPDFTextObj_GetTextRenderMode(item))
            self._inks[owner] = _Ink(glyph_size(text, index), mode, colour, _is_in_layer(item))
        return self._inks[owner]

    # ---- pictures below covers
    @cached_property
    def bars(self) -> list[Rect]:
        """Give the filled fields of one colour, of a line's height, with no text on them that is seen."""
        filled = [each.rect.overlap(self._visible) for each in self._cover.items if is_field(each)]
        return [rect for rect in filled if self._is_bar(rect)][:_MAX_BARS]

    def _is_bar(self, rect: Rect) -> bool:
        if not BAR_PT[0] <= min(rect.width, rect.height) <= BAR_PT[1]:
            return False
        if any(rect.meets(seen) for seen in self._seen):
            return False
        picture = self._trace.picture.crop(self._trace.view.pixels(rect, grow=-1)).convert("L")
        return bool(picture.width and picture.height) and _is_dark_and_flat(extremes(picture))

    def covered_pictures(self, number: int) -> Iterator[Leak]:
        """Give what a picture shows below a bar, or below an annotation, that can be taken away."""
        found = [*self._below_bars(), *self.below_annotations()]
        yield from (Leak(LeakKind.PICTURE_UNDER_COVER, number, 0) for _ in found)

    def _below_bars(self) -> list[Rect]:
        covers = [each for each in self._later_than_pictures() if self._is_plain(each.rect, self._trace.picture)]
        if not covers:
            return []
        for each in covers:
            pdfium.FPDFPageObj_SetIsActive(each.item, False)
        below = draw(self._page, self._trace.view.scale)
        for each in covers:
            pdfium.FPDFPageObj_SetIsActive(each.item, True)
        return [each.rect for each in covers if self._shows_ink(each.rect, below)]

    def _later_than_pictures(self) -> Iterator[Painted]:
        pictures: list[Rect] = []
        for each in self._cover.items:
            over_picture = self._is_bar_sized(each.rect) and any(rect.meets(each.rect) for rect in pictures)
            if over_picture and is_field(each):
                yield each
            if each.kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                pictures.append(each.rect)

    def below_annotations(self) -> list[Rect]:
        """Give the annotations that lie over something that a picture or a drawing shows."""
        rects = [rect for _, rect in self._annotations if self._is_bar_sized(rect)]
        if not rects:
            return []
        above = draw(self._page, self._trace.view.scale, annotations=True)
        covers = [rect for rect in rects if self._is_plain(rect, above)]
        return [rect for rect in covers if self._shows_ink(rect, self._trace.background)]

    def _is_bar_sized(self, rect: Rect) -> bool:
        return BAR_PT[0] <= min(rect.width, rect.height) <= BAR_PT[1]

    def _is_plain(self, rect: Rect, picture: Any) -> bool:
        part = picture.crop(self._trace.view.pixels(rect, grow=-2)).convert("L")
        if not part.width or not part.height:
            return False
        low, high = extremes(part)
        return high - low <= FLAT_LEVELS and not any(rect.meets(seen) for seen in self._seen)

    def _shows_ink(self, rect: Rect, picture: Any) -> bool:
        low, high = extremes(picture.crop(self._trace.view.pixels(rect, grow=-2)).convert("L"))
        return high - low >= INK_UNDER_LEVELS


def _is_dark_and_flat(levels: tuple[int, int]) -> bool:
    return levels[1] <= 110 and levels[1] - levels[0] <= FLAT_LEVELS


def _area(rect: Rect) -> float:
    return 0.0 if rect.is_empty else rect.width * rect.height


def _is_in_layer(item: Any) -> bool:
    """Tell whether a text is marked as part of a layer (OC, ISO 32000-1, 8.11)."""
    name, length = (c_ushort * _MARK_LETTERS)(), c_ulong()
    for index in range(min(pdfium.FPDFPageObj_CountMarks(item), _MAX_MARKS)):
        mark = pdfium.FPDFPageObj_GetMark(item, index)
        named = mark and pdfium.FPDFPageObjMark_GetName(mark, name, _MARK_LETTERS * 2, byref(length))
        if named and bytes(name)[: length.value].decode("utf-16-le", "replace").strip("\0") == "OC":
            return True
    return False
