"""Text that nobody can see goes, whatever hides it; text that can be seen stays."""

import pikepdf
import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

from torvet.pure.redaction import CheckName, HiddenText, Method, RasterReason, inspect, prove, redact, redact_and_prove
from torvet.pure.redaction.tests.leaky import PAINTED
from torvet.pure.redaction.tests.papers import (
    CPR,
    Draw,
    changed,
    detect,
    letter,
    lines,
    paper,
    picture_page,
    said,
    scan,
    with_content,
)

SLIP = pikepdf.Array([0, 640, 420, 842])
VISIBLE = "Det her kan alle se"


def page(operators: str) -> bytes:
    """Make a slip of paper (small pages keep the tests quick) with a visible line and what is given."""
    content = f"BT /F1 11 Tf 60 760 Td ({VISIBLE}) Tj ET {operators}"
    return with_content(content.encode(), MediaBox=SLIP)


SECRET = f"({CPR}) Tj ET"
HIDING = {
    "under a black bar": f"BT /F1 11 Tf 60 700 Td {SECRET} 0 g 50 690 200 30 re f",
    "under a white bar": f"BT /F1 11 Tf 60 700 Td {SECRET} 1 g 50 690 200 30 re f 0 g",
    "under bars of two points": f"BT /F1 11 Tf 60 700 Td {SECRET} "
    + " ".join(f"50 {692 + step} 200 2.5 re f" for step in range(0, 20, 2)),
    "white on white": f"BT 1 g /F1 11 Tf 60 700 Td {SECRET} 0 g",
    "white in CMYK": f"BT 0 0 0 0 k /F1 11 Tf 60 700 Td {SECRET} 0 g",
    "almost white": f"BT .985 g /F1 11 Tf 60 700 Td {SECRET} 0 g",
    "black on black": f"50 690 200 30 re f BT /F1 11 Tf 60 700 Td {SECRET}",
    "white over other text": f"BT 1 g /F1 4 Tf 70 762 Td {SECRET} 0 g",
    "invisible mode": f"BT 3 Tr /F1 11 Tf 60 700 Td {SECRET}",
    "a tenth of a point": f"BT /F1 .1 Tf 60 700 Td {SECRET}",
    "one point, by the matrix": f"BT /F1 100 Tf .01 0 0 .01 60 700 Tm {SECRET}",
    "squeezed to nothing": f"BT /F1 11 Tf .1 Tz 60 700 Td {SECRET}",
    "left of the page": f"BT /F1 11 Tf -200 700 Td {SECRET}",
    "far away": f"BT /F1 11 Tf 60 70000 Td {SECRET}",
    "clipped away": f"q 0 0 10 10 re W n BT /F1 11 Tf 60 700 Td {SECRET} Q",
}


# These leave specks in the picture, so that a page without them looks different: it is drawn anew.
SPECKS = {"white over other text", "one point, by the matrix", "squeezed to nothing"}


@pytest.mark.parametrize("way", HIDING)
def test_hidden_text_goes_and_visible_text_stays(way: str) -> None:
    pdf = page(HIDING[way])
    redacted = redact(pdf, [], title="Brev")
    assert redacted.methods == (Method.GLYPHS,)
    assert sum(finding.glyphs for finding in redacted.hidden) == len(CPR)
    assert said(redacted.data).strip() == VISIBLE
    redacted, proof = redact_and_prove(pdf, [], [CPR], detect, "Brev")
    assert proof.failed == ()
    assert redacted.methods == (Method.RASTER if way in SPECKS else Method.GLYPHS,)


@pytest.mark.parametrize("way", HIDING)
def test_the_checker_finds_hidden_text_without_knowing_the_secret(way: str) -> None:
    proof = inspect(page(HIDING[way]), proof=None, detect=lambda text: [])
    assert CheckName.NO_HIDDEN_TEXT in {check.name for check in proof.failed}


def test_text_outside_the_crop_box_goes() -> None:
    pdf = with_content(
        f"BT /F1 11 Tf 60 700 Td ({VISIBLE}) Tj 0 -400 Td ({CPR}) Tj ET".encode(),
        CropBox=pikepdf.Array([0, 500, 595, 842]),
    )
    redacted = redact(pdf, [], title="Brev")
    assert [finding.reason for finding in redacted.hidden] == [HiddenText.OFF_PAGE]
    assert CPR not in said(redacted.data)


def test_a_few_hidden_letters_inside_a_visible_line_go() -> None:
    pdf = page(f"BT /F1 11 Tf 60 700 Td (Nummeret er {CPR} som skrevet) Tj ET 0 g 122 690 68 30 re f")
    redacted = redact(pdf, [], title="Brev")
    assert "som skrevet" in said(redacted.data)
    assert "0188-50" not in said(redacted.data)


VISIBLE_WAYS = {
    "white on a dark field": "0 g 50 690 300 30 re f 1 g BT /F1 11 Tf 60 700 Td (Hvid skrift) Tj ET",
    "light grey": ".8 g BT /F1 11 Tf 60 700 Td (Hvid skrift) Tj ET",
    "four points": "BT /F1 4 Tf 60 700 Td (Hvid skrift) Tj ET",
    "outlined": "BT 1 Tr .5 w /F1 11 Tf 60 700 Td (Hvid skrift) Tj ET",
    "widely set": "BT 20 Tc /F1 11 Tf 60 700 Td (Hvid skrift) Tj ET",
    "as bright as the field but of another colour": "1 0 0 rg 50 690 300 30 re f 0 .49 0 rg "
    "BT /F1 11 Tf 60 700 Td (Hvid skrift) Tj ET",
}


@pytest.mark.parametrize("way", VISIBLE_WAYS)
def test_visible_text_is_not_taken_for_hidden(way: str) -> None:
    redacted = redact(page(VISIBLE_WAYS[way]), [], title="Brev")
    assert redacted.hidden == ()
    assert redacted.methods == (Method.REBUILT,)
    assert "Hvidskrift" in "".join(said(redacted.data).split())


def under_picture(sheet: canvas.Canvas) -> None:
    sheet.setFont("Helvetica", 11)
    sheet.drawString(100, 700, CPR)
    sheet.drawImage(ImageReader(scan("Kort", size=(300, 200))), 80, 600, 300, 200)


def bar_over_scan(sheet: canvas.Canvas) -> None:
    picture_page(scan(f"Nummer {CPR}"))(sheet)
    sheet.rect(50, 700, 300, 60, fill=1)


def cropped_picture(sheet: canvas.Canvas) -> None:
    path = sheet.beginPath()
    path.rect(100, 600, 100, 100)
    sheet.clipPath(path, stroke=0)
    sheet.drawImage(ImageReader(scan(f"Nummer {CPR}", size=(600, 300))), 100, 500, 300, 200)


def text_as_clip(sheet: canvas.Canvas) -> None:
    text = sheet.beginText(60, 700)
    text.setFont("Helvetica", 40)
    text.setTextRenderMode(7)
    text.textLine("Udskaaret")
    sheet.drawText(text)
    sheet.rect(50, 690, 300, 60, fill=1)


@pytest.mark.parametrize(
    ("draw", "reason"),
    [
        (bar_over_scan, RasterReason.OVERPAINTED),
        (cropped_picture, RasterReason.IMAGE_CROPPED),
        (text_as_clip, RasterReason.TEXT_AS_CLIP),
    ],
)
def test_a_picture_that_is_partly_hidden_is_drawn_anew(draw: Draw, reason: RasterReason) -> None:
    pdf = paper(draw)
    redacted = redact(pdf, [], title="Brev")
    assert redacted.raster_reasons == (reason,)
    assert prove(pdf, redacted.data, [], secrets=[CPR], detect=detect).failed == ()


def test_text_behind_a_picture_goes() -> None:
    redacted = redact(paper(under_picture), [], title="Brev")
    assert redacted.raster_reasons == (None,)
    assert redacted.methods == (Method.GLYPHS,)
    assert CPR not in said(redacted.data)


def test_a_layer_that_is_off_is_not_carried_over() -> None:
    content = f"BT /F1 11 Tf 60 760 Td ({VISIBLE}) Tj ET /OC /Skjult BDC BT /F1 11 Tf 60 700 Td {SECRET} EMC"

    def switch_off(pdf: pikepdf.Pdf) -> None:
        layer = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="Skjult"))
        off = pikepdf.Dictionary(OFF=pikepdf.Array([layer]))
        pdf.Root["/OCProperties"] = pikepdf.Dictionary(OCGs=pikepdf.Array([layer]), D=off)
        pdf.pages[0].obj.Resources["/Properties"] = pikepdf.Dictionary(Skjult=layer)

    pdf = changed(with_content(content.encode(), MediaBox=SLIP), switch_off)
    redacted = redact(pdf, [], title="Brev")
    assert redacted.raster_reasons == (RasterReason.LAYERS,)
    assert prove(pdf, redacted.data, [], secrets=[CPR], detect=detect).failed == ()


def test_a_font_without_meaning_becomes_a_picture() -> None:
    def forget(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[0].obj.Resources.Font["/F2"]["/ToUnicode"]

    content = b"BT /F2 11 Tf 60 700 Td <0024002500260027> Tj ET"
    redacted = redact(changed(with_content(content), forget), [], title="Brev")
    assert redacted.raster_reasons == (RasterReason.UNMAPPED_FONT,)


def test_unreadable_content_becomes_a_picture() -> None:
    redacted = redact(with_content(b"BT /F1 11 Tf 60 700 Td (Hej) Tj ET 1 2 sludder"), [], title="Brev")
    assert redacted.raster_reasons == (RasterReason.UNREADABLE_CONTENT,)


def test_a_malformed_font_becomes_a_picture() -> None:
    def break_it(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Resources.Font["/F2"]["/DescendantFonts"] = pikepdf.Array([None])

    pdf = changed(with_content(b"BT /F2 11 Tf 60 700 Td <0024> Tj ET", MediaBox=SLIP), break_it)
    assert redact(pdf, [], title="Brev").raster_reasons == (RasterReason.UNREADABLE_CONTENT,)


def test_a_form_that_paints_itself_ends() -> None:
    def loop(pdf: pikepdf.Pdf) -> None:
        form = pdf.make_stream(b"/X0 Do")
        form["/Type"], form["/Subtype"] = pikepdf.Name.XObject, pikepdf.Name.Form
        form["/BBox"] = pikepdf.Array([0, 0, 100, 100])
        form["/Resources"] = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X0=form))
        pdf.pages[0].obj.Resources["/XObject"] = pikepdf.Dictionary(X0=form)
        pdf.pages[0].contents_add(b"/X0 Do")

    redacted = redact(changed(paper(lines("Hej")), loop), [], title="Brev")
    assert redacted.raster_reasons == (RasterReason.DEEP_FORMS,)


def test_a_letter_has_nothing_hidden() -> None:
    assert redact(paper(letter), [], title="Brev").hidden == ()


@pytest.mark.parametrize(
    "way", ["bar with a label on it", "cross-hatching", "bar of block letters", "black highlighter (Multiply)"]
)
def test_text_under_a_cover_goes_whatever_stands_on_the_cover(way: str) -> None:
    """A label on a bar leaves a trace in the very place where the number lies."""
    pdf = PAINTED[way][0]()
    redacted, proof = redact_and_prove(pdf, [], [CPR], detect, "Brev")
    assert proof.failed == ()
    assert CPR not in said(redacted.data)
    if redacted.methods == (Method.GLYPHS,):
        assert {finding.reason for finding in redacted.hidden} <= {HiddenText.COVERED, HiddenText.NO_TRACE}
        assert sum(finding.glyphs for finding in redacted.hidden) >= len(CPR)


def test_the_proof_sees_text_under_a_label() -> None:
    pdf = PAINTED["bar with a label on it"][0]()
    failed = {check.name for check in inspect(pdf, proof=None, detect=lambda text: []).failed}
    assert CheckName.NO_HIDDEN_TEXT in failed
