"""One read-only file that maps word forms to their analysis, opened with `mmap`.

Layout: 8 bytes of magic, the length of a JSON header (4 bytes), the header, a hash table of 32-bit offsets
(a power of two slots, half full, linear probing, CRC-32 of the UTF-8 key), and the records
`key TAB value LF`, sorted by key.

Why this and not something ready: plain dictionaries took 3.4 s and 450 MB in every process; `marshal` saves the
time, not the memory; SQLite answers in 5 µs and a splitter asks 200 times a word. Here opening costs a
millisecond, a look-up about 0.7 µs, and all processes share one copy in the page cache.

What is not here: what the values mean (see `lexicon`) and how they are made (see `build`).
"""

import hashlib
import json
import mmap
import os
import struct
import tempfile
import zlib
from array import array
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

MAGIC = b"TORVDA02"
SLOT_BYTES = 4
MAX_HEADER_BYTES = 65_536


class TablesError(ValueError):
    """The file is not a table of this kind, or it is damaged."""


@dataclass(frozen=True, slots=True)
class TableHeader:
    """How many keys, slots and bytes of records; the hash of the records; what the table was built from."""

    count: int
    slots: int
    records: int
    content: str
    stamp: str


class Table:
    """A read-only map from str to str; look-ups cost O(1) and no private memory."""

    def __init__(self, path: Path) -> None:
        """Open the file. Raises `TablesError` if it is not whole, `FileNotFoundError` if it is not there."""
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size <= len(MAGIC) + 4:
                raise TablesError("Ordtabellen er ikke hel. Byg den igen.")
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self.header, start = _read_header(self._map)
        slots, records = self.header.slots, self.header.records
        if size != start + slots * SLOT_BYTES + records or slots & (slots - 1):
            raise TablesError("Ordtabellen er ikke hel. Byg den igen.")
        self._mask = slots - 1
        self._slots = memoryview(self._map)[start : start + slots * SLOT_BYTES].cast("I")
        self._base = start + slots * SLOT_BYTES - 1

    def get(self, key: str) -> str | None:
        """The value of `key`, or None."""
        wanted = key.encode() + b"\t"
        data, slots, mask = self._map, self._slots, self._mask
        slot = zlib.crc32(wanted) & mask
        length = len(wanted)
        while offset := slots[slot]:
            begin = self._base + offset
            if data[begin : begin + length] == wanted:
                return data[begin + length : data.find(b"\n", begin + length)].decode()
            slot = (slot + 1) & mask
        return None


def _read_header(data: mmap.mmap) -> tuple[TableHeader, int]:
    (length,) = struct.unpack("<I", data[8:12])
    if data[:8] != MAGIC or length > MAX_HEADER_BYTES:
        raise TablesError("Filen er ikke en ordtabel, eller den er fra en anden udgave. Byg den igen.")
    try:
        header = TableHeader(**json.loads(data[12 : 12 + length]))
    except (ValueError, TypeError) as error:
        raise TablesError("Ordtabellen er ikke hel. Byg den igen.") from error
    return header, 12 + length


def write_table(entries: Mapping[str, str], target: Path, stamp: str) -> str:
    """Write the table beside `target` and move it into place; a reader sees the old file or the new, whole.

    Keys and values hold no TAB (keys) and no line feed. `stamp` says what it was built from. Returns the hash of
    the contents (16 hexadecimal digits), the same for the same entries on every machine.
    """
    keys = sorted(entries)
    slot_count = 1 << max(4, (2 * len(keys) - 1).bit_length())
    slots, records = _lay_out(keys, entries, slot_count)
    content = hashlib.sha256(records).hexdigest()[:16]
    header = TableHeader(len(keys), slot_count, len(records), content, stamp)
    text = json.dumps(asdict(header), sort_keys=True).encode()
    text += b" " * (-(len(text) + 12) % SLOT_BYTES)
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=target.name + ".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            for piece in (MAGIC, struct.pack("<I", len(text)), text, slots.tobytes(), records):
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
            os.fchmod(file.fileno(), 0o644)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return content


def _lay_out(keys: list[str], entries: Mapping[str, str], slot_count: int) -> "tuple[array[int], bytes]":
    slots = array("I", bytes(SLOT_BYTES * slot_count))
    mask = slot_count - 1
    records: list[bytes] = []
    offset = 1
    for key in keys:
        wanted = key.encode() + b"\t"
        slot = zlib.crc32(wanted) & mask
        while slots[slot]:
            slot = (slot + 1) & mask
        slots[slot] = offset
        record = wanted + entries[key].encode() + b"\n"
        records.append(record)
        offset += len(record)
    return slots, b"".join(records)
