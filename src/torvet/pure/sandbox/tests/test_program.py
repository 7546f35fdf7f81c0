"""What a program can do to its caller and to the machine: nothing but leave files in its own folder."""

import os
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing.connection import Listener
from pathlib import Path

import pytest

from torvet.pure.sandbox import Isolation, Limits, Outcome, Result, SandboxBroken, enclosure, isolation, run_program
from torvet.pure.sandbox.program import PROCESSES_MAX

PYTHON = Path(os.path.realpath(sys.executable))
TIGHT = Limits(memory_bytes=96 << 20, cpu_seconds=10, wall_seconds=10, file_bytes=2 << 20)
needs_bubblewrap = pytest.mark.skipif(not isolation().bubblewrap, reason="bubblewrap does not work on this machine")
pytestmark = needs_bubblewrap


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "job"
    made.mkdir()
    return made


def run(program: str, folder: Path, **changes: object) -> Result:
    """Run a small Python program."""
    limits = replace(TIGHT, **changes)  # type: ignore[arg-type]
    return run_program([str(PYTHON), "-I", "-S", "-c", program], folder=folder, limits=limits, readable=[PREFIX])


PREFIX = PYTHON.parents[1]


def test_a_program_ends_well_and_leaves_its_files(folder: Path) -> None:
    result = run(f"open({str(folder / 'out')!r}, 'w').write('skrevet')", folder)
    assert (result.outcome, result.value, result.code) == (Outcome.DONE, {}, "")
    assert (folder / "out").read_text() == "skrevet"
    assert 0 < result.cpu_seconds < 10


def test_its_memory_is_measured(folder: Path) -> None:
    result = run("import time; held = b'x' * (40 << 20); time.sleep(0.3)", folder)
    assert 40 << 20 < result.peak_bytes < 80 << 20


def test_what_it_prints_goes_nowhere(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    result = run("import sys, os; print('hemmelig'); os.write(2, b'hemmelig'); sys.exit('hemmelig')", folder)
    assert (result.outcome, result.code, result.detail) == (Outcome.CRASHED, "exit-1", "")
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("place", ["/etc/passwd", "home", "source", "beside", "/sys/kernel"])
def test_it_cannot_read_what_is_not_its_own(folder: Path, tmp_path: Path, place: str) -> None:
    (tmp_path / "beside").write_text("fortroligt")
    homes = {"home": Path.home() / ".bashrc", "source": Path(__file__), "beside": tmp_path / "beside"}
    target = homes.get(place, Path(place))
    if not target.exists():
        pytest.skip("no such file on this machine")
    assert run(f"import os; os.stat({str(target)!r})", folder).code == "exit-1"
    assert run("import os; os.stat('/usr')", folder).outcome is Outcome.DONE


@pytest.mark.parametrize(
    "place", ["beside", "/usr/planted", "/planted", "/dev/shm/planted", "/dev/planted", "/etc/new"]
)
def test_it_cannot_write_outside_its_folder(folder: Path, tmp_path: Path, place: str) -> None:
    target = tmp_path / "planted" if place == "beside" else Path(place)
    run(f"open({str(target)!r}, 'w').write('indbrud')", folder)
    assert not target.exists()


def test_its_temporary_folder_is_its_own(folder: Path) -> None:
    assert run("open('/tmp/own', 'w').write('mit')", folder).outcome is Outcome.DONE
    assert (folder / "tmp" / "own").read_text() == "mit"


@pytest.fixture
def port() -> Iterator[int]:
    with Listener(("127.0.0.1", 0)) as listener:
        yield int(listener.address[1])


def test_it_reaches_no_network_not_even_this_machine(folder: Path, port: int) -> None:
    assert run("import socket; socket.socket(socket.AF_UNIX).bind('/tmp/pipe')", folder).outcome is Outcome.DONE
    call = f"import socket; socket.create_connection(('127.0.0.1', {port}), 2)"
    assert run(call, folder).code == "exit-1"


def test_its_environment_holds_nothing_of_the_caller(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TORVET_PLANTED", "hemmelig")
    named = ["PATH", "LANG", "TZ", "HOME", "PWD", "LC_CTYPE"]
    assert run(f"import os, sys; sys.exit(not set(os.environ) <= set({named!r}))", folder).outcome is Outcome.DONE


@pytest.mark.parametrize(
    "call", ["os.fork() and os.wait()", "import threading; threading.Thread(target=print).start()", "os.system('true')"]
)
def test_it_may_start_threads_and_processes(folder: Path, call: str) -> None:
    assert run("import os\n" + call, folder).outcome is Outcome.DONE


@pytest.mark.skipif(not isolation().seccomp, reason="this kernel has no seccomp")
@pytest.mark.parametrize(
    "call",
    [
        "libc.unshare(0x10000000)",
        "libc.syscall(56 if machine == 'x86_64' else 220, 0x10000011, 0, 0, 0, 0)",
        "libc.syscall(435, 0, 0)",
        "libc.ptrace(0, 0, 0, 0)",
        "libc.mount(b'none', b'/tmp', b'tmpfs', 0, None)",
    ],
)
def test_it_may_not_open_namespaces_or_look_into_others(folder: Path, call: str) -> None:
    program = f"import ctypes, os, sys; libc = ctypes.CDLL(None); machine = os.uname().machine; sys.exit({call} != -1)"
    assert run(program, folder).outcome is Outcome.DONE


HOG = "import time\nheld = []\nwhile True: held.append(b'x' * (1 << 20)); time.sleep(0.002)"
HEIRS = """
import os, time
for _ in range(3):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            for count in range(10**9):
                open({beat!r}, 'w').write(str(count))
                time.sleep(0.02)
time.sleep(600)
"""


def test_at_the_wall_limit_it_dies_with_all_its_heirs(folder: Path) -> None:
    beat = folder / "beat"
    result = run(HEIRS.format(beat=str(beat)), folder, wall_seconds=0.5)
    assert (result.outcome, result.value) == (Outcome.TIMED_OUT, None)
    last = beat.read_text()
    time.sleep(0.2)
    assert beat.read_text() == last


def test_no_heir_outlives_a_program_that_ends(folder: Path) -> None:
    beat = folder / "beat"
    ends = HEIRS.format(beat=str(beat)).replace("time.sleep(600)", "time.sleep(0.3)")
    assert run(ends, folder).outcome is Outcome.DONE
    last = beat.read_text()
    time.sleep(0.2)
    assert beat.read_text() == last


@pytest.mark.parametrize(
    ("program", "changes", "outcome"),
    [
        (HOG, {}, Outcome.OUT_OF_MEMORY),
        ("while True: pass", {"cpu_seconds": 1}, Outcome.OUT_OF_TIME),
        ("import os\nos.fork()\nos.fork()\nwhile True: pass", {"cpu_seconds": 1}, Outcome.OUT_OF_TIME),
        ("open('big', 'wb').write(b'x' * (3 << 20))", {}, Outcome.CRASHED),
        ("import signal\nsignal.signal(25, 0)\nopen('big', 'wb').write(b'x' * (3 << 20))", {}, Outcome.TOO_LARGE),
        ("import time\nfor n in 'abc': open(n, 'wb').write(b'x' * (1 << 20))\ntime.sleep(60)", {}, Outcome.TOO_LARGE),
        ("import time\nfor n in range(6000): open(str(n), 'wb')\ntime.sleep(60)", {}, Outcome.TOO_LARGE),
        ("import os\nos.kill(os.getpid(), 11)", {}, Outcome.CRASHED),
    ],
    ids=["memory", "cpu", "cpu of all", "refused file", "large file", "many large files", "many files", "segfault"],
)  # fmt: skip
def test_each_limit_has_its_name(folder: Path, program: str, changes: dict[str, object], outcome: Outcome) -> None:
    assert run(program, folder, **changes).outcome is outcome


def test_memory_counts_for_the_tree_and_not_for_each_process(folder: Path) -> None:
    shares = "import os, time\nfor _ in range(3): os.fork()\nheld = bytearray(b'x') * (30 << 20)\ntime.sleep(60)"
    assert run(shares, folder).outcome is Outcome.OUT_OF_MEMORY


def test_a_program_that_multiplies_is_stopped(folder: Path) -> None:
    grows = (
        f"import os, time\nfor _ in range({PROCESSES_MAX + 20}):\n    if os.fork() == 0: time.sleep(60)\ntime.sleep(60)"
    )
    result = run(grows, folder, memory_bytes=8 << 30)
    assert result.outcome in (Outcome.TOO_LARGE, Outcome.CRASHED)


def test_without_bubblewrap_nothing_is_run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Seen red: there is no lesser wall that a program with threads and helpers could stand behind."""
    monkeypatch.setattr(enclosure, "isolation", lambda: Isolation(bubblewrap=False, landlock=True, seccomp=True))
    with pytest.raises(SandboxBroken):
        run(f"open({str(folder / 'out')!r}, 'w')", folder)
    assert not (folder / "out").exists()
