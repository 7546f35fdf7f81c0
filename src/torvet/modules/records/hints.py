"""Asks for background work without knowing who does it.

A hint may be lost: the rows tell what is left to do, and a sweep finds it. `apps` says who answers.
"""

from collections.abc import Callable

_answers: list[Callable[[int], None]] = []


def answer_hints_with(ask: Callable[[int], None]) -> None:
    """Name who is asked; called once when the module starts."""
    _answers[:] = [ask]


def hint_version(version_id: int) -> None:
    """Ask that a version moves on, once the open transaction stands."""
    for ask in _answers:
        ask(version_id)
