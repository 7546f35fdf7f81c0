"""The corpora: made once by the generator beside the checkout, read by place in the file, never held in memory."""

import json
import mmap
import subprocess
import sys
import uuid
from array import array
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from torvet.shared.search.contract import EntryText, PageText

ROOT = Path(__file__).resolve().parents[2]
WORK = ROOT / "benchmarks" / "work"
GENERATOR = ROOT.parent / "shared" / "tools" / "make_corpus.py"
DOCUMENTS_A_CASE = 5
PAGE_CHARACTERS = 3_000


def folder(count: int) -> Path:
    return WORK / f"search-{count}"


def ensure(count: int) -> Path:
    """Make the corpus where it is missing; a half-made one has no manifest and is made again."""
    target = folder(count)
    if not (target / "manifest.json").exists():
        WORK.mkdir(parents=True, exist_ok=True)
        cases = str(count // DOCUMENTS_A_CASE)
        command = [sys.executable, str(GENERATOR), "--cases", cases, "--documents", str(count), "--out", str(target)]
        subprocess.run(command, check=True)
    return target


class Corpus:
    """Documents as entries. Acts as the table of rows: by number, or by uuid for what is shown."""

    def __init__(self, source: Path) -> None:
        self._cases = _cases(source / "cases.jsonl")
        with (source / "documents.jsonl").open("rb") as file:
            self._lines = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._starts = array("Q", [0])
        at = self._lines.find(b"\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = self._lines.find(b"\n", at + 1)

    def __len__(self) -> int:
        return len(self._starts) - 1

    def record(self, number: int) -> dict[str, Any]:
        record: dict[str, Any] = json.loads(self._lines[self._starts[number] : self._starts[number + 1]])
        return record

    def entry(self, number: int) -> EntryText:
        return _entry(number, self.record(number), self._cases)

    def __iter__(self) -> Iterator[EntryText]:
        return (self.entry(number) for number in range(len(self)))

    def fetch(self, uuids: Iterable[UUID]) -> Mapping[UUID, EntryText]:
        return {uuid: self.entry(uuid.int) for uuid in uuids}


def _cases(path: Path) -> dict[str, tuple[str, str]]:
    with path.open(encoding="utf-8") as file:
        records = map(json.loads, file)
        return {record["id"]: (record["journal_number"], record["status"]) for record in records}


def _entry(number: int, record: Mapping[str, Any], cases: Mapping[str, tuple[str, str]]) -> EntryText:
    case_number, status = cases[record["case_id"]]
    body = record["body"]
    pages = [body[at : at + PAGE_CHARACTERS] for at in range(0, len(body), PAGE_CHARACTERS)]
    return EntryText(
        uuid=UUID(int=number),
        source="bench",
        url=f"/{record['id']}",
        title=record["title"],
        kind="document",
        department=record["department"],
        department_name=record["department"],
        published_at=datetime(2026, 11, 1, tzinfo=UTC),
        dated_on=date.fromisoformat(record["journaled"]),
        status=status,
        document_type=record["type"],
        case=uuid.uuid5(uuid.NAMESPACE_OID, record["case_id"]),
        case_number=case_number,
        identifiers=(f"KLE {record['kle']}",),
        pages=tuple(PageText(page, text) for page, text in enumerate(pages, 1)),
    )
