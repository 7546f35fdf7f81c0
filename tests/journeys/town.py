"""A small town for the browser, built by the real doors in a process of its own and served like any site.

Run as a program it builds the town in the folder that TORVET_DATA names. `Town` serves it. The tests' own process never
touches the town's database, so nothing has to be taken back.
"""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import django
from django.conf import settings
from django.core.management import call_command
from django.utils import timezone

ROOT = Path(__file__).resolve().parents[2]
# Built by `make setup` in a quarter of a minute; they fit as long as the code that builds them is older.
WORD_TABLES = ROOT / "var" / "danish.tables"
WORD_CODE = ROOT / "src" / "torvet" / "pure" / "danish"
BUILD_SECONDS = 180
START_SECONDS = 60
STOP_SECONDS = 20
LOOK_SECONDS = 0.2
DEAD_JOB_TASK = "torvet.modules.records.tasks.erase"


def environment(folder: Path) -> dict[str, str]:
    """Return the environment of a demo site in a folder; nothing of the test run's own settings reaches it."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("TORVET_", "DJANGO_"))}
    return inherited | {
        "DJANGO_SETTINGS_MODULE": "torvet.config.settings",
        "TORVET_DATA": str(folder),
        "TORVET_DEMO": "yes",
        "PYTHONPATH": str(ROOT),
    }


def build_town(folder: Path) -> None:
    """Build the town in another process.

    Raises:
        RuntimeError: it could not be built; holds what the process said.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if _are_tables_fresh():
        (folder / WORD_TABLES.name).symlink_to(WORD_TABLES)
    done = subprocess.run(
        [sys.executable, "-m", "tests.journeys.town"],
        cwd=ROOT,
        env=environment(folder),
        capture_output=True,
        text=True,
        timeout=BUILD_SECONDS,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"the town could not be built:\n{done.stdout}\n{done.stderr}")


def _are_tables_fresh() -> bool:
    if not WORD_TABLES.exists():
        return False
    built_at = WORD_TABLES.stat().st_mtime
    return all(file.stat().st_mtime < built_at for file in WORD_CODE.glob("*.*"))


@contextmanager
def serve_town(folder: Path) -> Iterator[str]:
    """Serve the town on a free port with one worker; yield its address."""
    port = _free_port()
    url = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "torvet.config.cli", "serve", "--port", str(port), "--workers", "1"]
    with (folder / "serve.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=environment(folder), stdout=log, stderr=log)
    try:
        _wait_for(url, process, folder / "serve.log")
        yield url
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(timeout=STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(url: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urlopen(f"{url}/"):
                return
        except URLError:
            time.sleep(LOOK_SECONDS)
    raise RuntimeError(f"the town does not answer:\n{log.read_text(errors='replace')}")


def _build() -> None:
    """Set the site up, found the municipality, deliver the papers and take them all the way."""
    # The apps must be loaded before anything of them can be imported.
    from tests.journeys import papers

    from torvet.config import demo
    from torvet.modules.records.actions.publishing import list_due_cases
    from torvet.modules.records.tests.builders import SYSTEM, advance_all
    from torvet.shared.search import api as search
    from torvet.shared.worker.models import Job, JobState

    call_command("site_setup")
    demo.found_municipality()
    for name, write in (("levering-1", papers.first_delivery), ("levering-2", papers.second_delivery)):
        write(settings.DATA / name).receive()
        advance_all()
    list_due_cases(actor=SYSTEM, now=timezone.now())
    search.bring_up_to_date()
    now = timezone.now()
    Job.objects.create(
        task=DEAD_JOB_TASK, run_after=now, enqueued_at=now, finished_at=now, state=JobState.DEAD, max_attempts=5
    )


if __name__ == "__main__":
    django.setup()
    _build()
