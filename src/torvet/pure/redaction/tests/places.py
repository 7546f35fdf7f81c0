"""The same secret in fourteen places, each in a file of its own or all in one.

The list is that of published measurements of redaction tools: text in an embedded font, kerned, white, invisible,
off the page, in a scan, in a form XObject, a bookmark, a form field, ActualText, a note, an unapplied redaction, an
attachment, and metadata.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pikepdf
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

from torvet.pure.redaction import Box
from torvet.pure.redaction.tests.papers import A4, CPR, GROUND, Draw, changed, find, paper, scan

DIGITS = CPR.replace("-", "")
STAYS = "Almindelig tekst, der skal blive stående."
Change = Callable[[pikepdf.Pdf], None]


@dataclass(frozen=True)
class Place:
    """How the secret gets there: drawn on the page, or put into the file afterwards."""

    draw: Draw | None = None
    change: Change | None = None


def _embedded(sheet: canvas.Canvas) -> None:
    sheet.setFont("Vera", 11)
    sheet.drawString(60, 780, f"Skrevet med indlejret skrift: {CPR} her")


def _white(sheet: canvas.Canvas) -> None:
    sheet.setFont("Vera", 11)
    sheet.setFillGray(1)
    sheet.drawString(60, 600, f"Hvid tekst {CPR}")
    sheet.setFillGray(0)


def _invisible(sheet: canvas.Canvas) -> None:
    text = sheet.beginText(60, 560)
    text.setFont("Vera", 11)
    text.setTextRenderMode(3)
    text.textLine(f"Usynlig tekst {CPR}")
    text.setTextRenderMode(0)
    sheet.drawText(text)


def _off_page(sheet: canvas.Canvas) -> None:
    sheet.setFont("Vera", 11)
    sheet.drawString(60, 900, f"Uden for siden {CPR}")


def _scanned(sheet: canvas.Canvas) -> None:
    picture = scan("Brev fra borgeren", f"Mit nummer er {CPR} og jeg klager")
    sheet.showPage()
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


def _bookmarked(sheet: canvas.Canvas) -> None:
    sheet.bookmarkPage("start")
    sheet.addOutlineEntry(f"Sag om {CPR}", "start")


def _field(sheet: canvas.Canvas) -> None:
    sheet.acroForm.textfield(name="cpr", value=CPR, x=60, y=500, width=200, height=20)


def _kerned(pdf: pikepdf.Pdf) -> None:
    letters = "[" + " 40 ".join(f"({character})" for character in CPR) + "] TJ"
    pdf.pages[0].contents_add(f"BT /F1 11 Tf 60 470 Td {letters} ET".encode())


def _tagged(pdf: pikepdf.Pdf) -> None:
    tag = f"/Span << /ActualText ({CPR}) >> BDC BT /F1 11 Tf 60 440 Td (Se her) Tj ET EMC"
    pdf.pages[0].contents_add(tag.encode())


def _annotate(pdf: pikepdf.Pdf, rect: list[int], **keys: object) -> None:
    annotation = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Rect=pikepdf.Array(rect))
    for key, value in keys.items():
        annotation[f"/{key}"] = value
    page = pdf.pages[0].obj
    if "/Annots" not in page:
        page["/Annots"] = pikepdf.Array()
    page["/Annots"].append(pdf.make_indirect(annotation))


def _noted(pdf: pikepdf.Pdf) -> None:
    _annotate(pdf, [300, 660, 320, 680], Subtype=pikepdf.Name.Text, Contents=pikepdf.String(f"Husk {CPR}"))


def _marked(pdf: pikepdf.Pdf) -> None:
    """Over the number of the first line, where that line is drawn."""
    _annotate(pdf, [218, 776, 291, 792], Subtype=pikepdf.Name("/Redact"), OverlayText=pikepdf.String(CPR))


def _attached(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["bilag.txt"] = pikepdf.AttachedFileSpec(pdf, CPR.encode(), filename="bilag.txt")


def _described(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        metadata["dc:title"] = f"Ansøgning {CPR}"
    pdf.docinfo["/Subject"] = CPR
    pdf.docinfo["/Keywords"] = DIGITS


PLACES: dict[str, Place] = {
    "embedded font": Place(_embedded),
    "kerned (TJ)": Place(change=_kerned),
    "white text": Place(_white),
    "invisible (mode 3)": Place(_invisible),
    "off the page": Place(_off_page),
    "form XObject": Place(_formed),
    "bookmark": Place(_bookmarked),
    "form field": Place(_field),
    "ActualText": Place(change=_tagged),
    "sticky note": Place(change=_noted),
    "unapplied redaction": Place(change=_marked),
    "attachment": Place(change=_attached),
    "XMP and Info": Place(change=_described),
    "scanned image": Place(_scanned),  # last: it stands on a page of its own
}
_IN_SCAN = (140, 705, 300, 745)


def with_secret(places: Iterable[str]) -> bytes:
    """A file with the secret in the places named."""
    chosen = [PLACES[name] for name in PLACES if name in set(places)]

    def draw(sheet: canvas.Canvas) -> None:
        sheet.setFont("Helvetica", 11)
        sheet.drawString(60, 700, STAYS)
        for place in chosen:
            if place.draw:
                place.draw(sheet)

    def change(pdf: pikepdf.Pdf) -> None:
        for place in chosen:
            if place.change:
                place.change(pdf)

    return changed(paper(draw), change)


def boxes_for(pdf: bytes, places: Iterable[str]) -> list[Box]:
    """The boxes that a detector and a reader of pictures would ask for."""
    boxes = [box for box in find(pdf, CPR, label="[cpr-nr.]", kind="cpr") if box.y1 < A4[1]]
    if "scanned image" in set(places):
        boxes.append(Box(2, *_IN_SCAN, "[cpr-nr.]", "cpr", GROUND))
    return boxes
