"""The figures that the project promises, read from the newest results of each benchmark, with their aims beside."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
DAY_LETTERS = len("2026-11-23")
HOSTILE_SECONDS = 10
NOT_MEASURED = "not measured"
PEERS = {"pypdf": "pypdf", "pdfminer.six": "pdfminer.six"}


@dataclass(frozen=True)
class Figure:
    """One line of the table. `holds` is None where nothing was promised or measured."""

    what: str
    measured: str
    aim: str = ""
    holds: bool | None = None

    @property
    def verdict(self) -> str:
        """Say whether the aim is held."""
        return {True: "held", False: "**missed**", None: ""}[self.holds]


def newest(name: str) -> dict[str, Any]:
    """Return the newest result of a benchmark, or nothing; of several seeds on the newest day the first.

    A result whose name tells the minute as well is newer than one of the same day that does not.
    """
    files = sorted((HERE / name / "results").glob("*.json"))
    if not files:
        return {}
    same_day = [path for path in files if path.name[:DAY_LETTERS] == files[-1].name[:DAY_LETTERS]]
    to_the_minute = [path for path in same_day if path.name[DAY_LETTERS : DAY_LETTERS + 1] == "T"]
    found: dict[str, Any] = json.loads((to_the_minute[-1] if to_the_minute else same_day[0]).read_bytes())
    return found


def _screening(found: dict[str, Any]) -> Iterator[Figure]:
    speed = found["speed"]
    made = speed["made corpus"]["torvet"]
    others = ", ".join(f"{name} {each['torvet']}" for name, each in speed.items() if name != "made corpus")
    yield Figure("screening, MB/s a core, made corpus", f"{made} ({others})", "10", made >= 10)
    rules = found["recall"]["rules and the case's register"]
    planted, hit = sum(rules["planted"].values()), sum(rules["found"].values())
    yield Figure("screening, planted items found", f"{hit:,} of {planted:,}", "all", hit == planted)


def _extraction(found: dict[str, Any]) -> Iterator[Figure]:
    read = found["reading"]["embedded typeface"]
    ours = read["torvet.pure.extraction"]["pages_per_cpu_second"]
    peers = ", ".join(f"{name} {read[key]['pages_per_cpu_second']:.0f}" for key, name in PEERS.items())
    best = max(read[key]["pages_per_cpu_second"] for key in PEERS)
    yield Figure("extraction, pages per CPU-s", f"{ours:.0f} (peers: {peers})", "faster than both", ours > best)


def _redaction(found: dict[str, Any]) -> Iterator[Figure]:
    ways = {each["way"]: each for each in found["ways"]}
    proofs = {each["step"]: each for each in found["proof"]}
    for name in ("glyphs", "raster"):
        cover, prove = ways[f"torvet, {name}"], proofs[f"proof, {name}"]
        leaking, files = map(int, cover["leaking_files"].split("/"))
        told = f"{cover['cpu_ms_page']} + {prove['cpu_ms_page']} proof; {leaking} of {files} files leak"
        yield Figure(f"redaction, CPU ms a page, {name}", told, "no leak", leaking == 0)


def _recognition(found: dict[str, Any]) -> Iterator[Figure]:
    for kind, readers in found["reading"].items():
        ours, peer = readers["torvet.pure.recognition"], readers["tesseract program"]
        told = f"{ours['cpu_seconds_a_page']} s, {ours['words_read_percent']} % of words"
        told += f" (tesseract program: {peer['cpu_seconds_a_page']} s, {peer['words_read_percent']} %)"
        read, planted = ours["numbers_read"], ours["numbers"]
        yield Figure(f"a scan read, CPU a page, {kind}", told, "all numbers read", read == planted)


def _hostile(found: dict[str, Any]) -> Iterator[Figure]:
    files = found["files"]
    named = sum(each["as_expected"] and each["next_is_read"] for each in files)
    quick = sum(each["wall_seconds"] <= HOSTILE_SECONDS for each in files)
    yield Figure("hostile files that end as they should", f"{named} of {len(files)}", "all", named == len(files))
    yield Figure(f"of these within {HOSTILE_SECONDS} s", f"{quick} of {len(files)}", "all", quick == len(files))


def _pipeline(found: dict[str, Any]) -> Iterator[Figure]:
    line, wait = found["line"], found["searchable"]["from_receipt_s"]
    speed = (
        f"{line['documents_per_second']} ({line['documents_per_cpu_second']} per CPU-s; load {found['load_at_end']})"
    )
    yield Figure("pipeline, documents/s with two workers", speed)
    told = f"p50 {wait['p50']}, p95 {wait['p95']}, longest {wait['max']}"
    yield Figure("received to searchable, s", told, "5", wait["max"] <= 5)
    memory = line["working"]
    told = f"{memory['worker_peak_mb']:.0f} / {memory['sandbox_peak_mb']:.0f}"
    yield Figure("memory of a worker / of a job in the sandbox, peak MB", told)


def _search(found: dict[str, Any]) -> Iterator[Figure]:
    for count, each in found["sizes"].items():
        for label, key in (("CPU", "cpu_ms"), ("wall", "wall_ms")):
            told = " / ".join(f"{each['ask'][key][name]:.1f}" for name in ("p50", "p95", "p99"))
            what = f"query with facets and snippets, {int(count):,} documents, {label} ms p50 / p95 / p99"
            yield Figure(what, told, "p95 20", each["ask"][key]["p95"] <= 20)


def _pages(found: dict[str, Any]) -> Iterator[Figure]:
    for count, each in found["sizes"].items():
        cost, wall = each["server_cpu_ms"], each["runs"][0]["wall_ms"]
        for label, values in (("server CPU", cost), ("wall", wall)):
            told = " / ".join(f"{values[name]:.0f}" for name in ("p50", "p95", "p99"))
            what = f"whole page of a search, {int(count):,} documents, {label} ms p50 / p95 / p99"
            yield Figure(what, told, "p95 100", values["p95"] <= 100)
        yield Figure(
            f"memory of a web worker, {int(count):,} documents, peak MB", str(each["memory"]["worker_peak_mb"])
        )


def _corpus(found: dict[str, Any]) -> Iterator[Figure]:
    kinds = found["generated"]["truth"]["by_kind"]
    for kind, each in kinds.items():
        told = f"{each['gone']} of {each['gone'] + each['leaked']}"
        aim, holds = ("all", each["leaked"] == 0) if kind == "cpr" else ("", None)
        yield Figure(f"planted {kind} that nobody can read in what is public", told, aim, holds)
    for name, label in (("protokol", "parish minutes"), ("lov", "statutes")):
        ends = ", ".join(f"{count} {end}" for end, count in found[name]["ends"].items())
        yield Figure(f"{label}: {found[name]['documents']} documents", ends, "all accounted for", not found["faults"])


def _relevance(found: dict[str, Any]) -> Iterator[Figure]:
    ours = found["relevance"]["torvet"]
    recall, precision = ours["recall"]["all"], ours["precision"]
    told, holds = f"{recall} / {precision}", recall >= 0.95 and precision >= 0.93
    yield Figure("relevance set, recall / precision", told, "0.95 / 0.93", holds)


READERS: dict[str, Callable[[dict[str, Any]], Iterator[Figure]]] = {
    "pipeline": _pipeline,
    "screening": _screening,
    "extraction": _extraction,
    "redaction": _redaction,
    "recognition": _recognition,
    "hostile": _hostile,
    "search": _search,
    "pages": _pages,
    "relevance": _relevance,
    "corpus": _corpus,
}


def all_figures() -> list[tuple[str, str, Figure]]:
    """Return benchmark, day and figure, a line each; what has no result says so."""
    lines = []
    for name, read in READERS.items():
        found = newest(name)
        try:
            lines += [(name, _day(found), figure) for figure in read(found)] if found else []
        except (KeyError, ValueError, TypeError) as error:
            lines.append((name, _day(found), Figure(f"the result has another form ({error!r})", NOT_MEASURED)))
        if not found:
            lines.append((name, "", Figure(name, NOT_MEASURED)))
    return lines


def _day(found: dict[str, Any]) -> str:
    machine = found.get("machine")
    dated = machine.get("date") if isinstance(machine, dict) else None
    return str(dated or found.get("date") or found.get("measured_at") or "")[:10]
