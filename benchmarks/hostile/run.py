"""What hostile files come to, and what they cost: state, reason, CPU time, wall time and memory of each.

    python benchmarks/hostile/run.py [--quick]

Each file of `tests/hostile` goes through the sandbox as the pipeline sends it there. The table is written to
`docs/hostile-files.md`, the figures to `results`.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks import recording
from benchmarks.empty_site import ROOT
from django.utils import translation
from tests.hostile.files import HOSTILE, READ, Hostile
from tests.hostile.measuring import end_of
from tqdm import tqdm

from torvet.modules.records.office import office_version
from torvet.modules.records.reasons import version_reason
from torvet.pure.sandbox import Limits, isolation

HERE = Path(__file__).resolve().parent
PAGE = ROOT / "docs" / "hostile-files.md"
GOOD = b"Referat af et m\xc3\xb8de om en cykelsti."
AIM_SECONDS, AIM_MB = 10, 512
MEBIBYTE = 1 << 20


def measure(name: str, file: Hostile) -> dict[str, Any]:
    """Read one file, and an ordinary one after it."""
    data = file.make()
    end = end_of(data)
    return {
        "file": name,
        "what": file.what,
        "bytes": len(data),
        "code": end.code,
        "detail": end.detail,
        "cpu_seconds": round(end.cpu_seconds, 2),
        "wall_seconds": round(end.wall_seconds, 2),
        "peak_mb": round(end.peak_bytes / MEBIBYTE),
        "as_expected": end.code in file.ends,
        "next_is_read": end_of(GOOD).code == READ,
    }


def _row(each: Mapping[str, Any]) -> list[str]:
    state = "læst" if each["code"] == READ else "stoppet"
    code = "" if each["code"] == READ else f"`{each['code']}`"
    figures = (each["cpu_seconds"], each["wall_seconds"])
    return [
        each["file"],
        each["what"],
        _size(each["bytes"]),
        state,
        code,
        *(_danish(figure) for figure in figures),
        str(each["peak_mb"]),
    ]


def _danish(figure: float) -> str:
    return f"{figure:.2f}".replace(".", ",")


def _size(count: int) -> str:
    if count < 10_000:
        return f"{count} B"
    return f"{count // 1000} kB" if count < 10_000_000 else f"{count // 1_000_000} MB"


def _reasons(files: list[Mapping[str, Any]]) -> list[list[str]]:
    counts = Counter(each["code"] for each in files)
    with translation.override("da"):
        return [[f"`{code}`", str(version_reason(code)), str(counts[code])] for code in sorted(counts) if code != READ]


def _sums(report: Mapping[str, Any]) -> list[str]:
    files, usual = report["files"], report["usual"]
    read = sum(each["code"] == READ for each in files)
    quick = sum(each["wall_seconds"] <= AIM_SECONDS for each in files)
    small = sum(each["peak_mb"] <= AIM_MB + usual["peak_mb"] for each in files)
    return [
        f"- {len(files)} filer: {read} læst, {len(files) - read} stoppet med en grund.",
        f"- {sum(each['as_expected'] for each in files)} endte, som vi ventede.",
        f"- Den næste almindelige fil blev læst efter {sum(each['next_is_read'] for each in files)} af dem.",
        f"- {quick} tog højst {AIM_SECONDS} sekunder. {small} brugte højst {AIM_MB} MB mere end en almindelig fil.",
        f"- En almindelig lille fil tager {_danish(usual['cpu_seconds'])} s og {usual['peak_mb']} MB.",
        f"- Grænser for et job: {report['limits']}.",
        f"- Mure: {report['walls']}. LibreOffice: {report['office'] or 'ingen'}.",
    ]


def _about(report: Mapping[str, Any]) -> str:
    facts = report["machine"]
    libraries = ", ".join(f"{name} {number}" for name, number in facts["versions"].items())
    return (
        f"Målt {facts['date']} på {facts['cores']} kerner ({facts['cpu']}). Belastningen var {facts['load_at_start']} "
        f"i begyndelsen og {report['load_at_end']} til sidst, så tiderne er længere end på en ledig maskine. "
        f"Python {facts['python']}, {libraries}."
    )


def markdown(report: Mapping[str, Any]) -> str:
    """Write the page that is published."""
    heads = ["Fil", "Hvad", "Størrelse", "Tilstand", "Grund", "CPU (s)", "Tid (s)", "Hukommelse (MB)"]
    lines = [
        "# Fjendtlige filer",
        "",
        "Siden er skrevet af `benchmarks/hostile/run.py`. Ret den ikke i hånden.",
        "",
        "En fil kan være bygget til at stoppe den maskine, der læser den. Vi sender hver af disse filer gennem den",
        "samme lukkede proces som alle andre filer. En fil er enten »læst« eller »stoppet«. En stoppet fil er ikke",
        "offentlig: En medarbejder ser den med sin grund. En læst fil går videre til eftersyn som enhver anden.",
        "",
        *_sums(report),
        "",
        _about(report),
        "",
        "## Filer",
        "",
        *recording.table(heads, [_row(each) for each in report["files"]]),
        "",
        "## Grunde",
        "",
        *recording.table(["Kode", "Det ser medarbejderen", "Filer"], _reasons(report["files"])),
    ]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="small files only, nothing kept")
    options = parser.parse_args()
    chosen = {name: file for name, file in HOSTILE.items() if not (options.quick and file.slow)}
    usual = end_of(GOOD)
    limits = Limits()
    report: dict[str, Any] = {
        "machine": recording.machine(),
        "walls": str(isolation()),
        "office": office_version(),
        "limits": f"{limits.memory_bytes // MEBIBYTE} MB, {limits.cpu_seconds} s CPU, {limits.wall_seconds:.0f} s",
        "usual": {"cpu_seconds": round(usual.cpu_seconds, 2), "peak_mb": round(usual.peak_bytes / MEBIBYTE)},
        "files": [measure(name, file) for name, file in tqdm(chosen.items(), unit="file")],
    }
    report["load_at_end"] = recording.load()
    told = markdown(report)
    if not options.quick:
        recording.save(HERE / "results", "hostile", report, told)
        PAGE.write_text(told.rstrip() + "\n", encoding="utf-8")
    print(told)


if __name__ == "__main__":
    main()
