"""Packed files that mean harm: ZIP, OOXML, OpenDocument and the compound file of old Office. Written by code alone."""

import io
import struct
import warnings
import zipfile
from collections.abc import Iterable, Mapping
from itertools import pairwise

from torvet.pure.extraction.tests.samples import overlapping_zip, word_with

__all__ = ["overlapping_zip", "word_with"]

OLD = (1980, 1, 1, 0, 0, 0)
TYPES = "application/vnd.openxmlformats-officedocument."
MAINS = {
    "word": ("word/document.xml", TYPES + "wordprocessingml.document.main+xml"),
    "xl": ("xl/workbook.xml", TYPES + "spreadsheetml.sheet.main+xml"),
    "ppt": ("ppt/presentation.xml", TYPES + "presentationml.presentation.main+xml"),
}
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OPEN = "urn:oasis:names:tc:opendocument:xmlns"
ENTITIES = "".join(f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in pairwise("abcdefghij"))
LAUGHS = f"<!DOCTYPE x [<!ENTITY a 'ha'>{ENTITIES}]>"
OUTSIDE = "<!DOCTYPE x [<!ENTITY j SYSTEM 'file:///etc/passwd'>]>"
OUTSIDE_DTD = "<!DOCTYPE x SYSTEM 'http://127.0.0.1:9/x.dtd'>"
HOLY = "&j;"


def zipped(parts: Iterable[tuple[str, str | bytes]], method: int = zipfile.ZIP_DEFLATED, mode: int = 0o644) -> bytes:
    """A ZIP of parts, a name twice if it is given twice."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # zipfile warns of a name twice
        for name, content in parts:
            entry = zipfile.ZipInfo(name, OLD)
            entry.compress_type, entry.external_attr = method, mode << 16
            archive.writestr(entry, content)
    return file.getvalue()


def named(name: str) -> bytes:
    """A ZIP whose only letter has this name."""
    return zipped([(name, "Referat")])


def patched_name(name: bytes) -> bytes:
    """A ZIP with a name that zipfile would not write."""
    return named("x" * len(name)).replace(b"x" * len(name), name)


def linked() -> bytes:
    """A ZIP with a symbolic link to a file of the system."""
    return zipped([("brev.txt", "/etc/passwd")], mode=0o120777)


def nested(depth: int, width: int = 1, content: bytes = b"\0" * (4 << 20)) -> bytes:
    """A ZIP of ZIPs of ZIPs, as the one of 42 kB that becomes 4.5 PB."""
    data = zipped([("0.txt", content)])
    for _ in range(depth):
        data = zipped([(f"{number}.zip", data) for number in range(width)])
    return data


def endless() -> bytes:
    """A ZIP that holds itself: its one part is stored from the start of the file, its own header too."""
    data = bytearray(zipped([("igen.zip", b"R" * 200)], zipfile.ZIP_STORED))
    end = data.rfind(b"PK\x05\x06")
    directory = int.from_bytes(data[end + 16 : end + 20], "little")
    for place, header in ((18, 0), (20, directory)):
        struct.pack_into("<II", data, header + place, len(data), len(data))
    return bytes(data)


def encrypted() -> bytes:
    """A ZIP whose part says that it is encrypted."""
    return with_flag(named("brev.txt"), 1)


def with_flag(data: bytes, flag: int) -> bytes:
    """Set the flags of the first part, in both places."""
    made = bytearray(data)
    made[6] |= flag
    made[data.rfind(b"PK\x01\x02") + 8] |= flag
    return bytes(made)


def wrong_sum() -> bytes:
    """A ZIP whose part has another check sum."""
    made = bytearray(named("brev.txt"))
    made[made.rfind(b"PK\x01\x02") + 16] ^= 0xFF
    return bytes(made)


def lying_size(claimed: int, real: int) -> bytes:
    """A ZIP whose directory says another size than what comes out."""
    made = bytearray(zipped([("brev.txt", b"a" * real)]))
    struct.pack_into("<I", made, made.rfind(b"PK\x01\x02") + 24, claimed)
    return bytes(made)


def unknown_method() -> bytes:
    """A ZIP that is packed in a way nobody knows."""
    made = bytearray(named("brev.txt"))
    struct.pack_into("<H", made, 8, 77)
    struct.pack_into("<H", made, made.rfind(b"PK\x01\x02") + 10, 77)
    return bytes(made)


def many_parts(count: int) -> bytes:
    """A ZIP of very many empty parts."""
    return zipped((f"{number}.txt", "") for number in range(count))


def bomb(method: int, megabytes: int = 400) -> bytes:
    """A ZIP of one part of zeros."""
    return zipped([("brev.txt", b"\0" * (megabytes << 20))], method)


def office(family: str, main: str, parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """An OOXML file of this main part and further ones."""
    place, content_type = MAINS[family]
    types = f'<Types><Override PartName="/{place}" ContentType="{content_type}"/></Types>'
    return zipped([("[Content_Types].xml", types), (place, main), *(parts or {}).items()])


def workbook(sheet: str, parts: Mapping[str, str | bytes] | None = None, head: str = "") -> bytes:
    """A workbook of one sheet with this XML in its data."""
    main = f'<workbook xmlns="{SHEET}" xmlns:r="{RELATIONS}"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets>'
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        f'Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
    )
    top = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    )
    data = f'{head}<worksheet xmlns="{SHEET}"><sheetData>{sheet}</sheetData></worksheet>'
    files = {"_rels/.rels": top, "xl/_rels/workbook.xml.rels": relations, "xl/worksheets/sheet1.xml": data}
    return office("xl", main + "</workbook>", files | dict(parts or {}))


def cells(rows: int, columns: int) -> str:
    """Rows of numbers."""
    row = "<row>" + "<c><v>1</v></c>" * columns + "</row>"
    return row * rows


def open_document(kind: str, body: str, head: str = "", parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """An OpenDocument file of this body."""
    names = f'xmlns:office="{OPEN}:office:1.0" xmlns:text="{OPEN}:text:1.0" xmlns:table="{OPEN}:table:1.0"'
    content = (
        f"{head}<office:document-content {names}><office:body><office:{kind}>{body}</office:{kind}>"
        "</office:body></office:document-content>"
    )
    media_type = f"application/vnd.oasis.opendocument.{kind}"
    return zipped([("mimetype", media_type), ("content.xml", content), *(parts or {}).items()])


def repeated_rows(rows: int, columns: int) -> bytes:
    """A sheet whose only cell is said to stand everywhere."""
    cell = f'<table:table-cell table:number-columns-repeated="{columns}"><text:p>x</text:p></table:table-cell>'
    row = f'<table:table-row table:number-rows-repeated="{rows}">{cell}</table:table-row>'
    return open_document("spreadsheet", f'<table:table table:name="A">{row}</table:table>')


SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def compound(streams: Mapping[str, bytes], *, loop: bool = False) -> bytes:
    """A compound file ([MS-CFB] version 3) of these streams; with `loop` the first one's chain never ends."""
    contents = [data.ljust(4096, b"\0") + b"\0" * (-max(len(data), 4096) % SECTOR) for data in streams.values()]
    table, at, starts = [FAT, END], 2, []
    for data in contents:
        sectors = len(data) // SECTOR
        starts.append(at)
        table += [*range(at + 1, at + sectors), at if loop else END]
        at += sectors
    directory = _directory_entry("Root Entry", 5, END, 0, child=1 if streams else FREE)
    for number, (name, data) in enumerate(streams.items(), start=1):
        right = number + 1 if number < len(streams) else FREE
        directory += _directory_entry(name, 2, starts[number - 1], max(len(data), 4096), right=right)
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH6s", 62, 3, 0xFFFE, 9, 6, b"\0" * 6)
    header += struct.pack("<9I", 0, 1, 1, 0, 4096, END, 0, END, 0) + struct.pack("<109I", 0, *[FREE] * 108)
    fat = struct.pack(f"<{SECTOR // 4}I", *(table + [FREE] * (SECTOR // 4 - len(table))))
    return header + fat + directory.ljust(SECTOR, b"\0") + b"".join(contents)


def _directory_entry(name: str, kind: int, start: int, size: int, *, child: int = FREE, right: int = FREE) -> bytes:
    encoded = (name + "\0").encode("utf-16-le")
    return struct.pack("<64sHBBIII36sIQ", encoded, len(encoded), kind, 1, FREE, right, child, b"\0" * 36, start, size)


def locked_office() -> bytes:
    """What Office writes when a document gets a password."""
    return compound({"EncryptionInfo": b"\4\0\4\0", "EncryptedPackage": b"\x10\0\0\0\0\0\0\0" + bytes(range(256)) * 16})


def with_macros() -> bytes:
    """A document that says of itself that it holds programs."""
    kind = "application/vnd.ms-word.document.macroEnabled.main+xml"
    return zipped([("[Content_Types].xml", f"<Types>{kind}</Types>"), ("word/document.xml", "<a/>")])
