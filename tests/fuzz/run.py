"""Fuzzes targets and keeps what was worth it.

python -m tests.fuzz.run --seconds 60 extract-pdf delivery-line     # no names: all of them
python -m tests.fuzz.run --seconds 60 --keep extract-pdf            # new inputs go into tests/fuzz/corpus
"""

import argparse
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.fuzz import kept
from tests.fuzz.seeds import SEEDS
from tests.fuzz.targets import TARGETS

ROOT = Path(__file__).resolve().parents[2]
INPUT_BYTES_MAX = 65_536
INPUT_SECONDS_MAX = 20
MEMORY_MB_MAX = 2048
START_SECONDS = 120
COVERED = re.compile(r"\bcov: (\d{1,9})")
RUNS = re.compile(r"^#(\d{1,12})", re.MULTILINE)
PLACE = re.compile(r'^\s+File "([^"]{1,300})", line (\d{1,6}), in (\S{1,100})', re.MULTILINE)
UNTOLD = "no exception: a crash, a hang or too much memory"
FAULT = re.compile(r"=== Uncaught Python exception: ===\n(.{1,300})")


@dataclass(frozen=True)
class Outcome:
    """What a run came to; `failing` is the input that failed, if one did."""

    runs: int
    covered: int
    failing: bytes | None
    fault: str
    place: str
    fresh: tuple[bytes, ...]


def fuzz(target: str, *, seconds: int, runs: int = -1) -> Outcome:
    """Fuzz a target from its seeds and what was kept; ends at the first fault, after `seconds` or `runs`."""
    with tempfile.TemporaryDirectory(prefix="torvet-fuzz-") as name:
        folder = Path(name)
        fresh, given = folder / "fresh", folder / "given"
        for each in (fresh, given):
            each.mkdir()
        for number, data in enumerate([*SEEDS.get(target, ()), *kept.load(target)]):
            (given / f"{number:04}").write_bytes(data)
        options = [
            f"-max_total_time={seconds}",
            f"-runs={runs}",
            f"-max_len={INPUT_BYTES_MAX}",
            f"-timeout={INPUT_SECONDS_MAX}",
            f"-rss_limit_mb={MEMORY_MB_MAX}",
            f"-artifact_prefix={folder}/failing-",
            "-print_final_stats=1",
        ]
        command = [sys.executable, "-m", "tests.fuzz.engine", target, *options, str(fresh), str(given)]
        told = subprocess.run(
            command, cwd=ROOT, capture_output=True, timeout=seconds + START_SECONDS + INPUT_SECONDS_MAX, check=False
        )
        said = (told.stderr + told.stdout).decode("utf-8", "replace")
        failing = next((path.read_bytes() for path in sorted(folder.glob("failing-*"))), None)
        if failing is None and told.returncode != 0:
            raise RuntimeError(f"the fuzzer of {target} did not run: {said[-2000:]}")
        return _outcome(said, failing, tuple(path.read_bytes() for path in sorted(fresh.iterdir())))


def _outcome(said: str, failing: bytes | None, fresh: tuple[bytes, ...]) -> Outcome:
    places = PLACE.findall(said)
    fault = FAULT.search(said)
    return Outcome(
        runs=max(map(int, RUNS.findall(said)), default=0),
        covered=max(map(int, COVERED.findall(said)), default=0),
        failing=failing,
        fault=fault[1]
        if fault
        else ("no exception: a crash, a hang or too much memory" if failing is not None else ""),
        place=":".join(places[-1][:2]) if places else "",
        fresh=fresh,
    )


def main(arguments: Sequence[str]) -> int:
    """Fuzz each target in turn; 1 if any failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.run")
    parser.add_argument("targets", nargs="*", metavar="target", help=f"one of {', '.join(TARGETS)}")
    parser.add_argument("--seconds", type=int, default=60, help="for each target")
    parser.add_argument("--keep", action="store_true", help="keep new small inputs in the repository")
    options = parser.parse_args(arguments)
    failed = 0
    for target in options.targets or TARGETS:
        outcome = fuzz(target, seconds=options.seconds)
        print(f"{target}: {outcome.runs} runs, {outcome.covered} edges, {len(outcome.fresh)} new inputs", flush=True)
        if options.keep:
            kept.keep(target, outcome.fresh)
        if outcome.failing is not None:
            failed = 1
            print(f"  FAULT {outcome.fault}\n  at {outcome.place}\n  {outcome.failing!r}"[:5000], flush=True)
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
