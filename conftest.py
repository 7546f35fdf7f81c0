"""Fixtures that every test folder may use."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder with the larger test data, which stands beside the checkout where it is developed and in CI."""
    folder = ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip(f"the shared test data is not beside this checkout ({folder.name} missing)")
    return folder
