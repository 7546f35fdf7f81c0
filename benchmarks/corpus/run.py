"""Real and generated Danish texts through the whole pipeline: what became of them, what was found, what leaked.

    python benchmarks/corpus/run.py [--minutes 100] [--laws 100] [--cases 60] [--documents 300] [--files 120]
                                    [--register] [--quick]

The texts stand beside the checkout (`../shared`); without them this says so and ends. Real workers do the work. What
was planted is read from the generator's truth file only after everything is public.
"""

import argparse
import sys
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks import recording, town
from benchmarks.empty_site import DATA, ROOT
from django.utils import timezone
from tests.corpus import deliveries, ledger, truth

from torvet.config import demo
from torvet.modules.records import api as records
from torvet.modules.records.models import Case, DocumentVersion, JournalEntry
from torvet.shared.search import api as search
from torvet.shared.search.models import Entry

HERE = Path(__file__).resolve().parent
SHARED = ROOT.parent / "shared"
QUICK = {"minutes": 6, "laws": 4, "cases": 6, "documents": 12, "files": 10}
NO_DATA = 3
"""The exit code that says: nothing was measured, since the texts are not there."""
COUNTS = ("planted", "public_by_rule", "not_in_what_was_read", "gone", "leaked")
WORDS_ASKED = 40
OLD_AND_NEW = (("sogneraadet", "sognerådet"), ("aarhus", "århus"), ("gaardejer", "gårdejer"), ("aaret", "året"))
WITH_REGISTER = "The delivery names the parties of each case, as a case system does."
WITHOUT_REGISTER = "The delivery names no parties, so that addresses have only the rules to find them."
PARTS = {"protokol": "minutes", "lov": "laws"}


def take(delivery: deliveries.DeliveryBuilder, label: str) -> dict[str, Any]:
    """Receive a delivery, let two workers do all that is due, and tell what became of it."""
    before = DocumentVersion.objects.count()
    began = time.perf_counter()
    counts = delivery.receive(demo.BUILDER)
    work = town.work()
    seconds = time.perf_counter() - began
    records.list_due(actor=demo.BUILDER, now=timezone.now())
    search.bring_up_to_date()
    documents = DocumentVersion.objects.count() - before
    figures = {"received": dict(counts), "documents": documents, "wall_s": seconds, "cpu_s": work.cpu_seconds}
    print(f"{label}: {documents} documents in {seconds:.0f} s", file=sys.stderr)
    return figures


def ends(prefix: str) -> dict[str, int]:
    return {" ".join(filter(None, (each.state, each.reason))): each.count for each in ledger.fates(prefix)}


def take_texts(name: str, texts: list[deliveries.Text]) -> dict[str, Any]:
    figures = take(deliveries.deliver_texts(DATA / name, texts), name)
    found, megabytes = ledger.findings_by_class(name), ledger.megabytes_read(name)
    return figures | {
        "ends": ends(name),
        "megabytes": round(megabytes, 2),
        "findings": found,
        "findings_a_megabyte": {kind: round(count / max(megabytes, 1e-6), 1) for kind, count in found.items()},
    }


def ask_for_words() -> dict[str, int]:
    """Ask for the rarest word of some public documents; each must be among the first results."""
    texts = {version.pk: ledger.public_texts(version)["reading text"] for version in ledger.public_versions()}
    common = ledger.word_counts(texts.values())
    versions = list(ledger.public_versions())
    step = max(1, len(versions) // WORDS_ASKED)
    asked = found = 0
    for version in versions[::step]:
        word = ledger.rarest_word(texts[version.pk], common)
        if word and common[word] == 1:
            asked += 1
            found += ledger.is_found(word, version)
    return {"asked": asked, "found": found}


def old_and_new() -> list[dict[str, Any]]:
    """Ask in the spelling before 1948 and after."""
    return [{"old": old, "old_hits": _total(old), "new": new, "new_hits": _total(new)} for old, new in OLD_AND_NEW]


def _total(text: str) -> int:
    return search.search(search.Request(text=text, kinds=("document",))).total


def take_generated(sizes: Mapping[str, int], seed: int) -> dict[str, Any]:
    tool = SHARED / "tools" / "make_corpus.py"
    size = {name: sizes[name] for name in ("cases", "documents", "files")}
    made = deliveries.generate(tool, DATA / "made", **size, seed=seed)
    register = truth.read_register(made) if sizes.get("register") else None
    figures = take(deliveries.deliver_generated(made, DATA / "generated", register), "generated")
    figures["register"] = bool(register)
    planted = truth.read_truth(made)
    formats = {row["doc"]: row["file"].partition(".")[2] for row in deliveries.read_rows(made / "files.jsonl")}
    figures["ends_by_format"] = _ends_by_format(formats)
    figures["truth"] = truth.figures(truth.compare(planted), truth.alarms(planted))
    figures["rows_with_a_planted_cpr"] = len(truth.all_rows_with("cpr", planted))
    figures["entries"] = JournalEntry.objects.filter(source_id__in=planted).count()
    return figures | {"seed": seed}


def _ends_by_format(formats: Mapping[str, str]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    delivered = DocumentVersion.objects.current().filter(document__parent=None)
    versions = delivered.filter(document__entry__source_id__in=formats)
    for version in versions.select_related("document__entry"):
        ended = " ".join(filter(None, (version.state, version.reason_code)))
        counts = found.setdefault(formats[version.document.entry.source_id], {})
        counts[ended] = counts.get(ended, 0) + 1
    return found


def check(report: Mapping[str, Any]) -> list[str]:
    """Name whatever must never be; an empty list is what the pipeline promises."""
    kinds = report["generated"]["truth"]["by_kind"]
    faults = list(report["unproven"])
    faults += [f"{kinds['cpr']['leaked']} CPR numbers can be read"] * bool(kinds.get("cpr", {}).get("leaked"))
    faults += ["search rows hold a planted CPR number"] * bool(report["generated"]["rows_with_a_planted_cpr"])
    faults += [f"{report['on_the_way']} documents are still on the way"] * bool(report["on_the_way"])
    for name in PARTS:
        part = report[name]
        if sum(part["ends"].values()) != part["documents"]:
            faults.append(f"{name}: not every document is accounted for")
    return faults


def counted(counts: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.items()) or "none"


def markdown(report: Mapping[str, Any]) -> str:
    parts = [report[name] | {"name": name} for name in PARTS]
    rows = [
        (
            each["name"],
            each["documents"],
            each["megabytes"],
            counted(each["ends"]),
            counted(each["findings_a_megabyte"]),
        )
        for each in parts
    ]
    spellings = [(each["old"], each["old_hits"], each["new"], each["new_hits"]) for each in report["spellings"]]
    words = report["words"]
    lines = [
        "# Real and generated texts through the pipeline",
        "",
        recording.about(report),
        "",
        "## Real texts",
        "",
        "Minutes of parish councils of 1940-45 and statutes, delivered as text files.",
        "",
        *recording.table(["delivery", "documents", "MB of text", "ended as", "findings a MB"], rows),
        "",
        f"The rarest word of {words['asked']} public documents, asked for: {words['found']} found. Spelling of "
        "before 1948 and after, documents found:",
        "",
        *recording.table(["old", "documents", "new", "documents"], spellings),
        "",
        *_generated_lines(report["generated"]),
        "",
        "## What must never be",
        "",
        *([f"- {fault}" for fault in report["faults"]] or ["Nothing of it was found."]),
    ]
    return "\n".join(lines)


def _generated_lines(made: Mapping[str, Any]) -> list[str]:
    found = made["truth"]
    formats = [(form, counted(each)) for form, each in made["ends_by_format"].items()]
    kinds = [
        (kind, *(each[name] for name in COUNTS), f"{100 * each['recall']:.1f} %")
        for kind, each in found["by_kind"].items()
    ]
    return [
        "## Generated files",
        "",
        f"{made['entries']} entries, {made['documents']} of them with a file (seed {made['seed']}). Ended as:",
        "",
        *recording.table(["format", "ended as"], formats),
        "",
        f"Of {found['documents_compared']} public ones every planted item was looked for in the reading text, in the "
        "PDF by two readers, in its pictures by Tesseract, in the title and in the rows of search. Public by rule are "
        "the property of the case and its caseworker. " + (WITH_REGISTER if made["register"] else WITHOUT_REGISTER),
        "",
        *recording.table(["kind", *(name.replace("_", " ") for name in COUNTS), "recall"], kinds),
        "",
        f"Decoys covered: {found['decoys_covered']}, {found['decoys_planted']} stand in public ones. "
        f"Findings: {counted(found['covered'])}. Of these on nothing planted: {counted(found['covered_not_planted'])}; "
        "most are people in the newspaper prose that the generator mixes in, and the senders of its mails.",
    ]


def measure(sizes: Mapping[str, int], seed: int) -> dict[str, Any]:
    data = SHARED / "data"
    report: dict[str, Any] = {"machine": recording.machine(), "sizes": dict(sizes)}
    town.found()
    deliveries.open_departments()
    readers = (("protokol", deliveries.read_minutes, "minutes"), ("lov", deliveries.read_laws, "laws"))
    for name, read, size in readers:
        report[name] = take_texts(name, deliveries.thinned(read(data), sizes[size]))
    report["words"] = ask_for_words()
    report["spellings"] = old_and_new()
    report["generated"] = take_generated(sizes, seed)
    report["cases"] = {"delivered": Case.objects.count(), "searchable": _listed()}
    report["unproven"] = ledger.unproven()
    report["on_the_way"] = records.on_the_way()
    report["faults"] = check(report)
    report["load_at_end"] = recording.load()
    return report


def _listed() -> int:
    return Entry.objects.current().filter(source="records.case").count()


def main(arguments: Iterable[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=int, default=100, help="documents of parish minutes (310 in all)")
    parser.add_argument("--laws", type=int, default=100, help="statutes (600 in all)")
    parser.add_argument("--cases", type=int, default=60)
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--files", type=int, default=120)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--register", action="store_true", help="deliver what a case system knows of the parties")
    parser.add_argument("--quick", action="store_true", help="a few of each, nothing kept")
    options = parser.parse_args(None if arguments is None else list(arguments))
    if not (SHARED / "data" / "danish").is_dir():
        print("The texts are not beside this checkout (../shared/data/danish); nothing was measured.")
        return NO_DATA
    sizes = QUICK if options.quick else {name: getattr(options, name) for name in (*QUICK, "register")}
    report = measure(sizes, options.seed)
    told = markdown(report)
    if not options.quick:
        recording.save(HERE / "results", "corpus", report, told)
    print(told)
    return 1 if report["faults"] else 0


if __name__ == "__main__":
    sys.exit(main())
