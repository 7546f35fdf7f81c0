"""An index of its own for each test."""

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings


@pytest.fixture(autouse=True)
def own_index(settings: Settings, tmp_path: Path) -> Path:
    """Point the site's index at a folder that only this test has."""
    settings.SEARCH_INDEX = tmp_path / "index"
    settings.DANISH_TABLES = tmp_path / "no-tables"
    return tmp_path / "index"
