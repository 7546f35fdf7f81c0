"""Writes the delivery folders of Fjordby Kommune and, beside each, the truth about what was planted.

Four deliveries in the order they must be received: the history, yesterday's journal, corrections to both, and what
was journaled today and therefore waits. A folder holds `delivery.json`, `cases.jsonl`, `entries.jsonl`, `files/`
and, the first time, `officials.jsonl`; `NAME.truth.jsonl` beside it says per file what is personal, what must stay,
and which fate the entry must meet.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Literal

from .broken import broken_files
from .days import Calendar
from .journal import case_line, entry_line, file_name, official_lines, writers_by_case
from .mail import draw_html, draw_mail, draw_text
from .model import Case, Paper
from .office import draw_docx
from .pdf import Typeface, draw_pdf, embedded_typeface
from .people import MUNICIPALITY, OFFICIAL_BY_KEY, Official
from .script import read_papers
from .stories import CASES, MOVED_TO, WITHDRAWN

Kind = Literal["history", "yesterday", "corrections", "waiting"]
Row = dict[str, object]
NEVER_PUBLIC = ("person", "personnel", "enforcement")
BROKEN_CASE = "skur"


@dataclass(frozen=True)
class DemoDelivery:
    """One delivery: its folder, what it is for, and the file that says what was planted in it."""

    folder: Path
    kind: Kind
    truth: Path


@dataclass(frozen=True)
class Sending:
    """A version of a paper on its way in a delivery."""

    paper: Paper
    version: int
    sequence: int
    case: str
    withdrawal_reason: str = ""
    attachments: tuple[Paper, ...] = ()


@dataclass
class Parcel:
    """What one delivery will hold."""

    kind: Kind
    back: int
    minutes: int
    sendings: list[Sending] = field(default_factory=list)


def _serialised(row: Row) -> str:
    return json.dumps(row, ensure_ascii=False)


def _write_lines(path: Path, lines: Iterable[str]) -> None:
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")


def _official(person: Official) -> Row:
    return {
        "id": person.key,
        "version": 1,
        "name": person.name,
        "title": person.title,
        "email": person.email,
        "phone": person.phone,
    }


def draw_paper(paper: Paper, typeface: Typeface | None) -> bytes:
    """The file of a paper in the format its story asks for."""
    match paper.form:
        case "docx":
            return draw_docx(paper)
        case "txt":
            return draw_text(paper)
        case "html":
            return draw_html(paper)
        case "eml":
            return draw_mail(paper)
        case _:
            return draw_pdf(paper, typeface)


@dataclass
class Writer:
    """Writes one delivery after another below `target`."""

    target: Path
    calendar: Calendar
    cases: dict[str, Case]
    typeface: Typeface | None
    numbers: dict[str, int]
    writers: dict[str, tuple[str, ...]]
    tick: Callable[[], None]

    def write(self, parcel: Parcel) -> DemoDelivery:
        """Write the folder and its truth."""
        moment = self.calendar.moment(parcel.back, parcel.minutes)
        identity = f"{moment:%Y-%m-%d}-{moment:%H%M}"
        folder, truth = self.target / identity, self.target / f"{identity}.truth.jsonl"
        (folder / "files").mkdir(parents=True, exist_ok=True)
        entries, facts = self._entries(parcel, folder)
        if parcel.kind == "history":
            self._add_broken_files(folder, entries, facts)
            _write_lines(folder / "officials.jsonl", [_serialised(row) for row in official_lines()])
        if parcel.kind == "yesterday":
            self._add_broken_lines(folder, entries, facts)
        keys = dict.fromkeys([sending.case for sending in parcel.sendings])
        lines = [case_line(self.cases[key], self.calendar, self.writers[key]) for key in keys]
        _write_lines(folder / "cases.jsonl", [_serialised(line) for line in lines])
        _write_lines(folder / "entries.jsonl", entries)
        _write_lines(folder / "officials.jsonl", [_serialised(_official(each)) for each in OFFICIAL_BY_KEY.values()])
        _write_lines(truth, [_serialised(fact) for fact in facts])
        head: Row = {
            "format": "torvet-delivery",
            "format_version": 1,
            "source_system": "fjordby-esdh",
            "delivery_id": identity,
            "created_at": moment.isoformat(),
            "municipality": MUNICIPALITY,
        }
        (folder / "delivery.json").write_text(json.dumps(head, indent=1), encoding="utf-8")
        return DemoDelivery(folder, parcel.kind, truth)

    def _entries(self, parcel: Parcel, folder: Path) -> tuple[list[str], list[Row]]:
        lines: list[str] = []
        facts: list[Row] = []
        for sending in parcel.sendings:
            files = []
            for index, paper in enumerate((sending.paper, *sending.attachments)):
                row = self._write_file(paper, sending.version, folder, "appendix" if index else "main")
                files.append(row)
                facts += _file_truth(paper, row)
                self.tick()
            fate = self._fate(parcel, sending)
            facts.append({"entry": sending.paper.id, "version": sending.version, "expect": fate})
            facts += [
                {"entry": sending.paper.id, "field": "title", "kind": item.kind, "text": item.text}
                for item in sending.paper.title_planted
            ]
            lines.append(_serialised(self._entry(sending, files)))
        return _stirred(lines), facts

    def _entry(self, sending: Sending, files: list[Row]) -> Row:
        paper = sending.paper
        row = entry_line(paper, sending.version, sending.sequence, self.numbers[paper.id], files)
        row["case"] = sending.case
        if sending.withdrawal_reason:
            row |= {"status": "withdrawn", "withdrawal_reason": sending.withdrawal_reason}
        return row

    def _write_file(self, paper: Paper, version: int, folder: Path, role: str) -> Row:
        content = draw_paper(paper, self.typeface)
        path = f"files/{paper.id}-v{version}.{paper.form}"
        (folder / path).write_bytes(content)
        return _file_row(f"{paper.id}-{role}", file_name(paper), path, content, role)

    def _fate(self, parcel: Parcel, sending: Sending) -> str:
        case = self.cases[sending.case]
        if case.kind in NEVER_PUBLIC or case.secrecy:
            return "never"
        if sending.withdrawal_reason:
            return "withdrawn"
        if sending.paper.access == "closed":
            return "withheld"
        if parcel.kind == "waiting":
            return "waiting"
        return "held" if sending.paper.mark == "health" else "published"

    def _template_entry(self, identity: str, title: str, sequence: int) -> Row:
        moment = self.calendar.moment(9, 700)
        return {
            "id": identity,
            "version": 1,
            "sequence": sequence,
            "case": BROKEN_CASE,
            "number": sequence % 100,
            "status": "active",
            "direction": "in",
            "title": title,
            "document_type": "appendix",
            "journaled_at": moment.isoformat(),
            "document_date": moment.date().isoformat(),
            "access": "open",
        }

    def _add_broken_files(self, folder: Path, entries: list[str], facts: list[Row]) -> None:
        for index, broken in enumerate(broken_files()):
            identity = f"broken-{index + 1:02}"
            path = f"files/{identity}-{broken.name}"
            (folder / path).write_bytes(broken.content)
            row = self._template_entry(identity, broken.title, 90_051 + index)
            row["files"] = [_file_row(f"{identity}-main", broken.name, path, broken.content, "main")]
            entries.append(_serialised(row))
            facts.append({"entry": identity, "version": 1, "expect": broken.fate})
            self.tick()

    def _add_broken_lines(self, folder: Path, entries: list[str], facts: list[Row]) -> None:
        content = "Afløbsplan. Brønd 1 til 4 er set efter og er i orden.\n".encode()
        path = "files/broken-note.txt"
        (folder / path).write_bytes(content)
        changes: tuple[tuple[str, str, Row], ...] = (
            ("broken-11", "Afløbsplan uden sag", {"case": "findes-ikke"}),
            ("broken-12", "Afløbsplan fra 1900", {"journaled_at": "1900-01-01T00:00:00+01:00"}),
            ("broken-13", "Afløbsplan, beskadiget", {}),
        )
        for index, (identity, title, change) in enumerate(changes):
            row = self._template_entry(identity, title, 90_061 + index) | change
            file = _file_row(f"{identity}-main", "afloeb.txt", path, content, "main")
            row["files"] = [file | {"sha256": "0" * 64}] if identity == "broken-13" else [file]
            entries.append(_serialised(row))
            facts.append({"entry": identity, "version": 1, "expect": "quarantined"})
        entries.insert(1, '{"id": "broken-14", "title": "Linjen blev klippet over midt i')
        self.tick()


def _file_row(identity: str, name: str, path: str, content: bytes, role: str) -> Row:
    return {"id": identity, "name": name, "path": path, "sha256": sha256(content).hexdigest(), "role": role}


def _file_truth(paper: Paper, row: Row) -> list[Row]:
    place: Row = {"file": row["id"], "path": row["path"]}
    planted = [place | {"kind": item.kind, "text": item.text} for item in paper.planted]
    return planted + [place | {"keep": text} for text in paper.kept]


def _stirred(lines: list[str]) -> list[str]:
    """A real export is not quite in order: every 40th line changes place with the next."""
    stirred = list(lines)
    for index in range(39, len(stirred) - 1, 40):
        stirred[index], stirred[index + 1] = stirred[index + 1], stirred[index]
    return stirred


def _with_attachments(papers: list[Paper]) -> list[tuple[Paper, tuple[Paper, ...]]]:
    whole: list[tuple[Paper, tuple[Paper, ...]]] = []
    for paper in papers:
        if paper.attached:
            main, attachments = whole[-1]
            whole[-1] = (main, (*attachments, paper))
        else:
            whole.append((paper, ()))
    return whole


@dataclass
class Planner:
    """Decides which version of which paper goes into which delivery."""

    history: Parcel
    yesterday: Parcel
    corrections: Parcel
    waiting: Parcel
    sequence: int = 0

    def plan(self, papers: list[tuple[Paper, tuple[Paper, ...]]]) -> None:
        """Place every paper; second versions follow the first they belong to."""
        firsts = {paper.mark: paper for paper, _ in papers if paper.mark}
        for paper, attachments in papers:
            if paper.mark.endswith("-v2"):
                self._second(replace(paper, id=firsts[paper.mark.removesuffix("-v2")].id))
            elif paper.mark == "late":
                self.corrections.sendings.append(self._sending(paper, 1))
            else:
                self._first(paper, attachments)
        self._change(firsts)

    def _sending(self, paper: Paper, version: int) -> Sending:
        self.sequence += 1
        return Sending(paper, version, self.sequence, paper.case)

    def _first(self, paper: Paper, attachments: tuple[Paper, ...]) -> None:
        parcel = {0: self.waiting, 1: self.yesterday}.get(paper.back, self.history)
        parcel.sendings.append(replace(self._sending(paper, 1), attachments=attachments))

    def _second(self, paper: Paper) -> None:
        parcel = self.yesterday if paper.mark == "late-v2" else self.corrections
        parcel.sendings.append(self._sending(paper, 2))

    def _change(self, firsts: dict[str, Paper]) -> None:
        for mark, reason in WITHDRAWN.items():
            sending = replace(self._sending(firsts[mark], 2), withdrawal_reason=reason)
            self.corrections.sendings.append(sending)
        for mark, case in MOVED_TO.items():
            self.corrections.sendings.append(replace(self._sending(firsts[mark], 2), case=case))
        known = {sending.paper.mark: sending for sending in self.history.sendings}
        self.corrections.sendings.append(known["repeat"])


def write_deliveries(
    target: Path,
    *,
    today: date,
    font_folder: Path | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[DemoDelivery, ...]:
    """Write the four deliveries below `target`, in the order they must be received.

      `font_folder` is searched for TrueType families to embed; without one every PDF uses the base fonts.
      `progress` is called with files written and files in all. The bytes depend on `today` and the fonts
    only.
    """
    calendar = Calendar(today)
    papers = sorted((paper for case in CASES for paper in read_papers(case, calendar)), key=_order)
    planner = Planner(
        Parcel("history", 2, 1200),
        Parcel("yesterday", 1, 1200),
        Parcel("corrections", 1, 1425),
        Parcel("waiting", 0, 15),
    )
    planner.plan(_with_attachments(papers))
    parcels = (planner.history, planner.yesterday, planner.corrections, planner.waiting)
    total = (
        sum(1 + len(sending.attachments) for parcel in parcels for sending in parcel.sendings) + len(broken_files()) + 1
    )
    done = 0

    def tick() -> None:
        nonlocal done
        done += 1
        if progress is not None:
            progress(done, total)

    typeface = embedded_typeface(font_folder) if font_folder is not None else None
    cases = {case.key: case for case in CASES}
    writer = Writer(target, calendar, cases, typeface, _numbers(papers), writers_by_case(papers), tick)
    target.mkdir(parents=True, exist_ok=True)
    return tuple(writer.write(parcel) for parcel in parcels)


def _order(paper: Paper) -> tuple[datetime, str, str]:
    return (paper.moment, paper.case, paper.id)


def _numbers(papers: list[Paper]) -> dict[str, int]:
    """The number of each paper in its case, by id."""
    counts: dict[str, int] = {}
    numbers: dict[str, int] = {}
    for paper in papers:
        if not paper.attached and not paper.mark.endswith("-v2"):
            counts[paper.case] = counts.get(paper.case, 0) + 1
            numbers[paper.id] = counts[paper.case]
    return numbers
