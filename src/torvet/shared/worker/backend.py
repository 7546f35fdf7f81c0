"""The lease backend of the `django.tasks` interface: enqueueing adds a row, in the open transaction."""

from collections.abc import Mapping, Sequence
from typing import Any, ParamSpec, TypeVar
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks import TaskResult, TaskResultStatus
from django_tasks.backends.base import BaseTaskBackend
from django_tasks.base import Task, TaskError
from django_tasks.exceptions import TaskResultDoesNotExist
from django_tasks.signals import task_enqueued
from django_tasks.utils import normalize_json

from torvet.shared.worker import queue
from torvet.shared.worker.models import Job, JobState
from torvet.shared.worker.options import options

__all__ = ["LeaseBackend", "TaskMissing", "result_of", "task_at"]

P = ParamSpec("P")
T = TypeVar("T")

_STATUS = {
    JobState.READY: TaskResultStatus.READY,
    JobState.LEASED: TaskResultStatus.RUNNING,
    JobState.DONE: TaskResultStatus.SUCCESSFUL,
    JobState.DEAD: TaskResultStatus.FAILED,
}


class TaskMissing(Exception):
    """A job names something that is no task, most often one that was renamed."""


class LeaseBackend(BaseTaskBackend):
    """Keeps jobs in the database until a worker has done them, at least once each.

    What a task returns is not kept: the rows that it changed say what came of it.
    """

    supports_defer = True
    supports_async_task = True
    supports_get_result = True
    supports_priority = True

    def enqueue(self, task: Task[P, T], args: P.args, kwargs: P.kwargs) -> TaskResult[T]:  # type: ignore[valid-type]  # as the base class
        """Add a job; it is seen by workers when the open transaction commits."""
        return self.enqueue_once(task, args, kwargs, key=None)

    def enqueue_once(
        self, task: Task[P, T], args: Sequence[Any], kwargs: Mapping[str, Any], *, key: str | None
    ) -> TaskResult[T]:
        """Add a job, unless one with the same key still waits."""
        self.validate_task(task)
        now = timezone.now()
        job = Job(
            task=task.module_path,
            args=normalize_json(args),
            kwargs=normalize_json(kwargs),
            queue=task.queue_name,
            priority=task.priority,
            key=key,
            run_after=task.run_after or now,
            max_attempts=options().max_attempts,
            enqueued_at=now,
        )
        job.uuid = queue.add(job)
        result = result_of(job, task)
        task_enqueued.send(type(self), task_result=result)
        return result

    def get_result(self, result_id: str) -> TaskResult[Any]:
        """Return what is known of a job.

        Raises:
            TaskResultDoesNotExist: there is none with that id; a done job is forgotten after a day.
        """
        try:
            job = Job.objects.get(uuid=UUID(result_id))
        except (Job.DoesNotExist, ValueError, ValidationError) as error:
            raise TaskResultDoesNotExist(result_id) from error
        return result_of(job, task_at(job.task))


def task_at(path: str) -> Task[..., Any]:
    """Return the task with the dotted path.

    Raises:
        TaskMissing: nothing stands there, or something that is not a task.
    """
    try:
        found = import_string(path)
    except ImportError as error:
        raise TaskMissing(path) from error
    if not isinstance(found, Task):
        raise TaskMissing(path)
    return found


def result_of(job: Job, task: Task[P, T]) -> TaskResult[T]:
    """Show a job as the `django.tasks` interface does."""
    return TaskResult(
        task=task,
        id=str(job.uuid),
        status=_STATUS[JobState(job.state)],
        enqueued_at=job.enqueued_at,
        started_at=job.started_at,
        finished_at=job.finished_at,
        last_attempted_at=job.started_at,
        args=job.args,
        kwargs=job.kwargs,
        backend=task.backend,
        errors=[TaskError(exception_class_path=job.last_error, traceback=job.last_place)] if job.last_error else [],
        worker_ids=[job.leased_by] * job.attempts,
    )
