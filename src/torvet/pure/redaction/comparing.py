"""Compares pictures of pages: outside the boxes nothing changed, inside them stands the box and nothing else.

Tolerances, in grey levels of 255. A page written anew draws the same shapes, so a pixel may differ by no more
than `GLYPH_LEVELS` (anti-aliasing of a place that differs by a rounding error). A page turned into a
picture is compared in means over blocks: fax and JPEG change a block by up to 34 levels, a missing letter of
8 points by 70 or more (measured).
"""

from collections.abc import Sequence
from io import BytesIO

import pikepdf
from PIL import Image, ImageChops

from torvet.pure.redaction.box import Box
from torvet.pure.redaction.geometry import Rect
from torvet.pure.redaction.labels import drawing
from torvet.pure.redaction.pictures import PageView, draw, extremes, opened

GLYPH_LEVELS = 64
RASTER_LEVELS = 44
RASTER_BLOCK = 8  # pixels at 200 dpi: about 3 points
INSIDE_LEVELS = 12  # the same drawing twice
MARGIN_PIXELS = 2.0  # ink at the very edge of a box, and half a pixel of anti-aliasing on each side
_SHIFTS = ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1))
_LABEL_FONT = "/F"


def changed_pixels(
    before: Image.Image, after: Image.Image, view: PageView, boxes: Sequence[Rect], *, is_raster: bool
) -> int:
    """Count pixels (or blocks, on a raster page) outside the boxes that differ beyond the tolerance."""
    if before.size != after.size:
        return before.width * before.height
    one, other = _without(before.convert("L"), view, boxes), _without(after.convert("L"), view, boxes)
    if not is_raster:
        return _count(one, other, GLYPH_LEVELS)
    fewest = before.width * before.height
    for shift in _SHIFTS:
        fewest = min(fewest, _count_blocks(one, other, shift))
        if not fewest:
            break
    return fewest


def _count_blocks(one: Image.Image, other: Image.Image, shift: tuple[int, int]) -> int:
    """Count blocks that differ after a shift: a scan's own grid may lie half a pixel off the page's."""
    moved = ImageChops.offset(other, *shift) if any(shift) else other
    return _count(one.reduce(RASTER_BLOCK), moved.reduce(RASTER_BLOCK), RASTER_LEVELS)


def _count(one: Image.Image, other: Image.Image, levels: int) -> int:
    return sum(ImageChops.difference(one, other).histogram()[levels + 1 :])


def _without(picture: Image.Image, view: PageView, boxes: Sequence[Rect]) -> Image.Image:
    """Give the picture with the boxes blanked."""
    if not boxes:
        return picture
    blanked = picture.copy()
    for rect in boxes:
        blanked.paste(255, view.pixels(rect, grow=MARGIN_PIXELS))
    return blanked


def boxes_not_drawn(picture: Image.Image, view: PageView, boxes: Sequence[Box], rotation: int) -> int:
    """Count boxes whose inside is not exactly the drawing of a box with its label."""
    if not boxes:
        return 0
    expected = _expected(view.rect, boxes, rotation, view.scale)
    wrong = 0
    for box in boxes:
        pixels = view.pixels(box.rect, grow=-1)
        if pixels[0] < pixels[2] and pixels[1] < pixels[3]:
            apart = ImageChops.difference(picture.crop(pixels), expected.crop(pixels))
            wrong += extremes(apart)[1] > INSIDE_LEVELS
    return wrong


def _expected(rect: Rect, boxes: Sequence[Box], rotation: int, scale: float) -> Image.Image:
    """Draw a blank page with the boxes alone."""
    with pikepdf.new() as pdf:
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type1,
            BaseFont=pikepdf.Name.Helvetica,
            Encoding=pikepdf.Name.WinAnsiEncoding,
        )
        page = pikepdf.Dictionary(
            Type=pikepdf.Name.Page,
            MediaBox=pikepdf.Array([rect.x0, rect.y0, rect.x1, rect.y1]),
            Rotate=rotation,
            Resources=pikepdf.Dictionary(Font=pikepdf.Dictionary({_LABEL_FONT: font})),
            Contents=pdf.make_stream(drawing(boxes, _LABEL_FONT)),
        )
        pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
        out = BytesIO()
        pdf.save(out)
    with opened(out.getvalue()) as document:
        return draw(document[0], scale).convert("L")
