"""`torvet records prove FILE`: does a PDF hide anything? A tool of its own, without a site and without Django.

Two questions. Without a proof: does this file, whoever made it, give away what its pages do not show? With `--proof`:
is it the very file that the proof speaks of, and does everything still hold that can be checked on it? The file is
opened only inside the sandbox, since whoever checks a file need not trust it.
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from torvet.pure.sandbox import Outcome, Result, Sandbox

INSIDE = "torvet.modules.records.inside"
LEAKS = "torvet.modules.records.leaks"
HOLDS, DOES_NOT_HOLD, CANNOT_TELL = 0, 1, 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="torvet records prove",
        description="Undersøger, om en PDF røber noget, som dens sider ikke viser; med --proof, om den er den fil, "
        "beviset gælder.",
        epilog="Svar: 0 filen røber intet (beviset holder), 1 den røber noget (beviset holder ikke), 2 den kan ikke "
        "undersøges.",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="PDF-filen")
    parser.add_argument("--proof", type=Path, help="beviset (JSON), der blev offentliggjort sammen med den")
    parser.add_argument("--json", action="store_true", help="skriv resultatet som JSON")
    parser.add_argument("--show", action="store_true", help="vis den tekst, der blev fundet: kun for dine egne øjne")
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
        if asked.proof:
            return _check_proof(data, proof, Path(workspace), as_json=asked.json)
        return _find_leaks(data, Path(workspace), as_json=asked.json, show=asked.show)


def _find_leaks(data: bytes, workspace: Path, *, as_json: bool, show: bool) -> int:
    result = _run(f"{LEAKS}:look", {"show": show}, data, workspace)
    if result.outcome is not Outcome.DONE or result.value is None:
        return _cannot_tell(result)
    value = result.value
    sys.stdout.write((_as_json(value["found"]) if as_json else value["report"]) + "\n")
    if not value["readable"]:
        return CANNOT_TELL
    return HOLDS if value["holds"] else DOES_NOT_HOLD


def _check_proof(data: bytes, proof: object, workspace: Path, *, as_json: bool) -> int:
    result = _run(f"{INSIDE}:inspect", {"proof": proof}, data, workspace)
    if result.outcome is not Outcome.DONE or result.value is None:
        return _cannot_tell(result)
    value = result.value
    sys.stdout.write((_as_json(value["proof"]) if as_json else value["report"]) + "\n")
    return HOLDS if value["proof"]["holds"] else DOES_NOT_HOLD


def _run(function: str, request: dict[str, Any], data: bytes, workspace: Path) -> Result:
    job = workspace / "job"
    job.mkdir()
    (job / "original").write_bytes(data)
    with Sandbox(preload=[function.partition(":")[0]], workspace=workspace) as sandbox:
        return sandbox.run(function, request, folder=job)


def _cannot_tell(result: Result) -> int:
    sys.stderr.write(f"Filen kunne ikke undersøges ({result.code or result.outcome}).\n")
    return CANNOT_TELL


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
