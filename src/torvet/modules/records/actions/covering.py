"""Covering what was found, and keeping the proof. No proof, no publication."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from torvet.modules.records.isolation import Covered
from torvet.modules.records.models import DocumentVersion, Redaction, Rendition, State
from torvet.modules.records.steps import locked_version, move, tell
from torvet.shared.identity.api import Actor

COVERS_KEPT = "covers_kept"


@transaction.atomic
def keep_covered(
    *, actor: Actor, version_id: int, finding_ids: Collection[int], covered: Covered, sha256: str, now: datetime
) -> None:
    """Store the rebuilt file's proof; without a proof that holds the version is held for a person.

    `finding_ids` are the findings that were covered. If the version has others now, it was screened again in the
    meantime: nothing is stored, and it is covered anew.
    """
    version = locked_version(version_id, State.SCREENED)
    if version is None or set(version.findings.values_list("pk", flat=True)) != set(finding_ids):
        return
    _keep_boxes(version, covered)
    Rendition.objects.update_or_create(
        version=version,
        defaults={
            "sha256": sha256,
            "size_bytes": len(covered.data),
            "page_count": covered.proof["page_count"],
            "is_proven": _may_be_shown(covered),
            "proof": covered.proof,
            "reading_text": list(covered.reading_text) if _may_be_shown(covered) else [],
            "made_at": now,
        },
    )
    if covered.untrusted:
        move(version, State.HELD, now, code="untrusted-text", detail=", ".join(covered.untrusted))
    elif covered.holds:
        move(version, State.PROVEN, now)
    else:
        failed = _failed_checks(covered.proof)
        code = "covers-not-kept" if failed == COVERS_KEPT else "proof-does-not-hold"
        move(version, State.HELD, now, code=code, detail=failed)
    tell(actor, "records.cover", version, now, boxes=len(covered.boxes))


def _may_be_shown(covered: Covered) -> bool:
    """A proof is worth nothing where the text that was screened need not be what the page shows."""
    return covered.holds and not covered.untrusted


def _keep_boxes(version: DocumentVersion, covered: Covered) -> None:
    version.redactions.all().delete()
    Redaction.objects.bulk_create(
        Redaction(
            version=version,
            page_number=box["page"],
            x0=box["x0"],
            y0=box["y0"],
            x1=box["x1"],
            y1=box["y1"],
            kind=box["kind"],
            label=box["label"],
            legal_ground=box["reason"],
        )
        for box in covered.boxes
    )


def _failed_checks(proof: Mapping[str, Any]) -> str:
    return ", ".join(check["name"] for check in proof["checks"] if not check["holds"])[:300]
