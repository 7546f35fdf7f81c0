"""SQLite is asked how it is set up; options in the wrong place are seen."""

from pathlib import Path

import pytest
from django.conf import settings
from django.db import connections
from django.db.backends.sqlite3.base import DatabaseWrapper

from torvet.shared.worker.checks import deviations

OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "init_command": " ".join(f"PRAGMA {name}={value};" for name, value in settings.SQLITE_PRAGMAS.items()),
}


def database(folder: Path, **settings_dict: object) -> DatabaseWrapper:
    defaults = connections["default"].settings_dict | {"NAME": str(folder / "a.sqlite3"), "OPTIONS": {}}
    return DatabaseWrapper({**defaults, **settings_dict}, alias="checked")


@pytest.fixture(autouse=True)
def _unblocked(django_db_blocker: pytest.FixtureRequest) -> None:
    """These tests open databases of their own."""
    django_db_blocker.unblock()  # type: ignore[attr-defined]


def found(wrapper: DatabaseWrapper) -> list[str]:
    connections["checked"] = wrapper
    try:
        return deviations(wrapper, settings.SQLITE_PRAGMAS)
    finally:
        wrapper.close()
        del connections["checked"]


def test_the_settings_reach_sqlite(tmp_path: Path) -> None:
    assert found(database(tmp_path, OPTIONS=OPTIONS)) == []


def test_options_one_level_too_high_are_seen(tmp_path: Path) -> None:
    seen = found(database(tmp_path, **OPTIONS))
    assert any("journal_mode" in text for text in seen)
    assert "transactions do not begin IMMEDIATE" in seen


def test_a_missing_pragma_is_seen(tmp_path: Path) -> None:
    changed = {**OPTIONS, "init_command": OPTIONS["init_command"].replace("synchronous=2", "synchronous=1")}
    assert found(database(tmp_path, OPTIONS=changed)) == ["PRAGMA synchronous is 1, not 2"]


def test_a_missing_transaction_mode_is_seen(tmp_path: Path) -> None:
    changed = {"init_command": OPTIONS["init_command"]}
    assert found(database(tmp_path, OPTIONS=changed)) == ["transactions do not begin IMMEDIATE"]
