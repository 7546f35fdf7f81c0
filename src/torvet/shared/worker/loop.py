"""The worker: claims due jobs, runs them, sleeps when there are none.

One process runs one task at a time; more processes are more hands. What a job's rows look like is `queue`'s
business.
"""

import logging
import os
import random
import secrets
import time
from threading import Event
from traceback import extract_tb

from django.db import DatabaseError, connection
from django.utils import timezone
from django_tasks import TaskContext
from django_tasks.signals import task_finished, task_started

from torvet.shared.worker import queue, rules, schedule
from torvet.shared.worker.backend import LeaseBackend, result_of, task_at
from torvet.shared.worker.lease import Lease
from torvet.shared.worker.models import Job, JobState
from torvet.shared.worker.options import Options

__all__ = ["Interrupted", "Worker"]

logger = logging.getLogger("torvet.worker")

FLUSH_SECONDS = 0.25
SCHEDULE_SECONDS = 1.0
LOST_DATABASE_PAUSE_SECONDS = 2.0


class Interrupted(BaseException):
    """The process was told a second time to stop; raised in the middle of a task."""


class Worker:
    """One pair of hands."""

    def __init__(self, options: Options) -> None:
        self.name = f"{os.getpid()}-{secrets.token_hex(4)}"
        self._options = options
        self._stop = Event()
        self._size = 1
        self._schedule_looked_at = 0.0
        self._lease = Lease(self.name, seconds=options.lease_seconds, longest_task_seconds=options.longest_task_seconds)

    def stop(self) -> None:
        """Ask the worker to finish the task it is at, give back the others and end."""
        self._stop.set()

    @property
    def is_stopping(self) -> bool:
        """Whether the worker was asked to end."""
        return self._stop.is_set()

    def run(self, *, until_empty: bool = False, most: int | None = None) -> int:
        """Work until stopped, until nothing is due or until `most` jobs were run; return how many were."""
        done, pause = 0, 0.0
        if not until_empty:
            schedule.keep(now=timezone.now())
        with self._lease:
            while not self._stop.is_set() and (most is None or done < most):
                ran = self._round(is_scheduled=not until_empty, room=None if most is None else most - done)
                done += ran
                if ran:
                    pause = 0.0
                elif until_empty:
                    break
                else:
                    pause = rules.next_pause_seconds(
                        pause,
                        shortest=self._options.shortest_pause_seconds,
                        longest=self._options.longest_pause_seconds,
                    )
                    self._stop.wait(pause)
        return done

    def _round(self, *, is_scheduled: bool, room: int | None) -> int:
        """Claim and run one batch; a lost database is waited for."""
        try:
            if is_scheduled:
                self._look_at_schedule()
            return self._batch(self._size if room is None else min(self._size, room))
        except DatabaseError as error:
            if connection.in_atomic_block:
                raise
            logger.warning("the database did not answer: %s", type(error).__name__)
            connection.close()
            self._stop.wait(LOST_DATABASE_PAUSE_SECONDS)
            return 0

    def _look_at_schedule(self) -> None:
        if time.monotonic() - self._schedule_looked_at >= SCHEDULE_SECONDS:
            self._schedule_looked_at = time.monotonic()
            schedule.enqueue_due(now=timezone.now())

    def _batch(self, count: int) -> int:
        began = time.monotonic()
        jobs = queue.claim(worker=self.name, count=count, lease_seconds=self._options.lease_seconds, now=timezone.now())
        if jobs:
            self._lease.begins(at=began)
            self._run_all(jobs)
            self._size = rules.next_batch_size(
                self._size,
                claimed=len(jobs),
                took_seconds=time.monotonic() - began,
                most=self._options.batch_most,
            )
        return len(jobs)

    def _run_all(self, jobs: list[Job]) -> None:
        """Run the jobs one by one; quick ones are marked as done together."""
        waiting, done, flushed = list(jobs), list[Job](), time.monotonic()
        try:
            while waiting and self._lease.is_held and not self._stop.is_set():
                if self._run(waiting[0]):
                    done.append(waiting[0])
                waiting.pop(0)
                if time.monotonic() - flushed > FLUSH_SECONDS:
                    self._finish(done)
                    done, flushed = [], time.monotonic()
        finally:
            self._finish(done)
            queue.release(waiting, worker=self.name, now=timezone.now())

    def _finish(self, jobs: list[Job]) -> None:
        if jobs and queue.finish(jobs, worker=self.name, now=timezone.now()) < len(jobs):
            logger.warning("a lease was lost before its job was done; the job runs again")

    def _run(self, job: Job) -> bool:
        """Run one job; return whether it succeeded."""
        self._lease.task_begins()
        try:
            _call(job)
        except Exception as error:  # noqa: BLE001  whatever a task raises, the worker goes on to the next
            self._fail(job, type(error), _place(error))
            return False
        finally:
            self._lease.task_ends()
        return True

    def _fail(self, job: Job, kind: type[Exception], place: str) -> None:
        delay = rules.retry_delay_seconds(
            job.attempts,
            first_seconds=self._options.first_retry_seconds,
            chance=random.random(),  # noqa: S311  spreads retries, keeps no secret
        )
        name = f"{kind.__module__}.{kind.__qualname__}"
        state = queue.fail(job, worker=self.name, error=name, place=place, delay_seconds=delay, now=timezone.now())
        level = logging.ERROR if state is JobState.DEAD else logging.WARNING
        logger.log(level, "%s failed with %s at %s, attempt %s", job.task, name, place, job.attempts)


def _call(job: Job) -> None:
    """Call the job's task as the `django.tasks` interface asks."""
    task = task_at(job.task)
    result = result_of(job, task)
    task_started.send(LeaseBackend, task_result=result)
    first = [TaskContext(task_result=result)] if task.takes_context else []
    task.call(*first, *job.args, **job.kwargs)
    job.state, job.finished_at = JobState.DONE, timezone.now()
    task_finished.send(LeaseBackend, task_result=result_of(job, task))


def _place(error: BaseException) -> str:
    """Return where in our own code the error came from; its message stays out, it may quote a document."""
    frames = extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "/torvet/" in frame.filename] or frames
    return f"{ours[-1].filename.rpartition('/torvet/')[2]}:{ours[-1].lineno}" if ours else ""
