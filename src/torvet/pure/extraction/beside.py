"""What PDFium tells of a PDF beside its pages: properties, bookmarks, annotations, form fields, attachments.

Attachments are named, not opened. What is hidden on the pages is found by `concealed`, what no reader leads to by
`inventory`. Here too is the list of notices of a PDF.
"""

import ctypes
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

import pypdfium2.raw as pdfium

from torvet.pure.extraction.inventory import Inventory
from torvet.pure.extraction.model import HiddenText
from torvet.pure.extraction.pages import PageReading
from torvet.pure.extraction.pdfium import opened_text, string_of

PROPERTIES = (("Title", "title"), ("Author", "author"), ("Subject", "metadata"), ("Keywords", "metadata"))
MAX_BOOKMARKS = 20_000
MAX_BOOKMARK_DEPTH = 15
MAX_ANNOTATIONS_A_PAGE = 5_000
MAX_ATTACHMENTS = 1_000
MAX_LINK_BYTES = 10_000
ANNOTATION_TEXTS = (b"Contents", b"T", b"Subj", b"RC")
REDACTION = 28  # FPDF_ANNOT_REDACT
NO_NOTES = (
    *(pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_POPUP, pdfium.FPDF_ANNOT_FILEATTACHMENT),
    REDACTION,
)
"""Links are part of a page, the others are counted as what they are."""


def form_environment(document: Any) -> Any:
    """PDFium's form filler, which reads the values of fields, None where there are none; open it before any page."""
    if document.get_formtype() == pdfium.FORMTYPE_NONE:
        return None
    document.init_forms()  # closed with the document
    return document.formenv.raw


def read_annotations(
    document: Any, page: Any, number: int, environment: Any, counts: Counter[str]
) -> Iterator[HiddenText]:
    """The texts of the notes, links and form fields on an open page; how many there are of each goes to `counts`."""
    for at in range(min(pdfium.FPDFPage_GetAnnotCount(page), MAX_ANNOTATIONS_A_PAGE)):
        annotation = pdfium.FPDFPage_GetAnnot(page, at)
        if annotation:
            kind = pdfium.FPDFAnnot_GetSubtype(annotation)
            counts["annotations"] += kind not in NO_NOTES
            if kind == REDACTION:
                counts["unapplied-redactions"] += 1
                yield HiddenText("unapplied-redaction", _text_under(page, number, annotation), number)
            for found in _annotation(document, annotation, kind, environment):
                yield HiddenText(found.place, found.text, number)
            pdfium.FPDFPage_CloseAnnot(annotation)


def _text_under(page: Any, number: int, annotation: Any) -> str:
    """The text that a redaction would take away if it were carried out."""
    rect = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(annotation, rect)
    with opened_text(page, number) as characters:
        sides = (rect.left, rect.top, rect.right, rect.bottom)
        count = min(pdfium.FPDFText_GetBoundedText(characters, *sides, None, 0), MAX_LINK_BYTES)
        units = (ctypes.c_ushort * (count + 1))()
        pdfium.FPDFText_GetBoundedText(characters, *sides, units, count)
    return bytes(units)[: 2 * count].decode("utf-16-le", "replace").strip("\0 \r\n")


def read_document(document: Any) -> Iterator[HiddenText]:
    """The properties, the bookmarks and the names of attachments."""
    for name, place in PROPERTIES:
        yield HiddenText(place, property_of(document, name))
    for bookmark in islice(document.get_toc(max_depth=MAX_BOOKMARK_DEPTH), MAX_BOOKMARKS):
        yield HiddenText("bookmark", bookmark.get_title())
    for at in range(_count_attachments(document)):
        attachment = pdfium.FPDFDoc_GetAttachment(document.raw, at)
        yield HiddenText("attachment-name", string_of(pdfium.FPDFAttachment_GetName, attachment))


def notices_of(document: Any, inventory: Inventory, readings: Sequence[PageReading], counts: Counter[str]) -> list[str]:
    """The codes of what an open PDF of these bytes hides on its pages and holds beside them."""
    has_form = counts["form-fields"] or document.get_formtype() != pdfium.FORMTYPE_NONE
    hidden_letters = sum(reading.hidden_letters for reading in readings)
    figures = (
        ("attachments", max(_count_attachments(document), len(inventory.attached))),
        ("hidden-text", hidden_letters),
        ("under-cover", sum(reading.covered_letters for reading in readings)),
        ("actual-text", sum(reading.replaced_texts for reading in readings)),
        ("ocr-layer", sum(reading.has_picture_layer for reading in readings)),
        ("unapplied-redactions", counts["unapplied-redactions"]),
        ("annotations", counts["annotations"]),
        ("layers-off", inventory.counts["layers-off"]),
        ("earlier-revisions", counts["earlier-revisions"]),
        ("thumbnails", inventory.counts["/Thumb"]),
        ("private-data", inventory.counts["/PieceInfo"]),
    )
    notices = [f"{code}:{count}" for code, count in figures if count]
    notices += [f"form-fields:{counts['form-fields']}"] if has_form else []
    if pdfium.FPDFDoc_GetJavaScriptActionCount(document.raw) > 0 or inventory.has_scripts:
        notices.append("has-javascript")
    if pdfium.FPDF_GetSecurityHandlerRevision(document.raw) >= 0:
        notices.append("owner-password")
    return notices if inventory.is_whole else [*notices, "structure-unread"]


def property_of(document: Any, name: str) -> str:
    """One entry of the document's information dictionary."""
    return string_of(pdfium.FPDF_GetMetaText, document.raw, name.encode() + b"\0").strip()


def _count_attachments(document: Any) -> int:
    return min(int(document.count_attachments()), MAX_ATTACHMENTS)


def _annotation(document: Any, annotation: Any, kind: int, environment: Any) -> Iterator[HiddenText]:
    if kind == pdfium.FPDF_ANNOT_WIDGET and environment is not None:
        value = string_of(pdfium.FPDFAnnot_GetFormFieldValue, environment, annotation)
        yield HiddenText("form-field", value)
        return
    if kind == pdfium.FPDF_ANNOT_LINK:
        yield HiddenText("link", _link(document, annotation))
    for key in ANNOTATION_TEXTS:
        yield HiddenText("annotation", string_of(pdfium.FPDFAnnot_GetStringValue, annotation, key + b"\0"))


def _link(document: Any, annotation: Any) -> str:
    link = pdfium.FPDFAnnot_GetLink(annotation)
    action = pdfium.FPDFLink_GetAction(link) if link else None
    if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return ""
    length = min(pdfium.FPDFAction_GetURIPath(document.raw, action, None, 0), MAX_LINK_BYTES)
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFAction_GetURIPath(document.raw, action, buffer, length)
    return buffer.value.decode("utf-8", "replace")
