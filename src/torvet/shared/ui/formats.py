"""Numbers, dates and distances in days as they are written in Danish (and in English on the English pages).

Deliberately not here: file sizes and plain dates with a format string; Django's own filters write those.
"""

from datetime import date, datetime

from django.utils import formats, timezone
from django.utils.translation import get_language, gettext, ngettext

HARD_SPACE = "\u00a0"


def number(value: float, decimals: int | None = None) -> str:
    """Write a number with its separators: 1284 gives »1.284« in Danish."""
    return formats.number_format(value, decimal_pos=decimals, use_l10n=True, force_grouping=True)


def percent(value: float, decimals: int | None = 0) -> str:
    """Write a value that is already in per cent: 12.4 gives »12 %«, with a hard space, in Danish."""
    return number(value, decimals) + ("%" if get_language() == "en" else HARD_SPACE + "%")


def day(value: date) -> str:
    """Write »23. november 2026«."""
    return formats.date_format(value, "DATE_FORMAT", use_l10n=True)


def short_day(value: date) -> str:
    """Write »23.11.2026«, for tables."""
    return formats.date_format(value, "SHORT_DATE_FORMAT", use_l10n=True)


def weekday(value: date) -> str:
    """Write »mandag 23. november 2026«."""
    return f"{formats.date_format(value, 'l', use_l10n=True)} {day(value)}"


def clock(value: datetime) -> str:
    """Write »kl. 17.05«."""
    time = formats.date_format(value, "TIME_FORMAT", use_l10n=True)
    return gettext("at %(time)s") % {"time": time}


def day_and_clock(value: datetime) -> str:
    """Write »23. november 2026 kl. 17.05«."""
    return f"{day(value)} {clock(value)}"


def days_away(value: date, today: date | None = None) -> str:
    """Write how far a day is from today: »i dag«, »i morgen«, »om 11 dage«, »i går«, »for 3 dage siden«."""
    distance = (value - (today or timezone.localdate())).days
    near = {-1: gettext("yesterday"), 0: gettext("today"), 1: gettext("tomorrow")}
    if distance in near:
        return near[distance]
    if distance > 0:
        return ngettext("in %(days)s day", "in %(days)s days", distance) % {"days": number(distance)}
    return ngettext("%(days)s day ago", "%(days)s days ago", -distance) % {"days": number(-distance)}
