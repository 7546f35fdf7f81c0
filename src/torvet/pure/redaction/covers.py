"""Text that something painted later covers: the one case in which the picture of a page is not enough.

`TextTrace` asks whether any text shows in a place. A bar with a label printed on it shows text, and still hides what
lies beneath. So the objects of a page are put in the order in which they are painted, and texts with something
painted over them later are looked at by themselves: how much of their ink is left in the picture? Annotations are
painted last of all, and only here are they drawn. Positions come from PDFium; no file is changed.
"""

import re
from collections.abc import Iterator, Sequence
from ctypes import addressof, byref, c_float, c_int
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pikepdf
import pypdfium2.raw as pdfium
from PIL import Image, ImageChops

from torvet.pure.redaction.geometry import IDENTITY, Matrix, Rect, bounds, multiply
from torvet.pure.redaction.pictures import COMPARE_DPI, PageView, draw, scale_for, visible_rect
from torvet.pure.redaction.problems import MALFORMED

INK_LEVELS = 24  # of 255: a contrast below 1.2:1, which nobody reads
SEEN_SHARE = 0.2  # of a letter's ink: with less left between the lines of a hatching, nobody reads it
MAX_OBJECTS = 200_000
MAX_COMPARISONS = 2_000_000  # beyond it every text is looked at: slower, never blinder
_MAX_DEPTH = 12
_TOUCH_PT = 0.3
_EDGE_PT = 1.0  # the line around a field
# Signs that are printed as bars (Unicode blocks Block Elements and Geometric Shapes): a text of them is a cover.
BLOCKS = frozenset("█▀▄▌▐■▇▆▅▬▮◼⬛")
_BLOCK_CODES = re.compile(rb"25[0-9A-Fa-f]{2}|2[Bb]1[Bb]")
_NOT_COVERING = frozenset({pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP})


@dataclass(frozen=True)
class Painted:
    """One thing on a page in painting order: PDFium's object, its kind, and the matrix of the form it stands in."""

    item: Any
    kind: int
    form: Matrix

    @property
    def is_text(self) -> bool:
        """Tell of text."""
        return bool(self.kind == pdfium.FPDF_PAGEOBJ_TEXT)

    @property
    def address(self) -> int:
        """What PDFium's text page calls the same object."""
        return addressof(self.item.contents)

    @cached_property
    def rect(self) -> Rect:
        """Where it stands on the page; asked for only where needed, since most pages cover nothing."""
        return _rect_of(self.item, self.form)

    @property
    def origin(self) -> tuple[float, float]:
        """Where a text begins."""
        x, y = multiply(_matrix_of(self.item), self.form)[4:]
        return x, y


def painted(page: Any) -> list[Painted]:
    """Give the objects of a page, those of forms in their place, in the order in which they are painted."""
    found: list[Painted] = []
    for index in range(min(pdfium.FPDFPage_CountObjects(page), MAX_OBJECTS)):
        _add(pdfium.FPDFPage_GetObject(page, index), IDENTITY, found, 0)
    return found


def _add(item: Any, matrix: Matrix, found: list[Painted], depth: int) -> None:
    if len(found) >= MAX_OBJECTS:
        return
    kind = pdfium.FPDFPageObj_GetType(item)
    if kind == pdfium.FPDF_PAGEOBJ_FORM:
        own = _matrix_of(item)
        if depth < _MAX_DEPTH:
            for index in range(min(pdfium.FPDFFormObj_CountObjects(item), MAX_OBJECTS)):
                _add(pdfium.FPDFFormObj_GetObject(item, index), multiply(own, matrix), found, depth + 1)
        return
    found.append(Painted(item, kind, matrix))


def _matrix_of(item: Any) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, byref(matrix)):
        return IDENTITY
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _rect_of(item: Any, matrix: Matrix) -> Rect:
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    if not pdfium.FPDFPageObj_GetBounds(item, byref(left), byref(bottom), byref(right), byref(top)):
        return Rect(0, 0, 0, 0)
    return bounds(matrix, left.value, bottom.value, right.value, top.value)


def is_field(each: Painted) -> bool:
    """Tell of an image, or a path that is filled and not only drawn."""
    if each.kind != pdfium.FPDF_PAGEOBJ_PATH:
        return bool(each.kind == pdfium.FPDF_PAGEOBJ_IMAGE)
    fill, stroke = c_int(), c_int()
    return bool(pdfium.FPDFPath_GetDrawMode(each.item, byref(fill), byref(stroke))) and fill.value != 0


def annotation_rects(page: Any) -> list[tuple[int, Rect]]:
    """Give kind and place of the annotations that may cover something."""
    found = []
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), MAX_OBJECTS)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        kind, place = pdfium.FPDFAnnot_GetSubtype(annotation), pdfium.FS_RECTF()
        if kind not in _NOT_COVERING and pdfium.FPDFAnnot_GetRect(annotation, byref(place)):
            low, high = sorted((place.bottom, place.top))
            left, right = sorted((place.left, place.right))
            found.append((kind, Rect(left, low, right, high)))
        pdfium.FPDFPage_CloseAnnot(annotation)
    return found


def may_hold_blocks(pdf: pikepdf.Pdf) -> bool:
    """Tell quickly whether any font of a file has a table that may speak of BLOCKS (U+2580 to U+25FF, U+2B1B).

    Fonts without such a table have no meaning for these signs, or the page has become a picture for it.
    """
    try:
        return any(_may_name_blocks(item) for item in pdf.objects if isinstance(item, pikepdf.Dictionary))
    except MALFORMED:
        return True


def _may_name_blocks(item: pikepdf.Dictionary) -> bool:
    if item.get("/Type") != pikepdf.Name.Font:
        return False
    table = item.get("/ToUnicode")
    named = isinstance(item.get("/Encoding"), pikepdf.Dictionary)
    return named or (isinstance(table, pikepdf.Stream) and _BLOCK_CODES.search(table.read_bytes()) is not None)


class CoverTrace:
    """Which texts of a page have something painted over them, and how much of their ink is still seen."""

    def __init__(
        self,
        page: Any,
        *,
        with_annotations: bool = False,
        full: Image.Image | None = None,
        known: Sequence[Rect] = (),
        has_blocks: bool = True,
    ) -> None:
        """Look at a page. `known` covers are checked otherwise; `has_blocks` is whether a font may hold BLOCKS."""
        self._page = page
        self._known = [rect.grown(_EDGE_PT) for rect in known]
        self._has_blocks = has_blocks
        self._annotations = with_annotations
        self.view_rect = visible_rect(page)
        self._scale = scale_for(self.view_rect, COMPARE_DPI)
        self._full = full
        self.items = painted(page)
        self.suspects = self._find_suspects()

    def _find_suspects(self) -> list[Painted]:
        if self._annotations:
            covers = [rect for _, rect in annotation_rects(self._page)]
            return [each for each in self.items if each.is_text and any(each.rect.meets(rect) for rect in covers)]
        blocks = self._block_texts() if self._has_blocks else frozenset()
        return list(_painted_over(self.items, blocks, self._known))

    def _block_texts(self) -> frozenset[int]:
        """Give the texts that are nothing but bars; looked for only where the page has such signs."""
        text = self._page.get_textpage()
        try:
            said = str(text.get_text_range())
            if not BLOCKS & set(said):
                return frozenset()
            letters: dict[int, set[str]] = {}
            for index in range(text.count_chars()):
                item = pdfium.FPDFText_GetTextObject(text, index)
                if item:
                    sign = chr(pdfium.FPDFText_GetUnicode(text, index))
                    letters.setdefault(addressof(item.contents), set()).add(sign)
        finally:
            text.close()
        return frozenset(owner for owner, signs in letters.items() if signs - {" "} <= BLOCKS and signs & BLOCKS)

    @cached_property
    def addresses(self) -> frozenset[int]:
        """The suspects as PDFium's text page calls them."""
        return frozenset(each.address for each in self.suspects)

    @cached_property
    def _origins(self) -> frozenset[tuple[int, int]]:
        return frozenset(
            (round(each.origin[0]) + right, round(each.origin[1]) + up)
            for each in self.suspects
            for right in (-1, 0, 1)
            for up in (-1, 0, 1)
        )

    def is_suspect(self, x: float, y: float) -> bool:
        """Tell whether a text that begins there has something painted over it."""
        return (round(x), round(y)) in self._origins

    def covers(self, rect: Rect) -> bool:
        """Tell whether so little ink of the suspects is left within a rectangle that nobody can read it."""
        box = self._view.pixels(rect)
        if box[0] >= box[2] or box[1] >= box[3]:
            return False
        seen, alone = (_count(mask.crop(box)) for mask in self._masks)
        return seen < SEEN_SHARE * alone if alone else False

    @cached_property
    def _view(self) -> PageView:
        return PageView(self.view_rect, self._scale, self._masks[0].size)

    @cached_property
    def _masks(self) -> tuple[Image.Image, Image.Image]:
        """Where the suspects' ink shows on the page, and where it would show if nothing else were there."""
        full = self._full if self._full is not None else self._draw()
        suspects, others = self.addresses, [each for each in self.items if each.address not in self.addresses]
        self._show([each for each in self.items if each.address in suspects], False)
        without = self._draw()
        self._show(others, False)
        paper = draw(self._page, self._scale)
        self._show([each for each in self.items if each.address in suspects], True)
        alone = draw(self._page, self._scale)
        self._show(others, True)
        return _ink(full, without), _ink(alone, paper)

    def _draw(self) -> Image.Image:
        return draw(self._page, self._scale, annotations=self._annotations)

    @staticmethod
    def _show(items: list[Painted], active: bool) -> None:
        for each in items:
            pdfium.FPDFPageObj_SetIsActive(each.item, active)


def _painted_over(items: list[Painted], blocks: frozenset[int], known: Sequence[Rect]) -> Iterator[Painted]:
    """Give the texts that meet something painted later."""
    covers = [
        (order, each.rect)
        for order, each in enumerate(items)
        if (not each.is_text or each.address in blocks) and not any(rect.holds(each.rect) for rect in known)
    ]
    if not covers:
        return
    texts = [(order, each) for order, each in enumerate(items) if each.is_text and each.address not in blocks]
    if len(covers) * len(texts) > MAX_COMPARISONS:
        yield from (each for order, each in texts if covers[-1][0] > order)
        return
    for order, each in texts:
        inner = each.rect.grown(-_TOUCH_PT)
        if any(later > order and inner.meets(rect) for later, rect in reversed(covers)):
            yield each


def _ink(one: Image.Image, other: Image.Image) -> Image.Image:
    difference = ImageChops.difference(one, other)
    red, green, blue = difference.split()
    largest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return largest.point([0 if level < INK_LEVELS else 255 for level in range(256)])


def _count(mask: Image.Image) -> int:
    return int(mask.histogram()[255])
