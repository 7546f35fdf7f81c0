"""A worker's hold on its jobs, kept up by a thread while a task runs."""

import logging
import os
import time
from collections.abc import Callable
from threading import Event, Thread

from django.db import DatabaseError, connection
from django.utils import timezone

from torvet.shared.worker import queue

logger = logging.getLogger("torvet.worker")

EXIT_TASK_HANGS = 70  # EX_SOFTWARE in sysexits.h
BEATS_PER_LEASE = 3


def end_process() -> None:
    """End this process at once, in the middle of the task; what supervises it starts another."""
    os._exit(EXIT_TASK_HANGS)


class Lease:
    """Renews the leases of one worker until it is closed.

    `is_held` turns false when no renewal has come through for a whole lease (a stalled machine, a lost
    database): then another worker may have the jobs.
    """

    def __init__(
        self,
        worker: str,
        *,
        seconds: float,
        longest_task_seconds: float,
        on_hang: Callable[[], None] = end_process,
    ) -> None:
        self._worker = worker
        self._seconds = seconds
        self._longest_task_seconds = longest_task_seconds
        self._on_hang = on_hang
        self._closed = Event()
        self._held_until = 0.0
        self._task_began: float | None = None
        self._thread = Thread(target=self._renew_until_closed, name="lease", daemon=True)

    def __enter__(self) -> "Lease":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._closed.set()
        self._thread.join()

    @property
    def is_held(self) -> bool:
        """Whether what was claimed last is still this worker's."""
        return time.monotonic() < self._held_until

    def begins(self, *, at: float) -> None:
        """Note that jobs were claimed at the moment (monotonic clock)."""
        self._held_until = at + self._seconds

    def task_begins(self) -> None:
        """Note that a task starts now."""
        self._task_began = time.monotonic()

    def task_ends(self) -> None:
        """Note that no task runs."""
        self._task_began = None

    def _renew_until_closed(self) -> None:
        try:
            while not self._closed.wait(self._seconds / BEATS_PER_LEASE):
                began = self._task_began
                if began is not None:
                    self._beat(began)
        finally:
            connection.close()

    def _beat(self, began: float) -> None:
        asked = time.monotonic()
        if asked - began > self._longest_task_seconds:
            logger.error("a task ran longer than %s s; its worker ends", self._longest_task_seconds)
            self._on_hang()
        try:
            queue.renew(worker=self._worker, lease_seconds=self._seconds, now=timezone.now())
        except DatabaseError as error:
            logger.warning("a lease was not renewed: %s", type(error).__name__)
            connection.close()
        else:
            self._held_until = asked + self._seconds
