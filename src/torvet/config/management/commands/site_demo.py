"""`torvet demo`: builds the demo municipality once; interrupted, it goes on where it was."""

from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone
from tqdm import tqdm

from torvet.config import demo
from torvet.modules.records import api as records
from torvet.shared.search import api as search


class Command(BaseCommand):
    """The fictional Fjordby Kommune."""

    help = "Build the demo municipality Fjordby Kommune, once."

    def handle(self, *args: Any, **asked: Any) -> None:
        folder = settings.DATA / "demo"
        if (folder / "built").exists():
            return
        folder.mkdir(exist_ok=True)
        self.stdout.write("Fjordby Kommune bygges (kun første gang)…")
        demo.found_municipality()
        deliveries = demo.write_papers(folder, today=_first_day(folder), fonts=records.drawing_fonts())
        for delivery in deliveries:
            with tqdm(unit=" dok.", desc=f"{delivery.kind:<12}", disable=None) as bar:
                demo.take(
                    delivery,
                    workers=settings.WORKER_PROCESSES,
                    progress=lambda done, total, bar=bar: _show(bar, done, total),  # type: ignore[misc]
                )
        records.list_due(actor=demo.BUILDER, now=timezone.now())
        search.bring_up_to_date()
        (folder / "built").touch()


def _show(bar: "tqdm[Any]", done: int, total: int) -> None:
    bar.total = total
    bar.update(done - bar.n)


def _first_day(folder: Path) -> date:
    """Return the day the demo is dated by: today, or the day an interrupted build began."""
    note = folder / "today"
    if not note.exists():
        note.write_text(timezone.localdate().isoformat(), encoding="ascii")
    return date.fromisoformat(note.read_text(encoding="ascii"))
