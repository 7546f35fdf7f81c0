"""Writes and reads the rows: put, remove, and what a result list shows.

Not here: the index. Whoever puts or removes asks for indexing once its transaction is through.
"""

import threading
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from torvet.shared.search.contract import Access, EntryText, PageText
from torvet.shared.search.models import DepartmentName, Entry, EntryPage

TITLE_LIMIT = 1000
PAGES_AT_ONCE = 500

Hint = Callable[[], None]
_hints: list[Hint] = []
_asked = threading.local()


class OutsideTransaction(Exception):
    """The entry would not stand or fall with what it mirrors."""


def on_change(hint: Hint) -> None:
    """Register what to call after a transaction that changed something, once for each transaction."""
    if hint not in _hints:
        _hints.append(hint)


def forget_hint(hint: Hint) -> None:
    """Take a registered hint out again."""
    _hints.remove(hint)


def _ask() -> None:
    if not getattr(_asked, "is_waiting", False):
        return
    _asked.is_waiting = False
    for hint in _hints:
        hint()


def _ask_on_commit() -> None:
    _asked.is_waiting = True
    transaction.on_commit(_ask)


def _check_transaction(verb: str) -> None:
    if not transaction.get_connection().in_atomic_block:
        raise OutsideTransaction(verb)


def _next_revision(uuid: UUID) -> int:
    row = Entry.objects.select_for_update().filter(uuid=uuid).values_list("revision", flat=True).first()
    return 1 if row is None else row + 1


def put(entry: EntryText) -> int:
    """Make a thing findable, or change what is findable of it; return its new revision.

    Raises:
        OutsideTransaction: no transaction is open.
        ValueError: title or address is empty, or two pages have the same number.
    """
    _check_transaction("put")
    if not entry.title.strip() or not entry.url:
        raise ValueError("an entry needs a title and an address")
    if len({page.number for page in entry.pages}) != len(entry.pages):
        raise ValueError("two pages have the same number")
    revision = _next_revision(entry.uuid)
    row, _ = Entry.objects.update_or_create(uuid=entry.uuid, defaults=_columns(entry, revision))
    EntryPage.objects.filter(entry=row).delete()
    EntryPage.objects.bulk_create(
        [EntryPage(entry=row, number=page.number, text=page.text) for page in entry.pages],
        batch_size=PAGES_AT_ONCE,
    )
    _name_department(entry.department, entry.department_name)
    _ask_on_commit()
    return revision


def _columns(entry: EntryText, revision: int) -> dict[str, object]:
    return {
        "source": entry.source,
        "url": entry.url,
        "title": entry.title[:TITLE_LIMIT],
        "kind": entry.kind,
        "department": entry.department,
        "status": entry.status,
        "document_type": entry.document_type,
        "case_uuid": entry.case,
        "case_number": entry.case_number,
        "case_title": entry.case_title[:TITLE_LIMIT],
        "identifiers": list(entry.identifiers),
        "dated_on": entry.dated_on,
        "published_at": entry.published_at,
        "access": entry.access.value,
        "covered_count": entry.covered_count,
        "legal_note": entry.legal_note,
        "page_count": len(entry.pages),
        "revision": revision,
        "changed_at": timezone.now(),
        "removed_at": None,
    }


def _name_department(code: str, name: str) -> None:
    known = DepartmentName.objects.filter(code=code).values_list("name", flat=True).first()
    if code and known != name:
        DepartmentName.objects.update_or_create(code=code, defaults={"name": name})


def remove(uuid: UUID) -> bool:
    """Make a thing unfindable at once and erase its text; return whether it was there.

    Raises:
        OutsideTransaction: no transaction is open.
    """
    _check_transaction("remove")
    row = Entry.objects.select_for_update().filter(uuid=uuid, removed_at=None).first()
    if row is None:
        return False
    now = timezone.now()
    EntryPage.objects.filter(entry=row).delete()
    Entry.objects.filter(pk=row.pk).update(**_emptied(row.revision + 1, now))
    _ask_on_commit()
    return True


def _emptied(revision: int, now: datetime) -> dict[str, object]:
    texts = (
        "url",
        "title",
        "kind",
        "department",
        "status",
        "document_type",
        "case_number",
        "case_title",
        "legal_note",
    )
    return {
        **dict.fromkeys(texts, ""),
        "case_uuid": None,
        "identifiers": [],
        "dated_on": None,
        "published_at": None,
        "covered_count": 0,
        "page_count": 0,
        "revision": revision,
        "changed_at": now,
        "removed_at": now,
    }


def department_names() -> dict[str, str]:
    """Return the names of all departments by code."""
    return dict(DepartmentName.objects.values_list("code", "name"))


def withdrawn_uuids(limit: int) -> tuple[UUID, ...]:
    """Return removed things that may still stand in the index, newest first."""
    rows = Entry.objects.withdrawn().order_by("-removed_at").values_list("uuid", flat=True)
    return tuple(rows[:limit])


def fetch(uuids: Iterable[UUID]) -> dict[UUID, EntryText]:
    """Return the entries that may be shown, with their pages: two queries whatever their number."""
    rows = list(Entry.objects.current().filter(uuid__in=list(uuids)))
    pages: dict[int, list[PageText]] = {row.pk: [] for row in rows}
    texts = EntryPage.objects.filter(entry__in=list(pages)).order_by("entry_id", "number")
    for entry, number, text in texts.values_list("entry_id", "number", "text"):
        pages[entry].append(PageText(number, text))
    names = department_names()
    return {row.uuid: to_text(row, pages[row.pk], names) for row in rows}


def to_text(row: Entry, pages: list[PageText], names: Mapping[str, str]) -> EntryText:
    """Turn a row that is not removed into the value it was put as."""
    return EntryText(
        uuid=row.uuid,
        source=row.source,
        url=row.url,
        title=row.title,
        kind=row.kind,
        department=row.department,
        department_name=names.get(row.department, row.department),
        published_at=row.published_at or row.changed_at,
        dated_on=row.dated_on,
        status=row.status,
        document_type=row.document_type,
        case=row.case_uuid,
        case_number=row.case_number,
        case_title=row.case_title,
        identifiers=tuple(row.identifiers),
        access=Access(row.access),
        covered_count=row.covered_count,
        legal_note=row.legal_note,
        pages=tuple(pages),
    )


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A row as it was read: what is to be indexed of it, or None when it is to be dropped."""

    pk: int
    uuid: UUID
    revision: int
    entry: EntryText | None


def _snapshots(found: Sequence[Entry]) -> list[Snapshot]:
    texts = fetch(row.uuid for row in found if row.removed_at is None)
    return [Snapshot(row.pk, row.uuid, row.revision, texts.get(row.uuid)) for row in found]


def pending(limit: int) -> list[Snapshot]:
    """Read rows that the index does not know in their newest state, longest waiting first."""
    return _snapshots(list(Entry.objects.pending().order_by("changed_at", "pk")[: max(limit, 0)]))


def snapshots(uuids: Iterable[UUID]) -> list[Snapshot]:
    """Read given rows, removed ones as well."""
    return _snapshots(list(Entry.objects.filter(uuid__in=list(uuids))))


def all_current(at_once: int) -> Iterator[list[Snapshot]]:
    """Read everything that can be found, in batches."""
    last = 0
    while batch := list(Entry.objects.current().filter(pk__gt=last).order_by("pk")[:at_once]):
        last = batch[-1].pk
        yield _snapshots(batch)


def revisions() -> dict[UUID, int]:
    """Return the newest revision of every row, removed ones as well."""
    return dict(Entry.objects.values_list("uuid", "revision").iterator())


def mark_indexed(batch: Iterable[Snapshot]) -> None:
    """Remember what a commit holds; tombstones that nobody revived meanwhile go."""
    by_revision: dict[int, list[int]] = defaultdict(list)
    for row in batch:
        by_revision[row.revision].append(row.pk)
    with transaction.atomic():
        for revision, keys in by_revision.items():
            indexed = Entry.objects.filter(pk__in=keys, revision__gte=revision)
            indexed.filter(revision=revision).exclude(removed_at=None).delete()
            indexed.update(indexed_revision=revision)


def mark_all(built: Mapping[UUID, int]) -> None:
    """Remember what a whole new index holds."""
    waiting = Entry.objects.pending().values_list("pk", "uuid", "revision")
    done = [Snapshot(pk, uuid, revision, None) for pk, uuid, revision in waiting if built.get(uuid) == revision]
    for start in range(0, len(done), PAGES_AT_ONCE):
        mark_indexed(done[start : start + PAGES_AT_ONCE])
