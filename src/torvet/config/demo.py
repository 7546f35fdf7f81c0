"""Builds the demo municipality: its name, departments, log-ins and deliveries, which go the way of any delivery."""

import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from torvet.modules.records import api as records
from torvet.modules.records.demo import DEPARTMENTS, PEOPLE, UNITS, DemoDelivery, write_deliveries
from torvet.shared.audit.api import record
from torvet.shared.identity.actions import create_account, give_role
from torvet.shared.identity.api import system_actor
from torvet.shared.identity.roles import AUDITOR, CASEWORKER, OPERATOR, RECORDS_OFFICER
from torvet.shared.organisation.api import Ref
from torvet.shared.organisation.models import Municipality, Unit

BUILDER = system_actor("torvet demo")
PASSWORD = "fjordby-demo"  # noqa: S105 everybody may know it: the demo holds nothing but what is made up
ROLES = {
    "records_officer": RECORDS_OFFICER,
    "department_officer": CASEWORKER,
    "operator": OPERATOR,
    "auditor": AUDITOR,
}
LOOK_SECONDS = 0.3


@transaction.atomic
def found_municipality() -> None:
    """Give the demo municipality its name, departments and log-ins, once."""
    if Municipality.objects.exists():
        return
    Municipality.objects.create(
        name="Fjordby Kommune",
        street="Torvet 1",
        postcode="8230",
        town="Fjordby",
        phone="70 12 34 56",
        email="post@fjordby.example",
        email_domain="fjordby.example",
    )
    _found_units()
    for person in PEOPLE:
        _open_account(person.name, person.username, person.role, person.department)
    subject = Ref(module="organisation", kind="municipality", uuid=UUID(int=0), title="")
    record(actor=BUILDER, verb="organisation.found", subject=subject, now=timezone.now())


def _found_units() -> None:
    departments = {
        each.code: Unit.objects.create(code=each.code, name=each.name, valid_from=each.valid_from)
        for each in DEPARTMENTS
    }
    for each in UNITS:
        Unit.objects.create(
            code=each.code,
            name=each.name,
            parent=departments[each.department],
            valid_from=each.valid_from,
            valid_to=each.valid_to,
        )


def _open_account(name: str, username: str, role: str, department: str | None) -> None:
    now = timezone.now()
    account = create_account(actor=BUILDER, username=username, name=name, password=PASSWORD, now=now, is_demo=True)
    give_role(
        actor=BUILDER,
        account=account,
        role=ROLES[role],
        department=department,
        valid_from=timezone.localdate(now),
        now=now,
    )


def write_papers(folder: Path, *, today: date, fonts: Path | None) -> tuple[DemoDelivery, ...]:
    """Write the deliveries as any case system would."""
    return write_deliveries(folder, today=today, font_folder=fonts)


def take(delivery: DemoDelivery, *, workers: int, progress: Callable[[int, int], None]) -> None:
    """Receive one delivery and let real workers take it all the way; `progress` gets what is done and in all."""
    records.take_delivery(delivery.folder, actor=BUILDER)
    total = records.on_the_way()
    command = [sys.executable, "-m", "torvet.config.cli", "worker", "run", "--once"]
    processes = [subprocess.Popen(command) for _ in range(workers)]  # noqa: S603 our own words
    try:
        while any(process.poll() is None for process in processes):
            progress(total - records.on_the_way(), total)
            time.sleep(LOOK_SECONDS)
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            process.wait()
    progress(total - records.on_the_way(), total)
