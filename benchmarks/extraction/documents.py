"""The PDF files that are read: Danish-looking words from a fixed seed, 5,500 characters a page."""

import io
import random
from pathlib import Path

import reportlab
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

EMBEDDED = "Embedded"
PAGES, LINES, LINE_CHARACTERS = 5, 60, 90
VOCABULARY = (
    "kommunen borgmesteren udvalget sagen naboen støj varmepumpe skel lokalplan byggesag afgørelse høring klage "
    "dispensation ejendommen matrikel vejen skolen budget møde referat indstilling godkendt udsat æble østre åen"
)
WORDS = VOCABULARY.split()


def text_lines(seed: int) -> list[str]:
    chance = random.Random(seed)
    lines = []
    for _ in range(LINES):
        line = ""
        while len(line) < LINE_CHARACTERS:
            line += chance.choice(WORDS) + " "
        lines.append(line[:LINE_CHARACTERS])
    return lines


def document(seed: int, font: str) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=1)
    for page in range(PAGES):
        canvas.setFont(font, 9)
        for number, line in enumerate(text_lines(seed * PAGES + page)):
            canvas.drawString(50, 800 - 12.5 * number, line)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def register(fonts: Path | None) -> None:
    """Register the embedded typeface: DejaVu Sans, or the one the drawing library brings."""
    file = (fonts / "DejaVuSans.ttf") if fonts else Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
    pdfmetrics.registerFont(TTFont(EMBEDDED, file))


def make_documents(folder: Path, count: int, font: str) -> None:
    folder.mkdir()
    for seed in range(count):
        (folder / f"{seed:04}.pdf").write_bytes(document(seed, font))
