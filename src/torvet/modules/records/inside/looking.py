"""Reading off pictures what no text says."""

from contextlib import closing
from pathlib import Path
from typing import Any

from pypdfium2 import PdfDocument

from torvet.pure.likeness import picture_hash
from torvet.pure.recognition import RecognitionRefused, Seen, is_available, recognise, text_of
from torvet.pure.sandbox import Refusal

# Of 320 numbers in 9 to 11 points on one-bit scans of 100 dpi, 16 were missed, most in lines read with 82 (benchmarks).
FAX_DPI, FAX_CONFIDENCE = 120, 50.0
# A hash of 32 x 32 points needs no more.
SHAPE_PIXELS = 256


def abilities(folder: Path, request: dict[str, Any]) -> dict[str, Any]:
    """Tell what this machine can do."""
    return {"recognition": is_available()}


def look(folder: Path, request: dict[str, Any]) -> dict[str, Any]:
    """Read the pictures of some pages: the whole page, or what is placed on it."""
    pdf = (folder / "original").read_bytes()
    try:
        seen = [_seen(recognise(pdf, page, whole=whole)) for page, whole in request["pages"]]
    except RecognitionRefused as error:
        raise Refusal(error.code) from error
    return {"pages": seen, "shapes": {str(page): _shape(pdf, page) for page, whole in request["pages"] if whole}}


def what_pictures_say(pdf: bytes, page: int) -> str:
    """Read a page's picture for a proof; a page that cannot be read proves nothing."""
    try:
        return text_of(pdf, page)
    except RecognitionRefused as error:
        raise Refusal(error.code) from error


def _shape(pdf: bytes, number: int) -> str:
    """What a page coarsely looks like, so that copies of a scan are met again."""
    with closing(PdfDocument(pdf)) as document, closing(document[number - 1]) as page:
        scale = SHAPE_PIXELS / max(page.get_size())
        return f"{picture_hash(page.render(scale=scale, grayscale=True).to_pil()):016x}"


def _seen(seen: Seen) -> dict[str, Any]:
    return {
        "number": seen.page,
        "text": seen.text,
        "words": [
            [word.start, word.end, word.x0, word.y0, word.x1, word.y1, round(word.confidence, 1)] for word in seen.words
        ],
        "confidence": _confidence(seen),
    }


def _confidence(seen: Seen) -> float | None:
    """How surely a page was read; a fax may look sure and still have lost a digit."""
    if not seen.words:
        return None
    return min(seen.confidence, FAX_CONFIDENCE) if 0 < seen.dpi < FAX_DPI else seen.confidence
