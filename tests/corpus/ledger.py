"""What became of everything that was delivered: nothing lost, nothing public without a proof, found when searched for.

Read from the rows and files as the site keeps them; used by the tests and by the benchmark.
"""

import hashlib
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pypdf
from django.db.models import Count
from pdfminer.high_level import extract_text

from torvet.modules.records.files import read_rendition
from torvet.modules.records.listing import pieces_of
from torvet.modules.records.models import DocumentVersion, Finding, Page, Publication, State
from torvet.pure.recognition import is_available, text_of
from torvet.shared.search import api as search
from torvet.shared.search.models import Entry

WORD = re.compile(r"[^\W\d_]{6,}")
# Search stems, folds and takes words apart, so one word meets many documents; these pages are looked through.
PAGES_LOOKED_THROUGH = 5


@dataclass(frozen=True)
class Fate:
    """How many documents ended in a state, and for which reason."""

    state: str
    reason: str
    count: int


def fates(source_prefix: str = "") -> list[Fate]:
    """Count the current versions of what was delivered by state and reason; what was enclosed in it is not counted."""
    delivered = DocumentVersion.objects.current().filter(document__parent=None)
    rows = delivered.filter(document__entry__source_id__startswith=source_prefix)
    counted = rows.values_list("state", "reason_code").annotate(number=Count("id")).order_by("state", "reason_code")
    return [Fate(state, reason, number) for state, reason, number in counted]


def public_versions() -> Iterator[DocumentVersion]:
    """Yield what is public now, with what it was published as."""
    rows = DocumentVersion.objects.filter(state=State.PUBLIC).select_related(
        "rendition", "publication", "document__entry__case"
    )
    yield from rows.iterator(chunk_size=50)


def unproven() -> list[str]:
    """Name whatever is public, in rows, on the disk or in search, without a proof that holds; must be empty."""
    faults, documents = [], set()
    for version in public_versions():
        documents.add(version.document.uuid)
        rendition, publication = version.rendition, version.publication
        checks = rendition.proof["checks"]
        if publication is None or publication.rendition_sha256 != rendition.sha256 or publication.public_to:
            faults.append(f"{version.pk}: no standing publication of this rendition")
        if not rendition.is_proven or not checks or not all(check["holds"] for check in checks):
            faults.append(f"{version.pk}: the proof does not hold")
        if hashlib.sha256(read_rendition(rendition.sha256)).hexdigest() != rendition.proof["sha256"]:
            faults.append(f"{version.pk}: the file is not the one that was proven")
    searchable = Entry.objects.current().filter(source="records.document").values_list("uuid", flat=True)
    faults += [f"{uuid}: searchable but not public" for uuid in set(searchable) - documents]
    faults += [f"{uuid}: public but not searchable" for uuid in documents - set(searchable)]
    standing = Publication.objects.standing().count()
    return faults + [f"{standing} publications, {len(documents)} public documents"] * (standing != len(documents))


def public_texts(version: DocumentVersion) -> dict[str, str]:
    """Return all that anybody can read of a public document, by where it stands."""
    data = read_rendition(version.rendition.sha256)
    row = Entry.objects.get(uuid=version.document.uuid)
    pages = version.rendition.reading_text
    return {
        "reading text": "\n".join(piece[0] for page in pages for piece in pieces_of(page)),
        "picture": "\n".join(text_of(data, page["number"]) for page in pages if _shows_a_picture(page)),
        "pypdf": "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages),
        "pdfminer": extract_text(io.BytesIO(data)),
        "search rows": "\n".join([row.title, row.case_title, *row.pages.values_list("text", flat=True)]),
        "title": version.document.entry.public_title,
    }


def _shows_a_picture(page: Mapping[str, Any]) -> bool:
    """Whether a page is a picture or has one that says something; without a reader nothing can be read off it."""
    return is_available() and bool(page.get("is_picture") or page.get("picture"))


def findings_by_class(source_prefix: str = "") -> dict[str, int]:
    """Count what the detector found in the current versions."""
    rows = Finding.objects.filter(
        version__is_current=True, version__document__entry__source_id__startswith=source_prefix
    )
    return dict(rows.values_list("pii_class").annotate(number=Count("id")).order_by("pii_class"))


def megabytes_read(source_prefix: str = "") -> float:
    """Return the size of the text that was screened."""
    pages = Page.objects.filter(version__document__entry__source_id__startswith=source_prefix)
    return sum(len(text.encode()) for text in pages.values_list("text", flat=True).iterator()) / 1e6


def rarest_word(text: str, common: Counter[str]) -> str:
    """Return the longest of the words that the fewest documents hold, or nothing."""
    words = set(WORD.findall(text.lower()))
    return min(words, key=lambda word: (common[word], -len(word), word), default="")


def word_counts(texts: Iterable[str]) -> Counter[str]:
    """Count in how many texts each word stands."""
    return Counter(word for text in texts for word in set(WORD.findall(text.lower())))


def is_found(word: str, version: DocumentVersion) -> bool:
    """Tell whether a search for a word shows a document among the first results."""
    for page in range(1, PAGES_LOOKED_THROUGH + 1):
        hits = search.search(search.Request(text=word, page=page)).hits
        if any(hit.uuid == version.document.uuid for hit in hits):
            return True
    return False
