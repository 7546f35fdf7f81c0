"""Earlier states of a PDF: a program that saves by adding to the file leaves all that was there before in it."""

import re
from collections.abc import Iterator

from torvet.pure.extraction.model import HiddenText
from torvet.pure.extraction.pdfium import opened, opened_page, opened_text, text_of
from torvet.pure.extraction.refusal import ExtractionRefused
from torvet.pure.extraction.replacing import letters_of

END = re.compile(rb"startxref[\r\n\t ]{1,20}\d{1,12}[\r\n\t ]{1,20}%%EOF")
LINEARIZED = re.compile(rb"/Linearized[\s/\d]")
LINEARIZED_WITHIN_BYTES = 2048
MAX_REVISIONS = 10
MAX_PAGES = 500
MAX_LINES = 2_000


def ends_of_revisions(data: bytes) -> list[int]:
    """Where each earlier state of the file ends; [] for a file that was written once.

    A file for the web (linearized) has one end more, near its head, which is no state of it.
    """
    ends = [match.end() for match in END.finditer(data)]
    is_for_web = LINEARIZED.search(data[:LINEARIZED_WITHIN_BYTES]) is not None
    return ends[1 if is_for_web else 0 : -1]


def earlier_texts(data: bytes, ends: list[int], current: str) -> list[HiddenText]:
    """Give the lines that earlier states show and the current text of all pages does not."""
    known = letters_of(current)
    found: dict[HiddenText, None] = {}
    for end in ends[-MAX_REVISIONS:]:
        for number, line in _lines(data[:end]):
            letters = letters_of(line)
            if letters and letters not in known and len(found) < MAX_LINES:
                found[HiddenText("earlier-revision", line.strip(), number)] = None
    return list(found)


def _lines(data: bytes) -> Iterator[tuple[int, str]]:
    try:
        with opened(data) as document:
            for number in range(1, min(len(document), MAX_PAGES) + 1):
                with opened_page(document, number) as page, opened_text(page, number) as characters:
                    yield from ((number, line) for line in text_of(characters).splitlines())
    except ExtractionRefused:
        return
