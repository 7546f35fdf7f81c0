"""PDF files that hide text where people have been known to leave it.

Made with reportlab and changed with pikepdf. All take and give bytes. Deliberately not here: what is hidden, and why.
"""

import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pikepdf
import reportlab
import zxingcpp
from pikepdf import Array, Dictionary, Name, Stream, String
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

TYPEFACE = "Vera"
TYPEFACE_FILE = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
LEFT_PT, TOP_PT, LEADING_PT, SIZE_PT = 72, 780, 15, 10
# Where hidden things are put: below the lines of a letter, well inside an A4 page.
LOW_PT = 120
FORM_TOP_PT = 600
A4_PIXELS = (1240, 1754)
QR_SIDE_PT = 110

Lines = Sequence[str]


def letter(lines: Lines, *, turned_degrees: int = 0, more: Callable[[Canvas], object] = lambda canvas: None) -> bytes:
    """A letter with an embedded typeface; `more` may draw on its first page."""
    pdfmetrics.registerFont(TTFont(TYPEFACE, TYPEFACE_FILE))
    target = io.BytesIO()
    canvas = Canvas(target, invariant=1)
    canvas.setFont("Helvetica", 8)  # so that every page has a plain font by the name F1
    canvas.drawString(LEFT_PT, 30, "Fjordby Kommune")
    more(canvas)
    down = TOP_PT
    for line in _broken(lines):
        if down < LOW_PT + 3 * LEADING_PT:
            canvas.showPage()
            down = TOP_PT
        canvas.setPageRotation(turned_degrees)
        canvas.setFont(TYPEFACE, SIZE_PT)
        canvas.drawString(LEFT_PT, down, line)
        down -= LEADING_PT
    canvas.save()
    return target.getvalue()


def _broken(lines: Lines) -> list[str]:
    return [part for line in lines for part in line.split("\n")]


def _changed(data: bytes, change: Callable[[pikepdf.Pdf], object], *, is_packed: bool = True) -> bytes:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(target, deterministic_id=True, compress_streams=is_packed)
    return target.getvalue()


def literal(text: str) -> bytes:
    """Return a string as it stands in a content stream, in the encoding of the plain font."""
    raw = text.encode("cp1252", errors="replace")
    return b"(" + raw.replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)") + b")"


def scribbled(data: bytes, content: bytes) -> bytes:
    """Add drawing operators to the first page."""
    return _changed(data, lambda pdf: pdf.pages[0].contents_add(b"\nq " + content + b" Q\n"))


def shown(text: str, *, before: bytes = b"", x: int = LEFT_PT, y: int = LOW_PT, size: float = SIZE_PT) -> bytes:
    """Return the operators that show text in the plain font, after others that set how."""
    size_words = str(size).encode()
    moves = f"{x} {y} Td".encode()
    return before + b" BT /F1 " + size_words + b" Tf " + moves + b" " + literal(text) + b" Tj ET"


def white(text: str) -> bytes:
    """White letters on white paper."""
    return shown(text, before=b"1 1 1 rg")


def undrawn(text: str) -> bytes:
    """Letters in rendering mode 3, which draws nothing."""
    return shown(text, before=b"3 Tr")


def off_page(text: str) -> bytes:
    """Letters to the left of the paper."""
    return shown(text, x=-500)


def tiny(text: str) -> bytes:
    """Letters too small for any eye."""
    return shown(text, size=0.4)


def under_box(text: str) -> bytes:
    """Letters with a black box drawn over them, as many a hand has covered things."""
    return shown(text) + f" 0 0 0 rg {LEFT_PT - 4} {LOW_PT - 6} 440 22 re f".encode()


def kerned(text: str, down: int) -> bytes:
    """Letters set one by one with spaces between that no reader should take for words."""
    array = b" -12 ".join(literal(letter) for letter in text)
    return f"BT /F1 {SIZE_PT} Tf {LEFT_PT} {down} Td [".encode() + array + b"] TJ ET"


def actual_text(text: str) -> bytes:
    """Harmless letters that claim to say something else."""
    claimed = pikepdf.String(text).unparse()
    return b"/Span << /ActualText " + claimed + b" >> BDC " + shown("Se bilaget") + b" EMC"


def with_form(data: bytes, lines: Lines) -> bytes:
    """Put text into a drawing of its own that the page only refers to."""

    def change(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        content = b" ".join(
            shown(line, y=FORM_TOP_PT - LEADING_PT * place) for place, line in enumerate(_broken(lines))
        )
        form = Stream(pdf, content)
        form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 595, 842])
        form.Resources = Dictionary(Font=page.obj.Resources.Font)
        page.obj.Resources.XObject = page.obj.Resources.get("/XObject", Dictionary())
        page.obj.Resources.XObject["/Hidden"] = form
        page.contents_add(b"\nq /Hidden Do Q\n")

    return _changed(data, change)


def with_layer_off(data: bytes, text: str) -> bytes:
    """Put text on a layer that is switched off."""

    def change(pdf: pikepdf.Pdf) -> None:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Noter")))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer]), Order=Array([layer])))
        pdf.pages[0].obj.Resources.Properties = Dictionary(Layer=layer)
        pdf.pages[0].contents_add(b"\n/OC /Layer BDC q " + shown(text) + b" Q EMC\n")

    return _changed(data, change)


def with_bookmark(data: bytes, text: str) -> bytes:
    """Name a bookmark so."""

    def change(pdf: pikepdf.Pdf) -> None:
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem(text, 0))

    return _changed(data, change)


def with_properties(data: bytes, author: str, subject: str) -> bytes:
    """Put text into both kinds of properties."""

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.docinfo["/Author"] = author
        pdf.docinfo["/Subject"] = subject
        with pdf.open_metadata() as metadata:
            metadata["dc:creator"] = [author]
            metadata["dc:description"] = subject

    return _changed(data, change)


def with_field(data: bytes, text: str) -> bytes:
    """Fill in a field of a form, which draws no picture of what it holds."""

    def change(pdf: pikepdf.Pdf) -> None:
        field = _annotation(pdf, Name.Widget, FT=Name.Tx, T=String("felt"), V=String(text), DA=String("/F1 10 Tf 0 g"))
        pdf.Root.AcroForm = Dictionary(Fields=Array([field]))

    return _changed(data, change)


def with_note(data: bytes, text: str) -> bytes:
    """Stick a note on the page."""
    return _changed(data, lambda pdf: _annotation(pdf, Name.Text, Contents=String(text), T=String("Sagsbehandler")))


def with_mark(data: bytes, text: str) -> bytes:
    """Show text and mark it for redaction, which nobody ever carried out."""
    return _changed(scribbled(data, shown(text)), lambda pdf: _annotation(pdf, Name.Redact, OverlayText=String("XXX")))


def with_link(data: bytes, text: str) -> bytes:
    """Put text into the address of a link."""
    action = Dictionary(S=Name.URI, URI=String(f"https://minside.example/?q={text}"))
    return _changed(data, lambda pdf: _annotation(pdf, Name.Link, A=action))


def _annotation(pdf: pikepdf.Pdf, subtype: Name, **values: Any) -> pikepdf.Object:
    rectangle = Array([LEFT_PT, LOW_PT - 4, 400, LOW_PT + 14])
    made = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=subtype, Rect=rectangle, **values))
    page = pdf.pages[0].obj
    page.Annots = Array([*page.get("/Annots", []), made])
    return made


def with_attachment(data: bytes, text: str) -> bytes:
    """Attach a file."""

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.attachments["noter.txt"] = pikepdf.AttachedFileSpec(pdf, text.encode(), filename="noter.txt")

    return _changed(data, change)


def with_earlier_revision(lines: Lines, secret: str) -> bytes:
    """Show text, then save again without it, so that the file keeps both."""
    first = scribbled(letter(lines), shown(secret))
    first = _changed(first, lambda pdf: pdf.pages[0].contents_coalesce(), is_packed=False)
    with pikepdf.open(io.BytesIO(first)) as pdf:
        page = pdf.pages[0].obj.Contents
        number, size, root = page.objgen[0], int(pdf.trailer.Size), pdf.Root.objgen[0]
        content = page.read_bytes().replace(shown(secret), b"")
    previous = int(first[first.rfind(b"startxref") + 9 :].split()[0])
    start = len(first) + 1
    added = f"\n{number} 0 obj\n<< /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream\nendobj\n"
    table = f"xref\n{number} 1\n{start:010d} 00000 n \n".encode()
    trailer = f"trailer\n<< /Size {size} /Root {root} 0 R /Prev {previous} >>\n".encode()
    return first + added + table + trailer + f"startxref\n{len(first) + len(added)}\n%%EOF\n".encode()


def picture_of(lines: Lines) -> Image.Image:
    """Photograph a letter."""
    picture = Image.new("L", A4_PIXELS, 255)
    brush = ImageDraw.Draw(picture)
    typeface = ImageFont.truetype(str(TYPEFACE_FILE), 28)
    for place, line in enumerate(_broken(lines)):
        brush.text((120, 140 + 48 * place), line, font=typeface, fill=0)
    return picture


def photo(lines: Lines) -> bytes:
    """A letter as a picture file."""
    target = io.BytesIO()
    picture_of(lines).save(target, "PNG")
    return target.getvalue()


def scan(lines: Lines) -> bytes:
    """A letter that is nothing but a picture."""
    target = io.BytesIO()
    canvas = Canvas(target, invariant=1)
    canvas.drawImage(ImageReader(picture_of(lines)), 0, 0, width=595, height=842)
    canvas.save()
    return target.getvalue()


def with_code(lines: Lines, text: str) -> bytes:
    """A letter with a QR code on it."""
    drawn = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode).to_image(scale=6)
    picture = Image.frombytes("L", (drawn.shape[1], drawn.shape[0]), memoryview(drawn).tobytes())  # type: ignore[arg-type]  # it has the buffer protocol

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(picture), LEFT_PT, LOW_PT, width=QR_SIDE_PT, height=QR_SIDE_PT)

    return letter(lines, more=draw)
