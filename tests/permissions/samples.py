"""What the addresses of the matrix speak of, all of it in the department `tm`.

An address with parts in it (`<slug:slug>`) needs a sample here: a function that finds the thing in the town of
`conftest`, or makes it, and returns the parts. What nobody outside the department may see carries `MARKER`.
"""

from collections.abc import Callable, Mapping

from django.utils import timezone

from torvet.modules.records.models import Case, Document, PublicationStop, State
from torvet.shared.worker.models import Job, JobState

Parts = Mapping[str, object]
SAMPLES: dict[str, Callable[[], Parts]] = {}

DEPARTMENT = "tm"
OTHER_DEPARTMENT = "bs"
MARKER = "Zebrafinkevej"


class NoSample(Exception):
    """An address has parts in it, and nothing was made that they could name."""


def sample(*names: str) -> Callable[[Callable[[], Parts]], Callable[[], Parts]]:
    """Say that a function makes what these addresses speak of."""

    def register(make: Callable[[], Parts]) -> Callable[[], Parts]:
        SAMPLES.update(dict.fromkeys(names, make))
        return make

    return register


def parts_for(name: str, *, are_needed: bool) -> Parts:
    """Return the parts of an address.

    Raises:
        NoSample: it has parts, and no function makes them.
    """
    if name in SAMPLES:
        return SAMPLES[name]()
    if are_needed:
        raise NoSample(f"{name} has parts in its address: add a sample in {__name__}")
    return {}


@sample("worker:retry")
def dead_job() -> Parts:
    """A job that failed too often."""
    now = timezone.now()
    job = Job.objects.create(
        task="a.task", run_after=now, enqueued_at=now, finished_at=now, state=JobState.DEAD, max_attempts=1
    )
    return {"uuid": job.uuid}


@sample("records:delivery-schema")
def schema() -> Parts:
    """A schema of the delivery format."""
    return {"name": "case"}


@sample("records:case", "records:case-json", "records:case-atom")
def case() -> Parts:
    """The case of both letters."""
    return {"slug": Case.objects.get().slug}


@sample("records:document", "records:document-json", "records:document-file", "records:proof", "records:proof-json")
def public_document() -> Parts:
    """The letter that is public."""
    return {"slug": Document.objects.get(versions__state=State.PUBLIC).slug}


@sample("records:journal-document", "records:withdraw", "records:retry")
def waiting_document() -> Parts:
    """The letter that waits, and that only its own department may know of."""
    return {"slug": Document.objects.exclude(versions__state=State.PUBLIC).get().slug}


@sample("records:lift-stop")
def standing_stop() -> Parts:
    """A stop of publication that nobody has lifted."""
    stop, _ = PublicationStop.objects.get_or_create(
        code="robot-escape", defaults={"stopped_at": timezone.now(), "stopped_by": "Robot"}
    )
    return {"uuid": stop.uuid}
