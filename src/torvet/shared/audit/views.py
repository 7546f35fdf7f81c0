"""The page of the log. Nothing can be done here: events are never changed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from torvet.shared.audit.pages import log_page
from torvet.shared.identity.api import Permission, actor_of, requires


@requires(Permission.SEE_AUDIT)
@require_safe
def log(request: HttpRequest) -> HttpResponse:
    """Show who did what, when and why, in the departments that the reader looks after."""
    actor = actor_of(request)
    within = actor.departments(Permission.SEE_AUDIT) if actor else ()
    page = log_page(request.GET, within=within, on=timezone.localdate())
    return render(request, "audit/log.html", {"page": page})
