"""What the page of background work shows."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from torvet.shared.ui import parts
from torvet.shared.ui.formats import day_and_clock, number
from torvet.shared.worker.api import DeadJob, QueueState
from torvet.shared.worker.queue import LEASE_EXPIRED

LATE_SECONDS = 60.0


@dataclass(frozen=True)
class DeadRow:
    """A job that failed too often, in words."""

    uuid: str
    task: str
    when: str
    reason: str
    attempts: int


@dataclass(frozen=True)
class StatusPage:
    """How background work stands."""

    tiles: tuple[parts.Tile, ...]
    is_late: bool
    oldest_due_minutes: int
    dead: tuple[DeadRow, ...]


def status_page(state: QueueState) -> StatusPage:
    """Show the state of the queue."""
    is_late = state.oldest_due_seconds > LATE_SECONDS
    return StatusPage(
        tiles=(
            parts.Tile(number(state.ready), _("Waiting"), kind=parts.Kind.LATE if is_late else parts.Kind.NEUTRAL),
            parts.Tile(number(state.leased), _("Running")),
            parts.Tile(number(state.done), _("Done in the last day"), kind=parts.Kind.OK),
            parts.Tile(number(state.dead), _("Failed"), kind=parts.Kind.LATE if state.dead else parts.Kind.NEUTRAL),
        ),
        is_late=is_late,
        oldest_due_minutes=int(state.oldest_due_seconds // 60),
        dead=tuple(_dead_row(job) for job in state.dead_jobs),
    )


def _dead_row(job: DeadJob) -> DeadRow:
    reason = _("The process was killed or hung each time") if job.error == LEASE_EXPIRED else job.error
    return DeadRow(
        uuid=str(job.uuid),
        task=job.task,
        when=day_and_clock(timezone.localtime(job.died_at)),
        reason=f"{reason} ({job.place})" if job.place else reason,
        attempts=job.attempts,
    )
