"""What `torvet records prove FILE` runs inside the sandbox for a file of any maker: no proof, only the file."""

from pathlib import Path
from typing import Any

from torvet.pure.redaction import find_leaks, leak_lines


def look(folder: Path, request: dict[str, Any]) -> dict[str, Any]:
    """Say what the file gives away; what is found is quoted only if `show` asks for it."""
    report = find_leaks((folder / "original").read_bytes())
    show = bool(request["show"])
    return {
        "found": report.to_dict(show=show),
        "readable": not report.problem,
        "holds": report.is_clean,
        "report": "\n".join(leak_lines(report, show=show)),
    }
