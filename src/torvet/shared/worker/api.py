"""The front door: enqueue work, register what comes round, see how the queue stands."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Min
from django.utils import timezone
from django_tasks.base import Task

from torvet.shared.identity.api import Actor
from torvet.shared.worker import actions
from torvet.shared.worker.backend import LeaseBackend
from torvet.shared.worker.loop import Worker
from torvet.shared.worker.models import Job, JobState
from torvet.shared.worker.options import options
from torvet.shared.worker.schedule import every

__all__ = ["DeadJob", "QueueState", "drain", "enqueue", "every", "queue_state", "retry_dead"]

DEAD_SHOWN = 100


@dataclass(frozen=True)
class DeadJob:
    """A job that failed too often, and why."""

    uuid: UUID
    task: str
    error: str
    place: str
    attempts: int
    died_at: datetime


@dataclass(frozen=True)
class QueueState:
    """How the queue stands; `dead_jobs` are the latest hundred."""

    ready: int
    leased: int
    done: int
    dead: int
    oldest_due_seconds: float
    dead_jobs: tuple[DeadJob, ...]


def enqueue(task: Task[..., Any], *args: Any, key: str | None = None, after: datetime | None = None) -> None:
    """Ask for a task to be run at least once, when the open transaction has committed and not before `after`.

    The arguments go through JSON: ids, never names or text. A `key` makes the job a hint: while one with the
    same key waits, no other is added. `enqueue(publish, version.pk, key=f"publish:{version.pk}")`.
    """
    backend = task.get_backend()
    if isinstance(backend, LeaseBackend):
        backend.enqueue_once(task.using(run_after=after), args, {}, key=key)
    else:  # other backends know no keys; a task does no harm when it runs twice
        (task.using(run_after=after) if backend.supports_defer else task).enqueue(*args)


def drain(*, most: int | None = None) -> int:
    """Run what is due here and now, at most `most` jobs; return how many were run. For set-up and tests."""
    return Worker(options()).run(until_empty=True, most=most)


def queue_state(*, now: datetime | None = None) -> QueueState:
    """Count the jobs by state and tell how long the oldest due one has waited."""
    now = now or timezone.now()
    counts = dict(Job.objects.values_list("state").annotate(Count("pk")))
    oldest = Job.objects.due(now).aggregate(oldest=Min("run_after"))["oldest"]
    return QueueState(
        ready=counts.get(JobState.READY, 0),
        leased=counts.get(JobState.LEASED, 0),
        done=counts.get(JobState.DONE, 0),
        dead=counts.get(JobState.DEAD, 0),
        oldest_due_seconds=(now - oldest).total_seconds() if oldest else 0.0,
        dead_jobs=tuple(_shown(job) for job in Job.objects.dead().order_by("-finished_at")[:DEAD_SHOWN]),
    )


def _shown(job: Job) -> DeadJob:
    assert job.finished_at is not None  # noqa: S101  a database constraint says so
    return DeadJob(job.uuid, job.task, job.last_error, job.last_place, job.attempts, job.finished_at)


def retry_dead(uuid: UUID, actor: Actor) -> bool:
    """Let a dead job start again; return whether there was one.

    Raises:
        PermissionMissing: the actor may not look after background work.
    """
    job = Job.objects.dead().filter(uuid=uuid).first()
    return job is not None and actions.retry_dead(actor=actor, job=job, now=timezone.now())
