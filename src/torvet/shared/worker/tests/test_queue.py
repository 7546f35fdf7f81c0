"""Rows: claimed by one worker, urgent first, one waiting job per key, dead after too many attempts."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from torvet.shared.worker import queue
from torvet.shared.worker.models import Job, JobState

pytestmark = pytest.mark.django_db

NOW = datetime(2027, 3, 1, 6, 0, tzinfo=UTC)
LATER = NOW + timedelta(seconds=61)


def add(task: str = "a.task", *, priority: int = 0, key: str | None = None, after: float = 0) -> UUID:
    return queue.add(
        Job(
            task=task,
            priority=priority,
            key=key,
            run_after=NOW + timedelta(seconds=after),
            max_attempts=3,
            enqueued_at=NOW,
        )
    )


def claim(count: int = 1, *, worker: str = "anna", now: datetime = NOW) -> list[Job]:
    return queue.claim(worker=worker, count=count, lease_seconds=60, now=now)


def state(uuid: UUID) -> str:
    return Job.objects.get(uuid=uuid).state


def test_urgent_first_then_oldest() -> None:
    late, early, urgent = add("late", after=-1), add("early", after=-2), add("urgent", priority=5)
    assert [job.uuid for job in claim(9)] == [urgent, early, late]


def test_a_leased_job_is_not_claimed_again() -> None:
    add()
    add()
    mine, others = claim(worker="anna"), claim(9, worker="bo")
    assert len(mine) == len(others) == 1
    assert mine[0].pk != others[0].pk
    assert claim(9, worker="bo") == []


def test_a_job_for_later_waits() -> None:
    add(after=60)
    assert claim() == []
    assert len(claim(now=LATER)) == 1


def test_arguments_come_back_as_they_were() -> None:
    job = Job(task="t", args=[1, "æ", None], kwargs={"a": 2}, run_after=NOW, max_attempts=1, enqueued_at=NOW)
    queue.add(job)
    (found,) = claim()
    assert (found.args, found.kwargs, found.run_after) == ([1, "æ", None], {"a": 2}, NOW)


def test_an_expired_lease_goes_to_another_worker_and_the_first_can_no_longer_finish() -> None:
    add()
    (job,) = claim(worker="anna")
    assert claim(worker="bo", now=NOW + timedelta(seconds=59)) == []
    assert [taken.pk for taken in claim(worker="bo", now=LATER)] == [job.pk]
    assert queue.finish([job], worker="anna", now=LATER) == 0
    assert queue.finish([job], worker="bo", now=LATER) == 1


def test_a_renewed_lease_does_not_expire() -> None:
    add()
    claim(worker="anna")
    assert queue.renew(worker="anna", lease_seconds=60, now=NOW + timedelta(seconds=30)) == 1
    assert claim(worker="bo", now=LATER) == []


def test_expired_jobs_are_claimed_alone() -> None:
    for _ in range(3):
        add()
    claim(3)
    add()
    assert len(claim(3, worker="bo", now=LATER)) == 1


def test_a_job_that_kills_its_workers_ends_as_dead() -> None:
    uuid = add()
    now = NOW
    for _ in range(3):
        assert len(claim(now=now)) == 1
        now += timedelta(seconds=61)
    assert claim(now=now) == []
    dead = Job.objects.get(uuid=uuid)
    assert (dead.state, dead.last_error) == (JobState.DEAD, queue.LEASE_EXPIRED)


def test_failures_wait_and_then_end_as_dead() -> None:
    uuid, now, states = add(), NOW, []
    for _ in range(3):
        (job,) = claim(now=now)
        queue.fail(job, worker="anna", error="E", place="p:1", delay_seconds=10, now=now)
        assert claim(now=now) == []
        states.append(state(uuid))
        now += timedelta(seconds=10)
    assert states == [JobState.READY, JobState.READY, JobState.DEAD]


def test_two_waiting_jobs_with_one_key_are_one_and_the_sooner_and_more_urgent_counts() -> None:
    first = add(key="publish:7", after=50)
    assert add(key="publish:7", after=20, priority=3) == first
    add(key="publish:7", after=90, priority=1)
    job = Job.objects.get()
    assert (job.run_after, job.priority) == (NOW + timedelta(seconds=20), 3)


def test_jobs_without_a_key_are_never_merged() -> None:
    assert add() != add()


def test_a_hint_given_while_its_job_runs_is_kept() -> None:
    first = add(key="k")
    claim()
    second = add(key="k")
    assert second != first
    assert state(second) == JobState.READY


def test_a_failed_job_gives_way_to_the_hint_that_came_meanwhile() -> None:
    first = add(key="k")
    (job,) = claim()
    second = add(key="k")
    queue.fail(job, worker="anna", error="E", place="", delay_seconds=1, now=NOW)
    assert (state(first), state(second)) == (JobState.DONE, JobState.READY)


def test_a_released_job_waits_again_and_the_attempt_does_not_count() -> None:
    uuid = add()
    jobs = claim()
    queue.release(jobs, worker="anna", now=NOW)
    job = Job.objects.get(uuid=uuid)
    assert (job.state, job.attempts, job.lease_until) == (JobState.READY, 0, None)


def test_a_dead_job_is_revived_once() -> None:
    add()
    Job.objects.update(state=JobState.DEAD, attempts=3, finished_at=NOW, last_error="E")
    job = Job.objects.get()
    assert queue.revive(job, now=NOW)
    assert not queue.revive(job, now=NOW)
    (again,) = claim()
    assert (again.attempts, again.last_error) == (1, "")


def test_a_dead_job_is_not_revived_beside_one_with_its_key() -> None:
    dead = add(key="k")
    Job.objects.update(state=JobState.DEAD, finished_at=NOW)
    add(key="k")
    assert queue.revive(Job.objects.get(uuid=dead), now=NOW)
    assert state(dead) == JobState.DONE


def test_done_jobs_are_forgotten_in_portions_and_others_are_not() -> None:
    for _ in range(3):
        add()
    queue.finish(claim(3), worker="anna", now=NOW)
    waiting = add()
    assert queue.forget_done(before=LATER, most=2) == 2
    assert queue.forget_done(before=NOW, most=9) == 0
    assert queue.forget_done(before=LATER, most=9) == 1
    assert Job.objects.get().uuid == waiting


@pytest.mark.parametrize("broken", [{"state": "LEASED"}, {"state": "DONE"}, {"state": "DEAD"}, {"lease_until": NOW}])
def test_the_database_refuses_half_a_state(broken: dict[str, object]) -> None:
    add()
    with pytest.raises(IntegrityError), transaction.atomic():
        Job.objects.update(**broken)
