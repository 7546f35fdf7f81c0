"""Log-in and log-out. A log-in starts a new session of at most eight hours; a log-out leaves nothing in the browser."""

from dataclasses import dataclass
from http import HTTPStatus

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from torvet.shared.identity.api import public
from torvet.shared.identity.forms import LogInForm
from torvet.shared.identity.models import Account, RoleAssignment
from torvet.shared.identity.roles import PERMISSION_TEXTS, role_by_code

LOCAL_BACKEND = "django.contrib.auth.backends.ModelBackend"
CLEAR_SITE_DATA = '"cache", "cookies", "storage"'


@dataclass(frozen=True)
class HeldRole:
    """A role of a demo person, in words."""

    name: str | Promise
    explanation: str | Promise
    department: str
    permissions: tuple[str | Promise, ...]


@dataclass(frozen=True)
class DemoPerson:
    """Somebody whom a visitor of the demo can log in as."""

    username: str
    name: str
    roles: tuple[HeldRole, ...]


@dataclass(frozen=True)
class LogInPage:
    """What the log-in page shows."""

    form: LogInForm
    goal: str
    demo_people: tuple[DemoPerson, ...]


@public
@sensitive_post_parameters("password")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def log_in(request: HttpRequest) -> HttpResponse:
    """Ask for user name and password; in a demo, one press logs in as one of the demo people."""
    goal = _goal(request)
    if request.user.is_authenticated and request.method != "POST":
        return redirect(goal)
    if request.method == "POST" and "demo" in request.POST:
        return _enter(request, _demo_account(request.POST["demo"]), goal)
    form = LogInForm(request, data=request.POST if request.method == "POST" else None)
    if form.is_valid():
        return _enter(request, form.get_user(), goal)
    page = LogInPage(form=form, goal=goal, demo_people=_demo_people())
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "identity/log_in.html", {"page": page}, status=status)


@public
@never_cache
@require_POST
def log_out(request: HttpRequest) -> HttpResponse:
    """End the session and have the browser forget what it kept of it."""
    logout(request)
    response = redirect(_front())
    response["Clear-Site-Data"] = CLEAR_SITE_DATA
    return response


def _enter(request: HttpRequest, account: Account, goal: str) -> HttpResponse:
    login(request, account, backend=LOCAL_BACKEND)  # cycles the session key
    request.session.set_expiry(settings.SESSION_COOKIE_AGE)
    return redirect(goal)


def _goal(request: HttpRequest) -> str:
    """Return where the visitor was going, if that is on this site."""
    asked = request.POST.get("next") or request.GET.get("next") or ""
    is_ours = url_has_allowed_host_and_scheme(
        asked, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return asked if is_ours else _front()


def _front() -> str:
    """Return the front page in the language that is being read."""
    language = get_language() or settings.LANGUAGE_CODE
    return "/" if language == settings.LANGUAGE_CODE else f"/{language}/"


def _demo_account(username: str) -> Account:
    """Return a demo account; without the demo there are none."""
    account = Account.objects.filter(username=username, is_active=True, is_demo=True).first()
    if account is None or not settings.DEMO:
        raise Http404
    return account


def _demo_people() -> tuple[DemoPerson, ...]:
    if not settings.DEMO:
        return ()
    held: dict[Account, list[HeldRole]] = {
        account: [] for account in Account.objects.filter(is_demo=True, is_active=True)
    }
    rows = RoleAssignment.objects.valid_on(timezone.localdate()).filter(account__in=held)
    for row in rows.select_related("department", "account").order_by("pk"):
        held[row.account].append(_held_role(row))
    return tuple(DemoPerson(account.username, account.name, tuple(roles)) for account, roles in held.items())


def _held_role(row: RoleAssignment) -> HeldRole:
    role = role_by_code(row.role)
    return HeldRole(
        name=role.name,
        explanation=role.explanation,
        department=row.department.name if row.department else "",
        permissions=tuple(text for permission, text in PERMISSION_TEXTS.items() if permission in role.permissions),
    )
