"""Pages for reading: the front page, a case, a document, its file and its proof, the rules, the delivery format."""

from http import HTTPStatus
from importlib.resources import files

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from torvet.modules.records.files import read_rendition
from torvet.modules.records.models.case_file import Direction
from torvet.modules.records.pages.case import case_page
from torvet.modules.records.pages.document import document_page, tombstone
from torvet.modules.records.pages.front import front_page
from torvet.modules.records.pages.policy import policy_page
from torvet.modules.records.pages.proof import proof_page
from torvet.modules.records.pages.reading_text import Mark, unmarked
from torvet.modules.records.views.finding import Gone, forget_query, public_case, public_version
from torvet.shared.identity.api import public
from torvet.shared.search import api as search

SCHEMAS = ("delivery", "official", "case", "entry")
QUERY_LENGTH_MAX = 500


@public
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """Show what one can do here and what is new."""
    return render(request, "records/front.html", {"page": front_page(now=timezone.now())})


@public
@require_safe
def case(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a case with all its rows, the withheld ones too."""
    now = timezone.now()
    direction = request.GET.get("retning", "")
    if direction not in ("", *Direction.values):
        direction = ""
    page = case_page(public_case(slug, now=now), now=now, direction=direction)
    return render(request, "records/case.html", {"page": page})


@public
@require_safe
def document(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a document's reading text with covered passages, or the tombstone of one that was withdrawn."""
    now = timezone.now()
    try:
        version = public_version(slug, now=now)
    except Gone as gone:
        return _gone(request, gone)
    query = request.GET.get("q", "")[:QUERY_LENGTH_MAX]
    if search.holds_cpr(query):
        query = ""
        forget_query(request)
    page = document_page(version, now=now, query=query, mark=_marker(query))
    return render(request, "records/document.html", {"page": page})


def _marker(query: str) -> Mark:
    if not query:
        return unmarked
    mark = search.marker(query)
    return lambda text: ((piece.text, piece.is_marked) for piece in mark(text))


def _gone(request: HttpRequest, gone: Gone) -> HttpResponse:
    page = tombstone(gone.publication, now=timezone.now(), case=gone.case)
    return render(request, "records/tombstone.html", {"page": page}, status=HTTPStatus.GONE)


@public
@require_safe
def document_file(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the rebuilt file; its name is the address, which holds no title."""
    try:
        version = public_version(slug, now=timezone.now())
    except Gone as gone:
        return _gone(request, gone)
    response = HttpResponse(read_rendition(version.rendition.sha256), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{slug}.pdf"'
    response["ETag"] = f'"{version.rendition.sha256}"'
    # A withdrawal must reach everybody at once, so nobody keeps a copy without asking.
    response["Cache-Control"] = "no-cache"
    return response


@public
@require_safe
def proof(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what was checked before the document became public."""
    now = timezone.now()
    try:
        version = public_version(slug, now=now)
    except Gone as gone:
        return _gone(request, gone)
    return render(request, "records/proof.html", {"page": proof_page(version, now=now)})


@public
@require_safe
def policy(request: HttpRequest) -> HttpResponse:
    """Show the rules for what is published."""
    return render(request, "records/policy.html", {"page": policy_page(timezone.localdate())})


@public
@require_safe
def delivery_schema(request: HttpRequest, name: str) -> HttpResponse:
    """Give a JSON Schema of the delivery format."""
    if name not in SCHEMAS:
        raise Http404
    text = (files("torvet.modules.records.delivery") / "schemas" / f"{name}.schema.json").read_text("utf-8")
    return HttpResponse(text, content_type="application/schema+json")
