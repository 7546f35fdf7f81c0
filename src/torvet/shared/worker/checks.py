"""A system check that asks SQLite how it is really set up.

Options that stand one level too high in `DATABASES` are ignored without a word, and then every fourth write
fails under load; so what counts is what the database answers, not what the settings say.
"""

from collections.abc import Mapping, Sequence

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

__all__ = ["deviations", "sqlite_is_set_up"]


def sqlite_is_set_up(
    app_configs: Sequence[AppConfig] | None = None,
    *,
    databases: Sequence[str] | None = None,
    **kwargs: object,
) -> list[CheckMessage]:
    """Compare SQLite's own answers with `SQLITE_PRAGMAS`, and see that transactions begin IMMEDIATE."""
    return [
        Error(text, id="torvet.worker.E001", hint='OPTIONS must stand inside DATABASES["default"].')
        for alias in databases or ()
        if connections[alias].vendor == "sqlite"
        for text in deviations(connections[alias], settings.SQLITE_PRAGMAS)
    ]


def deviations(connection: BaseDatabaseWrapper, pragmas: Mapping[str, object]) -> list[str]:
    """Say in what the SQLite connection differs from what it should be; one in memory never does."""
    if connection.settings_dict["NAME"] == ":memory:" or "mode=memory" in str(connection.settings_dict["NAME"]):
        return []
    found = [
        f"PRAGMA {name} is {answer!r}, not {wanted!r}"
        for name, wanted in pragmas.items()
        if str(answer := _ask(connection, name)) != str(wanted)
    ]
    if not _begins_immediate(connection):
        found.append("transactions do not begin IMMEDIATE")
    return found


def _ask(connection: BaseDatabaseWrapper, name: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {name}")
        row = cursor.fetchone()
        return row[0] if row else None


def _begins_immediate(connection: BaseDatabaseWrapper) -> bool:
    """Listen to what SQLite is sent when a transaction opens."""
    heard: list[str] = []
    connection.ensure_connection()
    connection.connection.set_trace_callback(heard.append)
    try:
        with transaction.atomic(using=connection.alias):
            pass
    finally:
        connection.connection.set_trace_callback(None)
    return any(statement.upper().startswith("BEGIN IMMEDIATE") for statement in heard)
