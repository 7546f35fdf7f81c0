"""From offsets in a page's text to places on the page."""

import ctypes
import math
from collections.abc import Iterator, Sequence
from typing import Any

import pypdfium2.raw as pdfium

from torvet.pure.extraction.model import Box, Span
from torvet.pure.extraction.pdfium import opened, opened_page, opened_text

MAX_GAP_HEIGHTS = 2.0
"""A wider gap, in letter heights, parts two boxes: the next column, not the next word."""


def locate(pdf: bytes, spans: Sequence[Span]) -> tuple[tuple[Box, ...], ...]:
    """Give, for each span, one box for each line it stands on; none for one of spaces alone.

    Offsets are those of `Page.text`. Boxes are tight around the ink of the letters, before any rotation of
    the page, in the coordinates of its content. Raises ValueError for a span outside the document. Linear
    in the characters.
    """
    found: dict[Span, tuple[Box, ...]] = {}
    with opened(pdf) as document:
        for number in sorted({span.page for span in spans}):
            if not 1 <= number <= len(document):
                raise ValueError(f"page {number} of {len(document)}")
            with opened_page(document, number) as page, opened_text(page, number) as characters:
                for span in {span for span in spans if span.page == number}:
                    found[span] = tuple(_boxes(characters, span))
    return tuple(found[span] for span in spans)


def _boxes(characters: Any, span: Span) -> Iterator[Box]:
    if not 0 <= span.start <= span.end <= pdfium.FPDFText_CountChars(characters):
        raise ValueError(f"span {span.start}..{span.end} outside page {span.page}")
    line: Box | None = None
    for at in range(span.start, span.end):
        letter = _letter(characters, at, span.page)
        if letter is None:
            continue
        if line is not None and _continues(line, letter, _is_upright(characters, at)):
            line = _union(line, letter)
            continue
        if line is not None:
            yield line
        line = letter
    if line is not None:
        yield line


def _letter(characters: Any, at: int, page: int) -> Box | None:
    """The box of one character, None for what has no ink: spaces and what PDFium itself put in."""
    if pdfium.FPDFText_IsGenerated(characters, at) == 1:
        return None
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    if not pdfium.FPDFText_GetCharBox(characters, at, left, right, bottom, top):
        return None
    box = Box(page, left.value, bottom.value, right.value, top.value)
    return box if box.x1 > box.x0 or box.y1 > box.y0 else None


def _is_upright(characters: Any, at: int) -> bool:
    """True for lines that run across the page, false for those that run up or down."""
    return abs(math.cos(pdfium.FPDFText_GetCharAngle(characters, at))) >= math.sqrt(0.5)


def _continues(line: Box, letter: Box, upright: bool) -> bool:
    """True if a letter stands on the same line and not in another column."""
    if upright:
        across, along = (line.y0, line.y1, letter.y0, letter.y1), (line.x0, line.x1, letter.x0, letter.x1)
    else:
        across, along = (line.x0, line.x1, letter.x0, letter.x1), (line.y0, line.y1, letter.y0, letter.y1)
    height = max(across[1], across[3]) - min(across[0], across[2])
    overlap = min(across[1], across[3]) - max(across[0], across[2])
    gap = max(along[0], along[2]) - min(along[1], along[3])
    return overlap >= -0.1 * height and gap <= MAX_GAP_HEIGHTS * height


def _union(one: Box, other: Box) -> Box:
    return Box(
        one.page,
        min(one.x0, other.x0),
        min(one.y0, other.y0),
        max(one.x1, other.x1),
        max(one.y1, other.y1),
    )
