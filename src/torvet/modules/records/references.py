"""How the audit log points at records."""

from torvet.modules.records.models import Case, Delivery, Document, DocumentVersion, JournalEntry, Official
from torvet.shared.organisation.api import Ref


def ref_to(thing: Case | Delivery | Document | DocumentVersion | JournalEntry | Official) -> Ref:
    """Return a pointer without title: titles may hold personal data."""
    kind = {
        Case: "case",
        Delivery: "delivery",
        Document: "document",
        DocumentVersion: "version",
        JournalEntry: "entry",
        Official: "official",
    }[type(thing)]
    return Ref(module="records", kind=kind, uuid=thing.uuid, title="")
