"""Background work, thin: take an id, call the pipeline. Everything here may run twice without harm."""

from django.conf import settings
from django.utils import timezone
from django_tasks import task

from torvet.modules.records import inbox, looking_back
from torvet.modules.records.actions.publishing import list_due_cases
from torvet.modules.records.actions.rescreening import rescreen, retitle
from torvet.modules.records.actions.watching import keep_run
from torvet.modules.records.actions.withdrawing import erase_withdrawn_files
from torvet.modules.records.models import Delivery, DocumentVersion, PublicationStop, RobotRun
from torvet.modules.records.pipeline import WORKER, advance
from torvet.modules.records.robot.starting import attack
from torvet.modules.records.robot.timing import is_due
from torvet.shared.identity.api import system_actor
from torvet.shared.worker.api import enqueue, every

SWEEP_MAX = 1000
# What is new goes first; but a look back that never ended would leave open what today's rules cover.
LOOK_BACK_MAX, LOOK_BACK_MAX_WHEN_BUSY = 200, 20
ROBOT = system_actor("Robot")
HOUR_SECONDS = 60 * 60
# At night every recipe comes six times, each time with other data; by hand once, so that somebody can wait for it.
DOCUMENTS_AT_NIGHT, DOCUMENTS_BY_HAND = 150, 25


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
    is_stopped = PublicationStop.objects.standing().exists()
    for version_id in [] if is_stopped else versions.due(now=now).values_list("pk", flat=True)[:SWEEP_MAX]:
        ask_for(version_id)
    for version_id in versions.on_the_way().values_list("pk", flat=True)[:SWEEP_MAX]:
        ask_for(version_id)
    list_due_cases(actor=WORKER, now=now)


@every(seconds=300)
@task()
def erase() -> None:
    """Erase withdrawn files that a crash left on the disk."""
    erase_withdrawn_files(actor=WORKER, now=timezone.now())


@task()
def rescreen_version(version_id: int) -> None:
    """Search one public version by today's rules."""
    rescreen(actor=WORKER, version_id=version_id, now=timezone.now())


@task()
def retitle_case(case_id: int) -> None:
    """Search the titles of one case by today's rules."""
    retitle(actor=WORKER, case_id=case_id, now=timezone.now())


@every(seconds=60)
@task()
def look_back() -> None:
    """Let today's rules look through what older ones let out, oldest first, one job each."""
    now = timezone.now()
    is_busy = DocumentVersion.objects.current().on_the_way().exists()
    most = LOOK_BACK_MAX_WHEN_BUSY if is_busy else LOOK_BACK_MAX
    for version_id in looking_back.versions_left(now=now).values_list("pk", flat=True)[:most]:
        enqueue(rescreen_version, version_id, key=f"records-rescreen-{version_id}")
    for case_id in looking_back.cases_left(now=now).values_list("pk", flat=True)[:most]:
        enqueue(retitle_case, case_id, key=f"records-retitle-{case_id}")
        looking_back.note_asked(case_id, now=now)


@every(seconds=2)
@task()
def watch_inbox() -> None:
    """Take deliveries that were dropped in the watched folder."""
    inbox.take_all(settings.INBOX, actor=WORKER)


@every(seconds=HOUR_SECONDS)
@task()
def watch_by_night() -> None:
    """Let the robot attack once a night; looks every hour whether it is time."""
    last = RobotRun.objects.order_by("-started_at").first()
    first = Delivery.objects.order_by("received_at").first()
    if is_due(
        now=timezone.localtime(),
        last_started_at=last.started_at if last else None,
        site_since=first.received_at if first else None,
    ):
        _let_robot_attack(DOCUMENTS_AT_NIGHT)


@task()
def run_robot() -> None:
    """Let the robot attack now."""
    _let_robot_attack(DOCUMENTS_BY_HAND)


def ask_for_robot() -> None:
    """Ask for an attack now; asking twice is one attack."""
    enqueue(run_robot, key="records-robot")


def _let_robot_attack(documents: int) -> None:
    started_at = timezone.now()
    report = attack(documents=documents)
    keep_run(actor=ROBOT, report=report, started_at=started_at, now=timezone.now())
