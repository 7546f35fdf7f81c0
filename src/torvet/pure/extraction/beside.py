"""What a PDF holds beside its pages: properties, bookmarks, annotations, form fields, attachments, scripts.

Attachments are named, not opened. Text that is on the page but cannot be seen (white, invisible, beside the
page) is not here: it is in the page's text already.
"""

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from torvet.pure.extraction.model import HiddenText
from torvet.pure.extraction.pdfium import opened_page, string_of

PROPERTIES = (("Title", "title"), ("Author", "author"), ("Subject", "metadata"), ("Keywords", "metadata"))
MAX_BOOKMARKS = 20_000
MAX_BOOKMARK_DEPTH = 15
MAX_ANNOTATIONS_A_PAGE = 5_000
MAX_ATTACHMENTS = 1_000
MAX_LINK_BYTES = 10_000
ANNOTATION_TEXTS = (b"Contents", b"T", b"Subj", b"RC")
SCRIPT_MARKS = (b"/JavaScript", b"/JS ", b"/JS(", b"/JS<")


def read_beside(document: Any, data: bytes) -> tuple[list[HiddenText], list[str]]:
    """Report hidden text and notices of an open PDF; `data` are its bytes."""
    attached = min(document.count_attachments(), MAX_ATTACHMENTS)
    fields: list[HiddenText] = []
    hidden = [*_properties(document), *_bookmarks(document), *_attachments(document, attached)]
    has_forms = document.get_formtype() != pdfium.FORMTYPE_NONE
    if has_forms:
        document.init_forms()  # closed with the document
    environment = document.formenv.raw if document.formenv else None
    for number in range(1, len(document) + 1):
        for found in _annotations(document, number, environment):
            (fields if found.place == "form-field" else hidden).append(found)
    notices = [f"attachments:{attached}"] if attached else []
    if fields or has_forms:
        notices.append(f"form-fields:{len(fields)}")
    if pdfium.FPDFDoc_GetJavaScriptActionCount(document.raw) > 0 or any(mark in data for mark in SCRIPT_MARKS):
        notices.append("has-javascript")
    if pdfium.FPDF_GetSecurityHandlerRevision(document.raw) >= 0:
        notices.append("owner-password")
    return [found for found in [*hidden, *fields] if found.text.strip()], notices


def property_of(document: Any, name: str) -> str:
    """One entry of the document's information dictionary."""
    return string_of(pdfium.FPDF_GetMetaText, document.raw, name.encode() + b"\0").strip()


def _properties(document: Any) -> Iterator[HiddenText]:
    for name, place in PROPERTIES:
        yield HiddenText(place, property_of(document, name))


def _bookmarks(document: Any) -> Iterator[HiddenText]:
    for number, bookmark in enumerate(document.get_toc(max_depth=MAX_BOOKMARK_DEPTH)):
        if number >= MAX_BOOKMARKS:
            return
        yield HiddenText("bookmark", bookmark.get_title())


def _attachments(document: Any, count: int) -> Iterator[HiddenText]:
    for at in range(count):
        attachment = pdfium.FPDFDoc_GetAttachment(document.raw, at)
        yield HiddenText("attachment-name", string_of(pdfium.FPDFAttachment_GetName, attachment))


def _annotations(document: Any, number: int, environment: Any) -> Iterator[HiddenText]:
    with opened_page(document, number) as page:
        for at in range(min(pdfium.FPDFPage_GetAnnotCount(page), MAX_ANNOTATIONS_A_PAGE)):
            annotation = pdfium.FPDFPage_GetAnnot(page, at)
            if annotation:
                yield from _annotation(document, annotation, environment)
                pdfium.FPDFPage_CloseAnnot(annotation)


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
