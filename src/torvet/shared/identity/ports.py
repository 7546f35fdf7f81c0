"""What identity needs from elsewhere: somewhere to record what is done to accounts.

The audit log stands above this app on the ladder, for it must know actors; it hands its `record` over when it starts.
Without one, nothing can be done to accounts.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from torvet.shared.identity.api import Actor
from torvet.shared.organisation.api import Ref

__all__ = ["NoRecorder", "Recorder", "record", "record_with"]


class NoRecorder(Exception):
    """Something was to be done that nobody would write down."""


class Recorder(Protocol):
    """Adds an event to the log, in the open transaction."""

    def __call__(
        self,
        *,
        actor: Actor | None,
        verb: str,
        subject: Ref,
        now: datetime,
        department: str = "",
        details: Mapping[str, str | int | bool | None] | None = None,
    ) -> object: ...


_recorders: list[Recorder] = []


def record_with(recorder: Recorder) -> None:
    """Say who writes things down from now on."""
    _recorders[:] = [recorder]


def record(
    *,
    actor: Actor,
    verb: str,
    subject: Ref,
    now: datetime,
    department: str = "",
    details: Mapping[str, str | int | bool | None] | None = None,
) -> None:
    """Have an event recorded.

    Raises:
        NoRecorder: no app has said that it writes things down.
    """
    if not _recorders:
        raise NoRecorder(verb)
    _recorders[0](actor=actor, verb=verb, subject=subject, now=now, department=department, details=details)
