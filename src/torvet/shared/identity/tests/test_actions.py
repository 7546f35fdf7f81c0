"""Accounts and roles: made by the system only, written down each time, in force by the day."""

from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from torvet.shared.identity import ports
from torvet.shared.identity.actions import NoSuchDepartment, create_account, end_role, give_role
from torvet.shared.identity.api import (
    Actor,
    ActorKind,
    Grant,
    Permission,
    PermissionMissing,
    actor_for,
    system_actor,
)
from torvet.shared.identity.models import Account, RoleAssignment
from torvet.shared.identity.roles import CASEWORKER, OPERATOR, RECORDS_OFFICER, ROLES
from torvet.shared.identity.tests.builders import LONG_AGO, NOW, PASSWORD, build_account

pytestmark = pytest.mark.usefixtures("departments")

SYSTEM = system_actor("tests")
TODAY = date(2027, 3, 1)


def test_an_account_keeps_no_readable_password() -> None:
    account = build_account()
    assert account.check_password(PASSWORD)
    assert PASSWORD not in account.password


@pytest.mark.parametrize("role", ROLES)
def test_no_role_may_make_accounts_or_give_roles(role: object) -> None:
    everything = frozenset(Grant(permission, None) for permission in role.permissions)  # type: ignore[attr-defined]
    actor = Actor(kind=ActorKind.ACCOUNT, name="Rikke", account_id=1, grants=everything)
    account = build_account()
    with pytest.raises(PermissionMissing):
        create_account(actor=actor, username="x", name="X", password=PASSWORD, now=NOW)
    with pytest.raises(PermissionMissing):
        give_role(actor=actor, account=account, role=OPERATOR, department=None, valid_from=TODAY, now=NOW)


def test_a_role_holds_in_its_department_and_no_other() -> None:
    account = build_account(role=RECORDS_OFFICER, department="tm")
    actor = actor_for(account, on=TODAY)
    assert actor.may(Permission.WITHDRAW, department="tm")
    assert not actor.may(Permission.WITHDRAW, department="bs")
    assert actor.departments(Permission.WITHDRAW) == ["tm"]


def test_a_role_without_a_department_holds_everywhere() -> None:
    actor = actor_for(build_account(role=RECORDS_OFFICER), on=TODAY)
    assert actor.may(Permission.WITHDRAW, department="bs")
    assert actor.departments(Permission.WITHDRAW) is None


def test_an_ended_role_gives_nothing_from_that_day() -> None:
    account = build_account(role=CASEWORKER, department="tm")
    end_role(actor=SYSTEM, assignment=RoleAssignment.objects.get(), on=TODAY, now=NOW)
    assert actor_for(account, on=TODAY - timedelta(1)).grants
    assert not actor_for(account, on=TODAY).grants


@pytest.mark.parametrize("ended_on", [LONG_AGO, LONG_AGO - timedelta(1)])
def test_a_role_taken_back_at_once_was_never_in_force(ended_on: date) -> None:
    account = build_account(role=CASEWORKER)
    end_role(actor=SYSTEM, assignment=RoleAssignment.objects.get(), on=ended_on, now=NOW)
    assert not actor_for(account, on=LONG_AGO).grants


def test_a_department_that_does_not_exist_is_refused() -> None:
    account = build_account()
    with pytest.raises(NoSuchDepartment):
        give_role(actor=SYSTEM, account=account, role=CASEWORKER, department="xx", valid_from=TODAY, now=NOW)


def test_nothing_is_done_that_nobody_writes_down(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ports, "_recorders", [])
    with pytest.raises(ports.NoRecorder):
        build_account()
    assert not Account.objects.exists()


def create(*words: str, password: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", StringIO(password + "\n"))
    call_command("account_create", *words, stdout=StringIO())


def test_the_command_makes_an_account_with_a_role(monkeypatch: pytest.MonkeyPatch) -> None:
    words = ("carl", "Carl Clausen", "--role", "caseworker", "--department", "tm")
    create(*words, password=PASSWORD, monkeypatch=monkeypatch)
    account = Account.objects.get(username="carl")
    assert account.check_password(PASSWORD)
    assert actor_for(account, on=timezone.localdate()).departments(Permission.SEE_JOURNAL) == ["tm"]


@pytest.mark.parametrize(
    ("words", "password"),
    [
        (("carl", "Carl"), "kort"),
        (("rikke", "Rikke igen"), PASSWORD),
        (("carl", "Carl", "--role", "caseworker", "--department", "xx"), PASSWORD),
    ],
    ids=["weak password", "taken name", "unknown department"],
)
def test_the_command_refuses_and_leaves_nothing(
    words: tuple[str, ...], password: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_account("rikke")
    with pytest.raises(CommandError):
        create(*words, password=password, monkeypatch=monkeypatch)
    assert not Account.objects.filter(username="carl").exists()
