"""What can be done to accounts and roles. No role may: it is done by the system actor, on the command line."""

from datetime import date, datetime

from django.db import transaction

from torvet.shared.identity.api import Actor, Permission, PermissionMissing
from torvet.shared.identity.models import Account, RoleAssignment
from torvet.shared.identity.ports import record
from torvet.shared.identity.roles import Role
from torvet.shared.organisation.api import Ref
from torvet.shared.organisation.models import Unit

__all__ = ["NoSuchDepartment", "create_account", "end_role", "give_role"]


class NoSuchDepartment(Exception):
    """No department has that code on the day."""


@transaction.atomic
def create_account(
    *, actor: Actor, username: str, name: str, password: str, now: datetime, is_demo: bool = False
) -> Account:
    """Make an account with a local password.

    The password is taken as it is: who asks for it validates it. As a demo account, anybody may log in as it while
    the site runs as a demo.

    Raises:
        PermissionMissing: the actor may not make accounts.
    """
    _demand(actor)
    account = Account.objects.create_account(username=username, name=name, password=password, is_demo=is_demo)
    record(actor=actor, verb="identity.create-account", subject=_ref(account), now=now, details={"is_demo": is_demo})
    return account


@transaction.atomic
def give_role(
    *,
    actor: Actor,
    account: Account,
    role: Role,
    department: str | None,
    valid_from: date,
    valid_to: date | None = None,
    now: datetime,
) -> RoleAssignment:
    """Give the account a role in a department, by its code, or (None) in the whole municipality.

    Raises:
        NoSuchDepartment: no department has that code on the first day.
        PermissionMissing: the actor may not give roles.
    """
    _demand(actor)
    assignment = RoleAssignment.objects.create(
        account=account,
        role=role.code,
        department=_department(department, on=valid_from),
        valid_from=valid_from,
        valid_to=valid_to,
    )
    record(
        actor=actor,
        verb="identity.give-role",
        subject=_ref(account),
        now=now,
        department=department or "",
        details={"role": role.code, "from": valid_from.isoformat(), "to": valid_to.isoformat() if valid_to else None},
    )
    return assignment


@transaction.atomic
def end_role(*, actor: Actor, assignment: RoleAssignment, on: date, now: datetime) -> RoleAssignment:
    """End a role: from the day on, it gives nothing. One that has not begun yet never will.

    Raises:
        PermissionMissing: the actor may not end roles.
    """
    _demand(actor)
    locked = RoleAssignment.objects.select_for_update().get(pk=assignment.pk)
    locked.valid_to = max(on, locked.valid_from)
    locked.save(update_fields=["valid_to"])
    record(
        actor=actor,
        verb="identity.end-role",
        subject=_ref(locked.account),
        now=now,
        department=locked.department.code if locked.department else "",
        details={"role": locked.role, "on": locked.valid_to.isoformat()},
    )
    return locked


def _demand(actor: Actor) -> None:
    if not actor.may(Permission.MANAGE_ACCOUNTS):
        raise PermissionMissing(Permission.MANAGE_ACCOUNTS)


def _department(code: str | None, *, on: date) -> Unit | None:
    if code is None:
        return None
    unit = Unit.objects.valid_on(on).departments().filter(code=code).first()
    if unit is None:
        raise NoSuchDepartment(code)
    return unit


def _ref(account: Account) -> Ref:
    return Ref(module="identity", kind="account", uuid=account.uuid, title=account.username)
