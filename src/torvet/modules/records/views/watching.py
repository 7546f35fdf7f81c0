"""The robot's page, and what staff can do there: let it run, and lift a stop."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from torvet.modules.records.actions.watching import lift_stop as lift
from torvet.modules.records.forms import LiftStopForm
from torvet.modules.records.models import PublicationStop
from torvet.modules.records.pages.robot import robot_page, robot_values, stop_words
from torvet.modules.records.rules import RuleViolation
from torvet.modules.records.tasks import ask_for_robot
from torvet.modules.records.views.twins import answer
from torvet.shared.identity.api import Permission, actor_of, public, requires


@public
@require_safe
def robot(request: HttpRequest) -> HttpResponse:
    """Show what the robot tried and what was caught."""
    actor = actor_of(request)
    context = {
        "page": robot_page(),
        "may_run": actor is not None and actor.may(Permission.RUN_ROBOT),
        "may_lift": actor is not None and actor.may(Permission.LIFT_STOP),
    }
    return render(request, "records/robot.html", context)


@public
@require_safe
def robot_json(request: HttpRequest) -> HttpResponse:
    """The same for programs."""
    return answer(robot_values())


@requires(Permission.RUN_ROBOT)
@require_POST
def run_robot(request: HttpRequest) -> HttpResponse:
    """Let the robot attack soon."""
    ask_for_robot()
    messages.success(request, _("The robot goes to work. What it found stands here in some minutes."))
    return redirect("records:robot")


@requires(Permission.LIFT_STOP)
@require_http_methods(["GET", "HEAD", "POST"])
def lift_stop(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Ask why it is safe to go on, then lift the stop."""
    actor = actor_of(request)
    stop = PublicationStop.objects.standing().filter(uuid=uuid).first()
    if actor is None or stop is None:
        raise Http404
    form = LiftStopForm(request.POST or None)
    context = {"form": form, "stop": stop, "why": stop_words(stop)}
    if request.method != "POST":
        return render(request, "records/lift_stop.html", context)
    if not form.is_valid():
        return render(request, "records/lift_stop.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        lift(actor=actor, stop=stop, reason=form.cleaned_data["reason"], now=timezone.now())
    except RuleViolation as error:
        form.add_error(None, error.message)
        return render(request, "records/lift_stop.html", context, status=HTTPStatus.CONFLICT)
    messages.success(request, _("The stop is lifted. What waited becomes public in a moment."))
    return redirect("records:robot")
