"""The pictures in a HEIC file, decoded one by one by libheif.

Two things would end the process and are looked at first. The library that stands between reads the kinds of the items
as text and dies of those that are none (pi_heif 1.4); and libde265 starts a thread for its work and dies where none may
be started, as behind the sandbox's walls: there the type is refused by name.
"""

import io
import threading
from collections.abc import Iterator

import pi_heif
from PIL import Image

from torvet.pure.extraction.refusal import ExtractionRefused, RefusalCode

ITEM = b"infe"
MAX_ITEMS = 10_000
"""A photograph of 48 megapixels is cut into some hundred tiles, each an item."""

pi_heif.options.DECODE_THREADS = 0
pi_heif.options.THUMBNAILS = False
pi_heif.options.DEPTH_IMAGES = False
pi_heif.options.AUX_IMAGES = False


def heic_frames(data: bytes, max_pixels: int) -> Iterator[Image.Image]:
    """Give each picture, upright; raises ExtractionRefused for one with more pixels, before it is decoded.

    Raises it with UNSUPPORTED where no thread may be started.
    """
    _check_items(data)
    _check_threads()
    file = pi_heif.open_heif(io.BytesIO(data), convert_hdr_to_8bit=True)
    for number in range(len(file)):
        width, height = file[number].size
        if width * height > max_pixels:
            raise ExtractionRefused(RefusalCode.TOO_LARGE, f"over {max_pixels // 1_000_000} megapixel")
        frame = file[number].to_pillow()
        pi_heif.set_orientation(frame.info)
        yield frame


def _check_items(data: bytes) -> None:
    """Refuse a file in which the kind, the name or the content type of an item is no text (ISO 14496-12, 8.11.6)."""
    at, count = data.find(ITEM), 0
    while at >= 4:
        size = int.from_bytes(data[at - 4 : at], "big")
        wide = data[at + 4 : at + 5] >= b"\x03"
        words = data[at + (14 if wide else 12) : at - 4 + size]
        count += 1
        if count > MAX_ITEMS or not _is_text(words):
            raise ExtractionRefused(RefusalCode.UNREADABLE, "HEIC")
        at = data.find(ITEM, at + 4)


def _check_threads() -> None:
    thread = threading.Thread(target=int)
    try:
        thread.start()
    except RuntimeError as error:
        raise ExtractionRefused(RefusalCode.UNSUPPORTED, "HEIC") from error
    thread.join()


def _is_text(words: bytes) -> bool:
    if len(words) < 4 or not words[:4].isascii():
        return False
    try:
        words.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
