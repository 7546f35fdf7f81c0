"""Tasks for the tests. They leave lines in a file, so that a killed process cannot take its story with it."""

import os
import time
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django_tasks import TaskContext, task

from torvet.shared.worker.models import Schedule


def tell(line: str) -> None:
    """Add a line to the file of what happened, in one write."""
    story = os.open(Path(settings.DATA) / "story.txt", os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    try:
        os.write(story, f"{line} {os.getpid()} {time.monotonic():.3f}\n".encode())
    finally:
        os.close(story)


@task()
def quick(name: str) -> None:
    """Say that it ran."""
    tell(f"quick {name}")


@task()
def slow(name: str, seconds: float) -> None:
    """Take its time."""
    tell(f"begin {name}")
    time.sleep(seconds)
    tell(f"end {name}")


@task()
def slow_once(name: str) -> None:
    """Hang the first time, be quick the second: a worker is killed in the middle of the first."""
    mark = Path(settings.DATA) / f"{name}.mark"
    tell(f"begin {name}")
    if not mark.exists():
        mark.touch()
        time.sleep(60)
    tell(f"end {name}")


@task()
def fail(secret: str) -> None:
    """Fail with a message that quotes its document, as parsers do."""
    raise ValueError(f"cannot read: {secret}")


@task()
def fail_twice() -> None:
    """Fail the first two times."""
    rows = Schedule.objects.filter(task__startswith="failure-").count()
    if rows < 2:
        _note_failure(rows)
        raise RuntimeError


@transaction.atomic
def _note_failure(number: int) -> None:
    Schedule.objects.create(task=f"failure-{number}", every_seconds=1, next_at="2099-01-01T00:00Z")


@task()
def write_then_fail() -> None:
    """Write a row in a transaction that the failure must take back."""
    with transaction.atomic():
        Schedule.objects.create(task="half-done", every_seconds=1, next_at="2099-01-01T00:00Z")
        raise RuntimeError


@task()
def kill_worker() -> None:
    """Take the whole process down, as the kernel does when memory runs out."""
    tell("begin poison")
    os.kill(os.getpid(), 9)


@task(takes_context=True)
def with_context(context: TaskContext, name: str) -> None:
    """Tell which attempt this is."""
    tell(f"attempt-{context.attempt} {name}")


def not_a_task() -> None:
    """Stand where a job could point by mistake."""
