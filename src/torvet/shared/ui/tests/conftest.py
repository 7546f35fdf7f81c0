"""Fixtures for the pages: Danish catalogues, plain static files, a municipality."""

from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
from django.conf import settings
from django.test import override_settings
from django.utils import translation

from torvet.shared.organisation.models import Municipality

ROOT = Path(__file__).resolve().parents[5]


def tool(name: str) -> ModuleType:
    """Return one of the programs in `tools/`, which are no package."""
    spec = spec_from_file_location(f"tools_{name}", ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# At collection, because Django reads the catalogues once, before the first test.
tool("messages").compile_all(["ui"])


@pytest.fixture(scope="session", autouse=True)
def plain_static_files() -> Iterator[None]:
    """Tests do not collect static files. For the whole session, because the live server starts but once."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    storages = {**settings.STORAGES, "staticfiles": plain}
    with override_settings(STORAGES=storages, WHITENOISE_AUTOREFRESH=True):
        yield


@pytest.fixture(autouse=True)
def danish() -> Iterator[None]:
    """A request leaves its language behind in the thread; each test begins in Danish."""
    with translation.override("da"):
        yield


@pytest.fixture
def fjordby(db: None) -> Municipality:
    """The municipality of the named cast."""
    return Municipality.objects.create(
        name="Fjordby Kommune",
        street="Torvet 1",
        postcode="8230",
        town="Fjordby",
        phone="70 12 34 56",
        email="kommunen@fjordby.example",
        email_domain="fjordby.example",
    )
