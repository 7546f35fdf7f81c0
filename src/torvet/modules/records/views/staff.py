"""Pages for the records officer: what stopped, why, and what can be done about it."""

from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from torvet.modules.records.actions.publishing import retry as retry_document
from torvet.modules.records.actions.withdrawing import withdraw_document
from torvet.modules.records.forms import WithdrawForm
from torvet.modules.records.models import Document, DocumentVersion
from torvet.modules.records.models.publication import WithdrawalReason
from torvet.modules.records.pages.copies import copies_table
from torvet.modules.records.pages.journal import fate_of, journal_page, quarantine_table, versions_in
from torvet.modules.records.policy import grounds_on
from torvet.modules.records.rules import RuleViolation
from torvet.shared.identity.api import Actor, Permission, actor_of, requires


def _officer(request: HttpRequest) -> Actor:
    """Return who is logged in; `requires` has seen to it that somebody is."""
    actor = actor_of(request)
    if actor is None:
        raise Http404
    return actor


def _page_number(request: HttpRequest) -> int:
    text = request.GET.get("side", "1")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 1


def _version(actor: Actor, permission: Permission, slug: str) -> DocumentVersion:
    version = versions_in(actor.departments(permission)).filter(document__slug=slug).first()
    if version is None:
        raise Http404
    return version


@requires(Permission.SEE_JOURNAL)
@require_safe
def journal(request: HttpRequest) -> HttpResponse:
    """List documents by where they stand."""
    page = journal_page(
        departments=_officer(request).departments(Permission.SEE_JOURNAL),
        tab=request.GET.get("vis", ""),
        number=_page_number(request),
        now=timezone.now(),
    )
    return render(request, "records/journal.html", {"page": page})


@requires(Permission.SEE_JOURNAL)
@require_safe
def journal_document(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one document's way and what can be done."""
    actor = _officer(request)
    version = _version(actor, Permission.SEE_JOURNAL, slug)
    department = version.document.entry.case.department.code
    context = {
        "page": fate_of(version, now=timezone.now()),
        "copies": copies_table(version, departments=actor.departments(Permission.SEE_JOURNAL)),
        "may_withdraw": actor.may(Permission.WITHDRAW, department=department),
        "may_retry": actor.may(Permission.RETRY, department=department),
    }
    return render(request, "records/journal_document.html", context)


@requires(Permission.WITHDRAW)
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask why, then withdraw."""
    actor = _officer(request)
    version = _version(actor, Permission.WITHDRAW, slug)
    now = timezone.now()
    grounds = list(grounds_on(timezone.localdate(now)).values())
    form = WithdrawForm(request.POST or None, grounds=grounds)
    context = {"form": form, "page": fate_of(version, now=now)}
    if request.method != "POST":
        return render(request, "records/withdraw.html", context)
    if not form.is_valid():
        return render(request, "records/withdraw.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        withdraw_document(
            actor=actor,
            document=version.document,
            reason=WithdrawalReason(form.cleaned_data["reason"]),
            explanation=form.cleaned_data["explanation"],
            legal_ground=form.cleaned_data["legal_ground"],
            now=now,
        )
    except RuleViolation as error:
        form.add_error(None, error.message)
        return render(request, "records/withdraw.html", context, status=HTTPStatus.CONFLICT)
    messages.success(request, _("The document is withdrawn. A notice with the reason stands in its place."))
    return redirect("records:journal-document", slug)


@requires(Permission.RETRY)
@require_POST
def retry(request: HttpRequest, slug: str) -> HttpResponse:
    """Let a stopped document go through the line again."""
    actor = _officer(request)
    document = Document.objects.select_related("entry__case__department").filter(slug=slug).first()
    if document is None or not actor.may(Permission.RETRY, department=document.entry.case.department.code):
        raise Http404
    try:
        retry_document(actor=actor, document=document, now=timezone.now())
        messages.success(request, _("The document goes through the line again."))
    except RuleViolation as error:
        messages.error(request, error.message)
    seen = actor.may(Permission.SEE_JOURNAL, department=document.entry.case.department.code)
    return redirect("records:journal-document", slug) if seen else redirect("records:quarantine")


@requires(Permission.SEE_QUARANTINE)
@require_safe
def quarantine(request: HttpRequest) -> HttpResponse:
    """List what was refused in deliveries, and why."""
    listed, table = quarantine_table(_page_number(request))
    return render(request, "records/quarantine.html", {"listed": listed, "table": table})
