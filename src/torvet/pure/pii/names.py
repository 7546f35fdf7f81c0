"""Names of people who are strangers to the case: by their place, by the lists, and by what is told of them.

What is deliberately not here: the case's own people, who are searched for by name in `known`."""

from collections.abc import Iterator

from .candidates import Candidate
from .name_lines import find_in_lines
from .name_runs import find_in_runs
from .name_triggers import find_announced
from .reading import Reading


def find_names(reading: Reading) -> Iterator[Candidate]:
    """Yield every candidate for a person's name. Linear in the length of the text."""
    yield from find_announced(reading)
    yield from find_in_lines(reading)
    yield from find_in_runs(reading)
