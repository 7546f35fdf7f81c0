"""The pages of a PDF: text, size, how much of each is picture, and whether its text can be trusted."""

import re
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from torvet.pure.extraction.concealed import PICTURE_LAYER, UNDER_COVER, count_letters, find_concealed
from torvet.pure.extraction.inventory import Inventory
from torvet.pure.extraction.model import HiddenText, Page
from torvet.pure.extraction.pdfium import opened_text, text_of
from torvet.pure.extraction.refusal import ExtractionRefused, RefusalCode
from torvet.pure.extraction.replacing import replaced_texts
from torvet.pure.extraction.survey import survey_page

MAX_PAGE_AREA_PT2 = 16 * 2384 * 3370
"""Sixteen sheets of A0. A page of 14,400 x 14,400 pt takes gigabytes to render."""

SCAN_SHARE = 0.5
LITTLE_TEXT_CHARACTERS = 250
"""A stamp, a header and a page number on a scan; a report has more text around a picture of half a page."""

DISTRUSTED_SHARE = 0.1
"""Characters that mean nothing: a font whose letters are numbered by the program that wrote the file."""

DISTRUSTED = re.compile("[\ufffd\ue000-\uefff\uf100-\uf8ff\x00-\x08\x0e-\x1f]")


def count_pages(document: Any, max_pages: int) -> int:
    """The number of pages; raises ExtractionRefused for none and for too many."""
    count = len(document)
    if count > max_pages:
        raise ExtractionRefused(RefusalCode.TOO_MANY_PAGES, str(count))
    if count == 0:
        raise ExtractionRefused(RefusalCode.EMPTY)
    return count


@dataclass(frozen=True)
class PageReading:
    """A page, and what is hidden in its text."""

    page: Page
    hidden: tuple[HiddenText, ...] = ()
    hidden_letters: int = 0
    covered_letters: int = 0
    has_picture_layer: bool = False
    replaced_texts: int = 0


def read_page(page: Any, number: int, inventory: Inventory) -> PageReading:
    """Read an open page, which must not be read again; raises ExtractionRefused for one too large or damaged."""
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    if width * height > MAX_PAGE_AREA_PT2:
        raise ExtractionRefused(RefusalCode.TOO_LARGE, f"side {number}: {width:.0f} x {height:.0f} punkt")
    survey = survey_page(page)
    survey.must_look = survey.must_look or inventory.counts["layers-off"] > 0
    with opened_text(page, number) as characters:
        text = text_of(characters)
        found = find_concealed(page, characters, text, survey)
    layer = [each for each in found if each.place == PICTURE_LAYER]
    hidden = [each for each in found if each.place != PICTURE_LAYER]
    replaced = replaced_texts(page, number, text, survey)
    share = survey.image_share
    needs_ocr = (
        bool(layer or replaced) or number in inventory.distrusted_pages or _needs_ocr(text, share, survey.objects > 0)
    )
    return PageReading(
        Page(number, width, height, text, share, needs_ocr, tuple((each.start, each.end) for each in hidden)),
        (
            *(HiddenText(each.place, text[each.start : each.end], number) for each in hidden),
            *(HiddenText("actual-text", each, number) for each in replaced),
        ),
        count_letters(text, hidden),
        count_letters(text, [each for each in hidden if each.place == UNDER_COVER]),
        bool(layer),
        len(replaced),
    )


def _needs_ocr(text: str, image_share: float, is_drawn_on: bool) -> bool:
    letters = len(text) - sum(text.count(space) for space in " \r\n\t\xa0")
    if letters == 0:
        return is_drawn_on
    if image_share > SCAN_SHARE and letters < LITTLE_TEXT_CHARACTERS:
        return True
    return len(DISTRUSTED.findall(text)) > DISTRUSTED_SHARE * letters
