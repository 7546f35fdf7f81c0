"""Every test of records has its own folders and its own Fjordby."""

from pathlib import Path
from typing import Any

import pytest

from torvet.modules.records.tests.builders import DeliveryBuilder, advance_all, found_municipality, one_letter


@pytest.fixture
def own_folders(tmp_path: Path, settings: Any) -> Path:
    """Keep files, index and inbox of a test to itself."""
    data = tmp_path / "data"
    data.mkdir()
    settings.DATA = data
    settings.INBOX = data / "inbox"
    settings.SEARCH_INDEX = data / "index"
    settings.STORAGES = settings.STORAGES | {
        name: {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": data / name},
        }
        for name in ("originals", "renditions")
    }
    return data


@pytest.fixture
def fjordby(db: None, own_folders: Path) -> None:
    """The municipality with its departments and rules."""
    found_municipality()


@pytest.fixture
def delivery(fjordby: None, tmp_path: Path) -> DeliveryBuilder:
    """An empty delivery in the making."""
    return DeliveryBuilder(tmp_path / "2026-11-22-01")


@pytest.fixture
def published(fjordby: None, tmp_path: Path) -> DeliveryBuilder:
    """One letter with personal data, all the way to the public."""
    made = one_letter(tmp_path / "2026-11-22-01")
    made.receive()
    advance_all()
    return made
