"""The front door: record an event, and say what verbs mean."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from torvet.shared.audit.models import Event
from torvet.shared.audit.words import add_verbs
from torvet.shared.identity.api import Actor
from torvet.shared.organisation.api import Ref

__all__ = ["AnonymousWrite", "OutsideTransaction", "add_verbs", "record"]


class AnonymousWrite(Exception):
    """Something was to be done by nobody in particular."""


class OutsideTransaction(Exception):
    """The event would not stand or fall with what it tells of."""


def record(
    *,
    actor: Actor | None,
    verb: str,
    subject: Ref,
    now: datetime,
    department: str = "",
    reason: str = "",
    legal_ground: str = "",
    details: Mapping[str, str | int | bool | None] | None = None,
) -> Event:
    """Add an event to the log, in the transaction that is open.

    `details` holds identifiers, counts and codes; never names, titles or text from a document.

    Raises:
        AnonymousWrite: there is no actor.
        OutsideTransaction: no transaction is open.
    """
    if actor is None:
        raise AnonymousWrite(verb)
    if not transaction.get_connection().in_atomic_block:
        raise OutsideTransaction(verb)
    event = Event(
        at=now,
        actor_kind=actor.kind,
        actor_account_id=actor.account_id,
        actor_name=actor.name,
        verb=verb,
        module=subject.module,
        kind=subject.kind,
        subject=subject.uuid,
        department=department,
        reason=reason,
        legal_ground=legal_ground,
        details=dict(details or {}),
    )
    event.save()
    return event
