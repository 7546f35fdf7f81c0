"""Real worker processes on a database of their own, for the tests that kill them."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

ROOT = Path(__file__).resolve().parents[5]
PATIENCE_SECONDS = 30.0


@dataclass
class Farm:
    """A folder with its database, the processes that were started on it, and what they told."""

    folder: Path
    database: str = ""
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def environment(self) -> dict[str, str]:
        """What the processes read: the real settings, on this folder and database."""
        mine = {
            "DJANGO_SETTINGS_MODULE": "torvet.config.settings",
            "TORVET_DATA": str(self.folder),
            "TORVET_DATABASE": self.database,
            "TORVET_DEBUG": "no",
            "TORVET_MODULES": "",
        }
        return {**os.environ, **mine}

    def manage(self, *words: str) -> str:
        """Run a management command to its end."""
        command = [sys.executable, str(ROOT / "manage.py"), *words]
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def enqueue(self, *calls: str) -> None:
        """Enqueue tasks of `jobs` from a process of its own, written as calls: `slow("a", 1)`."""
        lines = [f"jobs.{call.replace('(', '.enqueue(', 1)}" for call in calls]
        script = ["import django", "django.setup()", "from torvet.shared.worker.tests import jobs", *lines]
        subprocess.run([sys.executable, "-c", ";".join(script)], env=self.environment, check=True, timeout=60)

    def start(self, *words: str, lease_seconds: float = 1.0) -> subprocess.Popen[bytes]:
        """Start a worker; it is killed at the end of the test."""
        command = [
            sys.executable,
            str(ROOT / "manage.py"),
            "worker_run",
            "--lease-seconds",
            str(lease_seconds),
            *words,
        ]
        with (self.folder / f"worker-{len(self.processes)}.log").open("wb") as log:
            process = subprocess.Popen(command, env=self.environment, stdout=log, stderr=log)
        self.processes.append(process)
        return process

    def kill(self, process: subprocess.Popen[bytes], number: int = signal.SIGKILL) -> int:
        """Send the signal and wait for the end; return the exit code."""
        process.send_signal(number)
        return process.wait(PATIENCE_SECONDS)

    def close(self) -> None:
        """Kill what still runs."""
        for process in self.processes:
            process.kill()
            process.wait()

    def story(self) -> list[tuple[str, int, float]]:
        """Return what the tasks told: words, process, moment."""
        path = self.folder / "story.txt"
        lines = path.read_text().splitlines() if path.exists() else []
        parts = [line.rsplit(" ", 2) for line in lines]
        return [(words, int(process), float(moment)) for words, process, moment in parts]

    def told(self) -> list[str]:
        """Return the words of the story."""
        return [words for words, _, _ in self.story()]

    def ask(self, sql: str) -> list[tuple[Any, ...]]:
        """Ask the database without Django, as a bystander would."""
        if self.database:
            with psycopg.connect(self.database) as connection:
                return connection.execute(sql).fetchall()
        link = sqlite3.connect(self.folder / "torvet.sqlite3", timeout=20)
        try:
            return link.execute(sql).fetchall()
        finally:
            link.close()

    def change(self, sql: str) -> None:
        """Change the database without Django."""
        if self.database:
            with psycopg.connect(self.database) as connection:
                connection.execute(sql)
            return
        link = sqlite3.connect(self.folder / "torvet.sqlite3", timeout=20)
        link.execute(sql)
        link.commit()
        link.close()

    def states(self) -> dict[str, int]:
        """Count the jobs by state, without what comes round."""
        rows = self.ask("SELECT state, count(*) FROM worker_job WHERE task LIKE '%tests.jobs%' GROUP BY state")
        return dict(rows)

    def interrupt(self, process: subprocess.Popen[bytes]) -> bool:
        """Send one more interrupt; return whether the process has ended."""
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        return process.poll() is not None

    def wait(self, until: Callable[[], bool]) -> None:
        """Wait until something has come true; fail when it does not."""
        end = time.monotonic() + PATIENCE_SECONDS
        while not until():
            assert time.monotonic() < end, (self.told(), self.states(), self._logs())
            time.sleep(0.02)

    def wait_for(self, words: str) -> None:
        """Wait until a task has told these words."""
        self.wait(lambda: words in self.told())

    def wait_until_all_done(self, count: int) -> None:
        """Wait until so many jobs are done and none is left over."""
        self.wait(lambda: self.states() == {"DONE": count})

    def _logs(self) -> str:
        return "\n".join(path.read_text() for path in sorted(self.folder.glob("worker-*.log")))
