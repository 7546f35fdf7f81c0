"""Runs a trusted program of the system on a stranger's file, behind bubblewrap: LibreOffice, for instance.

Here: the namespaces, the limits and the watch over the whole tree of processes. Not here: which program, and what its
output means. Unlike a job of `Sandbox` the program may start threads and processes, so there is no way to do this
without bubblewrap.
"""

import os
import resource
import select
import shutil
import signal
import subprocess
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from torvet.pure.sandbox import enclosure, walls
from torvet.pure.sandbox.result import Limits, Outcome, Result, SandboxBroken

LOOK_SECONDS = 0.05
"""How often the tree is measured; in between, the kernel's limits for each process hold."""

STOP_SECONDS = 5.0
PROCESSES_MAX = 200
"""Processes and threads together; LibreOffice has about 20 threads."""

WRITTEN_FILES_MAX = 5000
"""Files and folders that the program may leave; a profile of LibreOffice has about 100."""

NEAR_LIMIT = 0.8
"""A program that fails at this share of its memory has run out of it."""

SYSTEM = tuple(
    Path(name)
    for name in ("/usr", "/lib", "/lib32", "/lib64", "/bin", "/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/alternatives")
)
PAGE_BYTES = resource.getpagesize()
TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")
SIGNALLED = 128
EXCEEDED_CPU, EXCEEDED_FILE = SIGNALLED + signal.SIGXCPU, SIGNALLED + signal.SIGXFSZ
KILLED = SIGNALLED + signal.SIGKILL


@dataclass
class Usage:
    """The most that a tree of processes was seen to use."""

    cpu_seconds: float = 0.0
    peak_bytes: int = 0
    processes: int = 0


def run_program(command: Sequence[str], *, folder: Path, limits: Limits, readable: Sequence[Path] = ()) -> Result:
    """Run a program that sees the system's programs and `readable`, and writes in `folder` alone; never hangs.

    Its home is `folder`, its /tmp is `folder/tmp`, it has no network, and what it prints goes nowhere. DONE means that
    it ended with status 0; `open_files` and `result_bytes` of the limits are not used, `file_bytes` also bounds what
    it leaves in `folder` altogether. What lies there afterwards is as hostile as the input: a name may be a link to
    anywhere. Raises SandboxBroken where bubblewrap or prlimit does not work.

        >>> run_program(["/bin/true"], folder=folder, limits=Limits()).outcome  # doctest: +SKIP
        <Outcome.DONE: 'done'>
    """
    if not enclosure.isolation().bubblewrap:
        raise SandboxBroken("bubblewrap does not work here")
    place = folder.resolve(strict=True)
    (place / "tmp").mkdir(exist_ok=True)
    rules = _rules_in_memory(walls.program_filter())
    try:
        process = subprocess.Popen(  # noqa: S603 our own command
            _walls(place, readable, rules) + _limited(command, limits),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TZ": "UTC", "HOME": str(place)},
            cwd="/",
            pass_fds=[rules] if rules is not None else [],
            start_new_session=True,
        )
    finally:
        if rules is not None:
            os.close(rules)
    usage = Usage()
    stopped = _watch(process, place, limits, usage)
    return _judge(stopped, _end(process, usage), usage, limits)


def _rules_in_memory(rules: bytes) -> int | None:
    if not rules:
        return None
    file = os.memfd_create("rules", 0)
    os.write(file, rules)
    os.lseek(file, 0, os.SEEK_SET)
    return file


def _walls(folder: Path, readable: Iterable[Path], rules: int | None) -> list[str]:
    """Own namespaces; everything but the folder and its `tmp` is read-only, the roots of both trees too."""
    program = shutil.which("bwrap") or "bwrap"
    walls_up = [program, "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL"]
    walls_up += ["--seccomp", str(rules)] if rules is not None else []
    own = ["--proc", "/proc", "--dev", "/dev", "--remount-ro", "/dev", "--bind", str(folder / "tmp"), "/tmp"]  # noqa: S108
    seen = [path for path in (*SYSTEM, *readable) if path.exists()]
    binds = [part for path in dict.fromkeys(seen) for part in ("--ro-bind", str(path), str(path))]
    return [*walls_up, *own, *binds, "--bind", str(folder), str(folder), "--remount-ro", "/", "--chdir", str(folder)]


def _limited(command: Sequence[str], limits: Limits) -> list[str]:
    """RLIMIT_DATA and not RLIMIT_AS, since a large program maps far more than it ever touches."""
    program = shutil.which("prlimit")
    if program is None:
        raise SandboxBroken("prlimit is missing")
    kinds = {
        "data": limits.memory_bytes,
        "cpu": f"{limits.cpu_seconds}:{limits.cpu_seconds + 1}",
        "fsize": limits.file_bytes,
        "nproc": PROCESSES_MAX,
        "core": 0,
    }
    return ["--", program, *(f"--{kind}={value}" for kind, value in kinds.items()), "--", *command]


def _watch(process: subprocess.Popen[bytes], folder: Path, limits: Limits, usage: Usage) -> Outcome | None:
    """Wait for the end, or for the first limit that the tree as a whole passes."""
    deadline = time.monotonic() + limits.wall_seconds
    watched = os.pidfd_open(process.pid)
    try:
        while not select.select([watched], [], [], LOOK_SECONDS)[0]:
            _measure(process.pid, usage)
            passed = _passed(usage, folder, limits)
            if passed is None and time.monotonic() > deadline:
                passed = Outcome.TIMED_OUT
            if passed is not None:
                _stop(process.pid, watched)
                return passed
    finally:
        os.close(watched)
    return None


def _passed(usage: Usage, folder: Path, limits: Limits) -> Outcome | None:
    if usage.peak_bytes > limits.memory_bytes:
        return Outcome.OUT_OF_MEMORY
    if usage.cpu_seconds > limits.cpu_seconds:
        return Outcome.OUT_OF_TIME
    if usage.processes > PROCESSES_MAX or _written_bytes(folder, limits.file_bytes) > limits.file_bytes:
        return Outcome.TOO_LARGE
    return None


def _family(pid: int) -> list[int]:
    """A process and all that stem from it; the namespace sees to it that nobody leaves the family."""
    found = [pid]
    for member in found:
        if len(found) > PROCESSES_MAX:
            break
        for children in Path(f"/proc/{member}/task").glob("*/children"):
            found += [int(child) for child in _read(children).split()]
    return found


def _read(path: Path) -> str:
    """A file of /proc; nothing where the process is gone."""
    try:
        return path.read_text(encoding="ascii", errors="replace")
    except OSError:
        return ""


def _measure(pid: int, usage: Usage) -> None:
    family = _family(pid)
    resident_pages = ticks = threads = 0
    for member in family:
        memory = _read(Path(f"/proc/{member}/statm")).split()
        resident_pages += int(memory[1]) if memory else 0
        # The fields after the name, which may itself hold blanks: utime to cstime are 12 to 15, threads 18 (proc(5)).
        fields = _read(Path(f"/proc/{member}/stat")).rpartition(")")[2].split()
        ticks += sum(map(int, fields[11:15]))
        threads += int(fields[17]) if fields else 0
    usage.peak_bytes = max(usage.peak_bytes, resident_pages * PAGE_BYTES)
    usage.cpu_seconds = max(usage.cpu_seconds, ticks / TICKS_PER_SECOND)
    usage.processes = max(len(family), threads)


def _written_bytes(folder: Path, enough_bytes: int) -> int:
    """What lies in the folder; counts no further than `enough_bytes` and WRITTEN_FILES_MAX, and then says too much."""
    total_bytes = entries = 0
    left = [folder]
    while left and total_bytes <= enough_bytes:
        try:
            found = [(entry, entry.stat(follow_symlinks=False)) for entry in _some(left.pop())]
        except FileNotFoundError:
            continue  # gone between two looks
        except OSError:
            return enough_bytes + 1  # a folder that the program has closed, so that nobody sees what is in it
        entries += len(found)
        if entries > WRITTEN_FILES_MAX:
            return enough_bytes + 1
        left += [Path(entry.path) for entry, _ in found if entry.is_dir(follow_symlinks=False)]
        total_bytes += sum(status.st_size for _, status in found)
    return total_bytes


def _some(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return list(islice(entries, WRITTEN_FILES_MAX + 1))


def _stop(pid: int, watched: int) -> None:
    """Kill the first process of the namespace, and with it all others; bubblewrap ends when they are gone."""
    for process in [*_family(pid)[1:2], pid]:
        try:
            os.kill(process, signal.SIGKILL)
        except ProcessLookupError:
            continue
        if select.select([watched], [], [], STOP_SECONDS)[0]:
            return


def _end(process: subprocess.Popen[bytes], usage: Usage) -> int:
    """Collect the ended process, whose CPU time holds that of all its descendants.

    Its memory does not tell: the kernel counts what the caller had mapped when it started the process.
    """
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    usage.cpu_seconds = max(usage.cpu_seconds, used.ru_utime + used.ru_stime)
    return process.returncode


def _judge(stopped: Outcome | None, status: int, usage: Usage, limits: Limits) -> Result:
    outcome, code = stopped or _outcome(status, usage, limits), ""
    if outcome is Outcome.CRASHED:
        code = f"exit-{status}"
    value: dict[str, object] | None = {} if outcome is Outcome.DONE else None
    return Result(outcome, value, code, "", usage.cpu_seconds, usage.peak_bytes)


def _outcome(status: int, usage: Usage, limits: Limits) -> Outcome:
    if status == 0:
        return Outcome.DONE
    if status == EXCEEDED_CPU or (status == KILLED and usage.cpu_seconds >= limits.cpu_seconds):
        return Outcome.OUT_OF_TIME
    if status == EXCEEDED_FILE:
        return Outcome.TOO_LARGE
    if usage.peak_bytes > limits.memory_bytes * NEAR_LIMIT:
        return Outcome.OUT_OF_MEMORY
    return Outcome.CRASHED
