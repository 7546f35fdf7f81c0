"""`torvet records robot`: attacks a shadow site now, and keeps what came of it."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from torvet.modules.records.actions.watching import keep_run
from torvet.modules.records.robot.outcomes import Report
from torvet.modules.records.robot.starting import DOCUMENTS_MAX, attack
from torvet.shared.identity.api import system_actor

DOCUMENTS = 25


class Command(BaseCommand):
    """Lets the robot attack."""

    help = "Plant invented personal data in a shadow site, and tell what got out. Real papers are not touched."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--documents", type=int, default=DOCUMENTS, help=f"at most {DOCUMENTS_MAX}")
        parser.add_argument("--seed", type=int, help="the same seed plants the same data")
        parser.add_argument("--json", action="store_true", help="print the report as JSON")

    def handle(self, *args: Any, **asked: Any) -> None:
        if not 0 < asked["documents"] <= DOCUMENTS_MAX:
            raise CommandError(f"--documents skal være fra 1 til {DOCUMENTS_MAX}.")
        started_at = timezone.now()
        report = attack(documents=asked["documents"], seed=asked["seed"])
        keep_run(actor=system_actor("torvet records robot"), report=report, started_at=started_at, now=timezone.now())
        as_json = json.dumps(asdict(report), ensure_ascii=False, indent=2)
        self.stdout.write(as_json if asked["json"] else _in_words(report))
        if report.total.escaped or report.problem:
            raise CommandError("Noget slap ud, eller robotten gik i stå. Se ovenfor.")


def _in_words(report: Report) -> str:
    total = report.total
    lines = [
        f"Dokumenter        {report.documents}",
        f"Gemt af robotten  {total.planted}",
        f"Dækket til        {total.covered}",
        f"Holdt tilbage     {total.held}",
        f"Sluppet ud        {total.escaped}",
        f"Frø               {report.seed}",
    ]
    lines += [f"  {escape}" for escape in report.escapes]
    return "\n".join([*lines, f"Fejl              {report.problem}"] if report.problem else lines)
