#!/usr/bin/env python3
"""Measure redaction and its proof beside two other ways, on the same pages in the same run.

    .venv/bin/python benchmarks/redaction/run.py [--documents 20] [--pages 5]

Times are CPU time of this process, best of the repetitions. The pages are made here: Danish sentences, about
5,000 characters and two CPR numbers a page, half of the files with an embedded TrueType font, half with a
standard font. Compared are the glyph path, the raster path, every page made a picture without looking (what
some portals do), and a black rectangle drawn on top (what a hurried person does). For each the same question
is asked: does any of the readers still find the numbers?
"""

import argparse
import io
import json
import platform
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import pikepdf
import pypdfium2
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas
from tqdm import tqdm

from torvet.pure.recognition import is_available, text_of
from torvet.pure.redaction import Box, Proof, RedactedFile, find_leaks, prove, redact
from torvet.pure.redaction.matching import Secrets
from torvet.pure.redaction.readers import (
    read_loose_ends,
    read_own,
    read_pdfium,
    read_pdfminer,
    read_pypdf,
)

RESULTS = Path(__file__).resolve().parent / "results"
LIBRARIES = ("pypdfium2", "pikepdf", "pillow", "pypdf", "pdfminer.six", "reportlab")
SENTENCES = (
    "Kommunen har modtaget ansøgningen om dispensation fra lokalplanens bestemmelse om skel.",
    "Naboerne er hørt efter planlovens regler, og der kom tre bemærkninger inden fristen.",
    "Forvaltningen vurderer, at byggeriet ikke ændrer områdets karakter væsentligt.",
    "Ejeren oplyser, at carporten bliver opført i træ med sort tagpap og uden vægge.",
)
LINES = 58
PICTURED_DOCUMENTS = 2


def number_for(index: int) -> str:
    """Give a CPR number of somebody born in 1858-1899 (seventh digit 5 to 8)."""
    return f"{1 + index % 28:02d}{1 + index % 12:02d}{58 + index % 42}-{5000 + index % 4000}"


def make_document(index: int, pages: int) -> tuple[bytes, list[str]]:
    """Make one file, and give it with its numbers."""
    out = io.BytesIO()
    sheet = canvas.Canvas(out, pagesize=(595, 842), invariant=1)
    numbers = [number_for(index * pages + page) for page in range(pages)]
    font = "Vera" if index % 2 else "Times-Roman"
    for number in numbers:
        sheet.setFont(font, 9)
        for line in range(LINES):
            text = SENTENCES[(index + line) % len(SENTENCES)]
            if line in (7, 33):
                text = f"Ansøger med cpr.nr. {number} har indsendt tegninger, som er lagt på sagen."
            sheet.drawString(50, 800 - line * 13, text)
        sheet.showPage()
    sheet.save()
    return out.getvalue(), numbers


def find_boxes(pdf: bytes, numbers: Sequence[str]) -> list[Box]:
    """Give the boxes around the numbers; not part of what is measured."""
    boxes = []
    document = pypdfium2.PdfDocument(pdf)
    for page_number, page in enumerate(document, start=1):
        text = page.get_textpage()
        said = text.get_text_range()
        for number in numbers:
            start = said.find(number)
            while start >= 0:
                places = [text.get_charbox(index) for index in range(start, start + len(number))]
                x0, y0 = min(place[0] for place in places), min(place[1] for place in places)
                x1, y1 = max(place[2] for place in places), max(place[3] for place in places)
                boxes.append(Box(page_number, x0, y0, x1, y1, "[cpr-nr.]", "cpr", "§ 30, nr. 1"))
                start = said.find(number, start + 1)
    document.close()
    return boxes


def black_rectangles(pdf: bytes, boxes: Sequence[Box]) -> bytes:
    """Draw black rectangles on top: the wrong way, as a floor for time and size."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for box in boxes:
            bar = f"0 g {box.x0:.2f} {box.y0:.2f} {box.rect.width:.2f} {box.rect.height:.2f} re f"
            opened.pages[box.page - 1].contents_add(bar.encode())
        out = io.BytesIO()
        opened.save(out)
    return out.getvalue()


def all_pictures(pdf: bytes, boxes: Sequence[Box]) -> bytes:
    """Make every page a grey picture at 200 dpi with black rectangles, stored as JPEG."""
    document = pypdfium2.PdfDocument(pdf)
    pictures = []
    for number, page in enumerate(document, start=1):
        picture = page.render(scale=200 / 72, draw_annots=False).to_pil().convert("L")
        for box in (box for box in boxes if box.page == number):
            edges = (box.x0, 842 - box.y1, box.x1, 842 - box.y0)
            picture.paste(0, tuple(round(edge * 200 / 72) for edge in edges))
        pictures.append(picture)
    document.close()
    out = io.BytesIO()
    pictures[0].save(out, "PDF", save_all=True, append_images=pictures[1:], resolution=200)
    return out.getvalue()


def glyphs(pdf: bytes, boxes: Sequence[Box]) -> bytes:
    return redact(pdf, boxes, title="Afgørelse").data


def raster(pdf: bytes, boxes: Sequence[Box]) -> bytes:
    pages = {box.page for box in boxes}
    return redact(pdf, boxes, title="Afgørelse", raster_pages=pages).data


WAYS: dict[str, Callable[[bytes, Sequence[Box]], bytes]] = {
    "torvet, glyphs": glyphs,
    "torvet, raster": raster,
    "all pages as pictures (200 dpi, JPEG)": all_pictures,
    "black rectangle on top": black_rectangles,
}


def leaks(data: bytes, numbers: Sequence[str]) -> bool:
    """Tell whether any reader, or any string or stream, still gives one of the numbers."""
    secrets = Secrets(numbers)
    document = pypdfium2.PdfDocument(data)
    readings = [read_pdfium(document), read_pypdf(data), read_pdfminer(data)]
    document.close()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        texts = [page.text() for page in read_own(pdf)]
        ends = read_loose_ends(pdf)
    texts += [text for reading in readings for text in reading.pages] + ends.strings
    return bool(secrets.found_in("\n".join(texts))) or any(map(secrets.found_in_bytes, ends.streams))


def measured(work: Callable[[], object], repetitions: int) -> float:
    """Give the least CPU time of several repetitions, in milliseconds."""
    best = float("inf")
    for _ in range(repetitions):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best * 1000


def measure_ways(documents: list[tuple[bytes, list[str]]], pages: int, repetitions: int) -> list[dict[str, object]]:
    """Measure every way on every document."""
    rows: list[dict[str, object]] = []
    for name, way in WAYS.items():
        spent, size, leaking = 0.0, 0, 0
        for pdf, numbers in tqdm(documents, desc=name):
            boxes = find_boxes(pdf, numbers)
            results: list[bytes] = []
            spent += measured(lambda: results.append(way(pdf, boxes)), repetitions)  # noqa: B023
            size += len(results[0])
            leaking += leaks(results[0], numbers)
        total = len(documents) * pages
        rows.append(
            {
                "way": name,
                "cpu_ms_page": round(spent / total, 1),
                "bytes_page": round(size / total),
                "leaking_files": f"{leaking}/{len(documents)}",
            }
        )
    return rows


def measure_proofs(documents: list[tuple[bytes, list[str]]], pages: int, repetitions: int) -> list[dict[str, object]]:
    """Measure the proof of both paths, and the readers by themselves."""
    rows: list[dict[str, object]] = []
    for name, as_pictures in (("proof, glyphs", False), ("proof, raster", True)):
        spent, holding = 0.0, 0
        for pdf, numbers in tqdm(documents, desc=name):
            boxes = find_boxes(pdf, numbers)
            chosen = range(1, pages + 1) if as_pictures else ()
            redacted = redact(pdf, boxes, title="Afgørelse", raster_pages=chosen)
            proofs: list[Proof] = []

            def work() -> None:
                proofs.append(  # noqa: B023
                    prove(
                        pdf,  # noqa: B023
                        redacted.data,  # noqa: B023
                        boxes,  # noqa: B023
                        secrets=numbers,  # noqa: B023
                        detect=lambda text: [],
                        drawn=redacted.boxes,  # noqa: B023
                    )
                )

            spent += measured(work, repetitions)
            holding += proofs[0].holds
        total = len(documents) * pages
        rows.append({"step": name, "cpu_ms_page": round(spent / total, 1), "holds": f"{holding}/{len(documents)}"})
    return rows + measure_readers(documents, pages, repetitions)


def measure_pictures(documents: list[tuple[bytes, list[str]]], pages: int) -> list[dict[str, object]]:
    """Measure the proof of raster pages with somebody who reads them; seconds a page, so once and on few."""
    if not is_available():
        return [{"step": "proof, raster, pictures read", "cpu_ms_page": None, "holds": "Tesseract is not installed"}]
    spent, holding, few = 0.0, 0, documents[:PICTURED_DOCUMENTS]
    for pdf, numbers in tqdm(few, desc="proof with pictures"):
        boxes = find_boxes(pdf, numbers)
        redacted = redact(pdf, boxes, title="Afgørelse", raster_pages=range(1, pages + 1))
        start = time.process_time()
        proof = prove(
            pdf,
            redacted.data,
            boxes,
            secrets=numbers,
            detect=lambda text: [],
            drawn=redacted.boxes,
            recognise=text_of,
        )
        spent += time.process_time() - start
        holding += proof.holds and proof.looked_at_pictures
    cpu = round(spent * 1000 / (len(few) * pages), 1)
    return [{"step": "proof, raster, pictures read", "cpu_ms_page": cpu, "holds": f"{holding}/{len(few)}"}]


def measure_memory(documents: list[tuple[bytes, list[str]]], pages: int) -> list[dict[str, object]]:
    """Give the most memory that each step had resident, and what the process had before it."""
    pdf, numbers = documents[0]
    boxes, every = find_boxes(pdf, numbers), range(1, pages + 1)
    kept: dict[str, RedactedFile] = {}

    def cover(name: str, chosen: Sequence[int]) -> None:
        kept[name] = redact(pdf, boxes, title="Afgørelse", raster_pages=chosen)

    def check(name: str) -> None:
        made = kept[name]
        prove(pdf, made.data, boxes, secrets=numbers, detect=lambda text: [], drawn=made.boxes)

    steps: dict[str, Callable[[], None]] = {
        "redaction, glyphs": lambda: cover("glyphs", ()),
        "redaction, raster": lambda: cover("raster", every),
        "proof, glyphs": lambda: check("glyphs"),
        "proof, raster": lambda: check("raster"),
    }
    rows: list[dict[str, object]] = []
    for name, step in steps.items():
        before = resident("VmRSS")
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # the peak begins anew
        step()
        rows.append({"step": name, "before_mb": before, "peak_mb": resident("VmHWM")})
    return rows


def resident(field: str) -> int:
    """Give a figure of this process's memory in megabytes."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) // 1024 for line in lines if line.startswith(field))


def measure_checker(documents: list[tuple[bytes, list[str]]], pages: int, repetitions: int) -> list[dict[str, object]]:
    """Measure the checker on files as they came, and on files that cover with black rectangles."""
    rows: list[dict[str, object]] = []
    covered = [black_rectangles(pdf, find_boxes(pdf, numbers)) for pdf, numbers in documents]
    for name, files in (("ordinary files", [pdf for pdf, _ in documents]), ("black rectangles", covered)):
        spent = sum(measured(lambda: find_leaks(pdf), repetitions) for pdf in files)  # noqa: B023
        alarms = sum(not find_leaks(pdf).is_clean for pdf in files)
        cpu = round(spent / (len(files) * pages), 1)
        rows.append({"step": f"checker, {name}", "cpu_ms_page": cpu, "alarms": f"{alarms}/{len(files)}"})
    return rows


def measure_readers(documents: list[tuple[bytes, list[str]]], pages: int, repetitions: int) -> list[dict[str, object]]:
    """Measure each reader on redacted files."""
    files = [redact(pdf, find_boxes(pdf, numbers), title="x").data for pdf, numbers in documents]

    def with_pikepdf(data: bytes) -> None:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            for page in read_own(pdf):
                page.text()

    readers: dict[str, Callable[[bytes], object]] = {
        "reader pdfium": lambda data: read_pdfium(pypdfium2.PdfDocument(data)),
        "reader pypdf": read_pypdf,
        "reader pdfminer.six": read_pdfminer,
        "reader own": with_pikepdf,
    }
    rows: list[dict[str, object]] = []
    for name, read in readers.items():
        spent = sum(measured(lambda: read(data), repetitions) for data in files)  # noqa: B023
        rows.append({"step": name, "cpu_ms_page": round(spent / (len(files) * pages), 1)})
    return rows


def main() -> None:
    """Run all measurements, print them and write them to results/."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, default=20)
    parser.add_argument("--pages", type=int, default=5)
    parser.add_argument("--repetitions", type=int, default=3)
    arguments = parser.parse_args()
    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
    documents = [make_document(index, arguments.pages) for index in range(arguments.documents)]
    text = read_pypdf(documents[0][0]).pages[0]
    result = {
        "measured_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": f"{platform.machine()}, {platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "libraries": {name: version(name) for name in LIBRARIES},
        "documents": arguments.documents,
        "pages": arguments.documents * arguments.pages,
        "characters_page": len(text),
        "ways": measure_ways(documents, arguments.pages, arguments.repetitions),
        "proof": measure_proofs(documents, arguments.pages, arguments.repetitions),
        "pictures": measure_pictures(documents, arguments.pages),
        "checker": measure_checker(documents, arguments.pages, arguments.repetitions),
        "memory": measure_memory(documents, arguments.pages),
    }
    RESULTS.mkdir(exist_ok=True)
    told = json.dumps(result, ensure_ascii=False, indent=1)
    name = datetime.now(UTC).strftime("%Y-%m-%dT%H%M")
    (RESULTS / f"{name}.json").write_text(told + "\n", encoding="utf-8")
    print(told)


if __name__ == "__main__":
    main()
