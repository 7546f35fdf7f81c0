"""Keeping what pages look like, and giving copies of a page the same covers.

What is covered on one copy is covered on the other. Where two cases speak against each other about the same words
(public here, covered there), both documents stop, and an officer is told which two, never which words.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from torvet.modules.records.actions.renewing import withdraw_and_hold
from torvet.modules.records.copies import Copy, Spot, bare_spots, copies_of, covered_words, main_text, picture_bands
from torvet.modules.records.copies import stays_public as is_public
from torvet.modules.records.hints import hint_version
from torvet.modules.records.knowledge import Knowledge, knowledge_of, with_correspondent
from torvet.modules.records.models import DocumentVersion, Finding, Page, PageBand, PageFingerprint, State
from torvet.modules.records.models.examination import FindingState
from torvet.modules.records.models.publication import WithdrawalReason
from torvet.modules.records.policy import rules_on
from torvet.modules.records.steps import move, tell
from torvet.pure.likeness import bands, minhash, shingles, text_sha256
from torvet.shared.identity.api import Actor

CONFLICT = "hold-conflicting-copies"
EXPLANATION = "En anden udgave af samme side var dækket anderledes."
FROM_COPY = "copy"
WAITING = (State.SCREENED, State.PROVEN)


@transaction.atomic
def keep_fingerprints(
    *, actor: Actor, version_id: int, now: datetime, pictures: Mapping[int, int] | None = None
) -> None:
    """Store what each page of a version looks like: its words, and the hash of its picture where one is given.

    `pictures` holds `likeness.picture_hash` by page number; a page that is not in it keeps the one it has.
    """
    version = DocumentVersion.objects.select_related("document__entry__case__department").get(pk=version_id)
    kept = dict(version.fingerprints.values_list("page_number", "picture_hash")) | {
        number: _signed(picture) for number, picture in (pictures or {}).items() if picture
    }
    version.fingerprints.all().delete()
    for page in version.pages.order_by("number"):
        _keep_fingerprint(page, kept.get(page.number))
    tell(actor, "records.fingerprint", version, now)


def _signed(picture: int) -> int:
    """The column holds 64 bits with a sign."""
    return picture - (1 << 64) if picture >> 63 else picture


def _keep_fingerprint(page: Page, picture: int | None) -> None:
    text = main_text(page)
    signature = minhash(shingles(text))
    fingerprint = PageFingerprint.objects.create(
        version_id=page.version_id,
        page_number=page.number,
        text_sha256=text_sha256(text),
        minhash=list(signature),
        picture_hash=picture,
    )
    values = bands(signature) + (picture_bands(picture) if picture is not None else ())
    PageBand.objects.bulk_create(
        PageBand(fingerprint=fingerprint, band=band, value=value) for band, value in enumerate(values)
    )


@dataclass(frozen=True)
class _Side:
    """One of two documents that share a page: what it says, what is covered, and what its case knows."""

    version: DocumentVersion
    knowledge: Knowledge
    pages: Mapping[int, Page]
    findings: Mapping[int, list[Finding]]

    def covered(self, number: int) -> list[tuple[Finding, str]]:
        """Return what is covered on a page, with its words."""
        return covered_words(self.pages[number], self.findings[number])

    def bare(self, number: int, words: str) -> list[Spot]:
        """Return where the words stand uncovered on a page."""
        return bare_spots(words, self.pages[number], self.findings[number])

    def leaves(self, finding: Finding, words: str, number: int) -> bool:
        """Tell whether the case says that the words are public."""
        return is_public(words, finding.pii_class, self.pages[number], self.knowledge)


@dataclass(frozen=True)
class _Outcome:
    """What comparing gave: more to cover here, versions that conflict, and versions to be screened again."""

    proposals: list[Finding] = field(default_factory=list)
    conflicting: dict[int, DocumentVersion] = field(default_factory=dict)
    again: dict[int, DocumentVersion] = field(default_factory=dict)


@transaction.atomic
def compare_copies(*, actor: Actor, version_id: int, now: datetime) -> bool:
    """Cover on a screened version what its copies cover; return whether it may go on to be covered.

    A string that is covered on one side and stays on the other by the word of its case stops both sides. So does one
    that is covered here and stands open on a public copy elsewhere; a copy that is not public yet is screened again.
    """
    unlocked = DocumentVersion.objects.filter(pk=version_id, state=State.SCREENED).first()
    if unlocked is None:
        return False
    if not unlocked.fingerprints.exists():
        keep_fingerprints(actor=actor, version_id=version_id, now=now)
    copies = copies_of(unlocked)
    locked = _locked({version_id, *(copy.version.pk for copy in copies)})
    version = locked[version_id]
    if version.state != State.SCREENED:
        return False
    outcome = _compare(version, copies, locked)
    tell(
        actor,
        "records.compare",
        version,
        now,
        copies=len(copies),
        proposed=len(outcome.proposals),
        conflicts=len(outcome.conflicting),
    )
    return _apply(actor, version, outcome, now)


def _locked(version_ids: Iterable[int]) -> dict[int, DocumentVersion]:
    """Lock all of them in one order, so that two workers with the same copies wait and do not block each other."""
    rows = DocumentVersion.objects.select_for_update(of=("self",)).select_related("document__entry__case__department")
    return {version.pk: version for version in rows.filter(pk__in=version_ids).order_by("pk")}


def _compare(version: DocumentVersion, copies: Sequence[Copy], locked: Mapping[int, DocumentVersion]) -> _Outcome:
    sides: dict[int, _Side] = {}
    outcome = _Outcome()
    for copy in copies:
        for pk in (version.pk, copy.version.pk):
            if pk not in sides and pk in locked:
                sides[pk] = _side(locked[pk])
        here, there = sides[version.pk], sides.get(copy.version.pk)
        if there is None or copy.page_number_there not in there.pages:
            continue
        _take_covers(here, there, copy, outcome)
        if there.version.document_id != version.document_id:
            _give_covers(here, there, copy, outcome)
    return outcome


def _side(version: DocumentVersion) -> _Side:
    entry = version.document.entry
    findings: dict[int, list[Finding]] = defaultdict(list)
    for finding in version.findings.exclude(state=FindingState.OPEN).filter(page_number__isnull=False):
        findings[finding.page_number or 0].append(finding)
    return _Side(
        version=version,
        knowledge=with_correspondent(knowledge_of(entry.case), entry),
        pages={page.number: page for page in version.pages.defer("seen_words")},
        findings=findings,
    )


def _take_covers(here: _Side, there: _Side, copy: Copy, outcome: _Outcome) -> None:
    """Cover here what is covered there, unless this case says that it stays."""
    for finding, words in there.covered(copy.page_number_there):
        spots = here.bare(copy.page_number, words)
        if not spots:
            continue
        if not here.leaves(finding, words, copy.page_number):
            proposed = [_proposal(here.version, copy.page_number, spot, finding) for spot in spots]
            here.findings[copy.page_number].extend(proposed)
            outcome.proposals.extend(proposed)
        elif not there.leaves(finding, words, copy.page_number_there):
            outcome.conflicting[there.version.pk] = there.version


def _proposal(version: DocumentVersion, page_number: int, spot: Spot, source: Finding) -> Finding:
    return Finding(
        version=version,
        page_number=page_number,
        layer=spot.layer,
        start=spot.start,
        end=spot.end,
        pii_class=source.pii_class,
        score=source.score,
        reasons=[FROM_COPY],
        rule_pack=version.rule_pack,
        state=FindingState.ACCEPTED,
    )


def _give_covers(here: _Side, there: _Side, copy: Copy, outcome: _Outcome) -> None:
    """Stop or send back a copy that shows, or would show, what is covered here."""
    if there.version.state not in (State.PUBLIC, *WAITING):
        return
    for _finding, words in here.covered(copy.page_number):
        if there.bare(copy.page_number_there, words):
            stopped = outcome.conflicting if there.version.state == State.PUBLIC else outcome.again
            stopped[there.version.pk] = there.version


def _apply(actor: Actor, version: DocumentVersion, outcome: _Outcome, now: datetime) -> bool:
    if outcome.conflicting:
        _stop_both(actor, version, list(outcome.conflicting.values()), now)
        return False
    if {each.pii_class for each in outcome.proposals} - _covered_classes(now):
        move(version, State.HELD, now, code="finding-without-rule")
        return False
    Finding.objects.bulk_create(outcome.proposals)
    for other in outcome.again.values():
        move(other, State.EXTRACTED, now)
        hint_version(other.pk)
    return True


def _covered_classes(now: datetime) -> set[str]:
    return {rule.pii_class for rule in rules_on(timezone.localdate(now)) if rule.pii_class}


def _stop_both(actor: Actor, version: DocumentVersion, others: Sequence[DocumentVersion], now: datetime) -> None:
    move(version, State.HELD, now, code=CONFLICT, detail=_numbers(others))
    tell(actor, "records.hold", version, now)
    for other in others:
        if other.state == State.PUBLIC:
            withdraw_and_hold(
                actor=actor,
                version=other,
                reason=WithdrawalReason.COPIES,
                explanation=EXPLANATION,
                legal_ground="",
                code=CONFLICT,
                detail=_numbers([version]),
                now=now,
            )
        elif other.state in WAITING:
            move(other, State.HELD, now, code=CONFLICT, detail=_numbers([version]))
            tell(actor, "records.hold", other, now)


def _numbers(versions: Iterable[DocumentVersion]) -> str:
    entries = (version.document.entry for version in versions)
    return ", ".join(sorted({f"{entry.case.number}-{entry.number}" for entry in entries}))[:300]
