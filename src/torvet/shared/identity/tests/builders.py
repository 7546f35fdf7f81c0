"""People and departments for tests, made by the same actions as real ones.

The cast: Rikke Runge (records officer), Carl Clausen (caseworker), Omar Operatør, Anna Auditor; departments `tm`
(Teknik og Miljø) and `bs` (Børn og Skole).
"""

from datetime import UTC, date, datetime

from torvet.shared.identity.actions import create_account, give_role
from torvet.shared.identity.api import system_actor
from torvet.shared.identity.models import Account
from torvet.shared.identity.roles import Role
from torvet.shared.organisation.models import Unit

LONG_AGO = date(2020, 1, 1)
NOW = datetime(2027, 3, 1, 6, 0, tzinfo=UTC)
PASSWORD = "gul cykel ved havnen"
DEPARTMENTS = {"tm": "Teknik og Miljø", "bs": "Børn og Skole"}


def build_department(code: str = "tm") -> Unit:
    """Make a department, or find it where it exists."""
    return Unit.objects.get_or_create(code=code, defaults={"name": DEPARTMENTS[code], "valid_from": LONG_AGO})[0]


def build_account(
    username: str = "rikke",
    *,
    name: str = "Rikke Runge",
    role: Role | None = None,
    department: str | None = None,
    is_demo: bool = False,
) -> Account:
    """Make an account, with a role if one is given."""
    actor = system_actor("tests")
    account = create_account(actor=actor, username=username, name=name, password=PASSWORD, now=NOW, is_demo=is_demo)
    if role:
        give_role(actor=actor, account=account, role=role, department=department, valid_from=LONG_AGO, now=NOW)
    return account
