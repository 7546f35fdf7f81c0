"""How the audit log points at records."""

from torvet.modules.records.models import (
    Case,
    Delivery,
    Document,
    DocumentVersion,
    JournalEntry,
    Official,
    PublicationStop,
    RobotRun,
)
from torvet.shared.organisation.api import Ref

Thing = Case | Delivery | Document | DocumentVersion | JournalEntry | Official | PublicationStop | RobotRun


def ref_to(thing: Thing) -> Ref:
    """Return a pointer without title: titles may hold personal data."""
    kind = {
        Case: "case",
        Delivery: "delivery",
        Document: "document",
        DocumentVersion: "version",
        JournalEntry: "entry",
        Official: "official",
        PublicationStop: "stop",
        RobotRun: "robot-run",
    }[type(thing)]
    return Ref(module="records", kind=kind, uuid=thing.uuid, title="")
