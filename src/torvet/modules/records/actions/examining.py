"""Reading a version and deciding what becomes of it."""

from collections.abc import Sequence
from datetime import datetime
from itertools import accumulate

from django.db import transaction
from django.utils import timezone

from torvet.modules.records.isolation import Reading
from torvet.modules.records.knowledge import findings_in, knowledge_of, with_correspondent
from torvet.modules.records.models import DocumentVersion, Finding, Page, State, Withdrawal
from torvet.modules.records.models.examination import FindingState
from torvet.modules.records.models.publication import WithdrawalReason
from torvet.modules.records.policy import rules_on
from torvet.modules.records.rules import Decision, Facts, decide, uncovered_classes
from torvet.modules.records.steps import locked_version, move, tell
from torvet.pure.pii import RULE_PACK_VERSION, health_matters
from torvet.pure.pii import Finding as Hit
from torvet.shared.identity.api import Actor

PAGE_BREAK = "\n"
HEALTH = "health"
# A withdrawal for one of these reasons says nothing against the next version.
HARMLESS_WITHDRAWALS = (WithdrawalReason.SOURCE, WithdrawalReason.REPLACED, WithdrawalReason.WRONG_CASE)


@transaction.atomic
def keep_reading(*, actor: Actor, version_id: int, reading: Reading, now: datetime) -> None:
    """Store the pages that were read; the version is still not examined."""
    version = locked_version(version_id, State.RECEIVED)
    if version is None:
        return
    version.media_type = reading.media_type
    notices = list(reading.notices) + [f"hidden:{place}" for place in sorted({place for place, _ in reading.hidden})]
    version.notices = notices + (["needs-ocr"] if any(page.needs_ocr for page in reading.pages) else [])
    version.pages.all().delete()
    Page.objects.bulk_create(
        Page(
            version=version,
            number=page.number,
            width_pt=page.width_pt,
            height_pt=page.height_pt,
            text=page.text.replace("\x00", "\N{REPLACEMENT CHARACTER}"),
            needs_ocr=page.needs_ocr,
        )
        for page in reading.pages
    )
    move(version, State.EXTRACTED, now)
    tell(actor, "records.read", version, now, pages=len(reading.pages))


@transaction.atomic
def screen(*, actor: Actor, version_id: int, now: datetime) -> None:
    """Search the pages for personal data and let the rules decide what becomes of the version."""
    version = locked_version(version_id, State.EXTRACTED)
    if version is None:
        return
    entry = version.document.entry
    knowledge = with_correspondent(knowledge_of(entry.case), entry)
    pages = list(version.pages.order_by("number"))
    text = PAGE_BREAK.join(page.text for page in pages)
    hits = findings_in(text, knowledge)
    version.findings.all().delete()
    Finding.objects.bulk_create(_rows(version, pages, hits))
    version.rule_pack = RULE_PACK_VERSION
    version.notices = [each for each in version.notices if each != HEALTH] + [HEALTH] * bool(health_matters(text))
    decision = _decide(version, {hit.pii_class.value for hit in hits}, now)
    _apply(version, decision, now)
    tell(actor, "records.screen", version, now, findings=len(hits), rule=decision.rule)


def _rows(version: DocumentVersion, pages: Sequence[Page], hits: Sequence[Hit]) -> list[Finding]:
    """Map findings in the joined text back to pages; one that crosses a page break becomes one on each page."""
    starts = list(accumulate((len(page.text) + len(PAGE_BREAK) for page in pages), initial=0))
    rows = []
    for hit in hits:
        for page, begin in zip(pages, starts, strict=False):
            start, end = max(hit.start - begin, 0), min(hit.end - begin, len(page.text))
            if start < end:
                rows.append(_row(version, page, hit, start, end))
    return rows


def _row(version: DocumentVersion, page: Page, hit: Hit, start: int, end: int) -> Finding:
    return Finding(
        version=version,
        page_number=page.number,
        start=start,
        end=end,
        pii_class=hit.pii_class.value,
        score=hit.score,
        reasons=list(hit.reasons),
        rule_pack=RULE_PACK_VERSION,
        state=FindingState.ACCEPTED,
    )


def _decide(version: DocumentVersion, classes: set[str], now: datetime) -> Decision:
    entry = version.document.entry
    notices = {notice.removeprefix("hidden:").split(":")[0] for notice in version.notices}
    before = Withdrawal.objects.filter(publication__version__document=version.document)
    if before.exclude(reason__in=HARMLESS_WITHDRAWALS).exists():
        notices.add("withdrawn-before")
    facts = Facts(
        case_type=entry.case.case_type,
        kle=entry.case.kle,
        document_type=entry.document_type,
        is_closed=entry.is_closed,
        legal_ground=entry.legal_ground,
        secrecy=entry.case.secrecy,
        pii_classes=frozenset(classes),
        notices=frozenset(notices),
    )
    rules = rules_on(timezone.localdate(now))
    decision = decide(facts, rules)
    if decision.outcome in ("publish", "redact") and uncovered_classes(facts, rules):
        return Decision("hold", "finding-without-rule", "")
    return decision


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
