"""Papers made in code for the tests: PDF files with a secret in known places, and ways to point at it.

All persons are invented; the CPR number would belong to somebody born in 1888.
"""

import io
import re
from collections.abc import Callable, Sequence
from typing import Any

import pikepdf
import pypdfium2
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

from torvet.pure.redaction import Box

CPR = "010188-5007"
NAME = "Birthe Skovgaard"
GROUND = "Offentlighedsloven § 30, nr. 1"
A4 = (595, 842)
pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))

Draw = Callable[[canvas.Canvas], None]


def detect(text: str) -> Sequence[str]:
    """A small detector: CPR numbers in their usual form, and e-mail addresses."""
    return re.findall(r"\b\d{6}[-– ]?\d{4}\b|\b[\w.]+@[\w.]+\w", text)


def paper(*pages: Draw, size: tuple[float, float] = A4) -> bytes:
    """Make a PDF file with one page for each drawing function."""
    out = io.BytesIO()
    sheet = canvas.Canvas(out, pagesize=size, invariant=1)
    for draw in pages:
        draw(sheet)
        sheet.showPage()
    sheet.save()
    return out.getvalue()


def letter(sheet: canvas.Canvas) -> None:
    """An ordinary letter: headline, a line with a name and a number, twelve lines of text."""
    sheet.setFont("Helvetica-Bold", 14)
    sheet.drawString(60, 780, "Afgørelse om dispensation")
    sheet.setFont("Vera", 10)
    sheet.drawString(60, 740, f"Ansøger er {NAME}, cpr. {CPR}, på egne vegne.")
    sheet.setFont("Times-Roman", 11)
    for number in range(12):
        sheet.drawString(60, 700 - number * 14, f"Kommunen har modtaget {number} svar om carporten i skel.")


def lines(*texts: str, font: str = "Vera", size: float = 11, x: float = 60, y: float = 740) -> Draw:
    """Give a page with a few lines."""

    def draw(sheet: canvas.Canvas) -> None:
        sheet.setFont(font, size)
        for number, text in enumerate(texts):
            sheet.drawString(x, y - number * 20, text)

    return draw


def changed(pdf: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """Give the file after a change made with pikepdf."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        change(opened)
        out = io.BytesIO()
        opened.save(out)
    return out.getvalue()


def with_content(content: bytes, *, size: tuple[float, float] = A4, **page_keys: object) -> bytes:
    """Make a one-page file of a content stream; /F1 is Helvetica, /F2 Vera as a two-byte font."""
    with pikepdf.new() as pdf:
        helvetica = pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type1,
            BaseFont=pikepdf.Name.Helvetica,
            Encoding=pikepdf.Name.WinAnsiEncoding,
        )
        page = pikepdf.Dictionary(
            Type=pikepdf.Name.Page,
            MediaBox=pikepdf.Array([0, 0, *size]),
            Resources=pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=helvetica, F2=two_byte_font(pdf))),
            Contents=pdf.make_stream(content),
        )
        for key, value in page_keys.items():
            page[f"/{key}"] = value
        pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def two_byte_font(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """Vera as a composite font whose codes are glyph numbers, as office programs write them."""
    face: Any = pdfmetrics.getFont("Vera").face  # type: ignore[attr-defined]
    characters = {ord(character): face.charToGlyph[ord(character)] for character in _ALPHABET}
    mapped = "\n".join(f"<{glyph:04x}> <{code:04x}>" for code, glyph in characters.items())
    to_unicode = f"{len(characters)} beginbfchar\n{mapped}\nendbfchar".encode()
    widths = pikepdf.Array()
    for code, glyph in characters.items():
        widths.append(glyph)
        widths.append(pikepdf.Array([round(face.charWidths[code])]))
    with open(face.filename, "rb") as file:
        program = pdf.make_stream(file.read())
    descriptor = pikepdf.Dictionary(
        Type=pikepdf.Name.FontDescriptor,
        FontName=pikepdf.Name("/Vera"),
        Flags=4,
        FontBBox=pikepdf.Array([-183, -236, 1287, 928]),
        ItalicAngle=0,
        Ascent=928,
        Descent=-236,
        CapHeight=730,
        StemV=80,
        FontFile2=program,
    )
    descendant = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.CIDFontType2,
        BaseFont=pikepdf.Name("/Vera"),
        CIDSystemInfo=pikepdf.Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
        FontDescriptor=pdf.make_indirect(descriptor),
        DW=600,
        W=widths,
        CIDToGIDMap=pikepdf.Name.Identity,
    )
    return pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type0,
            BaseFont=pikepdf.Name("/Vera"),
            Encoding=pikepdf.Name("/Identity-H"),
            DescendantFonts=pikepdf.Array([pdf.make_indirect(descendant)]),
            ToUnicode=pdf.make_stream(to_unicode),
        )
    )


_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅabcdefghijklmnopqrstuvwxyzæøå0123456789 .,:-@"


def two_byte(text: str) -> bytes:
    """Give a text as hexadecimal codes of the two-byte font."""
    face: Any = pdfmetrics.getFont("Vera").face  # type: ignore[attr-defined]
    return ("<" + "".join(f"{face.charToGlyph[ord(character)]:04x}" for character in text) + ">").encode()


def scan(*texts: str, size: tuple[int, int] = (1240, 1754)) -> Image.Image:
    """Draw lines of text as a scanned page at 150 dpi."""
    picture = Image.new("L", size, 255)
    pen = ImageDraw.Draw(picture)
    font = ImageFont.load_default(30)
    for number, text in enumerate(texts):
        pen.text((120, 150 + 60 * number), text, fill=0, font=font)
    return picture


def picture_page(picture: Image.Image) -> Draw:
    """Give a page that is one picture."""

    def draw(sheet: canvas.Canvas) -> None:
        sheet.drawImage(ImageReader(picture), 0, 0, *A4)

    return draw


def find(pdf: bytes, *texts: str, label: str = "[navn]", kind: str = "name") -> list[Box]:
    """Give a box around each occurrence of each text, from PDFium's character boxes."""
    boxes = []
    document = pypdfium2.PdfDocument(pdf)
    try:
        for number, page in enumerate(document, start=1):
            text_page = page.get_textpage()
            said = text_page.get_text_range()
            for text in texts:
                for match in re.finditer(re.escape(text), said):
                    places = [text_page.get_charbox(index) for index in range(*match.span()) if said[index].strip()]
                    boxes.append(
                        Box(
                            number,
                            min(place[0] for place in places),
                            min(place[1] for place in places),
                            max(place[2] for place in places),
                            max(place[3] for place in places),
                            label,
                            kind,
                            GROUND,
                        )
                    )
    finally:
        document.close()
    return boxes


def cpr_boxes(pdf: bytes) -> list[Box]:
    """Give the boxes around the CPR number."""
    return find(pdf, CPR, label="[cpr-nr.]", kind="cpr")


def said(pdf: bytes, page: int = 1) -> str:
    """Give what PDFium reads on a page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return str(document[page - 1].get_textpage().get_text_range())
    finally:
        document.close()


def drawn(pdf: bytes, page: int = 1, scale: float = 1.0) -> Image.Image:
    """Give a page's picture as a reader sees it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        picture: Image.Image = document[page - 1].render(scale=scale).to_pil().convert("L")
        return picture
    finally:
        document.close()
