"""What a person can do with background work."""

from datetime import datetime

from django.db import transaction

from torvet.shared.audit.api import record
from torvet.shared.identity.api import Actor, Permission, PermissionMissing
from torvet.shared.organisation.api import Ref
from torvet.shared.worker import queue
from torvet.shared.worker.models import Job

__all__ = ["retry_dead"]


@transaction.atomic
def retry_dead(*, actor: Actor, job: Job, now: datetime) -> bool:
    """Let a job that failed too often start again; return whether it was still dead.

    Raises:
        PermissionMissing: the actor may not look after background work.
    """
    if not actor.may(Permission.SEE_WORK):
        raise PermissionMissing(Permission.SEE_WORK)
    if not queue.revive(job, now=now):
        return False
    record(
        actor=actor,
        verb="worker.retry-job",
        subject=Ref(module="worker", kind="job", uuid=job.uuid, title=job.task),
        now=now,
        details={"task": job.task, "error": job.last_error},
    )
    return True
