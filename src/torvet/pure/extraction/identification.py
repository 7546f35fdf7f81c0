"""What a file is, by its content: the name and what the sender says about it count for nothing.

A file that is two things at once is refused, since the screening would read one and a reader might open the
other.
"""

import csv
import re
from itertools import islice

from torvet.pure.extraction.archive import Archive, is_zip_to_the_end
from torvet.pure.extraction.compound import root_names
from torvet.pure.extraction.model import MediaType
from torvet.pure.extraction.plain import decode, looks_binary
from torvet.pure.extraction.refusal import ExtractionRefused, RefusalCode
from torvet.pure.extraction.signatures import (
    COMPOUND_FILE,
    COMPOUND_STREAMS,
    HEIC_BRANDS,
    MAIL_PROPERTIES,
    OFFICE_TYPES,
    OPEN_DOCUMENT,
    OPEN_DOCUMENT_TYPES,
    OTHER_PACKAGES,
    PICTURES,
    UNREAD_SIGNATURES,
)

PDF_HEADER_WITHIN_BYTES = 1024
"""Readers accept the header within the first 1024 bytes (ISO 32000-1, annex H.3, note 13)."""

TEXT_HEAD_BYTES = 8192
MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|script|svg|iframe)[\s>/]", re.IGNORECASE)
HEADER_LINE = re.compile(rb"^([A-Za-z0-9][A-Za-z0-9-]{0,75}):")
ENVELOPE_HEADERS = {b"from", b"received", b"return-path", b"sender"}
MAIL_HEADERS = {b"date", b"message-id", b"mime-version", b"subject", b"to", b"delivered-to"}

DELIMITERS = {";": 2, "\t": 2, ",": 2, "|": 3}
"""With the least number of columns that make a table."""

TABLE_LINES = 50
LEAST_TABLE_LINES = 3
SAME_COLUMNS_SHARE = 0.9
MAX_SPACED_SHARE = 0.2
"""After a comma in running text stands a space; in tables hardly ever."""


def identify(data: bytes) -> MediaType:
    """Tell the type of a file; raises ExtractionRefused naming what it seems to be if it is not read."""
    if not data.strip(b"\0\t\n\r \xef\xbb\xbf"):
        raise ExtractionRefused(RefusalCode.EMPTY)
    header = data[: PDF_HEADER_WITHIN_BYTES + 5].find(b"%PDF-")
    if header >= 0:
        _refuse_second_nature(data, header)
        return MediaType.PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _identify_zip(data)
    if data.startswith(COMPOUND_FILE):
        return _identify_compound(data)
    media_type = _picture(data)
    if media_type is None:
        _refuse_unread(data)
        media_type = MediaType.RTF if data.startswith(b"{\\rtf") else _identify_text(data)
    _refuse_appended(data, media_type)
    return media_type


def _refuse_second_nature(data: bytes, header: int) -> None:
    before = data[:header]
    other = _signature_name(before) if len(before) > 2 else ""
    if before.startswith(b"PK") or is_zip_to_the_end(data):
        other = "ZIP"
    elif MARKUP.search(before):
        other = "HTML"
    if other:
        raise ExtractionRefused(RefusalCode.AMBIGUOUS, f"PDF og {other}")


def _refuse_appended(data: bytes, media_type: MediaType) -> None:
    """Refuse a picture or a text behind which a whole other file stands."""
    if is_zip_to_the_end(data):
        raise ExtractionRefused(RefusalCode.AMBIGUOUS, f"{media_type.name} og ZIP")
    is_picture = media_type in (MediaType.JPEG, MediaType.PNG, MediaType.TIFF, MediaType.HEIC)
    if is_picture and b"%%EOF" in data and b"%PDF-" in data:
        raise ExtractionRefused(RefusalCode.AMBIGUOUS, f"{media_type.name} og PDF")


def _picture(data: bytes) -> MediaType | None:
    for signature, media_type in PICTURES:
        if data.startswith(signature):
            return media_type
    return MediaType.HEIC if data[4:8] == b"ftyp" and data[8:12] in HEIC_BRANDS else None


def _signature_name(data: bytes) -> str:
    picture = _picture(data)
    if picture is not None:
        return picture.name
    if data.startswith(b"{\\rtf"):
        return MediaType.RTF.name
    for signature, name in UNREAD_SIGNATURES:
        if data.startswith(signature):
            return name
    if data[:4] == b"RIFF" and len(data) > 12:
        return "WebP" if data[8:12] == b"WEBP" else "RIFF"
    if data[4:8] == b"ftyp":
        return "AVIF" if data[8:11] == b"avi" else "MP4"
    return ""


def _refuse_unread(data: bytes) -> None:
    name = _signature_name(data)
    if name and name != MediaType.RTF.name:
        raise ExtractionRefused(RefusalCode.UNSUPPORTED, name)


def _identify_zip(data: bytes) -> MediaType:
    archive = Archive(data)
    types = archive.read("[Content_Types].xml").decode("utf-8", "replace")
    declared = [kind for mark, kind in OFFICE_TYPES if mark in types]
    if len(declared) > 1:
        raise ExtractionRefused(RefusalCode.AMBIGUOUS, " og ".join(_name(kind) for kind in declared[:2]))
    if declared:
        return _read_or_refuse(declared[0])
    kind = archive.read("mimetype")[:100].decode("ascii", "replace").strip()
    if kind.startswith(OPEN_DOCUMENT):
        if b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise ExtractionRefused(RefusalCode.ENCRYPTED)
        return _read_or_refuse(OPEN_DOCUMENT_TYPES.get(kind.removeprefix(OPEN_DOCUMENT), "ODF"))
    if kind == "application/epub+zip":
        raise ExtractionRefused(RefusalCode.UNSUPPORTED, "EPUB")
    for name, package in OTHER_PACKAGES:
        if name in archive.names:
            raise ExtractionRefused(RefusalCode.UNSUPPORTED, package)
    return MediaType.ZIP


def _name(kind: MediaType | str) -> str:
    return kind.name if isinstance(kind, MediaType) else kind


def _read_or_refuse(kind: MediaType | str) -> MediaType:
    if isinstance(kind, MediaType):
        return kind
    raise ExtractionRefused(RefusalCode.UNSUPPORTED, kind)


def _identify_compound(data: bytes) -> MediaType:
    names = root_names(data)
    if MAIL_PROPERTIES in names:
        return MediaType.MSG
    for stream, name in COMPOUND_STREAMS:
        if stream in names:
            raise ExtractionRefused(RefusalCode.UNSUPPORTED if name else RefusalCode.ENCRYPTED, name)
    raise ExtractionRefused(RefusalCode.UNSUPPORTED, "OLE2")


def _identify_text(data: bytes) -> MediaType:
    text = decode(data[:TEXT_HEAD_BYTES]).text
    if looks_binary(text):
        raise ExtractionRefused(RefusalCode.UNSUPPORTED, "ukendt")
    head = text.encode("utf-8", "replace").lstrip(b"\xef\xbb\xbf \t\r\n")
    if _is_mail(head):
        return MediaType.EML
    if MARKUP.match(head) or (head.startswith(b"<") and MARKUP.search(head)):
        if head[:4].lower() == b"<svg":
            raise ExtractionRefused(RefusalCode.UNSUPPORTED, "SVG")
        return MediaType.HTML
    if head.startswith(b"<?xml"):
        raise ExtractionRefused(RefusalCode.UNSUPPORTED, "XML")
    return MediaType.CSV if _is_table(text, whole=len(data) <= TEXT_HEAD_BYTES) else MediaType.TXT


def _is_table(text: str, *, whole: bool) -> bool:
    """True if most of the first lines have the same number of columns, parted by one sign."""
    lines = text.splitlines()
    lines = lines if whole else lines[:-1]
    filled = [line for line in lines[:TABLE_LINES] if line.strip()]
    if len(filled) < LEAST_TABLE_LINES or len(filled) < SAME_COLUMNS_SHARE * len(lines[:TABLE_LINES]):
        return False
    return any(_is_parted(filled, delimiter, columns) for delimiter, columns in DELIMITERS.items())


def _is_parted(lines: list[str], delimiter: str, least_columns: int) -> bool:
    try:
        rows = list(islice(csv.reader(lines, delimiter=delimiter), TABLE_LINES))
    except csv.Error:
        return False
    counts = [len(row) for row in rows]
    columns = max(set(counts), key=counts.count)
    if columns < least_columns or len(rows) < LEAST_TABLE_LINES:
        return False
    later_cells = [cell for row in rows for cell in row[1:]]
    spaced = sum(cell.startswith(" ") for cell in later_cells)
    return counts.count(columns) >= SAME_COLUMNS_SHARE * len(rows) and spaced <= MAX_SPACED_SHARE * len(later_cells)


def _is_mail(head: bytes) -> bool:
    """A mail begins with header lines only, among them one of its envelope and one more that mails have."""
    seen: set[bytes] = set()
    for number, line in enumerate(head.splitlines()):
        if not line:
            break
        match = HEADER_LINE.match(line)
        if match is not None:
            seen.add(match[1].lower())
        elif not (line[:1] in (b" ", b"\t") and seen) and not (number == 0 and line.startswith(b"From ")):
            return False
    return bool(seen & ENVELOPE_HEADERS) and bool(seen & MAIL_HEADERS)
