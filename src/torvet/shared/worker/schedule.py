"""Tasks that come round: registered by apps when they start, enqueued by whichever worker looks first."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, TypeVar

from django.db import transaction
from django_tasks.base import Task

from torvet.shared.worker.backend import LeaseBackend, task_at
from torvet.shared.worker.models import Schedule

__all__ = ["enqueue_due", "every", "keep"]

AnyTask = TypeVar("AnyTask", bound=Task[..., Any])

_registered: dict[str, int] = {}


def every(seconds: int) -> Callable[[AnyTask], AnyTask]:
    """Register a task without arguments to be enqueued every so many seconds.

    Called from an app's `ready`: `every(3600)(sweep)`. A round that is missed is not made up for, and a task
    still waiting from the last round is not enqueued again.
    """

    def register(task: AnyTask) -> AnyTask:
        _registered[task.module_path] = seconds
        return task

    return register


def keep(*, now: datetime) -> None:
    """Bring the rows in line with what is registered; new tasks are due at once."""
    with transaction.atomic():
        Schedule.objects.exclude(task__in=_registered).delete()
        for path, seconds in _registered.items():
            Schedule.objects.update_or_create(
                task=path,
                defaults={"every_seconds": seconds},
                create_defaults={"every_seconds": seconds, "next_at": now},
            )


def enqueue_due(*, now: datetime) -> int:
    """Enqueue the tasks whose time has come; return how many."""
    return sum(_enqueue(row, now) for row in Schedule.objects.filter(next_at__lte=now))


def _enqueue(row: Schedule, now: datetime) -> bool:
    """Move the row on and enqueue its task, unless another worker has just done so."""
    mine = Schedule.objects.filter(pk=row.pk, next_at=row.next_at)
    with transaction.atomic():
        if not mine.update(next_at=now + timedelta(seconds=row.every_seconds)):
            return False
        task = task_at(row.task)
        backend = task.get_backend()
        if isinstance(backend, LeaseBackend):
            backend.enqueue_once(task, (), {}, key=f"every:{row.task}")
        else:
            task.enqueue()
    return True
