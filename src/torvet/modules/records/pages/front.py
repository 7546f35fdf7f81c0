"""The front page: search, what is new, what happens soon."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Max
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise

from torvet.modules.records.models import Case, JournalEntry, Publication
from torvet.modules.records.models.case_file import CaseStatus, DocumentType
from torvet.modules.records.titles import public_title

SHOWN = 5
SEARCH_EXAMPLES = ("cykelsti Havnegade", "lokalplan", "byggetilladelse")


@dataclass(frozen=True)
class NewDocument:
    """A document that became public lately."""

    title: str
    url: str
    case_title: str
    document_type: str | Promise
    department: str
    dated_on: date
    covered_count: int


@dataclass(frozen=True)
class CaseLine:
    """A case on the front page, with its next date."""

    title: str
    url: str
    department: str
    on: date | None
    days_left: int | None


@dataclass(frozen=True)
class FrontPage:
    """All that the front page shows."""

    opened_today: int
    open_documents: int
    open_cases: int
    waiting: int
    next_opening_at: datetime | None
    newest: tuple[NewDocument, ...]
    decisions: tuple[NewDocument, ...]
    hearings: tuple[CaseLine, ...]
    examples: tuple[str, ...]
    updated_at: datetime | None


def front_page(*, now: datetime) -> FrontPage:
    """Put the page together."""
    standing = Publication.objects.standing()
    midnight = datetime.combine(timezone.localdate(now), datetime.min.time(), tzinfo=timezone.get_default_timezone())
    waiting = JournalEntry.objects.filter(public_from__gt=now, is_withdrawn=False, case__is_public=True)
    first = waiting.order_by("public_from").first()
    return FrontPage(
        opened_today=standing.filter(version__document__entry__public_from__gte=midnight).count(),
        open_documents=standing.count(),
        open_cases=Case.objects.public(now=now).count(),
        waiting=waiting.count(),
        next_opening_at=first.public_from if first else None,
        newest=_newest(),
        decisions=_newest(DocumentType.DECISION),
        hearings=_hearings(now),
        examples=SEARCH_EXAMPLES,
        updated_at=standing.aggregate(at=Max("public_from"))["at"],
    )


def _newest(document_type: str = "") -> tuple[NewDocument, ...]:
    rows = Publication.objects.standing().select_related("version__document__entry__case__department")
    if document_type:
        rows = rows.filter(version__document__entry__document_type=document_type)
    latest = rows.order_by("-version__document__entry__journaled_at", "-pk")[: SHOWN * 8]
    chosen: dict[int, NewDocument] = {}
    for row in latest:  # one for each case, so that a busy case does not fill the column
        chosen.setdefault(row.version.document.entry.case_id, _new_document(row))
    return tuple(chosen.values())[:SHOWN]


def _new_document(row: Publication) -> NewDocument:
    entry = row.version.document.entry
    return NewDocument(
        title=public_title(row.version.document),
        url=reverse("records:document", args=[row.version.document.slug]),
        case_title=entry.case.public_title,
        document_type=DocumentType(entry.document_type).label,
        department=entry.case.department.name,
        dated_on=entry.document_date,
        covered_count=row.redaction_count,
    )


def _hearings(now: datetime) -> tuple[CaseLine, ...]:
    today = timezone.localdate(now)
    cases = Case.objects.public(now=now).filter(status=CaseStatus.HEARING).select_related("department")
    lines = [_case_line(case, today) for case in cases[:100]]
    soonest = sorted(lines, key=lambda line: line.on or today + timedelta(days=10_000))
    return tuple(line for line in soonest if line.days_left is None or line.days_left >= 0)[:SHOWN]


def _case_line(case: Case, today: date) -> CaseLine:
    on = date.fromisoformat(case.next_step["on"]) if case.next_step else None
    return CaseLine(
        title=case.public_title,
        url=reverse("records:case", args=[case.slug]),
        department=case.department.name,
        on=on,
        days_left=(on - today).days if on else None,
    )
