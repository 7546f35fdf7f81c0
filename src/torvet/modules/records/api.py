"""The front door for other code: setting up, receiving, and how far the line is."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from torvet.modules.records.actions.policy import load_policy
from torvet.modules.records.actions.publishing import list_due_cases
from torvet.modules.records.delivery.reading import DeliveryRefused
from torvet.modules.records.intake import receive
from torvet.modules.records.isolation import FONTS
from torvet.modules.records.models import DocumentVersion
from torvet.shared.identity.api import Actor

__all__ = ["DeliveryRefused", "drawing_fonts", "list_due", "on_the_way", "set_up", "take_delivery"]


def set_up(*, actor: Actor, now: datetime) -> None:
    """Load the rules that Torvet is delivered with; what is there is never changed."""
    load_policy(actor=actor, now=now)


def take_delivery(path: Path, *, actor: Actor, progress: Callable[[], object] = lambda: None) -> Mapping[str, int]:
    """Take a delivery and return what its lines did, counted.

    Raises:
        DeliveryRefused: the delivery as a whole cannot be read.
    """
    return receive(path, actor=actor, progress=progress)


def on_the_way() -> int:
    """Count the documents whose next stage can run now."""
    return DocumentVersion.objects.on_the_way().count()


def list_due(*, actor: Actor, now: datetime) -> int:
    """Let search know the cases whose waiting time is over; returns how many."""
    return list_due_cases(actor=actor, now=now)


def drawing_fonts() -> Path | None:
    """Return the folder of the typefaces that drawn PDF files embed, if set-up could fetch them."""
    return FONTS if FONTS.is_dir() else None
