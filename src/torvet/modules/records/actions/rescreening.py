"""New rules look back: what was screened by older rules is screened again, and what should not stand is taken away.

Withdrawn first and asked later: one new hit in what everybody can see withdraws the document in the transaction that
found it. It is held for an officer, who lets it try again and so has it covered anew.
"""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from torvet.modules.records.actions.renewing import withdraw_and_hold
from torvet.modules.records.copies import is_bare, layers_of
from torvet.modules.records.hints import hint_version
from torvet.modules.records.judging import judge
from torvet.modules.records.knowledge import Knowledge, findings_in, knowledge_of, safe_title, with_correspondent
from torvet.modules.records.listing import list_case, list_document, pieces_of
from torvet.modules.records.models import Case, DocumentVersion, Finding, JournalEntry, Layer, Page, State
from torvet.modules.records.models.examination import FindingState
from torvet.modules.records.models.publication import WithdrawalReason
from torvet.modules.records.policy import rule_pack_on, rules_on
from torvet.modules.records.references import ref_to
from torvet.modules.records.rules import Decision
from torvet.modules.records.screening import Hit, screened, text_of
from torvet.modules.records.steps import move, tell
from torvet.pure.pii import PiiClass
from torvet.shared.audit.api import record
from torvet.shared.identity.api import Actor

HOLD = "hold-new-rules"
EXPLANATION = "En nyere søgning fandt oplysninger, som skal dækkes til."
NEW_FINDING = "new-finding"


@transaction.atomic
def rescreen(*, actor: Actor, version_id: int, now: datetime) -> None:
    """Search a public version by today's rules; take it away if they would not publish it, or cover more.

    A version that is proven and waits for its time goes back to be screened. What today's rules have seen is left.
    """
    rows = DocumentVersion.objects.select_for_update(of=("self",)).select_related("document__entry__case__department")
    version = rows.filter(pk=version_id, state__in=[State.PUBLIC, State.PROVEN]).first()
    pack = rule_pack_on(timezone.localdate(now))
    if version is None or version.rule_pack == pack:
        return
    if version.state == State.PROVEN:
        move(version, State.EXTRACTED, now)
        hint_version(version.pk)
        tell(actor, "records.rescreen", version, now)
        return
    fault = _fault(version, now)
    if fault:
        _take_away(actor, version, fault, now)
    DocumentVersion.objects.filter(pk=version.pk).update(rule_pack=pack)
    version.refresh_from_db()
    tell(actor, "records.rescreen", version, now, rule=fault.rule if fault else "")


def _take_away(actor: Actor, version: DocumentVersion, fault: Decision, now: datetime) -> None:
    withdraw_and_hold(
        actor=actor,
        version=version,
        reason=WithdrawalReason.NEW_RULES,
        explanation=EXPLANATION,
        legal_ground=fault.legal_ground,
        code=HOLD,
        detail="",
        now=now,
    )


def _fault(version: DocumentVersion, now: datetime) -> Decision | None:
    """Return what today's rules have against the version, or nothing."""
    entry = version.document.entry
    knowledge = with_correspondent(knowledge_of(entry.case), entry)
    pages = list(version.pages.order_by("number"))
    findings = list(version.findings.exclude(state=FindingState.OPEN))
    hits = screened(pages, knowledge)
    decision = judge(version, pages, hits, now).decision
    if decision.outcome not in ("publish", "redact"):
        return decision
    news = [hit.pii_class for hit in hits if _is_uncovered(hit, pages, findings)]
    news += _seen_by_all(version, pages, findings, knowledge)
    return Decision("redact", NEW_FINDING, _ground_of(news[0], now)) if news else None


def _is_uncovered(hit: Hit, pages: Sequence[Page], findings: Sequence[Finding]) -> bool:
    """Tell whether a hit stands where nothing was found before."""
    before = [each for each in findings if (each.page_number, each.layer) == (hit.page_number, hit.layer)]
    if hit.layer == Layer.CODE:
        return hit.start not in {each.start for each in before}
    page = next(each for each in pages if each.number == hit.page_number)
    text = {str(layer): text for layer, text in layers_of(page)}[hit.layer]
    return is_bare(text, hit.start, hit.end, before)


def _seen_by_all(
    version: DocumentVersion, pages: Sequence[Page], findings: Sequence[Finding], knowledge: Knowledge
) -> list[str]:
    """Return the classes of what a search finds in the reading text, exactly as everybody sees it.

    A name or an address that the original shows and that was judged public there is no news here.
    """
    shown = "\n".join(
        "".join(piece[0] or f"[{piece[1]}]" for piece in pieces_of(page)) for page in version.rendition.reading_text
    )
    judged, covered = _plain(text_of(pages)), {_plain(words) for words in _words(pages, findings)}

    def is_news(pii_class: PiiClass, words: str) -> bool:
        return not pii_class.is_judged_by_context or words in covered or words not in judged

    found = findings_in(shown, knowledge)
    return [each.pii_class.value for each in found if is_news(each.pii_class, _plain(shown[each.start : each.end]))]


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _words(pages: Sequence[Page], findings: Sequence[Finding]) -> list[str]:
    texts = {(page.number, str(layer)): text for page in pages for layer, text in layers_of(page)}
    accepted = [each for each in findings if each.state == FindingState.ACCEPTED]
    return [texts.get((each.page_number or 0, each.layer), "")[each.start : each.end] for each in accepted]


def _ground_of(pii_class: str, now: datetime) -> str:
    rules = rules_on(timezone.localdate(now))
    return next((rule.legal_ground for rule in rules if rule.pii_class == pii_class), "")


@transaction.atomic
def retitle(*, actor: Actor, case_id: int, now: datetime) -> None:
    """Search the titles of a case and its entries, and its summary, by today's rules, and cover what they find.

    A file carries the title of its entry, so the public documents of a changed entry are withdrawn and held.
    """
    case = Case.objects.select_for_update(of=("self",)).select_related("department").get(pk=case_id)
    knowledge = knowledge_of(case)
    is_changed = _retitle_case(case, knowledge)
    entries = [entry for entry in case.entries.all() if _retitle_entry(entry, with_correspondent(knowledge, entry))]
    for entry in entries:
        for version in _public_versions(document__entry=entry):
            _take_away(actor, version, Decision("redact", NEW_FINDING, ""), now)
            DocumentVersion.objects.filter(pk=version.pk).update(rule_pack=rule_pack_on(timezone.localdate(now)))
    if is_changed:
        _tell_search(case)
    if is_changed or entries:
        record(
            actor=actor,
            verb="records.retitle",
            subject=ref_to(case),
            now=now,
            department=case.department.code,
            details={"entries": len(entries)},
        )


def _retitle_case(case: Case, knowledge: Knowledge) -> bool:
    before = case.public_title, case.summary
    case.public_title, case.summary = (safe_title(text, knowledge) for text in before)
    if (case.public_title, case.summary) == before:
        return False
    case.save(update_fields=["public_title", "summary"])
    return True


def _retitle_entry(entry: JournalEntry, knowledge: Knowledge) -> bool:
    title = safe_title(entry.public_title, knowledge)
    if title == entry.public_title:
        return False
    entry.public_title = title
    entry.save(update_fields=["public_title"])
    return True


def _public_versions(**filters: object) -> list[DocumentVersion]:
    public = DocumentVersion.objects.filter(state=State.PUBLIC, **filters)
    return list(public.select_related("document__entry__case__department", "publication", "rendition"))


def _tell_search(case: Case) -> None:
    """Each document of the case is found by the case's title too."""
    if case.is_listed:
        list_case(case)
    for version in _public_versions(document__entry__case=case):
        list_document(version)
