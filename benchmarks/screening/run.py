"""Measure the detector of personal data: speed a core, recall and false alarms, beside a plain regular expression.

    python benchmarks/screening/run.py [--documents 2000] [--seed 1] [--rounds 5] [--out benchmarks/screening/results]

Needs the package and, for all but the first row, the folder ../shared beside the checkout. Writes Markdown and JSON.
"""

import argparse
import gzip
import json
import platform
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from torvet.pure.pii import (
    GATE_THRESHOLD,
    RULE_PACK_VERSION,
    Finding,
    KnownTerm,
    PiiClass,
    evaluation,
    scan,
    sensitive_matters,
)
from torvet.pure.pii.cpr import passes_modulus_11

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
DANISH = SHARED / "data" / "danish"
DOCUMENT_CHARACTERS = 6_000  # about a page and a half, the median document of the corpus
KINDS = {
    "cpr": PiiClass.CPR,
    "phone": PiiClass.PHONE,
    "email": PiiClass.EMAIL,
    "name": PiiClass.NAME,
    "address": PiiClass.ADDRESS,
}

PROSE = (
    "Forvaltningen har gennemgået ansøgningen og vurderer, at projektet kan indpasses i området uden gener.",
    "Lokalplanen fastlægger, at ny bebyggelse opføres i røde teglsten med en taghældning på mellem 25 og 45 grader.",
    "Udvalget besluttede på mødet den 12. marts 2025 at sende forslaget i otte ugers offentlig høring.",
    "Der er afsat 1.250.000 kr. i budgettet for 2026 til renovering af skolens faglokaler og nye vinduer i nordfløjen.",
    "Sagen er oprettet under journalnummer 2026-014482 og omfatter matr.nr. 12c Fjordby Bygrunde.",
    "Efter planlovens § 19, stk. 1, kan kommunen dispensere fra bestemmelser, der ikke strider mod planens principper.",
    "Vandløbet skal have en bundbredde på 1,2 meter, og brinkerne må ikke beskadiges under arbejdet.",
    "Kommunen gør opmærksom på, at tilladelsen bortfalder, hvis arbejdet ikke er påbegyndt inden for et år.",
    "Støjniveauet ved nærmeste bolig er beregnet til 38 dB om natten, hvilket overholder de vejledende grænser.",
    "Borgerne kan læse hele materialet på kommunens hjemmeside og sende bemærkninger senest den 1. maj.",
)
PLANTED = (
    "Ansøger er Freja Lindegaard, {cpr}, som kan træffes på telefon 22 33 44 55.",
    "Kære Erik Jespersen",
    "Kvittering er sendt til anders.holm@borger.example.",
    "Med venlig hilsen\n\nÅse Østergård\nPlanlægger\nTlf. +45 2233 4455",
)

_PLAIN = re.compile(r"\b\d{6}[- ]?\d{4}\b")


def plain_rule(text: str) -> list[tuple[int, int]]:
    """The peer: a scanner's plain rule, ten digits with a hyphen, a space or nothing, and modulus 11."""
    return [
        match.span()
        for match in _PLAIN.finditer(text)
        if passes_modulus_11(match.group().replace("-", "").replace(" ", ""))
    ]


@dataclass
class Recall:
    """Planted items found whole, per kind, and what was reported where nothing was planted."""

    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    false_alarms: Counter[str] = field(default_factory=Counter)
    decoys: int = 0


def own_prose(megabytes: float) -> list[str]:
    """Ordinary municipal prose with one planted line, of one to three items, in about two thousand characters."""
    documents: list[str] = []
    count = 0
    while len(documents) < megabytes * 1e6 / DOCUMENT_CHARACTERS:
        lines: list[str] = []
        while sum(len(line) for line in lines) < DOCUMENT_CHARACTERS:
            count += 1
            lines.append(PROSE[count * 7 % len(PROSE)])
            if count % 17 == 0:
                number = evaluation.cpr_number(count)
                lines.append(PLANTED[count // 17 % len(PLANTED)].format(cpr=f"{number[:6]}-{number[6:]}"))
        documents.append("\n".join(lines))
    return documents


def joined(name: str, lines_each: int) -> list[str]:
    with gzip.open(DANISH / name, "rt", encoding="utf-8") as file:
        lines = [line.rstrip("\n").partition("\t")[2] for line in file]
    return ["\n".join(lines[k : k + lines_each]) for k in range(0, len(lines), lines_each)]


def corpus(documents: int, seed: int) -> tuple[dict[str, Any], list[dict[str, Any]], dict[str, list[Any]]]:
    """Make the corpus and read its cases, documents and truth."""
    with tempfile.TemporaryDirectory() as folder:
        arguments = ["--cases", str(max(1, documents // 4)), "--documents", str(documents), "--seed", str(seed)]
        command = [sys.executable, str(SHARED / "tools" / "make_corpus.py"), *arguments, "--out", folder]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        cases = {row["id"]: row for row in rows(Path(folder) / "cases.jsonl")}
        truth = {row["doc"]: row["spans"] for row in rows(Path(folder) / "truth.jsonl")}
        return cases, list(rows(Path(folder) / "documents.jsonl")), truth


def rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def speed(texts: Sequence[str], work: Callable[[str], object], rounds: int) -> float:
    """Give megabytes of UTF-8 a second of CPU time, the best of the rounds: others may use the machine meanwhile."""
    size = sum(len(text.encode()) for text in texts)
    best = min(_cpu_seconds(texts, work) for _ in range(rounds))
    return size / 1e6 / best


def _cpu_seconds(texts: Sequence[str], work: Callable[[str], object]) -> float:
    start = time.process_time()
    for text in texts:
        work(text)
    return time.process_time() - start


def _cpu_seconds_with(documents: list[dict[str, Any]], terms: list[list[KnownTerm]]) -> float:
    start = time.process_time()
    for document, known in zip(documents, terms, strict=True):
        scan(document["body"], known=known)
    return time.process_time() - start


def gated(findings: list[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.score >= GATE_THRESHOLD]


def findings_per_megabyte(texts: Sequence[str]) -> dict[str, float]:
    size = sum(len(text.encode()) for text in texts) / 1e6
    counts = Counter(str(f.pii_class) for text in texts for f in gated(scan(text)))
    return {kind: round(number / size, 2) for kind, number in sorted(counts.items())}


def registers(documents: list[dict[str, Any]], truth: dict[str, list[Any]]) -> dict[str, list[KnownTerm]]:
    """What a case system would hold: every person, number and address of the case once, in the register's own form."""
    terms: dict[str, dict[KnownTerm, None]] = defaultdict(dict)
    for document in documents:
        for kind, _, _, text in truth[document["id"]]:
            if kind in KINDS:
                terms[document["case_id"]][KnownTerm(KINDS[kind], register_form(kind, text))] = None
    return {case: list(found)[:400] for case, found in terms.items()}


def register_form(kind: str, text: str) -> str:
    digits = re.sub(r"\D", "", text)
    if kind == "cpr":
        return f"{digits[:6]}-{digits[6:]}"
    return f"+45{digits[-8:]}" if kind == "phone" else text


def recall(
    documents: list[dict[str, Any]],
    truth: dict[str, list[Any]],
    find: Callable[[dict[str, Any]], list[tuple[str, int, int]]],
) -> Recall:
    result = Recall()
    for document in documents:
        body, spans = document["body"], truth[document["id"]]
        found = find(document)
        covered = {offset for _, start, end in found for offset in range(start, end)}
        for kind, start, end, _ in spans:
            whole = all(k in covered for k in range(start, end) if body[k].isalnum())
            if kind == "decoy":
                result.decoys += any(k in covered for k in range(start, end))
            else:
                result.planted[kind] += 1
                result.found[kind] += whole
        for pii_class, start, end in found:
            if not any(a < end and start < b for kind, a, b, _ in spans if kind != "decoy"):
                result.false_alarms[pii_class] += 1
    return result


def as_spans(findings: list[Finding]) -> list[tuple[str, int, int]]:
    return [(str(f.pii_class), f.start, f.end) for f in gated(findings)]


def case_address(cases: dict[str, Any], document: dict[str, Any]) -> list[str]:
    address = cases[document["case_id"]]["address"]
    return [f"{address['street']} {address['number']}"] if address else []


def without_own_property(
    cases: dict[str, Any], documents: list[dict[str, Any]], truth: dict[str, list[Any]]
) -> dict[str, list[Any]]:
    """The truth when the property that the case is about stays public."""
    return {
        document["id"]: [span for span in truth[document["id"]] if span[3] not in case_address(cases, document)]
        for document in documents
    }


def measure(arguments: argparse.Namespace) -> dict[str, Any]:
    texts = {"own municipal prose": own_prose(4)}
    result: dict[str, Any] = {"findings_per_mb": {}, "recall": {}}
    if DANISH.is_dir():
        cases, documents, truth = corpus(arguments.documents, arguments.seed)
        texts["made corpus"] = [document["body"] for document in documents]
        texts["statutes"] = joined("law_sentences.tsv.gz", 40)
        texts["parish minutes 1940-45"] = joined("parish_minutes.tsv.gz", 30)
        known = registers(documents, truth)
        result["recall"] = {
            "rules alone": summary(recall(documents, truth, lambda d: as_spans(scan(d["body"])))),
            "rules and the case's register": summary(
                recall(documents, truth, lambda d: as_spans(scan(d["body"], known=known.get(d["case_id"], ()))))
            ),
            "the same, the case's own property public": summary(
                recall(
                    documents,
                    without_own_property(cases, documents, truth),
                    lambda d: as_spans(
                        scan(d["body"], known=known.get(d["case_id"], ()), public=case_address(cases, d))
                    ),
                )
            ),
            "plain regular expression": summary(
                recall(documents, truth, lambda d: [("cpr", *span) for span in plain_rule(d["body"])])
            ),
        }
        terms = [known.get(document["case_id"], []) for document in documents]
        size = sum(len(document["body"].encode()) for document in documents) / 1e6
        seconds = min(_cpu_seconds_with(documents, terms) for _ in range(arguments.rounds))
        result["speed_with_register"] = round(size / seconds, 1)
        result["terms_a_document"] = round(sum(len(each) for each in terms) / len(terms), 1)
    result["speed"] = {
        name: {
            "megabytes": round(sum(len(t.encode()) for t in each) / 1e6, 2),
            "torvet": round(speed(each, scan, arguments.rounds), 1),
            "plain": round(speed(each, plain_rule, arguments.rounds), 1),
        }
        for name, each in texts.items()
    }
    result["speed_of_matters"] = round(speed(texts["own municipal prose"], sensitive_matters, arguments.rounds), 1)
    result["findings_per_mb"] = {name: findings_per_megabyte(each) for name, each in texts.items()}
    return result


def summary(result: Recall) -> dict[str, Any]:
    return {
        "planted": dict(result.planted),
        "found": dict(result.found),
        "false_alarms": dict(result.false_alarms),
        "decoys_hit": result.decoys,
    }


def plain_on_the_evaluation_set() -> tuple[int, int, int]:
    planted = found = alarms = 0
    for passage in evaluation.passages():
        spans = plain_rule(passage.text)
        wanted = [(start, end) for pii_class, start, end in passage.truth if pii_class is PiiClass.CPR]
        planted += len(wanted)
        found += sum(any(a <= start and end <= b for a, b in spans) for start, end in wanted)
        alarms += sum(not any(a < end and start < b for a, b in wanted) for start, end in spans)
    return planted, found, alarms


def machine() -> dict[str, str]:
    cpu = (
        re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text())
        if Path("/proc/cpuinfo").exists()
        else None
    )
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "cpu": cpu.group(1) if cpu else platform.processor(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "rule pack": RULE_PACK_VERSION,
        "python-stdnum": version("python-stdnum"),
    }


def report(about: dict[str, str], result: dict[str, Any]) -> str:
    lines = ["# Screening", "", ", ".join(f"{key} {value}" for key, value in about.items()) + ".", "", "## Speed", ""]
    lines += [
        "| text | MB | Torvet, all classes, MB/s a core | plain rule, CPR only, MB/s a core |",
        "|---|---:|---:|---:|",
    ]
    for name, row in result["speed"].items():
        lines.append(f"| {name} | {row['megabytes']} | {row['torvet']} | {row['plain']} |")
    if "speed_with_register" in result:
        terms, rate = result["terms_a_document"], result["speed_with_register"]
        lines += ["", f"The made corpus with the case's register, {terms} known terms a document: {rate} MB/s."]
    lines += ["", f"Sensitive matters, own municipal prose: {result['speed_of_matters']} MB/s."]
    lines += ["", f"## Recall on the made corpus (found whole at {GATE_THRESHOLD} or more)", ""]
    lines += [
        "| detector | " + " | ".join(KINDS) + " | decoys hit | not planted |",
        "|---|" + "---:|" * (len(KINDS) + 2),
    ]
    for name, row in result["recall"].items():
        cells = [f"{row['found'].get(k, 0)}/{row['planted'].get(k, 0)}" for k in KINDS]
        alarms = ", ".join(f"{k} {n}" for k, n in sorted(row["false_alarms"].items())) or "0"
        lines.append(f"| {name} | " + " | ".join(cells) + f" | {row['decoys_hit']} | {alarms} |")
    lines += ["", "## Findings a megabyte at the gate", "", "| text | findings |", "|---|---|"]
    for name, counts in result["findings_per_mb"].items():
        lines.append(f"| {name} | {', '.join(f'{k} {n}' for k, n in counts.items()) or 'none'} |")
    cpr_numbers, whole, wrong = plain_on_the_evaluation_set()
    lines += ["", "## Evaluation set", "", evaluation.table(evaluation.evaluate()), ""]
    held_out = evaluation.held_out()
    lines += ["The part held out from the rules, strangers only:", ""]
    lines += [evaluation.table(evaluation.evaluate(over=held_out)), ""]
    lines += ["The same, with the people in it known to the case:", ""]
    lines += [evaluation.table(evaluation.evaluate(over=evaluation.with_register(held_out))), ""]
    lines += [f"The plain rule finds {whole} of its {cpr_numbers} CPR numbers whole, with {wrong} false alarms.", ""]
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent / "results")
    arguments = parser.parse_args()
    about = machine()
    result = measure(arguments)
    text = report(about, result)
    arguments.out.mkdir(parents=True, exist_ok=True)
    name = f"{about['date']}-seed-{arguments.seed}"
    (arguments.out / f"{name}.md").write_text(text, encoding="utf-8")
    whole = {"machine": about, "arguments": {"documents": arguments.documents, "seed": arguments.seed}, **result}
    (arguments.out / f"{name}.json").write_text(
        json.dumps(whole, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
