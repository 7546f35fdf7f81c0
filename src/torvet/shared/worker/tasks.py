"""The worker's own background work."""

from datetime import timedelta

from django.utils import timezone
from django_tasks import task

from torvet.shared.worker import queue
from torvet.shared.worker.options import options

ERASED_AT_ONCE = 5000


@task()
def forget_done_jobs() -> None:
    """Erase jobs that were done long enough ago, in short transactions."""
    before = timezone.now() - timedelta(seconds=options().keep_done_seconds)
    while queue.forget_done(before=before, most=ERASED_AT_ONCE) == ERASED_AT_ONCE:
        pass
