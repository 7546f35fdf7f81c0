"""The town that the matrix asks about: built once, by real deliveries, and taken back at the end."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import transaction
from django.test import override_settings
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from torvet.modules.records.tests.builders import advance_all, entry_line, found_municipality, one_letter, pdf
from torvet.shared.audit.api import record
from torvet.shared.identity.api import system_actor
from torvet.shared.organisation.api import Ref

from .matrix import Sessions, sessions
from .samples import DEPARTMENT, MARKER

STORAGE = "django.core.files.storage.FileSystemStorage"
STATIC = "django.contrib.staticfiles.storage.StaticFilesStorage"


def own_settings(folder: Path) -> dict[str, object]:
    """Return settings that keep every file of the town in a folder, and its passwords quick."""
    stores = {
        name: {"BACKEND": STORAGE, "OPTIONS": {"location": folder / name}} for name in ("originals", "renditions")
    }
    return {
        "DATA": folder,
        "INBOX": folder / "inbox",
        "SEARCH_INDEX": folder / "index",
        "STATIC_ROOT": folder,
        "STORAGES": {**settings.STORAGES, **stores, "staticfiles": {"BACKEND": STATIC}},
        "PASSWORD_HASHERS": ["django.contrib.auth.hashers.MD5PasswordHasher"],
    }


@pytest.fixture(scope="module")
def town(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """A published letter, a letter that waits, and an event: all of one department, the last two with the marker."""
    folder = tmp_path_factory.mktemp("town")
    with django_db_blocker.unblock(), override_settings(**own_settings(folder)), transaction.atomic():
        found_municipality()
        publish_letter(folder)
        receive_secret_letter(folder)
        note_event()
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def people(town: None) -> Sessions:
    """A session for every visitor who is logged in."""
    return sessions()


def publish_letter(folder: Path) -> None:
    """Take a letter all the way to the public."""
    one_letter(folder / "delivery-1").receive()
    advance_all()


def receive_secret_letter(folder: Path) -> None:
    """Receive a second letter in the same case, which came just now and is public tomorrow."""
    delivery = one_letter(folder / "delivery-2")
    file = delivery.file("svar.pdf", pdf(MARKER))
    waits = (timezone.now() - timedelta(minutes=1)).isoformat()
    line = entry_line([file], id="E2", sequence=2, number=2, title=f"Svar om {MARKER} 4", journaled_at=waits)
    delivery.entries = [line]
    delivery.receive()


def note_event() -> None:
    """Record something that happened in the department."""
    subject = Ref(module="records", kind="document", uuid=uuid4(), title="")
    actor = system_actor("tests")
    record(actor=actor, verb="x", subject=subject, now=timezone.now(), department=DEPARTMENT, reason=MARKER)
