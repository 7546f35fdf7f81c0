"""Measures time and memory of one process that opens the table, answers, and analyses documents; prints JSON."""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from measures import documents_of, made_compounds

from torvet.pure.danish import Analyser, load

WARM_ROUNDS = 6


def private_mb() -> float:
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private")) / 1024


def cpu_seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def opened(tables: Path) -> Analyser:
    analyser = load(tables)
    analyser.query_words("byggetilladelsen til Søgård")
    return analyser


def main() -> None:
    tables, data = Path(sys.argv[1]), Path(sys.argv[2])
    documents = documents_of(data)
    compounds = ["".join(parts) for parts in made_compounds(data, set())]
    before, started = private_mb(), time.process_time()
    analyser = opened(tables)
    opening, opening_mb = time.process_time() - started, private_mb() - before
    split_seconds = cpu_seconds(lambda: [analyser.tokens(word) for word in compounds])
    cold = cpu_seconds(lambda: [analyser.index_text(document) for document in documents])
    rounds = [cpu_seconds(lambda: [analyser.index_text(text) for text in documents]) for _ in range(WARM_ROUNDS)]
    highlight = cpu_seconds(lambda: [analyser.highlight(text, {"tilladelse", "plan"}) for text in documents[:500]])
    figures = {
        "documents": len(documents),
        "opening_cpu_ms": round(opening * 1000, 1),
        "opening_private_mb": round(opening_mb, 1),
        "private_mb_after_documents": round(private_mb() - before, 1),
        "cold_documents_per_cpu_second": round(len(documents) / cold),
        "warm_documents_per_cpu_second": round(len(documents) / min(rounds)),
        "unknown_compounds_per_cpu_second": round(len(compounds) / split_seconds),
        "highlight_ms_per_document": round(highlight / 500 * 1000, 2),
        "yardstick_seconds": round(cpu_seconds(lambda: sum(range(10_000_000))), 3),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
