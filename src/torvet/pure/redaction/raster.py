"""A page as a picture with its boxes burned in: for pages that cannot be made safe glyph by glyph.

The picture is drawn by PDFium, so it holds what a reader sees and nothing else. Black and white pages are
stored as fax (CCITT group 4), others as JPEG. Resolution falls where a page would exceed
`pictures.MAX_PIXELS`.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf
from PIL import Image, ImageChops, ImageDraw, TiffImagePlugin

from torvet.pure.redaction.box import Box
from torvet.pure.redaction.comparing import RASTER_BLOCK
from torvet.pure.redaction.labels import FILL
from torvet.pure.redaction.pictures import RASTER_DPI, PageView, draw, extremes, scale_for, visible_rect

JPEG_QUALITY = 82
COLOURLESS_LEVELS = 16
FAX_LEVELS = 34  # largest change of a block's mean in black and white; the proof allows `RASTER_LEVELS`
_STRIP_OFFSETS, _STRIP_BYTES = 273, 279


@dataclass(frozen=True)
class Scan:
    """One encoded picture and the keys of its image dictionary."""

    data: bytes
    keys: dict[str, object]


def scan_page(page: Any, boxes: Sequence[Box]) -> Scan:
    """Draw a page with its boxes burned in and encode it in the smallest form that keeps it."""
    rect = visible_rect(page)
    scale = scale_for(rect, RASTER_DPI)
    picture = draw(page, scale)
    view = PageView(rect, scale, picture.size)
    pen = ImageDraw.Draw(picture)
    level = round(FILL * 255)
    for box in boxes:
        left, upper, right, lower = view.pixels(box.rect)
        if left < right and upper < lower:
            pen.rectangle((left, upper, right - 1, lower - 1), fill=(level, level, level))
    return encode(picture)


def encode(picture: Image.Image) -> Scan:
    """Encode a picture as fax, grey JPEG or colour JPEG."""
    red, green, blue = picture.split()
    spread = max(extremes(ImageChops.difference(one, green))[1] for one in (red, blue))
    if spread > COLOURLESS_LEVELS:
        return _jpeg(picture, pikepdf.Name.DeviceRGB)
    grey = picture.convert("L")
    black_white = grey.point([0 if level < 128 else 255 for level in range(256)])
    loss = extremes(ImageChops.difference(grey.reduce(RASTER_BLOCK), black_white.reduce(RASTER_BLOCK)))[1]
    if loss > FAX_LEVELS:
        return _jpeg(grey, pikepdf.Name.DeviceGray)
    return _fax(black_white.convert("1"))


def _keys(picture: Image.Image, colour: pikepdf.Name, bits: int, filter_name: str) -> dict[str, object]:
    return {
        "/Type": pikepdf.Name.XObject,
        "/Subtype": pikepdf.Name.Image,
        "/Width": picture.width,
        "/Height": picture.height,
        "/ColorSpace": colour,
        "/BitsPerComponent": bits,
        "/Filter": pikepdf.Name(filter_name),
    }


def _jpeg(picture: Image.Image, colour: pikepdf.Name) -> Scan:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=JPEG_QUALITY, optimize=True)
    return Scan(out.getvalue(), _keys(picture, colour, 8, "/DCTDecode"))


def _fax(picture: Image.Image) -> Scan:
    out = io.BytesIO()
    rows = TiffImagePlugin.ImageFileDirectory_v2()
    rows[TiffImagePlugin.ROWSPERSTRIP] = picture.height  # one strip, so that its bytes are the whole picture
    rows[TiffImagePlugin.PHOTOMETRIC_INTERPRETATION] = 1
    picture.save(out, "TIFF", compression="group4", tiffinfo=rows)
    out.seek(0)
    with TiffImagePlugin.TiffImageFile(out) as stored:
        tags = stored.tag_v2
        (start,), (length,) = tags[_STRIP_OFFSETS], tags[_STRIP_BYTES]
        black_is_one = tags[TiffImagePlugin.PHOTOMETRIC_INTERPRETATION] == 0
    keys = _keys(picture, pikepdf.Name.DeviceGray, 1, "/CCITTFaxDecode")
    keys["/DecodeParms"] = pikepdf.Dictionary(
        K=-1, Columns=picture.width, Rows=picture.height, BlackIs1=not black_is_one
    )
    return Scan(out.getvalue()[start : start + length], keys)
