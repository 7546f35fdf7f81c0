"""The JSON twin of each page: the same facts for programs."""

from datetime import date, datetime
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from torvet.modules.records.pages.case import CasePage, case_page
from torvet.modules.records.pages.document import DocumentPage, document_page
from torvet.modules.records.pages.front import front_page
from torvet.modules.records.pages.rows import DocumentRow
from torvet.modules.records.views.finding import Gone, public_case, public_version
from torvet.shared.identity.api import public


def answer(value: dict[str, Any], *, status: int = HTTPStatus.OK) -> HttpResponse:
    """Give JSON with Danish letters as they are, for every other site's programs to read."""
    response = JsonResponse(value, status=status, json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Access-Control-Allow-Origin"] = "*"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def _moment(value: datetime | date | None) -> str | None:
    if isinstance(value, datetime):
        return timezone.localtime(value).isoformat()
    return value.isoformat() if value else None


@public
@require_safe
def front_json(request: HttpRequest) -> HttpResponse:
    """What the front page shows."""
    page = front_page(now=timezone.now())
    return answer(
        {
            "open_documents": page.open_documents,
            "open_cases": page.open_cases,
            "opened_today": page.opened_today,
            "waiting": page.waiting,
            "next_opening_at": _moment(page.next_opening_at),
            "newest": [
                {
                    "title": each.title,
                    "url": request.build_absolute_uri(each.url),
                    "dated_on": _moment(each.dated_on),
                }
                for each in page.newest
            ],
        }
    )


@public
@require_safe
def case_json(request: HttpRequest, slug: str) -> HttpResponse:
    """What the page of a case shows."""
    now = timezone.now()
    return answer(_case(request, case_page(public_case(slug, now=now), now=now)))


def _case(request: HttpRequest, page: CasePage) -> dict[str, Any]:
    case = page.case
    return {
        "uuid": str(case.uuid),
        "number": case.number,
        "title": case.public_title,
        "summary": case.summary,
        "type": case.case_type,
        "status": case.status,
        "department": case.department.code,
        "kle": case.kle,
        "opened_on": _moment(case.opened_on),
        "closed_on": _moment(case.closed_on),
        "address": case.address,
        "cadastre": case.cadastre,
        "bfe_number": case.bfe_number,
        "url": request.build_absolute_uri(page.url),
        "updated_at": _moment(page.updated_at),
        "waiting_count": page.waiting_count,
        "next_opening_at": _moment(page.next_opening_at),
        "documents": [_row(request, row) for row in page.rows],
    }


def _row(request: HttpRequest, row: DocumentRow) -> dict[str, Any]:
    return {
        "number": row.number,
        "title": str(row.title),
        "type": str(row.document_type),
        "direction": row.direction,
        "dated_on": _moment(row.dated_on),
        "correspondent": str(row.correspondent),
        "state": row.state.value,
        "url": request.build_absolute_uri(row.url) if row.url else None,
        "page_count": row.page_count,
        "covered_count": row.covered_count,
        "legal_ground": row.ground_paragraph,
    }


@public
@require_safe
def document_json(request: HttpRequest, slug: str) -> HttpResponse:
    """What the page of a document shows, with its reading text."""
    now = timezone.now()
    try:
        version = public_version(slug, now=now)
    except Gone as gone:
        return gone_json(gone)
    return answer(_document(request, document_page(version, now=now), str(version.document.uuid)))


def gone_json(gone: Gone) -> HttpResponse:
    """Tell a program that the document was withdrawn, and why."""
    return answer(
        {
            "withdrawn_at": _moment(gone.publication.public_to),
            "public_from": _moment(gone.publication.public_from),
            "reason": gone.publication.withdrawal.reason if hasattr(gone.publication, "withdrawal") else "replaced",
        },
        status=HTTPStatus.GONE,
    )


def _document(request: HttpRequest, page: DocumentPage, uuid: str) -> dict[str, Any]:
    return {
        "uuid": uuid,
        "number": page.number,
        "title": page.title,
        "type": str(page.document_type),
        "direction": str(page.direction),
        "dated_on": _moment(page.dated_on),
        "correspondent": str(page.correspondent),
        "department": page.case.department.code,
        "case": {"number": page.case.number, "url": request.build_absolute_uri(page.case_url)},
        "public_from": _moment(page.public_from),
        "version": page.version_number,
        "covered_count": page.covered_count,
        "legal_grounds": [{"paragraph": each.paragraph, "count": each.count} for each in page.grounds],
        "sha256": page.sha256,
        "size_bytes": page.size_bytes,
        "page_count": page.page_count,
        "url": request.build_absolute_uri(page.url),
        "file_url": request.build_absolute_uri(page.file_url),
        "proof_url": request.build_absolute_uri(page.proof_url),
        "pages": [
            {
                "number": each.number,
                "paragraphs": [
                    "".join(part.text or f"[{part.label}]" for part in paragraph.passages)
                    for paragraph in each.everything
                ],
                "read_from_picture": each.is_picture,
            }
            for each in page.pages
        ],
        "enclosed_in": _row(request, page.parent) if page.parent else None,
        "enclosures": [_row(request, part) for part in page.parts],
        "hidden_content": [{"place": each.code, "count": each.count} for each in page.hidden],
    }


@public
@require_safe
def proof_json(request: HttpRequest, slug: str) -> HttpResponse:
    """The proof as it was stored, for `torvet records prove FILE --proof PROOF`."""
    try:
        version = public_version(slug, now=timezone.now())
    except Gone as gone:
        return gone_json(gone)
    return answer(version.rendition.proof)
