"""Taking a delivery's lines into the case file.

Idempotent by (source system, id, version): the same line twice changes nothing, an older version is passed over, a
newer one corrects, moves or withdraws. Whatever cannot be taken raises `LineRefused` and goes to quarantine.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from django.db import transaction
from django.utils import timezone

from torvet.modules.records.actions.withdrawing import withdraw_case, withdraw_entry
from torvet.modules.records.delivery.reading import BadLine, Cover, fingerprint
from torvet.modules.records.hints import hint_version
from torvet.modules.records.knowledge import knowledge_of, safe_title, with_correspondent
from torvet.modules.records.listing import list_document
from torvet.modules.records.models import (
    Case,
    Delivery,
    Document,
    DocumentVersion,
    JournalEntry,
    Official,
    Party,
    QuarantinedItem,
    State,
)
from torvet.modules.records.models.case_file import Direction, DocumentType
from torvet.modules.records.models.delivery import DeliveryState
from torvet.modules.records.models.publication import WithdrawalReason
from torvet.modules.records.policy import rules_on, waits_on
from torvet.modules.records.references import ref_to
from torvet.modules.records.rules import Facts, address_part, decide, journal_day_fault, release_at
from torvet.modules.records.steps import restart
from torvet.shared.audit.api import record
from torvet.shared.identity.api import Actor
from torvet.shared.organisation.models import Unit


class Taken(StrEnum):
    """What a line did."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    OLDER = "older"


class LineRefused(Exception):
    """The line is well-formed but cannot be taken. `code` is stable; `waits` says that a later delivery may help."""

    def __init__(self, code: str, detail: str = "", *, waits: bool = False) -> None:
        super().__init__(code)
        self.code = code
        self.detail = detail
        self.waits = waits


@dataclass(frozen=True)
class StoredFile:
    """A file of an entry whose bytes are already on the disk."""

    source_id: str
    name: str
    sha256: str
    size_bytes: int
    is_main: bool


@transaction.atomic
def open_delivery(*, actor: Actor, cover: Cover, now: datetime) -> Delivery:
    """Note that a delivery is being read; the same delivery again makes another row."""
    delivery = Delivery.objects.create(
        source_system=cover.source_system,
        delivery_id=cover.delivery_id,
        state=DeliveryState.READING,
        received_at=now,
    )
    record(actor=actor, verb="records.open-delivery", subject=ref_to(delivery), now=now)
    return delivery


@transaction.atomic
def close_delivery(*, actor: Actor, delivery: Delivery, counts: Mapping[str, int], now: datetime) -> None:
    """Note that a delivery was read to its end, with what its lines did."""
    delivery.state = DeliveryState.DONE
    delivery.finished_at = now
    delivery.counts = dict(counts)
    delivery.save(update_fields=["state", "finished_at", "counts"])
    record(actor=actor, verb="records.close-delivery", subject=ref_to(delivery), now=now, details=counts)


@transaction.atomic
def quarantine_line(*, actor: Actor, delivery: Delivery, file_name: str, line: BadLine, now: datetime) -> None:
    """Set a line aside with its reason, once; the line itself is kept so that nothing is lost."""
    _, is_new = QuarantinedItem.objects.get_or_create(
        delivery=delivery,
        file_name=file_name,
        line_number=line.number,
        code=line.code,
        defaults={"detail": line.detail, "raw": line.raw, "seen_at": now},
    )
    if is_new:
        record(
            actor=actor,
            verb="records.quarantine",
            subject=ref_to(delivery),
            now=now,
            details={"code": line.code},
        )


@transaction.atomic
def resolve_quarantined(*, actor: Actor, item: QuarantinedItem, now: datetime) -> None:
    """Forget a line that was taken after all."""
    record(
        actor=actor,
        verb="records.resolve-quarantine",
        subject=ref_to(item.delivery),
        now=now,
        details={"code": item.code, "line": item.line_number},
    )
    item.delete()


@transaction.atomic
def take_official(*, actor: Actor, source_system: str, value: Mapping[str, Any], now: datetime) -> Taken:
    """Take one line of `officials.jsonl`.

    Raises:
        LineRefused: the content changed without a new version.
    """
    known = Official.objects.select_for_update().filter(source_system=source_system, source_id=value["id"]).first()
    passed = _passed_over(known, value)
    if passed:
        return passed
    official = known or Official(source_system=source_system, source_id=value["id"])
    official.source_version = value["version"]
    official.content_sha256 = fingerprint(value)
    official.name = value["name"]
    official.title = value.get("title", "")
    official.email = value.get("email", "")
    official.phone = value.get("phone", "")
    official.save()
    record(actor=actor, verb="records.receive-official", subject=ref_to(official), now=now)
    return Taken.CHANGED if known else Taken.NEW


@transaction.atomic
def take_case(*, actor: Actor, source_system: str, value: Mapping[str, Any], now: datetime) -> Taken:
    """Take one line of `cases.jsonl`.

    Raises:
        LineRefused: the department is unknown, the number belongs to another case, or the content changed without a
            new version.
    """
    case = Case.objects.select_for_update().filter(source_system=source_system, source_id=value["id"]).first()
    passed = _passed_over(case, value)
    if passed:
        return passed
    was_public = bool(case and case.is_public)
    case = case or Case(source_system=source_system, source_id=value["id"], slug=_free_slug(value["number"]))
    _fill_case(case, value, now)
    case.save()
    _replace_parties(case, value.get("parties", ()))
    _show(case, value, now)
    if was_public and not case.is_public:
        withdraw_case(actor=actor, case=case, reason=WithdrawalReason.SECRECY, now=now)
    record(
        actor=actor,
        verb="records.receive-case",
        subject=ref_to(case),
        now=now,
        department=case.department.code,
        details={"version": case.source_version},
    )
    return Taken.CHANGED if was_public or case.source_version > 1 else Taken.NEW


def _passed_over(known: Case | JournalEntry | Official | None, value: Mapping[str, Any]) -> Taken | None:
    """Tell whether the line brings nothing new."""
    if known is None or value["version"] > known.source_version:
        return None
    if value["version"] < known.source_version:
        return Taken.OLDER
    if fingerprint(value) != known.content_sha256:
        raise LineRefused("changed-without-version")
    return Taken.UNCHANGED


def _free_slug(number: str) -> str:
    slug = address_part(number)
    if not slug or Case.objects.filter(slug=slug).exists():
        raise LineRefused("number-in-use")
    return slug


def _fill_case(case: Case, value: Mapping[str, Any], now: datetime) -> None:
    today = timezone.localdate(now)
    place = value.get("property") or {}
    case.source_version = value["version"]
    case.content_sha256 = fingerprint(value)
    case.number = value["number"]
    case.title = value["title"]
    case.case_type = value["case_type"]
    case.kle = value.get("kle", "")
    case.facet = value.get("facet", "")
    case.department = _department(value["department"], today)
    case.status = value["status"]
    case.opened_on = date.fromisoformat(value["opened_on"])
    case.closed_on = date.fromisoformat(value["closed_on"]) if value.get("closed_on") else None
    case.address = _address(place)
    case.cadastre = " ".join(filter(None, (place.get("cadastre"), place.get("cadastral_district"))))
    case.bfe_number = place.get("bfe", "")
    case.caseworker = (value.get("caseworker") or {}).get("name", "")
    case.steps = list(value.get("steps", ()))
    case.next_step = value.get("next_step")
    case.secrecy = value.get("secrecy") or ""
    case.is_public = False  # until its parties are known and the titles are screened
    opened = datetime.combine(case.opened_on, datetime.min.time(), tzinfo=timezone.get_default_timezone())
    case.public_from = release_at(opened, case.case_type, case.kle, waits_on(today))
    case.is_listed = False
    case.updated_at = now


def _show(case: Case, value: Mapping[str, Any], now: datetime) -> None:
    """Screen what everybody may read of the case, and let the rules say whether they may."""
    knowledge = knowledge_of(case)
    case.public_title = safe_title(value.get("public_title") or value["title"], knowledge)
    case.summary = safe_title(value.get("summary") or "", knowledge)
    facts = Facts(case.case_type, case.kle, "", secrecy=case.secrecy)
    decision = decide(facts, rules_on(timezone.localdate(now)))
    case.is_public = decision.outcome in ("publish", "redact")
    case.save(update_fields=["public_title", "summary", "is_public"])


def _department(code: str, day: date) -> Unit:
    unit = Unit.objects.valid_on(day).departments().filter(code=code).first()
    if unit is None:
        raise LineRefused("unknown-department", code)
    return unit


def _address(place: Mapping[str, str]) -> str:
    town = " ".join(filter(None, (place.get("postcode"), place.get("town"))))
    return ", ".join(filter(None, (place.get("address"), town)))


def _replace_parties(case: Case, parties: Sequence[Mapping[str, Any]]) -> None:
    case.parties.all().delete()
    Party.objects.bulk_create(
        Party(
            case=case,
            role=each["role"],
            kind=each["kind"],
            name=each["name"],
            cpr_number=each.get("cpr") or "",
            cvr_number=each.get("cvr") or "",
            address=each.get("address") or "",
            email=each.get("email") or "",
            phone=each.get("phone") or "",
        )
        for each in parties
    )


@transaction.atomic
def take_entry(
    *, actor: Actor, source_system: str, value: Mapping[str, Any], files: Sequence[StoredFile], now: datetime
) -> Taken:
    """Take one line of `entries.jsonl`, whose files are stored already.

    Raises:
        LineRefused: the case is unknown yet (it waits), the journal time cannot be right, or the content changed
            without a new version.
    """
    case = (
        Case.objects.select_related("department").filter(source_system=source_system, source_id=value["case"]).first()
    )
    if case is None:
        raise LineRefused("unknown-case", waits=True)
    entry = JournalEntry.objects.select_for_update().filter(source_system=source_system, source_id=value["id"]).first()
    passed = _passed_over(entry, value)
    if passed:
        return passed
    is_new = entry is None
    entry = entry or JournalEntry(source_system=source_system, source_id=value["id"], received_at=now)
    _fill_entry(entry, case, value, now)
    entry.save()
    _take_files(entry, files, now)
    _apply_status(actor, entry, value, now)
    record(
        actor=actor,
        verb="records.receive-entry",
        subject=ref_to(entry),
        now=now,
        department=case.department.code,
        details={"version": entry.source_version, "files": len(files)},
    )
    return Taken.NEW if is_new else Taken.CHANGED


def _fill_entry(entry: JournalEntry, case: Case, value: Mapping[str, Any], now: datetime) -> None:
    """Fill the row; a withdrawal says no more than that, so what was known of the entry stays as it was."""
    entry.case = case
    entry.source_version = value["version"]
    entry.content_sha256 = fingerprint(value)
    entry.sequence = value["sequence"]
    entry.number = value["number"]
    entry.is_withdrawn = value["status"] == "withdrawn"
    entry.withdrawal_reason = value.get("withdrawal_reason") or ""
    if entry.pk is None or not entry.is_withdrawn:
        _fill_content(entry, value, now)
    waits = waits_on(timezone.localdate(now))
    entry.public_from = release_at(entry.journaled_at, case.case_type, case.kle, waits)


def _fill_content(entry: JournalEntry, value: Mapping[str, Any], now: datetime) -> None:
    """Fill what the entry is about; a withdrawal that comes before its entry only keeps the place."""
    entry.journaled_at = datetime.fromisoformat(value["journaled_at"]) if "journaled_at" in value else now
    fault = journal_day_fault(entry.journaled_at, now=now)
    if fault:
        raise LineRefused(fault)
    sender = value.get("correspondent") or {}
    entry.direction = value.get("direction", Direction.INTERNAL)
    entry.document_type = value.get("document_type", DocumentType.LETTER)
    entry.title = value.get("title", "")
    entry.correspondent = sender.get("name", "")
    entry.correspondent_kind = sender.get("kind", "")
    entry.document_date = date.fromisoformat(value.get("document_date") or entry.journaled_at.date().isoformat())
    entry.is_closed = value.get("access") == "closed"
    entry.legal_ground = value.get("legal_ground") or ""
    if entry.is_closed and not entry.legal_ground:
        raise LineRefused("closed-without-ground")
    knowledge = with_correspondent(knowledge_of(entry.case), entry)
    entry.public_title = safe_title(value.get("public_title") or entry.title, knowledge)


def _take_files(entry: JournalEntry, files: Sequence[StoredFile], now: datetime) -> None:
    for place, file in enumerate(files, start=1):
        document = entry.documents.filter(source_id=file.source_id).first() or Document.objects.create(
            entry=entry,
            source_id=file.source_id,
            slug=_document_slug(entry, place),
            file_name=file.name,
            is_main=file.is_main,
        )
        _take_version(document, file, now)


def _document_slug(entry: JournalEntry, place: int) -> str:
    """Give a document its public address, once: case number, entry number, and a place for appendices."""
    base = f"{entry.case.slug}-{entry.number}" + (f"-{place}" if place > 1 else "")
    taken = set(Document.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    candidates = (base, *(f"{base}-{letter}" for letter in "bcdefghijklmnopqrstuvwxyz"))
    free = next((slug for slug in candidates if slug not in taken), None)
    if free is None:
        raise LineRefused("number-in-use")
    return free


def _take_version(document: Document, file: StoredFile, now: datetime) -> None:
    """Add a version if the bytes changed; the old one stays public until the new one takes its place."""
    current = document.versions.filter(is_current=True).first()
    if current and current.sha256 == file.sha256:
        restart(current, document.entry.public_from, now)
        return
    if current:
        document.versions.filter(pk=current.pk).update(is_current=False)
    version = DocumentVersion.objects.create(
        document=document,
        number=(current.number + 1) if current else 1,
        sha256=file.sha256,
        size_bytes=file.size_bytes,
        received_at=now,
        release_at=document.entry.public_from,
        state_at=now,
    )
    hint_version(version.pk)


def _apply_status(actor: Actor, entry: JournalEntry, value: Mapping[str, Any], now: datetime) -> None:
    """Take away what the source withdrew, closed, or moved to a case that is not public."""
    if entry.is_withdrawn:
        reason = WithdrawalReason.SOURCE
    elif entry.is_closed or not entry.case.is_public:
        reason = WithdrawalReason.SECRECY
    else:
        _refresh(entry)
        return
    if _has_shown(entry) or entry.is_withdrawn:
        withdraw_entry(actor=actor, entry=entry, reason=reason, explanation=entry.withdrawal_reason, now=now)


def _has_shown(entry: JournalEntry) -> bool:
    return DocumentVersion.objects.filter(document__entry=entry, state=State.PUBLIC).exists()


def _refresh(entry: JournalEntry) -> None:
    """Tell search about a moved or renamed entry's public documents."""
    public = DocumentVersion.objects.filter(document__entry=entry, state=State.PUBLIC)
    for version in public.select_related("document__entry__case__department", "publication", "rendition"):
        list_document(version)
