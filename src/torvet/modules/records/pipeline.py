"""Moves versions along: read, screen, cover, prove, publish. Each stage can run again without harm.

The state of the row says what is left to do, so a worker that is killed loses nothing: another one takes the row where
it stands. Work in the sandbox is done outside transactions; what it gave is stored only if the row still waits for it.
"""

from collections.abc import Callable, Mapping
from datetime import datetime

from django.utils import timezone

from torvet.modules.records.actions.covering import keep_covered
from torvet.modules.records.actions.examining import fail, keep_reading, screen
from torvet.modules.records.actions.publishing import publish
from torvet.modules.records.files import read_original, store_rendition
from torvet.modules.records.isolation import CoveredSpan, Refused, cover_document, read_document
from torvet.modules.records.knowledge import knowledge_of, with_correspondent
from torvet.modules.records.models import DocumentVersion, Finding, State
from torvet.modules.records.policy import rules_on
from torvet.pure.pii import PiiClass
from torvet.shared.identity.api import system_actor

WORKER = system_actor("Torvet")
# read, screen, cover, publish, and one to spare for a version that another worker moved in the meantime
STAGES_MAX = 5


def advance(version_id: int) -> State:
    """Move a version as far as it can go now, and return where it stands."""
    for _ in range(STAGES_MAX):
        version = DocumentVersion.objects.select_related("document__entry__case__department").get(pk=version_id)
        stage = STAGES.get(State(version.state))
        if stage is None or not version.is_current:
            break
        before = version.state
        stage(version, timezone.now())
        version.refresh_from_db(fields=["state"])
        if version.state == before:
            break
    return State(version.state)


def _read(version: DocumentVersion, now: datetime) -> None:
    try:
        reading = read_document(read_original(version.sha256))
    except Refused as error:
        _fail(version, error)
        return
    keep_reading(actor=WORKER, version_id=version.pk, reading=reading, now=now)


def _screen(version: DocumentVersion, now: datetime) -> None:
    screen(actor=WORKER, version_id=version.pk, now=now)


def _cover(version: DocumentVersion, now: datetime) -> None:
    entry = version.document.entry
    knowledge = with_correspondent(knowledge_of(entry.case), entry)
    findings = list(version.findings.order_by("page_number", "start"))
    texts = dict(version.pages.values_list("number", "text"))
    try:
        covered = cover_document(
            read_original(version.sha256),
            spans=_spans(findings, now),
            secrets=sorted({texts[each.page_number or 0][each.start : each.end] for each in findings}),
            known=knowledge.known,
            public=knowledge.public,
            title=entry.public_title,
        )
    except Refused as error:
        _fail(version, error)
        return
    sha256 = store_rendition(covered.data)
    keep_covered(actor=WORKER, version_id=version.pk, covered=covered, sha256=sha256, now=now)


def _spans(findings: list[Finding], now: datetime) -> list[CoveredSpan]:
    grounds = {rule.pii_class: rule.legal_ground for rule in rules_on(timezone.localdate(now)) if rule.pii_class}
    return [
        CoveredSpan(
            page=each.page_number or 0,
            start=each.start,
            end=each.end,
            label=PiiClass(each.pii_class).public_label,
            kind=each.pii_class,
            legal_ground=grounds[each.pii_class],
        )
        for each in findings
    ]


def _publish(version: DocumentVersion, now: datetime) -> None:
    publish(actor=WORKER, version_id=version.pk, now=now)


def _fail(version: DocumentVersion, error: Refused) -> None:
    fail(
        actor=WORKER,
        version_id=version.pk,
        expected=State(version.state),
        code=error.code,
        detail=error.detail,
        now=timezone.now(),
    )


STAGES: Mapping[State, Callable[[DocumentVersion, datetime], None]] = {
    State.RECEIVED: _read,
    State.EXTRACTED: _screen,
    State.SCREENED: _cover,
    State.PROVEN: _publish,
}
