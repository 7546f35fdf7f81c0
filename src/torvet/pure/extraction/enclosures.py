"""The files inside a mail or a package, collected within common limits; what becomes of them is for the caller."""

import io
from dataclasses import dataclass, field

from PIL import Image, UnidentifiedImageError

from torvet.pure.extraction.model import Part
from torvet.pure.extraction.refusal import ExtractionRefused, RefusalCode

MAX_PARTS = 200
"""A mail with all pictures of a building case has some 60."""

MAX_PARTS_BYTES = 256 << 20
SMALL_PICTURE_BYTES = 20_000
SMALL_PICTURE_PIXELS = 150
"""Logos and icons below a signature; a photograph from a telephone has some 3,000 pixels a side."""

PICTURE_FAULTS = (UnidentifiedImageError, OSError, ValueError, SyntaxError, TypeError, KeyError, IndexError)


@dataclass
class Enclosures:
    """Parts as they are found, and how many small pictures were only counted."""

    parts: list[Part] = field(default_factory=list)
    small_pictures: int = 0
    _bytes: int = 0

    def add(self, part: Part) -> None:
        """Keep a part; raises ExtractionRefused when there are too many, or too much in them together."""
        self._bytes += len(part.data)
        if len(self.parts) >= MAX_PARTS:
            raise ExtractionRefused(RefusalCode.TOO_MANY_PARTS, f"over {MAX_PARTS}")
        if self._bytes > MAX_PARTS_BYTES:
            raise ExtractionRefused(RefusalCode.TOO_LARGE, f"over {MAX_PARTS_BYTES >> 20} MB")
        self.parts.append(part)

    def add_inline(self, part: Part) -> None:
        """Keep a picture that stands in the text, unless it is as small as a logo."""
        if is_small_picture(part.data):
            self.small_pictures += 1
        else:
            self.add(part)

    @property
    def notices(self) -> list[str]:
        """The codes that count what was found."""
        counts = (("attachments", len(self.parts)), ("small-pictures", self.small_pictures))
        return [f"{code}:{count}" for code, count in counts if count]


def is_small_picture(data: bytes) -> bool:
    """True for a picture of few bytes or of few pixels a side; only its head is read."""
    if len(data) < SMALL_PICTURE_BYTES:
        return True
    try:
        with Image.open(io.BytesIO(data)) as picture:
            return max(picture.size) < SMALL_PICTURE_PIXELS
    except (*PICTURE_FAULTS, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return False
