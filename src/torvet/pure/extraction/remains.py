"""Text in what is not read as a document: all of an XML part, and the strings in an embedded file."""

import re
from collections.abc import Iterator

from lxml import etree

from torvet.pure.extraction.archive import Archive
from torvet.pure.extraction.markup import parse_xml
from torvet.pure.extraction.refusal import ExtractionRefused

MAX_STRINGS_CHARACTERS = 200_000
"""Of one embedded file: enough to find what it is about. That it is there holds the document in any case."""

SINGLE = re.compile(rb"[\x20-\x7e\xa0-\xff]{6,2000}")
DOUBLE = re.compile(rb"(?:[\x20-\x7e\xa0-\xff]\x00){4,2000}")
TELLING = re.compile(r"[^\W\d_]{3}|\d{4}")
"""A text or a number that may concern somebody; measures, flags and identifiers of one letter are none."""

DATA_NAMES = re.compile(r"^(?:http|urn:|\{[0-9A-Fa-f-]{36}\}$|[0-9A-Fa-f]{8}$|rId\d{1,9}$|(?:true|false)$)")


def texts_of(root: etree._Element, *, with_attributes: bool = False) -> Iterator[str]:
    """All text in and between the elements, and the values of attributes that may say something."""
    for element in root.iter():
        yield element.text or ""
        if with_attributes and isinstance(element.tag, str):
            yield from (value for name in element.attrib if _tells(value := element.get(name) or ""))
        if element is not root:
            yield element.tail or ""


def _tells(value: str) -> bool:
    return bool(TELLING.search(value)) and not DATA_NAMES.match(value)


def strings_of(data: bytes) -> Iterator[str]:
    """What can be read in an embedded file without knowing its kind, up to MAX_STRINGS_CHARACTERS."""
    left = MAX_STRINGS_CHARACTERS
    for text in _packed(data) if data.startswith(b"PK") else _strings(data):
        cleaned = " ".join(text.split())[:left]
        left -= len(cleaned)
        if cleaned:
            yield cleaned
        if left <= 0:
            return


def _packed(data: bytes) -> Iterator[str]:
    """The texts of the XML parts of an Office file inside another; its names where it cannot be opened."""
    try:
        archive = Archive(data)
        for name in archive.names:
            if name.endswith(".xml") and not name.startswith("["):
                yield from texts_of(parse_xml(archive.read(name)))
    except ExtractionRefused:
        # Held because it is embedded; an unsafe archive inside is never opened by anything else.
        yield from _strings(data)


def _strings(data: bytes) -> Iterator[str]:
    for found in DOUBLE.finditer(data):
        yield found[0].decode("utf-16-le", "replace")
    for found in SINGLE.finditer(data):
        try:
            yield found[0].decode("utf-8")
        except UnicodeDecodeError:
            yield found[0].decode("cp1252", "replace")
