"""Documents to pages of text with places: PDF, DOCX, plain text, web pages and mails.

Here: what a file is (by content), its text page by page as PDFium gives it, hidden text, a PDF drawn for
what is none, and the way from offsets in a page's text to rectangles on the page. Not here: reading text
from pictures (`needs_ocr` says where that is needed), attachments, screening, redaction. Everything may be
given hostile input, and refuses it by name.

    extraction = extract(data)
    boxes = locate(extraction.pdf, [Span(page=1, start=10, end=21)])
"""

from torvet.pure.extraction.identification import identify
from torvet.pure.extraction.locating import locate
from torvet.pure.extraction.model import Box, Extraction, HiddenText, MediaType, Page, Part, Span
from torvet.pure.extraction.reading import extract
from torvet.pure.extraction.refusal import ExtractionRefused, RefusalCode, danish_reason

__all__ = [
    "Box",
    "Extraction",
    "ExtractionRefused",
    "HiddenText",
    "MediaType",
    "Page",
    "Part",
    "RefusalCode",
    "Span",
    "danish_reason",
    "extract",
    "identify",
    "locate",
]
