"""The page of background work: what waits, what failed and why, and letting it start again."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from torvet.shared.identity.api import Permission, actor_of, requires
from torvet.shared.worker.api import queue_state, retry_dead
from torvet.shared.worker.pages import status_page


@requires(Permission.SEE_WORK)
@require_safe
def status(request: HttpRequest) -> HttpResponse:
    """Show how background work stands."""
    return render(request, "worker/status.html", {"page": status_page(queue_state())})


@requires(Permission.SEE_WORK)
@require_POST
def retry(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Let a job that failed too often start again."""
    actor = actor_of(request)
    if actor is None or not retry_dead(uuid, actor):
        raise Http404
    messages.success(request, _("The job starts again within a second."))
    return redirect("worker:status")
