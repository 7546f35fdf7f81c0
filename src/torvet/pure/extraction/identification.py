"""What a file is, by its content: the name and what the sender says about it count for nothing.

A file that is two things at once is refused, since the screening would read one and a reader might open the
other.
"""

import re

from torvet.pure.extraction.archive import is_zip_to_the_end, names_and_types
from torvet.pure.extraction.model import MediaType
from torvet.pure.extraction.plain import decode, looks_binary
from torvet.pure.extraction.refusal import ExtractionRefused, RefusalCode

PDF_HEADER_WITHIN_BYTES = 1024
"""Readers accept the header within the first 1024 bytes (ISO 32000-1, annex H.3, note 13)."""

TEXT_HEAD_BYTES = 8192
MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|script|svg|iframe)[\s>/]", re.IGNORECASE)
HEADER_LINE = re.compile(rb"^([A-Za-z0-9][A-Za-z0-9-]{0,75}):")
ENVELOPE_HEADERS = {b"from", b"received", b"return-path", b"sender"}
MAIL_HEADERS = {b"date", b"message-id", b"mime-version", b"subject", b"to", b"delivered-to"}

SIGNATURES = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"GIF8", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"BM", "BMP"),
    (b"{\\rtf", "RTF"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"%!PS", "PostScript"),
    (b"\x7fELF", "ELF"),
    (b"MZ", "EXE"),
    (b"ID3", "MP3"),
    (b"OggS", "Ogg"),
    (b"\x78\x9f\x3e\x22", "winmail.dat"),
)
COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
COMPOUND_STREAMS = (
    ("EncryptedPackage", ""),
    ("__substg1.0", "MSG"),
    ("WordDocument", "DOC"),
    ("Workbook", "XLS"),
    ("PowerPoint Document", "PPT"),
)


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
        raise _compound_file(data)
    known = _known_signature(data)
    if known:
        raise ExtractionRefused(RefusalCode.UNSUPPORTED, known)
    return _identify_text(data)


def _refuse_second_nature(data: bytes, header: int) -> None:
    before = data[:header]
    other = _known_signature(before) if len(before) > 2 else ""
    if before.startswith(b"PK") or is_zip_to_the_end(data):
        other = "ZIP"
    elif MARKUP.search(before):
        other = "HTML"
    if other:
        raise ExtractionRefused(RefusalCode.AMBIGUOUS, f"PDF og {other}")


def _known_signature(data: bytes) -> str:
    for signature, name in SIGNATURES:
        if data.startswith(signature):
            return name
    if data[:4] == b"RIFF" and len(data) > 12:
        return "WebP" if data[8:12] == b"WEBP" else "RIFF"
    if data[4:8] == b"ftyp":
        return "HEIC" if data[8:11] in (b"hei", b"mif") else "MP4"
    return ""


def _identify_zip(data: bytes) -> MediaType:
    names, types = names_and_types(data)
    for mark, name in (
        ("wordprocessingml.document.main+xml", "DOCX"),
        ("word.document.macroEnabled.main+xml", "DOCM"),
        ("wordprocessingml.template", "DOTX"),
        ("spreadsheetml", "XLSX"),
        ("ms-excel", "XLSX"),
        ("presentationml", "PPTX"),
    ):
        if mark in types:
            if name == "DOCX":
                return MediaType.DOCX
            raise ExtractionRefused(RefusalCode.UNSUPPORTED, name)
    kind = "ODF" if "mimetype" in names and "content.xml" in names else "ZIP"
    raise ExtractionRefused(RefusalCode.UNSUPPORTED, kind)


def _compound_file(data: bytes) -> ExtractionRefused:
    for stream, name in COMPOUND_STREAMS:
        if stream.encode("utf-16-le") in data:
            code = RefusalCode.UNSUPPORTED if name else RefusalCode.ENCRYPTED
            return ExtractionRefused(code, name)
    return ExtractionRefused(RefusalCode.UNSUPPORTED, "OLE2")


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
    return MediaType.TXT


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
