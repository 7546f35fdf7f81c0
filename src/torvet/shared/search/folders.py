"""Where the indexes lie: one folder a build, a pointer to the one that serves, two locks.

    SEARCH_INDEX/current            the name of the folder that serves, replaced in one step
    SEARCH_INDEX/<version>-<serial>/  an index, whole or being built
    SEARCH_INDEX/writer.lock        held while the serving index or the pointer changes
    SEARCH_INDEX/rebuild.lock       held while another index is built; taken before the writer's

Locks are `flock`: they are gone when their process is. Not here: what an index holds.
"""

import fcntl
import os
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from torvet.shared.search.engine import IndexBusy

POINTER = "current"
WAIT_SECONDS = 0.05


class IndexFolders:
    """The folders under one root, which is made where it is missing."""

    def __init__(self, root: Path) -> None:
        """Hold the root."""
        self.root = root
        root.mkdir(mode=0o700, parents=True, exist_ok=True)

    def current(self) -> Path | None:
        """The folder that serves, or None before the first build."""
        try:
            name = (self.root / POINTER).read_text(encoding="ascii").strip()
        except (FileNotFoundError, UnicodeDecodeError):
            return None
        folder = self.root / name
        return folder if re.fullmatch(r"[\w.-]+", name) and folder.is_dir() else None

    def is_of(self, folder: Path, version: str) -> bool:
        """Whether a folder was built for this version."""
        return folder.name.rpartition("-")[0] == _name(version)

    def new(self, version: str) -> Path:
        """Name the next folder; it does not exist yet."""
        serials = [int(part) for folder in self.all() if (part := folder.name.rpartition("-")[2]).isdecimal()]
        return self.root / f"{_name(version)}-{max(serials, default=0) + 1:06}"

    def all(self) -> list[Path]:
        """Every index folder, serving or not."""
        return sorted(path for path in self.root.iterdir() if path.is_dir())

    def switch_to(self, folder: Path) -> None:
        """Let a folder serve from now on. The writer's lock must be held."""
        draft = self.root / f"{POINTER}.new"
        with draft.open("w", encoding="ascii") as file:
            file.write(folder.name)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self.root / POINTER)
        handle = os.open(self.root, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def sweep(self) -> None:
        """Delete every folder that does not serve. The rebuild lock must be held."""
        serving = self.current()
        for folder in self.all():
            if folder != serving:
                shutil.rmtree(folder, ignore_errors=True)

    @contextmanager
    def writing(self, wait_seconds: float = 0.0) -> Iterator[None]:
        """Hold the writer's lock. Raises `IndexBusy` when it is not free in time."""
        with _locked(self.root / "writer.lock", wait_seconds):
            yield

    @contextmanager
    def rebuilding(self) -> Iterator[None]:
        """Hold the rebuild lock. Raises `IndexBusy` at once when it is not free."""
        with _locked(self.root / "rebuild.lock", 0.0):
            yield


def _name(version: str) -> str:
    return re.sub(r"[^\w.]", "_", version, flags=re.ASCII) or "none"


@contextmanager
def _locked(path: Path, wait_seconds: float) -> Iterator[None]:
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _lock(handle, time.monotonic() + wait_seconds, path.name)
        yield
    finally:
        os.close(handle)


def _lock(handle: int, deadline: float, name: str) -> None:
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() >= deadline:
                raise IndexBusy(name) from error
            time.sleep(WAIT_SECONDS)
        else:
            return
