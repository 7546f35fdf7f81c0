"""`torvet serve`: the web server and the workers as child processes; Ctrl-C stops all of them."""

import os
import signal
import subprocess
import sys
import time
from argparse import ArgumentParser
from collections.abc import Sequence
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

STOP_SECONDS = 15.0
LOOK_SECONDS = 0.5
# A worker that ends at once every time is broken; restarting it for ever would hide that.
RESTARTS_MAX = 20


class Child:
    """One process that is kept alive."""

    def __init__(self, name: str, command: Sequence[str]) -> None:
        self.name = name
        self._command = list(command)
        self.restarts = 0
        self._start()

    def _start(self) -> None:
        # In a session of its own, so that Ctrl-C reaches only this command, which then stops them in order.
        self.process = subprocess.Popen(self._command, start_new_session=True)  # noqa: S603 our own words

    def look(self) -> bool:
        """Start the process again if it ended; False when it has ended too often."""
        if self.process.poll() is None:
            return True
        self.restarts += 1
        if self.restarts > RESTARTS_MAX:
            return False
        self._start()
        return True

    def stop(self) -> None:
        """Ask the process to end."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)

    def wait(self, seconds: float) -> None:
        """Wait for the end, then make an end."""
        try:
            self.process.wait(timeout=max(seconds, 0.1))
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Command(BaseCommand):
    """Starts everything and stops everything."""

    help = "Start the web server and the workers. Ctrl-C stops all of them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=settings.WORKER_PROCESSES)

    def handle(self, *args: Any, **asked: Any) -> None:
        is_stopping = False

        def stop(number: int, frame: FrameType | None) -> None:
            nonlocal is_stopping
            is_stopping = True

        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, stop)
        children = self._start(asked["host"], asked["port"], asked["workers"])
        self.stdout.write(f"Torvet: http://{asked['host']}:{asked['port']}  (Ctrl-C stopper alt)")
        broken = None
        while not is_stopping and broken is None:
            time.sleep(LOOK_SECONDS)
            broken = next((child for child in children if not child.look()), None)
        self._stop(children)
        if broken:
            raise CommandError(f"{broken.name} ended {broken.restarts} times; see the lines above.")

    def _start(self, host: str, port: int, workers: int) -> list[Child]:
        python = [sys.executable, "-m"]
        web = [*python, "gunicorn", "--bind", f"{host}:{port}", "--workers", "2", "--threads", "4"]
        web += ["--worker-tmp-dir", str(settings.DATA), "--log-level", "warning", "torvet.config.wsgi:application"]
        work = [*python, "torvet.config.cli", "worker", "run"]
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "torvet.config.settings")
        return [Child("web", web), *(Child(f"worker {place + 1}", work) for place in range(workers))]

    def _stop(self, children: Sequence[Child]) -> None:
        for child in children:
            child.stop()
        deadline = time.monotonic() + STOP_SECONDS
        for child in children:
            child.wait(deadline - time.monotonic())
