"""Files that lie in a document, each made a document of its own: what is attached to a mail, what a zip holds."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from torvet.modules.records.actions.withdrawing import stop_document
from torvet.modules.records.hints import hint_version
from torvet.modules.records.models import Document, DocumentVersion
from torvet.modules.records.models.publication import WithdrawalReason
from torvet.modules.records.parts import StoredPart, part_slug
from torvet.modules.records.references import ref_to
from torvet.modules.records.steps import restart
from torvet.shared.audit.api import record
from torvet.shared.identity.api import Actor


@transaction.atomic
def take_parts(*, actor: Actor, version: DocumentVersion, parts: Sequence[StoredPart], now: datetime) -> None:
    """Make the parts of a version documents; a part that a newer version no longer has is taken away."""
    for number, part in enumerate(parts, start=1):
        _take(version, number, part, now)
    for gone in version.document.parts.filter(part_number__gt=len(parts)):
        stop_document(
            actor=actor, document=gone, reason=WithdrawalReason.REPLACED, explanation="", legal_ground="", now=now
        )
    if parts:
        record(
            actor=actor,
            verb="records.unpack",
            subject=ref_to(version),
            now=now,
            department=version.document.entry.case.department.code,
            details={"files": len(parts)},
        )


def _take(version: DocumentVersion, number: int, part: StoredPart, now: datetime) -> None:
    document = _document(version.document, number, part.name)
    current = document.versions.filter(is_current=True).first()
    if current and current.sha256 == part.sha256:
        restart(current, version.release_at, now)
        return
    if current:
        document.versions.filter(pk=current.pk).update(is_current=False)
    taken = DocumentVersion.objects.create(
        document=document,
        number=(current.number + 1) if current else 1,
        sha256=part.sha256,
        size_bytes=part.size_bytes,
        received_at=now,
        release_at=version.release_at,
        state_at=now,
    )
    hint_version(taken.pk)


def _document(parent: Document, number: int, name: str) -> Document:
    document, _ = Document.objects.get_or_create(
        entry=parent.entry,
        source_id=f"part:{parent.uuid}:{number}",
        defaults={
            "parent": parent,
            "part_number": number,
            "slug": part_slug(parent, number),
            "file_name": name[:255],
            "is_main": False,
        },
    )
    return document
