"""The shadow site's own process. Not for people: `torvet records robot` starts it."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from torvet.modules.records.robot.shadow import attack, write_answer


class Command(BaseCommand):
    """Attacks the site it is started on, which must be empty, and writes down what came of it."""

    help = "Attack this empty site with invented data; started by `torvet records robot` alone."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("orders", type=Path)

    def handle(self, *args: Any, **asked: Any) -> None:
        orders = json.loads(asked["orders"].read_text(encoding="utf-8"))
        write_answer(Path(orders["answer"]), attack(orders))
