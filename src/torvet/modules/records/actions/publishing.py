"""Letting things become public, once, when their time has come."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from torvet.modules.records.actions.withdrawing import supersede
from torvet.modules.records.fingerprints import fingerprint_of
from torvet.modules.records.hints import hint_version
from torvet.modules.records.listing import list_case, list_document
from torvet.modules.records.models import Case, Document, DocumentVersion, Publication, PublicationStop, State
from torvet.modules.records.policy import rule_pack_on
from torvet.modules.records.references import ref_to
from torvet.modules.records.rules import RuleViolation
from torvet.modules.records.steps import locked_version, move, tell
from torvet.shared.audit.api import record
from torvet.shared.identity.api import Actor, Permission


@transaction.atomic
def publish(*, actor: Actor, version_id: int, now: datetime) -> None:
    """Publish a proven version whose time has come; file, row and search entry stand or fall together.

    A version that is not proven, not current, or not due is left as it is; so is one that is public already, one whose
    mail is not public yet, one that was screened by older rules, and all of them while publication is stopped.
    """
    version = locked_version(version_id, State.PROVEN)
    if version is None or not version.is_current or version.release_at > now:
        return
    if not version.rendition.is_proven or not version.document.entry.case.is_public:
        return
    if not version.document.may_follow_parent or PublicationStop.objects.standing().exists():
        return
    if version.rule_pack != rule_pack_on(timezone.localdate(now)):
        return
    for earlier in Publication.objects.standing().filter(version__document=version.document):
        supersede(actor=actor, publication=earlier, now=now)
    boxes = list(version.redactions.order_by("pk").values_list("page_number", "x0", "y0", "x1", "y1", "label"))
    version.publication = Publication.objects.create(
        version=version,
        rendition_sha256=version.rendition.sha256,
        redactions_sha256=fingerprint_of([list(box) for box in boxes]),
        proof_sha256=fingerprint_of(version.rendition.proof),
        rule_pack=version.rule_pack,
        redaction_count=len(boxes),
        public_from=now,
    )
    move(version, State.PUBLIC, now)
    list_document(version)
    tell(actor, "records.publish", version, now, redactions=len(boxes))


@transaction.atomic
def list_due_cases(*, actor: Actor, now: datetime) -> int:
    """Let search know the cases whose waiting time is over, unless publication is stopped; returns how many."""
    if PublicationStop.objects.standing().exists():
        return 0
    due = list(Case.objects.select_for_update(of=("self",)).to_be_listed(now=now).select_related("department")[:200])
    for case in due:
        list_case(case)
        case.is_listed = True
        case.save(update_fields=["is_listed"])
        record(
            actor=actor,
            verb="records.list-case",
            subject=ref_to(case),
            now=now,
            department=case.department.code,
        )
    return len(due)


@transaction.atomic
def retry(*, actor: Actor, document: Document, now: datetime) -> None:
    """Let a failed or held document go through the line again from the start.

    Raises:
        RuleViolation: nothing stopped it.
        PermissionMissing: the actor may not do this in the case's department.
    """
    case = document.entry.case
    actor.demand(Permission.RETRY, department=case.department.code)
    version = (
        DocumentVersion.objects.select_for_update(of=("self",))
        .select_related("document__entry__case__department")
        .filter(document=document, is_current=True, state__in=[State.FAILED, State.HELD])
        .first()
    )
    if version is None:
        raise RuleViolation("not-stopped", _("Nothing stopped the document, so it cannot try again."))
    move(version, State.RECEIVED, now)
    hint_version(version.pk)
    tell(actor, "records.retry", version, now)
