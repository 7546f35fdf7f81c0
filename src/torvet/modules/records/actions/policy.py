"""Filling the tables of rules with the rows that Torvet is delivered with."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from torvet.modules.records.policy import TABLES, delivered_rows
from torvet.shared.audit.api import record
from torvet.shared.identity.api import Actor
from torvet.shared.organisation.api import Ref

POLICY = Ref(module="records", kind="policy", uuid=UUID(int=0), title="")


@transaction.atomic
def load_policy(*, actor: Actor, now: datetime) -> int:
    """Add the delivered rows that are missing, by code and first day; what is there is never changed."""
    added = 0
    for name, rows in delivered_rows().items():
        for row in rows:
            key = {"code": row["code"], "valid_from": row["valid_from"]}
            _, is_new = TABLES[name]._default_manager.get_or_create(**key, defaults=row)
            added += is_new
    if added:
        record(actor=actor, verb="records.load-policy", subject=POLICY, now=now, details={"rows": added})
    return added
