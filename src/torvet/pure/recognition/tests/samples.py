"""Pages made by code: written, scanned, turned, skewed, worn; and fonts that lie."""

import io
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pikepdf
import pypdfium2
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont
from reportlab.pdfgen.canvas import Canvas

SIZE = (420.0, 300.0)
LINES = (
    "Referat af møde i Teknik- og Miljøudvalget",
    "Ansøger er 070761-4285 og bor på Skolevej 9.",
    "Beløbet er 13.567,89 kr. og betales i juni.",
    "Byggesagen om Jagtvej 38 er afsluttet.",
)
"""The number belongs to nobody living: its seventh digit puts its year of birth at 1861."""

Draw = Callable[[Canvas], object]


def pdf(*pages: Draw, size: tuple[float, float] = SIZE) -> bytes:
    """A PDF of pages, each drawn by a function."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=size, invariant=1)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def written(*texts: str, font: str = "Helvetica", size: float = 11, x: float = 30, y: float = 260) -> Draw:
    """A page function that writes lines from the top, 20 points apart."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, size)
        for number, text in enumerate(texts or LINES):
            canvas.drawString(x, y - 20 * number, text)

    return draw


def both(*draws: Draw) -> Draw:
    """A page function of several."""
    return lambda canvas: [draw(canvas) for draw in draws]


def image_of(data: bytes, dpi: int) -> Image.Image:
    """The first page as a grey picture."""
    with pypdfium2.PdfDocument(data) as document:
        image: Image.Image = document[0].render(scale=dpi / 72, grayscale=True).to_pil()
        return image


def placed(image: Image.Image, dpi: int, *, at: tuple[float, float] = (0, 0)) -> Draw:
    """A page function that places a picture."""
    width, height = image.width * 72 / dpi, image.height * 72 / dpi
    return lambda canvas: canvas.drawImage(ImageReader(image), *at, width, height)


def scanned(data: bytes, *, dpi: int = 200, turn: int = 0, skew: float = 0, rotate: int = 0) -> bytes:
    """The first page as a scan, turned clockwise; `rotate` is what the page asks its reader to turn it by."""
    image = image_of(data, dpi).rotate(skew, fillcolor=255, resample=Image.Resampling.BICUBIC)
    image = image.rotate(-turn, expand=True)
    page = pdf(placed(image, dpi), size=(image.width * 72 / dpi, image.height * 72 / dpi))
    with pikepdf.open(io.BytesIO(page)) as document:  # reportlab would turn the sheet too
        document.pages[0].Rotate = rotate
        file = io.BytesIO()
        document.save(file)
    return file.getvalue()


def faxed(data: bytes) -> bytes:
    """The first page in black and white at 100 dpi."""
    image = image_of(data, 100).point(lambda shade: 255 if shade > 150 else 0).convert("1")
    return pdf(placed(image, 100), size=(image.width * 0.72, image.height * 0.72))


def embedded_font() -> str | None:
    """The name of a typeface that is embedded, None where the machine lacks it."""
    try:
        pdfmetrics.registerFont(TTFont("Embedded", "DejaVuSans.ttf"))
    except TTFError:
        places = Path("/usr/share/fonts").rglob("DejaVuSans.ttf")
        found = next(places, None)
        if found is None:
            return None
        pdfmetrics.registerFont(TTFont("Embedded", str(found)))
    return "Embedded"


def lying(data: bytes, says: Mapping[str, str]) -> bytes:
    """The same pages, whose fonts say another letter for some of those they show."""

    def said(code: re.Match[bytes]) -> bytes:
        letter = chr(int(code[1], 16))
        return b"<%04X>" % ord(says.get(letter, letter))

    with pikepdf.open(io.BytesIO(data)) as document:
        for font in document.objects:
            if isinstance(font, pikepdf.Dictionary) and "/ToUnicode" in font:
                table = re.sub(rb"<([0-9A-Fa-f]{4})>", said, font.ToUnicode.read_bytes())
                font.ToUnicode = document.make_stream(table)
        file = io.BytesIO()
        document.save(file)
    return file.getvalue()


def digits(text: str) -> str:
    """The digits of a text alone."""
    return "".join(filter(str.isdigit, text))


def numbers(count: int) -> Sequence[str]:
    """Civil registration numbers of nobody living, each with different digits; their check digit is not right."""
    return [
        f"{1 + at % 28:02}{1 + at % 12:02}{60 + at % 39:02}-{5 + at % 4}{(at * 37) % 1000:03}" for at in range(count)
    ]
