"""Hiding places in a PDF, one file each, and files that hide nothing."""

from collections.abc import Callable
from typing import Literal

import pikepdf
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from torvet.pure.extraction import Extraction, extract
from torvet.pure.extraction.tests import samples

SECRET = "070761-4285"
Draw = Callable[[Canvas], object]


def seen(canvas: Canvas) -> None:
    canvas.drawString(50, 700, "Referat af mødet")


def written(x: float = 50, y: float = 600, size: float = 12, mode: Literal[0, 2, 3, 7] = 0) -> Draw:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(x, y)
        text.setFont("Helvetica", size)
        text.setTextRenderMode(mode)
        text.textOut(SECRET)
        text.setTextRenderMode(0)
        canvas.drawText(text)

    return draw


def coloured(grey: float, alpha: float = 1) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(grey)
        canvas.setFillAlpha(alpha)

    return draw


def box(x: float, y: float, width: float, height: float, grey: float = 0, alpha: float = 1) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.setFillGray(grey)
        canvas.setFillAlpha(alpha)
        canvas.rect(x, y, width, height, stroke=0, fill=1)
        canvas.restoreState()

    return draw


def polygon(canvas: Canvas) -> None:
    path = canvas.beginPath()
    path.moveTo(30, 580)
    for point in ((40, 630), (300, 640), (310, 590)):
        path.lineTo(*point)
    path.close()
    canvas.drawPath(path, fill=1)


def bars(canvas: Canvas) -> None:
    for number in range(30):
        canvas.rect(40, 595 + number * 0.9, 200, 1, stroke=0, fill=1)


def thick_line(canvas: Canvas) -> None:
    canvas.setLineWidth(20)
    canvas.line(40, 604, 200, 604)


def image(x: float, y: float, width: float, height: float) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(Image.new("RGB", (20, 20), "grey")), x, y, width, height)

    return draw


def clipped(canvas: Canvas) -> None:
    path = canvas.beginPath()
    path.rect(300, 300, 50, 50)
    canvas.clipPath(path, stroke=0, fill=0)


def in_form(*draws: Draw) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.beginForm("f")
        samples.both(*draws)(canvas)
        canvas.endForm()
        canvas.doForm("f")

    return draw


def of(*draws: Draw) -> bytes:
    return samples.pdf(samples.both(seen, *draws))


def layer_off() -> bytes:
    def switch_off(document: pikepdf.Pdf) -> None:
        layer = document.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="Udkast"))
        default = pikepdf.Dictionary(OFF=pikepdf.Array([layer]), Order=pikepdf.Array([layer]))
        document.Root.OCProperties = pikepdf.Dictionary(OCGs=pikepdf.Array([layer]), D=default)
        page = document.pages[0]
        page.Resources.Properties = pikepdf.Dictionary(L=layer)
        page.contents_add(b"/OC /L BDC BT /F1 12 Tf 50 600 Td (070761-4285) Tj ET EMC")

    return samples.changed(of(), switch_off)


def cropped_away() -> bytes:
    def crop(document: pikepdf.Pdf) -> None:
        document.pages[0].cropbox = pikepdf.Array([0, 650, 600, 800])

    return samples.changed(of(written()), crop)


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (of(written(mode=3)), "invisible"),
        (of(written(mode=7)), "invisible"),
        (of(coloured(0, 0.0), written()), "invisible"),
        (of(written(x=-300)), "off-page"),
        (of(written(y=900)), "off-page"),
        (cropped_away(), "off-page"),
        (of(written(size=1)), "tiny"),
        (of(coloured(1), written()), "same-colour"),
        (of(coloured(0.99), written()), "same-colour"),
        (of(box(40, 590, 200, 40), written()), "same-colour"),
        (of(written(), box(40, 590, 200, 40)), "under-cover"),
        (of(written(), box(40, 590, 200, 40, grey=1)), "under-cover"),
        (of(written(), box(40, 590, 200, 40, alpha=0.99)), "under-cover"),
        (of(written(), polygon), "under-cover"),
        (of(written(), bars), "under-cover"),
        (of(written(), thick_line), "under-cover"),
        (of(written(), image(40, 590, 200, 40)), "under-cover"),
        (of(in_form(written()), box(40, 590, 200, 40)), "under-cover"),
        (of(written(), in_form(box(40, 590, 200, 40))), "under-cover"),
        (of(in_form(written(), box(40, 590, 200, 40))), "under-cover"),
        (of(clipped, written()), "clipped"),
        (layer_off(), "layer-off"),
    ],
)
def test_text_that_nobody_sees_is_found(data: bytes, place: str) -> None:
    extraction = extract(data)
    assert SECRET in extraction.pages[0].text
    assert (place, SECRET, 1) in {(found.place, found.text, found.page) for found in extraction.hidden}
    assert "hidden-text:10" in extraction.notices
    assert ("under-cover:10" in extraction.notices) is (place == "under-cover")
    assert "Referat" not in "".join(found.text for found in extraction.hidden)


def test_a_part_of_a_line_that_is_covered_is_found() -> None:
    def line(canvas: Canvas) -> None:
        canvas.drawString(50, 600, f"Cpr-nummer {SECRET} bor på Ærøvej 7 i Fjordby og klager over støj fra havnen")

    start = 50 + stringWidth("Cpr-nummer ", "Helvetica", 12)
    width = stringWidth(SECRET, "Helvetica", 12)
    extraction = extract(of(line, box(start, 595, width, 20)))
    assert [found.text for found in extraction.hidden if found.place == "under-cover"] == [SECRET]


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_turned_page_is_judged_as_it_lies(angle: int) -> None:
    def turn(document: pikepdf.Pdf) -> None:
        document.pages[0].rotate(angle, relative=False)

    hidden = extract(samples.changed(of(written(), box(40, 590, 200, 40)), turn)).hidden
    assert [(found.place, found.text) for found in hidden if found.page] == [("under-cover", SECRET)]


def scan(*draws: Draw) -> Extraction:
    return extract(samples.pdf(samples.both(*draws)))


@pytest.mark.parametrize(
    "extraction",
    [
        scan(image(0, 0, 600, 800), written(mode=3)),
        scan(written(mode=3), image(0, 0, 600, 800)),
        scan(written(), image(0, 0, 600, 800)),
    ],
)
def test_text_under_or_over_a_scan_that_is_not_seen_is_a_layer_of_its_own(extraction: Extraction) -> None:
    assert SECRET in extraction.pages[0].text
    assert extraction.pages[0].needs_ocr
    assert "ocr-layer:1" in extraction.notices
    assert not any(found.page for found in extraction.hidden)
    assert not any(notice.startswith("hidden-text") for notice in extraction.notices)


def header_row(canvas: Canvas) -> None:
    """White letters on a dark cell, dark ones on a light one, as tables have."""
    canvas.saveState()
    canvas.setFillGray(0.1)
    canvas.rect(40, 590, 200, 40, stroke=0, fill=1)
    canvas.setFillGray(1)
    canvas.drawString(50, 600, "Beløb i kroner")
    canvas.restoreState()


def underlined(canvas: Canvas) -> None:
    canvas.drawString(50, 550, "Vigtigt")
    canvas.rect(50, 548, 40, 0.7, stroke=0, fill=1)
    canvas.line(50, 553, 90, 553)


def marked(canvas: Canvas) -> None:
    """A highlighter's stroke over a word."""
    canvas.drawString(50, 520, "Fremhævet")
    canvas.saveState()
    canvas.setFillColorRGB(1, 1, 0, alpha=0.4)
    canvas.rect(45, 515, 90, 20, stroke=0, fill=1)
    canvas.restoreState()


def watermark(canvas: Canvas) -> None:
    canvas.saveState()
    canvas.setFillGray(0.85)
    canvas.setFont("Helvetica", 60)
    canvas.translate(100, 200)
    canvas.rotate(45)
    canvas.drawString(0, 0, "UDKAST")
    canvas.restoreState()


@pytest.mark.parametrize(
    "draws",
    [
        (),
        (header_row,),
        (underlined,),
        (marked,),
        (watermark,),
        (box(0, 0, 600, 800, grey=1), seen),
        (image(40, 500, 200, 100), seen),
        (image(0, 0, 600, 800), seen),
        (written(mode=2),),
        (written(size=4),),
        (in_form(written()),),
        (box(300, 300, 200, 200),),
        (written(x=20, y=5), written(x=530, y=780)),
    ],
)
def test_what_is_seen_is_not_reported(draws: tuple[Draw, ...]) -> None:
    extraction = extract(of(*draws) if draws[-1:] != (seen,) else samples.pdf(samples.both(*draws)))
    assert [found for found in extraction.hidden if found.page] == []
    assert extraction.notices == ()


def spanned(actual: str, shown: bytes = b"070761-4285") -> bytes:
    said = actual.encode("utf-16-be").hex().encode()

    def span(document: pikepdf.Pdf) -> None:
        content = b"/Span <</ActualText <feff%s>>> BDC BT /F1 12 Tf 50 600 Td (%s) Tj ET EMC" % (said, shown)
        document.pages[0].contents_add(content)

    return samples.changed(of(), span)


def test_text_that_says_another_thing_than_it_shows_is_found() -> None:
    extraction = extract(spanned("intet at se"))
    assert ("actual-text", "intet at se", 1) in {(found.place, found.text, found.page) for found in extraction.hidden}
    assert "actual-text:1" in extraction.notices
    assert extraction.pages[0].needs_ocr


@pytest.mark.parametrize("actual", [SECRET, "070761\xad-4285", "070761–4285"])
def test_text_that_says_what_it_shows_is_not_reported(actual: str) -> None:
    extraction = extract(spanned(actual))
    assert extraction.notices == ()
    assert not extraction.pages[0].needs_ocr
