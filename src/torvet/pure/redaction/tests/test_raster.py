"""Pages as pictures: boxes burned in, the rest recognisable, no page too large."""

import io
from collections.abc import Iterator
from contextlib import contextmanager

import pikepdf
import pytest
from PIL import Image, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

from torvet.pure.redaction import Box, Method, RasterReason, pictures, prove, redact
from torvet.pure.redaction.copying import clean_jpeg
from torvet.pure.redaction.pictures import extremes
from torvet.pure.redaction.problems import PageResists
from torvet.pure.redaction.tests.leaky import scan_with
from torvet.pure.redaction.tests.papers import (
    CPR,
    GROUND,
    NAME,
    changed,
    cpr_boxes,
    detect,
    drawn,
    find,
    letter,
    paper,
    picture_page,
    said,
    scan,
    with_content,
)

FONT = ImageFont.load_default(30)  # as papers.scan draws


@contextmanager
def image_of(data: bytes) -> Iterator[pikepdf.Stream]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (image,) = pdf.pages[0].obj.Resources.XObject.values()
        assert isinstance(image, pikepdf.Stream)
        yield image


def coloured(sheet: canvas.Canvas) -> None:
    sheet.setFillColorRGB(0.9, 0.2, 0.1)
    sheet.rect(50, 100, 200, 200, fill=1)
    sheet.setFillGray(0)
    letter(sheet)


def shaded(sheet: canvas.Canvas) -> None:
    sheet.setFillGray(0.7)
    sheet.rect(50, 100, 200, 200, fill=1)
    sheet.setFillGray(0)
    letter(sheet)


@pytest.mark.parametrize(
    ("draw", "filter_name", "colour"),
    [
        (letter, "/CCITTFaxDecode", "/DeviceGray"),
        (shaded, "/DCTDecode", "/DeviceGray"),
        (coloured, "/DCTDecode", "/DeviceRGB"),
    ],
)
def test_a_page_as_a_picture(draw: object, filter_name: str, colour: str) -> None:
    pdf = paper(draw)  # type: ignore[arg-type]
    boxes = [*cpr_boxes(pdf), *find(pdf, NAME)]
    redacted = redact(pdf, boxes, title="Brev", raster_pages=[1])
    proof = prove(pdf, redacted.data, boxes, secrets=[CPR, NAME], detect=detect, drawn=redacted.boxes)
    assert proof.failed == ()
    assert proof.methods == redacted.methods == (Method.RASTER,)
    with image_of(redacted.data) as image:
        assert (str(image.Filter), str(image.ColorSpace)) == (filter_name, colour)
    assert sorted(said(redacted.data).split()) == ["[cpr-nr.]", "[navn]"]


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_rotated_page_as_a_picture(rotation: int) -> None:
    def turn(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj["/Rotate"] = rotation
        pdf.pages[0].obj["/CropBox"] = pikepdf.Array([30, 400, 560, 810])

    pdf = changed(paper(letter), turn)
    boxes = cpr_boxes(pdf)
    redacted = redact(pdf, boxes, title="Brev", raster_pages=[1])
    secrets = [CPR]
    proof = prove(pdf, redacted.data, boxes, secrets=secrets, detect=lambda text: [], drawn=redacted.boxes)
    assert proof.failed == ()


def test_a_box_over_a_scan_is_burned_into_the_picture() -> None:
    pdf = paper(picture_page(scan(f"Nummer {CPR}")))
    box = Box(1, 40, 700, 300, 790, "[cpr-nr.]", "cpr", GROUND)
    redacted = redact(pdf, [box], title="Brev")
    assert redacted.raster_reasons == (RasterReason.IMAGE_UNDER_BOX,)
    with image_of(redacted.data) as image:
        burned = pikepdf.PdfImage(image).as_pil_image().convert("L")
    where = (round(50 / 595 * burned.width), round(60 / 842 * burned.height))
    size = (round(240 / 595 * burned.width), round(75 / 842 * burned.height))
    covered = burned.crop((*where, where[0] + size[0], where[1] + size[1]))
    low, high = extremes(covered)
    assert low == high, "nothing but the field's own colour"
    low, high = extremes(drawn(pdf).crop((50, 60, 290, 135)))
    assert (low < 10, high > 245) == (True, True), "the number was there before"


def test_a_drawing_under_a_box_becomes_a_picture_and_a_table_line_does_not() -> None:
    box = Box(1, 100, 600, 200, 640, "[underskrift]", "signature", GROUND)
    signed = with_content(b"2 w 110 610 m 130 650 150 590 190 630 c S")
    table = with_content(b".5 w 50 600 300 40 re S 150 600 m 150 640 l S")
    assert redact(signed, [box], title="Brev").raster_reasons == (RasterReason.DRAWING_UNDER_BOX,)
    redacted = redact(table, [box], title="Brev")
    assert redacted.raster_reasons == (None,)
    assert prove(table, redacted.data, [box], secrets=[], detect=detect, drawn=redacted.boxes).failed == ()


def test_a_picture_elsewhere_on_the_page_is_kept_as_it_is() -> None:
    def draw(sheet: canvas.Canvas) -> None:
        letter(sheet)
        sheet.drawImage(ImageReader(scan("Skitse", size=(300, 200))), 300, 100, 150, 100)

    pdf = paper(draw)
    redacted = redact(pdf, cpr_boxes(pdf), title="Brev")
    proof = prove(pdf, redacted.data, cpr_boxes(pdf), secrets=[CPR], detect=detect, drawn=redacted.boxes)
    assert redacted.methods == (Method.GLYPHS,)
    assert proof.failed == ()


def test_a_huge_page_is_drawn_coarser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MAX_PIXELS", 400_000)  # the real limit, 40 million, takes seconds
    pdf = with_content(b"1 0 0 rg 0 0 7000 7000 re f", size=(14_400, 14_400))
    redacted = redact(pdf, [], title="Brev", raster_pages=[1])
    with image_of(redacted.data) as image:
        width, height = int(image.Width), int(image.Height)
    assert width * height <= 402_000
    assert width > 600


def jpeg() -> bytes:
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = f"Foto af {NAME}"
    Image.new("RGB", (40, 30), (200, 30, 30)).save(
        out, "JPEG", exif=exif, comment=CPR.encode(), progressive=True, xmp=b"<x>" + CPR.encode() + b"</x>"
    )
    return out.getvalue()


def test_a_photograph_loses_its_own_metadata_and_keeps_its_pixels() -> None:
    data = jpeg() + CPR.encode()
    clean = clean_jpeg(data)
    assert data.count(CPR.encode()) == 3
    assert NAME.encode() in data
    assert CPR.encode() not in clean
    assert NAME.encode() not in clean
    assert list(Image.open(io.BytesIO(clean)).tobytes()) == list(Image.open(io.BytesIO(data)).tobytes())


@pytest.mark.parametrize("data", [b"", b"\xff\xd8", b"\xff\xd8\xff", b"\xff\xd8\xff\xe1\x00\x00", b"GIF89a"])
def test_a_broken_photograph_is_refused(data: bytes) -> None:
    with pytest.raises(PageResists):
        clean_jpeg(data)


def test_a_photograph_in_a_page_is_cleaned() -> None:
    def put(pdf: pikepdf.Pdf) -> None:
        image = pdf.make_stream(jpeg())
        for key, value in (
            ("/Type", pikepdf.Name.XObject),
            ("/Subtype", pikepdf.Name.Image),
            ("/Width", 40),
            ("/Height", 30),
            ("/BitsPerComponent", 8),
            ("/ColorSpace", pikepdf.Name.DeviceRGB),
            ("/Filter", pikepdf.Name.DCTDecode),
        ):
            image[key] = value
        pdf.pages[0].obj.Resources["/XObject"] = pikepdf.Dictionary(Foto=image)
        pdf.pages[0].contents_add(b"q 100 0 0 75 300 100 cm /Foto Do Q")

    pdf = changed(paper(letter), put)
    redacted = redact(pdf, cpr_boxes(pdf), title="Brev")
    assert redacted.methods == (Method.GLYPHS,)
    with image_of(redacted.data) as image:
        assert CPR.encode() not in image.read_raw_bytes()
    secrets = [CPR]
    proof = prove(pdf, redacted.data, cpr_boxes(pdf), secrets=secrets, detect=detect, drawn=redacted.boxes)
    assert proof.failed == ()


@pytest.mark.parametrize("short", [0.0, 1.5, 3.0])
def test_no_edge_of_a_letter_is_left_around_a_box_on_a_scan(short: float) -> None:
    """Whoever reads a picture gives boxes that end at the ink, or within it."""
    pdf = paper(picture_page(scan(f"Nummer {CPR}", "Naeste linje bliver")))
    x0, x1 = 57.6 + 0.48 * FONT.getlength("Nummer "), 57.6 + 0.48 * FONT.getlength(f"Nummer {CPR}")
    box = Box(1, x0 + short, 757, x1 - short, 766, "[cpr-nr.]", "cpr", GROUND)
    redacted = redact(pdf, [box], title="Brev")
    (drawn_box,) = redacted.boxes
    picture = drawn(redacted.data, scale=4)
    field = drawn_box.rect
    for left, right in ((field.x0 - 1, field.x0 - 0.5), (field.x1 + 0.5, field.x1 + 40)):
        low, _ = extremes(picture.crop((round(left * 4), (842 - 775) * 4, round(right * 4), (842 - 750) * 4)))
        assert low > 200, "nothing but paper beside the box"
    assert field.width >= x1 - x0
    low, _ = extremes(picture.crop((58 * 4, (842 - 775) * 4, round(field.x0 - 1) * 4, (842 - 750) * 4)))
    assert low < 80, "the word before it is still there"


def test_a_machines_text_below_a_scan_is_not_kept() -> None:
    pdf = scan_with(text=f"BT 3 Tr /Ocr 15 Tf 58 752 Td (Nummer {CPR} er hans) Tj ET")
    redacted = redact(pdf, [], title="Brev", raster_pages=[1])
    assert said(redacted.data).strip() == ""
    with pikepdf.open(io.BytesIO(redacted.data)) as result:
        assert "/Font" not in result.pages[0].obj.Resources
