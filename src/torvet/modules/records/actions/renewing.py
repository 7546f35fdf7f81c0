"""Taking a public document away at once, and leaving it with an officer who can let it try again."""

from collections.abc import Iterable
from datetime import datetime
from typing import TypeVar

from django.db import transaction
from django.db.models import Max

from torvet.modules.records.actions.withdrawing import withdraw_document
from torvet.modules.records.models import DocumentVersion, Finding, Page, PageBand, PageFingerprint, State
from torvet.modules.records.models.publication import WithdrawalReason
from torvet.modules.records.steps import tell
from torvet.shared.identity.api import Actor

Row = TypeVar("Row", Page, Finding, PageFingerprint)


@transaction.atomic
def withdraw_and_hold(
    *,
    actor: Actor,
    version: DocumentVersion,
    reason: WithdrawalReason,
    explanation: str,
    legal_ground: str,
    code: str,
    detail: str,
    now: datetime,
) -> None:
    """Withdraw a public version, and hold the same file as a new version so that it can go through the line again.

    What was public stays told as it was: a version is public at most once. Where a newer version is on its way
    already, that one goes on and nothing more is held.

    Raises:
        RuleViolation: the document is not public now.
    """
    withdraw_document(
        actor=actor,
        document=version.document,
        reason=reason,
        explanation=explanation,
        legal_ground=legal_ground,
        now=now,
    )
    version.refresh_from_db()
    if version.is_current:
        tell(actor, "records.hold", _successor(version, code, detail, now), now)


def _successor(version: DocumentVersion, code: str, detail: str, now: datetime) -> DocumentVersion:
    DocumentVersion.objects.filter(pk=version.pk).update(is_current=False)
    last = DocumentVersion.objects.filter(document=version.document).aggregate(last=Max("number"))["last"]
    held = DocumentVersion.objects.create(
        document=version.document,
        number=last + 1,
        sha256=version.sha256,
        drawn_sha256=version.drawn_sha256,
        size_bytes=version.size_bytes,
        media_type=version.media_type,
        received_at=version.received_at,
        release_at=version.release_at,
        state=State.HELD,
        state_at=now,
        reason_code=code,
        reason_detail=detail,
        language=version.language,
        rule_pack=version.rule_pack,
        notices=version.notices,
        hidden=version.hidden,
    )
    _take_over(version, held)
    return held


def _take_over(version: DocumentVersion, held: DocumentVersion) -> None:
    """Let the new version know all that is known of the file, so that its copies are met while it waits."""
    bands = {each.page_number: list(each.bands.all()) for each in version.fingerprints.prefetch_related("bands")}
    Page.objects.bulk_create(_copied(version.pages.all(), held))
    Finding.objects.bulk_create(_copied(version.findings.all(), held))
    for fingerprint in _copied(version.fingerprints.all(), held):
        fingerprint.save()
        PageBand.objects.bulk_create(
            PageBand(fingerprint=fingerprint, band=each.band, value=each.value)
            for each in bands[fingerprint.page_number]
        )


def _copied(rows: Iterable[Row], held: DocumentVersion) -> list[Row]:
    copied = list(rows)
    for row in copied:
        row.pk, row.version = None, held
    return copied
