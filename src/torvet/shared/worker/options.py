"""What the settings say about background work (`TASKS["default"]["OPTIONS"]`), typed, with defaults."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings


@dataclass(frozen=True)
class Options:
    """How jobs are leased, retried and kept.

    A killed worker's job runs again after at most `lease_seconds`; a task that runs longer than
    `longest_task_seconds` is taken for hanging, and its worker ends itself.
    """

    lease_seconds: float = 60.0
    longest_task_seconds: float = 3600.0
    max_attempts: int = 5
    first_retry_seconds: float = 2.0
    batch_most: int = 20
    shortest_pause_seconds: float = 0.05
    longest_pause_seconds: float = 0.25
    keep_done_seconds: float = 86_400.0


def options() -> Options:
    """Read the options of the default task backend."""
    backend: dict[str, Any] = settings.TASKS["default"]
    return Options(**backend.get("OPTIONS", {}))
