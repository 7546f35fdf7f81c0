"""Fixtures for the pages: Danish catalogues and a municipality."""

from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
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
