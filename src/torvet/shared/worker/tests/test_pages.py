"""The page of background work."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from torvet.shared.identity.roles import AUDITOR, OPERATOR
from torvet.shared.identity.tests.builders import build_account
from torvet.shared.worker import api
from torvet.shared.worker.models import Job, JobState
from torvet.shared.worker.tests import jobs

pytestmark = pytest.mark.usefixtures("departments")

PAGE = "/drift/baggrundsarbejde/"


@pytest.fixture
def operator(client: Client) -> Client:
    client.force_login(build_account("omar", name="Omar Operatør", role=OPERATOR))
    return client


def dead_job() -> Job:
    jobs.fail.enqueue("hemmeligt")
    Job.objects.update(attempts=4)
    api.drain()
    return Job.objects.get(state=JobState.DEAD)


def test_a_dead_job_stands_with_its_reason_and_can_start_again(operator: Client) -> None:
    job = dead_job()
    text = operator.get(PAGE).content.decode()
    assert "builtins.ValueError" in text
    assert "hemmeligt" not in text
    response = operator.post(f"{PAGE}{job.uuid}/proev-igen/", follow=True)
    assert "Opgaven starter igen" in response.content.decode()
    assert Job.objects.get().state == JobState.READY
    assert operator.post(f"{PAGE}{job.uuid}/proev-igen/").status_code == 404


def test_a_queue_that_stands_still_is_said_aloud(operator: Client) -> None:
    api.enqueue(jobs.quick, "a")
    assert "Se efter, om en arbejder kører" not in operator.get(PAGE).content.decode()
    Job.objects.update(run_after=timezone.now() - timedelta(minutes=5))
    assert "Se efter, om en arbejder kører" in operator.get(PAGE).content.decode()


def test_others_can_neither_see_nor_start(client: Client) -> None:
    job = dead_job()
    client.force_login(build_account("anna", role=AUDITOR))
    assert client.get(PAGE).status_code == 404
    assert client.post(f"{PAGE}{job.uuid}/proev-igen/").status_code == 404
    assert Job.objects.get().state == JobState.DEAD
