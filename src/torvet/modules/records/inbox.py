"""The watched folder: a delivery dropped here is taken, then moved to `done` or `refused`.

A folder is complete when its `delivery.json` is there (written last); a zip when it is renamed from another name.
"""

from pathlib import Path

import structlog
from django.utils import timezone

from torvet.modules.records.delivery.reading import DeliveryRefused
from torvet.modules.records.intake import receive
from torvet.shared.identity.api import Actor

DONE, REFUSED = "done", "refused"
log = structlog.get_logger(__name__)


def complete_deliveries(folder: Path) -> list[Path]:
    """Return the deliveries that can be taken now, by name."""
    if not folder.is_dir():
        return []
    return sorted(
        path
        for path in folder.iterdir()
        if path.name not in (DONE, REFUSED)
        and not path.name.startswith(".")
        and (path.suffix == ".zip" if path.is_file() else (path / "delivery.json").is_file())
    )


def take_all(folder: Path, *, actor: Actor) -> None:
    """Take every complete delivery, one after the other."""
    for path in complete_deliveries(folder):
        try:
            receive(path, actor=actor)
            _move(path, folder / DONE)
        except DeliveryRefused as error:
            log.warning("delivery refused", code=error.code)
            _move(path, folder / REFUSED)


def _move(path: Path, target: Path) -> None:
    target.mkdir(exist_ok=True)
    stamp = timezone.now().strftime("%Y%m%dT%H%M%S%f")
    path.rename(target / f"{stamp}-{path.name}")
