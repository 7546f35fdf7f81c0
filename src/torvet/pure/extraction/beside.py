"""What a PDF holds beside its pages: properties, bookmarks, annotations, form fields, attachments, scripts.

Attachments are named, not opened. Text that is on the page but cannot be seen (white, invisible, beside the
page) is not here: it is in the page's text already.
"""

import ctypes
from collections.abc import Iterator
from itertools import islice
from typing import Any

import pypdfium2.raw as pdfium

from torvet.pure.extraction.model import HiddenText
from torvet.pure.extraction.pdfium import string_of

PROPERTIES = (("Title", "title"), ("Author", "author"), ("Subject", "metadata"), ("Keywords", "metadata"))
MAX_BOOKMARKS = 20_000
MAX_BOOKMARK_DEPTH = 15
MAX_ANNOTATIONS_A_PAGE = 5_000
MAX_ATTACHMENTS = 1_000
MAX_LINK_BYTES = 10_000
ANNOTATION_TEXTS = (b"Contents", b"T", b"Subj", b"RC")
SCRIPT_MARKS = (b"/JavaScript", b"/JS ", b"/JS(", b"/JS<")


def form_environment(document: Any) -> Any:
    """PDFium's form filler, which reads the values of fields, None where there are none; open it before any page."""
    if document.get_formtype() == pdfium.FORMTYPE_NONE:
        return None
    document.init_forms()  # closed with the document
    return document.formenv.raw


def read_annotations(document: Any, page: Any, environment: Any) -> Iterator[HiddenText]:
    """The texts of the notes, links and form fields on an open page."""
    for at in range(min(pdfium.FPDFPage_GetAnnotCount(page), MAX_ANNOTATIONS_A_PAGE)):
        annotation = pdfium.FPDFPage_GetAnnot(page, at)
        if annotation:
            yield from _annotation(document, annotation, environment)
            pdfium.FPDFPage_CloseAnnot(annotation)


def read_document(document: Any) -> Iterator[HiddenText]:
    """The properties, the bookmarks and the names of attachments."""
    for name, place in PROPERTIES:
        yield HiddenText(place, property_of(document, name))
    for bookmark in islice(document.get_toc(max_depth=MAX_BOOKMARK_DEPTH), MAX_BOOKMARKS):
        yield HiddenText("bookmark", bookmark.get_title())
    for at in range(_count_attachments(document)):
        attachment = pdfium.FPDFDoc_GetAttachment(document.raw, at)
        yield HiddenText("attachment-name", string_of(pdfium.FPDFAttachment_GetName, attachment))


def notices_of(document: Any, data: bytes, form_fields: int) -> list[str]:
    """The codes of what an open PDF of these bytes holds beside its pages."""
    attached = _count_attachments(document)
    notices = [f"attachments:{attached}"] if attached else []
    if form_fields or document.get_formtype() != pdfium.FORMTYPE_NONE:
        notices.append(f"form-fields:{form_fields}")
    if pdfium.FPDFDoc_GetJavaScriptActionCount(document.raw) > 0 or any(mark in data for mark in SCRIPT_MARKS):
        notices.append("has-javascript")
    if pdfium.FPDF_GetSecurityHandlerRevision(document.raw) >= 0:
        notices.append("owner-password")
    return notices


def property_of(document: Any, name: str) -> str:
    """One entry of the document's information dictionary."""
    return string_of(pdfium.FPDF_GetMetaText, document.raw, name.encode() + b"\0").strip()


def _count_attachments(document: Any) -> int:
    return min(int(document.count_attachments()), MAX_ATTACHMENTS)


def _annotation(document: Any, annotation: Any, environment: Any) -> Iterator[HiddenText]:
    kind = pdfium.FPDFAnnot_GetSubtype(annotation)
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
