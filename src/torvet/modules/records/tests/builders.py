"""Builds what tests need, on top of the same doors that a case system uses."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

from django.utils import timezone
from reportlab.pdfgen.canvas import Canvas

from torvet.modules.records.actions.policy import load_policy
from torvet.modules.records.intake import receive
from torvet.modules.records.models import DocumentVersion
from torvet.modules.records.pipeline import advance
from torvet.shared.identity.api import Actor, system_actor
from torvet.shared.organisation.models import Municipality, Unit
from torvet.shared.search import api as search

SYSTEM = system_actor("test")
SOURCE = "fjordby-esdh"
# A replacement number (day + 60) and birth years that nobody living has.
CPR = "610190-5004"
ANNA = {
    "role": "applicant",
    "kind": "person",
    "name": "Anna Østergård",
    "cpr": CPR,
    "address": "Kløvervej 7",
    "email": "anna@privat.example",
    "phone": "40 11 22 33",
}


def found_municipality() -> None:
    """Fjordby with two departments, and the delivered rules."""
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
    for code, name in (("tm", "Teknik og Miljø"), ("bs", "Børn og Skole")):
        Unit.objects.create(code=code, name=name, valid_from=date(2007, 1, 1))
    load_policy(actor=SYSTEM, now=timezone.now())


def days_ago(days: int) -> datetime:
    """An hour of working time so many days ago."""
    return timezone.localtime().replace(hour=10, minute=0, second=0, microsecond=0) - timedelta(days=days)


def pdf(*lines: str) -> bytes:
    """A real PDF with one line of text below the other."""
    target = BytesIO()
    canvas = Canvas(target, invariant=1)
    for place, line in enumerate(lines):
        canvas.drawString(72, 780 - 18 * place, line)
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def case_line(**changes: Any) -> dict[str, Any]:
    """A line of cases.jsonl: a building case on Havnegade."""
    line: dict[str, Any] = {
        "id": "S1",
        "version": 1,
        "number": "BYG-2026-00317",
        "title": "Havnegade 41 – carport",
        "case_type": "building",
        "kle": "02.34.02",
        "facet": "P19",
        "department": "tm",
        "status": "open",
        "opened_on": "2026-01-05",
        "property": {"address": "Havnegade 41", "postcode": "8230", "town": "Fjordby"},
        "caseworker": {"name": "Lise Rosendal", "email": "liro@fjordby.example", "phone": "70 12 34 21"},
        "parties": [ANNA],
    }
    return line | changes


def entry_line(files: Iterable[Mapping[str, Any]] = (), **changes: Any) -> dict[str, Any]:
    """A line of entries.jsonl: a letter that came in ten days ago."""
    line: dict[str, Any] = {
        "id": "E1",
        "version": 1,
        "sequence": 1,
        "case": "S1",
        "number": 1,
        "status": "active",
        "direction": "in",
        "title": "Ansøgning om carport",
        "document_type": "application",
        "journaled_at": days_ago(10).isoformat(),
        "document_date": days_ago(10).date().isoformat(),
        "access": "open",
        "files": list(files),
    }
    return line | changes


@dataclass
class DeliveryBuilder:
    """A delivery folder in the making."""

    folder: Path
    cases: list[Any] = field(default_factory=list)
    entries: list[Any] = field(default_factory=list)

    def file(self, name: str, data: bytes, **changes: Any) -> dict[str, Any]:
        """Put a file into the delivery and return what an entry says of it."""
        path = self.folder / "files" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        sha256 = hashlib.sha256(data).hexdigest()
        return {"id": f"F-{name}", "name": name, "path": f"files/{name}", "sha256": sha256} | changes

    def write(self, **cover: Any) -> Path:
        """Write the lines and, last, the cover."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for name, lines in (("cases.jsonl", self.cases), ("entries.jsonl", self.entries)):
            text = "".join((each if isinstance(each, str) else json.dumps(each)) + "\n" for each in lines)
            (self.folder / name).write_text(text, encoding="utf-8")
        head = {
            "format": "torvet-delivery",
            "format_version": 1,
            "source_system": SOURCE,
            "delivery_id": self.folder.name,
            "created_at": "2026-11-22T20:00:00+01:00",
        }
        (self.folder / "delivery.json").write_text(json.dumps(head | cover), encoding="utf-8")
        return self.folder

    def receive(self, actor: Actor = SYSTEM) -> Mapping[str, int]:
        """Hand the delivery over."""
        return receive(self.write(), actor=actor)


def advance_all() -> None:
    """Take every version as far as it goes, and bring search up to date."""
    for _round in range(6):  # what is enclosed in a document begins when that one has been read
        for version_id in list(DocumentVersion.objects.on_the_way().values_list("pk", flat=True)):
            advance(version_id)
        for version_id in list(DocumentVersion.objects.due(now=timezone.now()).values_list("pk", flat=True)):
            advance(version_id)
    search.bring_up_to_date()


LETTER = (
    "Fjordby Kommune",
    "Anna Østergård søger om at bygge en carport på Havnegade 41.",
    f"Mit cpr-nummer er {CPR}, og min telefon er 40 11 22 33.",
    "Carporten bliver 35 kvadratmeter og ligger 2,5 meter fra skel.",
)


def one_letter(folder: Path, **changes: Any) -> DeliveryBuilder:
    """A delivery of one case with one letter that holds personal data."""
    delivery = DeliveryBuilder(folder, cases=[case_line()])
    delivery.entries.append(entry_line([delivery.file("brev.pdf", pdf(*LETTER))], **changes))
    return delivery
