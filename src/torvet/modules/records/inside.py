"""What runs inside the sandbox: the only code that ever parses a stranger's document.

Free of Django and of settings; called by name from `isolation`, with files in `folder` and the rest as JSON. No
secret is ever part of a code or detail that goes back.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from torvet.pure.extraction import Box as TextBox
from torvet.pure.extraction import Extraction, ExtractionRefused, Span, extract, locate
from torvet.pure.pii import GATE_THRESHOLD, KnownTerm, PiiClass, given_names, scan
from torvet.pure.redaction import Box, Proof, RasterReason, UnreadableFile, redact_and_prove, report_lines
from torvet.pure.redaction import inspect as inspect_proof
from torvet.pure.sandbox import Refusal

# Why a page became a picture where that means that its text cannot be trusted to be what it shows.
UNTRUSTED = {
    RasterReason.UNMAPPED_FONT.value,
    RasterReason.TYPE3_FONT.value,
    RasterReason.UNKNOWN_FONT.value,
    RasterReason.UNREADABLE_CONTENT.value,
}
# Found by what stands around them; the others are found by what they are.
JUDGED_BY_CONTEXT = (PiiClass.NAME, PiiClass.ADDRESS)


def _extract(folder: Path, request: dict[str, Any]) -> Extraction:
    fonts = Path(request["fonts"]) if request["fonts"] else None
    try:
        return extract((folder / "original").read_bytes(), font_folder=fonts)
    except ExtractionRefused as error:
        raise Refusal(error.code, error.detail) from error


def read(folder: Path, request: dict[str, Any]) -> dict[str, Any]:
    """Read the document and return its pages, and what it hides."""
    extraction = _extract(folder, request)
    return {
        "media_type": extraction.media_type.value,
        "pages": [
            {
                "number": page.number,
                "width_pt": page.width_pt,
                "height_pt": page.height_pt,
                "text": page.text,
                "needs_ocr": page.needs_ocr,
            }
            for page in extraction.pages
        ],
        "notices": list(extraction.notices),
        "hidden": [[each.place, each.text] for each in extraction.hidden],
        "title": extraction.title,
        "native_text": extraction.native_text,
    }


Detector = Callable[[str], Sequence[str]]


def _detector(known: Sequence[KnownTerm], public: Sequence[str], judged: str, secrets: Sequence[str]) -> Detector:
    """Return what finds personal data in a result, given that the original's text has been judged.

    Readers give a result's text in another order, so a word may come to stand where a name would. Names and
    addresses that the original shows and that were judged public there are no finding here; everything else is.
    """
    shown = " ".join(judged.casefold().split())
    covered = {" ".join(secret.casefold().split()) for secret in secrets}

    def is_news(pii_class: PiiClass, words: str) -> bool:
        plain = " ".join(words.casefold().split())
        return pii_class not in JUDGED_BY_CONTEXT or plain in covered or plain not in shown

    def detect(text: str) -> Sequence[str]:
        found = scan(text, known=known, public=(*public, *given_names(judged, public, known)))
        return [
            each.pii_class.value
            for each in found
            if each.score >= GATE_THRESHOLD and is_news(each.pii_class, text[each.start : each.end])
        ]

    return detect


def _cpr_numbers(text: str) -> Sequence[str]:
    """What nobody may publish: the only class that can be judged without knowing the case."""
    found = scan(text)
    return [each.pii_class.value for each in found if each.pii_class is PiiClass.CPR and each.score >= GATE_THRESHOLD]


def cover(folder: Path, request: dict[str, Any]) -> dict[str, Any]:
    """Rebuild the document without the covered passages, prove it, and read it again for the reading text."""
    extraction = _extract(folder, request)
    known = [KnownTerm(PiiClass(name), text, role) for name, text, role in request["known"]]
    places = locate(extraction.pdf, [Span(span["page"], span["start"], span["end"]) for span in request["spans"]])
    boxes = [_box(place, span) for span, lines in zip(request["spans"], places, strict=True) for place in lines]
    try:
        covered, proof = redact_and_prove(
            extraction.pdf,
            boxes,
            secrets=request["secrets"],
            detect=_detector(known, request["public"], _text_of(extraction), request["secrets"]),
            title=request["title"],
        )
    except UnreadableFile as error:
        raise Refusal("unreadable", error.problem.value) from error
    (folder / "covered.pdf").write_bytes(covered.data)
    return {
        "proof": json.loads(proof.to_json()),
        "holds": proof.holds and all(places),
        "boxes": [asdict(box) for box in proof.boxes],
        "untrusted": sorted({reason.value for reason in covered.raster_reasons if reason} & UNTRUSTED),
        "reading_text": _reading_text(extraction, request["spans"]),
    }


def _text_of(extraction: Extraction) -> str:
    return "\n".join(page.text for page in extraction.pages)


def _box(place: TextBox, span: dict[str, Any]) -> Box:
    return Box(
        page=place.page,
        x0=place.x0,
        y0=place.y0,
        x1=place.x1,
        y1=place.y1,
        label=f"[{span['label']}]",
        kind=span["kind"],
        reason=span["legal_ground"],
    )


def _reading_text(extraction: Extraction, spans: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Cut each page's text into open and covered pieces: [text, label, ground]; a covered piece has no text."""
    pages = []
    for page in extraction.pages:
        pieces: list[list[str]] = []
        at = 0
        for span in sorted((each for each in spans if each["page"] == page.number), key=lambda each: each["start"]):
            if span["start"] >= at:
                pieces += [[page.text[at : span["start"]], "", ""], ["", span["label"], span["legal_ground"]]]
            at = max(at, span["end"])
        pieces.append([page.text[at:], "", ""])
        pages.append({"number": page.number, "pieces": [piece for piece in pieces if piece[0] or piece[1]]})
    return pages


def inspect(folder: Path, request: dict[str, Any]) -> dict[str, Any]:
    """Re-run what anybody can re-run on a published file."""
    earlier = Proof.from_json(json.dumps(request["proof"])) if request["proof"] else None
    proof = inspect_proof((folder / "original").read_bytes(), proof=earlier, detect=_cpr_numbers)
    return {"proof": json.loads(proof.to_json()) | {"holds": proof.holds}, "report": "\n".join(report_lines(proof))}
