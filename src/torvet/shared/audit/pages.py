"""What the page of the log shows: events narrowed by verb, department and day, a page at a time."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from torvet.shared.audit.forms import LogFilterForm
from torvet.shared.audit.models import Event, EventQuerySet
from torvet.shared.audit.words import verb_text
from torvet.shared.organisation.api import departments
from torvet.shared.ui import parts
from torvet.shared.ui.formats import day_and_clock

EVENTS_PER_PAGE = 50


@dataclass(frozen=True)
class LogPage:
    """One page of the log."""

    form: LogFilterForm
    listed: Page[Event]
    table: parts.Table


def log_page(asked: QueryDict, *, within: Collection[str] | None, on: date) -> LogPage:
    """Return the events that were asked for, newest first; `side` is the number of the page.

    `within` are the departments that the reader may see; None means all, and what belongs to no department.
    """
    known = tuple(each for each in departments(on=on) if within is None or each.code in within)
    form = LogFilterForm(asked, verbs=Event.objects.within(within).verbs(), departments=known)
    listed = Paginator(_events(form, within), EVENTS_PER_PAGE).get_page(asked.get("side", "1"))
    names = {department.code: department.name for department in known}
    heads = (_("When"), _("Who"), _("What"), _("About what"), _("Department"), _("Why"))
    table = parts.Table(
        caption=_("Events, newest first"),
        columns=tuple(parts.Column(head) for head in heads),
        rows=tuple(_row(event, names) for event in listed.object_list),
    )
    return LogPage(form=form, listed=listed, table=table)


def _events(form: LogFilterForm, within: Collection[str] | None) -> EventQuerySet:
    chosen, events = form.chosen(), Event.objects.within(within)
    if chosen["verb"]:
        events = events.filter(verb=chosen["verb"])
    if chosen["department"]:
        events = events.filter(department=chosen["department"])
    if isinstance(day := chosen["day"], date):
        events = events.on(day)
    return events


def _row(event: Event, departments: Mapping[str, str]) -> parts.Row:
    details = ", ".join(f"{name}: {value}" for name, value in event.details.items() if value not in (None, ""))
    return parts.Row(
        (
            parts.Cell(day_and_clock(timezone.localtime(event.at))),
            parts.Cell(event.actor_name),
            parts.Cell(verb_text(event.verb), sub=details),
            parts.Cell(f"{event.module}/{event.kind}", sub=str(event.subject)),
            parts.Cell(departments.get(event.department, event.department) or "–"),
            parts.Cell(event.reason or "–", sub=event.legal_ground),
        )
    )
