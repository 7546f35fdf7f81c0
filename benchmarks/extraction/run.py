"""Text extraction beside peers, drawing, locating, and the cost of the sandbox, in one run.

    python benchmarks/extraction/run.py [--documents 200] [--fonts FOLDER]

Each reader works in a process of its own, so that its peak memory is its own. The documents are made here, with a
fixed seed. Figures are CPU seconds of one core, the best of three rounds; the result is written to `results/`.
"""

import argparse
import importlib.metadata
import io
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROUNDS = 3
JOBS = 100
PAGES = 5
PACKAGES = ("pypdfium2", "pypdf", "pdfminer.six", "reportlab", "lxml")


# Each reader imports its library itself, in its own process, so that its memory is its own.


def read_torvet(data: bytes) -> int:
    from torvet.pure.extraction import extract  # noqa: PLC0415

    return sum(len(page.text) for page in extract(data).pages)


def read_pdfium(data: bytes) -> int:
    import pypdfium2  # noqa: PLC0415

    with pypdfium2.PdfDocument(data) as opened:
        return sum(len(page.get_textpage().get_text_range()) for page in opened)


def read_pypdf(data: bytes) -> int:
    import pypdf  # noqa: PLC0415

    return sum(len(page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def read_pdfminer(data: bytes) -> int:
    from pdfminer.high_level import extract_text  # noqa: PLC0415

    return len(extract_text(io.BytesIO(data)))


READERS: dict[str, tuple[Callable[[bytes], int], int]] = {
    "torvet.pure.extraction": (read_torvet, 1),
    "pypdfium2 get_text_range (text alone)": (read_pdfium, 1),
    "pypdf": (read_pypdf, 4),
    "pdfminer.six": (read_pdfminer, 20),
}
"""The second figure: slow readers get every n-th document only."""


def best_seconds(work: Callable[[], object]) -> float:
    seconds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        seconds.append(time.process_time() - start)
    return min(seconds)


def peak_kib() -> int:
    """The most memory this process had; `getrusage` would count what its parent had before it started."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0])


def measure_reader(name: str, folder: Path) -> dict[str, float | str]:
    read, every = READERS[name]
    files = sorted(folder.glob("*.pdf"))[::every]
    documents = [file.read_bytes() for file in files]
    characters = 0

    def work() -> None:
        nonlocal characters
        characters = sum(read(data) for data in documents)

    seconds = best_seconds(work)
    pages = len(documents) * PAGES
    return {
        "pages": pages,
        "pages_per_cpu_second": round(pages / seconds, 1),
        "characters_per_page": round(characters / pages, 1),
        "peak_mib": round(peak_kib() / 1024, 1),
    }


def in_own_process(name: str, folder: Path) -> dict[str, float | str]:
    command = [sys.executable, __file__, "--reader", name, "--folder", str(folder)]
    answer: dict[str, float | str] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return answer


def measure_drawing(fonts: Path | None) -> dict[str, float]:
    from documents import text_lines  # noqa: PLC0415

    from torvet.pure.extraction import extract  # noqa: PLC0415

    text = "\n".join(line for seed in range(100) for line in text_lines(seed)).encode()
    pages = len(extract(text, font_folder=fonts).pages)
    long_line = " ".join(text_lines(1)).encode() * 2000
    return {
        "plain_text_pages_per_cpu_second": round(pages / best_seconds(lambda: extract(text, font_folder=fonts)), 1),
        "one_line_mb": round(len(long_line) / 1e6, 1),
        "one_line_cpu_seconds": round(best_seconds(lambda: extract(long_line, font_folder=fonts)), 1),
    }


def measure_locating(data: bytes) -> dict[str, float]:
    from torvet.pure.extraction import Span, locate  # noqa: PLC0415

    spans = [Span(page, start, start + 11) for page in range(1, PAGES + 1) for start in range(0, 5000, 500)]
    return {"spans_per_cpu_second": round(len(spans) / best_seconds(lambda: locate(data, spans)))}


def measure_sandbox(data: bytes) -> dict[str, float | str]:
    from torvet.pure.sandbox import Sandbox, isolation  # noqa: PLC0415

    reading, nothing = "torvet.pure.extraction.tests.jobs:extract_file", "torvet.pure.sandbox.tests.jobs:echo"
    figures: dict[str, float | str] = {"isolation": str(isolation())}
    with tempfile.TemporaryDirectory() as name:
        workspace = Path(name)
        (workspace / "input").write_bytes(data)
        with Sandbox(preload=[job.partition(":")[0] for job in (reading, nothing)], workspace=workspace) as sandbox:
            for job, label in ((nothing, "empty_job"), (reading, "document")):
                milliseconds = []
                for _ in range(JOBS):
                    start = time.perf_counter()
                    sandbox.run(job, {"max_pages": 100}, folder=workspace)
                    milliseconds.append((time.perf_counter() - start) * 1000)
                figures[f"{label}_median_ms"] = round(statistics.median(milliseconds), 1)
                figures[f"{label}_least_ms"] = round(min(milliseconds), 1)
    return figures


def machine() -> dict[str, str]:
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "")
    cores = sum(line.startswith("processor") for line in lines)
    return {
        "processor": model or platform.machine(),
        "cores": str(cores),
        "system": platform.system(),
        "load_average": f"{os.getloadavg()[0]:.1f}",
    }


def run(count: int, fonts: Path | None) -> dict[str, object]:
    from documents import EMBEDDED, document, make_documents, register  # noqa: PLC0415

    register(fonts)
    results: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as name:
        for kind, font in (("embedded typeface", EMBEDDED), ("built-in typeface", "Helvetica")):
            folder = Path(name) / font
            make_documents(folder, count, font)
            results[kind] = {reader: in_own_process(reader, folder) for reader in READERS}
            print(kind, json.dumps(results[kind], indent=1))
    one = document(1, EMBEDDED)
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "machine": machine(),
        "python": platform.python_version(),
        "versions": {package: importlib.metadata.version(package) for package in PACKAGES},
        "documents": count,
        "pages_per_document": PAGES,
        "reading": results,
        "drawing": measure_drawing(fonts),
        "locating": measure_locating(one),
        "sandbox": measure_sandbox(one),
    }


def main(arguments: Iterable[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--fonts", type=Path, help="the folder with the DejaVu typefaces")
    parser.add_argument("--reader", choices=READERS, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(None if arguments is None else list(arguments))
    if options.reader:
        print(json.dumps(measure_reader(options.reader, options.folder)))
        return
    result = run(options.documents, options.fonts)
    target = HERE / "results" / f"{result['date']}.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps(result, indent=2, ensure_ascii=False) + "\n")
    print(json.dumps({key: result[key] for key in ("drawing", "locating", "sandbox")}, indent=1))
    print(f"written to {target.name}")


if __name__ == "__main__":
    main()
