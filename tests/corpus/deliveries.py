"""Deliveries made of real and of generated Danish texts, in the format that any case system sends.

Real: minutes of parish councils of 1940-45 and statutes, as text files. Generated: what the corpus generator beside
the checkout writes, with its files. Nothing here knows what was planted; that is `truth`'s.
"""

import gzip
import hashlib
import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from django.utils import timezone

from torvet.modules.records.tests.builders import DeliveryBuilder, days_ago
from torvet.shared.organisation.models import Unit

PARAGRAPHS_A_DOCUMENT = 40
LAWS_A_CASE = 20
GENERATOR_SECONDS = 300
# What the generator calls departments and types, and what a delivery calls them.
DEPARTMENTS = {
    "Borgmesterens Afdeling": "ba",
    "Sociale Forhold og Beskæftigelse": "sb",
    "Teknik og Miljø": "tm",
    "Sundhed og Omsorg": "so",
    "Kultur og Borgerservice": "kb",
    "Børn og Unge": "bu",
}
TYPES = {
    "Brev": "letter",
    "E-mail": "email",
    "Ansøgning": "application",
    "Afgørelse": "decision",
    "Notat": "memo",
    "Kvittering": "receipt",
    "Høringssvar": "hearing_response",
    "Referat": "minutes",
    "Rapport": "report",
    "Redegørelse": "memo",
    "Bilag": "appendix",
    "Partshøring": "hearing",
    "Forhandlingsprotokol": "minutes",
}
DIRECTIONS = {"ind": "in", "ud": "out", "intern": "internal"}
CASE_TYPES = {"01": "plan", "02": "building", "05": "road", "09": "environment", "17": "school", "88": "procurement"}


@dataclass(frozen=True)
class Text:
    """A real text on its way into a delivery."""

    key: str
    case: str
    title: str
    day: date
    body: str


def open_departments() -> None:
    """Found the departments that the deliveries name, where they are missing."""
    for name, code in DEPARTMENTS.items():
        Unit.objects.get_or_create(code=code, defaults={"name": name, "valid_from": date(2007, 1, 1)})


def read_minutes(data: Path) -> Iterator[Text]:
    """Yield parish minutes, some paragraphs a document, a case for each council and year."""
    paragraphs: dict[str, list[str]] = {}
    with gzip.open(data / "danish" / "parish_minutes.tsv.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            book, _, paragraph = line.rstrip("\n").partition("\t")
            paragraphs.setdefault(book, []).append(paragraph)
    for book, written in paragraphs.items():
        year = next((int(word) for word in book.split() if word.isdecimal() and len(word) == 4), 1945)
        for number, start in enumerate(range(0, len(written), PARAGRAPHS_A_DOCUMENT), 1):
            body = "\n\n".join(written[start : start + PARAGRAPHS_A_DOCUMENT])
            yield Text(f"{book}-{number}", book, f"Forhandlingsprotokol {book}, {number}", date(year, 12, 31), body)


def read_laws(data: Path) -> Iterator[Text]:
    """Yield statutes and orders, some of them to a case."""
    with gzip.open(data / "danish" / "law_documents.jsonl.gz", "rt", encoding="utf-8") as lines:
        for number, law in enumerate(map(json.loads, lines)):
            case = f"Retsforskrifter {number // LAWS_A_CASE + 1}"
            yield Text(law["id"], case, law["title"][:280], date.fromisoformat(law["issued"]), law["body"])


def thinned(texts: Iterable[Text], count: int) -> list[Text]:
    """Take `count` texts, evenly over all."""
    found = list(texts)
    step = max(1, len(found) // count)
    return list(islice(found, 0, step * count, step))


def deliver_texts(folder: Path, texts: Iterable[Text], department: str = "tm") -> DeliveryBuilder:
    """Put texts into a delivery as text files, journaled ten days ago."""
    delivery = DeliveryBuilder(folder)
    cases: dict[str, int] = {}
    for number, text in enumerate(texts, 1):
        if text.case not in cases:
            cases[text.case] = len(cases) + 1
            delivery.cases.append(_text_case(text, folder.name, cases[text.case], department))
        file = delivery.file(f"{folder.name}-{number}.txt", text.body.encode())
        delivery.entries.append(_text_entry(text, folder.name, number, [file]))
    return delivery


def _text_case(text: Text, source: str, number: int, department: str) -> dict[str, Any]:
    return {
        "id": f"{source}-{text.case}",
        "version": 1,
        "number": f"{source}-{number}",
        "title": text.case,
        "case_type": "subject",
        "department": department,
        "status": "closed",
        "opened_on": text.day.isoformat(),
    }


def _text_entry(text: Text, source: str, number: int, files: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "id": f"{source}-{text.key}",
        "version": 1,
        "sequence": number,
        "case": f"{source}-{text.case}",
        "number": number,
        "status": "active",
        "direction": "internal",
        "title": text.title,
        "document_type": "minutes",
        "journaled_at": days_ago(10).isoformat(),
        "document_date": text.day.isoformat(),
        "access": "open",
        "files": files,
    }


def generate(tool: Path, folder: Path, *, cases: int, documents: int, files: int, seed: int = 1) -> Path:
    """Run the generator and return its folder."""
    sizes = {"cases": cases, "documents": documents, "files": files, "seed": seed}
    arguments = [word for name, value in sizes.items() for word in (f"--{name}", str(value))]
    command = [sys.executable, str(tool), *arguments, "--out", str(folder)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, timeout=GENERATOR_SECONDS)
    return folder


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def deliver_generated(
    made: Path, folder: Path, register: Mapping[str, list[dict[str, str]]] | None = None
) -> DeliveryBuilder:
    """Put the generator's cases and documents into a delivery; a document without a file is an entry without one.

    `register` are the parties by case; without it the case system knows nobody.
    """
    delivery = DeliveryBuilder(folder)
    for row in read_rows(made / "cases.jsonl"):
        case = _case(row)
        known = [_private_to(each, case) for each in (register or {}).get(row["id"], [])]
        delivery.cases.append(case | ({"parties": known} if known else {}))
    files = {row["doc"]: row["file"] for row in read_rows(made / "files.jsonl")}
    (folder / "files").mkdir(parents=True)
    for sequence, row in enumerate(read_rows(made / "documents.jsonl"), 1):
        sent = [_move(delivery, made, files[row["id"]])] if row["id"] in files else []
        delivery.entries.append(_entry(row, sequence, sent))
    return delivery


def _private_to(party: Mapping[str, str], case: Mapping[str, Any]) -> dict[str, str]:
    """Leave out what is public in the case: its caseworker's name and the address of its property."""
    public = {case["caseworker"]["name"], (case["property"] or {}).get("address", "")}
    return {field: "" if field in ("name", "address") and text in public else text for field, text in party.items()}


def _move(delivery: DeliveryBuilder, made: Path, name: str) -> dict[str, Any]:
    data = (made / "files" / name).read_bytes()
    (delivery.folder / "files" / name).write_bytes(data)
    return {"id": name, "name": name, "path": f"files/{name}", "sha256": hashlib.sha256(data).hexdigest()}


def _case(row: Mapping[str, Any]) -> dict[str, Any]:
    """Turn a case around; even what would be a person case in earnest is open here, so that more is put to the test."""
    place = row["address"]
    parcel, _, district = (row["cadastre"] or "").partition(", ")
    return {
        "id": row["id"],
        "version": 1,
        "number": row["journal_number"],
        "title": row["title"],
        "case_type": CASE_TYPES.get(row["kle"][:2], "subject"),
        "kle": row["kle"],
        "facet": row["facet"],
        "department": DEPARTMENTS[row["department"]],
        "status": "closed" if row["status"] in ("Afsluttet", "Henlagt") else "open",
        "opened_on": row["opened"],
        "closed_on": row["closed"],
        "property": place
        and {
            "address": f"{place['street']} {place['number']}",
            "postcode": place["postcode"],
            "town": place["city"],
            "cadastre": parcel,
            "cadastral_district": district,
        },
        "caseworker": {"name": row["caseworker"]},
    }


def _entry(row: Mapping[str, Any], sequence: int, files: list[dict[str, Any]]) -> dict[str, Any]:
    is_open = row["access"] == "offentlig"
    journaled = timezone.now().replace(hour=9, minute=0) - timedelta(days=3)
    return {
        "id": row["id"],
        "version": 1,
        "sequence": sequence,
        "case": row["case_id"],
        "number": row["seq"],
        "status": "active",
        "direction": DIRECTIONS[row["direction"]],
        "title": row["title"],
        "document_type": TYPES[row["type"]],
        "journaled_at": journaled.isoformat(),
        "document_date": row["document_date"],
        "access": "open" if is_open else "closed",
        "legal_ground": None if is_open else "OFL-30-1",
        "files": files,
    }
