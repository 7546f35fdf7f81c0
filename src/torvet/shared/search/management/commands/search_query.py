"""`torvet search QUERY --json`: ask the index from the command line, as a visitor would."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from torvet.shared.search import api


class Command(BaseCommand):
    """Searches everything public and writes what was found."""

    help = "Search everything public. Without --json one line for each hit."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("query")
        parser.add_argument("--json", action="store_true", help="The whole answer as JSON")
        parser.add_argument("--page", type=int, default=1)
        parser.add_argument("--sort", choices=[sort.value for sort in api.Sort], default="relevance")

    def handle(self, *args: Any, **options: Any) -> None:
        request = api.Request(text=options["query"], page=options["page"], sort=api.Sort(options["sort"]))
        answer = api.search(request)
        if options["json"]:
            self.stdout.write(json.dumps(asdict(answer), ensure_ascii=False, default=str, indent=1))
            return
        if answer.refused:
            raise CommandError(_("The query holds a CPR number. It was not searched."))
        for hit in answer.hits:
            self.stdout.write(f"{hit.dated_on or ''}\t{hit.plain_title}\t{hit.url}")
        self.stdout.write(_("%(count)d found.") % {"count": answer.total})
