"""A picture as a PDF of one page a frame: JPEG, PNG, TIFF and HEIC.

Each frame is decoded and written anew, upright and on white, so that nothing of the file is carried over that is not
seen: no metadata, no thumbnail, nothing behind it. What the metadata says is reported. Reading the letters in the
picture is not done here; every page says that it needs it.
"""

import io
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pikepdf
from PIL import Image, ImageOps

from torvet.pure.extraction.heic import heic_frames
from torvet.pure.extraction.model import HiddenText, MediaType
from torvet.pure.extraction.photograph import texts_of_metadata
from torvet.pure.extraction.refusal import ExtractionRefused, RefusalCode

MAX_PIXELS = 40_000_000
"""An A3 sheet at 400 dpi has 31 million, a telephone's photograph 12 to 50; three bytes each."""

MAX_PIXELS_TOGETHER = 2_000_000_000
"""A fax of 200 pages at 300 dpi."""

MAX_FRAMES = 200
SANE_DPI = range(50, 1201)
SCREEN_DPI = (72, 96)
"""What programs write when nobody has measured."""

A4_PT = (595.28, 841.89)
A0_LONG_SIDE_PT = 3370.4
ORIENTATION = 0x0112
TURNED = range(5, 9)
"""The values of this tag of EXIF in which width and height change places."""

JPEG_QUALITY = 90
FORMATS = {MediaType.JPEG: ("JPEG", "MPO"), MediaType.PNG: ("PNG",), MediaType.TIFF: ("TIFF",)}
FAULTS = (OSError, ValueError, SyntaxError, TypeError, KeyError, IndexError, AttributeError, EOFError, RuntimeError)
FAULTS_OF_NUMBERS = (ArithmeticError, MemoryError)
"""With FAULTS, what the decoders raise on broken pictures; Pillow gives memory errors for sizes that cannot be."""


@dataclass(frozen=True)
class Picture:
    """A picture read: a PDF of it, and what was found beside what it shows."""

    pdf: bytes
    hidden: tuple[HiddenText, ...]
    notices: tuple[str, ...]


@dataclass
class _Count:
    """What has been seen of a picture so far."""

    frames: int = 0
    pixels: int = 0
    left_out: int = 0


def read_picture(data: bytes, media_type: MediaType) -> Picture:
    """Draw each frame on a page; raises ExtractionRefused for one that is broken, too large or of too many frames."""
    document = pikepdf.new()
    hidden: dict[str, None] = {}
    count = _Count()
    with _named_faults(media_type):
        for frame in _frames(data, media_type, count):
            _add_page(document, frame, is_lossy=media_type in (MediaType.JPEG, MediaType.HEIC))
            hidden |= dict.fromkeys(texts_of_metadata(frame))
    if not count.frames:
        raise ExtractionRefused(RefusalCode.UNREADABLE, media_type.name)
    file = io.BytesIO()
    document.save(file, static_id=True)
    notices = (f"frames-left-out:{count.left_out}",) if count.left_out else ()
    return Picture(file.getvalue(), tuple(HiddenText("picture-metadata", text) for text in hidden), notices)


@contextmanager
def _named_faults(media_type: MediaType) -> Iterator[None]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            yield
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise _too_large() from error
    except (*FAULTS, *FAULTS_OF_NUMBERS) as error:
        raise ExtractionRefused(RefusalCode.UNREADABLE, media_type.name) from error


def _too_large() -> ExtractionRefused:
    return ExtractionRefused(RefusalCode.TOO_LARGE, f"over {MAX_PIXELS // 1_000_000} megapixel")


def _frames(data: bytes, media_type: MediaType, count: _Count) -> Iterator[Image.Image]:
    frames = heic_frames(data, MAX_PIXELS) if media_type is MediaType.HEIC else _pillow_frames(data, media_type, count)
    for frame in frames:
        count.frames += 1
        count.pixels += frame.width * frame.height
        if count.frames > MAX_FRAMES:
            raise ExtractionRefused(RefusalCode.TOO_MANY_PAGES, f"over {MAX_FRAMES}")
        if frame.width * frame.height > MAX_PIXELS or count.pixels > MAX_PIXELS_TOGETHER:
            raise _too_large()
        yield frame


def _pillow_frames(data: bytes, media_type: MediaType, count: _Count) -> Iterator[Image.Image]:
    """The frames one by one, not yet decoded; of a JPEG the first alone, for the others are depths and gains."""
    with Image.open(io.BytesIO(data), formats=FORMATS[media_type]) as picture:
        if media_type is MediaType.JPEG:
            count.left_out = getattr(picture, "n_frames", 1) - 1
            yield picture
            return
        while True:
            yield picture
            try:
                picture.seek(picture.tell() + 1)
            except EOFError:
                return


def _add_page(document: pikepdf.Pdf, frame: Image.Image, *, is_lossy: bool) -> None:
    across, down = _dpi(frame)
    if frame.getexif().get(ORIENTATION) in TURNED:
        across, down = down, across
    shown = _on_white(ImageOps.exif_transpose(frame))
    width_pt, height_pt = _page_size(shown.size, across, down)
    image = document.make_stream(*_encoded(shown, is_lossy=is_lossy))
    content = f"q {width_pt:.2f} 0 0 {height_pt:.2f} 0 0 cm /P Do Q".encode()
    page = document.add_blank_page(page_size=(width_pt, height_pt))
    page.obj.Contents = document.make_stream(content)
    page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(P=image))


def _page_size(size: tuple[int, int], across: float, down: float) -> tuple[float, float]:
    """The size on paper: by the resolution where one was measured, else fitted on A4."""
    width, height = size
    if across:
        paper = (width * 72 / across, height * 72 / down)
        if min(paper) >= 1 and max(paper) <= A0_LONG_SIDE_PT:
            return paper
    room = A4_PT if width <= height else (A4_PT[1], A4_PT[0])
    scale = min(room[0] / width, room[1] / height)
    return max(1.0, width * scale), max(1.0, height * scale)


def _dpi(frame: Image.Image) -> tuple[float, float]:
    try:
        across, down = (float(each) for each in frame.info.get("dpi", (0, 0)))
    except (TypeError, ValueError, ArithmeticError):
        return 0, 0
    is_sane = all(SANE_DPI.start <= each < SANE_DPI.stop for each in (across, down))
    return (across, down) if is_sane and (round(across), round(down)) not in {(s, s) for s in SCREEN_DPI} else (0, 0)


def _on_white(frame: Image.Image) -> Image.Image:
    """The frame as it is seen on white paper, in black and white, grey or red, green and blue."""
    if frame.mode in ("1", "L", "RGB") and "transparency" not in frame.info:
        return frame
    if frame.mode.startswith(("I", "F")):
        return _eight_bits(frame)
    if frame.has_transparency_data:
        clear = frame.convert("RGBA")
        paper = Image.new("RGB", frame.size, "white")
        paper.paste(clear, mask=clear.getchannel("A"))
        return paper
    return frame.convert("RGB")


def _eight_bits(frame: Image.Image) -> Image.Image:
    """Grey of 16 or 32 bits, stretched so that its darkest is black and its lightest white."""
    levels = frame.convert("F")
    low, high = levels.getextrema()
    if not (isinstance(low, float) and isinstance(high, float) and high > low):
        return Image.new("L", frame.size, "white")
    factor = 255 / (high - low)
    return levels.point(lambda level: level * factor - low * factor).convert("L")


def _encoded(shown: Image.Image, *, is_lossy: bool) -> tuple[bytes, pikepdf.Dictionary]:
    """The data and the dictionary of the picture in the PDF: lossless where the file was."""
    space = pikepdf.Name.DeviceRGB if shown.mode == "RGB" else pikepdf.Name.DeviceGray
    if is_lossy and shown.mode != "1":
        file = io.BytesIO()
        shown.save(file, "JPEG", quality=JPEG_QUALITY, exif=b"")
        data, way = file.getvalue(), pikepdf.Name.DCTDecode
    else:
        data, way = zlib.compress(shown.tobytes(), 3), pikepdf.Name.FlateDecode
    return data, pikepdf.Dictionary(
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=shown.width,
        Height=shown.height,
        BitsPerComponent=1 if shown.mode == "1" else 8,
        ColorSpace=space,
        Filter=way,
    )
