"""What an officer sees of the copies of a document: where else its pages stand, and whether they are covered alike."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from torvet.modules.records.copies import Copy, bare_spots, copies_of, covered_words
from torvet.modules.records.models import DocumentVersion, Finding, Page, State
from torvet.modules.records.models.examination import FindingState
from torvet.modules.records.titles import public_title
from torvet.shared.ui import parts

DOCUMENTS_SHOWN = 50


def copies_table(version: DocumentVersion, *, departments: Collection[str] | None) -> parts.Table | None:
    """List the documents that share a page with a version; None if there are none.

    A title is told only where the officer may see it: in their own departments (None means all), or where it is public.
    """
    by_version: dict[int, list[Copy]] = defaultdict(list)
    for copy in copies_of(version):
        by_version[copy.version.pk].append(copy)
    if not by_version:
        return None
    columns = (
        parts.Column(_("Document"), parts.ColumnKind.TITLE),
        parts.Column(_("State")),
        parts.Column(_("Same pages")),
        parts.Column(_("Covers")),
    )
    groups = list(by_version.values())[:DOCUMENTS_SHOWN]
    rows = tuple(_row(version, copies, departments) for copies in groups)
    return parts.Table(_("Other editions of the same page"), columns, rows)


def _row(version: DocumentVersion, copies: Sequence[Copy], departments: Collection[str] | None) -> parts.Row:
    other = copies[0].version
    differ = _differ(version, copies)
    pages = ", ".join(str(number) for number in sorted({copy.page_number for copy in copies}))
    alike = _("%(percent)d %% alike") % {"percent": round(min(copy.similarity for copy in copies) * 100)}
    return parts.Row(
        (
            _document(version, other, departments),
            parts.Cell(State(other.state).label),
            parts.Cell(_("Page %(numbers)s") % {"numbers": pages}, sub=alike),
            parts.Cell(_("Covered differently") if differ else _("Covered alike")),
        ),
        parts.Kind.LATE if differ else parts.Kind.NEUTRAL,
    )


def _document(version: DocumentVersion, other: DocumentVersion, departments: Collection[str] | None) -> parts.Cell:
    document = other.document
    number = f"{document.entry.case.number}-{document.entry.number}"
    if document.pk == version.document_id:
        return parts.Cell(_("Version %(number)d of this document") % {"number": other.number}, sub=number)
    if departments is None or document.entry.case.department.code in departments:
        return parts.Cell(public_title(document), reverse("records:journal-document", args=[document.slug]), number)
    if other.state == State.PUBLIC:
        return parts.Cell(public_title(document), reverse("records:document", args=[document.slug]), number)
    elsewhere: str | Promise = _("A document in another department")
    return parts.Cell(elsewhere, sub=number)


def _differ(version: DocumentVersion, copies: Sequence[Copy]) -> bool:
    """Tell whether words that are covered on one page stand open on the other."""
    here, there = _contents(version), _contents(copies[0].version)
    pairs = [(here[copy.page_number], there[copy.page_number_there]) for copy in copies]
    return any(_shows(one, other) or _shows(other, one) for one, other in pairs)


def _contents(version: DocumentVersion) -> dict[int, tuple[Page, list[Finding]]]:
    findings: dict[int | None, list[Finding]] = defaultdict(list)
    for finding in version.findings.exclude(state=FindingState.OPEN):
        findings[finding.page_number].append(finding)
    return {page.number: (page, findings[page.number]) for page in version.pages.defer("seen_words")}


def _shows(covering: tuple[Page, list[Finding]], showing: tuple[Page, list[Finding]]) -> bool:
    return any(bare_spots(words, *showing) for _finding, words in covered_words(*covering))
