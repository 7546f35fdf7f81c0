"""Real workers in processes of their own, with the real settings, killed and stopped in the middle of work.

On a SQLite file, and on PostgreSQL where `TORVET_TEST_DATABASE` names a server that lets us make a database.
"""

import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from torvet.shared.worker.lease import EXIT_TASK_HANGS
from torvet.shared.worker.tests.farm import Farm

pytestmark = pytest.mark.slow
SERVER = os.environ.get("TORVET_TEST_DATABASE", "")


@pytest.fixture(scope="module")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty, migrated SQLite database, made once and copied for each test."""
    folder = tmp_path_factory.mktemp("migrated")
    Farm(folder).manage("migrate", "--skip-checks", "-v0")
    return folder


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A migrated database on the PostgreSQL server, dropped at the end."""
    if not SERVER:
        pytest.skip("TORVET_TEST_DATABASE names no PostgreSQL server")
    name = f"torvet_worker_{os.getpid()}"
    with psycopg.connect(SERVER, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    url = f"{SERVER.rpartition('/')[0]}/{name}"
    Farm(tmp_path_factory.mktemp("server"), url).manage("migrate", "--skip-checks", "-v0")
    yield url
    with psycopg.connect(SERVER, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgres"])
def farm(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Farm]:
    """A farm without workers or jobs."""
    if request.param == "postgres":
        farm = Farm(tmp_path, request.getfixturevalue("server"))
        with psycopg.connect(farm.database) as connection:
            connection.execute("TRUNCATE worker_job, worker_schedule")
    else:
        farm = Farm(tmp_path)
        shutil.copy(request.getfixturevalue("migrated") / "torvet.sqlite3", tmp_path)
    yield farm
    farm.close()


def test_a_killed_workers_job_runs_again_on_another(farm: Farm) -> None:
    farm.enqueue('slow_once("a")', 'quick("b")')
    first = farm.start()
    farm.wait_for("begin a")
    farm.kill(first)
    assert farm.states() == {"LEASED": 1, "READY": 1}
    second = farm.start()
    farm.wait_until_all_done(2)
    begins = [process for words, process, _ in farm.story() if words == "begin a"]
    assert begins == [first.pid, second.pid]
    assert farm.told().count("end a") == 1


def test_a_heartbeat_keeps_a_long_job_from_the_others(farm: Farm) -> None:
    farm.enqueue('slow("long", 2.5)')
    farm.start(lease_seconds=0.6)
    farm.start(lease_seconds=0.6)
    farm.wait_until_all_done(1)
    assert farm.told() == ["begin long", "end long"]


def test_two_workers_never_hold_one_job(farm: Farm) -> None:
    workers = [farm.start(), farm.start()]
    farm.enqueue(*[f'slow("{number}", 0.005)' for number in range(300)])
    farm.wait_until_all_done(300)
    story = farm.story()
    begun = [words for words, _, _ in story if words.startswith("begin")]
    assert sorted(begun) == sorted(f"begin {number}" for number in range(300))
    assert {process for _, process, _ in story} == {worker.pid for worker in workers}


def test_a_job_that_kills_every_worker_ends_as_dead_and_its_neighbours_are_done(farm: Farm) -> None:
    farm.enqueue("kill_worker()", *[f'quick("{number}")' for number in range(5)])
    farm.change("UPDATE worker_job SET max_attempts = 3 WHERE task LIKE '%kill_worker'")
    for _ in range(3):
        farm.start(lease_seconds=0.3).wait(30)
    farm.start(lease_seconds=0.3)
    farm.wait(lambda: farm.states() == {"DEAD": 1, "DONE": 5})
    assert farm.told().count("begin poison") == 3


def test_the_first_signal_lets_the_task_finish(farm: Farm) -> None:
    farm.enqueue('slow("a", 1)', 'quick("b")')
    worker = farm.start(lease_seconds=60)
    farm.wait_for("begin a")
    assert farm.kill(worker, signal.SIGTERM) == 0
    assert farm.told() == ["begin a", "end a"]
    assert farm.states() == {"DONE": 1, "READY": 1}


def test_the_second_signal_gives_the_task_back_at_once(farm: Farm) -> None:
    farm.enqueue('slow_once("a")')
    worker = farm.start(lease_seconds=60)
    farm.wait_for("begin a")
    worker.send_signal(signal.SIGINT)
    farm.wait(lambda: farm.interrupt(worker))
    assert farm.states() == {"READY": 1}
    farm.start("--once", lease_seconds=60).wait(30)
    assert farm.states() == {"DONE": 1}


def test_a_task_that_hangs_ends_its_worker(farm: Farm) -> None:
    farm.enqueue('slow_once("a")')
    hanging = farm.start("--longest-task-seconds", "1", lease_seconds=0.6)
    assert hanging.wait(30) == EXIT_TASK_HANGS
    farm.start(lease_seconds=0.6)
    farm.wait_until_all_done(1)


def test_an_idle_worker_wakes_for_new_work_and_the_status_tells(farm: Farm) -> None:
    farm.start()
    farm.enqueue('quick("a")')
    farm.wait_until_all_done(1)
    assert '"dead": 0' in farm.manage("worker_status")
