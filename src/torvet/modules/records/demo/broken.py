"""What every archive also holds: files that cannot be read, lines that are no JSON, entries nobody can
place.

Each has the fate it must meet; a delivery with them must still go through.
"""

import io
import random
from dataclasses import dataclass
from pathlib import Path

import reportlab
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

FONT = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"  # a free typeface with æ, ø and å


@dataclass(frozen=True)
class BrokenFile:
    """A file that must not be published, with the fate the records module must give it."""

    title: str
    name: str
    content: bytes
    fate: str


def _pdf(lines: tuple[str, ...], lock: str = "") -> bytes:
    stream = io.BytesIO()
    encryption = StandardEncryption(lock, strength=128) if lock else None
    canvas = Canvas(stream, pagesize=A4, invariant=1, encrypt=encryption)
    for index, line in enumerate(lines):
        canvas.drawString(70, 760 - 18 * index, line)
    canvas.save()
    return stream.getvalue()


def _paper_grain(image: Image.Image, seed: int) -> None:
    noise = random.Random(seed)  # noqa: S311 - grain on a picture, nothing secret
    for _ in range(900):
        spot = (noise.randrange(image.width), noise.randrange(image.height))
        image.putpixel(spot, noise.randrange(120, 235))


def scanned_page(lines: tuple[str, ...]) -> bytes:
    """A PDF with a picture of a page and no text at all, as an old scanner makes it."""
    image = Image.new("L", (1000, 1414), 246)
    pen = ImageDraw.Draw(image)
    font = ImageFont.truetype(FONT, 24)
    for index, line in enumerate(lines):
        pen.text((110, 150 + 40 * index), line, fill=40, font=font)
    _paper_grain(image, len(lines))
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1)
    canvas.drawImage(ImageReader(image.rotate(0.6, fillcolor=246)), 0, 0, *A4)
    canvas.save()
    return stream.getvalue()


def photograph() -> bytes:
    """A JPEG of a shed against the evening sky."""
    image = Image.new("RGB", (640, 420), (176, 205, 224))
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 290, 640, 420), fill=(92, 128, 74))
    pen.rectangle((230, 170, 430, 320), fill=(120, 74, 48))
    pen.polygon(((210, 175), (330, 95), (450, 175)), fill=(70, 60, 60))
    pen.rectangle((300, 230, 355, 320), fill=(60, 40, 30))
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=82)
    return stream.getvalue()


def broken_files() -> tuple[BrokenFile, ...]:
    """The files, in the order they are delivered."""
    whole = _pdf(tuple(f"Bilag {index}: opmåling af kloakbrønd nr. {index}" for index in range(1, 30)))
    return (
        BrokenFile("Tom fil fra scanneren", "scan-0001.pdf", b"", "quarantined"),
        BrokenFile(
            "Beregning med adgangskode",
            "statik-laast.pdf",
            _pdf(("Statisk beregning", "Spær c/c 900 mm"), lock="fjordby"),
            "held",
        ),
        BrokenFile("Kloakplan, afbrudt overførsel", "kloakplan.pdf", whole[: len(whole) // 2], "held"),
        BrokenFile("Foto af skuret fra vejen", "IMG_2041.jpg", photograph(), "held"),
        BrokenFile(
            "Byggetilladelse fra 1974, scannet",
            "byggetilladelse-1974.pdf",
            scanned_page(
                (
                    "FJORDBY BYRÅD",
                    "Bygningsinspektoratet",
                    "",
                    "Ved skrivelse af 4. marts 1974 har De ansøgt om",
                    "tilladelse til at opføre et udhus på 18 kvm.",
                    "",
                    "Tilladelse meddeles herved på vilkår, at udhuset",
                    "males i samme farve som beboelseshuset.",
                    "",
                    "P. b. v.",
                    "stadsingeniøren",
                )
            ),
            "held",
        ),
    )
