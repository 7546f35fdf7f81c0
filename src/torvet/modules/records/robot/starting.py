"""Starts the robot: makes the shadow site's folder, hands over the orders, waits, and reads what came of it.

The other process gets the municipality's rules and settings, but another folder, database and secret; it cannot reach
this site's. Whatever goes wrong over there is a `problem` in the report.
"""

import json
import logging
import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core import serializers

from torvet.modules.records.policy import TABLES
from torvet.modules.records.robot.outcomes import Report, report_from

logger = logging.getLogger("torvet.records.robot")

PROGRAM = ("-m", "torvet.config.cli", "records_shadow")
PREFIX = "robot-"
DOCUMENTS_MAX = 300
NICENESS = 10
# Setting up takes seconds and a document about one; the rest is for machines that have other things to do at night.
SET_UP_SECONDS, DOCUMENT_SECONDS = 180, 8
LEFT_BEHIND_SECONDS = 24 * 60 * 60
# What the shadow must not share with this site, and what it is called.
OWN = {
    "TORVET_DATABASE": "",
    "TORVET_HOSTS": "localhost",
    "TORVET_HTTPS": "no",
    "TORVET_DEMO": "no",
    "TORVET_DEBUG": "no",
    "TORVET_LOG_LEVEL": "INFO",
    "OMP_THREAD_LIMIT": "1",  # the reader of pictures must not take every processor
    "DJANGO_SETTINGS_MODULE": "torvet.config.settings",
}
NOT_SHARED = ("TORVET_SECRET_KEY_FILE", "TORVET_INBOX")


def attack(*, documents: int, seed: int | None = None) -> Report:
    """Attack a shadow site with so many documents and return what came of it; takes a second or so a document."""
    _forget_left_behind()
    chosen = secrets.randbelow(2**31) if seed is None else seed
    with tempfile.TemporaryDirectory(prefix=PREFIX, dir=settings.DATA, ignore_cleanup_errors=True) as name:
        folder = Path(name)
        orders = _orders(folder, documents=min(documents, DOCUMENTS_MAX), seed=chosen)
        (folder / "orders.json").write_text(json.dumps(orders), encoding="utf-8")
        problem = _run(folder, seconds=SET_UP_SECONDS + DOCUMENT_SECONDS * orders["documents"])
        return Report(seed=chosen, problem=problem) if problem else _answer(folder, chosen)


def _orders(folder: Path, *, documents: int, seed: int) -> dict[str, Any]:
    rows = [row for table in TABLES.values() for row in table._default_manager.all()]
    return {
        "documents": documents,
        "seed": seed,
        "niceness": NICENESS,
        "policy": serializers.serialize("json", rows),
        "tables": _if_there(Path(settings.DANISH_TABLES)),
        "static": _if_there(Path(settings.STATIC_ROOT), holding="staticfiles.json"),
        "log": str(folder / "log"),
        "answer": str(folder / "answer.json"),
    }


def _if_there(path: Path, *, holding: str = "") -> str:
    return str(path.resolve()) if (path / holding).exists() else ""


def _environment(folder: Path) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if name not in NOT_SHARED}
    return inherited | OWN | {"TORVET_DATA": str(folder / "data")}


def _run(folder: Path, *, seconds: float) -> str:
    """Run the other process to its end; return the code of what went wrong, or nothing."""
    command = [sys.executable, *PROGRAM, str(folder / "orders.json")]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(  # noqa: S603 our own words
            command, env=_environment(folder), stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
        )
    try:
        status = process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        return "timed-out"
    finally:
        _end(process)
    if status:
        logger.error("the shadow site ended with status %s", status)
        return "crashed"
    return ""


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the process with all that it started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _answer(folder: Path, seed: int) -> Report:
    try:
        return report_from(json.loads((folder / "answer.json").read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError) as error:
        logger.error("the shadow site gave no answer that can be read: %s", type(error).__name__)
        return Report(seed=seed, problem="no-answer")


def _forget_left_behind() -> None:
    """Remove shadow sites of runs that were killed."""
    for folder in Path(settings.DATA).glob(f"{PREFIX}*"):
        if time.time() - folder.stat().st_mtime > LEFT_BEHIND_SECONDS:
            shutil.rmtree(folder, ignore_errors=True)
