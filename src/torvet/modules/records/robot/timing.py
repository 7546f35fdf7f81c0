"""When the robot goes to work by itself."""

from datetime import datetime, timedelta

NIGHT_HOURS = range(1, 5)
REST = timedelta(hours=20)
FIRST_DAY = timedelta(days=1)


def is_due(*, now: datetime, last_started_at: datetime | None, site_since: datetime | None) -> bool:
    """Tell whether a run should start; `now` is local time, `site_since` when the first delivery came.

    At night, once; and the first time of all as soon as the site is a day old, so that a demo that was just built is
    left in peace.
    """
    if last_started_at is not None:
        return now.hour in NIGHT_HOURS and now - last_started_at > REST
    return site_since is not None and now - site_since > FIRST_DAY
