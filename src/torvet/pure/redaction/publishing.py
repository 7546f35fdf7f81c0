"""The way to a file that may be published: glyph by glyph, then as pictures, or not at all."""

from collections.abc import Collection, Sequence

from torvet.pure.redaction.box import Box
from torvet.pure.redaction.proof import CheckName, Proof
from torvet.pure.redaction.proving import Detect, Recognise, prove
from torvet.pure.redaction.redacting import Method, RedactedFile, redact

# Faults that a picture can heal; a page of another size, or an unreadable file, stays what it is.
# A picture of a picture says the same, and it cannot bring back a cover that its original had.
_HEALED = frozenset(CheckName) - {
    CheckName.READABLE,
    CheckName.PAGES_EQUAL,
    CheckName.ONE_REVISION,
    CheckName.PICTURES_SILENT,
    CheckName.COVERS_KEPT,
}


def redact_and_prove(
    original: bytes,
    boxes: Sequence[Box],
    secrets: Sequence[str],
    detect: Detect,
    title: str,
    language: str = "da",
    *,
    recognise: Recognise | None = None,
    raster_pages: Collection[int] = (),
) -> tuple[RedactedFile, Proof]:
    """Redact and prove; pages that fail are turned into pictures and proven again, once.

    `raster_pages` become pictures at once: those whose text is not what they show. Publish only if the proof holds.
    Raises what `redact` raises.
    """

    def attempt(pages: Collection[int]) -> tuple[RedactedFile, Proof]:
        redacted = redact(original, boxes, title=title, language=language, raster_pages=pages)
        proof = prove(
            original,
            redacted.data,
            boxes,
            secrets=secrets,
            detect=detect,
            drawn=redacted.boxes,
            recognise=recognise,
        )
        return redacted, proof

    redacted, proof = attempt(raster_pages)
    pages = _pages_to_draw(redacted, proof)
    return attempt(pages) if pages else (redacted, proof)


def _pages_to_draw(redacted: RedactedFile, proof: Proof) -> frozenset[int]:
    """Give the pages that a second try turns into pictures: those at fault, or all if a fault has no page."""
    healable = [check for check in proof.failed if check.name in _HEALED]
    if not healable or len(healable) < len(proof.failed):
        return frozenset()
    everywhere = any(not check.pages for check in healable)
    at_fault = {page for check in healable for page in check.pages}
    drawn = {number for number, method in enumerate(redacted.methods, start=1) if method == Method.RASTER}
    wanted = set(range(1, len(redacted.methods) + 1)) if everywhere else at_fault
    return frozenset(wanted | drawn) if wanted - drawn else frozenset()
