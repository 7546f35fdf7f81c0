"""Pages of PDF files: text index for index, size, pictures, what needs reading by OCR, what is hidden."""

import io

import pikepdf
import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from torvet.pure.extraction import Extraction, ExtractionRefused, RefusalCode, extract
from torvet.pure.extraction.tests import samples

LONG = ["Teknik- og miljøudvalget behandlede sagen på sit møde i november."] * 12


def hidden(extraction: Extraction) -> set[tuple[str, str]]:
    return {(found.place, found.text) for found in extraction.hidden}


def test_text_is_index_compatible_with_pdfium_and_nothing_beside_the_page_is_lost() -> None:
    data = samples.pdf(
        samples.both(
            samples.lines("Kære Bo, æøå ÆØÅ", "010180-", "1234 på vej-", "anlægget af Kirsten-", "Marie"),
            samples.lines("ved siden af siden", x=-400),
            samples.lines("ud over kanten", x=590, y=300),
        )
    )
    text = extract(data).pages[0].text
    assert "ved siden af siden" in text
    assert "ud over kanten" in text
    assert "010180-\r\n1234 på vej\xadanlægget af Kirsten-Marie" in text
    with pypdfium2.PdfDocument(data) as document:
        characters = document[0].get_textpage()
        assert len(text) == characters.count_chars()
        for at, character in enumerate(text):
            given = pypdfium2.raw.FPDFText_GetUnicode(characters, at)
            assert ord(character) == given or (given == 2 and character in "-\xad")


def test_characters_beyond_sixteen_bits_keep_their_index() -> None:
    def name_font(document: pikepdf.Pdf) -> None:
        """Tell readers that the letter A means a mathematical zero and B nothing at all."""
        to_unicode = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def
1 begincodespacerange <00> <FF> endcodespacerange
2 beginbfchar <41> <D835DFCE> <42> <0000> endbfchar endcmap end end"""
        font = document.pages[0].Resources.Font.F1
        font.ToUnicode = document.make_stream(to_unicode)

    data = samples.changed(samples.pdf(samples.lines("xAyBz")), name_font)
    assert extract(data).pages[0].text == "x\U0001d7ce\u200by\ufffdz"


@pytest.mark.parametrize(
    ("draw", "share", "needs_ocr"),
    [
        (samples.lines(*LONG), 0.0, False),
        (lambda canvas: None, 0.0, False),
        (lambda canvas: canvas.rect(10, 10, 90, 90), 0.0, True),
        (samples.picture(600, 800), 1.0, True),
        (samples.picture(600, 400), 0.5, True),
        (samples.both(samples.picture(600, 400), samples.lines("Kort")), 0.5, False),
        (samples.both(samples.picture(600, 500), samples.lines("Side 1 af 3")), 0.625, True),
        (samples.both(samples.picture(600, 800), samples.lines(*LONG)), 1.0, False),
        (samples.both(samples.picture(900, 1200), samples.lines("Stempel")), 1.0, True),
    ],
)
def test_a_page_needs_ocr_when_a_picture_holds_what_it_says(draw: object, share: float, needs_ocr: bool) -> None:
    assert callable(draw)
    page = extract(samples.pdf(draw)).pages[0]
    assert page.image_share == pytest.approx(share, abs=0.01)
    assert page.needs_ocr is needs_ocr


def test_a_picture_in_a_form_in_a_form_counts_at_its_place() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.beginForm("inner")
        samples.picture(100, 100)(canvas)
        canvas.endForm()
        canvas.beginForm("outer")
        canvas.scale(2, 2)
        canvas.doForm("inner")
        canvas.endForm()
        canvas.scale(3, 4)
        canvas.doForm("outer")

    assert extract(samples.pdf(draw)).pages[0].image_share == pytest.approx(1.0, abs=0.01)


def test_text_whose_letters_mean_nothing_is_not_trusted() -> None:
    assert extract(samples.pdf(samples.lines("Ganske almindelig tekst"))).pages[0].needs_ocr is False

    def hide_meaning(document: pikepdf.Pdf) -> None:
        mapping = b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> "
        mapping += b"endcodespacerange 1 beginbfrange <21> <7A> <E021> endbfrange endcmap end"
        document.pages[0].Resources.Font.F1.ToUnicode = document.make_stream(mapping)

    data = samples.changed(samples.pdf(samples.lines("Ganske almindelig tekst")), hide_meaning)
    assert extract(data).pages[0].needs_ocr is True


def test_size_is_that_of_the_page_as_shown() -> None:
    def turn(document: pikepdf.Pdf) -> None:
        document.pages[0].rotate(90, relative=False)
        document.pages[0].cropbox = pikepdf.Array([50, 100, 500, 750])

    page = extract(samples.changed(samples.pdf(samples.lines("Hej")), turn)).pages[0]
    assert (page.number, page.width_pt, page.height_pt) == (1, 650, 450)


def test_what_is_hidden_in_a_pdf_is_reported() -> None:
    def hide(document: pikepdf.Pdf) -> None:
        document.docinfo["/Title"] = "Ansøgning Bo Holm"
        document.docinfo["/Author"] = "Ane Bo"
        document.attachments["løn.xlsx"] = b"hemmeligt"
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9], Contents="Ring til Bo", T="Ane"
        )
        link = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Link,
            Rect=[0, 0, 9, 9],
            A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI="mailto:bo@borger.example"),
        )
        field = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Widget,
            Rect=[0, 0, 9, 9],
            FT=pikepdf.Name.Tx,
            T="cpr",
            V="070761-4285",
        )
        annotations = [document.make_indirect(entry) for entry in (note, link, field)]
        document.pages[0].Annots = document.make_indirect(pikepdf.Array(annotations))
        document.Root.AcroForm = pikepdf.Dictionary(Fields=[annotations[2]])
        document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        with document.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("Afsnit om Bo", 0))

    extraction = extract(samples.changed(samples.pdf(samples.lines("Hej")), hide))
    assert hidden(extraction) == {
        ("title", "Ansøgning Bo Holm"),
        ("author", "Ane Bo"),
        ("metadata", "unspecified"),
        ("attachment-name", "løn.xlsx"),
        ("annotation", "Ring til Bo"),
        ("annotation", "Ane"),
        ("link", "mailto:bo@borger.example"),
        ("form-field", "070761-4285"),
        ("bookmark", "Afsnit om Bo"),
        ("script", ""),
    }
    assert set(extraction.notices) == {"attachments:1", "form-fields:1", "has-javascript", "annotations:1"}
    assert extraction.title == "Ansøgning Bo Holm"


def test_a_plain_pdf_has_no_notices_and_stays_as_it_is() -> None:
    data = samples.pdf(samples.lines("Side et"), samples.lines("Side to"))
    extraction = extract(data)
    assert extraction.notices == ()
    assert extraction.pdf is data
    assert [page.number for page in extraction.pages] == [1, 2]
    assert extraction.native_text == ""


def test_an_owner_password_alone_does_not_stop_reading() -> None:
    extraction = extract(samples.locked(samples.pdf(samples.lines("Hej")), user="", owner="ejer"))
    assert extraction.pages[0].text == "Hej"
    assert extraction.notices == ("owner-password",)


@pytest.mark.parametrize(
    ("data", "max_pages", "code"),
    [
        (samples.locked(samples.pdf(samples.lines("Hej")), user="u", owner="o"), 10, RefusalCode.ENCRYPTED),
        (samples.pdf(*[samples.lines("Hej")] * 11), 10, RefusalCode.TOO_MANY_PAGES),
        (samples.pdf(samples.lines("Hej"))[:-200], 10, RefusalCode.UNREADABLE),
        (samples.pdf(samples.lines("Hej"), size=(14400, 14400)), 10, RefusalCode.TOO_LARGE),
    ],
)
def test_refusals(data: bytes, max_pages: int, code: RefusalCode) -> None:
    with pytest.raises(ExtractionRefused) as refused:
        extract(data, max_pages=max_pages)
    assert refused.value.code is code


def test_garbage_before_the_header_is_read_over() -> None:
    data = b"\x01\x02" * 250 + samples.pdf(samples.lines("Hej"))
    assert extract(io.BytesIO(data).getvalue()).pages[0].text == "Hej"
