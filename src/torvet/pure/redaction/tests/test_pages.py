"""Pages of every kind: what is under a box goes, everything else stays where it was."""

import io
from decimal import Decimal

import pikepdf
import pypdfium2
import pytest
from reportlab.pdfgen import canvas

from torvet.pure.redaction import (
    Box,
    FileProblem,
    Method,
    Proof,
    RasterReason,
    RedactedFile,
    UnreadableFile,
    prove,
    redact,
    redact_and_prove,
)
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
    lines,
    paper,
    said,
    two_byte,
    with_content,
)

SHOWN = f"Mit nummer er {CPR} og ikke andet"
SPLIT = b"BT /F1 11 Tf 1 0 0 1 60 700 Tm (Nummer 010188) Tj 79 0 Td (-5007 slut) Tj ET"


def covered(pdf: bytes, boxes: list[Box], *secrets: str) -> tuple[RedactedFile, Proof]:
    """Redact and prove without the way out of a picture."""
    redacted = redact(pdf, boxes, title="Brev")
    proof = prove(pdf, redacted.data, boxes, secrets=secrets, detect=detect, drawn=redacted.boxes)
    return redacted, proof


def shown_with(operators: str, shown: bytes = f"({SHOWN})".encode()) -> bytes:
    return with_content(f"BT {operators} ".encode() + shown + b" Tj ET")


WAYS = {
    "plain": shown_with("/F1 11 Tf 60 700 Td"),
    "letter spacing": shown_with("/F1 11 Tf 1.5 Tc 60 700 Td"),
    "word spacing": shown_with("/F1 11 Tf 7 Tw 60 700 Td"),
    "stretched": shown_with("/F1 11 Tf 130 Tz 60 700 Td"),
    "raised": shown_with("/F1 11 Tf 4 Ts 60 700 Td"),
    "rotated a quarter": shown_with("/F1 11 Tf 0 1 -1 0 200 300 Tm"),
    "rotated 30 degrees": shown_with("/F1 11 Tf .866 .5 -.5 .866 100 300 Tm"),
    "upside down": shown_with("/F1 11 Tf -1 0 0 -1 400 300 Tm"),
    "mirrored": shown_with("/F1 11 Tf -1 0 0 1 400 300 Tm"),
    "scaled by the page": with_content(f"q 2 0 0 2 10 10 cm BT /F1 7 Tf 20 300 Td ({SHOWN}) Tj ET Q".encode()),
    "two-byte font": shown_with("/F2 11 Tf 60 700 Td", two_byte(SHOWN)),
    "two-byte font, spaced": shown_with("/F2 11 Tf 1 Tc 60 700 Td", two_byte(SHOWN)),
    "kerned": with_content(
        b"BT /F1 11 Tf 60 700 Td [(Mit nummer) -300 (er 01) 20 (0188) -15 (-50) 8 (07 og ikke) 5 (andet)] TJ ET"
    ),
    "next line operators": with_content(
        f"BT /F1 11 Tf 14 TL 60 700 Td (Foerst) Tj ({SHOWN}) ' 2 1 (Sidst) \" ET".encode()
    ),
    "going on after": with_content(f"BT /F1 11 Tf 60 700 Td ({SHOWN}) Tj ( og mere) Tj ET".encode()),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_number_goes_and_its_neighbours_stay(way: str) -> None:
    pdf = WAYS[way]
    boxes = cpr_boxes(pdf)
    redacted, proof = covered(pdf, boxes, CPR)
    assert boxes, "the paper shows the number"
    assert proof.failed == ()
    assert redacted.methods == (Method.GLYPHS,)
    assert "ikke" in said(redacted.data)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, (40, 500, 480, 800)])
def test_rotated_and_cropped_pages(rotation: int, crop: tuple[int, ...] | None) -> None:
    def turn(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj["/Rotate"] = rotation
        if crop:
            pdf.pages[0].obj["/CropBox"] = pikepdf.Array(crop)

    pdf = changed(paper(letter), turn)
    redacted, proof = covered(pdf, cpr_boxes(pdf), CPR)
    assert proof.failed == ()
    assert redacted.methods == (Method.GLYPHS,)
    assert drawn(redacted.data).size == drawn(pdf).size


def test_a_label_on_a_rotated_page_is_upright_for_its_reader() -> None:
    content = f"BT /F1 11 Tf 0 1 -1 0 300 100 Tm ({SHOWN}) Tj ET".encode()
    pdf = with_content(content, Rotate=90)
    redacted, _ = covered(pdf, cpr_boxes(pdf), CPR)
    assert [box.angle for box in redacted.boxes] == [90]


def test_a_user_unit_is_kept() -> None:
    pdf = with_content(f"BT /F1 11 Tf 60 700 Td ({SHOWN}) Tj ET".encode(), UserUnit=Decimal(2))
    redacted, proof = covered(pdf, cpr_boxes(pdf), CPR)
    assert proof.failed == ()
    with pikepdf.open(io.BytesIO(redacted.data)) as result:
        assert result.pages[0].obj.UserUnit == 2


def test_a_page_without_boxes_is_rebuilt_all_the_same() -> None:
    pdf = paper(letter, letter)
    redacted, proof = covered(pdf, find(pdf, NAME)[:1])
    assert redacted.methods == (Method.GLYPHS, Method.REBUILT)
    assert said(redacted.data, 2) == said(pdf, 2)
    assert NAME in said(redacted.data, 2)
    assert proof.failed[0].name == "detector_silent"  # both pages still have the number


def test_a_secret_in_two_text_objects() -> None:
    pdf = with_content(SPLIT)
    redacted, proof = covered(pdf, find(pdf, "010188", "-5007", label="[cpr-nr.]", kind="cpr"), CPR)
    assert proof.failed == ()
    assert len(redacted.boxes) == 1
    assert "slut" in said(redacted.data)


def test_a_glyph_partly_off_the_page_does_not_take_its_line_along() -> None:
    """A line dropped because of one glyph at the edge was a fault that only the pictures showed."""
    pdf = paper(lines(f"En linje med {CPR} der gaar ud over kanten af papiret her", x=330))
    redacted, proof = covered(pdf, cpr_boxes(pdf), CPR)
    assert proof.failed == ()
    assert "En linje med" in said(redacted.data)
    assert "der gaar ud" in said(redacted.data)


def test_a_form_drawn_twice_is_covered_where_the_box_is() -> None:
    def draw(sheet: canvas.Canvas) -> None:
        sheet.beginForm("stempel")
        sheet.setFont("Helvetica", 12)
        sheet.drawString(0, 0, f"Stempel {NAME} slut")
        sheet.endForm()
        for y in (600, 300):
            sheet.saveState()
            sheet.translate(80, y)
            sheet.doForm("stempel")
            sheet.restoreState()

    pdf = paper(draw)
    redacted, _ = covered(pdf, [box for box in find(pdf, NAME) if box.y0 > 500])
    assert redacted.methods == (Method.GLYPHS,)
    assert said(redacted.data).count(NAME) == 1
    redacted, proof = covered(pdf, find(pdf, NAME), NAME)
    assert proof.failed == ()
    assert said(redacted.data).count("slut") == 2


def test_many_boxes_on_a_page() -> None:
    pdf = paper(lines(*(f"{number}: {CPR} er et nummer, og det er {CPR} ogsaa" for number in range(35))))
    boxes = cpr_boxes(pdf)
    redacted, proof = covered(pdf, boxes, CPR)
    assert len(redacted.boxes) == len(boxes) == 70
    assert proof.failed == ()


def test_an_empty_page() -> None:
    pdf = paper(lambda sheet: None)
    redacted, proof = covered(pdf, [])
    assert proof.failed == ()
    assert redacted.methods == (Method.REBUILT,)


def test_a_box_outside_the_page_is_ignored() -> None:
    pdf = paper(letter)
    outside = Box(1, 900, 900, 950, 920, "[navn]", "name", GROUND)
    redacted = redact(pdf, [outside], title="Brev")
    assert redacted.boxes == ()
    assert redacted.methods == (Method.REBUILT,)


def test_a_box_on_a_page_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="page 2 of a file with 1"):
        redact(paper(letter), [Box(2, 0, 0, 9, 9, "[navn]", "name", GROUND)], title="Brev")


def test_the_same_input_gives_the_same_bytes() -> None:
    pdf = paper(letter)
    boxes = cpr_boxes(pdf)
    assert redact(pdf, boxes, title="Brev") == redact(pdf, boxes, title="Brev")
    drawn_twice = [redact(pdf, boxes, title="Brev", raster_pages=[1]).data for _ in range(2)]
    assert drawn_twice[0] == drawn_twice[1]


def test_an_owner_password_does_not_stop_it_and_is_not_carried_over() -> None:
    with pikepdf.open(io.BytesIO(paper(letter))) as pdf:
        out = io.BytesIO()
        pdf.save(out, encryption=pikepdf.Encryption(owner="ejer", user=""))
    redacted, proof = covered(out.getvalue(), [*cpr_boxes(out.getvalue())], CPR)
    assert proof.failed == ()
    with pikepdf.open(io.BytesIO(redacted.data)) as result:
        assert not result.is_encrypted


def test_files_that_cannot_be_read_say_why() -> None:
    with pikepdf.open(io.BytesIO(paper(letter))) as pdf:
        out = io.BytesIO()
        pdf.save(out, encryption=pikepdf.Encryption(owner="ejer", user="bruger"))
    for data, problem in (
        (out.getvalue(), FileProblem.ENCRYPTED),
        (b"Kaere kommune", FileProblem.BROKEN),
        (b"", FileProblem.BROKEN),
    ):
        with pytest.raises(UnreadableFile) as raised:
            redact(data, [], title="Brev")
        assert raised.value.problem == problem


def test_a_box_is_as_wide_as_its_kind_where_the_line_is_empty() -> None:
    """Two names of different length look the same at the end of a line."""
    widths = []
    for name in ("Bo Ek", "Annemette Gyde"):
        pdf = paper(lines(f"Hilsen {name}", size=12))
        redacted, proof = covered(pdf, find(pdf, name), name)
        assert proof.failed == ()
        widths.append(round(redacted.boxes[0].rect.width))
    assert widths[0] == widths[1]


def test_the_width_of_what_went_is_not_written_at_the_end_of_a_line() -> None:
    lengths = []
    for name in ("Bo Ek", "Annemette Gyde"):
        pdf = with_content(f"BT /F1 11 Tf 60 700 Td (Hilsen {name}) Tj ET".encode())
        data = redact(pdf, find(pdf, name), title="Brev").data
        with pikepdf.open(io.BytesIO(data)) as result:
            content = pikepdf.parse_content_stream(result.pages[0])
            lengths.append(next(str(part) for part in content if str(part.operator) in ("Tj", "TJ")))
    assert lengths[0] == lengths[1]


def test_a_box_never_covers_a_neighbour() -> None:
    pdf = paper(lines("Bo Ek har klaget"))
    redacted, proof = covered(pdf, find(pdf, "Bo Ek"), "Bo Ek")
    assert proof.failed == ()
    assert "har klaget" in said(redacted.data)


def test_touching_boxes_become_one() -> None:
    pdf = paper(lines("Birthe Skovgaard har klaget"))
    redacted, proof = covered(pdf, find(pdf, "Birthe", "Skovgaard"), NAME)
    assert len(redacted.boxes) == 1
    assert proof.failed == ()


def test_redact_and_prove_turns_to_a_picture_where_glyphs_do_not_do() -> None:
    """The secret stands in a font program, so no glyph can be removed to be rid of it."""

    def hide(pdf: pikepdf.Pdf) -> None:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and "/FontFile2" in item:
                program = item["/FontFile2"]
                program.write(program.read_bytes() + CPR.encode())

    pdf = changed(paper(lines("Der staar ikke noget hemmeligt her.")), hide)
    redacted, proof = redact_and_prove(pdf, [], [CPR], detect, "Brev")
    assert redacted.raster_reasons == (RasterReason.ASKED,)
    assert proof.failed == ()


def test_no_proof_when_the_secret_stands_outside_every_box() -> None:
    pdf = paper(letter)
    _, proof = redact_and_prove(pdf, find(pdf, NAME), [NAME], lambda text: [], "Brev")
    assert proof.holds
    redacted, proof = redact_and_prove(pdf, [], [NAME], lambda text: [], "Brev")
    assert redacted.methods == (Method.RASTER,)
    assert [check.name for check in proof.failed] == ["secrets_gone"], "a picture of a name is a name"
    _, proof = redact_and_prove(pdf, find(pdf, NAME), [], detect, "Brev")
    assert [check.name for check in proof.failed] == ["detector_silent"]


def test_pypdfium_is_as_expected() -> None:
    """Character boxes are in unrotated page space, with the crop box's own origin and without user units."""
    plain = with_content(b"BT /F1 12 Tf 100 200 Td (Hejsa) Tj ET", size=(300, 400))
    turned = with_content(
        b"BT /F1 12 Tf 100 200 Td (Hejsa) Tj ET",
        size=(300, 400),
        Rotate=90,
        CropBox=pikepdf.Array([50, 50, 280, 380]),
        UserUnit=2,
    )
    places = []
    for pdf in (plain, turned):
        document = pypdfium2.PdfDocument(pdf)
        places.append(document[0].get_textpage().get_charbox(0))
        document.close()
    assert places[0] == places[1]
