#!/usr/bin/env python3
"""Write `docs/leak-matrix.md`: where a secret can hide, who looks for it, and what the checker finds.

    .venv/bin/python benchmarks/redaction/matrix.py [--check]

The papers are those of the tests. Every hiding place is a file of its own, redacted and read by everybody who is
installed; a reader that is not stands as "not here". `--check` writes nothing and ends with 1 if anything leaks, is
missed or raises a false alarm.
"""

import argparse
import platform
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from tqdm import tqdm

from torvet.pure.redaction import find_leaks, redact_and_prove
from torvet.pure.redaction.tests.leaky import CLEAN, PAINTED
from torvet.pure.redaction.tests.papers import CPR, detect
from torvet.pure.redaction.tests.places import PLACES, boxes_for, with_secret
from torvet.pure.redaction.tests.probes import PROBES, finds

PAGE = Path(__file__).resolve().parents[2] / "docs" / "leak-matrix.md"
ALL = "all fourteen in one file"
LIBRARIES = ("pypdfium2", "pikepdf", "pypdf", "pdfminer.six")
# x-ray 0.4.0 (Free Law Project), measured on the first seventeen patterns; some lie outside what it says it does.
XRAY_FINDS = frozenset({"black rectangle", "white rectangle", "polygon", "Square annotation over text"})
XRAY_PATTERNS = 17


@dataclass(frozen=True)
class Place:
    """One hiding place: what each reader found before and after; None for a reader that is not installed."""

    name: str
    holds: bool
    before: dict[str, bool | None]
    after: dict[str, bool | None]

    @property
    def is_clean(self) -> bool:
        """Tell whether the proof holds and nobody finds the secret."""
        return self.holds and not any(self.after.values())


def look(name: str) -> Place:
    """Hide the secret, redact, and ask everybody."""
    places = list(PLACES) if name == ALL else [name]
    original = with_secret(places)
    redacted, proof = redact_and_prove(original, boxes_for(original, places), [CPR], detect, "Afgørelse")
    before = {probe: finds(probe, original, CPR) for probe in PROBES}
    return Place(name, proof.holds, before, {probe: finds(probe, redacted.data, CPR) for probe in PROBES})


def cell(before: bool | None, after: bool | None) -> str:
    """Say what one reader found: the secret before and after."""
    if after is None:
        return "not here"
    if after:
        return "**LEAKS**"
    return "gone" if before else "–"


def place_table(places: Sequence[Place]) -> list[str]:
    """Give the table of hiding places and readers."""
    lines = [row(["Hiding place", *PROBES, "proof"]), row(["---"] * (len(PROBES) + 2))]
    for place in places:
        cells = [cell(place.before[probe], place.after[probe]) for probe in PROBES]
        lines.append(row([place.name, *cells, "holds" if place.holds else "**FAILS**"]))
    return lines


def row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def pattern_table() -> tuple[list[str], list[str]]:
    """Give the table of leak patterns, and the names of those that were missed."""
    lines, missed = [row(["Leak pattern", "Torvet says", "x-ray 0.4.0"]), row(["---"] * 3)], []
    for number, (name, (make, kind)) in enumerate(PAINTED.items()):
        found = {leak.kind for leak in find_leaks(make()).leaks}
        if kind not in found:
            missed.append(name)
        xray = ("found" if name in XRAY_FINDS else "missed") if number < XRAY_PATTERNS else "not measured"
        lines.append(row([name, f"`{kind.value}`" if kind in found else "**MISSED**", xray]))
    return lines, missed


def clean_table() -> tuple[list[str], list[str]]:
    """Give the table of ordinary files, and the names of those that raised an alarm."""
    lines, alarms = [row(["Ordinary file", "Torvet says"]), row(["---"] * 2)], []
    for name, make in CLEAN.items():
        clean = find_leaks(make()).is_clean
        if not clean:
            alarms.append(name)
        lines.append(row([name, "no alarm" if clean else "**ALARM**"]))
    return lines, alarms


def program_version(name: str, *arguments: str) -> str:
    """Give a program's own word on its version; nothing if it is not installed."""
    if not shutil.which(name):
        return ""
    done = subprocess.run([name, *arguments], capture_output=True, text=True, check=False, timeout=20)
    return next(iter((done.stdout + done.stderr).splitlines()), "")


def made_with() -> str:
    """Say when and with what the page was made."""
    libraries = [f"{name} {version(name)}" for name in LIBRARIES]
    programs = [program_version("pdftotext", "-v"), program_version("mutool", "-v"), program_version("tesseract", "-v")]
    told = ", ".join([*libraries, *filter(None, programs)])
    return f"{datetime.now(UTC):%Y-%m-%d}, Torvet {version('torvet')}, Python {platform.python_version()}, {told}."


def page(places: Sequence[Place], patterns: list[str], clean: list[str]) -> str:
    """Put the page together."""
    return "\n".join(
        [
            "<!-- Written by benchmarks/redaction/matrix.py. Change the code, not this page. -->",
            "",
            "# Leak matrix",
            "",
            f"Made {made_with()}",
            "",
            "## A secret in fourteen places",
            "",
            "The same number is hidden in each place, and the file is redacted and proven. **gone**: the reader",
            "found it before and does not find it now. **–**: this reader does not look there, before or after.",
            "**not here**: the program was not installed when the page was made. OCR allows for a machine's mistakes.",
            "",
            *place_table(places),
            "",
            "## Files that give something away",
            "",
            "`torvet records prove FILE` on files of any maker, one for each way to leak. The first "
            f"{XRAY_PATTERNS} patterns are",
            f"kinds on which x-ray 0.4.0 was measured, on other files: it found {len(XRAY_FINDS)} of {XRAY_PATTERNS}. "
            "Some of the others",
            "lie outside what it says it does.",
            "",
            *patterns,
            "",
            "## Files that give nothing away",
            "",
            "A checker that cries wolf is not used. What LibreOffice writes is tested too, where it is installed.",
            "",
            *clean,
            "",
        ]
    )


def main() -> int:
    """Ask everybody, write the page, and say what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing")
    asked = parser.parse_args()
    places = [look(name) for name in tqdm([*PLACES, ALL], desc="hiding places")]
    patterns, missed = pattern_table()
    clean, alarms = clean_table()
    if not asked.check:
        PAGE.write_text(page(places, patterns, clean), encoding="utf-8")
    wrong = [place.name for place in places if not place.is_clean] + missed + alarms
    sys.stdout.write(f"wrong: {', '.join(wrong) or 'nothing'}\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
