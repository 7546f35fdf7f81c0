"""Fills the rows of search with the made corpus, and builds the index; run by `run.py`, in a folder that is kept.

    TORVET_BENCH_DATA=FOLDER python benchmarks/pages/fill.py --documents 100000

Safe to interrupt: rows are filled in batches and go on where they ended, the index is built whole.
"""

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "search"))

import corpus as corpora
from benchmarks import town
from benchmarks.empty_site import DATA
from django.core.management import call_command
from django.db import transaction
from tqdm import tqdm

from torvet.shared.search import api as search
from torvet.shared.search.api import EntryText
from torvet.shared.search.models import DepartmentName, Entry, EntryPage

ROWS_AT_ONCE = 500
# The corpus speaks Danish of its types; the page filters by codes.
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


def department_of(name: str) -> str:
    """Make a code of a department's name."""
    return "-".join(name.lower().split()).translate(str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"}))


def row_of(entry: EntryText) -> Entry:
    """Give an entry the codes that pages know."""
    return Entry(
        uuid=entry.uuid,
        source=entry.source,
        url=entry.url,
        title=entry.title,
        kind=entry.kind,
        department=department_of(entry.department),
        status="closed" if entry.status in ("Afsluttet", "Henlagt") else "open",
        document_type=TYPES[entry.document_type],
        case_uuid=entry.case,
        case_number=entry.case_number,
        case_title=entry.title,
        identifiers=list(entry.identifiers),
        dated_on=entry.dated_on,
        published_at=entry.published_at,
        page_count=len(entry.pages),
        changed_at=entry.published_at,
    )


def fill(count: int) -> None:
    """Write rows as `put` writes them, many at once."""
    corpus = corpora.Corpus(corpora.ensure(count))
    done = Entry.objects.count()
    with tqdm(total=count, initial=done, unit=" rows", desc="rows") as bar:
        for start in range(done, count, ROWS_AT_ONCE):
            entries = [corpus.entry(number) for number in range(start, min(start + ROWS_AT_ONCE, count))]
            with transaction.atomic():
                put_all(entries)
            bar.update(len(entries))


def put_all(entries: list[EntryText]) -> None:
    rows = Entry.objects.bulk_create([row_of(entry) for entry in entries])
    pairs = zip(rows, entries, strict=True)
    EntryPage.objects.bulk_create(
        EntryPage(entry=row, number=page.number, text=page.text) for row, entry in pairs for page in entry.pages
    )
    for name in {entry.department_name for entry in entries}:
        DepartmentName.objects.get_or_create(code=department_of(name), defaults={"name": name})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, default=10_000)
    count = parser.parse_args().documents
    town.found()
    call_command("collectstatic", verbosity=0, interactive=False)
    fill(count)
    if search.pending() or search.health().problems:
        with tqdm(total=count, unit=" entries", desc="index") as bar:
            search.rebuild(lambda done, total: bar.update(done - bar.n))
    health = search.health()
    facts = {"documents": health.documents, "analyser": health.analyser, "index_mb": round(health.size_bytes / 1e6)}
    (DATA / "filled.json").write_text(json.dumps(facts), encoding="utf-8")


if __name__ == "__main__":
    main()
