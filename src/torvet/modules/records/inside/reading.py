"""Reading a document: what it says page by page, what it hides, and which files lie in it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any
from unicodedata import normalize

from torvet.pure.extraction import Extraction, ExtractionRefused, MediaType, Page, extract
from torvet.pure.pii import GATE_THRESHOLD, PiiClass, scan
from torvet.pure.recognition import RecognitionRefused, doubtful_fonts, is_available, read_codes
from torvet.pure.sandbox import Refusal

# What a rendition shows and a text drawn by us leaves out.
SHOWN_BY_RENDITION = {"images-left-out", "charts-left-out", "font-fallback"}
# A rendition breaks words at line ends and writes out fields; it leaves no sentence out.
MISSING_WORDS_SHARE = 0.03
# The names of sheets are not printed.
SHEETS, SHEET_NAME_WORDS = (MediaType.XLSX, MediaType.ODS), 6
FOUND_BY_FORM = (PiiClass.CPR, PiiClass.PHONE, PiiClass.EMAIL, PiiClass.IBAN, PiiClass.ACCOUNT)


def read(folder: Path, request: dict[str, Any]) -> dict[str, Any]:
    """Read the document; its parts and the PDF that was drawn of it are left in the folder."""
    original = (folder / "original").read_bytes()
    extraction = extracted(original, request["fonts"])
    rendition = folder / "rendition.pdf"
    if rendition.exists():
        extraction = _as_rendered(extraction, rendition.read_bytes())
    is_drawn = extraction.media_type is not MediaType.PDF
    if is_drawn:
        (folder / "drawn.pdf").write_bytes(extraction.pdf)
    for number, part in enumerate(extraction.parts, start=1):
        (folder / f"part-{number}").write_bytes(part.data)
    doubted = _doubted(extraction)
    notices = list(extraction.notices)
    notices += ["text-differs"] if doubted else []
    notices += ["drawn-differently"] if _is_drawn_differently(extraction) else []
    return {
        "media_type": extraction.media_type.value,
        "pages": [_page(page, extraction.pdf, page.number in doubted) for page in extraction.pages],
        "notices": notices,
        "hidden": dict(Counter(found.place for found in extraction.hidden)),
        "title": extraction.title,
        "native_text": extraction.native_text,
        "is_drawn": is_drawn,
        "parts": [{"name": part.name, "place": part.place} for part in extraction.parts],
    }


def extracted(data: bytes, fonts: str) -> Extraction:
    """Extract, with refusals as the sandbox reports them."""
    try:
        return extract(data, font_folder=Path(fonts) if fonts else None)
    except ExtractionRefused as error:
        raise Refusal(error.code, error.detail) from error


def _as_rendered(extraction: Extraction, rendition: bytes) -> Extraction:
    """Take the pages of an office program's rendition, unless it leaves out what the document says."""
    try:
        shown = extract(rendition)
    except ExtractionRefused:
        return replace(extraction, notices=(*extraction.notices, "rendition-unreadable"))
    named = SHEET_NAME_WORDS if extraction.media_type in SHEETS else 0
    if not _says_the_same(extraction.native_text, (page.text for page in shown.pages), named):
        return replace(extraction, notices=(*extraction.notices, "rendition-differs"))
    kept = [notice for notice in extraction.notices if notice.partition(":")[0] not in SHOWN_BY_RENDITION]
    return replace(extraction, pages=shown.pages, pdf=shown.pdf, notices=(*kept, *shown.notices))


def _is_drawn_differently(extraction: Extraction) -> bool:
    """Whether the document's own text holds a number or an address that its pages do not show as such.

    A sign that a typeface lacks, or a column that is too narrow, must not make a number unfindable.
    """
    shown = {_letters(found) for found in _plain_findings("\n".join(page.text for page in extraction.pages))}
    return any(_letters(found) not in shown for found in _plain_findings(extraction.native_text))


def _plain_findings(text: str) -> list[str]:
    """What is personal data by its form alone, wherever it stands."""
    found = (each for each in scan(text) if each.score >= GATE_THRESHOLD and each.pii_class in FOUND_BY_FORM)
    return [text[each.start : each.end] for each in found]


def _letters(text: str) -> str:
    return "".join(c for c in normalize("NFKC", text).casefold() if c.isalnum())


def _says_the_same(native: str, pages: Iterable[str], spared: int) -> bool:
    """Whether the pages show the document's words, but for a few that a rendition breaks, and those it may spare."""
    said = Counter(_words(native))
    missing = said - Counter(word for page in pages for word in _words(page.replace("\xad", "")))
    return sum(missing.values()) <= max(spared, MISSING_WORDS_SHARE * sum(said.values()))


def _words(text: str) -> list[str]:
    return [word for word in "".join(c if c.isalnum() else " " for c in text.casefold()).split() if len(word) > 1]


def _doubted(extraction: Extraction) -> set[int]:
    """The pages of a stranger's PDF whose letters do not look like what they say."""
    if extraction.media_type is not MediaType.PDF or not is_available():
        return set()
    try:
        return {doubt.page for doubt in doubtful_fonts(extraction.pdf)}
    except RecognitionRefused:
        return {page.number for page in extraction.pages}


def _page(page: Page, pdf: bytes, is_doubted: bool) -> dict[str, Any]:
    return {
        "number": page.number,
        "width_pt": page.width_pt,
        "height_pt": page.height_pt,
        "text": page.text,
        "needs_ocr": page.needs_ocr or is_doubted,
        "image_share": page.image_share,
        "codes": [
            {"text": code.text, "x0": code.x0, "y0": code.y0, "x1": code.x1, "y1": code.y1}
            for code in read_codes(pdf, page.number)
        ],
    }
