"""The front door: actors and what they may do."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone

from torvet.shared.identity.models import Account
from torvet.shared.identity.roles import Permission, role_by_code

__all__ = [
    "Access",
    "Actor",
    "ActorKind",
    "Grant",
    "Permission",
    "PermissionMissing",
    "actor_of",
    "public",
    "requires",
    "system_actor",
]

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


class ActorKind(StrEnum):
    """Who does something."""

    ACCOUNT = "account"
    SYSTEM = "system"


class PermissionMissing(Exception):
    """The actor may not do this, or not in this department."""


@dataclass(frozen=True)
class Grant:
    """A permission, for one department code or (None) everywhere."""

    permission: Permission
    department: str | None


@dataclass(frozen=True)
class Actor:
    """Whoever does something, with what they may do on that day."""

    kind: ActorKind
    name: str
    account_id: int | None = None
    grants: frozenset[Grant] = frozenset()

    def may(self, permission: Permission, *, department: str | None = None) -> bool:
        """Tell whether the actor may do this in the department (None: anywhere at all)."""
        if self.kind is ActorKind.SYSTEM:
            return True
        scopes = {grant.department for grant in self.grants if grant.permission == permission}
        return bool(scopes) if department is None else bool(scopes & {None, department})

    def demand(self, permission: Permission, *, department: str) -> None:
        """Refuse the actor who may not do this in the department.

        Raises:
            PermissionMissing: pages answer it with 404.
        """
        if not self.may(permission, department=department):
            raise PermissionMissing(permission)

    def departments(self, permission: Permission) -> Collection[str] | None:
        """Return the department codes where the actor may do this; None means all of them."""
        scopes = {grant.department for grant in self.grants if grant.permission == permission}
        if self.kind is ActorKind.SYSTEM or None in scopes:
            return None
        return sorted(scope for scope in scopes if scope)


class Access(StrEnum):
    """How a page is opened; every page says one (a test looks)."""

    PUBLIC = "public"
    SIGNED_IN = "signed-in"


def system_actor(name: str) -> Actor:
    """Return the actor for work that no person started, such as the nightly publication."""
    return Actor(kind=ActorKind.SYSTEM, name=name)


def actor_for(account: Account, *, on: date) -> Actor:
    """Return the actor for an account, with the grants in force on the day."""
    grants: set[Grant] = set()
    for row in account.role_assignments.valid_on(on).select_related("department"):
        scope = row.department.code if row.department else None
        grants |= {Grant(permission, scope) for permission in role_by_code(row.role).permissions}
    return Actor(kind=ActorKind.ACCOUNT, name=account.name, account_id=account.pk, grants=frozenset(grants))


def actor_of(request: HttpRequest) -> Actor | None:
    """Return the actor behind a request; None for a visitor who is not logged in."""
    if not isinstance(request.user, Account):
        return None
    return actor_for(request.user, on=timezone.localdate())


def public(view: View[P]) -> View[P]:
    """Declare a page that everybody may open."""
    view.access = Access.PUBLIC  # type: ignore[attr-defined]  # read by the permission matrix
    return view


def requires(permission: Permission) -> Callable[[View[P]], View[P]]:
    """Declare a page that needs a permission; others are asked to log in or get 404."""

    def declare(view: View[P]) -> View[P]:
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            actor = actor_of(request)
            if actor is None:
                return redirect_to_login(request.get_full_path())
            if not actor.may(permission):
                raise Http404
            try:
                return view(request, *args, **kwargs)
            except PermissionMissing as error:
                raise Http404 from error

        guarded.access = permission  # type: ignore[attr-defined]  # read by the permission matrix
        return guarded

    return declare
