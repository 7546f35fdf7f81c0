"""What can be wrong with a file or a page, as codes; the caller has the words.

`UnreadableFile` stops a whole file. `PageResists` is caught inside the library: that page becomes a picture.
"""

from enum import StrEnum

import pikepdf

# What pikepdf, and arithmetic on what it gives, raise on a malformed object: the page is drawn by PDFium instead.
MALFORMED = (pikepdf.PdfError, ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)


class FileProblem(StrEnum):
    """Why a file cannot be redacted at all."""

    BROKEN = "broken"
    ENCRYPTED = "encrypted"
    NO_PAGES = "no_pages"
    TOO_MANY_PAGES = "too_many_pages"


class RasterReason(StrEnum):
    """Why a page was turned into a picture instead of being redacted glyph by glyph."""

    ASKED = "asked"
    DEEP_FORMS = "deep_forms"
    DRAWING_UNDER_BOX = "drawing_under_box"
    IMAGE_CROPPED = "image_cropped"
    IMAGE_FORMAT = "image_format"
    IMAGE_UNDER_BOX = "image_under_box"
    LAYERS = "layers"
    OVERPAINTED = "overpainted"
    PATTERN = "pattern"
    SOFT_MASK = "soft_mask"
    TEXT_AS_CLIP = "text_as_clip"
    TOO_LONG = "too_long"
    TYPE3_FONT = "type3_font"
    UNKNOWN_FONT = "unknown_font"
    UNMAPPED_FONT = "unmapped_font"
    UNREADABLE_CONTENT = "unreadable_content"


class UnreadableFile(ValueError):
    """The file cannot be read; `problem` says why."""

    def __init__(self, problem: FileProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


class PageResists(Exception):
    """The page holds something that can only be made safe as a picture; `reason` says what."""

    def __init__(self, reason: RasterReason) -> None:
        super().__init__(reason.value)
        self.reason = reason
