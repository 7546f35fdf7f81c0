"""What search gets to know: only text of proven, public renditions, and public titles.

Joins rows for showing; the actions decide when.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse

from torvet.modules.records.models import Case, DocumentVersion
from torvet.modules.records.models.case_file import CaseType
from torvet.modules.records.titles import public_title
from torvet.shared.search import api as search
from torvet.shared.search.api import Access, EntryText, PageText

# A covered passage leaves a mark in snippets, so that no sentence seems to say something else.
COVERED = "[…]"


def list_case(case: Case) -> None:
    """Tell search about a public case."""
    search.put(
        EntryText(
            uuid=case.uuid,
            source="records.case",
            url=reverse("records:case", args=[case.slug]),
            title=case.public_title,
            kind="building-case" if case.case_type == CaseType.BUILDING else "case",
            department=case.department.code,
            department_name=case.department.name,
            published_at=case.public_from,
            dated_on=case.opened_on,
            status=case.status,
            case=case.uuid,
            case_number=case.number,
            case_title=case.public_title,
            identifiers=_identifiers(case),
            pages=(PageText(1, "\n".join(filter(None, (case.summary, case.address)))),),
        )
    )


def _identifiers(case: Case) -> tuple[str, ...]:
    kle = "-".join(filter(None, (case.kle, case.facet)))
    bfe = f"BFE {case.bfe_number}" if case.bfe_number else ""
    cadastre = f"matr. {case.cadastre}" if case.cadastre else ""
    return tuple(filter(None, (case.number, kle, bfe, cadastre)))


def pieces_of(page: Mapping[str, Any]) -> list[Sequence[str]]:
    """Return all open and covered pieces of a page of reading text: its text, its pictures, its codes."""
    return [*page["pieces"], *page.get("picture", ()), *page.get("codes", ())]


def list_document(version: DocumentVersion) -> None:
    """Tell search about a public document."""
    entry = version.document.entry
    case = entry.case
    covered = version.publication.redaction_count
    search.put(
        EntryText(
            uuid=version.document.uuid,
            source="records.document",
            url=reverse("records:document", args=[version.document.slug]),
            title=public_title(version.document),
            kind="document",
            department=case.department.code,
            department_name=case.department.name,
            published_at=version.publication.public_from,
            dated_on=entry.document_date,
            status=case.status,
            document_type=entry.document_type,
            case=case.uuid,
            case_number=case.number,
            case_title=case.public_title,
            identifiers=(case.number, f"{case.number}-{entry.number}"),
            access=Access.PARTIAL if covered else Access.WHOLE,
            covered_count=covered,
            pages=tuple(
                PageText(page["number"], " ".join(piece[0] or COVERED for piece in pieces_of(page)))
                for page in version.rendition.reading_text
            ),
        )
    )
