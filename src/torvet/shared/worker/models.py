"""Tables: jobs and schedules. Rows are claimed and finished in `queue`, not here."""

import uuid
from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class JobState(models.TextChoices):
    """Where a job stands."""

    READY = "READY", _("Waiting")
    LEASED = "LEASED", _("Running")
    DONE = "DONE", _("Done")
    DEAD = "DEAD", _("Failed")


class JobQuerySet(models.QuerySet["Job"]):
    """The words in which jobs are asked for."""

    def due(self, now: datetime) -> Self:
        """Jobs that a worker may take."""
        return self.filter(state=JobState.READY, run_after__lte=now)

    def expired(self, now: datetime) -> Self:
        """Jobs whose worker has stopped renewing its lease: it was killed or hangs."""
        return self.filter(state=JobState.LEASED, lease_until__lt=now)

    def held_by(self, worker: str) -> Self:
        """Jobs that the worker holds."""
        return self.filter(state=JobState.LEASED, leased_by=worker)

    def dead(self) -> Self:
        """Jobs that failed too often."""
        return self.filter(state=JobState.DEAD)


class Job(models.Model):
    """One task with its arguments, to be run at least once.

    Made by `enqueue`, changed only by workers and by `actions.retry_dead`. Two READY jobs never have the
    same key. Holds no personal data: arguments are ids, and of an error only its type and place are kept.
    Erased a day after it is done; a DEAD job stays until a person retries it.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    task = models.CharField(max_length=200)
    args = models.JSONField(default=list)
    kwargs = models.JSONField(default=dict)
    queue = models.CharField(max_length=40, default="default")
    priority = models.SmallIntegerField(default=0)
    key = models.CharField(max_length=200, null=True, blank=True)
    state = models.CharField(max_length=6, choices=JobState, default=JobState.READY)
    run_after = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    max_attempts = models.PositiveSmallIntegerField()
    leased_by = models.CharField(max_length=60, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    enqueued_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    last_error = models.CharField(max_length=200, blank=True)
    last_place = models.CharField(max_length=200, blank=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["-priority", "run_after", "id"], name="worker_job_ready", condition=Q(state="READY")),
            models.Index(fields=["lease_until"], name="worker_job_leased", condition=Q(state="LEASED")),
            models.Index(fields=["finished_at"], name="worker_job_done", condition=Q(state="DONE")),
            models.Index(fields=["finished_at"], name="worker_job_dead", condition=Q(state="DEAD")),
        ]
        constraints = [
            models.UniqueConstraint(fields=["key"], condition=Q(state="READY"), name="worker_job_one_ready_per_key"),
            models.CheckConstraint(
                condition=Q(state="LEASED", lease_until__isnull=False) & ~Q(leased_by="")
                | ~Q(state="LEASED") & Q(lease_until=None),
                name="worker_job_lease_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["DONE", "DEAD"], finished_at__isnull=False)
                | Q(state__in=["READY", "LEASED"], finished_at=None),
                name="worker_job_finish_is_dated",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.task} {self.state}"


class Schedule(models.Model):
    """A task that is enqueued every so many seconds, by whichever worker looks first.

    Made and changed by workers from what the code registers with `every`. Holds no personal data; the row of
    a task that the code no longer registers is erased when a worker starts.
    """

    task = models.CharField(max_length=200, unique=True)
    every_seconds = models.PositiveIntegerField()
    next_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.task} every {self.every_seconds} s"
