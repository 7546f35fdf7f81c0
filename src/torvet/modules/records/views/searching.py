"""Search as a page, as JSON and as a feed. What visitors search for is not logged."""

from collections.abc import Mapping
from dataclasses import replace
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from torvet.modules.records.pages.search import Asked, SearchPage, asked, search_page
from torvet.modules.records.views.feeds import ENTRIES_MAX, FeedItem, atom
from torvet.modules.records.views.finding import forget_query
from torvet.modules.records.views.twins import answer as answer_json
from torvet.shared.identity.api import public
from torvet.shared.organisation.api import departments
from torvet.shared.search import api as search
from torvet.shared.search.api import Answer, Hit, Sort


def _department_names() -> Mapping[str, str]:
    return {each.code: each.name for each in departments(on=timezone.localdate())}


def _page(question: Asked, found: Answer) -> SearchPage:
    return search_page(question, found, departments=_department_names(), today=timezone.localdate())


def _status(found: Answer) -> HTTPStatus:
    return HTTPStatus.UNPROCESSABLE_ENTITY if found.refused else HTTPStatus.OK


@public
@require_safe
@vary_on_headers("HX-Request")
def search_view(request: HttpRequest) -> HttpResponse:
    """Show what a search found."""
    question = asked(request.GET)
    found = search.search(question.request)
    if found.refused:
        forget_query(request)
        question = asked(request.GET)
    return render(request, "records/search.html", {"page": _page(question, found)}, status=_status(found))


@public
@require_safe
def search_json(request: HttpRequest) -> HttpResponse:
    """Give what a search found, for programs."""
    question = asked(request.GET)
    found = search.search(question.request)
    if found.refused:
        return answer_json({"refused": found.refused.value}, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return answer_json(
        {
            "total": found.total,
            "page": found.page,
            "page_count": found.page_count,
            "reading": [{"kind": part.kind.value, "text": part.text} for part in found.reading],
            "notes": [note.value for note in found.notes],
            "suggestion": found.suggestion or None,
            "hits": [_hit(request, hit) for hit in found.hits],
            "facets": {facet.name.value: {value.code: value.count for value in facet.values} for facet in found.facets},
        }
    )


def _hit(request: HttpRequest, hit: Hit) -> dict[str, Any]:
    return {
        "uuid": str(hit.uuid),
        "kind": hit.kind,
        "title": hit.plain_title,
        "url": request.build_absolute_uri(hit.url),
        "dated_on": hit.dated_on.isoformat() if hit.dated_on else None,
        "published_at": hit.published_at.isoformat(),
        "department": hit.department,
        "type": hit.document_type or None,
        "status": hit.status or None,
        "case": {"number": hit.case.number, "title": hit.case.title} if hit.case else None,
        "covered_count": hit.covered_count,
        "pages": list(hit.found_on_pages),
        "snippets": [
            {"page": snippet.page, "text": "".join(piece.text for piece in snippet.pieces)} for snippet in hit.snippets
        ],
    }


@public
@require_safe
def search_atom(request: HttpRequest) -> HttpResponse:
    """Give the newest things that a search finds, as a feed."""
    question = asked(request.GET)
    found = search.search(replace(question.request, sort=Sort.NEWEST, page=1, page_size=ENTRIES_MAX))
    title = _("Search: %(query)s") % {"query": question.request.text} if question.request.text else _("Newest")
    if found.refused:
        return answer_json({"refused": found.refused.value}, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    items = [
        FeedItem(
            uuid=str(hit.uuid),
            title=hit.plain_title,
            url=hit.url,
            published_at=hit.published_at,
            summary=" · ".join(filter(None, (hit.department_name, hit.case.number if hit.case else ""))),
        )
        for hit in found.hits
    ]
    return atom(request, title, f"/soeg/{question.without('side')}", items)
