"""The roles, in words that an official can read.

A role is a set of permissions. It is given to a person for one department or for the whole municipality, from one
day to another. Visitors who are not logged in have no role: what they may see is public. `docs/permissions.md` is
generated from this file.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Permission(StrEnum):
    """What somebody may do. The value is module and verb."""

    SEE_JOURNAL = "records.see-journal"
    WITHDRAW = "records.withdraw"
    RETRY = "records.retry"
    SEE_QUARANTINE = "records.see-quarantine"
    RUN_ROBOT = "records.run-robot"
    LIFT_STOP = "records.lift-stop"
    SEE_AUDIT = "audit.see"
    SEE_WORK = "worker.see"
    MANAGE_ACCOUNTS = "identity.manage-accounts"


PERMISSION_TEXTS: dict[Permission, str | Promise] = {
    Permission.SEE_JOURNAL: _("See which documents wait, are held or have failed, and why"),
    Permission.WITHDRAW: _("Withdraw a published document, with a reason"),
    Permission.RETRY: _("Let a failed document go through the line again"),
    Permission.SEE_QUARANTINE: _("See what was refused in a delivery, and why"),
    Permission.RUN_ROBOT: _("Let the robot attack a shadow site now"),
    Permission.LIFT_STOP: _("Lift a stop of publication, with a reason"),
    Permission.SEE_AUDIT: _("See who did what, when and why"),
    Permission.SEE_WORK: _("See background work, failures and their reasons, and let a failed job start again"),
    Permission.MANAGE_ACCOUNTS: _("Make accounts, give roles and end them"),
}


@dataclass(frozen=True)
class Role:
    """A named set of permissions. Its words are not compared: a translated text has another hash in each language."""

    code: str
    name: str | Promise = field(compare=False)
    explanation: str | Promise = field(compare=False)
    permissions: frozenset[Permission]


RECORDS_OFFICER = Role(
    code="records-officer",
    name=_("Records officer"),
    explanation=_("Looks after what is published: sees what is held, withdraws, and lets failed documents try again."),
    permissions=frozenset(
        {
            Permission.SEE_JOURNAL,
            Permission.WITHDRAW,
            Permission.RETRY,
            Permission.SEE_QUARANTINE,
            Permission.RUN_ROBOT,
            Permission.LIFT_STOP,
        }
    ),
)
CASEWORKER = Role(
    code="caseworker",
    name=_("Caseworker"),
    explanation=_("Sees what became of the department's own documents."),
    permissions=frozenset({Permission.SEE_JOURNAL}),
)
OPERATOR = Role(
    code="operator",
    name=_("Operator"),
    explanation=_(
        "Keeps the machine running: background work, failures and quarantine. Publishes and withdraws nothing."
    ),
    permissions=frozenset({Permission.SEE_WORK, Permission.SEE_QUARANTINE, Permission.RETRY, Permission.RUN_ROBOT}),
)
AUDITOR = Role(
    code="auditor",
    name=_("Auditor"),
    explanation=_("Reads who did what and why. Changes nothing."),
    permissions=frozenset({Permission.SEE_AUDIT}),
)
ROLES: tuple[Role, ...] = (RECORDS_OFFICER, CASEWORKER, OPERATOR, AUDITOR)


def role_by_code(code: str) -> Role:
    """Return the role with the given code.

    Raises:
        KeyError: no role has that code.
    """
    return {role.code: role for role in ROLES}[code]
