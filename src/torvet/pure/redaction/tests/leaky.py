"""Files that give something away, one way each, and files of ordinary makers that do not.

The first seventeen ways are those that public checkers are known to be measured by; the rest are ours. Benchmarks
write the leak matrix from these same papers.
"""

import io
from collections.abc import Callable

import pikepdf
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib import colors
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from torvet.pure.redaction import LeakKind, redact
from torvet.pure.redaction.tests.papers import CPR, changed, cpr_boxes, letter, lines, paper, scan, with_content

SLIP = pikepdf.Array([0, 600, 420, 842])
LINE = f"BT /F1 11 Tf 60 700 Td (Nummeret {CPR} er hans) Tj ET "  # the number stands at x 112 to 180
FIELD = "105 694 80 18 re"
ANNOTATION_RECT = (105, 694, 185, 712)


def slip(operators: str | bytes, **keys: object) -> bytes:
    """A small page with a visible line and what is given."""
    content = b"BT /F1 11 Tf 60 760 Td (Det her kan alle se) Tj ET "
    more = operators.encode() if isinstance(operators, str) else operators
    page_keys: dict[str, object] = {"MediaBox": SLIP, **keys}
    return with_content(content + more, **page_keys)  # type: ignore[arg-type]


def annotated(kind: str, **keys: object) -> bytes:
    """The line with an annotation of that kind over the number."""

    def add(pdf: pikepdf.Pdf) -> None:
        note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name(f"/{kind}"), F=4)
        note["/Rect"] = pikepdf.Array(ANNOTATION_RECT)
        for key, value in keys.items():
            note[f"/{key}"] = pikepdf.Array(value) if isinstance(value, list) else value
        pdf.pages[0].obj["/Annots"] = pikepdf.Array([pdf.make_indirect(note)])

    return changed(slip(LINE), add)


def with_states(content: str, **states: dict[str, object]) -> bytes:
    """A slip whose resources have graphics states."""

    def add(pdf: pikepdf.Pdf) -> None:
        made = {
            f"/{name}": pikepdf.Dictionary({f"/{key}": item for key, item in keys.items()})
            for name, keys in states.items()
        }
        pdf.pages[0].obj.Resources["/ExtGState"] = pikepdf.Dictionary(made)

    return changed(slip(content), add)


def image_over(picture: Image.Image, *, quality: int | None = None) -> bytes:
    """A slip with a picture laid over the number."""

    def draw(sheet: canvas.Canvas) -> None:
        lines(f"Nummeret {CPR} er hans", font="Helvetica", y=700)(sheet)
        source: object = picture
        if quality:
            stored = io.BytesIO()
            picture.save(stored, "JPEG", quality=quality)
            stored.seek(0)
            source = stored
        sheet.drawImage(ImageReader(source), 105, 694, 85, 18)

    return paper(draw)


def noisy_bar() -> Image.Image:
    """A dark photograph of nothing, as a scanner gives a marker pen."""
    picture = Image.new("RGB", (170, 36), (12, 12, 14))
    pen = ImageDraw.Draw(picture)
    for x in range(0, 170, 7):
        pen.line((x, 0, x + 5, 36), fill=(18, 16, 20))
    return picture


def in_form(pdf: pikepdf.Pdf) -> None:
    """Put a bar into a form with a matrix of its own."""
    form = pdf.make_stream(b"0 g 0 0 40 9 re f")
    form["/Type"], form["/Subtype"] = pikepdf.Name.XObject, pikepdf.Name.Form
    form["/BBox"], form["/Matrix"] = pikepdf.Array([0, 0, 40, 9]), pikepdf.Array([2, 0, 0, 2, 5, 4])
    pdf.pages[0].obj.Resources["/XObject"] = pikepdf.Dictionary(Bar=form)
    pdf.pages[0].contents_add(b"q 1 0 0 1 100 690 cm /Bar Do Q")


def layer_off() -> bytes:
    """The number in a layer that is switched off."""

    def switch_off(pdf: pikepdf.Pdf) -> None:
        layer = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="Udkast"))
        off = pikepdf.Dictionary(OFF=pikepdf.Array([layer]), Order=pikepdf.Array([layer]))
        pdf.Root["/OCProperties"] = pikepdf.Dictionary(OCGs=pikepdf.Array([layer]), D=off)
        pdf.pages[0].obj.Resources["/Properties"] = pikepdf.Dictionary(Lag=layer)

    return changed(slip(f"/OC /Lag BDC {LINE} EMC"), switch_off)


def bookmarked() -> bytes:
    """The number is gone from the page, rightly, and stands in a bookmark."""

    def add(pdf: pikepdf.Pdf) -> None:
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem(f"Ansøgning fra {CPR}", 0))

    return changed(slip(f"0 g {FIELD} f"), add)


def titled() -> bytes:
    """A bar over the number, which is in the file's subject too."""
    return changed(slip(f"{LINE} {FIELD} f"), lambda pdf: pdf.docinfo.__setitem__("/Subject", f"Sag om {CPR}"))


def attached() -> bytes:
    """A page with nothing to hide and the unredacted file inside it."""

    def add(pdf: pikepdf.Pdf) -> None:
        pdf.attachments["original.txt"] = pikepdf.AttachedFileSpec(pdf, CPR.encode(), filename="original.txt")

    return changed(slip(""), add)


def updated() -> bytes:
    """A file whose last update took the number away and left the earlier version in it."""
    before = slip(LINE)
    with pikepdf.open(io.BytesIO(before)) as pdf:
        plain = io.BytesIO()
        pdf.save(plain, object_stream_mode=pikepdf.ObjectStreamMode.disable)
        number = pdf.pages[0].obj.Contents.objgen[0]
    data = plain.getvalue()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        number, root, size = pdf.pages[0].obj.Contents.objgen[0], pdf.Root.objgen[0], int(pdf.trailer.Size)
    start = data.rindex(b"startxref")
    previous = int(data[start:].split()[1])
    content = b"BT /F1 11 Tf 60 760 Td (Det her kan alle se) Tj ET"
    body = f"{number} 0 obj\n<< /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream\nendobj\n"
    table = f"xref\n{number} 1\n{len(data):010d} 00000 n \n".encode()
    trailer = (
        f"trailer\n<< /Size {size} /Root {root} 0 R /Prev {previous} >>\nstartxref\n{len(data) + len(body)}\n%%EOF\n"
    )
    return data + body + table + trailer.encode()


def scan_with(bar: bytes = b"", *, text: str = "", annotation: bool = False) -> bytes:
    """A scanned page, with a bar or an annotation over its number, or with a machine's text below."""

    def draw(sheet: canvas.Canvas) -> None:
        sheet.drawImage(ImageReader(scan(f"Nummer {CPR} er hans", "Resten er til at se")), 0, 0, 595, 842)

    def add(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].contents_add(bar)
        if text:
            font = pikepdf.Dictionary(
                Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
            )
            pdf.pages[0].obj.Resources["/Font"] = pikepdf.Dictionary(Ocr=font)
            pdf.pages[0].contents_add(text.encode())
        if annotation:
            note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Square, F=4)
            note["/Rect"], note["/IC"] = pikepdf.Array([110, 750, 260, 780]), pikepdf.Array([0, 0, 0])
            pdf.pages[0].obj["/Annots"] = pikepdf.Array([pdf.make_indirect(note)])

    return changed(paper(draw), add)


def hatched(step: float, width: float) -> str:
    lines_down = " ".join(
        f"{105 + i * step:.1f} 692 m {105 + i * step + 20:.1f} 714 l S" for i in range(int(80 / step))
    )
    lines_up = " ".join(f"{105 + i * step:.1f} 714 m {105 + i * step + 20:.1f} 692 l S" for i in range(int(80 / step)))
    return f"{LINE} {width} w {lines_down} {lines_up}"


ROUND = (
    "110 694 m 180 694 l 185 694 185 699 185 699 c 185 707 l 185 712 180 712 180 712 c "
    "110 712 l 105 712 105 707 105 707 c 105 699 l 105 694 110 694 110 694 c f"
)
QUAD = [105, 712, 185, 712, 105, 694, 185, 694]
PAINTED: dict[str, tuple[Callable[[], bytes], LeakKind]] = {
    "black rectangle": (lambda: slip(f"{LINE} 0 g {FIELD} f"), LeakKind.UNDER_COVER),
    "white rectangle": (lambda: slip(f"{LINE} 1 g {FIELD} f"), LeakKind.UNDER_COVER),
    "polygon": (lambda: slip(f"{LINE} 0 g 105 694 m 185 692 l 187 713 l 104 711 l h f"), LeakKind.UNDER_COVER),
    "Square annotation over text": (lambda: annotated("Square", IC=[0, 0, 0], C=[0, 0, 0]), LeakKind.UNDER_ANNOTATION),
    "image over text": (lambda: image_over(scan("Logo", size=(170, 36))), LeakKind.UNDER_COVER),
    "rounded rectangle": (lambda: slip(f"{LINE} 0 g {ROUND}"), LeakKind.UNDER_COVER),
    "97 % opaque": (
        lambda: with_states(f"{LINE} /Naesten gs 0 g {FIELD} f", Naesten={"ca": 0.97}),
        LeakKind.UNDER_COVER,
    ),
    "stack of 2-pt bars": (
        lambda: slip(LINE + " ".join(f"105 {694 + y} 80 2 re f" for y in range(0, 18, 2))),
        LeakKind.UNDER_COVER,
    ),
    "bar in the header zone": (
        lambda: slip(f"BT /F1 11 Tf 60 825 Td (Nummeret {CPR} er hans) Tj ET 105 819 80 18 re f"),
        LeakKind.UNDER_COVER,
    ),
    "dark highlight annotation": (
        lambda: annotated("Highlight", C=[0, 0, 0], QuadPoints=QUAD),
        LeakKind.UNDER_ANNOTATION,
    ),
    "unapplied Redact annotation": (lambda: annotated("Redact", QuadPoints=QUAD), LeakKind.UNAPPLIED_REDACTION),
    "bookmark": (bookmarked, LeakKind.BOOKMARK),
    "white text": (lambda: slip(f"1 g {LINE} 0 g"), LeakKind.SAME_COLOUR),
    "mode-3 text": (lambda: slip(f"3 Tr {LINE}"), LeakKind.INVISIBLE),
    "0.1-pt text": (lambda: slip(LINE.replace("11 Tf", ".1 Tf")), LeakKind.TINY),
    "off-page text": (lambda: slip(LINE.replace("60 700", "-200 700")), LeakKind.OFF_PAGE),
    "cropped-away text": (
        lambda: slip(LINE, CropBox=pikepdf.Array([0, 720, 420, 842])),
        LeakKind.OFF_PAGE,
    ),
    "JPEG cover": (lambda: image_over(noisy_bar(), quality=60), LeakKind.UNDER_COVER),
    "clipped text": (lambda: slip(f"q 0 600 10 10 re W n {LINE} Q"), LeakKind.UNSEEN),
    "layer that is off": (layer_off, LeakKind.LAYER),
    "ActualText": (
        lambda: slip(f"/Span << /ActualText ({CPR}) >> BDC BT /F1 11 Tf 60 700 Td (Se her) Tj ET EMC"),
        LeakKind.ACTUAL_TEXT,
    ),
    "attachment": (attached, LeakKind.ATTACHMENT),
    "earlier revision": (updated, LeakKind.EARLIER_REVISION),
    "bar in a form XObject": (lambda: changed(slip(LINE), in_form), LeakKind.UNDER_COVER),
    "black highlighter (Multiply)": (
        lambda: with_states(f"{LINE} /Tusch gs 0 g {FIELD} f", Tusch={"BM": pikepdf.Name.Multiply}),
        LeakKind.UNDER_COVER,
    ),
    "cross-hatching": (lambda: slip(hatched(1.5, 1.2)), LeakKind.UNDER_COVER),
    "metadata": (titled, LeakKind.METADATA),
    "bar with a label on it": (
        lambda: slip(f"{LINE} 0 g {FIELD} f BT 1 g /F1 9 Tf 108 700 Td (fjernet) Tj ET"),
        LeakKind.UNDER_COVER,
    ),
    "bar of block letters": (
        lambda: changed(slip(LINE), blocks),
        LeakKind.UNDER_COVER,
    ),
    "thick line": (lambda: slip(f"{LINE} 18 w 105 703 m 185 703 l S"), LeakKind.UNDER_COVER),
    "transparent text": (
        lambda: with_states(f"/Intet gs {LINE}", Intet={"ca": 0}),
        LeakKind.UNSEEN,
    ),
    "bar over a scan": (lambda: scan_with(b"0 g 110 750 150 30 re f"), LeakKind.PICTURE_UNDER_COVER),
    "annotation over a scan": (lambda: scan_with(annotation=True), LeakKind.PICTURE_UNDER_COVER),
    "OCR text under a burned bar": (
        lambda: scan_with(text=f"BT 3 Tr /Ocr 14 Tf 60 500 Td (Nummer {CPR}) Tj ET"),
        LeakKind.INVISIBLE,
    ),
}


def blocks(pdf: pikepdf.Pdf) -> None:
    """Lay a line of block signs over the number, as some word processors are used to do."""
    widths = pikepdf.Array([700])
    encoding = pikepdf.Dictionary(Type=pikepdf.Name.Encoding, Differences=pikepdf.Array([65, pikepdf.Name("/block")]))
    glyph = pdf.make_stream(b"700 0 0 -200 700 900 d1 0 -200 700 1100 re f")
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type3,
        FontBBox=pikepdf.Array([0, -200, 700, 900]),
        FontMatrix=pikepdf.Array([0.001, 0, 0, 0.001, 0, 0]),
        CharProcs=pikepdf.Dictionary(block=glyph),
        Encoding=encoding,
        FirstChar=65,
        LastChar=65,
        Widths=widths,
        ToUnicode=pdf.make_stream(b"1 beginbfchar <41> <2588> endbfchar"),
    )
    pdf.pages[0].obj.Resources.Font["/Blok"] = pdf.make_indirect(font)
    pdf.pages[0].contents_add(b"BT 0 g /Blok 16 Tf 105 697 Td (AAAAAAA) Tj ET")


# ---- what ordinary makers write
def report() -> bytes:
    """A report with tables, as reportlab's own layout makes it: white cells, dark header, rules."""
    out = io.BytesIO()
    styles = getSampleStyleSheet()
    rows = [["Sag", "Navn", "Dato"], *([f"26/{i:04d}", "Vej og park", "1. marts 2026"] for i in range(12))]
    table = Table(
        rows,
        style=[
            ("BACKGROUND", (0, 0), (-1, 0), colors.black),
            ("TEXTCOLOR", (0, 0), (-1, 0), colors.white),
            ("BACKGROUND", (0, 1), (-1, -1), colors.white),
            ("GRID", (0, 0), (-1, -1), 0.5, colors.grey),
        ],
    )
    title = Paragraph("Oversigt over sager", styles["Heading1"])
    SimpleDocTemplate(out, invariant=1).build(
        [title, table, Paragraph("Tak for opmærksomheden. " * 30, styles["Normal"])]
    )
    return out.getvalue()


def watermark(sheet: canvas.Canvas) -> None:
    sheet.saveState()
    sheet.setFillGray(0.85)
    sheet.setFont("Helvetica-Bold", 70)
    sheet.translate(150, 300)
    sheet.rotate(45)
    sheet.drawString(0, 0, "UDKAST")
    sheet.restoreState()
    letter(sheet)


def marked_yellow() -> bytes:
    return annotated("Highlight", C=[1, 1, 0], QuadPoints=QUAD)


def marked_in_content() -> bytes:
    return with_states(f"{LINE} /Gul gs 1 1 0 rg {FIELD} f", Gul={"BM": pikepdf.Name.Multiply})


def redacted_by_us() -> bytes:
    pdf = paper(letter)
    return redact(pdf, cpr_boxes(pdf), title="Afgørelse om dispensation").data


def searchable_scan() -> bytes:
    """A scan with a machine's text exactly over its words."""
    font = ImageFont.load_default(30)
    words = []
    for line, text in enumerate((f"Nummer {CPR} er hans", "Resten er til at se")):
        before = ""
        for word in text.split():
            x = (120 + font.getlength(before)) * 595 / 1240
            words.append(f"1 0 0 1 {x:.1f} {752 - 29 * line} Tm ({word}) Tj")
            before += f"{word} "
    return scan_with(text=f"BT 3 Tr /Ocr 15 Tf {' '.join(words)} ET")


def redrawn_table() -> bytes:
    """Text first, its table's lines and frames afterwards."""
    frames = " ".join(f"55 {690 - 20 * i} 300 20 re S" for i in range(4))
    text = " ".join(f"BT /F1 10 Tf 60 {696 - 20 * i} Td (Celle {i} med lidt tekst) Tj ET" for i in range(4))
    return slip(f"{text} .5 w {frames} 55 625 m 355 710 l 55 630 m 56 700 l S")


CLEAN: dict[str, Callable[[], bytes]] = {
    "report with a table (reportlab)": report,
    "letter (reportlab)": lambda: paper(letter, letter),
    "watermark behind the text": lambda: paper(watermark),
    "yellow highlight annotation": marked_yellow,
    "yellow highlight in the page": marked_in_content,
    "white text on a black bar": lambda: slip(
        "0 g 50 690 300 24 re f BT 1 g /F1 11 Tf 60 698 Td (Hvid overskrift) Tj ET"
    ),
    "white table cells": lambda: slip(f"1 g 50 690 300 24 re f 0 g {LINE}"),
    "table drawn after its text": redrawn_table,
    "searchable scan": searchable_scan,
    "covered by Torvet": redacted_by_us,
}
