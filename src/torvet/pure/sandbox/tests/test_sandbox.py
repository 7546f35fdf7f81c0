"""What a job can do to its caller, to the machine and to the next job: nothing."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from multiprocessing.connection import Listener
from pathlib import Path

import pytest

from torvet.pure.sandbox import Isolation, Limits, Outcome, Sandbox, SandboxBroken, enclosure, isolation
from torvet.pure.sandbox.runner import Template

JOBS = "torvet.pure.sandbox.tests.jobs"
TIGHT = Limits(memory_bytes=64 << 20, cpu_seconds=1, wall_seconds=0.5, file_bytes=1 << 20, result_bytes=100_000)
NO_WALLS = Isolation(bubblewrap=False, landlock=False, seccomp=False)
HERE = isolation()
needs_bubblewrap = pytest.mark.skipif(not HERE.bubblewrap, reason="bubblewrap does not work on this machine")
needs_inner_walls = pytest.mark.skipif(
    not (HERE.landlock and HERE.seccomp), reason="this kernel has no Landlock or no seccomp"
)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("workspace")


@pytest.fixture(scope="module")
def sandbox(workspace: Path) -> Iterator[Sandbox]:
    with Sandbox(preload=[JOBS], workspace=workspace, limits=TIGHT) as started:
        yield started


@pytest.fixture(scope="module")
def inner(workspace: Path) -> Iterator[Sandbox]:
    """The walls of a machine where bubblewrap is forbidden, as in many containers."""
    walls = Isolation(bubblewrap=False, landlock=HERE.landlock, seccomp=HERE.seccomp)
    with Sandbox(preload=[JOBS], workspace=workspace, limits=TIGHT, isolation=walls) as started:
        yield started


@pytest.fixture(scope="module")
def bare(workspace: Path) -> Iterator[Sandbox]:
    """No walls but the resource limits: shows that the tests below would see a wall fall."""
    with Sandbox(preload=[JOBS], workspace=workspace, limits=TIGHT, isolation=NO_WALLS) as started:
        yield started


def test_a_job_gives_back_its_value_and_its_files(sandbox: Sandbox, workspace: Path) -> None:
    result = sandbox.run(f"{JOBS}:echo", {"name": "æøå"}, folder=workspace)
    assert result.outcome is Outcome.DONE
    assert result.value is not None
    assert result.value["got"] == {"name": "æøå"}
    assert (workspace / "out.txt").read_text() == "skrevet"
    assert result.peak_bytes > 1_000_000


def test_fifty_jobs_are_forks_of_the_same_template(sandbox: Sandbox, workspace: Path) -> None:
    seen = [sandbox.run(f"{JOBS}:echo", {}, folder=workspace).value for _ in range(50)]
    assert len({value["template"] for value in seen if value}) == 1
    assert len({value["process"] for value in seen if value}) == 50


@pytest.mark.parametrize(
    ("job", "request_", "outcome", "code"),
    [
        ("refuse", {}, Outcome.REFUSED, "empty"),
        ("fail", {}, Outcome.CRASHED, "ValueError"),
        ("spin", {}, Outcome.TIMED_OUT, ""),
        ("stubborn", {}, Outcome.TIMED_OUT, ""),
        ("sleep", {}, Outcome.TIMED_OUT, ""),
        ("hog", {}, Outcome.OUT_OF_MEMORY, ""),
        ("hog_slowly", {}, Outcome.OUT_OF_MEMORY, ""),
        ("fill_disk", {}, Outcome.TOO_LARGE, ""),
        ("give_much", {"bytes": 200_000}, Outcome.TOO_LARGE, ""),
        ("segfault", {}, Outcome.CRASHED, ""),
        ("abort", {}, Outcome.CRASHED, ""),
        ("leave", {"status": 0}, Outcome.CRASHED, "nonsense"),
        ("leave", {"status": 3}, Outcome.CRASHED, ""),
        ("leave_politely", {"status": 0}, Outcome.CRASHED, "SystemExit"),
        ("give_nonsense", {}, Outcome.CRASHED, "nonsense"),
        ("give_unwritable", {}, Outcome.CRASHED, "TypeError"),
        ("garbage", {"text": "\n\n{}"}, Outcome.CRASHED, "nonsense"),
        ("garbage", {"text": "[" * 50_000}, Outcome.CRASHED, "nonsense"),
        ("open_many", {}, Outcome.CRASHED, "OSError"),
        ("deep", {}, Outcome.CRASHED, "RecursionError"),
        ("missing", {}, Outcome.CRASHED, "AttributeError"),
    ],
)
def test_a_job_that_misbehaves_has_a_named_end_and_the_next_one_works(
    sandbox: Sandbox, workspace: Path, job: str, request_: dict[str, object], outcome: Outcome, code: str
) -> None:
    result = sandbox.run(f"{JOBS}:{job}", request_, folder=workspace)
    assert (result.outcome, result.code, result.value) == (outcome, code, None)
    assert sandbox.run(f"{JOBS}:echo", {}, folder=workspace).outcome is Outcome.DONE


def test_cpu_time_is_limited_apart_from_wall_time(sandbox: Sandbox, workspace: Path) -> None:
    result = sandbox.run(f"{JOBS}:spin", {}, folder=workspace, limits=Limits(cpu_seconds=1, wall_seconds=30))
    assert result.outcome is Outcome.OUT_OF_TIME
    assert 0.8 < result.cpu_seconds < 3


def test_memory_is_counted_on_top_of_the_template(sandbox: Sandbox, workspace: Path) -> None:
    result = sandbox.run(f"{JOBS}:use", {"bytes": 60 << 20}, folder=workspace)
    assert result.outcome is Outcome.DONE
    assert result.peak_bytes > 60 << 20


def test_an_error_is_told_without_the_words_of_the_document(sandbox: Sandbox, workspace: Path) -> None:
    result = sandbox.run(f"{JOBS}:fail", {}, folder=workspace)
    assert result.detail.startswith("jobs.py:")
    assert "hemmelig" not in str(result)


def test_what_a_job_prints_does_not_disturb_the_answer(sandbox: Sandbox, workspace: Path) -> None:
    assert sandbox.run(f"{JOBS}:print_much", {}, folder=workspace).value == {"fine": True}


def test_the_environment_of_the_caller_stays_outside(
    sandbox: Sandbox, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TORVET_SECRET_KEY", "x")
    sandbox.close()
    value = sandbox.run(f"{JOBS}:environment", {}, folder=workspace).value
    assert value is not None
    assert set(value["names"]) <= {*enclosure.environment(), "PWD"}


@pytest.mark.parametrize("wall", ["sandbox", "inner"])
@pytest.mark.parametrize("job", ["fork", "thread", "execute", "kill_template"])
@needs_inner_walls
def test_no_other_process_is_started_or_signalled(
    request: pytest.FixtureRequest, workspace: Path, wall: str, job: str
) -> None:
    started: Sandbox = request.getfixturevalue(wall)
    before = started.run(f"{JOBS}:echo", {}, folder=workspace).value
    result = started.run(f"{JOBS}:{job}", {}, folder=workspace)
    assert (result.outcome, result.code) in {
        (Outcome.CRASHED, "PermissionError"),
        (Outcome.CRASHED, "RuntimeError"),
    }
    after = started.run(f"{JOBS}:echo", {}, folder=workspace).value
    assert before is not None
    assert after is not None
    assert before["template"] == after["template"]


@pytest.fixture
def address() -> Iterator[dict[str, object]]:
    with Listener(("127.0.0.1", 0)) as listener:
        host, port = listener.address[:2]
        yield {"host": host, "port": port}


@pytest.mark.parametrize(("wall", "connects"), [("sandbox", False), ("inner", False), ("bare", True)])
@needs_inner_walls
def test_the_network_is_out_of_reach(
    request: pytest.FixtureRequest, workspace: Path, address: dict[str, object], wall: str, connects: bool
) -> None:
    started: Sandbox = request.getfixturevalue(wall)
    result = started.run(f"{JOBS}:connect", address, folder=workspace)
    assert (result.outcome is Outcome.DONE) == connects


@needs_bubblewrap
def test_bubblewrap_alone_keeps_the_network_out(workspace: Path, address: dict[str, object]) -> None:
    walls = Isolation(bubblewrap=True, landlock=False, seccomp=False)
    with Sandbox(preload=[JOBS], workspace=workspace, limits=TIGHT, isolation=walls) as started:
        assert started.run(f"{JOBS}:connect", address, folder=workspace).outcome is Outcome.CRASHED


@pytest.mark.parametrize(("wall", "reads"), [("sandbox", False), ("inner", False), ("bare", True)])
@pytest.mark.parametrize("place", ["/etc/passwd", "beside", "home"])
@needs_inner_walls
def test_files_outside_are_neither_read_nor_written(
    request: pytest.FixtureRequest, workspace: Path, tmp_path: Path, wall: str, place: str, reads: bool
) -> None:
    homes = {
        "/etc/passwd": Path("/etc/passwd"),
        "beside": tmp_path / "secret",
        "home": Path.home() / ".bashrc",
    }
    (tmp_path / "secret").write_text("fortroligt")
    if not homes[place].exists():
        pytest.skip("no such file on this machine")
    started: Sandbox = request.getfixturevalue(wall)
    result = started.run(f"{JOBS}:read", {"path": str(homes[place])}, folder=workspace)
    assert (result.outcome is Outcome.DONE) == reads
    target = tmp_path / "planted"
    result = started.run(f"{JOBS}:write", {"path": str(target)}, folder=workspace)
    assert (result.outcome is Outcome.DONE) == reads
    assert target.exists() == reads


@needs_inner_walls
def test_one_job_cannot_reach_the_folder_of_another(sandbox: Sandbox, workspace: Path) -> None:
    own, other = workspace / "own", workspace / "other"
    own.mkdir()
    other.mkdir()
    (other / "text").write_text("en andens sag")
    for job, path in (("read", other / "text"), ("write", other / "new")):
        result = sandbox.run(f"{JOBS}:{job}", {"path": str(path)}, folder=own)
        assert (result.outcome, result.code) == (Outcome.CRASHED, "PermissionError")


def test_a_folder_outside_the_workspace_is_a_mistake_of_the_caller(sandbox: Sandbox, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="outside"):
        sandbox.run(f"{JOBS}:echo", {}, folder=tmp_path)


def test_a_template_that_cannot_start_says_why(workspace: Path) -> None:
    with (
        pytest.raises(SandboxBroken, match="no_such_parser"),
        Sandbox(preload=["no_such_parser"], workspace=workspace),
    ):
        raise AssertionError("started")


def test_a_template_that_dies_is_replaced(bare: Sandbox, workspace: Path) -> None:
    lost = bare.run(f"{JOBS}:kill_template", {}, folder=workspace)
    assert (lost.outcome, lost.code) == (Outcome.CRASHED, "template")
    assert bare.run(f"{JOBS}:echo", {}, folder=workspace).outcome is Outcome.DONE


@pytest.mark.parametrize(
    "speech",
    [
        "print('x' * 20000)",
        "print('{}')",
        "print('[1]')",
        "print('nonsense')",
        "import time; time.sleep(60)",
        "1",
    ],
)
def test_a_broken_template_never_hangs_the_caller(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, speech: str
) -> None:
    monkeypatch.setattr("torvet.pure.sandbox.runner.START_SECONDS", 0.3)
    sandbox = Sandbox(preload=[], workspace=workspace, isolation=NO_WALLS)
    monkeypatch.setattr(sandbox, "_command", lambda: enclosure.python("-S", "-c", speech))
    with pytest.raises(SandboxBroken):
        sandbox.run(f"{JOBS}:echo", {}, folder=workspace)


def test_a_template_that_stops_answering_never_hangs_the_caller(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("torvet.pure.sandbox.runner.GRACE_SECONDS", 0.1)
    speech = 'import time; print(\'{"ready": true, "bytes": 0}\', flush=True); time.sleep(60)'
    sandbox = Sandbox(preload=[], workspace=workspace, limits=Limits(wall_seconds=0.2), isolation=NO_WALLS)
    monkeypatch.setattr(sandbox, "_command", lambda: enclosure.python("-S", "-c", speech))
    for request in ({}, {"long": "x" * 1_000_000}):
        result = sandbox.run(f"{JOBS}:echo", request, folder=workspace)
        assert (result.outcome, result.code) == (Outcome.CRASHED, "template")


@pytest.mark.parametrize("walls", [HERE, NO_WALLS], ids=str)
def test_when_the_caller_is_killed_so_is_the_job(workspace: Path, walls: Isolation) -> None:
    beat = workspace / "beat"
    beat.unlink(missing_ok=True)
    program = f"""
from pathlib import Path
from torvet.pure.sandbox import Isolation, Sandbox
walls = Isolation({walls.bubblewrap}, {walls.landlock}, {walls.seccomp})
workspace = Path({str(workspace)!r})
Sandbox(preload=[], workspace=workspace, isolation=walls).run({f"{JOBS}:beat"!r}, {{}}, folder=workspace)
"""
    caller = subprocess.Popen([sys.executable, "-c", program])
    _wait_until(beat.exists)
    os.kill(caller.pid, signal.SIGKILL)
    caller.wait()
    time.sleep(0.1)
    last = beat.read_text()
    time.sleep(0.2)
    assert beat.read_text() == last


def test_jobs_from_several_threads_take_turns(workspace: Path) -> None:
    done: list[Outcome] = []
    with Sandbox(preload=[JOBS], workspace=workspace) as started:
        threads = [
            threading.Thread(target=lambda: done.append(started.run(f"{JOBS}:echo", {}, folder=workspace).outcome))
            for _ in range(5)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(20)
    assert done == [Outcome.DONE] * 5


def test_closing_leaves_no_process_behind(workspace: Path) -> None:
    started = Sandbox(preload=[JOBS], workspace=workspace)
    assert started.run(f"{JOBS}:echo", {}, folder=workspace).outcome is Outcome.DONE
    template: Template | None = started._template
    assert template is not None
    started.close()
    assert not template.alive


def test_isolation_names_what_stands() -> None:
    assert str(NO_WALLS) == "resource limits"
    assert str(Isolation(True, True, True)) == "bubblewrap + landlock + seccomp + resource limits"
    assert not NO_WALLS.network_refused
    assert not NO_WALLS.files_refused


def _wait_until(condition: object, seconds: float = 10) -> None:
    end = time.monotonic() + seconds
    assert callable(condition)
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.01)


@pytest.mark.parametrize("wall", ["sandbox", "inner"])
@needs_inner_walls
def test_a_job_that_may_start_threads_starts_nothing_else(
    request: pytest.FixtureRequest, workspace: Path, wall: str
) -> None:
    started: Sandbox = request.getfixturevalue(wall)
    limits = Limits(threads=True)
    assert started.run(f"{JOBS}:add_in_threads", {}, folder=workspace, limits=limits).value == {"sum": 3}
    for job in ("fork", "execute"):
        result = started.run(f"{JOBS}:{job}", {}, folder=workspace, limits=limits)
        assert (result.outcome, result.code) == (Outcome.CRASHED, "PermissionError")
