"""The page of the log. Nothing can be done here: events are never changed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from torvet.shared.audit.pages import log_page
from torvet.shared.identity.api import Permission, requires


@requires(Permission.SEE_AUDIT)
@require_safe
def log(request: HttpRequest) -> HttpResponse:
    """Show who did what, when and why, in the whole municipality."""
    return render(request, "audit/log.html", {"page": log_page(request.GET, on=timezone.localdate())})
