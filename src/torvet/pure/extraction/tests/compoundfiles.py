"""Compound files (OLE2) made by code, and Outlook mails in them, after [MS-CFB] and [MS-OXMSG]."""

import struct
from collections.abc import Mapping
from typing import TypeAlias

SECTOR, MINI_SECTOR, MINI_CUTOFF = 512, 64, 4096
END, FREE, FAT_SECTOR, NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF
Tree: TypeAlias = Mapping[str, "bytes | Tree"]
Entry: TypeAlias = list[object]


def compound(tree: Tree) -> bytes:
    """A compound file of streams and storages; small enough for the 109 allocation sectors named in the header."""
    return _Writer().write(tree)


class _Writer:
    """Collects sectors, small sectors and directory entries."""

    def __init__(self) -> None:
        self._sectors: list[bytes] = []
        self._chains: list[int] = []
        self._small = b""
        self._small_chains: list[int] = []
        self._entries: list[dict[str, int | str]] = []

    def write(self, tree: Tree) -> bytes:
        self._entries.append({"name": "Root Entry", "kind": 5, "child": NONE, "start": END, "size": 0})
        self._entries[0]["child"] = self._add(tree)
        if self._small:
            self._entries[0] |= {"size": len(self._small), "start": self._store(self._small)}
        directory = self._store(b"".join(map(_directory_entry, self._entries)))
        small_chains = struct.pack(f"<{len(self._small_chains)}I", *self._small_chains)
        small_start = self._store(small_chains) if small_chains else END
        count = -(-len(small_chains) // SECTOR)
        return self._joined(directory, small_start, count)

    def _add(self, tree: Tree) -> int:
        numbers = []
        for name in sorted(tree, key=lambda name: (len(name), name.upper())):
            content = tree[name]
            number = len(self._entries)
            numbers.append(number)
            entry: dict[str, int | str] = {"name": name, "kind": 1, "child": NONE, "start": END, "size": 0}
            self._entries.append(entry)
            if isinstance(content, bytes):
                entry |= {"kind": 2, "size": len(content), "start": self._place(content)}
            else:
                entry["child"] = self._add(content)
        return self._balanced(numbers)

    def _balanced(self, numbers: list[int]) -> int:
        if not numbers:
            return NONE
        middle = len(numbers) // 2
        entry = self._entries[numbers[middle]]
        entry["left"], entry["right"] = self._balanced(numbers[:middle]), self._balanced(numbers[middle + 1 :])
        return numbers[middle]

    def _place(self, content: bytes) -> int:
        if not content:
            return END
        if len(content) >= MINI_CUTOFF:
            return self._store(content)
        start = len(self._small_chains)
        count = -(-len(content) // MINI_SECTOR)
        self._small += content.ljust(count * MINI_SECTOR, b"\0")
        self._small_chains += [*range(start + 1, start + count), END]
        return start

    def _store(self, content: bytes) -> int:
        start = len(self._sectors)
        count = -(-len(content) // SECTOR)
        padded = content.ljust(count * SECTOR, b"\0")
        self._sectors += [padded[at : at + SECTOR] for at in range(0, len(padded), SECTOR)]
        self._chains += [*range(start + 1, start + count), END]
        return start

    def _joined(self, directory: int, small_start: int, small_count: int) -> bytes:
        used = len(self._sectors)
        fats = 1
        while fats * (SECTOR // 4) < used + fats:
            fats += 1
        table = [*self._chains, *[FAT_SECTOR] * fats]
        table += [FREE] * (fats * (SECTOR // 4) - len(table))
        header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
        header += struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)
        header += struct.pack("<9I", 0, fats, directory, 0, MINI_CUTOFF, small_start, small_count, END, 0)
        listed = [used + number for number in range(fats)]
        header += struct.pack("<109I", *listed, *[FREE] * (109 - fats))
        return header + b"".join(self._sectors) + struct.pack(f"<{len(table)}I", *table)


def _directory_entry(entry: Mapping[str, int | str]) -> bytes:
    name = str(entry["name"]).encode("utf-16-le") + b"\0\0"
    head = name.ljust(64, b"\0") + struct.pack("<HBB", len(name), int(entry["kind"]), 1)
    head += struct.pack("<3I", int(entry.get("left", NONE)), int(entry.get("right", NONE)), int(entry["child"]))
    return head + bytes(36) + struct.pack("<IQ", int(entry["start"]), int(entry["size"]))
