from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.template import Context, Template
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from torvet.shared.ui import formats

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (lambda: formats.number(1284), "1.284"),
        (lambda: formats.number(14.25, 2), "14,25"),
        (lambda: formats.percent(12.4), "12\u00a0%"),
        (lambda: formats.day(TODAY), "23. november 2026"),
        (lambda: formats.short_day(TODAY), "23.11.2026"),
        (lambda: formats.weekday(TODAY), "mandag 23. november 2026"),
        (lambda: formats.clock(datetime(2026, 11, 23, 17, 5)), "kl. 17.05"),  # noqa: DTZ001 already local
    ],
)
def test_danish_typography(written: Callable[[], str], expected: str) -> None:
    with translation.override("da"):
        assert written() == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 12, 4), "om 11 dage"),
        (date(2026, 11, 24), "i morgen"),
        (date(2026, 11, 23), "i dag"),
        (date(2026, 11, 22), "i går"),
        (date(2026, 11, 20), "for 3 dage siden"),
        (date(2021, 11, 23), "for 1.826 dage siden"),
    ],
)
def test_distances_in_days(day: date, expected: str) -> None:
    with translation.override("da"):
        assert formats.days_away(day, TODAY) == expected


def test_english_pages_write_english() -> None:
    with translation.override("en"):
        assert formats.percent(12) == "12%"
        assert formats.number(1284) == "1,284"
        assert formats.days_away(date(2026, 12, 4), TODAY) == "in 11 days"


def test_filters_turn_instants_into_local_time() -> None:
    instant = datetime(2026, 11, 23, 23, 30, tzinfo=ZoneInfo("UTC"))
    with translation.override("da"):
        text = Template("{% load torvet_ui %}{{ at|day_and_clock }}").render(Context({"at": instant}))
    assert text == "24. november 2026 kl. 00.30"


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_number_loses_no_digit(value: int) -> None:
    with translation.override("da"):
        assert int(formats.number(value).replace(".", "")) == value
