"""`torvet records prove FILE`: re-runs the proof on a published file, without a site and without Django.

The file is opened only inside the sandbox, since whoever checks a file need not trust it.
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path

from torvet.pure.sandbox import Outcome, Sandbox

INSIDE = "torvet.modules.records.inside"
HOLDS, DOES_NOT_HOLD, CANNOT_TELL = 0, 1, 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="torvet records prove",
        description="Undersøger, om en offentliggjort PDF skjuler noget, og om den er den, beviset gælder.",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="the PDF")
    parser.add_argument("--proof", type=Path, help="the proof (JSON) that was published with it")
    parser.add_argument("--json", action="store_true", help="print the proof as JSON")
    return parser


def main(arguments: list[str]) -> int:
    """Check a file; 0 if everything holds, 1 if something does not, 2 if the file cannot be checked."""
    asked = _parser().parse_args(arguments)
    try:
        data = asked.file.read_bytes()
        proof = json.loads(asked.proof.read_text(encoding="utf-8")) if asked.proof else None
    except (OSError, ValueError) as error:
        sys.stderr.write(f"Filen kan ikke læses: {type(error).__name__}\n")
        return CANNOT_TELL
    with tempfile.TemporaryDirectory(prefix="torvet-prove-") as workspace:
        return _check(data, proof, Path(workspace), as_json=asked.json)


def _check(data: bytes, proof: object, workspace: Path, *, as_json: bool) -> int:
    job = workspace / "job"
    job.mkdir()
    (job / "original").write_bytes(data)
    with Sandbox(preload=[INSIDE], workspace=workspace) as sandbox:
        result = sandbox.run(f"{INSIDE}:inspect", {"proof": proof}, folder=job)
    if result.outcome is not Outcome.DONE or result.value is None:
        sys.stderr.write(f"Filen kunne ikke undersøges ({result.code or result.outcome}).\n")
        return CANNOT_TELL
    text = json.dumps(result.value["proof"], ensure_ascii=False, indent=2) if as_json else result.value["report"]
    sys.stdout.write(text + "\n")
    return HOLDS if result.value["proof"]["holds"] else DOES_NOT_HOLD
