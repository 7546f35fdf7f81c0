"""Fixtures for every test that opens pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from django.test import override_settings
from pytest_django.fixtures import Settings

from torvet.shared.identity.tests.builders import build_department

PLAIN_FILES = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}


@pytest.fixture(autouse=True)
def plain_site(settings: Settings, tmp_path: Path) -> None:
    """Pages name stylesheets by their plain names, for nothing has been collected; passwords are hashed quickly."""
    settings.STORAGES = {**settings.STORAGES, "staticfiles": PLAIN_FILES}
    settings.STATIC_ROOT = tmp_path
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def departments(db: None) -> None:
    """Two departments."""
    build_department("tm")
    build_department("bs")


@pytest.fixture
def forgotten_guesses(db: None) -> Iterator[None]:
    """No failed log-ins are remembered, before and after."""
    with override_settings(CACHES={"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}):
        cache.clear()
        yield
        cache.clear()
