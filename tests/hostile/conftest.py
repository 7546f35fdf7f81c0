"""A Fjordby in folders of its own, and one that all files of the corpus are read in."""

import pytest

from torvet.modules.records.tests.conftest import delivery, fjordby, own_folders

from .measuring import End, end_of

__all__ = ["delivery", "fjordby", "own_folders"]


@pytest.fixture(scope="session")
def usual() -> End:
    """What an ordinary small letter takes, in the same warmed sandbox."""
    return end_of(b"Referat af et m\xc3\xb8de om en cykelsti.")
