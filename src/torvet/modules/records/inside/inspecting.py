"""Re-running what anybody can re-run on a published file."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from torvet.modules.records.inside.looking import what_pictures_say
from torvet.pure.pii import GATE_THRESHOLD, PiiClass, scan
from torvet.pure.recognition import is_available
from torvet.pure.redaction import Proof, report_lines
from torvet.pure.redaction import inspect as inspect_proof


def _cpr_numbers(text: str) -> Sequence[str]:
    """What nobody may publish: the only class that can be judged without knowing the case."""
    found = scan(text)
    return [each.pii_class.value for each in found if each.pii_class is PiiClass.CPR and each.score >= GATE_THRESHOLD]


def inspect(folder: Path, request: dict[str, Any]) -> dict[str, Any]:
    """Check a file by itself, or against the proof that was published with it."""
    earlier = Proof.from_json(json.dumps(request["proof"])) if request["proof"] else None
    proof = inspect_proof(
        (folder / "original").read_bytes(),
        proof=earlier,
        detect=_cpr_numbers,
        recognise=what_pictures_say if is_available() else None,
    )
    return {"proof": json.loads(proof.to_json()) | {"holds": proof.holds}, "report": "\n".join(report_lines(proof))}
