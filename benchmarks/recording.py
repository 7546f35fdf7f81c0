"""What every result says of itself, and how it is written: the machine, percentiles, tables, JSON beside Markdown.

Not here: any measuring.
"""

import json
import os
import platform
import statistics
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("django", "gunicorn", "pikepdf", "pypdfium2", "pypdf", "pdfminer.six", "tantivy")


def machine() -> dict[str, Any]:
    """Tell when and on what something was measured, and how busy the machine was when it began."""
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "")
    return {
        "date": datetime.now(tz=UTC).isoformat(timespec="minutes"),
        "cpu": model or platform.machine(),
        "cores": os.cpu_count(),
        "load_at_start": round(os.getloadavg()[0], 1),
        "python": platform.python_version(),
        "versions": {name: version(name) for name in PACKAGES},
    }


def load() -> float:
    """Tell how many processes wanted to run in the last minute."""
    return round(os.getloadavg()[0], 1)


def percentiles(values: Sequence[float]) -> dict[str, float]:
    """Return p50, p95, p99, mean and the largest of at least two values."""
    cuts = statistics.quantiles(values, n=100, method="inclusive")
    found = {"p50": cuts[49], "p95": cuts[94], "p99": cuts[98], "mean": statistics.fmean(values), "max": max(values)}
    return {name: round(value, 2) for name, value in found.items()}


def about(report: Mapping[str, Any]) -> str:
    """Say in one paragraph what the figures were measured on."""
    facts = report["machine"]
    libraries = ", ".join(f"{name} {number}" for name, number in facts["versions"].items())
    loads = f"load average {facts['load_at_start']} at the start, {report['load_at_end']} at the end"
    return f"{facts['date']}, {facts['cores']} cores ({facts['cpu']}), {loads}, Python {facts['python']}, {libraries}."


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    """Return the lines of a Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return [f"| {' | '.join(str(cell) for cell in line)} |" for line in lines]


def save(folder: Path, name: str, report: Mapping[str, Any], markdown: str) -> None:
    """Write the figures as JSON, and as Markdown beside it."""
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.json").write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    (folder / f"{name}.md").write_text(markdown.rstrip() + "\n", encoding="utf-8")
