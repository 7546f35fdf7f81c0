"""What recognition gives: words with places, codes, doubts about fonts, and its refusals. Values only."""

from dataclasses import dataclass
from enum import StrEnum

Rect = tuple[float, float, float, float]
"""x0, y0, x1, y1 in PDF points, origin lower left of the unrotated page, as in the page's own content."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word that was read, at code points `start` up to but not including `end` of `Seen.text`.

    Its box is in PDF points, origin lower left of the unrotated page. `confidence` runs from 0 to 100.
    """

    start: int
    end: int
    x0: float
    y0: float
    x1: float
    y1: float
    confidence: float


@dataclass(frozen=True, slots=True)
class Code:
    """A QR or bar code: what it says, its kind as ZXing names it, and the box around it."""

    text: str
    kind: str
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Seen:
    """What the picture of a page says: words parted by a space, lines by a line feed, blocks by two.

    `confidence` is the words' mean, weighted by their letters and digits; 0 without any. `turned` is how many
    degrees clockwise the shown page had to be turned to be read: 0, 90, 180 or 270. `dpi` is the
    resolution of the page's largest picture, 0 without one.
    """

    page: int
    text: str
    words: tuple[Word, ...]
    confidence: float
    codes: tuple[Code, ...]
    turned: int
    dpi: float = 0.0


@dataclass(frozen=True, slots=True)
class FontDoubt:
    """A page with a font whose letters look like others than the text layer says.

    `share` of the `letters` that were compared, of the worst such font on the page, differ.
    """

    page: int
    share: float
    letters: int


class RefusalCode(StrEnum):
    """Why a page was not read."""

    UNREADABLE = "unreadable"
    NO_SUCH_PAGE = "no-such-page"
    TOO_SLOW = "too-slow"


class RecognitionRefused(ValueError):
    """A page that cannot be read; its message is a code and holds nothing of the document."""

    def __init__(self, code: RefusalCode) -> None:
        super().__init__(str(code))
        self.code = code


class RecognitionMissing(RuntimeError):
    """Tesseract's Danish data are not on this machine (Debian: tesseract-ocr-dan)."""
