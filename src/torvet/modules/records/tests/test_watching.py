"""Keeping runs, the stop and its lifting, and the robot's page."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

from torvet.modules.records import tasks
from torvet.modules.records.actions.watching import keep_run, lift_stop, stop_publication
from torvet.modules.records.models import DocumentVersion, PublicationStop, RobotRun, State
from torvet.modules.records.pipeline import advance
from torvet.modules.records.robot.outcomes import Count, Report
from torvet.modules.records.rules import RuleViolation
from torvet.modules.records.tests.builders import SYSTEM, advance_all, found_municipality, one_letter
from torvet.shared.audit.models import Event
from torvet.shared.identity.api import Actor, ActorKind, PermissionMissing
from torvet.shared.identity.roles import CASEWORKER, RECORDS_OFFICER
from torvet.shared.identity.tests.builders import build_account

REASON = "Hullet er lukket i version 0.3."
CLEAN = Report(
    seed=1,
    documents=25,
    rule_pack="2026.11.2",
    total=Count(planted=200, covered=150, held=50),
    by_place={
        "pdf-white": Count(2, 0, 2, 0).as_row(),
        "nothing": Count(3, 0, 1, 0).as_row(),
        "decoys": Count(30, 2, 0, 0).as_row(),
    },
    by_rendering={"en dash": Count(4, 4, 0, 0).as_row(), "phone": Count(9, 9, 0, 0).as_row()},
)
ESCAPE = Report(seed=2, total=Count(planted=2001, covered=2000, escaped=1), escapes=("phone i pdf-white: log",))
FAILED = Report(seed=3, problem="crashed")


def keep(report: Report, *, hours_ago: int = 0) -> RobotRun:
    now = timezone.now() - timedelta(hours=hours_ago)
    return keep_run(actor=SYSTEM, report=report, started_at=now, now=now)


def stop() -> PublicationStop:
    return stop_publication(actor=SYSTEM, code="robot-escape", detail="", now=timezone.now())


@pytest.mark.django_db
def test_a_clean_run_stops_nothing() -> None:
    run = keep(CLEAN)
    assert (run.planted, run.covered, run.held, run.escaped) == (200, 150, 50, 0)
    assert not PublicationStop.objects.exists()
    assert Event.objects.get().verb == "records.robot-run"


@pytest.mark.django_db
def test_an_escape_stops_publication_once(caplog: pytest.LogCaptureFixture) -> None:
    keep(ESCAPE)
    keep(ESCAPE)
    assert PublicationStop.objects.get().detail == "phone i pdf-white: log"
    assert [line.levelname for line in caplog.records] == ["ERROR"]
    assert Event.objects.filter(verb="records.stop-publication").count() == 1


@pytest.mark.django_db
def test_one_failed_run_is_an_accident_and_two_in_a_row_are_a_stop() -> None:
    keep(FAILED, hours_ago=60)
    keep(CLEAN, hours_ago=40)
    keep(FAILED, hours_ago=20)
    assert not PublicationStop.objects.exists()
    keep(FAILED)
    assert PublicationStop.objects.get().code == "robot-failed"


def test_nothing_becomes_public_while_a_stop_stands_and_all_of_it_afterwards(fjordby: None, tmp_path: Path) -> None:
    standing = stop()
    one_letter(tmp_path / "delivery").receive()
    advance_all()
    version = DocumentVersion.objects.get()
    assert version.state == State.PROVEN
    assert advance(version.pk) == State.PROVEN
    lift_stop(actor=SYSTEM, stop=standing, reason=REASON, now=timezone.now())
    assert advance(version.pk) == State.PUBLIC


def test_what_is_public_stays_public(published: object) -> None:
    stop()
    assert DocumentVersion.objects.get().state == State.PUBLIC


@pytest.mark.django_db
def test_lifting_asks_for_a_reason_and_a_permission() -> None:
    standing = stop()
    with pytest.raises(RuleViolation):
        lift_stop(actor=SYSTEM, stop=standing, reason="   ok     ", now=timezone.now())
    with pytest.raises(PermissionMissing):
        lift_stop(actor=Actor(ActorKind.ACCOUNT, "Nobody"), stop=standing, reason=REASON, now=timezone.now())
    lift_stop(actor=SYSTEM, stop=standing, reason=REASON, now=timezone.now())
    with pytest.raises(RuleViolation):
        lift_stop(actor=SYSTEM, stop=standing, reason=REASON, now=timezone.now())
    assert Event.objects.get(verb="records.lift-stop").reason == REASON


@pytest.mark.django_db
def test_the_page_before_the_first_run(client: Client) -> None:
    found_municipality()
    assert "The robot has not run yet" in client.get("/en/robot/").content.decode()
    assert client.get("/robot.json").json() == {"is_publication_stopped": False, "runs": []}


@pytest.mark.django_db
def test_the_page_tells_the_rate_and_never_rounds_an_escape_away(client: Client) -> None:
    found_municipality()
    keep(CLEAN, hours_ago=24)
    page = client.get("/en/robot/").content.decode()
    assert "100%" in page
    assert "1 of 3" in page
    assert "2 of 30" in page
    keep(ESCAPE)
    page = client.get("/en/robot/").content.decode()
    assert "99.9%" in page
    assert "Publication is stopped" in page
    runs = client.get("/robot.json").json()["runs"]
    assert [run["escaped"] for run in runs] == [1, 0]
    assert runs[1]["by_place"]["pdf-white"]["held"] == 2


@pytest.mark.django_db
def test_an_officer_sees_the_stop_on_every_page_and_lifts_it(client: Client) -> None:
    found_municipality()
    standing = stop()
    client.force_login(build_account("mette", role=RECORDS_OFFICER))
    for path in ("/en/journal/", "/en/karantaene/"):
        assert "Publication is stopped" in client.get(path).content.decode()
    address = f"/en/robot/stop/{standing.uuid}/ophaev/"
    assert client.get(address).status_code == 200
    assert client.post(address, {"reason": "kort"}).status_code == 422
    assert client.post(address, {"reason": REASON}).status_code == 302
    assert PublicationStop.objects.get().lifting_reason == REASON
    assert client.get(address).status_code == 404
    assert "Publication is stopped" not in client.get("/en/journal/").content.decode()


@pytest.mark.django_db
def test_only_who_may_can_start_the_robot(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    found_municipality()
    asked: list[int] = []
    monkeypatch.setattr("torvet.modules.records.views.watching.ask_for_robot", lambda: asked.append(1))
    client.force_login(build_account("ole", role=CASEWORKER))
    assert client.post("/robot/koer/").status_code == 404
    assert "/robot/koer/" not in client.get("/robot/").content.decode()
    client.force_login(build_account("mette", role=RECORDS_OFFICER))
    assert "/robot/koer/" in client.get("/robot/").content.decode()
    assert client.post("/robot/koer/").status_code == 302
    assert asked == [1]


@pytest.mark.django_db
def test_the_night_task_leaves_a_new_site_in_peace_and_keeps_what_it_did(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks, "attack", lambda documents: CLEAN)
    tasks.watch_by_night.call()
    assert not RobotRun.objects.exists()
    monkeypatch.setattr(tasks, "is_due", lambda **rest: True)
    tasks.watch_by_night.call()
    assert RobotRun.objects.get().planted == 200
