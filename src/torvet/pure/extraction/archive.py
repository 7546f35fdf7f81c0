"""A ZIP opened with suspicion: counted, measured and checked for overlaps before and while it is read.

`zipfile` itself accepts entries that share the same bytes, so that 3 kB become 50 MB. Nothing is ever
unpacked to disk.
"""

import io
import struct
import zipfile
import zlib

from torvet.pure.extraction.plain import decode
from torvet.pure.extraction.refusal import ExtractionRefused, RefusalCode

MAX_ENTRIES = 2000
"""A word document of 400 pictures has about 450 parts."""

MAX_UNPACKED_BYTES = 300 << 20
MAX_RATIO = 200
"""Deflate reaches 1032 at most; XML of real documents 5 to 60."""

METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The others are rare, and some ask for gigabytes of memory to unpack."""

RATIO_FROM_BYTES = 1 << 20
"""A small part may be very repetitive."""

END_RECORD = b"PK\x05\x06"
LOCAL_HEADER = struct.Struct("<4s5H3I2H")
TAIL_BYTES = 22 + 65535


class Archive:
    """A ZIP whose parts are read within a common budget; every refusal is an ExtractionRefused."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._entries = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error, OverflowError) as error:
            raise ExtractionRefused(RefusalCode.UNREADABLE, "ZIP") from error
        self._left_bytes = MAX_UNPACKED_BYTES
        self._check()

    def _check(self) -> None:
        if len(self._entries) > MAX_ENTRIES:
            raise ExtractionRefused(RefusalCode.TOO_MANY_PARTS, str(len(self._entries)))
        if len({entry.filename for entry in self._entries}) < len(self._entries):
            raise ExtractionRefused(RefusalCode.UNSAFE_ARCHIVE, "samme navn to gange")
        if any(entry.flag_bits & 1 for entry in self._entries):
            raise ExtractionRefused(RefusalCode.ENCRYPTED)
        for entry in self._entries:
            if entry.compress_type not in METHODS:
                raise ExtractionRefused(RefusalCode.UNSUPPORTED, f"ZIP, metode {entry.compress_type}")
        if sum(entry.file_size for entry in self._entries) > MAX_UNPACKED_BYTES:
            raise ExtractionRefused(RefusalCode.TOO_LARGE, f"over {MAX_UNPACKED_BYTES >> 20} MB")
        for entry in self._entries:
            if entry.file_size > max(RATIO_FROM_BYTES, entry.compress_size * MAX_RATIO):
                raise ExtractionRefused(RefusalCode.TOO_LARGE, f"{MAX_RATIO} gange")
        self._check_overlaps()

    def _check_overlaps(self) -> None:
        ends_before = 0
        for entry in sorted(self._entries, key=lambda entry: entry.header_offset):
            if entry.header_offset < ends_before:
                raise ExtractionRefused(RefusalCode.UNSAFE_ARCHIVE, "overlap")
            ends_before = self._end_of(entry)

    def _end_of(self, entry: zipfile.ZipInfo) -> int:
        header = self._data[entry.header_offset : entry.header_offset + LOCAL_HEADER.size]
        if len(header) < LOCAL_HEADER.size or not header.startswith(b"PK\x03\x04"):
            raise ExtractionRefused(RefusalCode.UNREADABLE, "ZIP")
        *_, name_bytes, extra_bytes = LOCAL_HEADER.unpack(header)
        return int(entry.header_offset + LOCAL_HEADER.size + name_bytes + extra_bytes + entry.compress_size)

    @property
    def names(self) -> list[str]:
        """The names of all parts, in the archive's order."""
        return [entry.filename for entry in self._entries]

    @property
    def entries(self) -> list[zipfile.ZipInfo]:
        """What the directory says of all parts, folders too."""
        return self._entries

    @property
    def comment(self) -> str:
        """The comment on the archive as a whole."""
        return decode(self._zip.comment).text

    def read(self, name: str) -> bytes:
        """Read one part, counting what really comes out; b"" for a part that is not there."""
        try:
            entry = self._zip.getinfo(name)
        except KeyError:
            return b""
        try:
            with self._zip.open(entry) as part:
                content = part.read(self._left_bytes + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            NotImplementedError,
            RuntimeError,
            OSError,
            ValueError,
            struct.error,
        ) as error:
            raise ExtractionRefused(RefusalCode.UNREADABLE, "ZIP") from error
        self._left_bytes -= len(content)
        if self._left_bytes < 0:
            raise ExtractionRefused(RefusalCode.TOO_LARGE, f"over {MAX_UNPACKED_BYTES >> 20} MB")
        return content


def is_zip_to_the_end(data: bytes) -> bool:
    """True if a ZIP reader would open the file: its end record closes the file.

    A PDF that merely carries a ZIP as an attachment has more after it and is not meant.
    """
    tail = data[-TAIL_BYTES:]
    at = tail.rfind(END_RECORD)
    if at < 0 or len(tail) - at < 22:
        return False
    comment_bytes = int.from_bytes(tail[at + 20 : at + 22], "little")
    return not tail[at + 22 + comment_bytes :].strip(b"\r\n\0 ")
