"""Entries for tests, in the words of the demo town."""

import itertools
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from torvet.shared.search import api

PUBLISHED = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)
NAMES = {"teknik": "Teknik og Miljø", "boern": "Børn og Skole"}
_number = itertools.count(1)


def entry(title: str = "Notat om cykelsti", *texts: str, **changes: Any) -> api.EntryText:
    """An entry with one page for each text."""
    uuid = changes.pop("uuid", None) or uuid4()
    department = changes.pop("department", "teknik")
    given: dict[str, Any] = {
        "source": "records.document",
        "url": f"/dokument/{next(_number)}/",
        "kind": "document",
        "published_at": PUBLISHED,
        "dated_on": date(2026, 11, 20),
        "document_type": "Notat",
        "status": "open",
    }
    return api.EntryText(
        uuid=uuid,
        title=title,
        department=department,
        department_name=NAMES[department],
        pages=tuple(api.PageText(number, text) for number, text in enumerate(texts, 1)),
        **{**given, **changes},
    )


def put(*entries: api.EntryText) -> list[UUID]:
    """Put them in one transaction."""
    with transaction.atomic():
        for one in entries:
            api.put(one)
    return [one.uuid for one in entries]


def put_and_index(*entries: api.EntryText) -> list[UUID]:
    """Put them and bring the index up to date."""
    uuids = put(*entries)
    api.bring_up_to_date()
    return uuids


def found(text: str, **changes: Any) -> list[str]:
    """The titles a query finds, best first."""
    return [hit.plain_title for hit in api.search(api.Request(text=text, **changes)).hits]
