"""Moves versions along: read, look, screen, compare, cover, prove, publish. Each stage can run again without harm.

The state of the row says what is left to do, so a worker that is killed loses nothing: another one takes the row where
it stands. Work in the sandbox is done outside transactions; what it gave is stored only if the row still waits for it.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from django.utils import timezone

from torvet.modules.records.actions.comparing import compare_copies
from torvet.modules.records.actions.covering import keep_covered
from torvet.modules.records.actions.examining import fail, keep_reading, keep_seen, screen
from torvet.modules.records.actions.publishing import publish
from torvet.modules.records.files import read_original, store_original, store_rendition
from torvet.modules.records.hints import hint_version
from torvet.modules.records.isolation import (
    COULD_NOT_LOOK,
    CoveredSpan,
    PageLook,
    PageSeen,
    Refused,
    can_look,
    cover_document,
    look_at_pages,
    read_document,
)
from torvet.modules.records.judging import is_to_be_seen
from torvet.modules.records.knowledge import knowledge_of, with_correspondent
from torvet.modules.records.models import DocumentVersion, Finding, Layer, Page, State
from torvet.modules.records.parts import StoredPart
from torvet.modules.records.policy import rules_on
from torvet.pure.pii import PiiClass
from torvet.shared.identity.api import system_actor

WORKER = system_actor("Torvet")
# read, screen, cover, publish, and one to spare for a version that another worker moved in the meantime
STAGES_MAX = 5
# A page takes one to three seconds of the sandbox's sixty.
PAGES_AT_ONCE = 4
# Then other documents have their turn.
LOOKING_SECONDS = 60.0


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
    keep_reading(
        actor=WORKER,
        version_id=version.pk,
        reading=reading,
        drawn_sha256=store_original(reading.drawn) if reading.drawn else "",
        parts=[StoredPart(part.name, store_original(part.data), len(part.data)) for part in reading.parts],
        now=now,
    )


def _examine(version: DocumentVersion, now: datetime) -> None:
    """Look at the pictures first; a long document gives others their turn and goes on afterwards."""
    if can_look() and not _have_looked(version):
        hint_version(version.pk)
        return
    screen(actor=WORKER, version_id=version.pk, now=now)


def _have_looked(version: DocumentVersion) -> bool:
    stop_at = time.monotonic() + LOOKING_SECONDS
    waiting = [page for page in version.pages.order_by("number") if is_to_be_seen(page)]
    if not waiting:
        return True
    pdf = _pdf_of(version)
    for first in range(0, len(waiting), PAGES_AT_ONCE):
        seen = _look(pdf, waiting[first : first + PAGES_AT_ONCE])
        keep_seen(actor=WORKER, version_id=version.pk, seen=seen, now=timezone.now())
        if time.monotonic() > stop_at:
            return first + PAGES_AT_ONCE >= len(waiting)
    return True


def _look(pdf: bytes, pages: Sequence[Page]) -> Sequence[PageSeen]:
    """Look at some pages together; where that is too much, at each by itself, and give up on the one that resists."""
    try:
        return look_at_pages(pdf, [(page.number, page.needs_ocr) for page in pages])
    except Refused:
        if len(pages) == 1:
            return [PageSeen(pages[0].number, "", (), COULD_NOT_LOOK)]
        return [seen for page in pages for seen in _look(pdf, [page])]


def _pdf_of(version: DocumentVersion) -> bytes:
    return read_original(version.drawn_sha256 or version.sha256)


def _cover(version: DocumentVersion, now: datetime) -> None:
    if not compare_copies(actor=WORKER, version_id=version.pk, now=now):
        return
    entry = version.document.entry
    knowledge = with_correspondent(knowledge_of(entry.case), entry)
    findings = list(version.findings.order_by("page_number", "layer", "start"))
    pages = {page.number: page for page in version.pages.order_by("number")}
    try:
        covered = cover_document(
            _pdf_of(version),
            spans=_spans(findings, now),
            looks={page.number: _look_of(page) for page in pages.values() if page.recognised_at or page.codes},
            secrets=sorted({_said(pages[each.page_number or 0], each) for each in findings}),
            known=knowledge.known,
            public=knowledge.public,
            title=entry.public_title,
        )
    except Refused as error:
        _fail(version, error)
        return
    sha256 = store_rendition(covered.data)
    finding_ids = [finding.pk for finding in findings]
    keep_covered(actor=WORKER, version_id=version.pk, finding_ids=finding_ids, covered=covered, sha256=sha256, now=now)


def _look_of(page: Page) -> PageLook:
    return PageLook(page.seen_text, page.seen_words, page.codes, is_picture=page.needs_ocr)


def _said(page: Page, finding: Finding) -> str:
    match finding.layer:
        case Layer.CODE:
            return str(page.codes[finding.start]["text"])
        case Layer.SEEN:
            return page.seen_text[finding.start : finding.end]
        case _:
            return page.text[finding.start : finding.end]


def _spans(findings: list[Finding], now: datetime) -> list[CoveredSpan]:
    grounds = {rule.pii_class: rule.legal_ground for rule in rules_on(timezone.localdate(now)) if rule.pii_class}
    return [
        CoveredSpan(
            page=each.page_number or 0,
            layer=each.layer,
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
    State.EXTRACTED: _examine,
    State.SCREENED: _cover,
    State.PROVEN: _publish,
}
