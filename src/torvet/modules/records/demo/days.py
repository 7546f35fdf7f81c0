"""Days counted back from today, and their Danish spelling.

A number of days is moved to a working day, so that a paper's date and the mention of that date elsewhere
agree.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
CLOSED_DAYS = {(1, 1), (6, 5), (12, 24), (12, 25), (12, 26), (12, 31)}


def long_date(day: date) -> str:
    """Spell a day in full: `23. november 2026`."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """Spell a day in figures: `23.11.2026`."""
    return f"{day.day}.{day.month}.{day.year}"


def _closed(day: date) -> bool:
    return day.weekday() > 4 or (day.month, day.day) in CLOSED_DAYS


@dataclass(frozen=True)
class Calendar:
    """Counts days back (positive) or forward (negative) from `today`."""

    today: date

    def day(self, back: int) -> date:
        """The working day `back` days ago; today and yesterday are never moved."""
        day = self.today - timedelta(days=back)
        if back in (0, 1):
            return day
        step = timedelta(days=-1 if back > 1 else 1)
        while _closed(day):
            day += step
        return day

    def moment(self, back: int, minutes: int) -> datetime:
        """The same day, `minutes` after midnight in Copenhagen."""
        clock = time(minutes // 60, minutes % 60)
        return datetime.combine(self.day(back), clock, tzinfo=COPENHAGEN)
