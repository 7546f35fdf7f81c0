"""Finds what an address speaks of, for every view; what is not public is not found."""

from datetime import datetime

from django.http import Http404, HttpRequest, QueryDict

from torvet.modules.records.models import Case, Document, DocumentVersion, Publication, State


class Gone(Exception):
    """The document was public and was withdrawn."""

    def __init__(self, publication: Publication, case: Case | None) -> None:
        super().__init__()
        self.publication = publication
        self.case = case


def forget_query(request: HttpRequest) -> None:
    """Forget what was typed, so that no link on the page repeats it."""
    request.GET = QueryDict()
    request.META["QUERY_STRING"] = ""


def public_case(slug: str, *, now: datetime) -> Case:
    """Return a case that may be shown.

    Raises:
        Http404: there is none at that address, or it is not public.
    """
    case = Case.objects.public(now=now).select_related("department").filter(slug=slug).first()
    if case is None:
        raise Http404
    return case


def public_version(slug: str, *, now: datetime) -> DocumentVersion:
    """Return the public version of a document.

    Raises:
        Http404: there is no such document, or it never was public.
        Gone: it was withdrawn.
    """
    document = Document.objects.filter(slug=slug).first()
    if document is None:
        raise Http404
    versions = DocumentVersion.objects.select_related("document__entry__case__department", "publication", "rendition")
    version = versions.filter(document=document, state=State.PUBLIC).first()
    if version is not None and version.document.entry.case.is_public:
        return version
    last = Publication.objects.filter(version__document=document).order_by("-public_from").first()
    if last is None:
        raise Http404
    case = Case.objects.public(now=now).filter(pk=document.entry.case_id).first()
    raise Gone(last, case)
