"""What staff must see at once, on whatever page they are. Modules add what they have to say when they start."""

from collections.abc import Callable
from dataclasses import dataclass

from torvet.shared.ui.parts import Text


@dataclass(frozen=True)
class Alarm:
    """Something is wrong: what, and where it is told and dealt with."""

    text: Text
    link_text: Text
    url: str


_sources: list[Callable[[], Alarm | None]] = []


def add_alarm(source: Callable[[], Alarm | None]) -> None:
    """Add what looks whether something is wrong; called once from the module's `AppConfig.ready`."""
    if source not in _sources:
        _sources.append(source)


def alarms() -> tuple[Alarm, ...]:
    """Return what is wrong now; each source may ask the database once."""
    return tuple(alarm for source in _sources if (alarm := source()))
