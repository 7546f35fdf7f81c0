"""Reading pages from their picture: cost, accuracy and memory, beside the Tesseract program, in one run.

    python benchmarks/recognition/run.py [--pages 6] [--out benchmarks/recognition/results]

Needs Tesseract's Danish data, the program `tesseract` for the peer's rows, and ../shared for the corpus.
"""

import argparse
import io
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.metadata import version as version_of
from pathlib import Path
from typing import Any

import pypdfium2
from reportlab.pdfgen.canvas import Canvas

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "benchmarks"))

from recording import load, machine, save, table  # noqa: E402

from torvet.pure.recognition import doubtful_fonts, read_codes, recognise, tessdata, version  # noqa: E402
from torvet.pure.recognition.tests import samples  # noqa: E402

MAKE_CORPUS = ROOT.parent / "shared" / "tools" / "make_corpus.py"
A4 = (595.0, 842.0)
LINES_A_PAGE = 50
PROGRAM_DPI = 200


@dataclass(frozen=True)
class Scan:
    """A page as a scan and what stands on it."""

    pdf: bytes
    page: int
    truth: str


def main(arguments: Iterable[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=6, help="of each kind of scan")
    parser.add_argument("--out", type=Path, default=Path(__file__).resolve().parent / "results")
    parser.add_argument("--reader", choices=READERS, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(None if arguments is None else list(arguments))
    if options.reader:
        print(json.dumps(read_all(options.reader, options.folder)))
        return
    report = run(options.pages)
    save(options.out, report["machine"]["date"][:10], report, markdown(report))
    print(markdown(report))


def run(pages: int) -> dict[str, Any]:
    report: dict[str, Any] = {"machine": machine(), "pages_of_each": pages}
    report["machine"]["versions"] |= {name: version_of(name) for name in ("tesserocr", "zxing-cpp")}
    report["machine"]["versions"]["tesseract"] = version()
    report["reading"] = {
        kind: {reader: in_own_process(reader, scans) for reader in READERS} for kind, scans in kinds(pages).items()
    }
    report["fonts"], report["codes"] = measure_fonts(), measure_codes()
    report["load_at_end"] = load()
    return report


def kinds(pages: int) -> dict[str, list[Scan]]:
    texts = corpus(pages)
    found = {"black and white, 150 dpi, specks": [scan for scan, _ in texts]}
    for dpi in (150, 200, 300):
        found[f"grey, {dpi} dpi"] = [drawn(text, dpi) for _, text in texts[: max(1, pages // 2)]]
    return found


def corpus(pages: int) -> list[tuple[Scan, str]]:
    """First pages of scanned documents, with the text that was drawn on them."""
    with tempfile.TemporaryDirectory() as name:
        command = [sys.executable, str(MAKE_CORPUS), "--cases", "20", "--documents", str(pages * 5)]
        subprocess.run([*command, "--seed", "7", "--out", name, "--files", str(pages * 5)], check=True)
        lines = (Path(name) / "documents.jsonl").read_text(encoding="utf-8").splitlines()
        documents = {document["id"]: document for document in map(json.loads, lines)}
        files = sorted((Path(name) / "files").glob("*.scan.pdf"))[:pages]
        return [(first_page(file.read_bytes(), documents[file.name.partition(".")[0]])) for file in files]


def first_page(data: bytes, document: dict[str, str]) -> tuple[Scan, str]:
    sys.path.insert(0, str(MAKE_CORPUS.parent))
    import make_corpus  # noqa: PLC0415 stands beside the checkout

    text = "\n".join(make_corpus.paged(f"{document['title']}\n\n{document['body']}", 88, 56)[0])
    return Scan(data, 1, text), text


def drawn(text: str, dpi: int) -> Scan:
    lines = [line[:88] for line in text.split("\n")][:LINES_A_PAGE]

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 11)
        for number, line in enumerate(lines):
            canvas.drawString(50, 800 - 15 * number, line)

    return Scan(samples.scanned(samples.pdf(draw, size=A4), dpi=dpi, skew=0.5), 1, "\n".join(lines))


# Each reader works on a folder of pages, in a process of its own.


def read_torvet(file: Path) -> str:
    return recognise(file.read_bytes(), 1).text


def read_program(file: Path) -> str:
    command = ["tesseract", str(file.with_suffix(".png")), "-", "-l", "dan", "--dpi", str(PROGRAM_DPI)]
    environment = os.environ | {"OMP_THREAD_LIMIT": "1", "TESSDATA_PREFIX": str(tessdata())}
    return subprocess.run(command, capture_output=True, check=True, env=environment).stdout.decode()


OURS = "torvet.pure.recognition"
READERS: dict[str, Callable[[Path], str]] = {OURS: read_torvet, "tesseract program": read_program}


def in_own_process(reader: str, scans: list[Scan]) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as name:
        for at, scan in enumerate(scans):
            file = Path(name) / f"{at:03}.pdf"
            file.write_bytes(one_page(scan))
            file.with_suffix(".txt").write_text(scan.truth, encoding="utf-8")
            samples.image_of(file.read_bytes(), PROGRAM_DPI).save(file.with_suffix(".png"))
        command = [sys.executable, __file__, "--reader", reader, "--folder", name]
        figures: dict[str, float] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return figures


def one_page(scan: Scan) -> bytes:
    with pypdfium2.PdfDocument(scan.pdf) as source, pypdfium2.PdfDocument.new() as target:
        target.import_pages(source, [scan.page - 1])
        file = io.BytesIO()
        target.save(file)
    return file.getvalue()


def read_all(reader: str, folder: Path) -> dict[str, float]:
    files, found, truth = sorted(folder.glob("*.pdf")), Counter[str](), Counter[str]()
    start = spent()
    for file in files:
        said, seen = words(file.with_suffix(".txt").read_text(encoding="utf-8")), words(READERS[reader](file))
        truth += said
        found += said & seen
    numbers = [word for word in truth if sum(map(str.isdigit, word)) >= 5]
    who = resource.RUSAGE_SELF if reader == OURS else resource.RUSAGE_CHILDREN
    peak = resource.getrusage(who).ru_maxrss
    return {
        "pages": len(files),
        "words": truth.total(),
        "cpu_seconds_a_page": round((spent() - start) / len(files), 2),
        "words_read_percent": round(100 * found.total() / truth.total(), 2),
        "numbers": sum(truth[word] for word in numbers),
        "numbers_read": sum(found[word] for word in numbers),
        "peak_mib": round(peak / 1024),
    }


def words(text: str) -> Counter[str]:
    return Counter(text.split())


def spent() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def cpu_seconds(work: Callable[[], object], rounds: int = 3) -> float:
    seconds = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        seconds.append(time.process_time() - start)
    return round(min(seconds), 3)


def measure_fonts() -> dict[str, float]:
    font = samples.embedded_font()
    if font is None:
        return {}
    page = samples.written(*samples.LINES * 9, font=font, y=800)
    honest = samples.pdf(*[page] * 5, size=A4)
    plain = samples.pdf(*[samples.written(*samples.LINES * 9, y=800)] * 5, size=A4)
    lying = samples.lying(honest, {"3": "7", "7": "3"})
    return {
        "honest_cpu_seconds": cpu_seconds(lambda: doubtful_fonts(honest)),
        "lying_cpu_seconds": cpu_seconds(lambda: doubtful_fonts(lying)),
        "not_embedded_cpu_seconds": cpu_seconds(lambda: doubtful_fonts(plain)),
        "honest_pages_doubted": len(doubtful_fonts(honest)),
        "lying_pages_doubted": len(doubtful_fonts(lying)),
    }


def measure_codes() -> dict[str, float]:
    text = samples.pdf(samples.written(*samples.LINES * 9, y=800), size=A4)
    scan = samples.scanned(text)
    return {
        "text_page_cpu_seconds": cpu_seconds(lambda: read_codes(text, 1)),
        "scanned_page_cpu_seconds": cpu_seconds(lambda: read_codes(scan, 1)),
    }


def markdown(report: dict[str, Any]) -> str:
    facts = report["machine"]
    libraries = ", ".join(f"{name} {number}" for name, number in facts["versions"].items())
    head = ("Scan", "Reader", "Pages", "Words", "CPU s a page", "Words read %", "Numbers read", "Peak MiB")
    rows = [
        (kind, reader, one["pages"], one["words"], one["cpu_seconds_a_page"], one["words_read_percent"],
         f"{one['numbers_read']} of {one['numbers']}", one["peak_mib"])
        for kind, readers in report["reading"].items()
        for reader, one in readers.items()
    ]  # fmt: skip
    small = [(name.replace("_", " "), figure) for part in ("fonts", "codes") for name, figure in report[part].items()]
    return "\n".join(
        [
            "# Recognition",
            "",
            f"{facts['date']}, {facts['cores']} cores ({facts['cpu']}), load {facts['load_at_start']} at the start and "
            f"{report['load_at_end']} at the end, Python {facts['python']}, {libraries}.",
            "",
            *table(head, rows),
            "",
            *table(("Fonts (a document of five pages) and codes (a page)", "Figure"), small),
        ]
    )


if __name__ == "__main__":
    main()
