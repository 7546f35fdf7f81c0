"""The page of a case."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from torvet.modules.records.models import Case
from torvet.modules.records.models.case_file import CaseStatus, CaseType, Direction
from torvet.modules.records.pages.rows import DocumentRow, RowState, rows_of, visible_entries
from torvet.modules.records.policy import grounds_on
from torvet.shared.ui import parts
from torvet.shared.ui.formats import day

STEP_NAMES: dict[str, str | Promise] = {
    "received": gettext_lazy("Received"),
    "processing": gettext_lazy("Processing"),
    "hearing": gettext_lazy("Hearing"),
    "decided": gettext_lazy("Decided"),
    "carried_out": gettext_lazy("Carried out"),
}


@dataclass(frozen=True)
class Counts:
    """How many documents there are of each kind."""

    open: int
    covered: int
    withheld: int
    being_reviewed: int
    withdrawn: int
    total: int


@dataclass(frozen=True)
class CasePage:
    """All that the page of a case shows."""

    case: Case
    case_type: str | Promise
    status: str | Promise
    department: str
    steps: tuple[parts.Step, ...]
    facts: tuple[parts.Definition, ...]
    tabs: tuple[parts.Tab, ...]
    rows: tuple[DocumentRow, ...]
    counts: Counts
    direction: str
    waiting_count: int
    next_opening_at: datetime | None
    url: str
    atom_url: str
    json_url: str
    updated_at: datetime


def case_page(case: Case, *, now: datetime, direction: str = "") -> CasePage:
    """Put the page together; `direction` narrows the rows to in, out or internal."""
    grounds = grounds_on(timezone.localdate(now))
    rows = [row for entry in visible_entries(case, now=now) for row in rows_of(entry, grounds)]
    waiting = case.entries.filter(public_from__gt=now, is_withdrawn=False)
    first = waiting.order_by("public_from").first()
    return CasePage(
        case=case,
        case_type=CaseType(case.case_type).label,
        status=CaseStatus(case.status).label,
        department=case.department.name,
        steps=_steps(case),
        facts=_facts(case),
        tabs=_tabs(rows, direction),
        rows=tuple(row for row in rows if direction in ("", row.direction)),
        counts=_counts(rows),
        direction=direction,
        waiting_count=waiting.count(),
        next_opening_at=first.public_from if first else None,
        url=reverse("records:case", args=[case.slug]),
        atom_url=reverse("records:case-atom", args=[case.slug]),
        json_url=reverse("records:case-json", args=[case.slug]),
        updated_at=case.updated_at,
    )


def _steps(case: Case) -> tuple[parts.Step, ...]:
    """Return the steps that were taken, the one that is next with its date, and those still to come."""
    taken = {step["name"]: date.fromisoformat(step["on"]) for step in case.steps}
    if not taken:
        return ()
    order = list(STEP_NAMES)
    last = max(order.index(name) for name in taken)
    coming = {case.next_step["name"]: date.fromisoformat(case.next_step["on"])} if case.next_step else {}
    return tuple(
        _step(name, taken.get(name), coming.get(name), is_last=place == last)
        for place, name in enumerate(order)
        if name in taken or place > last
    )


def _step(name: str, taken: date | None, coming: date | None, *, is_last: bool) -> parts.Step:
    if taken:
        state = parts.StepState.CURRENT if is_last else parts.StepState.DONE
        return parts.Step(STEP_NAMES[name], day(taken), state)
    when = _("expected %(day)s") % {"day": day(coming)} if coming else ""
    return parts.Step(STEP_NAMES[name], when, parts.StepState.COMING)


def _facts(case: Case) -> tuple[parts.Definition, ...]:
    subject = "-".join(filter(None, (case.kle, case.facet)))
    facts = (
        (_("Case number"), case.number),
        (_("Kind"), CaseType(case.case_type).label),
        (_("Department"), case.department.name),
        (_("Caseworker"), case.caseworker),
        (_("Opened"), day(case.opened_on)),
        (_("Closed"), day(case.closed_on) if case.closed_on else ""),
        (_("Address"), case.address),
        (_("Cadastral number"), case.cadastre),
        (_("Property number (BFE)"), case.bfe_number),
        (_("Subject (KLE)"), subject),
    )
    return tuple(parts.Definition(term, text) for term, text in facts if text)


def _tabs(rows: Sequence[DocumentRow], direction: str) -> tuple[parts.Tab, ...]:
    """Offer to narrow the list only where there is something to choose between."""
    counts = {value: sum(row.direction == value for row in rows) for value in Direction.values}
    if sum(map(bool, counts.values())) < 2:
        return ()
    labels = {"": _("All"), Direction.IN: _("Came in"), Direction.OUT: _("Went out"), Direction.INTERNAL: _("Internal")}
    return tuple(
        parts.Tab(
            label,
            f"?retning={value}" if value else "?",
            counts[value] if value else len(rows),
            is_current=value == direction,
        )
        for value, label in labels.items()
        if not value or counts[value]
    )


def _counts(rows: Sequence[DocumentRow]) -> Counts:
    def number(*states: RowState) -> int:
        return sum(row.state in states for row in rows)

    return Counts(
        open=number(RowState.OPEN, RowState.COVERED),
        covered=number(RowState.COVERED),
        withheld=number(RowState.WITHHELD),
        being_reviewed=number(RowState.BEING_REVIEWED),
        withdrawn=number(RowState.WITHDRAWN),
        total=len(rows),
    )
