"""Taking things away from the public: by an officer, or because the source system says so."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from torvet.modules.records.files import erase_rendition
from torvet.modules.records.knowledge import knowledge_of, safe_title
from torvet.modules.records.models import (
    Case,
    Document,
    DocumentVersion,
    JournalEntry,
    Publication,
    Rendition,
    State,
    Withdrawal,
)
from torvet.modules.records.models.publication import WithdrawalReason
from torvet.modules.records.references import ref_to
from torvet.modules.records.rules import RuleViolation
from torvet.shared.audit.api import record
from torvet.shared.identity.api import Actor, Permission
from torvet.shared.search import api as search


@transaction.atomic
def withdraw_document(
    *,
    actor: Actor,
    document: Document,
    reason: WithdrawalReason,
    explanation: str,
    legal_ground: str,
    now: datetime,
) -> Withdrawal:
    """Take a public document out of page, file, index and feed, and leave a tombstone with a reason.

    Raises:
        RuleViolation: the document is not public now.
        PermissionMissing: the actor may not withdraw in the case's department.
    """
    case = document.entry.case
    actor.demand(Permission.WITHDRAW, department=case.department.code)
    publication = Publication.objects.select_for_update().standing().filter(version__document=document).first()
    if publication is None:
        raise RuleViolation("not-public", _("The document is not public, so it cannot be withdrawn."))
    version = publication.version
    _end(publication, version, State.WITHDRAWN, reason.value, now)
    withdrawal = Withdrawal.objects.create(
        publication=publication,
        reason=reason,
        explanation=safe_title(explanation, knowledge_of(case)),
        legal_ground=legal_ground,
        withdrawn_at=now,
        withdrawn_by=actor.name,
    )
    search.remove(document.uuid)
    record(
        actor=actor,
        verb="records.withdraw",
        subject=ref_to(document),
        now=now,
        department=case.department.code,
        reason=str(WithdrawalReason(reason).label),
        legal_ground=legal_ground,
        details={"publication": str(publication.uuid)},
    )
    return withdrawal


def _end(publication: Publication, version: DocumentVersion, state: State, reason_code: str, now: datetime) -> None:
    """Close the publication and erase what was shown; the file goes when the transaction stands."""
    publication.public_to = now
    publication.save(update_fields=["public_to"])
    version.state = state
    version.state_at = now
    version.reason_code = reason_code
    version.save(update_fields=["state", "state_at", "reason_code"])
    Rendition.objects.filter(version=version).update(reading_text=[], is_proven=False)
    transaction.on_commit(lambda: _erase_file(publication.rendition_sha256))


def _erase_file(sha256: str) -> None:
    """Erase a file that no standing publication shows; the same bytes may be public elsewhere."""
    still_needed = Rendition.objects.filter(sha256=sha256, is_proven=True).exists()
    if not still_needed:
        erase_rendition(sha256)


@transaction.atomic
def supersede(*, actor: Actor, publication: Publication, now: datetime) -> None:
    """End a publication because a newer version of the same document takes its place now."""
    _end(publication, publication.version, State.SUPERSEDED, "replaced", now)
    record(actor=actor, verb="records.supersede", subject=ref_to(publication.version), now=now)


@transaction.atomic
def withdraw_entry(
    *, actor: Actor, entry: JournalEntry, reason: WithdrawalReason, explanation: str, now: datetime
) -> None:
    """Withdraw whatever the entry shows or would show; versions on their way stop where they are."""
    for document in entry.documents.all():
        stop_document(
            actor=actor,
            document=document,
            reason=reason,
            explanation=explanation,
            legal_ground=entry.legal_ground,
            now=now,
        )
    record(
        actor=actor,
        verb="records.withdraw-entry",
        subject=ref_to(entry),
        now=now,
        department=entry.case.department.code,
        reason=str(WithdrawalReason(reason).label),
        legal_ground=entry.legal_ground,
    )


@transaction.atomic
def stop_document(
    *,
    actor: Actor,
    document: Document,
    reason: WithdrawalReason,
    explanation: str,
    legal_ground: str,
    now: datetime,
) -> None:
    """Withdraw what a document shows, if it does, and stop the version that is on its way."""
    if Publication.objects.standing().filter(version__document=document).exists():
        withdraw_document(
            actor=actor,
            document=document,
            reason=reason,
            explanation=explanation,
            legal_ground=legal_ground,
            now=now,
        )
    waiting = document.versions.filter(is_current=True).exclude(state__in=[State.WITHDRAWN, State.WITHHELD])
    if waiting.update(state=State.WITHDRAWN, state_at=now, reason_code=reason.value):
        record(
            actor=actor,
            verb="records.stop",
            subject=ref_to(document),
            now=now,
            department=document.entry.case.department.code,
            reason=str(WithdrawalReason(reason).label),
            legal_ground=legal_ground,
        )


@transaction.atomic
def withdraw_case(*, actor: Actor, case: Case, reason: WithdrawalReason, now: datetime) -> None:
    """Take a whole case away, because it became a case of a kind that is never public."""
    for entry in case.entries.all():
        withdraw_entry(actor=actor, entry=entry, reason=reason, explanation="", now=now)
    Case.objects.filter(pk=case.pk).update(is_public=False, is_listed=False)
    search.remove(case.uuid)
    record(
        actor=actor,
        verb="records.withdraw-case",
        subject=ref_to(case),
        now=now,
        department=case.department.code,
        reason=str(WithdrawalReason(reason).label),
    )


@transaction.atomic
def erase_withdrawn_files(*, actor: Actor, now: datetime) -> int:
    """Erase files of ended publications that a crash left behind; returns how many were looked at."""
    left = Withdrawal.objects.filter(file_erased_at=None).select_related("publication__version__document")[:500]
    for withdrawal in left:
        _erase_file(withdrawal.publication.rendition_sha256)
        withdrawal.file_erased_at = now
        withdrawal.save(update_fields=["file_erased_at"])
        record(
            actor=actor,
            verb="records.erase-file",
            subject=ref_to(withdrawal.publication.version),
            now=now,
        )
    return len(left)
