"""The robot at work, for real: another process, the whole pipeline, every surface. And seen red."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from torvet.modules.records.models import DocumentVersion, PublicationStop, RobotRun, State
from torvet.modules.records.robot import starting
from torvet.modules.records.tests.builders import advance_all, found_municipality, one_letter

DOCUMENTS = 25
ANSWERS_NONSENSE = "import sys, pathlib; pathlib.Path(sys.argv[1]).with_name('answer.json').write_text('[]')"
TELLS = "import json, os, sys; json.dump([dict(os.environ), json.load(open(sys.argv[1]))], open('{}', 'w'))"
FORGETFUL = ("-m", "torvet.modules.records.robot.tests.forgetful")


@pytest.fixture
def site(db: None, tmp_path: Path, settings: Any) -> Path:
    """A municipality with its rules, in folders of its own."""
    data = tmp_path / "data"
    data.mkdir()
    stores = {
        name: {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": data / name}}
        for name in ("originals", "renditions")
    }
    settings.DATA, settings.SEARCH_INDEX, settings.STORAGES = data, data / "index", settings.STORAGES | stores
    found_municipality()
    return data


@pytest.mark.slow
def test_nothing_gets_out(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("records_robot", "--documents", str(DOCUMENTS), "--seed", "1", "--json")
    told = json.loads(capsys.readouterr().out)
    run = RobotRun.objects.get()
    assert (run.escaped, told["escapes"], run.problem) == (0, [], "")
    assert run.planted == run.covered + run.held >= 100
    assert run.covered > run.planted / 3
    assert run.by_place["decoys"]["planted"] >= 30
    assert not PublicationStop.objects.exists()
    assert not list(site.glob("robot-*"))


@pytest.mark.slow
def test_an_escape_is_seen_and_stops_publication(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(starting, "PROGRAM", (*FORGETFUL, "forgets", "believes"))
    with pytest.raises(CommandError):
        call_command("records_robot", "--documents", "5", "--seed", "1")
    run = RobotRun.objects.get()
    assert run.by_rendering["phone"]["escaped"] == run.by_rendering["phone"]["planted"] > 0
    assert {"records:document", "records:document-json", "search-answer"} <= set(run.by_surface)
    assert PublicationStop.objects.standing().get().code == "robot-escape"
    assert "phone" in capsys.readouterr().out
    one_letter(tmp_path / "delivery").receive()
    advance_all()
    assert DocumentVersion.objects.get().state == State.PROVEN


@pytest.mark.slow
def test_one_fault_alone_is_held_by_the_proof(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starting, "PROGRAM", (*FORGETFUL, "forgets"))
    report = starting.attack(documents=1, seed=1)
    assert report.total.escaped == 0
    assert report.total.held == report.total.planted > 0
    assert report.problem == "nothing-public"


@pytest.mark.parametrize(
    ("program", "problem"),
    [
        (("-c", "raise SystemExit(3)"), "crashed"),
        (("-c", "pass"), "no-answer"),
        (
            ("-c", "import sys, pathlib; pathlib.Path(sys.argv[1]).with_name('answer.json').write_text('[]')"),
            "no-answer",
        ),
    ],
)
def test_a_process_that_fails_is_a_problem(
    site: Path, monkeypatch: pytest.MonkeyPatch, program: tuple[str, ...], problem: str
) -> None:
    monkeypatch.setattr(starting, "PROGRAM", program)
    assert starting.attack(documents=1, seed=1).problem == problem


def test_a_process_that_hangs_is_ended(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started = []
    real = subprocess.Popen

    def remember(*args: Any, **rest: Any) -> Any:
        started.append(real(*args, **rest))
        return started[-1]

    monkeypatch.setattr(subprocess, "Popen", remember)
    monkeypatch.setattr(starting, "PROGRAM", ("-c", "import time; time.sleep(60)"))
    monkeypatch.setattr(starting, "SET_UP_SECONDS", 0.2)
    monkeypatch.setattr(starting, "DOCUMENT_SECONDS", 0)
    assert starting.attack(documents=1, seed=1).problem == "timed-out"
    assert started[0].poll() is not None


def test_the_other_process_gets_the_rules_and_none_of_the_data(
    site: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("TORVET_DATABASE", "postgres://real:secret@db/real")
    monkeypatch.setenv("TORVET_SECRET_KEY_FILE", "/real/secret")
    seen = tmp_path / "seen.json"
    monkeypatch.setattr(starting, "PROGRAM", ("-c", TELLS.format(seen)))
    starting.attack(documents=1, seed=1)
    environment, orders = json.loads(seen.read_text())
    assert (environment["TORVET_DATABASE"], "TORVET_SECRET_KEY_FILE" in environment) == ("", False)
    assert Path(environment["TORVET_DATA"]).parent.parent == site
    assert "cover-cpr" in orders["policy"]


def test_the_shadow_refuses_a_site_that_is_not_empty(site: Path) -> None:
    from torvet.modules.records.robot.shadow import NotAShadow, attack

    with pytest.raises(NotAShadow):
        attack({"niceness": 0})
