"""Finds copies: pages of other documents, or of earlier versions, that are nearly the same as a version's own.

The fingerprints lead to candidates, and the texts themselves decide. What is done about a copy is for the actions.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q

from torvet.modules.records.knowledge import Knowledge
from torvet.modules.records.models import DocumentVersion, Finding, Layer, Page, PageBand, PageFingerprint, State
from torvet.modules.records.models.examination import FindingState
from torvet.pure.likeness import BAND_COUNT, distance, estimate, quarters, shingles, similarity
from torvet.pure.pii import GATE_THRESHOLD, KnownTerm, PiiClass, given_names, scan

# Measured on letters of 60 to 400 words: another date, name or stamp leaves 0.80 to 0.98, other letters under 0.1.
ALIKE = 0.85
# Two readings of one scan: 2 % misread letters leave 0.63 of a page's word runs, so there the picture speaks as well.
ALIKE_WITH_PICTURE = 0.5
PICTURE_BITS_MAX = 3
# An estimate from 64 numbers is off by more than this once in ten thousand pages.
ESTIMATE_SLACK = 0.25
# »Side 2« and »Bilag 1« are the same everywhere and say nothing.
SHINGLES_MIN = 8
# Fewer letters and digits than this stand everywhere.
LETTERS_MIN = 3
CANDIDATES_MAX = 200


@dataclass(frozen=True)
class Copy:
    """A page that is nearly the same as a page of another version."""

    page_number: int
    version: DocumentVersion
    page_number_there: int
    similarity: float


def main_text(page: Page) -> str:
    """Return what people read on the page: its text, or what was seen where the text is not to be believed."""
    return page.seen_text if page.needs_ocr and page.recognised_at else page.text


def layers_of(page: Page) -> tuple[tuple[Layer, str], ...]:
    """Return the texts of the page that can be covered by words."""
    return (Layer.TEXT, page.text), (Layer.SEEN, page.seen_text)


def picture_bands(picture_hash: int) -> tuple[int, ...]:
    """Return a picture's bands, with numbers that the bands of texts do not have."""
    unsigned = picture_hash % (1 << 64)
    return tuple((BAND_COUNT + place) << 16 | part for place, part in enumerate(quarters(unsigned)))


def copies_of(version: DocumentVersion) -> list[Copy]:
    """Return the copies of a version's pages: in what is current or public elsewhere, and in its earlier versions.

    The likest come first, at most 200 a page are looked at.
    """
    pages = {page.number: page for page in version.pages.all()}
    return [
        copy
        for own in version.fingerprints.prefetch_related("bands").order_by("page_number")
        if own.page_number in pages
        for copy in _copies_of_page(own, pages[own.page_number])
    ]


def _copies_of_page(own: PageFingerprint, page: Page) -> Iterator[Copy]:
    runs = shingles(main_text(page))
    if len(runs) < SHINGLES_MIN:
        return
    for other in _candidates(own):
        needed = ALIKE_WITH_PICTURE if _same_picture(own, other) else ALIKE
        if estimate(own.minhash, other.minhash) < needed - ESTIMATE_SLACK:
            continue
        there = Page.objects.filter(version=other.version_id, number=other.page_number).first()
        share = similarity(runs, shingles(main_text(there))) if there else 0.0
        if share >= needed:
            yield Copy(own.page_number, other.version, other.page_number, share)


def _candidates(own: PageFingerprint) -> Sequence[PageFingerprint]:
    document = own.version.document_id
    elsewhere = Q(fingerprint__version__is_current=True) | Q(fingerprint__version__state=State.PUBLIC)
    earlier = Q(fingerprint__version__document=document, fingerprint__version__number__lt=own.version.number)
    met = (
        PageBand.objects.filter(value__in=[band.value for band in own.bands.all()])
        .filter((elsewhere & ~Q(fingerprint__version__document=document)) | earlier)
        .order_by()
        .values_list("fingerprint")
        .annotate(shared=Count("pk"))
        .order_by("-shared", "-fingerprint")
    )
    found = PageFingerprint.objects.select_related("version__document__entry__case__department").in_bulk(
        [pk for pk, _shared in met[:CANDIDATES_MAX]]
    )
    return list(found.values())


def _same_picture(one: PageFingerprint, other: PageFingerprint) -> bool:
    if one.picture_hash is None or other.picture_hash is None:
        return False
    return distance(one.picture_hash % (1 << 64), other.picture_hash % (1 << 64)) <= PICTURE_BITS_MAX


def covered_words(page: Page, findings: Sequence[Finding]) -> list[tuple[Finding, str]]:
    """Return what is covered on a page, with its words; a code has none."""
    texts = {str(layer): text for layer, text in layers_of(page)}
    covered = [
        (each, texts.get(each.layer, "")[each.start : each.end])
        for each in findings
        if each.state == FindingState.ACCEPTED
    ]
    return [(finding, words) for finding, words in covered if sum(map(str.isalnum, words)) >= LETTERS_MIN]


@dataclass(frozen=True)
class Spot:
    """Where some words stand on a page."""

    layer: Layer
    start: int
    end: int


def bare_spots(words: str, page: Page, findings: Sequence[Finding]) -> list[Spot]:
    """Return where the words stand on a page without being covered.

    Case, line breaks and a genitive do not matter; what a person has rejected as no finding is left alone.
    """
    pattern = _pattern(words)
    return [
        Spot(layer, found.start(), found.end())
        for layer, text in layers_of(page)
        for found in pattern.finditer(text)
        if is_bare(text, found.start(), found.end(), [each for each in findings if each.layer == layer])
    ]


def _pattern(words: str) -> re.Pattern[str]:
    spaced = r"\s{1,6}".join(re.escape(word) for word in words.split())
    return re.compile(rf"(?<!\w){spaced}(?:'?s)?(?!\w)", re.IGNORECASE)


def is_bare(text: str, start: int, end: int, findings: Sequence[Finding]) -> bool:
    """Tell whether any letter or digit of a stretch is outside what was found on its layer."""
    return any(
        text[at].isalnum() and not any(each.start <= at < each.end for each in findings) for at in range(start, end)
    )


def stays_public(words: str, pii_class: str, page: Page, knowledge: Knowledge) -> bool:
    """Tell whether the case itself says that the words stay: an official, a company, the property of the case.

    Searched for as if they were known, they are no finding only because they are public.
    """
    sought = [KnownTerm(PiiClass(pii_class), words)]
    public = (*knowledge.public, *given_names(main_text(page), knowledge.public, knowledge.known))

    def is_found(public: Sequence[str]) -> bool:
        return any(each.score >= GATE_THRESHOLD for each in scan(words, known=sought, public=public))

    return is_found(()) and not is_found(public)
