"""Reading a version, looking at its pictures, and deciding what becomes of it."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from torvet.modules.records.actions.comparing import keep_fingerprints
from torvet.modules.records.actions.unpacking import take_parts
from torvet.modules.records.isolation import PageSeen, Reading
from torvet.modules.records.judging import judge
from torvet.modules.records.knowledge import knowledge_of, with_correspondent
from torvet.modules.records.models import DocumentVersion, Finding, Page, State
from torvet.modules.records.models.examination import FindingState
from torvet.modules.records.parts import StoredPart, fits
from torvet.modules.records.policy import rule_pack_on
from torvet.modules.records.rules import Decision
from torvet.modules.records.screening import Hit, screened
from torvet.modules.records.steps import locked_version, move, tell
from torvet.shared.identity.api import Actor

UNKNOWN = "\N{REPLACEMENT CHARACTER}"


@transaction.atomic
def keep_reading(
    *,
    actor: Actor,
    version_id: int,
    reading: Reading,
    drawn_sha256: str,
    parts: Sequence[StoredPart],
    now: datetime,
) -> None:
    """Store the pages that were read and make documents of the parts; the version is still not examined."""
    version = locked_version(version_id, State.RECEIVED)
    if version is None:
        return
    if not fits(version, len(parts)):
        move(version, State.FAILED, now, code="too-many-parts")
        tell(actor, "records.fail", version, now)
        return
    version.media_type = reading.media_type
    version.drawn_sha256 = drawn_sha256
    version.notices = list(reading.notices)
    version.hidden = dict(reading.hidden)
    version.pages.all().delete()
    Page.objects.bulk_create(
        Page(
            version=version,
            number=page.number,
            width_pt=page.width_pt,
            height_pt=page.height_pt,
            text=page.text.replace("\x00", UNKNOWN),
            needs_ocr=page.needs_ocr,
            image_share=page.image_share,
            codes=list(page.codes),
        )
        for page in reading.pages
    )
    move(version, State.EXTRACTED, now)
    take_parts(actor=actor, version=version, parts=parts, now=now)
    tell(actor, "records.read", version, now, pages=len(reading.pages))


@transaction.atomic
def keep_seen(*, actor: Actor, version_id: int, seen: Sequence[PageSeen], now: datetime) -> None:
    """Store what was read off the pictures of some pages; a page that says nothing was looked at all the same."""
    version = locked_version(version_id, State.EXTRACTED)
    if version is None:
        return
    for page in seen:
        version.pages.filter(number=page.number).update(
            seen_text=page.text.replace("\x00", UNKNOWN),
            seen_words=[list(word) for word in page.words],
            confidence=page.confidence,
            picture_hash=page.picture_hash,
            recognised_at=now,
        )
    tell(actor, "records.look", version, now, pages=len(seen))


@transaction.atomic
def screen(*, actor: Actor, version_id: int, now: datetime) -> None:
    """Search the pages for personal data and let the rules decide what becomes of the version."""
    version = locked_version(version_id, State.EXTRACTED)
    if version is None:
        return
    entry = version.document.entry
    pages = list(version.pages.order_by("number"))
    hits = screened(pages, with_correspondent(knowledge_of(entry.case), entry))
    version.rule_pack = rule_pack_on(timezone.localdate(now))
    version.findings.all().delete()
    Finding.objects.bulk_create(_row(version, hit) for hit in hits)
    shapes = {page.number: int(page.picture_hash, 16) for page in pages if page.picture_hash}
    keep_fingerprints(actor=actor, version_id=version.pk, now=now, pictures=shapes)
    judgement = judge(version, pages, hits, now)
    _apply(version, judgement.decision, now)
    tell(actor, "records.screen", version, now, findings=len(hits), rule=judgement.decision.rule)


def _row(version: DocumentVersion, hit: Hit) -> Finding:
    return Finding(
        version=version,
        page_number=hit.page_number,
        layer=hit.layer,
        start=hit.start,
        end=hit.end,
        pii_class=hit.pii_class,
        score=hit.score,
        reasons=list(hit.reasons),
        rule_pack=version.rule_pack,
        state=FindingState.ACCEPTED,
    )


def _apply(version: DocumentVersion, decision: Decision, now: datetime) -> None:
    match decision.outcome:
        case "publish" | "redact":
            move(version, State.SCREENED, now)
        case "hold":
            move(version, State.HELD, now, code=decision.rule)
        case _:
            move(version, State.WITHHELD, now, code=decision.rule, ground=decision.legal_ground)


@transaction.atomic
def fail(*, actor: Actor, version_id: int, expected: State, code: str, detail: str, now: datetime) -> None:
    """Note that a version could not be handled; it stays away from the public until somebody looks."""
    version = locked_version(version_id, expected)
    if version is None:
        return
    version.attempts += 1
    move(version, State.FAILED, now, code=code[:60], detail=detail[:300])
    tell(actor, "records.fail", version, now, attempts=version.attempts)
