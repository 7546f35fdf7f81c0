"""`torvet records receive PATH`: takes a delivery."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from torvet.modules.records.delivery.reading import DeliveryRefused
from torvet.modules.records.intake import count_lines, receive
from torvet.shared.identity.api import system_actor


class Command(BaseCommand):
    """Takes one delivery; what was taken before is passed over."""

    help = "Take a delivery: a folder or a zip with delivery.json, cases.jsonl, entries.jsonl and files/."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path)

    def handle(self, *args: Any, **asked: Any) -> None:
        try:
            total = count_lines(asked["path"])
            with tqdm(total=total, unit=" linjer", desc="Modtager", disable=None) as bar:
                counts = receive(asked["path"], actor=system_actor("torvet records receive"), progress=bar.update)
        except DeliveryRefused as error:
            raise CommandError(f"{error.message} ({error.code})") from error
        for name, count in sorted(counts.items()):
            self.stdout.write(f"{name:<20} {count:>8}")
