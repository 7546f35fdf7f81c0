"""The command `torvet pii scan FILE|-`: findings as JSON lines, without the text that was found.

Personal data must not land in a log or a terminal's history by accident, so the text itself is shown only
on request. Needs no database and no set-up site."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from .findings import GATE_THRESHOLD, Finding, KnownTerm, PiiClass
from .screening import scan

_LARGEST_BYTES = 100_000_000
_MOST_KNOWN_LINES = 400


class _InputError(Exception):
    """What was given cannot be read; the message is a Danish sentence."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise _InputError(f"Kommandoen kan ikke forstås. Skriv: {self.prog} FIL [--known FIL.jsonl] [--min-score TAL]")


def main(argv: list[str]) -> int:
    """Run with `FILE|- [--known FILE.jsonl] [--min-score X] [--show-text]`; give 0, or 2 for unreadable input."""
    try:
        arguments = _parse(argv)
        known = _read_known(arguments.known) if arguments.known else []
        text = _decode(_read_bytes(arguments.file), arguments.file)
        findings = scan(text, known=known)
    except _InputError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    for finding in findings:
        if finding.score >= arguments.min_score:
            sys.stdout.write(_line(finding, text if arguments.show_text else None) + "\n")
    return 0


def _parse(argv: Sequence[str]) -> argparse.Namespace:
    parser = _Parser(prog="torvet pii scan", description="Find personoplysninger i en tekstfil.")
    parser.add_argument("file", help="en tekstfil i UTF-8, eller - for standard input")
    parser.add_argument("--known", help="sagens parter, en JSON-linje for hver: class, text, role")
    parser.add_argument(
        "--min-score", type=float, default=GATE_THRESHOLD, help="vis fund fra denne score og op (0 til 1)"
    )
    parser.add_argument("--show-text", action="store_true", help="vis også den fundne tekst")
    return parser.parse_args(argv)


def _read_bytes(name: str) -> bytes:
    try:
        if name == "-":
            data = sys.stdin.buffer.read(_LARGEST_BYTES + 1)
        else:
            with Path(name).open("rb") as file:
                data = file.read(_LARGEST_BYTES + 1)
    except FileNotFoundError:
        raise _InputError(f"Filen {name} findes ikke.") from None
    except OSError:
        raise _InputError(f"Filen {name} kan ikke åbnes.") from None
    if len(data) > _LARGEST_BYTES:
        raise _InputError(f"Filen {name} er større end {_LARGEST_BYTES // 1_000_000} MB.")
    return data


def _decode(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _InputError(f"Filen {name} er ikke UTF-8: tegnet ved byte {error.start} kan ikke læses.") from None


def _read_known(name: str) -> list[KnownTerm]:
    lines = [line for line in _decode(_read_bytes(name), name).splitlines() if line.strip()]
    if len(lines) > _MOST_KNOWN_LINES:
        raise _InputError(f"Filen {name} har flere end {_MOST_KNOWN_LINES} linjer.")
    return [_known_term(line, number, name) for number, line in enumerate(lines, 1)]


def _known_term(line: str, number: int, name: str) -> KnownTerm:
    try:
        row = json.loads(line)
        return KnownTerm(PiiClass(row["class"]), str(row["text"]), str(row.get("role", "")))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise _InputError(f"Linje {number} i {name} skal være JSON med class og text.") from None


def _line(finding: Finding, text: str | None) -> str:
    row: dict[str, object] = {
        "class": finding.pii_class.value,
        "start": finding.start,
        "end": finding.end,
        "score": finding.score,
        "reasons": finding.reasons,
    }
    if text is not None:
        row["text"] = text[finding.start : finding.end]
    return json.dumps(row, ensure_ascii=False)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
