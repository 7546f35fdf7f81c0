"""QR and bar codes, drawn and scanned, upright and turned, dark on light and light on dark."""

import pytest
from PIL import Image, ImageOps
from reportlab.graphics import renderPDF
from reportlab.graphics.barcode import code39, code128, qr
from reportlab.graphics.shapes import Drawing
from reportlab.pdfgen.canvas import Canvas

from torvet.pure.recognition import RecognitionRefused, read_codes, text_of
from torvet.pure.recognition.tests import samples

SECRET = "CPR 070761-4285"


def coded(canvas: Canvas, size: float = 60) -> None:
    drawing = Drawing(size, size)
    drawing.add(qr.QrCodeWidget(SECRET, barWidth=size, barHeight=size))
    renderPDF.draw(drawing, canvas, 100, 150)
    code128.Code128("0707614285", barWidth=0.8).drawOn(canvas, 180, 100)


@pytest.mark.parametrize("size", [60, 26])
def test_codes_are_read_where_they_stand(size: float) -> None:
    page = samples.pdf(lambda canvas: coded(canvas, size))
    codes = {code.text: code for code in read_codes(page, 1)}
    assert set(codes) == {SECRET, "0707614285"}
    assert codes[SECRET].kind == "QR Code"
    box = codes[SECRET]
    assert 100 <= box.x0 < box.x1 <= 100 + size
    assert 150 <= box.y0 < box.y1 <= 150 + size


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("inverted", [False, True])
def test_scanned_codes_are_read_turned_and_inverted(turn: int, inverted: bool) -> None:
    image = samples.image_of(samples.pdf(coded), 150).rotate(turn, expand=True)
    image = ImageOps.invert(image) if inverted else image
    page = samples.pdf(samples.placed(image, 150), size=(image.width * 0.48, image.height * 0.48))
    assert SECRET in {code.text for code in read_codes(page, 1)}


def test_a_code_in_a_form_is_read() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.beginForm("stamp")
        code39.Standard39("0707614285", barWidth=0.5, checksum=0).drawOn(canvas, 60, 60)
        canvas.endForm()
        canvas.doForm("stamp")

    assert [code.text for code in read_codes(samples.pdf(draw), 1)] == ["0707614285"]


def test_a_page_without_codes_has_none() -> None:
    assert read_codes(samples.pdf(samples.written()), 1) == ()
    assert read_codes(samples.pdf(lambda canvas: None), 1) == ()


def test_a_broken_file_is_refused() -> None:
    with pytest.raises(RecognitionRefused):
        read_codes(b"nothing", 1)


@pytest.mark.usefixtures("tesseract")
def test_what_the_picture_says_holds_the_codes() -> None:
    assert SECRET in text_of(samples.pdf(samples.both(samples.written(*samples.LINES[:1]), coded)), 1)


def test_an_image_of_one_pixel_is_nothing() -> None:
    assert read_codes(samples.pdf(samples.placed(Image.new("L", (1, 1)), 72)), 1) == ()
