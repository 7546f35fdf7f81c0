"""Background work, thin: take an id, call the pipeline. Everything here may run twice without harm."""

from django.conf import settings
from django.utils import timezone
from django_tasks import task

from torvet.modules.records import inbox
from torvet.modules.records.actions.publishing import list_due_cases
from torvet.modules.records.actions.withdrawing import erase_withdrawn_files
from torvet.modules.records.models import DocumentVersion
from torvet.modules.records.pipeline import WORKER, advance
from torvet.shared.worker.api import enqueue, every

SWEEP_MAX = 1000


@task()
def advance_version(version_id: int) -> None:
    """Move one version as far as it can go."""
    advance(version_id)


def ask_for(version_id: int) -> None:
    """Ask for a version to be moved; asking twice is one job."""
    enqueue(advance_version, version_id, key=f"records-version-{version_id}")


@every(seconds=5)
@task()
def sweep() -> None:
    """Find what is left to do: versions on the way that no hint speaks of, and what has become due."""
    now = timezone.now()
    versions = DocumentVersion.objects.current()
    for version_id in versions.due(now=now).values_list("pk", flat=True)[:SWEEP_MAX]:
        ask_for(version_id)
    for version_id in versions.on_the_way().values_list("pk", flat=True)[:SWEEP_MAX]:
        ask_for(version_id)
    list_due_cases(actor=WORKER, now=now)


@every(seconds=300)
@task()
def erase() -> None:
    """Erase withdrawn files that a crash left on the disk."""
    erase_withdrawn_files(actor=WORKER, now=timezone.now())


@every(seconds=2)
@task()
def watch_inbox() -> None:
    """Take deliveries that were dropped in the watched folder."""
    inbox.take_all(settings.INBOX, actor=WORKER)
