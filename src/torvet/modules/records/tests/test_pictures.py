"""Scans, stamps, pictures in reports, QR codes: what a page shows beside its text goes the same way."""

import io
import json
from pathlib import Path

import pypdfium2
import pytest
import reportlab
import zxingcpp
from django.test import Client
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from torvet.modules.records.files import read_rendition
from torvet.modules.records.isolation import Refused
from torvet.modules.records.models import DocumentVersion, Layer, State
from torvet.modules.records.tests.builders import (
    CPR,
    LETTER,
    DeliveryBuilder,
    advance_all,
    case_line,
    entry_line,
)
from torvet.pure.extraction.tests.test_picture import HEIC
from torvet.pure.recognition import is_available, text_of

pytestmark = pytest.mark.slow

needs_reader = pytest.mark.skipif(not is_available(), reason="tesseract-ocr-dan is not installed")
FONT = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"


def picture(*lines: str, size: tuple[int, int] = (1240, 1754)) -> Image.Image:
    paper = Image.new("RGB", size, "white")
    pen = ImageDraw.Draw(paper)
    font = ImageFont.truetype(str(FONT), 26)
    for at, line in enumerate(lines):
        pen.text((60, 40 + 60 * at), line, "black", font)
    return paper


def page_with(image: Image.Image, place: tuple[float, float, float, float], *text: str) -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(595, 842), invariant=1)
    for at, line in enumerate(text):
        canvas.drawString(72, 780 - 18 * at, line)
    canvas.drawImage(ImageReader(image), *place)
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def scan(*lines: str) -> bytes:
    return page_with(picture(*lines), (0, 0, 595, 842))


def deliver(delivery: DeliveryBuilder, name: str, data: bytes) -> DocumentVersion:
    delivery.cases = [case_line()]
    delivery.entries = [entry_line([delivery.file(name, data)])]
    delivery.receive()
    advance_all()
    return DocumentVersion.objects.get()


def shown(version: DocumentVersion) -> tuple[bytes, str]:
    data = read_rendition(version.rendition.sha256)
    return data, json.dumps(version.rendition.reading_text, ensure_ascii=False)


@needs_reader
def test_a_scan_becomes_a_picture_with_covers_and_a_reading_text(delivery: DeliveryBuilder, client: Client) -> None:
    version = deliver(delivery, "scan.pdf", scan(*LETTER))
    assert version.state == State.PUBLIC, (version.reason_code, version.reason_detail)
    seen = version.findings.filter(layer=Layer.SEEN)
    assert {"cpr", "phone", "name"} <= set(seen.values_list("pii_class", flat=True))
    data, reading = shown(version)
    assert "kvadratmeter" in reading
    assert "610190" not in reading
    published = text_of(data, 1)
    assert "kvadratmeter" in published
    assert "5004" not in published
    assert "Østergård" not in published
    with pypdfium2.PdfDocument(data) as document:
        assert "kvadratmeter" not in document[0].get_textpage().get_text_range()
    page = client.get(f"/dokument/{version.document.slug}/").content.decode()
    assert "Siden er et billede" in page


@needs_reader
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
def test_a_photographed_letter_is_read_and_covered(delivery: DeliveryBuilder, kind: str) -> None:
    target = io.BytesIO()
    picture(*LETTER).save(target, kind, dpi=(150, 150))
    version = deliver(delivery, f"brev.{kind.lower()}", target.getvalue())
    assert version.state == State.PUBLIC, (version.reason_code, version.reason_detail)
    data, reading = shown(version)
    assert "610190" not in reading
    assert "5004" not in text_of(data, 1)


@needs_reader
def test_a_picture_in_a_report_is_looked_at(delivery: DeliveryBuilder) -> None:
    image = picture(f"Cpr-nr. {CPR}", size=(700, 140))
    version = deliver(delivery, "r.pdf", page_with(image, (72, 300, 350, 70), "Rapport om vejen.", "Se billedet."))
    assert version.state == State.PUBLIC, (version.reason_code, version.reason_detail)
    assert version.findings.get(pii_class="cpr").layer == Layer.SEEN
    data, reading = shown(version)
    assert "Se billedet." in reading
    assert "5004" not in text_of(data, 1) + reading


@needs_reader
def test_a_photograph_of_a_telephone_is_read(delivery: DeliveryBuilder) -> None:
    """Its decoder needs a thread, which no other job may start."""
    version = deliver(delivery, "IMG_0001.HEIC", HEIC)
    assert (version.state, version.reason_code) == (State.HELD, "hold-unread-pages")
    assert version.media_type == "image/heic"


def test_a_code_is_read_and_covered(delivery: DeliveryBuilder) -> None:
    barcode = zxingcpp.create_barcode(f"CPR {CPR}", zxingcpp.BarcodeFormat.QRCode)
    image = Image.fromarray(zxingcpp.write_barcode_to_image(barcode, scale=6)).convert("RGB")
    version = deliver(delivery, "q.pdf", page_with(image, (72, 300, 160, 160), "Rapport om vejen.", "Skan koden."))
    assert version.findings.get(pii_class="cpr").layer == Layer.CODE
    if not is_available():
        assert (version.state, version.reason_code) == (State.HELD, "hold-unseen-pictures")
        return
    assert version.state == State.PUBLIC, (version.reason_code, version.reason_detail)
    data, reading = shown(version)
    assert "610190" not in text_of(data, 1) + reading


def test_without_a_reader_pictures_wait_for_a_person(
    delivery: DeliveryBuilder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("torvet.modules.records.pipeline.can_look", lambda: False)
    version = deliver(delivery, "scan.pdf", scan(*LETTER))
    assert (version.state, version.reason_code) == (State.HELD, "hold-unread-pages")


@needs_reader
def test_a_picture_that_says_nothing_waits_for_a_person(delivery: DeliveryBuilder) -> None:
    version = deliver(delivery, "scan.pdf", page_with(Image.new("RGB", (800, 800), "grey"), (0, 0, 595, 842)))
    assert (version.state, version.reason_code) == (State.HELD, "hold-unread-pages")


@needs_reader
@pytest.mark.parametrize("share", [1.0, 0.1])
def test_a_picture_that_resists_the_reader_waits_for_a_person(
    delivery: DeliveryBuilder, monkeypatch: pytest.MonkeyPatch, share: float
) -> None:
    """A page that could not be looked at is not one with nothing on it."""

    def resists(pdf: bytes, pages: object) -> object:
        raise Refused("out-of-time")

    monkeypatch.setattr("torvet.modules.records.pipeline.look_at_pages", resists)
    image = picture(f"Cpr-nr. {CPR}", size=(700, 140))
    place = (0, 0, 595, 842) if share == 1.0 else (72, 300, 350, 70)
    text = () if share == 1.0 else ("Rapport om vejen.", "Se billedet.")
    version = deliver(delivery, "r.pdf", page_with(image, place, *text))
    assert version.state == State.HELD
    assert version.reason_code == ("hold-unread-pages" if share == 1.0 else "hold-unseen-pictures")
