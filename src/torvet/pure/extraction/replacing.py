"""Text of which the file says that it means something else than it shows (ActualText).

PDFium, like most readers, gives what the file says. Here the page is read once more as if it said nothing.
"""

import codecs
import ctypes
import unicodedata
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from torvet.pure.extraction.pdfium import opened_text, text_of
from torvet.pure.extraction.plain import decode
from torvet.pure.extraction.survey import Survey

MAX_BYTES = 1 << 16
UNICODE_MARKS = (codecs.BOM_UTF16_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF8)


def replaced_texts(page: Any, number: int, text: str, survey: Survey) -> list[str]:
    """Give the texts that stand for others on an open page; [] where shown and said are the same letters.

    The page is changed by this and must not be read again.
    """
    if not survey.replaced:
        return []
    said = [words for drawn in survey.replaced for words in _take_marks_off(drawn)]
    with opened_text(page, number) as characters:
        shown = text_of(characters)
    if letters_of(shown) == letters_of(text):
        return []
    return [words for words in dict.fromkeys(said) if letters_of(words) not in letters_of(shown)] or [""]


def letters_of(text: str) -> str:
    """Letters and digits alone, ligatures undone, without case.

    >>> letters_of("E\\ufb03cient, 5\\xad0 kr.")
    'efficient50kr'
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(letter for letter in plain if letter.isalnum())


def _take_marks_off(drawn: Any) -> Iterator[str]:
    for at in reversed(range(pdfium.FPDFPageObj_CountMarks(drawn))):
        mark = pdfium.FPDFPageObj_GetMark(drawn, at)
        length = ctypes.c_ulong()
        if pdfium.FPDFPageObjMark_GetParamBlobValue(mark, b"ActualText", None, 0, length):
            yield _string(mark, length.value)
            pdfium.FPDFPageObj_RemoveMark(drawn, mark)


def _string(mark: Any, length: int) -> str:
    """A text string: UTF-16 or UTF-8 with a byte order mark, else PDFDocEncoding (ISO 32000-2, 7.9.2.2)."""
    buffer = (ctypes.c_ubyte * max(length, 1))()
    pdfium.FPDFPageObjMark_GetParamBlobValue(mark, b"ActualText", buffer, length, ctypes.c_ulong())
    data = bytes(buffer)[: min(length, MAX_BYTES)]
    return decode(data).text if data.startswith(UNICODE_MARKS) else data.decode("latin-1")
