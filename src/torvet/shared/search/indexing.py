"""Brings the index up to what the rows say, and builds it anew beside the one that serves.

The rows are the truth: an entry is marked as indexed only after the commit that holds it, so a process
killed at any point loses nothing, and what it did twice is the same as once. A rebuild is also how deleted
text leaves the disk, and how an index of an older analyser, or a damaged one, is replaced.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from torvet.shared.search import rows
from torvet.shared.search.analysis import Analyser
from torvet.shared.search.documents import to_document
from torvet.shared.search.engine import IndexBusy, IndexUnusable, Writer
from torvet.shared.search.folders import IndexFolders
from torvet.shared.search.models import Entry
from torvet.shared.search.rows import Snapshot
from torvet.shared.search.tantivy_engine import SCHEMA_VERSION, TantivyReader, TantivyWriter

ENTRIES_AT_ONCE = 200
SWITCH_WAIT_SECONDS = 60.0

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexReport:
    """What one run did. `is_busy`: another process is at it, nothing was done; `remaining` rows still wait."""

    indexed: int = 0
    removed: int = 0
    remaining: int = 0
    is_rebuilt: bool = False
    is_busy: bool = False


class Indexer:
    """One analyser, one set of folders."""

    def __init__(self, folders: IndexFolders, analyser: Analyser) -> None:
        """Hold both; nothing is opened yet."""
        self.folders = folders
        self.analyser = analyser
        self.version = f"{analyser.version}-s{SCHEMA_VERSION}"

    def usable(self) -> Path | None:
        """The serving folder if it is of this version and can be opened."""
        folder = self.folders.current()
        if folder is None or not self.folders.is_of(folder, self.version):
            return None
        try:
            TantivyReader(folder).searcher()
        except IndexUnusable:
            return None
        return folder

    def bring_up_to_date(self, limit: int) -> IndexReport:
        """Index up to `limit` rows that wait; build anew first where there is no usable index."""
        try:
            with self.folders.writing():
                folder = self.usable()
                report = None if folder is None else self._update(folder, limit)
            if report is None:
                return self.rebuild()
        except IndexBusy:
            return IndexReport(is_busy=True, remaining=Entry.objects.pending().count())
        self._sweep()
        return report

    def _update(self, folder: Path, limit: int) -> IndexReport:
        indexed = removed = 0
        batch = rows.pending(min(ENTRIES_AT_ONCE, limit))
        if not batch:
            return IndexReport()
        writer = TantivyWriter(folder)
        try:
            while batch:
                removed += sum(row.entry is None for row in batch)
                indexed += sum(row.entry is not None for row in batch)
                self._write(writer, batch)
                writer.commit()
                rows.mark_indexed(batch)
                batch = rows.pending(min(ENTRIES_AT_ONCE, limit - indexed - removed))
        finally:
            writer.close()
        return IndexReport(indexed=indexed, removed=removed, remaining=Entry.objects.pending().count())

    def _write(self, writer: Writer, batch: Iterable[Snapshot]) -> None:
        for row in batch:
            if row.entry is None:
                writer.delete(row.uuid)
            else:
                writer.add(to_document(row.entry, self.analyser))

    def rebuild(self, progress: Progress | None = None) -> IndexReport:
        """Build the index anew from the rows while the old one serves, then let the new one serve.

        Interrupted at any point the old one goes on serving. Raises `IndexBusy` when another rebuild is
        running.
        """
        with self.folders.rebuilding():
            self.folders.sweep()
            folder = self.folders.new(self.version)
            writer = TantivyWriter(folder)
            try:
                built = self._build(writer, progress)
                with self.folders.writing(SWITCH_WAIT_SECONDS):
                    changed = self._catch_up(writer, built)
                    writer.commit()
                    self.folders.switch_to(folder)
                    rows.mark_all(built)
            finally:
                writer.close()
            self.folders.sweep()
        return IndexReport(
            indexed=len(built), removed=changed, remaining=Entry.objects.pending().count(), is_rebuilt=True
        )

    def _build(self, writer: Writer, progress: Progress | None) -> dict[UUID, int]:
        total = Entry.objects.current().count()
        built: dict[UUID, int] = {}
        for batch in rows.all_current(ENTRIES_AT_ONCE):
            self._write(writer, batch)
            built.update((row.uuid, row.revision) for row in batch)
            if progress is not None:
                progress(len(built), total)
        return built

    def _catch_up(self, writer: Writer, built: dict[UUID, int]) -> int:
        """Bring into the new index what changed while it was built; return the number of things that went."""
        now = rows.revisions()
        gone = [uuid for uuid in built if uuid not in now]
        for uuid in gone:
            writer.delete(uuid)
            del built[uuid]
        changed = [uuid for uuid, revision in now.items() if built.get(uuid) != revision]
        for start in range(0, len(changed), ENTRIES_AT_ONCE):
            batch = rows.snapshots(changed[start : start + ENTRIES_AT_ONCE])
            self._write(writer, batch)
            built.update((row.uuid, row.revision) for row in batch)
        return len(gone)

    def _sweep(self) -> None:
        if len(self.folders.all()) > 1:
            try:
                with self.folders.rebuilding():
                    self.folders.sweep()
            except IndexBusy:
                return
