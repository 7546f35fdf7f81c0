"""`torvet search rebuild`: build the index anew beside the one that serves."""

from argparse import ArgumentParser
from typing import Any, Never

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from tqdm import tqdm

from torvet.shared.search import api


class Command(BaseCommand):
    """Builds the search index anew. Safe to interrupt: until it is done the old index serves."""

    help = "Build the search index anew from the rows, while the old one serves; removes withdrawn text from the disk."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--quiet", action="store_true", help="No progress bar")

    def handle(self, *args: Any, **options: Any) -> None:
        bar: tqdm[Never]
        with tqdm(unit=" entries", disable=True if options["quiet"] else None) as bar:

            def show(done: int, total: int) -> None:
                bar.total = total
                bar.update(done - bar.n)

            try:
                report = api.rebuild(show)
            except api.IndexBusy as error:
                raise CommandError(_("The index is being built by another process. Try again later.")) from error
            except KeyboardInterrupt as error:
                raise CommandError(_("Interrupted. The old index goes on serving; run this again.")) from error
        self.stdout.write(_("%(count)d entries are searchable.") % {"count": report.indexed})
