"""Reads a delivery into the case file, line by line; a faulty line never stops the next one."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from django.utils import timezone

from torvet.modules.records.actions.receiving import (
    LineRefused,
    StoredFile,
    Taken,
    close_delivery,
    open_delivery,
    quarantine_line,
    resolve_quarantined,
    take_case,
    take_entry,
    take_official,
)
from torvet.modules.records.delivery.reading import (
    BadLine,
    Container,
    FileFault,
    Line,
    open_container,
    parse_line,
    read_cover,
    read_lines,
)
from torvet.modules.records.files import store_original
from torvet.modules.records.models import Delivery, QuarantinedItem
from torvet.shared.identity.api import Actor

OFFICIALS, CASES, ENTRIES = "officials.jsonl", "cases.jsonl", "entries.jsonl"
WAITING_CODE = "unknown-case"
WAITING_MAX = 10_000


def receive(path: Path, *, actor: Actor, progress: Callable[[], object] = lambda: None) -> Mapping[str, int]:
    """Take a delivery and return what its lines did, counted.

    Safe to interrupt and run again: lines that were taken are passed over.

    Raises:
        DeliveryRefused: the delivery as a whole cannot be read.
    """
    container = open_container(path)
    try:
        delivery = open_delivery(actor=actor, cover=read_cover(container), now=timezone.now())
        counts: Counter[str] = Counter()
        for outcome in _take_all(container, delivery, actor):
            counts[outcome] += 1
            progress()
        counts["resolved"] = _take_waiting(delivery, actor)
        close_delivery(actor=actor, delivery=delivery, counts=counts, now=timezone.now())
    finally:
        container.close()
    return counts


def count_lines(path: Path) -> int:
    """Count the lines of a delivery, for a progress bar."""
    container = open_container(path)
    try:
        return sum(1 for name in (OFFICIALS, CASES, ENTRIES) for _ in container.open_lines(name))
    finally:
        container.close()


def _take_all(container: Container, delivery: Delivery, actor: Actor) -> Iterator[str]:
    for line in read_lines(container, OFFICIALS, "official"):
        yield _official_line(line, delivery, actor)
    for line in read_lines(container, CASES, "case"):
        yield _case_line(line, delivery, actor)
    for line in read_lines(container, ENTRIES, "entry"):
        yield _entry_line(line, container, delivery, actor)


def _official_line(line: Line | BadLine, delivery: Delivery, actor: Actor) -> str:
    if isinstance(line, BadLine):
        return _set_aside(OFFICIALS, line, delivery, actor)
    source = delivery.source_system
    try:
        taken = take_official(actor=actor, source_system=source, value=line.value, now=timezone.now())
    except LineRefused as error:
        return _set_aside(OFFICIALS, _bad(line, error), delivery, actor)
    return f"official-{taken}"


def _case_line(line: Line | BadLine, delivery: Delivery, actor: Actor) -> str:
    if isinstance(line, BadLine):
        return _set_aside(CASES, line, delivery, actor)
    try:
        taken = take_case(actor=actor, source_system=delivery.source_system, value=line.value, now=timezone.now())
    except LineRefused as error:
        return _set_aside(CASES, _bad(line, error), delivery, actor)
    return f"case-{taken}"


def _entry_line(line: Line | BadLine, container: Container, delivery: Delivery, actor: Actor) -> str:
    if isinstance(line, BadLine):
        return _set_aside(ENTRIES, line, delivery, actor)
    try:
        files = [_store(container, each) for each in line.value.get("files", ())]
        taken = _take_entry(line.value, files, delivery, actor)
    except (LineRefused, FileFault) as error:
        return _set_aside(ENTRIES, _bad(line, error), delivery, actor)
    return f"entry-{taken}"


def _take_entry(value: Mapping[str, Any], files: list[StoredFile], delivery: Delivery, actor: Actor) -> Taken:
    return take_entry(actor=actor, source_system=delivery.source_system, value=value, files=files, now=timezone.now())


def _store(container: Container, file: Mapping[str, Any]) -> StoredFile:
    data = container.read(file["path"])
    sha256 = store_original(data)
    if file.get("sha256", sha256) != sha256:
        raise FileFault("file-changed-on-the-way")
    return StoredFile(
        source_id=file["id"],
        name=file.get("name") or file["path"].rsplit("/", 1)[-1],
        sha256=sha256,
        size_bytes=len(data),
        is_main=file.get("role", "main") == "main",
    )


def _bad(line: Line, error: LineRefused | FileFault) -> BadLine:
    return BadLine(line.number, line.raw, error.code, error.detail)


def _set_aside(name: str, line: BadLine, delivery: Delivery, actor: Actor) -> str:
    quarantine_line(actor=actor, delivery=delivery, file_name=name, line=line, now=timezone.now())
    return "quarantined"


def _take_waiting(delivery: Delivery, actor: Actor) -> int:
    """Try entries again that came before their case; their files were stored when they came."""
    waiting = QuarantinedItem.objects.filter(
        delivery__source_system=delivery.source_system, file_name=ENTRIES, code=WAITING_CODE
    ).select_related("delivery")[:WAITING_MAX]
    return sum(_take_again(item, actor) for item in waiting)


def _take_again(item: QuarantinedItem, actor: Actor) -> bool:
    line = parse_line(item.line_number or 0, item.raw, "entry")
    if isinstance(line, BadLine):
        return False
    files = [
        StoredFile(each["id"], each.get("name", ""), each["sha256"], 0, each.get("role", "main") == "main")
        for each in line.value.get("files", ())
        if "sha256" in each
    ]
    if len(files) != len(line.value.get("files", ())):
        return False
    try:
        _take_entry(line.value, files, item.delivery, actor)
    except LineRefused:
        return False
    resolve_quarantined(actor=actor, item=item, now=timezone.now())
    return True
