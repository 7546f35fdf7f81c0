"""Files by their content: an original or a rendition is stored once, under its SHA-256, and never changed.

The bytes are on the disk before any row speaks of them.
"""

import hashlib
import os
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages

__all__ = ["erase_rendition", "read_original", "read_rendition", "store_original", "store_rendition"]


def _name(sha256: str) -> str:
    return f"{sha256[:2]}/{sha256[2:4]}/{sha256}"


def _make_durable(storage: Storage, name: str) -> None:
    """Wait until the file and its name are on the disk; other storages answer only when they are."""
    try:
        place = Path(storage.path(name))
    except NotImplementedError:
        return
    for target in (place, place.parent):
        descriptor = os.open(target, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _store(storage: Storage, data: bytes) -> str:
    sha256 = hashlib.sha256(data).hexdigest()
    name = _name(sha256)
    if storage.exists(name):
        if storage.size(name) == len(data):
            return sha256
        storage.delete(name)  # a copy cut short by a crash; no row can speak of it yet
    stored = storage.save(name, ContentFile(data))
    _make_durable(storage, stored)
    if stored != name:
        storage.delete(stored)  # another process stored the same bytes in the meantime
    return sha256


def _read(storage: Storage, sha256: str) -> bytes:
    with storage.open(_name(sha256)) as handle:
        data: bytes = handle.read()
    if hashlib.sha256(data).hexdigest() != sha256:
        raise ValueError(f"the stored file {sha256[:12]} is not what was stored")
    return data


def store_original(data: bytes) -> str:
    """Store a delivered file write-once and return its SHA-256."""
    return _store(storages["originals"], data)


def read_original(sha256: str) -> bytes:
    """Return a delivered file, checked against its SHA-256.

    Raises:
        ValueError: the disk gave other bytes than were stored.
        FileNotFoundError: it was erased.
    """
    return _read(storages["originals"], sha256)


def store_rendition(data: bytes) -> str:
    """Store a rebuilt file and return its SHA-256."""
    return _store(storages["renditions"], data)


def read_rendition(sha256: str) -> bytes:
    """Return a rebuilt file, checked against its SHA-256.

    Raises:
        ValueError: the disk gave other bytes than were stored.
        FileNotFoundError: it was withdrawn and erased.
    """
    return _read(storages["renditions"], sha256)


def erase_rendition(sha256: str) -> None:
    """Erase a withdrawn file from the disk; nothing happens if it is gone already."""
    storages["renditions"].delete(_name(sha256))
