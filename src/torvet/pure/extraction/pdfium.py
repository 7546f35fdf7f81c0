"""A PDF opened with PDFium: documents, pages and character lists, each closed again whatever happens.

The raw interface is used because the comfortable one costs a third of the time and maps characters to
offsets its own way. PDFium is not safe for threads: one document at a time in a process.
"""

import ctypes
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from torvet.pure.extraction.refusal import ExtractionRefused, RefusalCode

ASTRAL_SUSPECT = re.compile("[\u2e80-\ud7ff\ue000-\uefff\uf100-\ufaff\ufb07-\ufffc]")
"""PDFium's quick way cuts characters above U+FFFF to 16 bits; what is left of them lies mostly here."""

MAX_STRING_BYTES = 1 << 20
SURROGATE_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
"""PDFium lists the two halves of a character above U+FFFF one by one; the second becomes a space of no width."""

UNKNOWN = "\ufffd"
NOTHING = "\u200b"
BROKEN_WORD = re.compile("[\x02\ufffe](?=[a-zß-öø-ÿ])")
"""PDFium leaves out the line end after a hyphen. Before a small letter it broke a word; else it is part of the name."""

REPLACED = (
    {0: UNKNOWN, 0xFFFF: UNKNOWN}
    | dict.fromkeys(range(0xD800, 0xE000), UNKNOWN)
    | dict.fromkeys(map(ord, "\x02\ufffe"), "-")
)


ODD = re.compile("[\0\x02\ud800-\udfff\ufffe\uffff]")
"""What REPLACED replaces; to search for it is ten times as quick as to translate."""


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """Open a PDF; raises ExtractionRefused for one that is encrypted or cannot be read."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD
        code = RefusalCode.ENCRYPTED if locked else RefusalCode.UNREADABLE
        raise ExtractionRefused(code, "" if locked else "PDF") from error
    try:
        yield document
    finally:
        document.close()


@contextmanager
def opened_page(document: Any, number: int) -> Iterator[Any]:
    """Load one page, numbered from 1; raises ExtractionRefused if it is damaged."""
    page = pdfium.FPDF_LoadPage(document.raw, number - 1)
    if not page:
        raise ExtractionRefused(RefusalCode.UNREADABLE, f"side {number}")
    try:
        yield page
    finally:
        pdfium.FPDF_ClosePage(page)


@contextmanager
def opened_text(page: Any, number: int) -> Iterator[Any]:
    """Load the characters of a page."""
    characters = pdfium.FPDFText_LoadPage(page)
    if not characters:
        raise ExtractionRefused(RefusalCode.UNREADABLE, f"side {number}")
    try:
        yield characters
    finally:
        pdfium.FPDFText_ClosePage(characters)


def text_of(characters: Any) -> str:
    """The text of a page, one code point for each character in PDFium's list."""
    count = max(0, pdfium.FPDFText_CountChars(characters))
    text = _quick_text(characters, count)
    if len(text) != count or ASTRAL_SUSPECT.search(text):
        units = "".join(chr(pdfium.FPDFText_GetUnicode(characters, at)) for at in range(count))
        text = SURROGATE_PAIR.sub(lambda pair: _joined(pair[0]) + NOTHING, units)
    if ODD.search(text) is None:
        return text
    return BROKEN_WORD.sub("\xad", text).translate(REPLACED)


def _joined(pair: str) -> str:
    return pair.encode("utf-16-le", "surrogatepass").decode("utf-16-le")


def _quick_text(characters: Any, count: int) -> str:
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(characters, 0, count, buffer)
    return bytes(memoryview(buffer).cast("B")[: 2 * max(0, written - 1)]).decode("utf-16-le", "surrogatepass")


def string_of(function: Any, *arguments: Any) -> str:
    """Call a function that fills a buffer: once for the length in bytes, once for the UTF-16 text."""
    length = min(function(*arguments, None, 0), MAX_STRING_BYTES)
    if length <= 0:
        return ""
    units = (ctypes.c_ushort * (length // 2 + 1))()
    function(*arguments, units, length)
    return bytes(units)[:length].decode("utf-16-le", "replace").rstrip("\0")
