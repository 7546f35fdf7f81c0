"""Pages as real programs write them: forms in forms, odd fonts, odd page boxes, ligatures, patterns, masks."""

import io
from decimal import Decimal

import pikepdf
import pytest

from torvet.pure.redaction import (
    Box,
    Method,
    Proof,
    RasterReason,
    RedactedFile,
    find_leaks,
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
    lines,
    paper,
    said,
    two_byte,
    with_content,
)
from torvet.pure.redaction.tests.probes import finds

READERS = ("pdfium", "pypdf", "pdfminer", "own reader", "all objects", "raw bytes")


def gone(data: bytes, secret: str) -> bool:
    return not any(finds(probe, data, secret) for probe in READERS)


def covered(pdf: bytes, boxes: list[Box], secret: str = CPR) -> tuple[RedactedFile, Proof]:
    redacted = redact(pdf, boxes, title="Brev")
    return redacted, prove(pdf, redacted.data, boxes, secrets=[secret], detect=detect, drawn=redacted.boxes)


def form(pdf: pikepdf.Pdf, content: bytes, matrix: list[float], **resources: object) -> pikepdf.Object:
    made = pdf.make_stream(content)
    made["/Type"], made["/Subtype"] = pikepdf.Name.XObject, pikepdf.Name.Form
    made["/BBox"], made["/Matrix"] = pikepdf.Array([-500, -500, 900, 900]), pikepdf.Array(matrix)
    found = pikepdf.Dictionary()
    for key, value in resources.items():
        found[f"/{key}"] = value
    made["/Resources"] = found
    return pdf.make_indirect(made)


def nested(pdf: pikepdf.Pdf) -> None:
    """A turned form in a scaled form, painted on both pages and twice on the first."""
    font = pdf.pages[0].obj.Resources.Font["/F1"]
    text = f"BT /T 11 Tf 0 0 Td (Stempel {CPR} slut) Tj ET".encode()
    inner = form(pdf, text, [0, 1, -1, 0, 40, 10], Font=pikepdf.Dictionary(T=font))
    outer = form(pdf, b"q 1 0 0 1 5 5 cm /Inner Do Q", [1.5, 0, 0, 1.5, 0, 0], XObject=pikepdf.Dictionary(Inner=inner))
    for page in pdf.pages:
        page.obj.Resources["/XObject"] = pikepdf.Dictionary(Outer=outer)
    pdf.pages[0].contents_add(b"q 1 0 0 1 100 300 cm /Outer Do Q q .8 0 0 .8 300 200 cm /Outer Do Q")
    pdf.pages[1].contents_add(b"q 1 0 0 1 200 100 cm /Outer Do Q")


def two_pages() -> bytes:
    with pikepdf.open(io.BytesIO(with_content(b"BT /F1 11 Tf 60 760 Td (Foerste side) Tj ET"))) as pdf:
        pdf.pages.append(pdf.pages[0])
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def test_forms_in_forms_that_two_pages_share() -> None:
    pdf = changed(two_pages(), nested)
    boxes = cpr_boxes(pdf)
    assert len(boxes) == 3
    redacted, proof = covered(pdf, boxes)
    assert proof.failed == ()
    assert redacted.methods == (Method.GLYPHS, Method.GLYPHS)
    assert gone(redacted.data, CPR)
    assert said(redacted.data).count("slut") == 2


def test_a_shared_form_is_covered_only_where_its_box_is() -> None:
    pdf = changed(two_pages(), nested)
    boxes = [box for box in cpr_boxes(pdf) if box.page == 1]
    redacted, proof = covered(pdf, boxes)
    assert CPR not in said(redacted.data)
    assert CPR in said(redacted.data, 2)
    assert not proof.holds


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize(
    "keys",
    [
        {"MediaBox": pikepdf.Array([-100, -200, 495, 642])},
        {"MediaBox": pikepdf.Array([-100, -200, 495, 642]), "CropBox": pikepdf.Array([-40, -150, 400, 600])},
        {"MediaBox": pikepdf.Array([0, 0, 2000, 2000]), "CropBox": pikepdf.Array([20, 20, 500, 500])},
        {"UserUnit": Decimal("2.5")},
    ],
    ids=["negative origin", "negative origin, cropped", "large media box", "user unit"],
)
def test_pages_with_odd_boxes(rotation: int, keys: dict[str, object]) -> None:
    content = f"BT /F1 11 Tf 60 400 Td (Mit nummer er {CPR} og ikke andet) Tj ET".encode()
    pdf = with_content(content, Rotate=rotation, **keys)  # type: ignore[arg-type]
    redacted, proof = covered(pdf, cpr_boxes(pdf))
    assert proof.failed == ()
    assert redacted.methods == (Method.GLYPHS,)
    assert gone(redacted.data, CPR)
    assert drawn(redacted.data).size == drawn(pdf).size


def with_type3(pdf: pikepdf.Pdf) -> None:
    """A font whose letters are little drawings; its table says what they mean."""
    square = pdf.make_stream(b"600 0 0 0 500 700 d1 0 0 500 700 re f")
    digits = pikepdf.Array([48])
    for number in range(10):
        digits.append(pikepdf.Name(f"/d{number}"))
    codes = "\n".join(f"<{48 + number:02x}> <{48 + number:04x}>" for number in range(10))
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type3,
        FontBBox=pikepdf.Array([0, 0, 600, 700]),
        FontMatrix=pikepdf.Array([0.001, 0, 0, 0.001, 0, 0]),
        CharProcs=pikepdf.Dictionary({f"/d{number}": square for number in range(10)}),
        Encoding=pikepdf.Dictionary(Type=pikepdf.Name.Encoding, Differences=digits),
        FirstChar=48,
        LastChar=57,
        Widths=pikepdf.Array([600] * 10),
        ToUnicode=pdf.make_stream(f"10 beginbfchar\n{codes}\nendbfchar".encode()),
    )
    pdf.pages[0].obj.Resources.Font["/Tegnet"] = pdf.make_indirect(font)
    pdf.pages[0].contents_add(b"BT /Tegnet 11 Tf 60 600 Td (0101885007) Tj ET")


def test_a_drawn_font_becomes_a_picture_with_its_box() -> None:
    pdf = changed(paper(lines("Tal i tegnet skrift:")), with_type3)
    boxes = find(pdf, "0101885007", label="[cpr-nr.]", kind="cpr")
    redacted, proof = covered(pdf, boxes)
    assert redacted.raster_reasons == (RasterReason.TYPE3_FONT,)
    assert proof.failed == ()
    assert gone(redacted.data, CPR)


def test_a_font_without_meaning_becomes_a_picture() -> None:
    def forget(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[0].obj.Resources.Font["/F2"]["/ToUnicode"]

    pdf = changed(with_content(b"BT /F2 11 Tf 60 700 Td <0024002500260027> Tj ET"), forget)
    box = Box(1, 55, 695, 200, 712, "[navn]", "name", GROUND)
    redacted, proof = covered(pdf, [box])
    assert redacted.raster_reasons == (RasterReason.UNMAPPED_FONT,)
    assert proof.failed == ()


def test_a_ligature_goes_with_the_name_it_belongs_to() -> None:
    """One code means two letters: Sofie, written with the sign for fi."""

    def join(pdf: pikepdf.Pdf) -> None:
        table = b"1 beginbfchar <51> <00660069> endbfchar"
        pdf.pages[0].obj.Resources.Font["/F1"].ToUnicode = pdf.make_stream(table)

    pdf = changed(with_content(b"BT /F1 11 Tf 60 700 Td [(Hilsen So) 20 (Q) -15 (e Bak) -300 (og andre)] TJ ET"), join)
    assert "Sofie Bak" in said(pdf)
    redacted, proof = covered(pdf, find(pdf, "Sofie Bak"), "Sofie Bak")
    assert proof.failed == ()
    assert gone(redacted.data, "Sofie")
    assert "og andre" in said(redacted.data)


def test_kerning_and_spacing_keep_their_neighbours_in_place() -> None:
    shown = b"[(Fra) -250 (B) 30 (irthe) -250 (Sk) 20 (ovgaard) -250 (til sagen)] TJ"
    pdf = with_content(b"BT /F1 11 Tf .4 Tc 3 Tw 120 Tz 60 700 Td " + shown + b" ET")
    redacted, proof = covered(pdf, find(pdf, NAME), NAME)
    assert proof.failed == ()
    assert redacted.methods == (Method.GLYPHS,)


def with_pattern(pdf: pikepdf.Pdf) -> None:
    """A tiled pattern whose tile says the number."""
    font = pdf.pages[0].obj.Resources.Font["/F1"]
    tile = pdf.make_stream(f"BT /T 9 Tf 2 4 Td ({CPR}) Tj ET".encode())
    for key, value in (("PatternType", 1), ("PaintType", 1), ("TilingType", 1), ("XStep", 90), ("YStep", 20)):
        tile[f"/{key}"] = value
    tile["/BBox"] = pikepdf.Array([0, 0, 90, 20])
    tile["/Resources"] = pikepdf.Dictionary(Font=pikepdf.Dictionary(T=font))
    pdf.pages[0].obj.Resources["/Pattern"] = pikepdf.Dictionary(P=pdf.make_indirect(tile))
    pdf.pages[0].contents_add(b"/Pattern cs /P scn 60 500 85 20 re f")


def with_mask(pdf: pikepdf.Pdf) -> None:
    """A black field that shows only where a mask says the number."""
    font = pdf.pages[0].obj.Resources.Font["/F1"]
    text = f"1 g BT /T 11 Tf 60 505 Td ({CPR}) Tj ET".encode()
    group = form(pdf, text, [1, 0, 0, 1, 0, 0], Font=pikepdf.Dictionary(T=font))
    group["/Group"] = pikepdf.Dictionary(S=pikepdf.Name.Transparency, CS=pikepdf.Name.DeviceGray)
    mask = pikepdf.Dictionary(S=pikepdf.Name.Luminosity, G=group)
    pdf.pages[0].obj.Resources["/ExtGState"] = pikepdf.Dictionary(M=pikepdf.Dictionary(SMask=mask))
    pdf.pages[0].contents_add(b"q /M gs 0 g 55 500 100 20 re f Q")


@pytest.mark.parametrize(
    ("hide", "reason"), [(with_pattern, RasterReason.PATTERN), (with_mask, RasterReason.SOFT_MASK)]
)
def test_text_in_patterns_and_masks_becomes_a_picture_with_its_box(hide: object, reason: RasterReason) -> None:
    pdf = changed(with_content(b"BT /F1 11 Tf 60 700 Td (Synlig linje) Tj ET"), hide)  # type: ignore[arg-type]
    box = Box(1, 55, 498, 160, 522, "[cpr-nr.]", "cpr", GROUND)
    redacted, proof = covered(pdf, [box])
    assert redacted.raster_reasons == (reason,)
    assert proof.failed == ()
    assert gone(redacted.data, CPR)


def test_the_appearance_of_a_note_is_not_carried_over() -> None:
    def stamp(pdf: pikepdf.Pdf) -> None:
        font = pdf.pages[0].obj.Resources.Font["/F1"]
        look = form(pdf, f"BT /T 11 Tf 5 5 Td ({CPR}) Tj ET".encode(), [1, 0, 0, 1, 0, 0])
        look["/Resources"] = pikepdf.Dictionary(Font=pikepdf.Dictionary(T=font))
        note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Stamp, F=4)
        note["/Rect"], note["/AP"] = pikepdf.Array([60, 500, 200, 520]), pikepdf.Dictionary(N=look)
        pdf.pages[0].obj["/Annots"] = pikepdf.Array([pdf.make_indirect(note)])

    pdf = changed(with_content(b"BT /F1 11 Tf 60 700 Td (Synlig linje) Tj ET"), stamp)
    redacted, proof = covered(pdf, [])
    assert proof.failed == ()
    assert gone(redacted.data, CPR)


def test_an_inline_image_under_a_box_is_burned() -> None:
    pdf = with_content(b"q 100 0 0 20 60 500 cm BI /W 4 /H 1 /BPC 8 /CS /G ID \x00\xff\x00\xff EI Q")
    box = Box(1, 55, 498, 165, 522, "[underskrift]", "signature", GROUND)
    redacted, proof = covered(pdf, [box])
    assert redacted.raster_reasons == (RasterReason.IMAGE_UNDER_BOX,)
    assert proof.failed == ()


def test_pages_whose_text_is_not_trusted_become_pictures_at_once() -> None:
    pdf = paper(lines(f"Nummer {CPR}"), lines("Anden side"))
    redacted, proof = redact_and_prove(pdf, cpr_boxes(pdf), [CPR], detect, "Brev", raster_pages=[2])
    assert redacted.methods == (Method.GLYPHS, Method.RASTER)
    assert proof.failed == ()


def test_a_broken_table_of_meanings_ends_in_no_error() -> None:
    """Found by changing bytes at random."""
    pdf = with_content(two_byte_line())

    def spoil(opened: pikepdf.Pdf) -> None:
        table = opened.pages[0].obj.Resources.Font["/F2"].ToUnicode
        table.write(b"not deflated", filter=pikepdf.Name.FlateDecode)

    broken = changed(pdf, spoil)
    redacted, proof = redact_and_prove(broken, [], [], detect, "Brev")
    assert redacted.methods == (Method.RASTER,)
    assert proof.failed == ()
    assert find_leaks(broken).leaks == ()


def two_byte_line() -> bytes:
    return b"BT /F2 11 Tf 60 700 Td " + two_byte("En linje i en indlejret skrift") + b" Tj ET"
