"""When the robot goes to work by itself."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from torvet.modules.records.robot.timing import is_due

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
NIGHT = datetime(2026, 11, 23, 2, 30, tzinfo=COPENHAGEN)
DAY = NIGHT.replace(hour=14)


@pytest.mark.parametrize(
    ("now", "last_hours_ago", "site_hours_old", "wanted"),
    [
        (NIGHT, 24, 1000, True),
        (NIGHT, 2, 1000, False),
        (DAY, 24, 1000, False),
        (NIGHT.replace(hour=5), 24, 1000, False),
        (NIGHT, None, 2, False),
        (DAY, None, 25, True),
        (DAY, None, None, False),
    ],
)
def test_it_runs_once_a_night_and_not_on_a_new_site(
    now: datetime, last_hours_ago: int | None, site_hours_old: int | None, wanted: bool
) -> None:
    def ago(hours: int | None) -> datetime | None:
        return None if hours is None else now - timedelta(hours=hours)

    assert is_due(now=now, last_started_at=ago(last_hours_ago), site_since=ago(site_hours_old)) is wanted
