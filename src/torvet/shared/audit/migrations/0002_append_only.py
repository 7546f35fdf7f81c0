"""The database refuses to change or delete an audit event, whatever the code above it does."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SQLITE = """
CREATE TRIGGER audit_event_no_{verb_lower} BEFORE {verb} ON audit_event
BEGIN SELECT RAISE(ABORT, 'audit events are append-only'); END
"""
POSTGRES_FUNCTION = """
CREATE FUNCTION audit_event_refuse() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION 'audit events are append-only'; END $$ LANGUAGE plpgsql
"""
POSTGRES = """
CREATE TRIGGER audit_event_no_{verb_lower} BEFORE {verb} ON audit_event
FOR EACH ROW EXECUTE FUNCTION audit_event_refuse()
"""


def add_triggers(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    on_postgres = editor.connection.vendor == "postgresql"
    if on_postgres:
        editor.execute(POSTGRES_FUNCTION)
    for verb in ("UPDATE", "DELETE"):
        template = POSTGRES if on_postgres else SQLITE
        editor.execute(template.format(verb=verb, verb_lower=verb.lower()))


def drop_triggers(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    on_postgres = editor.connection.vendor == "postgresql"
    for verb in ("update", "delete"):
        editor.execute(f"DROP TRIGGER audit_event_no_{verb}" + (" ON audit_event" if on_postgres else ""))
    if on_postgres:
        editor.execute("DROP FUNCTION audit_event_refuse()")


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunPython(add_triggers, drop_triggers)]
