"""Which letters of the text layer stand where, and in which font: passages short enough to be looked at alone."""

import ctypes
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from torvet.pure.recognition.model import RecognitionRefused, Rect, RefusalCode
from torvet.pure.recognition.picture import union

COMPARED = re.compile("[0-9A-Za-zÆØÅæøå]")
"""Letters that Tesseract's Danish model writes; it cannot tell whether a Greek letter is what it says."""

PASSAGE = re.compile(r"\S(?:[^\r\n]{0,38}\S)?(?!\S)|\S{1,40}")
"""Up to 40 characters of one line, ending with a word where it can: six words, a sixtieth of a page."""

MAX_LETTERS = 100_000
"""On a page; a telephone book page has 15,000."""

NAME_BYTES = 256

Drawn = tuple[int, str]
"""A font, by the address PDFium gives it while one of its pages is open, and a letter it draws."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Letters in a row, `fonts` beside them (0 for none); `at` is the place of the first in PDFium's list."""

    page: Any
    number: int
    at: int
    text: str
    fonts: tuple[int, ...]

    def drawn(self) -> frozenset[Drawn]:
        """What can be learnt from this passage."""
        pairs = zip(self.fonts, self.text, strict=True)
        return frozenset((font, letter) for font, letter in pairs if font and COMPARED.match(letter))


@contextmanager
def opened_text(page: Any) -> Iterator[Any]:
    """Load the characters of a page."""
    characters = pdfium.FPDFText_LoadPage(page)
    if not characters:
        raise RecognitionRefused(RefusalCode.UNREADABLE)
    try:
        yield characters
    finally:
        pdfium.FPDFText_ClosePage(characters)


def passages(page: Any, number: int) -> tuple[list[Passage], dict[int, str]]:
    """Cut the text of a page into passages, and name its fonts. Cost: 4 ms for 3,000 letters."""
    with opened_text(page) as characters:
        count = min(max(0, pdfium.FPDFText_CountChars(characters)), MAX_LETTERS)
        text = "".join(chr(pdfium.FPDFText_GetUnicode(characters, at)) for at in range(count))
        fonts, names = _fonts(characters, count)
    found = [
        Passage(page, number, one.start(), one[0], tuple(fonts[one.start() : one.end()]))
        for one in PASSAGE.finditer(text)
    ]
    return found, names


def place(passage: Passage) -> tuple[Rect, tuple[float, float]] | None:
    """Where a passage stands and which way its letters run; None for one without ink or along no edge."""
    with opened_text(passage.page) as characters:
        rects = [_rect(characters, passage.at + offset) for offset, font in enumerate(passage.fonts) if font]
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(characters, passage.at, matrix)
    seen = [rect for rect in rects if rect is not None]
    if not seen or (matrix.a, matrix.b) == (0, 0):
        return None
    return union(seen), (matrix.a, matrix.b)


def _fonts(characters: Any, count: int) -> tuple[list[int], dict[int, str]]:
    """The font of each character, and their names; letters of one text object share it, so each is asked once."""
    known: dict[int, int] = {0: 0}
    names: dict[int, str] = {}
    fonts = []
    for at in range(count):
        drawn = pdfium.FPDFText_GetTextObject(characters, at)
        key = ctypes.addressof(drawn.contents) if drawn else 0
        if key not in known:
            font = pdfium.FPDFTextObj_GetFont(drawn)
            known[key] = ctypes.addressof(font.contents) if font else 0
            if font and known[key] not in names:
                names[known[key]] = _name(font)
        fonts.append(known[key])
    return fonts, names


def _name(font: Any) -> str:
    buffer = ctypes.create_string_buffer(NAME_BYTES)
    length = pdfium.FPDFFont_GetBaseFontName(font, buffer, NAME_BYTES)
    return buffer.value.decode("utf-8", "replace") if 0 < length <= NAME_BYTES else ""


def _rect(characters: Any, at: int) -> Rect | None:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    if not pdfium.FPDFText_GetCharBox(characters, at, left, right, bottom, top):
        return None
    return (left.value, bottom.value, right.value, top.value) if left.value < right.value else None
