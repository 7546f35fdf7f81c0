"""A ZIP as a document: a page that says how many files it holds, and the files, each a document of its own.

Nothing is written to disk, yet a name that would lead astray there is refused: it is meant to deceive. Packages in
packages come out when they are read themselves; the caller counts how deep.
"""

import re
import stat
import unicodedata
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from torvet.pure.extraction.archive import Archive
from torvet.pure.extraction.blocks import Block, Paragraph
from torvet.pure.extraction.enclosures import Enclosures
from torvet.pure.extraction.model import HiddenText, Part
from torvet.pure.extraction.refusal import ExtractionRefused, RefusalCode

UTF8_NAME = 0x800
"""The flag of a name in UTF-8 (APPNOTE.TXT 4.4.4, bit 11); else it is in the packing machine's code page."""

ASTRAY = re.compile(r"(?:^|/)\.\.(?:/|$)|^/|^[A-Za-z]:|[\\\x00-\x1f\x7f]|^$")
MAX_NAME_CHARACTERS = 1000
LEFT_BY_SYSTEMS = {".ds_store", "thumbs.db", "desktop.ini"}
PLAIN_KINDS = (0, stat.S_IFREG, stat.S_IFDIR)


@dataclass
class Package:
    """A package read."""

    blocks: list[Block] = field(default_factory=list)
    hidden: list[HiddenText] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    parts: Sequence[Part] = ()


def read_package(data: bytes) -> Package:
    """Take the files out of a ZIP; raises ExtractionRefused for one that is unsafe, locked, empty or too large."""
    archive = Archive(data)
    named = [(_name(entry), entry) for entry in archive.entries]
    for name, entry in named:
        _refuse_astray(name, entry)
    _refuse_same_names([name for name, _ in named])
    enclosures = Enclosures()
    for name, entry in named:
        if not entry.is_dir() and not _is_left_by_system(name):
            enclosures.add(Part(name, archive.read(entry.filename), "archive"))
    if not enclosures.parts:
        raise ExtractionRefused(RefusalCode.EMPTY)
    return Package(
        [Paragraph(_sentence(len(enclosures.parts)))],
        list(_hidden(archive, enclosures.parts)),
        enclosures.notices,
        enclosures.parts,
    )


def _sentence(count: int) -> str:
    if count == 1:
        return "Denne fil er en pakke med 1 fil. Filen er sit eget dokument."
    return f"Denne fil er en pakke med {count} filer. Hver fil er sit eget dokument."


def _hidden(archive: Archive, parts: Sequence[Part]) -> Iterator[HiddenText]:
    if archive.comment.strip():
        yield HiddenText("comment", archive.comment)
    yield from (HiddenText("attachment-name", part.name) for part in parts)


def _name(entry: zipfile.ZipInfo) -> str:
    """The whole name as packed; `zipfile` cuts it at a null and takes every old name for one from America."""
    if entry.flag_bits & UTF8_NAME:
        return entry.orig_filename
    raw = entry.orig_filename.encode("cp437", "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp850")  # what Windows writes in Denmark


def _refuse_astray(name: str, entry: zipfile.ZipInfo) -> None:
    if ASTRAY.search(name) or len(name) > MAX_NAME_CHARACTERS:
        raise ExtractionRefused(RefusalCode.UNSAFE_ARCHIVE, "filnavn")
    if stat.S_IFMT(entry.external_attr >> 16) not in PLAIN_KINDS:
        raise ExtractionRefused(RefusalCode.UNSAFE_ARCHIVE, "genvej")


def _refuse_same_names(names: Sequence[str]) -> None:
    """Refuse names that are one on some machine, and a file that is a folder too."""
    plain = [unicodedata.normalize("NFC", name).casefold().rstrip("/") for name in names]
    folders = {folder for name in plain for folder in _folders(name)}
    files = {name for name, packed in zip(plain, names, strict=True) if not packed.endswith("/")}
    if len(set(plain)) < len(plain) or folders & files:
        raise ExtractionRefused(RefusalCode.UNSAFE_ARCHIVE, "samme navn to gange")


def _folders(name: str) -> Iterator[str]:
    at = name.find("/")
    while at >= 0:
        yield name[:at]
        at = name.find("/", at + 1)


def _is_left_by_system(name: str) -> bool:
    return name.startswith("__MACOSX/") or name.rpartition("/")[2].casefold() in LEFT_BY_SYSTEMS
