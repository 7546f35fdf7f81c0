"""The picture of years: counts per month (or per year) as bars, and the part of it that is chosen.

Geometry is written as strings, because Django would write a number in a template with Danish separators.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.dates import MONTHS

MONTHS_MAX = 240  # more bars than this are thinner than two pixels on a telephone, so years are counted instead
YEARS_MAX = 200
LABELS_MAX = 8
MONTHS_PER_YEAR = 12
YEARS_PER_DECADE = 10
BAR_STEP = 10
BAR_WIDTH = 8
HEIGHT = 100
NEAR_THE_EDGE = 0.92


@dataclass(frozen=True)
class Bin:
    """A month (value »2024-03«) or a year (value »2024«), with what was found in it."""

    value: str
    label: str
    count: int

    @property
    def year(self) -> str:
        """The year it stands in."""
        return self.value[:4]


@dataclass(frozen=True)
class Bar:
    """A bar of the picture, in units of the drawing."""

    x: str
    y: str
    width: str
    height: str
    is_in: bool


@dataclass(frozen=True)
class YearLabel:
    """A year below the bars, and where it stands in per cent of the width."""

    year: str
    x: str
    anchor: str
    is_minor: bool


@dataclass(frozen=True, kw_only=True)
class Period:
    """What the component shows: all bins in order, the first and the last one chosen, the names in the form."""

    bins: tuple[Bin, ...]
    start: str
    end: str
    all_url: str = ""
    start_name: str = "fra"
    end_name: str = "til"

    def _place(self, value: str, otherwise: int) -> int:
        values = [each.value for each in self.bins]
        return values.index(value) if value in values else otherwise

    @property
    def first(self) -> Bin:
        """The first chosen bin."""
        return self.bins[self._place(self.start, 0)]

    @property
    def last(self) -> Bin:
        """The last chosen bin."""
        return self.bins[self._place(self.end, len(self.bins) - 1)]

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left out."""
        return self.first is self.bins[0] and self.last is self.bins[-1]

    @property
    def page_steps(self) -> str:
        """How many bins Page Up moves a handle: a year of months, or ten years."""
        return str(MONTHS_PER_YEAR if "-" in self.bins[0].value else YEARS_PER_DECADE)

    @property
    def view_box(self) -> str:
        """The drawing's extent."""
        return f"0 0 {len(self.bins) * BAR_STEP} {HEIGHT}"

    @property
    def bars(self) -> list[Bar]:
        """All bars; whatever was found at all is at least visible."""
        most = max((each.count for each in self.bins), default=0) or 1
        start, end = self._place(self.start, 0), self._place(self.end, len(self.bins) - 1)
        heights = [max(round(each.count / most * HEIGHT), 2 if each.count else 1) for each in self.bins]
        return [
            Bar(
                str(place * BAR_STEP + 1),
                str(HEIGHT - height),
                str(BAR_WIDTH),
                str(height),
                start <= place <= end,
            )
            for place, height in enumerate(heights)
        ]

    @property
    def year_labels(self) -> list[YearLabel]:
        """At most eight years; every second one may be left out where there is little room."""
        firsts = [(place, each.year) for place, each in enumerate(self.bins) if place == 0 or self._opens(place)]
        step = -(-len(firsts) // LABELS_MAX)
        return [self._label(place, year, order) for order, (place, year) in enumerate(firsts[::step])]

    def _opens(self, place: int) -> bool:
        return self.bins[place].year != self.bins[place - 1].year

    def _label(self, place: int, year: str, order: int) -> YearLabel:
        share = place / len(self.bins)
        anchor = "end" if share > NEAR_THE_EDGE else "start"
        return YearLabel(year, f"{100 if anchor == 'end' else share * 100:.2f}%", anchor, is_minor=order % 2 == 1)

    @property
    def years(self) -> list[tuple[str, int]]:
        """Counts per year, for the table."""
        totals: dict[str, int] = {}
        for each in self.bins:
            totals[each.year] = totals.get(each.year, 0) + each.count
        return list(totals.items())


def months_between(first: date, last: date) -> list[tuple[int, int]]:
    """Return every (year, month) from the first day's to the last day's."""
    start = first.year * MONTHS_PER_YEAR + first.month - 1
    end = last.year * MONTHS_PER_YEAR + last.month - 1
    return [(place // MONTHS_PER_YEAR, place % MONTHS_PER_YEAR + 1) for place in range(start, end + 1)]


def bins_of(counts: Mapping[tuple[int, int], int], *, first: date, last: date) -> tuple[Bin, ...]:
    """Return the bins between two days from counts per (year, month): months, or years if there are too many.

    Days more than 200 years before the last one are left out: they are slips of the keyboard.
    """
    earliest = max(first, date(max(last.year - YEARS_MAX + 1, 1), 1, 1))
    months = months_between(earliest, last)
    if len(months) <= MONTHS_MAX:
        return tuple(
            Bin(f"{year:04}-{month:02}", f"{MONTHS[month]} {year}", counts.get((year, month), 0))
            for year, month in months
        )
    totals = {year: 0 for year, _month in months}
    for (year, _month), count in counts.items():
        if year in totals:
            totals[year] += count
    return tuple(Bin(f"{year:04}", str(year), count) for year, count in totals.items())
