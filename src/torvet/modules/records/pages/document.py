"""The page of a document: reading text, covered passages, proof, how to cite it; and the tombstone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from torvet.modules.records.models import Case, Document, DocumentVersion, LegalGround, Publication, Withdrawal
from torvet.modules.records.models.case_file import Direction, DocumentType
from torvet.modules.records.models.publication import WithdrawalReason
from torvet.modules.records.pages.hidden import HiddenContent, hidden_content
from torvet.modules.records.pages.reading_text import Mark, ReadingPage, reading_pages, unmarked
from torvet.modules.records.pages.rows import CORRESPONDENT_WORDS, DocumentRow, document_row
from torvet.modules.records.policy import grounds_on
from torvet.modules.records.titles import public_title
from torvet.shared.organisation.api import municipality
from torvet.shared.ui.formats import day


@dataclass(frozen=True)
class CoveredGround:
    """How many passages are covered for one reason."""

    words: str
    paragraph: str
    source_url: str
    count: int


@dataclass(frozen=True)
class DocumentPage:
    """All that the page of a public document shows."""

    title: str
    number: str
    case: Case
    case_url: str
    document_type: str | Promise
    direction: str | Promise
    dated_on: date
    correspondent: str | Promise
    department: str
    pages: tuple[ReadingPage, ...]
    page_count: int
    hit_count: int
    query: str
    grounds: tuple[CoveredGround, ...]
    covered_count: int
    version_number: int
    earlier_versions: int
    public_from: datetime
    sha256: str
    size_bytes: int
    url: str
    file_url: str
    proof_url: str
    json_url: str
    citation: str
    parent: DocumentRow | None
    parts: tuple[DocumentRow, ...]
    hidden: tuple[HiddenContent, ...]


@dataclass(frozen=True)
class Tombstone:
    """What stands where a withdrawn document stood."""

    reason: str | Promise
    explanation: str
    ground_words: str
    ground_paragraph: str
    public_from: datetime
    withdrawn_at: datetime
    case: Case | None


def document_page(version: DocumentVersion, *, now: datetime, query: str = "", mark: Mark = unmarked) -> DocumentPage:
    """Put the page of a public version together."""
    document = version.document
    entry = document.entry
    grounds = grounds_on(timezone.localdate(now))
    pages = reading_pages(version.rendition.reading_text, grounds, mark)
    covered: dict[str, int] = {}
    for code in version.redactions.values_list("legal_ground", flat=True):
        covered[code] = covered.get(code, 0) + 1
    return DocumentPage(
        title=public_title(document),
        number=f"{entry.case.number}-{entry.number}",
        case=entry.case,
        case_url=reverse("records:case", args=[entry.case.slug]),
        document_type=DocumentType(entry.document_type).label,
        direction=Direction(entry.direction).label,
        dated_on=entry.document_date,
        correspondent=_named(entry.correspondent_kind, entry.correspondent),
        department=entry.case.department.name,
        pages=pages,
        page_count=version.rendition.page_count,
        hit_count=sum(
            passage.is_marked for page in pages for paragraph in page.everything for passage in paragraph.passages
        ),
        query=query,
        grounds=tuple(
            CoveredGround(grounds[code].words, grounds[code].paragraph, grounds[code].source_url, count)
            for code, count in sorted(covered.items())
            if code in grounds
        ),
        covered_count=version.publication.redaction_count,
        version_number=version.number,
        earlier_versions=version.number - 1,
        public_from=version.publication.public_from,
        sha256=version.rendition.sha256,
        size_bytes=version.rendition.size_bytes,
        url=reverse("records:document", args=[document.slug]),
        file_url=reverse("records:document-file", args=[document.slug]),
        proof_url=reverse("records:proof", args=[document.slug]),
        json_url=reverse("records:document-json", args=[document.slug]),
        citation=_citation(version, now),
        parent=_row(document.parent, grounds) if document.parent else None,
        parts=tuple(row for part in _parts(document) if (row := _row(part, grounds))),
        hidden=hidden_content(version.hidden),
    )


def _named(kind: str, name: str) -> str | Promise:
    return name if kind in ("company", "association", "authority") else CORRESPONDENT_WORDS.get(kind, "")


def _citation(version: DocumentVersion, now: datetime) -> str:
    """Write how to refer to the document; a page is added by its address (#side-6)."""
    entry = version.document.entry
    return _("%(municipality)s: »%(title)s«, %(date)s, document %(number)s, version %(version)d. Seen %(seen)s.") % {
        "municipality": municipality().name,
        "title": public_title(version.document),
        "date": day(entry.document_date),
        "number": f"{entry.case.number}-{entry.number}",
        "version": version.number,
        "seen": day(timezone.localdate(now)),
    }


def _parts(document: Document) -> QuerySet[Document]:
    return document.parts.select_related("entry__case").order_by("part_number")


def _row(document: Document, grounds: Mapping[str, LegalGround]) -> DocumentRow | None:
    return document_row(document.entry, document, grounds)


def tombstone(publication: Publication, *, now: datetime, case: Case | None) -> Tombstone:
    """Put the tombstone of a publication together; the case is named only while it is public."""
    withdrawal = Withdrawal.objects.filter(publication=publication).first()
    ground = grounds_on(timezone.localdate(now)).get(withdrawal.legal_ground if withdrawal else "")
    return Tombstone(
        reason=WithdrawalReason(withdrawal.reason if withdrawal else WithdrawalReason.REPLACED).label,
        explanation=withdrawal.explanation if withdrawal else "",
        ground_words=ground.words if ground else "",
        ground_paragraph=ground.paragraph if ground else "",
        public_from=publication.public_from,
        withdrawn_at=publication.public_to or now,
        case=case,
    )
