"""`worker_status`: how the queue stands, as JSON."""

import json
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand

from torvet.shared.worker.api import queue_state


class Command(BaseCommand):
    """Prints the queue's state."""

    requires_system_checks = []
    help = "Print how the queue of background work stands, as JSON."

    def handle(self, *args: Any, **asked: Any) -> None:
        self.stdout.write(json.dumps(asdict(queue_state()), default=str, indent=2))
