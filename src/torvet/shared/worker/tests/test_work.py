"""Tasks through the `django.tasks` interface: enqueued, run, retried, laid aside, taken up again."""

import logging
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import transaction
from django.utils import timezone
from django_tasks import TaskResultStatus, default_task_backend
from django_tasks.base import Task
from django_tasks.exceptions import InvalidTaskError, TaskResultDoesNotExist
from pytest_django.fixtures import Settings

from torvet.shared.audit.models import Event
from torvet.shared.identity.api import Actor, ActorKind, Grant, Permission, PermissionMissing
from torvet.shared.worker import api, queue, schedule
from torvet.shared.worker.models import Job, JobState, Schedule
from torvet.shared.worker.tasks import forget_done_jobs
from torvet.shared.worker.tests import jobs

pytestmark = pytest.mark.django_db

OPERATOR = Actor(
    kind=ActorKind.ACCOUNT,
    name="Omar Operatør",
    account_id=1,
    grants=frozenset({Grant(Permission.SEE_WORK, None)}),
)


@pytest.fixture(autouse=True)
def story(tmp_path: Path, settings: Settings) -> Path:
    settings.DATA = tmp_path
    return tmp_path / "story.txt"


def words(story: Path) -> list[str]:
    """Return what happened, without process numbers and times."""
    return [line.rsplit(" ", 2)[0] for line in story.read_text().splitlines()] if story.exists() else []


def pass_retry_delays() -> None:
    Job.objects.filter(state=JobState.READY).update(run_after=timezone.now())


def test_enqueued_work_is_done_and_its_result_can_be_asked_for(story: Path) -> None:
    result = jobs.quick.enqueue("a")
    assert default_task_backend.get_result(result.id).status is TaskResultStatus.READY
    assert api.drain() == 1
    assert words(story) == ["quick a"]
    result.refresh()
    assert (result.status, result.attempts) == (TaskResultStatus.SUCCESSFUL, 1)


def test_what_is_rolled_back_was_never_enqueued(story: Path) -> None:
    with transaction.atomic():
        api.enqueue(jobs.quick, "a")
        transaction.set_rollback(True)
    assert api.drain() == 0
    assert words(story) == []


def test_the_same_key_runs_once(story: Path) -> None:
    for _ in range(3):
        api.enqueue(jobs.quick, "a", key="a")
    assert api.drain() == 1


def test_after_is_kept(story: Path) -> None:
    api.enqueue(jobs.quick, "a", after=timezone.now() + timedelta(hours=1))
    assert api.drain() == 0


def test_drain_stops_at_the_number_asked_for(story: Path) -> None:
    for name in "abcde":
        api.enqueue(jobs.quick, name)
    assert api.drain(most=2) == 2
    assert api.drain() == 3
    assert words(story) == [f"quick {name}" for name in "abcde"]


def test_a_task_learns_which_attempt_this_is(story: Path) -> None:
    jobs.with_context.enqueue("a")
    api.drain()
    assert words(story) == ["attempt-1 a"]


def test_a_task_that_fails_twice_succeeds_the_third_time() -> None:
    result = jobs.fail_twice.enqueue()
    for _ in range(3):
        assert api.drain() == 1
        pass_retry_delays()
    result.refresh()
    assert (result.status, result.attempts) == (TaskResultStatus.SUCCESSFUL, 3)


def test_a_failed_task_leaves_nothing_half_done() -> None:
    jobs.write_then_fail.enqueue()
    api.drain()
    assert not Schedule.objects.filter(task="half-done").exists()


def test_a_dead_letter_says_what_and_where_and_quotes_nothing(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    jobs.fail.enqueue("Jens Hansen 010190-1234")
    for _ in range(9):
        api.drain()
        pass_retry_delays()
    (dead,) = api.queue_state().dead_jobs
    assert (dead.error, dead.attempts) == ("builtins.ValueError", 5)
    assert dead.place.startswith("shared/worker/tests/jobs.py:")
    assert "failed with builtins.ValueError" in caplog.text
    assert "Jens" not in caplog.text
    assert "Jens" not in "".join(str(value) for value in Job.objects.values_list("last_error", "last_place"))


def test_a_failing_task_does_not_hold_up_the_next(story: Path) -> None:
    jobs.fail.enqueue("x")
    jobs.quick.enqueue("a")
    api.drain()
    assert words(story) == ["quick a"]


@pytest.mark.parametrize("path", ["torvet.shared.worker.tests.jobs.not_a_task", "os.remove", "no.such.thing"])
def test_a_job_can_only_name_a_task(path: str) -> None:
    now = timezone.now()
    queue.add(Job(task=path, args=["x"], run_after=now, enqueued_at=now, max_attempts=1))
    api.drain()
    (dead,) = api.queue_state().dead_jobs
    assert dead.error.endswith(".TaskMissing")


def test_arguments_that_are_not_json_are_refused_at_once() -> None:
    with pytest.raises(TypeError):
        api.enqueue(jobs.quick, object())


def test_a_local_function_is_no_task() -> None:
    def local() -> None:
        """Cannot be found again by another process."""

    with pytest.raises(InvalidTaskError):
        Task(func=local)


@pytest.mark.parametrize("unknown", ["nonsense", "00000000-0000-0000-0000-000000000000"])
def test_an_unknown_result_is_said_to_be_unknown(unknown: str) -> None:
    with pytest.raises(TaskResultDoesNotExist):
        default_task_backend.get_result(unknown)


def test_the_queue_tells_how_it_stands() -> None:
    now = timezone.now()
    api.enqueue(jobs.quick, "a")
    Job.objects.update(run_after=now - timedelta(seconds=90))
    api.enqueue(jobs.quick, "b", after=now + timedelta(hours=1))
    state = api.queue_state(now=now)
    assert (state.ready, state.leased, state.done, state.dead, state.oldest_due_seconds) == (2, 0, 0, 0, 90)


def dead_job() -> Job:
    now = timezone.now()
    job = Job(task="a.b", run_after=now, enqueued_at=now, finished_at=now, state=JobState.DEAD, max_attempts=1)
    job.save()
    return job


def test_retrying_a_dead_job_is_recorded() -> None:
    job = dead_job()
    assert api.retry_dead(job.uuid, OPERATOR)
    assert not api.retry_dead(job.uuid, OPERATOR)
    event = Event.objects.get()
    assert (event.verb, event.subject, event.actor_name) == ("worker.retry-job", job.uuid, "Omar Operatør")


def test_only_who_looks_after_the_work_may_retry() -> None:
    job = dead_job()
    nobody = Actor(kind=ActorKind.ACCOUNT, name="Nanna", account_id=2)
    with pytest.raises(PermissionMissing):
        api.retry_dead(job.uuid, nobody)
    assert Job.objects.get().state == JobState.DEAD


def test_what_comes_round_is_enqueued_once_a_round() -> None:
    now = timezone.now()
    schedule.keep(now=now)
    assert schedule.enqueue_due(now=now) >= 1
    assert schedule.enqueue_due(now=now) == 0
    waiting = Job.objects.filter(task=forget_done_jobs.module_path)
    assert waiting.count() == 1
    schedule.enqueue_due(now=now + timedelta(hours=2))
    assert waiting.count() == 1


def test_a_schedule_that_the_code_has_dropped_is_dropped() -> None:
    Schedule.objects.create(task="gone.task", every_seconds=1, next_at=timezone.now())
    schedule.keep(now=timezone.now())
    assert not Schedule.objects.filter(task="gone.task").exists()


def test_old_done_jobs_are_erased_by_the_hourly_task() -> None:
    jobs.quick.enqueue("a")
    api.drain()
    Job.objects.update(finished_at=timezone.now() - timedelta(days=2))
    forget_done_jobs.call()
    assert not Job.objects.exists()


def test_other_backends_get_the_work_too(story: Path, settings: Settings) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    api.enqueue(jobs.quick, "a", key="a", after=timezone.now())
    assert words(story) == ["quick a"]
