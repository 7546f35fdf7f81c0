"""What happens to job rows: added, claimed, renewed, finished, failed, released.

Everything here is one short statement or transaction, and the same on SQLite and PostgreSQL. Who runs the
task is not here (`loop`), nor what a person may do with a dead job (`actions`).
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.db.models import F

from torvet.shared.worker.models import Job, JobQuerySet, JobState

LEASE_EXPIRED = "LeaseExpired"
_FIELDS = [field for field in Job._meta.concrete_fields if not field.primary_key]

# An equal key that still waits is touched, not left alone: the touched row stays locked until this
# transaction commits, so no worker can run it in between and miss what the transaction changed.
_INSERT = f"""
INSERT INTO worker_job ({", ".join(str(field.column) for field in _FIELDS)})
VALUES ({", ".join(["%s"] * len(_FIELDS))})
ON CONFLICT (key) WHERE state = 'READY' DO UPDATE SET
    run_after = CASE WHEN excluded.run_after < worker_job.run_after
                     THEN excluded.run_after ELSE worker_job.run_after END,
    priority = CASE WHEN excluded.priority > worker_job.priority
                    THEN excluded.priority ELSE worker_job.priority END
RETURNING uuid
"""  # noqa: S608  column names of our own table

# MATERIALIZED, or PostgreSQL may run the inner query again for each row and claim more than asked for.
_CLAIM = """
WITH due AS MATERIALIZED (SELECT id FROM worker_job WHERE {due} LIMIT %(count)s {lock})
UPDATE worker_job SET state = 'LEASED', leased_by = %(worker)s, lease_until = %(until)s, started_at = %(now)s,
    attempts = attempts + 1
WHERE id IN (SELECT id FROM due) RETURNING *
"""
_READY = "state = 'READY' AND run_after <= %(now)s ORDER BY priority DESC, run_after, id"
_EXPIRED = "state = 'LEASED' AND lease_until < %(now)s ORDER BY lease_until"


def add(job: Job) -> UUID:
    """Add the job, or find the one with the same key that still waits; return its uuid."""
    values = [field.get_db_prep_save(getattr(job, field.attname), connection) for field in _FIELDS]
    with connection.cursor() as cursor:
        cursor.execute(_INSERT, values)
        (found,) = cursor.fetchone()
    return UUID(str(found))


def claim(*, worker: str, count: int, lease_seconds: float, now: datetime) -> list[Job]:
    """Lease up to `count` due jobs to the worker, the most urgent first.

    A job whose lease has expired comes first and alone: should it kill its worker again, no neighbour pays
    for it.
    """
    if not _something_is_due(now):
        return []
    until = now + timedelta(seconds=lease_seconds)
    with transaction.atomic():
        Job.objects.expired(now).filter(attempts__gte=F("max_attempts")).update(
            state=JobState.DEAD, lease_until=None, finished_at=now, last_error=LEASE_EXPIRED, last_place=""
        )
        expired = _claim(_EXPIRED, worker=worker, count=1, until=until, now=now)
        return expired or _claim(_READY, worker=worker, count=count, until=until, now=now)


def _something_is_due(now: datetime) -> bool:
    """Look without taking a lock, so that an idle worker never makes a writer wait."""
    return Job.objects.due(now).exists() or Job.objects.expired(now).exists()


def _claim(due: str, *, worker: str, count: int, until: datetime, now: datetime) -> list[Job]:
    lock = "FOR UPDATE SKIP LOCKED" if connection.features.has_select_for_update_skip_locked else ""
    stamp = connection.ops.adapt_datetimefield_value
    values = {"worker": worker, "count": count, "until": stamp(until), "now": stamp(now)}
    jobs = list(Job.objects.raw(_CLAIM.format(due=due, lock=lock), values))
    return sorted(jobs, key=lambda job: (-job.priority, job.run_after, job.pk))


def renew(*, worker: str, lease_seconds: float, now: datetime) -> int:
    """Prolong the worker's leases; return how many it holds."""
    return Job.objects.held_by(worker).update(lease_until=now + timedelta(seconds=lease_seconds))


def finish(jobs: Collection[Job], *, worker: str, now: datetime) -> int:
    """Mark the jobs as done; return how many the worker still held."""
    return _held(jobs, worker).update(state=JobState.DONE, lease_until=None, finished_at=now)


def fail(job: Job, *, worker: str, error: str, place: str, delay_seconds: float, now: datetime) -> JobState:
    """Let the job wait for its next attempt, or lay it aside as dead; return what became of it.

    `error` is a type and `place` a line of code: a message could quote the document it is about.
    """
    told = {"lease_until": None, "last_error": error[:200], "last_place": place[:200]}
    if job.attempts >= job.max_attempts:
        _held([job], worker).update(state=JobState.DEAD, finished_at=now, **told)
        return JobState.DEAD
    return _wait_again(job, worker=worker, run_after=now + timedelta(seconds=delay_seconds), now=now, **told)


def release(jobs: Collection[Job], *, worker: str, now: datetime) -> None:
    """Give back jobs that the worker stops before doing; the attempt does not count."""
    for job in jobs:
        _wait_again(job, worker=worker, run_after=job.run_after, now=now, lease_until=None, attempts=F("attempts") - 1)


def _wait_again(job: Job, *, worker: str, run_after: datetime, now: datetime, **changes: object) -> JobState:
    """Make the job wait, unless its key waits already: then that newer hint stands for both."""
    try:
        with transaction.atomic():
            _held([job], worker).update(state=JobState.READY, run_after=run_after, **changes)
    except IntegrityError:
        finish([job], worker=worker, now=now)
        return JobState.DONE
    return JobState.READY


def revive(job: Job, *, now: datetime) -> bool:
    """Let a dead job start again from its first attempt; return whether it was dead."""
    fresh = {"run_after": now, "attempts": 0, "finished_at": None, "last_error": "", "last_place": ""}
    dead = Job.objects.dead().filter(pk=job.pk)
    try:
        with transaction.atomic():
            return bool(dead.update(state=JobState.READY, **fresh))
    except IntegrityError:  # its key waits already: that newer hint stands for both
        return bool(dead.update(state=JobState.DONE))


def forget_done(*, before: datetime, most: int) -> int:
    """Erase up to `most` jobs that were done before the moment; return how many."""
    old = Job.objects.filter(state=JobState.DONE, finished_at__lt=before).order_by("finished_at")[:most]
    return Job.objects.filter(pk__in=list(old.values_list("pk", flat=True))).delete()[0]


def _held(jobs: Collection[Job], worker: str) -> JobQuerySet:
    return Job.objects.held_by(worker).filter(pk__in=[job.pk for job in jobs])
