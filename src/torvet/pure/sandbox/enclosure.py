"""Which walls this machine offers, and the bubblewrap command that builds the outer one.

The inner walls (Landlock, seccomp, resource limits), which each job puts around itself, stand in `walls.py`.
"""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from torvet.pure.sandbox import walls

SOURCE = Path(__file__).resolve().parents[3]
"""The folder that holds the `torvet` package."""

PROBE_SECONDS = 10


@dataclass(frozen=True)
class Isolation:
    """The walls around a job. Resource limits and a cleared environment always stand and are not listed."""

    bubblewrap: bool
    """Own mount, process, network and user namespaces: sees only Python, its libraries and the workspace."""

    landlock: bool
    """The kernel lets a job read only Python and its libraries, and write only in its own folder."""

    seccomp: bool
    """The kernel refuses sockets, new processes and threads, other programs, and signals to others."""

    @property
    def network_refused(self) -> bool:
        """True where a job cannot open a connection."""
        return self.bubblewrap or self.seccomp

    @property
    def files_refused(self) -> bool:
        """True where a job cannot read what is not its own."""
        return self.bubblewrap or self.landlock

    def __str__(self) -> str:
        named = {"bubblewrap": self.bubblewrap, "landlock": self.landlock, "seccomp": self.seccomp}
        return " + ".join([name for name, stands in named.items() if stands] + ["resource limits"])


@cache
def isolation() -> Isolation:
    """Find out, once in each process, which walls work: bubblewrap may be installed and yet forbidden."""
    return Isolation(_bubblewrap_works(), walls.landlock_version() > 0, walls.seccomp_works())


def readable() -> list[Path]:
    """The folders a job may read: system libraries, interpreter, virtual environment and this package."""
    wanted = [Path("/usr"), Path(sys.base_prefix), Path(sys.prefix), SOURCE]
    wanted += [Path(name) for name in ("/lib", "/lib32", "/lib64", "/bin", "/etc/ld.so.cache")]
    return [path for path in dict.fromkeys(wanted) if path.exists()]


def environment() -> dict[str, str]:
    """The whole environment of the template: nothing of the caller's."""
    return {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TZ": "UTC", "PYTHONPATH": str(SOURCE)}


def python(*arguments: str) -> list[str]:
    """The command that starts this interpreter without user folders, unsafe paths or written bytecode."""
    return [sys.executable, "-s", "-P", "-B", *arguments]


def bubblewrap(workspace: Path | None, command: list[str]) -> list[str]:
    """Wrap a command so that it sees only `readable()` and, writable under its own name, the workspace."""
    program = shutil.which("bwrap") or "bwrap"
    walls_up = [program, "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL"]
    own = ["--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp"]  # noqa: S108 a private, empty one
    binds = [part for path in readable() for part in ("--ro-bind", str(path), str(path))]
    if workspace is not None:
        binds += ["--bind", str(workspace), str(workspace)]
    return [*walls_up, *own, *binds, "--chdir", "/", "--", *command]


def _bubblewrap_works() -> bool:
    if shutil.which("bwrap") is None:
        return False
    command = bubblewrap(None, python("-c", "print(6 * 7)"))
    try:
        probe = subprocess.run(  # noqa: S603 our own command
            command, env=environment(), capture_output=True, timeout=PROBE_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return probe.returncode == 0 and probe.stdout.strip() == b"42"
