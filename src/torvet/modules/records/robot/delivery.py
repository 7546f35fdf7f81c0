"""Hands the robot's papers over the way any case system does: a folder in the delivery format."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from torvet.modules.records.robot.planting import COMPANY, OFFICIAL, Paper

SOURCE = "robot"
DEPARTMENT = "tm"
# Kinds of cases that are public, in turn, so that a rule about one kind is tried as well.
CASE_TYPES = ("building", "plan", "procurement", "school", "environment", "road", "it", "culture", "subject")
DEFAULT_PARTY = {"role": "applicant", "kind": "company", "name": COMPANY}


def write_delivery(folder: Path, papers: Sequence[Paper], *, journaled_at: datetime) -> Path:
    """Write a delivery of a case with one entry and one file for each paper."""
    files = folder / "files"
    files.mkdir(parents=True)
    for paper in papers:
        (files / str(paper.number)).write_bytes(paper.data)
    _write_lines(folder / "officials.jsonl", [{"id": "O1", "version": 1, "name": OFFICIAL, "title": "Sagsbehandler"}])
    _write_lines(folder / "cases.jsonl", [_case(paper, journaled_at) for paper in papers])
    _write_lines(folder / "entries.jsonl", [_entry(paper, journaled_at) for paper in papers])
    return _with_cover(folder)


def write_withdrawals(folder: Path, papers: Iterable[Paper]) -> Path:
    """Write a later delivery that takes back the entries of papers that say why."""
    folder.mkdir()
    taken_back = [_withdrawal(paper) for paper in papers if paper.withdrawal_reason]
    _write_lines(folder / "entries.jsonl", taken_back)
    return _with_cover(folder)


def entry_id(paper_number: int) -> str:
    """Return the id under which the entry of a paper is delivered."""
    return f"E{paper_number}"


def _case(paper: Paper, journaled_at: datetime) -> dict[str, Any]:
    line = {
        "id": f"S{paper.number}",
        "version": 1,
        "number": paper.case_number,
        "title": "Nye vinduer",
        "case_type": CASE_TYPES[paper.number % len(CASE_TYPES)],
        "department": DEPARTMENT,
        "status": "open",
        "opened_on": (journaled_at - timedelta(days=1)).date().isoformat(),
        "caseworker": {"name": OFFICIAL},
        "parties": [paper.party or DEFAULT_PARTY],
    }
    return line | paper.case


def _entry(paper: Paper, journaled_at: datetime) -> dict[str, Any]:
    file = {
        "id": f"F{paper.number}",
        "name": paper.file_name,
        "path": f"files/{paper.number}",
        "sha256": hashlib.sha256(paper.data).hexdigest(),
    }
    line = {
        "id": entry_id(paper.number),
        "version": 1,
        "sequence": paper.number,
        "case": f"S{paper.number}",
        "number": 1,
        "status": "active",
        "direction": "in",
        "title": "Brev om vinduer",
        "document_type": "letter",
        "journaled_at": journaled_at.isoformat(),
        "document_date": journaled_at.date().isoformat(),
        "access": "open",
        "files": [file],
    }
    return line | paper.entry


def _withdrawal(paper: Paper) -> dict[str, Any]:
    return {
        "id": entry_id(paper.number),
        "version": 2,
        "sequence": 1_000_000 + paper.number,
        "case": f"S{paper.number}",
        "number": 1,
        "status": "withdrawn",
        "withdrawal_reason": paper.withdrawal_reason,
    }


def _write_lines(path: Path, lines: Iterable[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")


def _with_cover(folder: Path) -> Path:
    cover = {
        "format": "torvet-delivery",
        "format_version": 1,
        "source_system": SOURCE,
        "delivery_id": folder.name,
        "created_at": "2026-01-01T00:00:00+01:00",
    }
    (folder / "delivery.json").write_text(json.dumps(cover), encoding="utf-8")
    return folder
