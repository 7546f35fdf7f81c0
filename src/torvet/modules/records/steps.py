"""How a version moves from state to state, for every action that moves one."""

from datetime import datetime

from torvet.modules.records.hints import hint_version
from torvet.modules.records.models import DocumentVersion, State
from torvet.modules.records.references import ref_to
from torvet.shared.audit.api import record
from torvet.shared.identity.api import Actor


def locked_version(version_id: int, expected: State) -> DocumentVersion | None:
    """Lock a version that is where it is expected; another worker may have been faster."""
    rows = DocumentVersion.objects.select_for_update(of=("self",)).select_related("document__entry__case__department")
    return rows.filter(pk=version_id, state=expected).first()


def move(
    version: DocumentVersion,
    state: State,
    now: datetime,
    *,
    code: str = "",
    detail: str = "",
    ground: str = "",
) -> None:
    """Put a version into a state, with the reason for it."""
    version.state = state
    version.state_at = now
    version.reason_code = code
    version.reason_detail = detail
    version.legal_ground = ground
    version.save()


def restart(version: DocumentVersion, release_at: datetime, now: datetime) -> None:
    """Examine the same bytes again: title, ground or case may have changed what becomes of them.

    What is public stays so, and what was withdrawn too.
    """
    if version.state in (State.PUBLIC, State.WITHDRAWN):
        return
    version.release_at = release_at
    move(version, State.RECEIVED, now)
    hint_version(version.pk)


def tell(actor: Actor, verb: str, version: DocumentVersion, now: datetime, **details: str | int) -> None:
    """Record what happened to a version in the audit log."""
    record(
        actor=actor,
        verb=verb,
        subject=ref_to(version),
        now=now,
        department=version.document.entry.case.department.code,
        legal_ground=version.legal_ground,
        details={"state": version.state, "code": version.reason_code, **details},
    )
