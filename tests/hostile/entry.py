"""How one file of the corpus is made, and how it may end."""

from collections.abc import Callable
from dataclasses import dataclass

READ = "read"
HEAVY = " out-of-memory out-of-time timed-out"
"""It asks more than a job may use; which limit it meets first is the machine's affair."""


@dataclass(frozen=True)
class Hostile:
    """A file that means harm."""

    make: Callable[[], bytes]
    ends: frozenset[str]
    what: str
    """In Danish, for the published table."""

    slow: bool


def file(make: Callable[[], bytes], ends: str, what: str, *, slow: bool = False) -> Hostile:
    """A file that may end in each of these ways, parted by blanks."""
    return Hostile(make, frozenset(ends.split()), what, slow)


def half(data: bytes) -> bytes:
    """The first half of a file."""
    return data[: len(data) // 2]
