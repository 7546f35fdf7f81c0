"""`worker_run`: one worker process, until it is told to stop."""

import signal
from argparse import ArgumentParser
from dataclasses import replace
from types import FrameType
from typing import Any

from django.core.checks import Tags
from django.core.management.base import BaseCommand

from torvet.shared.worker.loop import Interrupted, Worker
from torvet.shared.worker.options import options


class Command(BaseCommand):
    """Runs one worker. The first SIGTERM or SIGINT lets the task finish, the second gives it back."""

    # The database is checked below; addresses and templates are not a worker's business.
    requires_system_checks = []
    help = "Take background work until told to stop (SIGTERM or Ctrl-C)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="do what is due and end")
        parser.add_argument("--lease-seconds", type=float, help="how long a killed worker's job waits")
        parser.add_argument("--longest-task-seconds", type=float, help="a task that runs longer hangs")

    def handle(self, *args: Any, **asked: Any) -> None:
        self.check(tags=[Tags.database], databases=["default"])
        named = ("lease_seconds", "longest_task_seconds")
        worker = Worker(replace(options(), **{name: asked[name] for name in named if asked[name]}))

        def told_to_stop(number: int, frame: FrameType | None) -> None:
            if worker.is_stopping:
                raise Interrupted
            worker.stop()

        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, told_to_stop)
        try:
            worker.run(until_empty=asked["once"])
        except Interrupted:
            self.stderr.write("Stopped in the middle of a task; it runs again.")
