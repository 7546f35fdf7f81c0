"""Reads a delivery: a folder or a zip with `delivery.json`, `cases.jsonl`, `entries.jsonl` and `files/`.

Nothing here trusts the sender: lines, files and archives have limits, paths cannot leave the delivery, and a zip
whose entries overlap or promise too little is refused. A fault in a line is the line's own fault; the rest is read.
"""

import hashlib
import json
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from importlib.resources import files
from pathlib import Path, PurePosixPath
from typing import Any, Protocol

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import best_match

# Limits. A case export line is some kilobytes; a scanned plan is the largest file seen in practice.
LINE_BYTES_MAX = 1_000_000
LINES_MAX = 5_000_000
FILE_BYTES_MAX = 500_000_000
ZIP_ENTRIES_MAX = 500_000
ZIP_RATIO_MAX = 200


# What zipfile raises for a broken or hostile archive; it has no error of its own for all of it.
UNREADABLE_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
    struct.error,
)


class DeliveryRefused(Exception):
    """The delivery as a whole cannot be read. `code` is stable; the message is Danish."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class FileFault(Exception):
    """One file of the delivery cannot be taken."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.detail = detail


@dataclass(frozen=True)
class Cover:
    """What `delivery.json` says."""

    source_system: str
    delivery_id: str


@dataclass(frozen=True)
class Line:
    """One line that holds what the schema asks for."""

    number: int
    raw: str
    value: Mapping[str, Any]


@dataclass(frozen=True)
class BadLine:
    """One line that does not."""

    number: int
    raw: str
    code: str
    detail: str


class Container(Protocol):
    """Where the files of a delivery lie."""

    def open_lines(self, name: str) -> Iterator[bytes]:
        """Yield the lines of a text file; none if there is no such file."""
        ...

    def read(self, path: str) -> bytes:
        """Return a file's bytes.

        Raises:
            FileFault: it is missing, too large or lies outside the delivery.
        """
        ...

    def close(self) -> None:
        """Let go of the delivery."""
        ...


def _safe(path: str) -> PurePosixPath:
    parts = PurePosixPath(path)
    if parts.is_absolute() or ".." in parts.parts or "\\" in path or "\x00" in path:
        raise FileFault("file-outside-delivery", "")
    return parts


class Folder:
    """A delivery in a folder."""

    def __init__(self, root: Path) -> None:
        self._root = root.resolve()

    def _place(self, name: str) -> Path:
        place = (self._root / _safe(name)).resolve()
        if not place.is_relative_to(self._root):
            raise FileFault("file-outside-delivery", "")
        return place

    def open_lines(self, name: str) -> Iterator[bytes]:
        """Yield the lines of a text file; none if there is no such file."""
        place = self._place(name)
        if not place.is_file():
            return
        with place.open("rb") as handle:
            yield from iter(lambda: handle.readline(LINE_BYTES_MAX + 1), b"")

    def read(self, path: str) -> bytes:
        """Return a file's bytes."""
        place = self._place(path)
        if not place.is_file():
            raise FileFault("file-missing", "")
        if place.stat().st_size > FILE_BYTES_MAX:
            raise FileFault("file-too-large", "")
        return place.read_bytes()

    def close(self) -> None:
        """Nothing is held open."""


class Archive:
    """A delivery in a zip file."""

    def __init__(self, path: Path) -> None:
        try:
            self._zip = zipfile.ZipFile(path)
        except UNREADABLE_ZIP as error:
            raise DeliveryRefused("not-a-zip", "Filen er ikke en zip-fil, der kan læses.") from error
        self._check()

    def _check(self) -> None:
        entries = self._zip.infolist()
        if len(entries) > ZIP_ENTRIES_MAX:
            raise DeliveryRefused("zip-too-many", "Zip-filen indeholder for mange filer.")
        end = 0
        for entry in sorted(entries, key=lambda each: each.header_offset):
            if entry.header_offset < end:
                raise DeliveryRefused("zip-overlap", "Zip-filens indhold overlapper og kan ikke læses sikkert.")
            end = entry.header_offset + entry.compress_size
            if entry.file_size > ZIP_RATIO_MAX * max(entry.compress_size, 1000):
                raise DeliveryRefused("zip-bomb", "Zip-filen fylder urimeligt meget, når den pakkes ud.")

    def open_lines(self, name: str) -> Iterator[bytes]:
        """Yield the lines of a text file; none if there is no such file."""
        if name not in self._zip.namelist():
            return
        try:
            with self._zip.open(name) as handle:
                yield from iter(lambda: handle.readline(LINE_BYTES_MAX + 1), b"")
        except UNREADABLE_ZIP as error:
            raise DeliveryRefused("zip-damaged", "Zip-filen er beskadiget og kan ikke læses til ende.") from error

    def read(self, path: str) -> bytes:
        """Return a file's bytes."""
        name = str(_safe(path))
        try:
            entry = self._zip.getinfo(name)
            if entry.file_size > FILE_BYTES_MAX:
                raise FileFault("file-too-large", "")
            with self._zip.open(entry) as handle:
                data = handle.read(FILE_BYTES_MAX + 1)
        except KeyError as error:
            raise FileFault("file-missing", "") from error
        except UNREADABLE_ZIP as error:
            raise FileFault("file-unreadable", type(error).__name__) from error
        if len(data) != entry.file_size:
            raise FileFault("file-unreadable", "")
        return data

    def close(self) -> None:
        """Close the zip file."""
        self._zip.close()


FORMATS = FormatChecker(formats=())


@FORMATS.checks("date-time", raises=ValueError)
def _is_date_time(value: object) -> bool:
    """Tell whether it is RFC 3339 with an offset; the checker's own test needs another package."""
    return not isinstance(value, str) or datetime.fromisoformat(value).tzinfo is not None


@FORMATS.checks("date", raises=ValueError)
def _is_date(value: object) -> bool:
    return not isinstance(value, str) or bool(date.fromisoformat(value))


def _validator(name: str) -> Draft202012Validator:
    schema = json.loads((files(__package__) / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
    return Draft202012Validator(schema, format_checker=FORMATS)


VALIDATORS = {name: _validator(name) for name in ("delivery", "official", "case", "entry")}


def open_container(path: Path) -> Container:
    """Open a delivery.

    Raises:
        DeliveryRefused: there is nothing there, or the zip is not safe.
    """
    if path.is_dir():
        return Folder(path)
    if path.is_file():
        return Archive(path)
    raise DeliveryRefused("nothing-there", "Der er ingen mappe eller zip-fil på den plads.")


def read_cover(container: Container) -> Cover:
    """Read `delivery.json`.

    Raises:
        DeliveryRefused: it is missing or says something else than the schema.
    """
    raw = b"".join(container.open_lines("delivery.json"))
    if not raw:
        raise DeliveryRefused("no-cover", "Leverancen mangler filen delivery.json.")
    try:
        value = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise DeliveryRefused("bad-cover", "Filen delivery.json er ikke gyldig JSON.") from error
    fault = best_match(VALIDATORS["delivery"].iter_errors(value))
    if fault is not None:
        place = "/".join(str(part) for part in fault.absolute_path) or "delivery.json"
        raise DeliveryRefused("bad-cover", f"Filen delivery.json følger ikke skemaet: se »{place}«.")
    return Cover(source_system=value["source_system"], delivery_id=value["delivery_id"])


def read_lines(container: Container, name: str, schema: str) -> Iterator[Line | BadLine]:
    """Yield each line of `name`, checked against the schema; blank lines are passed over."""
    for number, raw in enumerate(container.open_lines(name), start=1):
        if number > LINES_MAX:
            yield BadLine(number, "", "too-many-lines", "")
            return
        if raw.strip():
            yield _read_line(number, raw, schema)


def parse_line(number: int, raw: str, schema: str) -> Line | BadLine:
    """Check one line that was kept from before."""
    return _read_line(number, raw.encode(), schema)


def _read_line(number: int, raw: bytes, schema: str) -> Line | BadLine:
    text = raw.decode("utf-8", errors="replace").replace("\0", "\ufffd").strip()
    if len(raw) > LINE_BYTES_MAX:
        return BadLine(number, text[:1000], "line-too-long", "")
    try:
        value = json.loads(raw)
        is_text = all(_is_text(each) for each in _strings(value))
    except (ValueError, RecursionError):
        return BadLine(number, text, "not-json", "")
    if not is_text:
        return BadLine(number, text, "not-text", "")
    fault = best_match(VALIDATORS[schema].iter_errors(value))
    if fault is not None:
        # The path and the rule are told, never the value: it may be personal data.
        place = "/".join(str(part) for part in fault.absolute_path)
        return BadLine(number, text, "not-by-schema", f"{place or '-'}: {fault.validator}"[:300])
    return Line(number, text, value)


def _strings(value: object) -> Iterator[str]:
    """Every string in a value, keys included."""
    match value:
        case str():
            yield value
        case list():
            for part in value:
                yield from _strings(part)
        case dict():
            for key, part in value.items():
                yield key
                yield from _strings(part)


def _is_text(text: str) -> bool:
    """Half a character pair is no text, and no database takes a NUL."""
    return "\0" not in text and not any("\ud800" <= character <= "\udfff" for character in text)


def fingerprint(value: Mapping[str, Any]) -> str:
    """Return the SHA-256 of a line's content, whatever the order of its keys."""
    return hashlib.sha256(json.dumps(value, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
