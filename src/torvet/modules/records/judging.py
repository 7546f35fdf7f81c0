"""What the rules say of a version as it was read: the facts gathered, the decision taken. Nothing is written here."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from torvet.modules.records.isolation import COULD_NOT_LOOK
from torvet.modules.records.models import DocumentVersion, Page, Withdrawal
from torvet.modules.records.models.publication import WithdrawalReason
from torvet.modules.records.policy import rules_on
from torvet.modules.records.rules import Decision, Facts, decide, uncovered_classes
from torvet.modules.records.screening import Hit, text_of
from torvet.pure.pii import PiiClass, sensitive_matters

# A withdrawal for one of these reasons says nothing against the next version, nor against a new search.
HARMLESS_WITHDRAWALS = (
    WithdrawalReason.SOURCE,
    WithdrawalReason.REPLACED,
    WithdrawalReason.WRONG_CASE,
    WithdrawalReason.NEW_RULES,
    WithdrawalReason.COPIES,
)
# A logo of 24 x 8 points covers this share of a page; anything smaller holds no words that can be read.
PICTURE_SHARE = 0.0004
# Clean scans are read with 90 and more, faxes with 70 to 80; below this about one word in five is wrong.
SURE_CONFIDENCE = 60.0
NAMES_SOMEBODY = (PiiClass.NAME, PiiClass.CPR)
UNREAD_PAGES, UNSEEN_PICTURES, LOW_CONFIDENCE = "needs-ocr", "unseen-pictures", "low-confidence"
WITHDRAWN_BEFORE = "withdrawn-before"


@dataclass(frozen=True)
class Judgement:
    """What becomes of a version, and what was noticed that the reading did not say."""

    decision: Decision
    noticed: tuple[str, ...]


def judge(version: DocumentVersion, pages: Sequence[Page], hits: Sequence[Hit], now: datetime) -> Judgement:
    """Ask the rules of the day what becomes of a version with these findings."""
    entry = version.document.entry
    noticed = tuple(dict.fromkeys([*_of_pictures(pages), *_matters(pages, hits), *_history(version)]))
    facts = Facts(
        case_type=entry.case.case_type,
        kle=entry.case.kle,
        document_type=entry.document_type,
        is_closed=entry.is_closed,
        legal_ground=entry.legal_ground,
        secrecy=entry.case.secrecy,
        pii_classes=frozenset(hit.pii_class for hit in hits),
        notices=frozenset([*(notice.partition(":")[0] for notice in version.notices), *version.hidden, *noticed]),
    )
    rules = rules_on(timezone.localdate(now))
    decision = decide(facts, rules)
    if decision.outcome in ("publish", "redact") and uncovered_classes(facts, rules):
        decision = Decision("hold", "finding-without-rule", "")
    return Judgement(decision, noticed)


def is_to_be_seen(page: Page) -> bool:
    """Tell whether a page has a picture that nobody has looked at yet."""
    return page.recognised_at is None and (page.needs_ocr or page.image_share > PICTURE_SHARE)


def _of_pictures(pages: Sequence[Page]) -> Iterator[str]:
    for page in pages:
        if page.needs_ocr and not page.seen_text.strip():
            yield UNREAD_PAGES
        elif is_to_be_seen(page) or page.confidence == COULD_NOT_LOOK:
            yield UNSEEN_PICTURES
        elif page.needs_ocr and (page.confidence or 0.0) < SURE_CONFIDENCE:
            yield LOW_CONFIDENCE


def _matters(pages: Sequence[Page], hits: Sequence[Hit]) -> Iterator[str]:
    """Matters that are told of somebody: of the writer, or of a person whom the text names close by."""
    people = [(hit.at, hit.at + len(hit.text)) for hit in hits if hit.pii_class in NAMES_SOMEBODY]
    yield from (found.matter.value for found in sensitive_matters(text_of(pages), people))


def _history(version: DocumentVersion) -> Iterator[str]:
    before = Withdrawal.objects.filter(publication__version__document=version.document)
    if before.exclude(reason__in=HARMLESS_WITHDRAWALS).exists():
        yield WITHDRAWN_BEFORE
