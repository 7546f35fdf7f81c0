"""Compound files (OLE2), the container of Outlook's mails and of old Office files, opened with suspicion."""

import io
import struct
from collections.abc import Iterator
from contextlib import contextmanager

import olefile

from torvet.pure.extraction.refusal import ExtractionRefused, RefusalCode

MAX_ENTRIES = 20_000
"""A mail of 200 attachments has some 8,000 properties of its own."""

FAULTS = (OSError, struct.error, IndexError, KeyError, ValueError, TypeError, AttributeError, OverflowError)
"""What olefile raises on broken files; its own error is an OSError."""


@contextmanager
def opened_compound(data: bytes) -> Iterator[olefile.OleFileIO]:
    """Open a compound file; raises ExtractionRefused for one that is broken, too deep or of too many entries."""
    try:
        file = olefile.OleFileIO(io.BytesIO(data))
    except RecursionError as error:
        raise ExtractionRefused(RefusalCode.TOO_DEEP) from error
    except FAULTS as error:
        raise ExtractionRefused(RefusalCode.UNREADABLE, "OLE2") from error
    try:
        if len(file.direntries) > MAX_ENTRIES:
            raise ExtractionRefused(RefusalCode.TOO_MANY_PARTS, str(len(file.direntries)))
        yield file
    finally:
        file.close()


def root_names(data: bytes) -> set[str]:
    """The names of what lies at the top of a compound file."""
    with opened_compound(data) as file:
        return {entry.name for entry in file.root.kids}
