"""A Fjordby in folders of its own, with the departments of the texts."""

from pathlib import Path

import pytest
from tests.corpus.deliveries import open_departments

from torvet.modules.records.tests.conftest import fjordby, own_folders

__all__ = ["fjordby", "own_folders"]


@pytest.fixture
def town(fjordby: None) -> None:
    """Fjordby, where every department of the corpus exists."""
    open_departments()


@pytest.fixture(scope="session")
def generator(shared_data: Path) -> Path:
    """The corpus generator."""
    tool = shared_data.parent / "tools" / "make_corpus.py"
    if not tool.is_file():
        pytest.skip(f"the corpus generator is not beside this checkout ({tool.name} missing)")
    return tool
