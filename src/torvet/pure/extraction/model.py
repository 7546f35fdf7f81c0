"""What extraction gives: pages with text, hidden text, places on a page. Values only."""

from dataclasses import dataclass
from enum import StrEnum


class MediaType(StrEnum):
    """The types that are read; the values are MIME types."""

    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    ODT = "application/vnd.oasis.opendocument.text"
    RTF = "application/rtf"
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    ODS = "application/vnd.oasis.opendocument.spreadsheet"
    CSV = "text/csv"
    PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    TXT = "text/plain"
    HTML = "text/html"
    EML = "message/rfc822"
    MSG = "application/vnd.ms-outlook"
    JPEG = "image/jpeg"
    PNG = "image/png"
    TIFF = "image/tiff"
    HEIC = "image/heic"
    ZIP = "application/zip"


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it is shown, with the text PDFium finds on it.

    `text` has exactly one code point for each character in PDFium's list, in its order, so that an offset
    is also a PDFium character index. `hidden` are the stretches of it that nobody sees, as (start, end). A hyphen
    that PDFium takes for a broken word is a soft hyphen (U+00AD) here; a character without a meaning is U+FFFD.
    Lines end in CR LF.
    """

    number: int
    width_pt: float
    height_pt: float
    text: str
    image_share: float
    needs_ocr: bool
    hidden: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class HiddenText:
    """Text that a reader does not see on the pages; `place` says where: "title", "author", "comment" …

    `page` is the page it lies on, 0 for the document as a whole.
    """

    place: str
    text: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """A file inside the document that becomes a document of its own: what is attached to a mail or packed in a zip.

    `name` is the sender's and may hold personal data; `place` is "attachment", "archive" or "inline".
    """

    name: str
    data: bytes
    place: str = "attachment"


@dataclass(frozen=True, slots=True)
class Extraction:
    """A document read: its pages, a PDF of them, and what was found beside them.

    `pdf` is the original when that is a PDF, else drawn from the text. `native_text` is the text of other
    types in its own order. `notices` are codes such as "attachments:2", "tracked-changes",
    "has-javascript", "font-fallback".
    """

    media_type: MediaType
    pages: tuple[Page, ...]
    pdf: bytes
    hidden: tuple[HiddenText, ...]
    notices: tuple[str, ...]
    title: str
    native_text: str
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """Code points `start` up to but not including `end` of the text of page `page` (from 1)."""

    page: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in PDF points, origin lower left of the unrotated page, as in the page's own content."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float
