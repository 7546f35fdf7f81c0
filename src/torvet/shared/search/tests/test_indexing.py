"""The index follows the rows: nothing lost, nothing left, whatever happens in between."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import tantivy
from django.db import connection, transaction

from torvet.shared.search import api, indexing, searching
from torvet.shared.search.engine import IndexBusy
from torvet.shared.search.models import Entry
from torvet.shared.search.tantivy_engine import TantivyWriter
from torvet.shared.search.tests.builders import entry, found, put, put_and_index

pytestmark = pytest.mark.django_db


def stands_in_a_file(root: Path, text: str) -> bool:
    return any(text.encode() in file.read_bytes() for file in root.rglob("*") if file.is_file())


def stands_in_a_dictionary(root: Path, word: str) -> bool:
    """Whether the word is a term of any index folder: their dictionaries are packed, so bytes cannot tell."""
    folders = [path for path in root.iterdir() if path.is_dir()]
    searchers = [tantivy.Index.open(str(folder)).searcher() for folder in folders]
    return any(searcher.terms_with_prefix("exact", word) for searcher in searchers)


def test_what_is_put_is_found_after_one_run_and_the_second_does_nothing() -> None:
    put(entry("Ny cykelsti"), entry("Gammel skole"))
    assert api.pending() == 2
    assert api.bring_up_to_date().indexed == 2
    assert api.pending() == 0
    assert api.bring_up_to_date() == api.IndexReport()
    assert found("cykelsti") == ["Ny cykelsti"]


def test_without_an_index_the_answer_says_so() -> None:
    assert api.search(api.Request(text="skole")).notes == (api.Note.NOT_READY,)
    assert not api.health().is_ready


def test_a_limit_leaves_the_rest_for_the_next_run() -> None:
    api.bring_up_to_date()
    put(*(entry(f"Notat {number}") for number in range(5)))
    report = api.bring_up_to_date(limit=3)
    assert (report.indexed, report.remaining) == (3, 2)
    assert api.bring_up_to_date().indexed == 2


def test_a_changed_entry_takes_the_place_of_the_old_one() -> None:
    first = entry("Om cykelsti")
    put_and_index(first)
    put_and_index(entry("Om skole", uuid=first.uuid))
    assert found("cykelsti") == []
    assert found("skole") == ["Om skole"]


def test_a_removed_entry_is_gone_from_hits_and_counts_before_the_index_knows() -> None:
    keep, gone = put_and_index(entry("Cykelsti nord"), entry("Cykelsti syd", department="boern"))
    with transaction.atomic():
        api.remove(gone)
    answer = api.search(api.Request(text="cykelsti"))
    assert [hit.uuid for hit in answer.hits] == [keep]
    assert answer.total == 1
    assert [value.code for value in answer.facet(api.FacetName.DEPARTMENT)] == ["teknik"]
    assert sum(month.count for month in answer.months) == 1


def test_a_row_that_vanished_is_not_shown() -> None:
    put_and_index(entry("Cykelsti nord"))
    Entry.objects.all().delete()
    assert api.search(api.Request(text="cykelsti")).hits == ()


def test_a_put_while_its_older_state_is_indexed_is_not_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    api.bring_up_to_date()
    first = entry("Om cykelsti")
    put(first)
    commit = TantivyWriter.commit

    def put_meanwhile(writer: TantivyWriter) -> None:
        monkeypatch.setattr(TantivyWriter, "commit", commit)
        put(entry("Om skole", uuid=first.uuid))
        commit(writer)

    monkeypatch.setattr(TantivyWriter, "commit", put_meanwhile)
    report = api.bring_up_to_date(limit=1)
    assert (report.indexed, report.remaining) == (1, 1)
    api.bring_up_to_date()
    assert found("skole") == ["Om skole"]
    assert found("cykelsti") == []


def test_changes_during_a_rebuild_are_in_the_new_index(monkeypatch: pytest.MonkeyPatch) -> None:
    changed, gone = entry("Om cykelsti"), entry("Om svømmehal")
    put_and_index(changed, gone, entry("Om vandværk"))
    build = indexing.Indexer._build

    def change_meanwhile(self: indexing.Indexer, *args: Any) -> Any:
        built = build(self, *args)
        put(entry("Om skole", uuid=changed.uuid), entry("Om bibliotek"))
        with transaction.atomic():
            api.remove(gone.uuid)
        self.bring_up_to_date(100)
        return built

    monkeypatch.setattr(indexing.Indexer, "_build", change_meanwhile)
    api.rebuild()
    assert api.pending() == 0
    assert sorted(found("")) == ["Om bibliotek", "Om skole", "Om vandværk"]


def test_a_rebuild_removes_withdrawn_words_from_the_disk(own_index: Path) -> None:
    uuids = put_and_index(entry("Notat", "zebrafisk i havnen"), *(entry(f"Notat {number}") for number in range(20)))
    with transaction.atomic():
        api.remove(uuids[0])
    api.bring_up_to_date()
    assert stands_in_a_dictionary(own_index, "zebrafisk")
    assert stands_in_a_file(own_index, uuids[0].hex)
    api.rebuild()
    assert not stands_in_a_dictionary(own_index, "zebrafisk")
    assert not stands_in_a_file(own_index, uuids[0].hex)
    assert not stands_in_a_file(own_index, "zebrafisk")
    assert api.search(api.Request()).total == 20


def test_another_analyser_version_builds_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    put_and_index(entry("Ny cykelsti"))
    monkeypatch.setattr(indexing, "SCHEMA_VERSION", "99")
    assert api.health().problems
    report = api.bring_up_to_date()
    assert report.is_rebuilt
    assert found("cykelsti") == ["Ny cykelsti"]
    assert api.health().problems == ()


def test_a_damaged_index_is_built_anew(own_index: Path) -> None:
    put_and_index(entry("Ny cykelsti"))
    folder = searching.folders().current()
    assert folder is not None
    (folder / "meta.json").write_text("{")
    assert api.bring_up_to_date().is_rebuilt
    assert found("cykelsti") == ["Ny cykelsti"]


def test_only_one_process_writes() -> None:
    put_and_index(entry("Ny cykelsti"))
    put(entry("Gammel skole"))
    with searching.folders().writing():
        report = api.bring_up_to_date()
    assert report.is_busy
    assert report.remaining == 1
    with searching.folders().rebuilding(), pytest.raises(IndexBusy):
        api.rebuild()


KILLER = """
import os, signal, sys, time
import django; django.setup()
from django.conf import settings
settings.SEARCH_INDEX, settings.DANISH_TABLES = sys.argv[2], "/nowhere"
settings.DATABASES["default"]["NAME"] = sys.argv[1]
from django.db import connections
from torvet.shared.search import api, indexing
indexing.ENTRIES_AT_ONCE = 5

def index_until_killed():
    while True:
        api.bring_up_to_date()

for number in range(6):
    waiting, deadline = api.pending(), time.monotonic() + 20
    connections.close_all()
    process = os.fork()
    if not process:
        index_until_killed()
    while api.pending() == waiting and time.monotonic() < deadline:
        time.sleep(0.005)
    time.sleep(0.004 * number)
    os.kill(process, signal.SIGKILL)
    _, status = os.waitpid(process, 0)
    assert os.WIFSIGNALED(status), status
    print(api.pending())
    connections.close_all()
api.bring_up_to_date()
print(api.search(api.Request(text="notat")).total, api.pending(), api.health().documents)
"""


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_killed_indexer_loses_nothing(own_index: Path, tmp_path: Path) -> None:
    """Six processes are killed after their first commit; what they left is brought to the same end by the next."""
    if connection.vendor != "sqlite":
        pytest.skip("the killed processes need a copy of the database file")
    count = 300
    api.bring_up_to_date()
    put(*(entry(f"Notat nummer{number}") for number in range(count)))
    database = tmp_path / "killed.sqlite3"
    copy_database(database)
    command = [sys.executable, "-c", KILLER, str(database), str(own_index)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, env=os.environ.copy(), check=False)
    assert done.returncode == 0, done.stderr
    *waiting, last = done.stdout.splitlines()
    assert any(0 < int(pending) < count for pending in waiting), f"no kill came in the middle: {waiting}"
    assert last == f"{count} 0 {count}"


def copy_database(target: Path) -> None:
    connection.ensure_connection()
    with sqlite3.connect(target) as copy:
        connection.connection.backup(copy)
