"""Dates as people type them into a search box."""

import calendar
import re
from datetime import date

ISO = re.compile(r"([0-9]{4})(?:-([0-9]{1,2}))?(?:-([0-9]{1,2}))?")
DANISH = re.compile(r"(?:(?:([0-9]{1,2})[./-])?([0-9]{1,2})[./-])?([0-9]{4})")
YEARS = re.compile(r"([0-9]{4})(?:\s*(?:-|–|\.\.)\s*([0-9]{4}))?")


def day_span(text: str) -> tuple[date, date] | None:
    """The first and last day that a written date means, or None.

    Example: `day_span("2024-02") == (date(2024, 2, 1), date(2024, 2, 29))`; `1.5.2024` is the first of May.
    """
    iso, danish = ISO.fullmatch(text), DANISH.fullmatch(text)
    if iso is not None:
        year, month, day = iso.groups()
    elif danish is not None:
        day, month, year = danish.groups()
    else:
        return None
    return _span(int(year), int(month) if month else None, int(day) if day else None)


def _span(year: int, month: int | None, day: int | None) -> tuple[date, date] | None:
    if year == 0 or (month is not None and not 1 <= month <= 12):
        return None
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    last = calendar.monthrange(year, month)[1]
    if day is None:
        return date(year, month, 1), date(year, month, last)
    return (date(year, month, day), date(year, month, day)) if 1 <= day <= last else None


def year_span(text: str) -> tuple[date, date] | None:
    """The days of one year or of several: `2024`, `2022-2024`; None for anything else."""
    found = YEARS.fullmatch(text)
    if found is None or int(found[1]) == 0:
        return None
    first, last = int(found[1]), int(found[2] or found[1])
    return (date(first, 1, 1), date(last, 12, 31)) if first <= last else None
