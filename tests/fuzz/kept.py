"""Inputs worth keeping, as text: one in base64 a line, so that the repository holds no odd files."""

import base64
import json
from collections.abc import Iterable
from pathlib import Path

FOLDER = Path(__file__).parent / "corpus"
INPUT_BYTES_MAX = 4000
INPUTS_MAX = 60


def load(target: str) -> list[bytes]:
    """Return the inputs kept for a target."""
    path = FOLDER / f"{target}.jsonl"
    if not path.is_file():
        return []
    return [base64.b64decode(json.loads(line)) for line in path.read_text(encoding="ascii").splitlines()]


def keep(target: str, inputs: Iterable[bytes]) -> int:
    """Add small inputs to those that are kept, the smallest first; returns how many are kept now."""
    fitting = {each for each in (*load(target), *inputs) if len(each) <= INPUT_BYTES_MAX}
    chosen = sorted(fitting, key=lambda each: (len(each), each))[:INPUTS_MAX]
    lines = [json.dumps(base64.b64encode(each).decode("ascii")) + "\n" for each in chosen]
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / f"{target}.jsonl").write_text("".join(lines), encoding="ascii")
    return len(chosen)
