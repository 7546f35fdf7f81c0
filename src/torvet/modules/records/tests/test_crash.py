"""kill -9 at every stage: nothing is lost, nothing is public twice, nothing is public that was not proven.

Real processes on a real database file: a delivery is taken by one that is killed while it reads, and its documents by
workers that are killed while a document stands in each of the states.
"""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from torvet.modules.records.tests.builders import LETTER, DeliveryBuilder, case_line, entry_line, pdf

DOCUMENTS = 12
LEASE_SECONDS = "2"
PATIENCE_SECONDS = 120
SET_UP = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0); call_command("createcachetable", verbosity=0)
from torvet.modules.records.tests.builders import found_municipality
found_municipality()
"""
pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Site:
    """A site of its own: folder, database, and the processes that work on it."""

    data: Path

    @property
    def environment(self) -> dict[str, str]:
        own = {"TORVET_DATA": str(self.data), "DJANGO_SETTINGS_MODULE": "torvet.config.settings", "TORVET_DEBUG": "yes"}
        return {"PATH": os.environ["PATH"]} | own

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "torvet.config.cli", *words]
        return subprocess.Popen(
            command, env=self.environment, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )

    def ask(self, sql: str) -> list[tuple[object, ...]]:
        connection = sqlite3.connect(self.data / "torvet.sqlite3", timeout=20)
        try:
            return connection.execute(sql).fetchall()
        finally:
            connection.close()

    def states(self) -> dict[str, int]:
        rows = self.ask("SELECT state, count(*) FROM records_documentversion GROUP BY state")
        return {str(state): int(str(count)) for state, count in rows}

    def wait_until_public(self) -> None:
        until = time.monotonic() + PATIENCE_SECONDS
        while self.states() != {"public": DOCUMENTS}:
            assert time.monotonic() < until, self.states()
            time.sleep(0.1)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site that is set up, with a delivery beside it."""
    made = Site(tmp_path / "data")
    subprocess.run([sys.executable, "-c", SET_UP], env=made.environment, check=True, timeout=PATIENCE_SECONDS)
    delivery = DeliveryBuilder(tmp_path / "delivery", cases=[case_line()])
    for number in range(1, DOCUMENTS + 1):
        file = delivery.file(f"brev-{number}.pdf", pdf(*LETTER, f"Brev nummer {number}."))
        delivery.entries.append(entry_line([file], id=f"E{number}", number=number, sequence=number))
    delivery.write()
    return made


def kill(process: subprocess.Popen[bytes]) -> None:
    """Kill a process and whatever it started, without a chance to tidy up."""
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    if process.stderr:
        process.stderr.close()


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a process as an operator would."""
    process.terminate()
    process.communicate(timeout=PATIENCE_SECONDS)


def test_a_delivery_whose_reader_is_killed_is_taken_whole_the_next_time(site: Site, tmp_path: Path) -> None:
    reader = site.start("records", "receive", str(tmp_path / "delivery"))
    until = time.monotonic() + PATIENCE_SECONDS
    while not site.ask("SELECT 1 FROM records_journalentry LIMIT 1") and reader.poll() is None:
        assert time.monotonic() < until
        time.sleep(0.005)
    kill(reader)
    again = site.start("records", "receive", str(tmp_path / "delivery"))
    assert again.wait(PATIENCE_SECONDS) == 0
    again.communicate()
    assert site.ask("SELECT count(*), count(DISTINCT source_id) FROM records_journalentry") == [(DOCUMENTS, DOCUMENTS)]
    assert site.states() == {"received": DOCUMENTS}


def test_workers_killed_at_every_stage_lose_nothing_and_publish_nothing_twice(site: Site, tmp_path: Path) -> None:
    reader = site.start("records", "receive", str(tmp_path / "delivery"))
    assert reader.wait(PATIENCE_SECONDS) == 0
    reader.communicate()
    seen_killed = []
    for stage in ("received", "extracted", "screened", "proven", "public"):
        worker = site.start("worker", "run", "--lease-seconds", LEASE_SECONDS)
        until = time.monotonic() + PATIENCE_SECONDS
        while stage not in site.states() and time.monotonic() < until:
            time.sleep(0.002)
        if stage == "received":
            time.sleep(1.0)  # the first document is in the sandbox by then
        seen_killed.append(site.states())
        kill(worker)
    assert any("public" not in states for states in seen_killed), "no kill came before the end"
    workers = [site.start("worker", "run", "--lease-seconds", LEASE_SECONDS) for _ in range(2)]
    try:
        site.wait_until_public()
    finally:
        for worker in workers:
            stop(worker)
    assert site.ask("SELECT count(*), count(DISTINCT version_id) FROM records_publication") == [(DOCUMENTS, DOCUMENTS)]
    published = "SELECT count(*), count(DISTINCT subject) FROM audit_event WHERE verb = 'records.publish'"
    assert site.ask(published) == [(DOCUMENTS, DOCUMENTS)]
    unproven = (
        "SELECT count(*) FROM records_publication p JOIN records_rendition r USING (version_id) WHERE NOT r.is_proven"
    )
    assert site.ask(unproven) == [(0,)]
    assert len(list((site.data / "renditions").glob("*/*/*"))) == DOCUMENTS


def test_the_counting_above_can_fail(site: Site, tmp_path: Path) -> None:
    """Seen red: a publication that stood twice would be counted, and the database refuses to hold it."""
    reader = site.start("records", "receive", str(tmp_path / "delivery"))
    assert reader.wait(PATIENCE_SECONDS) == 0
    reader.communicate()
    worker = site.start("worker", "run")
    site.wait_until_public()
    stop(worker)
    columns = (
        "rendition_sha256, redactions_sha256, proof_sha256, rule_pack, redaction_count, public_from, uuid, version_id"
    )
    twice = columns.replace(" uuid,", " 'another',")
    connection = sqlite3.connect(site.data / "torvet.sqlite3")
    with pytest.raises(sqlite3.IntegrityError, match="version_id"):
        connection.execute(
            f"INSERT INTO records_publication ({columns}) SELECT {twice} FROM records_publication LIMIT 1"
        )
    connection.close()
