from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from torvet.shared.ui.period import LABELS_MAX, MONTHS_MAX, YEARS_MAX, Bin, Period, bins_of

DAYS = st.dates(min_value=date(1850, 1, 1), max_value=date(2030, 12, 31))


def period(counts: list[int], **chosen: str) -> Period:
    bins = tuple(Bin(f"2024-{month:02}", f"måned {month}", count) for month, count in enumerate(counts, start=1))
    return Period(bins=bins, start=chosen.get("start", ""), end=chosen.get("end", ""))


def test_bars_stand_on_the_floor_and_the_highest_fills_the_picture() -> None:
    bars = period([0, 50, 100]).bars
    assert [(bar.x, bar.y, bar.height) for bar in bars] == [("1", "99", "1"), ("11", "50", "50"), ("21", "0", "100")]


def test_only_the_chosen_months_are_in() -> None:
    assert [bar.is_in for bar in period([1, 1, 1, 1], start="2024-02", end="2024-03").bars] == [
        False,
        True,
        True,
        False,
    ]


def test_an_unknown_month_means_everything() -> None:
    whole = period([1, 2, 3], start="1066-10", end="x")
    assert whole.is_whole
    assert (whole.first.value, whole.last.value) == ("2024-01", "2024-03")


def test_a_single_document_is_visible_beside_ten_thousand() -> None:
    assert period([1, 10_000]).bars[0].height == "2"


def test_many_months_become_years() -> None:
    bins = bins_of({(1990, 5): 3, (1990, 6): 4}, first=date(1990, 1, 1), last=date(2026, 1, 1))
    assert bins[0] == Bin("1990", "1990", 7)
    assert len(bins) == 37


def test_a_slip_of_the_keyboard_does_not_draw_two_thousand_years() -> None:
    assert len(bins_of({(26, 1): 1}, first=date(26, 1, 1), last=date(2026, 1, 1))) == YEARS_MAX


@given(DAYS, DAYS, st.integers(min_value=1, max_value=99))
def test_nothing_is_counted_twice_or_lost(one: date, other: date, count: int) -> None:
    first, last = min(one, other), max(one, other)
    counts = {(first.year, first.month): count, (last.year, last.month): count}
    bins = bins_of(counts, first=first, last=last)
    assert sum(each.count for each in bins) == sum(counts.values())
    assert len(bins) <= MONTHS_MAX


@given(DAYS, DAYS)
def test_year_labels_are_few_and_in_order(one: date, other: date) -> None:
    bins = bins_of({}, first=min(one, other), last=max(one, other))
    labels = Period(bins=bins, start="", end="").year_labels
    assert 1 <= len(labels) <= LABELS_MAX
    assert [label.year for label in labels] == sorted({label.year for label in labels})
