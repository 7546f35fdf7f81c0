"""The cookies of the site: only those it cannot do without, so that no consent is asked for."""

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from torvet.shared.ui.parts import Cell, Column, ColumnKind, Row, Table

SECONDS_PER_HOUR = 3600
SECONDS_PER_DAY = 24 * SECONDS_PER_HOUR
MESSAGES_COOKIE_NAME = "messages"  # the name that Django gives it


def _hours(seconds: int) -> str:
    hours = seconds // SECONDS_PER_HOUR
    return ngettext("%(hours)s hour", "%(hours)s hours", hours) % {"hours": hours}


def _days(seconds: int) -> str:
    days = seconds // SECONDS_PER_DAY
    return ngettext("%(days)s day", "%(days)s days", days) % {"days": days}


def cookie_table() -> Table:
    """Return every cookie with its purpose and how long it is kept."""
    rows = (
        (settings.SESSION_COOKIE_NAME, _("Remembers that you are logged in."), _hours(settings.SESSION_COOKIE_AGE)),
        (
            settings.CSRF_COOKIE_NAME,
            _("Makes sure that a form is sent from this site and not from another one."),
            _days(settings.CSRF_COOKIE_AGE or 0),
        ),
        (MESSAGES_COOKIE_NAME, _("Carries a short message to the next page."), _("Until the message is shown")),
    )
    return Table(
        caption=_("Cookies on this site"),
        columns=(Column(_("Name"), ColumnKind.TITLE), Column(_("What it is for")), Column(_("Is kept"))),
        rows=tuple(Row(tuple(Cell(text) for text in row)) for row in rows),
    )
