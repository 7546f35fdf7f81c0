"""The same secret in fourteen places of one file: gone from all of them, for every reader."""

import io

import pikepdf
import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

from torvet.pure.redaction import Box, Dropped, HiddenText, Proof, RedactedFile, redact_and_prove
from torvet.pure.redaction.readers import read_loose_ends, read_own, read_pdfminer, read_pypdf
from torvet.pure.redaction.tests.papers import A4, CPR, GROUND, changed, detect, find, paper, said, scan

DIGITS = CPR.replace("-", "")


def _front(sheet: canvas.Canvas) -> None:
    sheet.setFont("Vera", 11)
    sheet.drawString(60, 780, f"Skrevet med indlejret skrift: {CPR} her")
    sheet.drawString(60, 700, "Almindelig tekst, der skal blive stående.")
    sheet.setFillGray(1)
    sheet.drawString(60, 600, f"Hvid tekst {CPR}")
    sheet.setFillGray(0)
    sheet.drawString(60, 900, f"Uden for siden {CPR}")
    text = sheet.beginText(60, 560)
    text.setTextRenderMode(3)
    text.textLine(f"Usynlig tekst {CPR}")
    text.setTextRenderMode(0)
    sheet.drawText(text)
    sheet.acroForm.textfield(name="cpr", value=CPR, x=60, y=500, width=200, height=20)
    sheet.bookmarkPage("start")
    sheet.addOutlineEntry(f"Sag om {CPR}", "start")


def _scanned(sheet: canvas.Canvas) -> None:
    picture = scan("Brev fra borgeren", f"Mit nummer er {CPR} og jeg klager")
    sheet.drawImage(ImageReader(picture), 0, 0, *A4)


def _formed(sheet: canvas.Canvas) -> None:
    sheet.beginForm("stempel")
    sheet.setFont("Helvetica", 12)
    sheet.drawString(0, 0, f"Stempel med {CPR} i")
    sheet.endForm()
    sheet.saveState()
    sheet.translate(80, 400)
    sheet.doForm("stempel")
    sheet.restoreState()


def _hide_more(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    kerned = "[" + " 40 ".join(f"({character})" for character in CPR) + "] TJ"
    tagged = f"/Span << /ActualText ({CPR}) >> BDC BT /F1 11 Tf 60 440 Td (Se her) Tj ET EMC"
    page.contents_add(f"BT /F1 11 Tf 60 470 Td {kerned} ET {tagged}".encode())
    note = pikepdf.Dictionary(Subtype=pikepdf.Name.Text, Contents=f"Husk {CPR}")
    marked = pikepdf.Dictionary(Subtype=pikepdf.Name("/Redact"), OverlayText=CPR)
    for annotation, rect in ((note, [300, 700, 320, 720]), (marked, [218, 770, 291, 790])):
        annotation["/Type"] = pikepdf.Name.Annot
        annotation["/Rect"] = pikepdf.Array(rect)
        page.obj["/Annots"].append(pdf.make_indirect(annotation))
    pdf.attachments["bilag.txt"] = pikepdf.AttachedFileSpec(pdf, CPR.encode(), filename="bilag.txt")
    with pdf.open_metadata() as metadata:
        metadata["dc:title"] = f"Ansøgning {CPR}"
    pdf.docinfo["/Subject"] = CPR
    pdf.docinfo["/Keywords"] = DIGITS
    pdf.Root["/OpenAction"] = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String(f"app.alert('{CPR}')"))


@pytest.fixture(scope="module")
def original() -> bytes:
    return changed(paper(_front, _scanned, _formed), _hide_more)


@pytest.fixture(scope="module")
def outcome(original: bytes) -> tuple[RedactedFile, Proof]:
    # The detector finds what readers see: the text of the first and the third page; OCR finds the scan's.
    boxes = [box for box in find(original, CPR, label="[cpr-nr.]", kind="cpr") if box.y1 < 842]
    in_scan = Box(2, 140, 705, 300, 745, "[cpr-nr.]", "cpr", GROUND)
    return redact_and_prove(original, [*boxes, in_scan], [CPR], detect, "Afgørelse")


def test_the_paper_has_the_secret_wherever_it_says(original: bytes) -> None:
    """The test can fail: each hiding place is really there before."""
    with pikepdf.open(io.BytesIO(original)) as pdf:
        ends = read_loose_ends(pdf)
        assert pdf.attachments["bilag.txt"].get_file().read_bytes() == CPR.encode()
        assert sum(CPR in string for string in ends.strings) >= 7
        assert any(CPR.encode() in stream for stream in ends.streams)
    assert said(original).count(CPR) >= 4
    assert CPR in said(original, 3)


def test_the_proof_holds(outcome: tuple[RedactedFile, Proof]) -> None:
    assert outcome[1].failed == ()


def test_pages_with_a_scan_become_pictures_and_others_do_not(outcome: tuple[RedactedFile, Proof]) -> None:
    assert outcome[0].methods == ("glyphs", "raster", "glyphs")


def test_no_reader_finds_the_secret(outcome: tuple[RedactedFile, Proof]) -> None:
    data = outcome[0].data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        own = [page.text() + page.bytes_shown() for page in read_own(pdf)]
        ends = read_loose_ends(pdf)
    texts = [*read_pypdf(data).pages, *read_pdfminer(data).pages, *own, *ends.strings, *ends.names]
    texts += [said(data, page) for page in (1, 2, 3)]
    assert not any(DIGITS in "".join(filter(str.isdigit, text)) for text in texts)
    assert not any(CPR.encode() in stream or DIGITS.encode() in stream for stream in ends.streams)


def test_the_rest_of_the_text_stays(outcome: tuple[RedactedFile, Proof]) -> None:
    first = said(outcome[0].data)
    assert "Skrevet med indlejret skrift:" in first
    assert "Almindelig tekst, der skal blive stående." in first
    # "Se her" is gone: PDFium reads its ActualText instead, so the box lies there.
    assert "Stempel med" in said(outcome[0].data, 3)


def test_what_nobody_sees_is_dropped_and_reported(outcome: tuple[RedactedFile, Proof]) -> None:
    reasons = {finding.reason for finding in outcome[0].hidden}
    assert reasons == {HiddenText.INVISIBLE, HiddenText.NO_TRACE, HiddenText.OFF_PAGE}
    assert "Hvid" not in said(outcome[0].data)


def test_what_rode_along_is_dropped_and_reported(outcome: tuple[RedactedFile, Proof]) -> None:
    dropped = {(each.part, each.page): each.count for each in outcome[0].dropped}
    assert {part for part, _ in dropped} == set(Dropped) - {Dropped.LAYERS, Dropped.STRUCTURE}
    assert dropped[Dropped.ANNOTATIONS, 1] == 3, "a form field, a note and a mark"
    assert dropped[Dropped.OUTLINE, 0] == dropped[Dropped.ATTACHMENTS, 0] == 1


def test_only_title_and_language_are_left_as_metadata(outcome: tuple[RedactedFile, Proof]) -> None:
    with pikepdf.open(io.BytesIO(outcome[0].data)) as pdf:
        assert dict(pdf.docinfo) == {"/Title": pikepdf.String("Afgørelse")}
        assert set(pdf.Root.keys()) == {"/Type", "/Pages", "/Lang", "/ViewerPreferences"}
        assert str(pdf.Root.Lang) == "da"
