"""Watches processes from outside, through /proc: CPU time of whole families, peak memory. Linux only."""

import os
import subprocess
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")
LOOK_SECONDS = 0.1
STOP_SECONDS = 20.0


def _stat(pid: int) -> list[str]:
    """The fields after the name, which may itself hold blanks and brackets; none for a process that is gone."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except OSError:
        return []


def family(pid: int) -> list[int]:
    """Return a process and everybody that stems from it, now."""
    parents = {int(each.name): int(stat[1]) for each in Path("/proc").glob("[0-9]*") if (stat := _stat(int(each.name)))}
    found = [pid]
    for parent in found:
        found += [child for child, its_parent in parents.items() if its_parent == parent]
    return found


def cpu_seconds(pid: int) -> float:
    """Return the CPU time of a family: of those alive, and of those that ended and were waited for."""
    return sum(sum(map(int, stat[11:15])) for each in family(pid) if (stat := _stat(each))) / TICKS_PER_SECOND


def cpu_milliseconds(pids: Sequence[int]) -> float:
    """Return the CPU time of the living threads of some processes, to the nanosecond: for the cost of one request."""
    spent = 0
    for path in [path for pid in pids for path in Path(f"/proc/{pid}/task").glob("*/schedstat")]:
        try:
            spent += int(path.read_text(encoding="ascii").split()[0])
        except OSError:
            continue  # the thread has ended
    return spent / 1e6


def _kilobytes(pid: int, file: str, name: str) -> int:
    try:
        text = Path(f"/proc/{pid}/{file}").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0
    return int(text.partition(f"{name}:")[2].split(maxsplit=1)[0]) if f"\n{name}:" in text else 0


def shared_fairly_mb(pid: int) -> float:
    """Return a family's memory; what several processes share counts once in all."""
    return sum(_kilobytes(each, "smaps_rollup", "Pss") for each in family(pid)) / 1024


def peak_mb(pid: int) -> float:
    """Return the most memory that one process has had resident."""
    return _kilobytes(pid, "status", "VmHWM") / 1024


@dataclass
class Watch:
    """Looks at processes and their children until closed; short peaks between two looks may be missed."""

    pids: Sequence[int]
    parent_peak_mb: float = 0.0
    child_peak_mb: float = 0.0
    all_peak_mb: float = 0.0
    cpu_by_family: dict[int, float] = field(default_factory=dict)
    _closed: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> "Watch":
        self._thread = threading.Thread(target=self._look_until_closed, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._closed.set()
        self._thread.join()

    def _look_until_closed(self) -> None:
        while not self._closed.wait(LOOK_SECONDS):
            self.all_peak_mb = max(self.all_peak_mb, sum(map(shared_fairly_mb, self.pids)))
            for pid in self.pids:
                # A sandbox is killed, not waited for, so its CPU time is only known while it lives.
                self.cpu_by_family[pid] = max(self.cpu_by_family.get(pid, 0.0), cpu_seconds(pid))
                parent, *children = family(pid)
                self.parent_peak_mb = max(self.parent_peak_mb, peak_mb(parent))
                self.child_peak_mb = max([self.child_peak_mb, *map(peak_mb, children)])


def stop(process: subprocess.Popen[bytes]) -> None:
    """Ask a process that we started to end, and make an end if it does not."""
    process.terminate()
    try:
        process.wait(timeout=STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
